//! What stands at the entrance of the office? The queue for hashing, the waits of whoever was wrong, and what is half done.

use super::hashing::Hashing;
use super::misses::Misses;
use super::unfinished::Unfinished;
use crate::register::{Login, Name};
use crate::web::proxies::Proxies;
use crate::web::turns::Turns;
use std::net::IpAddr;

/// Everything at the entrance that lives as long as the program runs.
#[derive(Default)]
pub struct Gate {
    /// Where passwords are hashed.
    pub hashing: Hashing,
    /// Who was wrong too often.
    pub misses: Misses,
    /// Those who have given a password and owe a code, by their cookie: their number.
    pub halfway: Unfinished<i64>,
    /// Those who set up what they sign in with, by their link.
    pub setups: Unfinished<SetUp>,
    /// Those who set up another second factor, by their session: its secret.
    pub new_factors: Unfinished<String>,
    /// Those who are not signed in and send something large, by their network.
    pub strangers: Turns<IpAddr>,
    /// The proxies whose word we take for where a request comes from.
    pub proxies: Proxies,
}

/// Somebody has chosen a password and owes a code of the second factor.
#[derive(Clone)]
pub struct SetUp {
    /// Who they say they are; only the first operator of all is asked.
    pub first: Option<(Login, Name)>,
    /// The hash of their password.
    pub password: String,
    /// The secret of their second factor.
    pub secret: String,
}

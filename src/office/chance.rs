//! How is something made that nobody can guess? Tokens of 32 random bytes, what is derived from them, and new codes.

use crate::register::{SignCode, hex};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// A token that nobody can guess: 256 bits in hex.
#[must_use]
pub fn new_token() -> String {
    hex(&rand::random::<[u8; 32]>())
}

/// The digest of a text in hex, for keys in memory.
#[must_use]
pub fn digest_of(text: &str) -> String {
    hex(&Sha256::digest(text))
}

/// What every form carries that belongs to the bearer of this token.
#[must_use]
pub fn csrf_of(token: &str) -> String {
    digest_of(&format!("csrf{token}"))
}

/// Are two secrets the same? The time that the answer takes tells nothing of them.
#[must_use]
pub fn are_same(one: &str, other: &str) -> bool {
    one.as_bytes().ct_eq(other.as_bytes()).into()
}

/// A new code, at random; no word is ever issued.
#[must_use]
pub fn issue_code() -> SignCode {
    loop {
        if let Some(code) = SignCode::issue(rand::random::<[u8; 5]>().map(|byte| byte % 31)) {
            return code;
        }
    }
}

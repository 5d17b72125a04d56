//! What does the log tell of people? Who did what, from about where; no password, no token, no whole address.

use super::asked::Asked;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Characters of a typed login that are logged.
const LONGEST: usize = 60;

/// Notes what somebody did or tried at the entrance. The log itself adds the time, in UTC.
pub fn note(asked: &Asked, who: &str, what: &str) {
    // Who somebody says to be is theirs to write: it must not make a line of its own.
    let who: String = who.chars().filter(|letter| !letter.is_control()).take(LONGEST).collect();
    tracing::info!(who = ?who, from = %network_of(asked.from), "{what}");
}

/// An address without what tells one customer from the next.
fn network_of(from: IpAddr) -> IpAddr {
    match from {
        IpAddr::V4(ip) => IpAddr::V4(Ipv4Addr::from_bits(ip.to_bits() >> 8 << 8)),
        IpAddr::V6(ip) => IpAddr::V6(Ipv6Addr::from_bits(ip.to_bits() >> 80 << 80)),
    }
}

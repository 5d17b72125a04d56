//! How do digests and random bytes stand in texts, files and addresses?

use std::fmt::Write;

/// Bytes as lower-case hexadecimal digits, as `sha256sum` prints them.
///
/// ```
/// assert_eq!(tenpho::register::hex(&[0x0a, 0xff]), "0aff");
/// ```
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a string takes every write");
        text
    })
}

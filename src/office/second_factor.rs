//! Which six digits does a phone show now, and what stands in for it when it is lost (RFC 6238, RFC 4226)?

use super::clock;
use crate::register::Login;
use hmac::{Hmac, KeyInit, Mac};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use sha1::Sha1;

/// Seconds that a code is shown.
const STEP_SECONDS: i64 = 30;
/// Steps by which a phone's clock may differ from ours.
const LEEWAY: i64 = 1;
/// Digits of a code, and the number above the largest.
const DIGITS: usize = 6;
const ABOVE: u32 = 1_000_000;
/// Bytes of a secret (RFC 4226, section 4, R6: 160 bits).
const SECRET_BYTES: usize = 20;
/// Recovery codes that somebody gets.
const RECOVERY_CODES: usize = 10;
/// Bytes of a recovery code: 80 bits, so that its digest cannot be searched for.
const RECOVERY_BYTES: usize = 10;
/// Characters of a group, as people copy them.
const GROUP: usize = 4;
/// RFC 4648, section 6.
const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// A new secret, in base 32.
#[must_use]
pub fn new_secret() -> String {
    base_32(&rand::random::<[u8; SECRET_BYTES]>())
}

/// New recovery codes, as people copy them.
#[must_use]
pub fn new_recovery_codes() -> Vec<String> {
    (0..RECOVERY_CODES).map(|_| base_32(&rand::random::<[u8; RECOVERY_BYTES]>())).collect()
}

/// A long code in groups.
#[must_use]
pub fn in_groups(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    letters.chunks(GROUP).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// A code as typed, without what people put between the groups.
#[must_use]
pub fn plain(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).take(64).map(|letter| letter.to_ascii_uppercase()).collect()
}

/// Might this be a code from a phone, and not one for recovery?
#[must_use]
pub fn is_of_phone(plain: &str) -> bool {
    plain.len() == DIGITS && plain.bytes().all(|byte| byte.is_ascii_digit())
}

/// The step whose code this is, now or a step before or after; none where it is none of them.
#[must_use]
pub fn step_of(secret: &str, code: &str, now: &str) -> Option<i64> {
    let here = clock::seconds_between("1970-01-01T00:00:00Z", now)? / STEP_SECONDS;
    let key = of_base_32(secret)?;
    (here - LEEWAY..=here + LEEWAY).find(|step| code_of(&key, *step).is_some_and(|right| super::chance::are_same(&right, code)))
}

/// What an authenticator app reads from the symbol.
#[must_use]
pub fn address_of(secret: &str, product: &str, host: &str, login: &Login) -> String {
    let product = utf8_percent_encode(product, NON_ALPHANUMERIC);
    let account = utf8_percent_encode(login.as_str(), NON_ALPHANUMERIC);
    let host = utf8_percent_encode(host, NON_ALPHANUMERIC);
    format!("otpauth://totp/{product}:{account}%40{host}?secret={secret}&issuer={product}")
}

fn code_of(key: &[u8], step: i64) -> Option<String> {
    let mut mac = Hmac::<Sha1>::new_from_slice(key).ok()?;
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let at = usize::from(hash[hash.len() - 1] & 0xf);
    let four = hash.get(at..at + 4)?.try_into().ok()?;
    Some(format!("{:0DIGITS$}", (u32::from_be_bytes(four) & 0x7fff_ffff) % ABOVE))
}

fn base_32(bytes: &[u8]) -> String {
    let bit = |at: usize| bytes.get(at / 8).is_some_and(|byte| byte >> (7 - at % 8) & 1 == 1);
    let letter = |start: usize| (start..start + 5).fold(0, |so_far, at| so_far << 1 | usize::from(bit(at)));
    (0..bytes.len() * 8).step_by(5).map(|start| char::from(ALPHABET[letter(start)])).collect()
}

fn of_base_32(text: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0);
    for letter in text.bytes() {
        let five = ALPHABET.iter().position(|known| *known == letter)?;
        held = held << 5 | u32::try_from(five).ok()?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff).ok()?);
        }
    }
    Some(bytes)
}

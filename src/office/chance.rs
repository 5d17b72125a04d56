//! Where do new codes come from?

use crate::register::SignCode;

/// A new code, at random; no word is ever issued.
#[must_use]
pub fn issue_code() -> SignCode {
    loop {
        if let Some(code) = SignCode::issue(rand::random::<[u8; 5]>().map(|byte| byte % 31)) {
            return code;
        }
    }
}

//! stub until merge
#![allow(missing_docs)]
use crate::register::SignCode;
#[derive(Debug, Clone)]
pub struct BaseUrl(String);
pub struct Link(String);
impl Link {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
impl BaseUrl {
    pub fn parse(s: &str) -> Result<Self, String> {
        Ok(Self(s.to_lowercase()))
    }
    pub fn as_str(&self) -> &str {
        &self.0
    }
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https")
    }
    pub fn link(&self, c: SignCode) -> Link {
        Link(format!("{}/{c}", self.0.to_uppercase()))
    }
}

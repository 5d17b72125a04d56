//! Every test of the product, in one binary: one link.
#![allow(missing_docs, reason = "a test's name is its documentation")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod code;
mod exchange;
mod kit;
mod visit;

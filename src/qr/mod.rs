//! From a sign's code to its symbol, and back from finished artwork to the link.
//! The decoder shares no code with the encoder: what one believes, the other must prove.

pub mod clear_place;
pub mod decode;
pub mod decoders;
pub mod error;
mod finders;
pub mod link;
pub mod mask;
pub mod outline;
mod part;
pub mod svg;
pub mod symbol;
pub mod terminal;

pub use decode::{Found, Grey, PixelRect, find_symbols};
pub use decoders::Decoder;
pub use error::Error;
pub use link::{BaseUrl, Link};
pub use symbol::{QUIET_ZONE, Symbol, reading_distance_m};

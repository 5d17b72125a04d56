//! From a sign to its symbol: the printed address, the QR code that holds it, and reading one back.

mod error;
mod link;
mod mask;
mod outline;
mod symbol;
mod terminal;

pub use error::Error;
pub use link::{BaseUrl, LONGEST_AT_VERSION_3, Link};
pub use outline::{Corner, Run, outline, runs};
pub use symbol::{QUIET_ZONE, READING_METRES_PER_MM, Symbol};
pub use terminal::terminal;

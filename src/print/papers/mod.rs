//! Which papers go with a job: its facts for the shop, and the minutes that both sides sign?
//! They are in Vietnamese whatever the interface's language, black on A4.

mod acceptance;
mod annex;
mod facts;
mod facts_rows;
mod flow;
mod handover;
mod minutes;
mod table;
mod wording;

pub use acceptance::acceptance;
pub use facts::facts;
pub(super) use facts::facts_of;
pub use handover::handover;
pub use minutes::{Minutes, MinutesSign};
pub use wording::Say;

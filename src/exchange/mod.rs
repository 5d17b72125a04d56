//! How does the register go out into files, and how do files come back in without losing or inventing anything?
//!
//! Export writes one table of one [`Kind`]; [`read`] takes the same table back: an upsert by code or slug,
//! where what the file leaves out stays. The lines of streets go out and in as GeoJSON. Nothing here opens a store, a clock or a source of chance.

mod anniversaries;
mod case_rows;
mod cells;
mod csv;
mod decode;
mod error;
mod export;
mod formula;
mod geojson;
mod import;
mod json;
mod json_object;
mod key;
mod kind;
mod known;
mod landmarks;
mod legacy_links;
mod line_places;
mod line_streets;
mod lines;
mod namesakes;
mod records;
mod report;
mod row;
mod row_fields;
mod scans;
mod signs;
mod starter;
mod stories;
mod street_lines;
mod streets;
mod walks;
mod wards;

pub use case_rows::{write_reports_csv, write_reports_json};
pub use error::Error;
pub use export::{licence_line, write_csv, write_json};
pub use import::{Import, MOST_BYTES, MOST_ROWS, read};
pub use kind::Kind;
pub use records::Records;
pub use report::{BadCell, MOST_FAULTS, Report};
pub use scans::{Form, SCAN_COLUMNS, ScanTable};
pub use starter::starter;
pub use street_lines::{MOST_LINE_BYTES, MOST_POINTS, licence_of_lines, read_lines, write_lines};

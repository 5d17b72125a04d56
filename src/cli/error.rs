//! What can go wrong with a command, and who can mend it?

use crate::office::finished_file::{FileError, fault_of};
use crate::office::plates::PlateError;
use crate::register::{Explained, Fault, LoginError, SelectionError, Sentence, TextError, UnknownToken};
use crate::{exchange, print, qr, store};
use std::net::SocketAddr;
use std::path::PathBuf;

/// A failure of a command.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The store's.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The base URL's, or a symbol's.
    #[error(transparent)]
    Qr(#[from] qr::Error),
    /// The starter register's.
    #[error(transparent)]
    Starter(#[from] exchange::Error),
    /// A login that cannot be one.
    #[error(transparent)]
    Login(#[from] LoginError),
    /// A name that cannot be kept.
    #[error(transparent)]
    Text(#[from] TextError),
    /// A word that is not on its list.
    #[error(transparent)]
    Token(#[from] UnknownToken),
    /// A translator without a language.
    #[error("no language is given")]
    NoLanguage,
    /// An import that has been reported row by row.
    #[error("the import was refused: {faults} faults")]
    ImportRefused {
        /// How many rows must be mended.
        faults: usize,
    },
    /// Scans are counted, and never come in by a file.
    #[error("scans are no kind of import")]
    ScansComeFromSigns,
    /// Reports were to be imported.
    #[error("reports are never imported")]
    ReportsComeFromVisitors,
    /// A file cannot be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// A folder is where a file should go.
    #[error("{0} is a folder")]
    IsFolder(PathBuf),
    /// A file is where a folder should be.
    #[error("{0} is a file")]
    IsFile(PathBuf),
    /// A path whose last part is no name of a file.
    #[error("{0} names no file")]
    FileName(PathBuf),
    /// An order cannot be made.
    #[error(transparent)]
    Plates(#[from] PlateError),
    /// It is no artwork that we can read.
    #[error("{0} is no PDF, SVG, EPS, DXF, PNG or TIFF")]
    NoArtwork(PathBuf),
    /// Without a base URL there is nothing to print.
    #[error("no base URL is set")]
    NoBaseUrl,
    /// What is to be printed cannot be chosen.
    #[error(transparent)]
    Selection(#[from] SelectionError),
    /// The print room's.
    #[error(transparent)]
    Print(#[from] print::Error),
    /// Another worker has failed, and tells why.
    #[error("stopped")]
    Stopped,
    /// A file cannot be written.
    #[error(transparent)]
    Unwritten(#[from] FileError),
    /// It is no address to listen on.
    #[error("{0:?} is no address to listen on")]
    NoAddress(String),
    /// Somebody else listens there.
    #[error("{0} is in use")]
    PortInUse(SocketAddr),
    /// A table has no shape on the ground.
    #[error("a table cannot be written as GeoJSON")]
    TableAsGeojson,
    /// A line does not fit into a table.
    #[error("lines are written as GeoJSON alone")]
    LinesAsTable,
    /// Nobody may listen there.
    #[error("cannot listen on {address}")]
    Listen {
        /// The address asked for.
        address: SocketAddr,
        /// The system's reason.
        source: std::io::Error,
    },
    /// The server ended by itself.
    #[error("the server stopped")]
    Serve(#[source] std::io::Error),
}

impl Explained for Error {
    fn fault(&self) -> Fault {
        match self {
            Self::Store(error) => error.fault(),
            Self::Qr(error) => error.fault(),
            Self::Starter(error) => error.fault(),
            Self::File { source, .. } => fault_of(source),
            Self::Unwritten(error) => error.fault(),
            Self::Print(error) => error.fault(),
            Self::Selection(cause) => cause.fault(),
            Self::Plates(cause) => cause.fault(),
            Self::Listen { .. } | Self::Serve(_) | Self::Stopped => Fault::Broken,
            _ => Fault::Refused,
        }
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::Store(error) => error.sentence(),
            Self::Qr(error) => error.sentence(),
            Self::Starter(error) => error.sentence(),
            Self::Login(error) => error.sentence(),
            Self::Text(error) => error.sentence(),
            Self::Token(error) => error.sentence(),
            Self::NoLanguage => Sentence::new("no-language"),
            Self::ImportRefused { faults } => Sentence::new("import-refused").with("faults", faults),
            Self::ScansComeFromSigns => Sentence::new("import-no-scans"),
            Self::ReportsComeFromVisitors => Sentence::new("import-no-reports"),
            Self::File { path, source } => Sentence::new("file-trouble").with("path", path.display()).with("reason", source),
            Self::IsFolder(path) => Sentence::new("file-is-folder").with("path", path.display()),
            Self::IsFile(path) => Sentence::new("file-is-file").with("path", path.display()),
            Self::FileName(path) => Sentence::new("file-name").with("path", path.display()),
            Self::Plates(cause) => cause.sentence(),
            Self::NoArtwork(path) => Sentence::new("check-no-artwork").with("path", path.display()),
            Self::NoBaseUrl => Sentence::new("print-no-base-url"),
            Self::Selection(cause) => cause.sentence(),
            Self::Print(error) => error.sentence(),
            Self::Stopped => Sentence::new("print-stopped"),
            Self::Unwritten(error) => error.sentence(),
            Self::NoAddress(given) => Sentence::new("listen-no-address").with("given", given),
            Self::TableAsGeojson => Sentence::new("export-table-geojson"),
            Self::LinesAsTable => Sentence::new("export-lines-geojson"),
            Self::PortInUse(address) => Sentence::new("port-in-use").with("address", address),
            Self::Listen { address, source } => Sentence::new("cannot-listen").with("address", address).with("reason", source),
            Self::Serve(source) => Sentence::new("server-stopped").with("reason", source),
        }
    }
}

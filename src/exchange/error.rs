//! What can be wrong with the starter register, which nobody but the builder can mend?

use super::Report;
use crate::register::{Explained, Fault, Sentence};

/// Why the compiled-in register cannot be loaded.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A table is not compiled in.
    #[error("{file} is not compiled in")]
    Missing {
        /// The file within `data/`.
        file: String,
    },
    /// A story does not begin with front matter between two lines of `+++`.
    #[error("{file} has no front matter between two lines of +++")]
    NoFrontMatter {
        /// The file within `data/`.
        file: String,
    },
    /// A story's front matter is not TOML, or lacks a key.
    #[error("{file}: its front matter cannot be read")]
    FrontMatter {
        /// The file within `data/`.
        file: String,
        /// What the parser says.
        source: Box<toml::de::Error>,
    },
    /// A story lies under another place or language than its front matter names.
    #[error("{file} should be {should}")]
    Misplaced {
        /// The file within `data/`.
        file: String,
        /// Where its front matter says that it belongs.
        should: String,
    },
    /// The import refused it.
    #[error("{file}: {} faults: {:?}", report.faults_in_all, report.faults)]
    Refused {
        /// The file within `data/`.
        file: String,
        /// Every fault.
        report: Box<Report>,
    },
}

impl Explained for Error {
    fn fault(&self) -> Fault {
        Fault::Broken
    }

    fn sentence(&self) -> Sentence {
        let (Self::Missing { file }
        | Self::NoFrontMatter { file }
        | Self::FrontMatter { file, .. }
        | Self::Misplaced { file, .. }
        | Self::Refused { file, .. }) = self;
        Sentence::new("starter-broken").with("file", file)
    }
}

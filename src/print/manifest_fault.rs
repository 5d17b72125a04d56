//! Why is a manifest not believed?

use crate::register::Sentence;

/// What is wrong with a manifest.
#[derive(Debug, thiserror::Error)]
pub enum ManifestFault {
    /// It is longer than any job's.
    #[error("the manifest is longer than {0} bytes")]
    TooLong(usize),
    /// It is not JSON, or not that of a manifest.
    #[error("the manifest cannot be read")]
    Unreadable(#[source] serde_json::Error),
    /// It has a form that this version does not know.
    #[error("the manifest has the form {0}")]
    Form(u32),
    /// It names a file twice, or one outside its folder.
    #[error("the manifest names the file {0:?} twice or outside its folder")]
    Name(String),
    /// A file has no SHA-256.
    #[error("the manifest has no SHA-256 of {0:?}")]
    Hash(String),
    /// The row of a sign is not that of a sign, or its file is not among the files.
    #[error("the row of {0:?} is not sound, or its file is not in the manifest")]
    Row(String),
    /// Its counts are not those of its rows.
    #[error("the counts of the manifest do not add up")]
    Counts,
}

impl ManifestFault {
    pub(super) fn sentence(&self) -> Sentence {
        match self {
            Self::TooLong(most) => Sentence::new("manifest-too-long").with("most", most >> 20),
            Self::Unreadable(cause) => Sentence::new("manifest-unreadable").with("line", cause.line()).with("column", cause.column()),
            Self::Form(form) => Sentence::new("manifest-form").with("form", form),
            Self::Name(name) => Sentence::new("manifest-name").with("name", name),
            Self::Hash(name) => Sentence::new("manifest-hash").with("name", name),
            Self::Row(code) => Sentence::new("manifest-row").with("code", code),
            Self::Counts => Sentence::new("manifest-counts"),
        }
    }
}

//! What did somebody send? The fields of a form, and the files with it.

use actix_web::http::header::{CONTENT_TYPE, HeaderMap};

/// Most fields read of one form.
pub(super) const MOST_FIELDS: usize = 400;

/// A file that came with a form.
#[derive(Debug, Clone, Default)]
pub struct Upload {
    /// Its bytes; its name and its type are what the sender says, and not kept.
    pub bytes: Vec<u8>,
}

/// The fields of a form, in the order sent, and its files.
#[derive(Debug, Clone, Default)]
pub struct Form {
    fields: Vec<(String, String)>,
    /// The files, none of them empty.
    pub uploads: Vec<Upload>,
}

impl Form {
    /// Reads the body of a form as browsers send it.
    #[must_use]
    pub fn of_body(body: &[u8]) -> Self {
        let fields = url::form_urlencoded::parse(body).take(MOST_FIELDS);
        Self { fields: fields.map(|(name, value)| (name.into_owned(), value.into_owned())).collect(), uploads: Vec::new() }
    }

    /// A form of these fields and files.
    #[must_use]
    pub fn new(fields: Vec<(String, String)>, uploads: Vec<Upload>) -> Self {
        Self { fields, uploads }
    }

    /// The value of a field, empty where it was not sent. Line ends are made `\n`.
    #[must_use]
    pub fn get(&self, name: &str) -> String {
        self.find(name).unwrap_or_default()
    }

    /// The value of a field, none where it was not sent.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<String> {
        let value = self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value)?;
        Some(value.replace("\r\n", "\n"))
    }

    /// Every value of a field that can be sent several times.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// Was the field sent, and is there something in it?
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(field, value)| field == name && !value.is_empty())
    }

    /// Every field, in the order sent.
    #[must_use]
    pub fn fields(&self) -> &[(String, String)] {
        &self.fields
    }
}

/// Is this a form with files in it?
#[must_use]
pub fn is_multipart(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).is_some_and(|value| value.starts_with("multipart/form-data"))
}

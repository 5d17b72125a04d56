//! What does a claim rest on? (nguồn)

use super::listed::{clean, entries, entry_of, pairs};
use super::token::tokens;
use super::{DateError, Explained, Fault, KnownDate, Line, Sentence, TextError, UnknownToken};

/// The keys of an entry, in the order in which they are written.
pub const SOURCE_KEYS: &[&str] = &["kind", "title", "number", "date", "issuer", "page", "link", "scan"];

tokens! {
    /// What sort of source it is.
    SourceKind {
        /// Nghị quyết, quyết định: a decision of an authority.
        Decision = "decision",
        /// Sách.
        Book = "book",
        /// Bài báo, bài tạp chí.
        Article = "article",
        /// Trang mạng.
        Website = "website",
        /// Tài liệu lưu trữ.
        Archive = "archive",
        /// Lời kể.
        Testimony = "testimony",
        /// Anything else, and whatever nobody has sorted yet.
        Other = "other",
    }
}

/// One source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// What sort it is.
    pub kind: SourceKind,
    /// What it is called; of a plain source, all of it.
    pub title: Line,
    /// The number of a decision or an issue.
    pub number: Line,
    /// When it was issued.
    pub date: Option<KnownDate>,
    /// Who issued, published or told it.
    pub issuer: Line,
    /// The page in it.
    pub page: Line,
    /// Its address, beginning with `http://` or `https://`.
    pub link: Line,
    /// The number of the scan of the paper itself.
    pub scan: Option<i64>,
}

/// Why a source cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SourceError {
    /// A text in it cannot be kept.
    #[error(transparent)]
    Text(#[from] TextError),
    /// Its date cannot be read.
    #[error(transparent)]
    Date(#[from] DateError),
    /// Its kind is not on the list.
    #[error(transparent)]
    Kind(#[from] UnknownToken),
    /// Its link is none.
    #[error("{0:?} is no link")]
    Link(String),
    /// Its scan is no number.
    #[error("{0:?} is no number of a scan")]
    Scan(String),
    /// It has a key that no source has.
    #[error("{0:?} is no key of a source")]
    Key(String),
}

impl Source {
    /// A source of which nothing is known.
    #[must_use]
    pub fn empty(kind: SourceKind) -> Self {
        let nothing = Line::default;
        Self { kind, title: nothing(), number: nothing(), date: None, issuer: nothing(), page: nothing(), link: nothing(), scan: None }
    }

    /// Reads one part of a list of sources. What is not in pairs, or in pairs that cannot be read, stays what it is: plain text.
    ///
    /// ```
    /// use tenpho::register::Source;
    /// let line = "kind=decision | title=Nghị quyết | number=12/NQ-HĐND | date=2021-12-10 | issuer=HĐND thành phố | page=3";
    /// assert_eq!(Source::parse(line).line(), line);
    /// assert_eq!(Source::parse("https://haiphong.gov.vn/a?b=c").line(), "https://haiphong.gov.vn/a?b=c");
    /// ```
    #[must_use]
    pub fn parse(part: &str) -> Self {
        Self::read(part).unwrap_or_else(|_| Self { title: Line::parse(part).unwrap_or_default(), ..Self::empty(SourceKind::Other) })
    }

    /// Reads one part of a list of sources.
    ///
    /// # Errors
    /// Refuses pairs with an unknown key, kind, date, link or scan, and texts that cannot be kept.
    pub fn read(part: &str) -> Result<Self, SourceError> {
        let Some(pairs) = pairs(part).filter(|pairs| pairs.iter().any(|(key, _)| key == "kind")) else {
            let line = Line::parse(part)?;
            let plain = Self::empty(SourceKind::Other);
            return Ok(if is_link(line.as_str()) { Self { link: line, ..plain } } else { Self { title: line, ..plain } });
        };
        let mut read = Self::empty(SourceKind::Other);
        for (key, value) in &pairs {
            match key.as_str() {
                "kind" => read.kind = SourceKind::parse(value)?,
                "title" => read.title = Line::parse(value)?,
                "number" => read.number = Line::parse(value)?,
                "date" => read.date = Some(KnownDate::parse(value)?),
                "issuer" => read.issuer = Line::parse(value)?,
                "page" => read.page = Line::parse(value)?,
                "link" if is_link(value) => read.link = Line::parse(value)?,
                "link" => return Err(SourceError::Link(value.chars().take(60).collect())),
                "scan" => read.scan = Some(number(value).ok_or_else(|| SourceError::Scan(value.chars().take(40).collect()))?),
                _ => return Err(SourceError::Key(key.clone())),
            }
        }
        Ok(read)
    }

    /// The part of a list of sources; a source with nothing but a title or a link is plain.
    #[must_use]
    pub fn line(&self) -> String {
        let (date, scan) = (self.date.map(|date| date.to_string()), self.scan.map(|scan| scan.to_string()));
        let (date, scan) = (date.unwrap_or_default(), scan.unwrap_or_default());
        let rest = [self.number.as_str(), &date, self.issuer.as_str(), self.page.as_str(), &scan];
        let is_plain = self.kind == SourceKind::Other && rest.iter().all(|text| text.is_empty());
        match (self.title.as_str(), self.link.as_str()) {
            (title, "") if is_plain && !is_link(title) => plain(title),
            ("", link) if is_plain => plain(link),
            (title, link) => {
                let values = [self.kind.as_str(), title, rest[0], rest[1], rest[2], rest[3], link, rest[4]];
                let pairs: Vec<(&str, &str)> = SOURCE_KEYS.iter().copied().zip(values).collect();
                let entry = entry_of(&pairs);
                // A kind alone tells nothing.
                if entry.contains(" | ") { entry } else { String::new() }
            }
        }
    }
}

/// Plain text, kept as it is unless it could be taken for pairs or for several.
fn plain(text: &str) -> String {
    let is_one = !text.split_whitespace().any(|word| word == ";");
    let is_one = is_one && Source::read(text).map_or(true, |read| read.title.as_str() == text || read.link.as_str() == text);
    if is_one { text.to_owned() } else { clean(text) }
}

/// Every source of a list.
#[must_use]
pub fn sources_of(line: &str) -> Vec<Source> {
    entries(line).iter().map(|part| Source::parse(part)).collect()
}

fn is_link(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|host| host.starts_with(|first: char| first.is_alphanumeric()) && !text.contains(char::is_whitespace))
}

fn number(text: &str) -> Option<i64> {
    text.parse().ok().filter(|number| *number > 0)
}

impl Explained for SourceError {
    fn fault(&self) -> Fault {
        Fault::Refused
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::Text(error) => error.sentence(),
            Self::Date(error) => error.sentence(),
            Self::Kind(error) => error.sentence(),
            Self::Link(given) => Sentence::new("source-link").with("given", given),
            Self::Scan(given) => Sentence::new("source-scan").with("given", given),
            Self::Key(given) => Sentence::new("source-key").with("given", given),
        }
    }
}

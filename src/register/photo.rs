//! What does the register hold about a picture?

use super::token::tokens;
use super::{Explained, Fault, Fields, Lang, Line, PerLang, Place, Sentence};

tokens! {
    /// What a picture is of.
    PhotoKind {
        /// A view, shown to visitors with the text that names it.
        Photo = "photo",
        /// A scan of a paper, for the office only.
        Paper = "paper",
    }
}

tokens! {
    /// How a file of a picture is encoded.
    PhotoFormat {
        /// For every browser of today.
        Webp = "webp",
        /// For the few that cannot show the other.
        Jpg = "jpg",
    }
}

/// Widths in pixels that a picture is kept in; one narrower than the first is never enlarged.
pub const WIDTHS: [u32; 3] = [1600, 800, 400];

/// Licences that are offered to choose from: names that every language writes alike, and two tokens that each puts into words.
pub const OFFERED_LICENCES: [&str; 5] = ["CC BY 4.0", "CC BY-SA 4.0", "CC0 1.0", PUBLIC_DOMAIN, BY_PERMISSION];
/// Phạm vi công cộng.
pub const PUBLIC_DOMAIN: &str = "public-domain";
/// Được phép của tác giả.
pub const BY_PERMISSION: &str = "by-permission";

/// What people say of a picture; all of it may come later than the picture itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PhotoWords {
    /// Who took it.
    pub author: Line,
    /// Under which terms it may be shown.
    pub licence: Line,
    /// Where it comes from.
    pub source: Line,
    /// When it was taken, as far as that is known.
    pub taken: Line,
    /// What it shows, for whoever cannot see it.
    pub alt: PerLang,
}

/// One file of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoFile {
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// How it is encoded.
    pub format: PhotoFormat,
    /// The file itself.
    pub bytes: Vec<u8>,
}

/// A picture that belongs to a place, as re-encoded; its bytes are kept apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// Its number, for ever.
    pub id: i64,
    /// What it shows, or what the paper is about.
    pub place: Place,
    /// A view or a paper.
    pub kind: PhotoKind,
    /// The start of the SHA-256 of its largest file, in hex: part of its address.
    pub digest: String,
    /// Width of the largest file in pixels.
    pub width: u32,
    /// Height of the largest file in pixels.
    pub height: u32,
    /// Who took it.
    pub author: Line,
    /// Under which terms it may be shown.
    pub licence: Line,
    /// Where it comes from.
    pub source: Line,
    /// When it was taken, as far as that is known.
    pub taken: Line,
    /// What it shows, for whoever cannot see it.
    pub alt: PerLang,
}

/// What a picture lacks before the public may see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhotoLack {
    /// Its author is not named.
    #[error("no author")]
    Author,
    /// Its licence is not named.
    #[error("no licence")]
    Licence,
    /// Its source is not named.
    #[error("no source")]
    Source,
    /// Nobody has said in this language what it shows.
    #[error("no words for what it shows in {0}")]
    Alt(Lang),
}

impl PhotoFormat {
    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Webp => "image/webp",
            Self::Jpg => "image/jpeg",
        }
    }
}

impl Fields for PhotoWords {
    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("author", self.author.to_string()),
            ("licence", self.licence.to_string()),
            ("source", self.source.to_string()),
            ("taken", self.taken.to_string()),
            ("alt", self.alt.vi.to_string()),
            ("alt_en", self.alt.en.to_string()),
        ]
    }
}

/// The widths of the files of a picture whose largest is so wide, the largest first.
pub fn widths(largest: u32) -> impl Iterator<Item = u32> {
    std::iter::once(largest).chain(WIDTHS.into_iter().filter(move |width| *width < largest))
}

impl Photo {
    /// What people say of it.
    #[must_use]
    pub fn words(&self) -> PhotoWords {
        PhotoWords {
            author: self.author.clone(),
            licence: self.licence.clone(),
            source: self.source.clone(),
            taken: self.taken.clone(),
            alt: self.alt.clone(),
        }
    }

    /// Everything that it lacks before it may be shown beside texts in every language.
    #[must_use]
    pub fn lacks(&self) -> Vec<PhotoLack> {
        let said = [(&self.author, PhotoLack::Author), (&self.licence, PhotoLack::Licence), (&self.source, PhotoLack::Source)];
        let said = said.into_iter().filter(|(line, _)| line.is_empty()).map(|(_, lack)| lack);
        said.chain(Lang::OFFICE.iter().filter(|lang| self.alt.in_lang(**lang).is_empty()).map(|lang| PhotoLack::Alt(*lang))).collect()
    }

    /// Is it a view, and does it lack nothing?
    #[must_use]
    pub fn is_public_view(&self) -> bool {
        self.kind == PhotoKind::Photo && self.lacks().is_empty()
    }

    /// May it be shown beside a text in this language?
    ///
    /// # Errors
    /// Names the first thing that is missing.
    pub fn check_publishable(&self, lang: Lang) -> Result<(), PhotoLack> {
        if self.author.is_empty() {
            return Err(PhotoLack::Author);
        }
        if self.licence.is_empty() {
            return Err(PhotoLack::Licence);
        }
        if self.source.is_empty() {
            return Err(PhotoLack::Source);
        }
        if self.alt.in_lang(lang).is_empty() { Err(PhotoLack::Alt(lang)) } else { Ok(()) }
    }
}

impl Explained for PhotoLack {
    fn fault(&self) -> Fault {
        Fault::Refused
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::Author => Sentence::new("photo-no-author"),
            Self::Licence => Sentence::new("photo-no-licence"),
            Self::Source => Sentence::new("photo-no-source"),
            Self::Alt(lang) => Sentence::new("photo-no-alt").with("language", lang.own_name()),
        }
    }
}

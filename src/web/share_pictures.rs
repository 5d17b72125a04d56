//! Which picture stands beside a shared page, and where does it lie? Drawn when it is first asked for, by whoever `cli` hands over.

use super::namesake_page::kind_key as namesake_kind;
use super::street_page::word_on_the_sign;
use super::words::Words;
use crate::edition::{Edition, Entry};
use crate::register::{Lang, Place, hex};
use actix_web::web::Bytes;
use sha2::{Digest, Sha256};

/// Dots of a picture, width and height, as Open Graph wants them told.
pub const SIZE: (u32, u32) = (1200, 630);
/// Which drawing it is: one drawn otherwise gets another address.
const DRAWN_AS: &str = "1";
/// Pictures kept: of the places that are shared most.
const KEPT: usize = 256;
/// Bytes of the digest in a name.
const DIGEST_BYTES: usize = 6;

/// What is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Drawn {
    /// The word above the name.
    pub above: Option<String>,
    /// The name.
    pub name: String,
    /// What stands at the foot.
    pub foot: String,
}

impl Drawn {
    /// The plate of a place, in Vietnamese as on the metal.
    #[must_use]
    pub fn of(entry: Entry<'_>) -> Self {
        let words = Words::of(Lang::Vi);
        let above = match entry {
            Entry::Street(street) => street.kind.map(word_on_the_sign),
            Entry::Landmark(_) => None,
            Entry::Namesake(namesake) => Some(words.say(namesake_kind(namesake.kind))),
        };
        Self { above, name: entry.name(Lang::Vi).to_owned(), foot: format!("{} · {}", words.say("city"), words.say("product")) }
    }

    fn digest(&self) -> String {
        let all = [DRAWN_AS, self.above.as_deref().unwrap_or_default(), &self.name, &self.foot].join("\n");
        hex(&Sha256::digest(all)[..DIGEST_BYTES])
    }
}

/// The address of the picture of a place.
#[must_use]
pub fn picture_address(entry: Entry<'_>) -> String {
    let place = entry.place();
    format!("/assets/plate-{}-{}.{}.png", place.kind, place.slug, Drawn::of(entry).digest())
}

/// Draws a picture as PNG; may take some ten milliseconds.
pub type Painter = Box<dyn Fn(&Drawn) -> Option<Vec<u8>> + Send + Sync>;

/// The pictures that were asked for most.
pub struct SharePictures {
    painter: Painter,
    kept: quick_cache::sync::Cache<Drawn, Bytes>,
}

impl SharePictures {
    /// Nothing drawn yet.
    #[must_use]
    pub fn new(painter: Painter) -> Self {
        Self { painter, kept: quick_cache::sync::Cache::new(KEPT) }
    }

    /// What an address such as `plate-street-cau-dat.0123456789ab.png` stands for; none where no place has this very picture.
    #[must_use]
    pub fn find(edition: &Edition, asked: &str) -> Option<Drawn> {
        let (written, digest) = asked.strip_prefix("plate-")?.strip_suffix(".png")?.split_once('.')?;
        let (kind, slug) = written.split_once('-')?;
        let place = Place::parse(&format!("{kind}/{slug}")).ok()?;
        let drawn = Drawn::of(edition.find(&place)?);
        (drawn.digest() == digest).then_some(drawn)
    }

    /// The picture, drawn now where it is not kept. Several who ask for the same one wait for one drawing.
    #[must_use]
    pub fn draw(&self, drawn: &Drawn) -> Option<Bytes> {
        self.kept.get_or_insert_with(drawn, || (self.painter)(drawn).map(Bytes::from).ok_or(())).ok()
    }
}

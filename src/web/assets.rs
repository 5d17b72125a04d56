//! Which files does a page need besides itself? They are compiled in, and served under a name with a content hash.

use crate::register::hex;
use base64::prelude::{BASE64_STANDARD as STANDARD, Engine};
use rust_embed::{EmbeddedFile, RustEmbed};
use std::sync::LazyLock;

/// The interface's words.
#[derive(RustEmbed)]
#[folder = "assets/texts"]
pub struct Texts;

#[derive(RustEmbed)]
#[folder = "assets/css"]
struct Styles;

#[derive(RustEmbed)]
#[folder = "assets/images"]
#[include = "icon.svg"]
#[include = "favicon.ico"]
#[include = "icon-192.png"]
#[include = "icon-512.png"]
struct Images;

#[derive(RustEmbed)]
#[folder = "assets/js"]
struct Scripts;

/// Characters of the hash in a name: enough that no two versions of a file share one.
const HASH_LENGTH: usize = 12;

/// The style that stands in every page, of all that is seen first: the page is never seen without it.
pub static STYLE: LazyLock<String> = LazyLock::new(|| {
    let file = Styles::get("page.css").expect("the style sheet is compiled in");
    let text = String::from_utf8_lossy(&file.data).into_owned();
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
});

/// The SHA-256 of [`STYLE`] as a content security policy names it.
pub static STYLE_HASH: LazyLock<String> = LazyLock::new(|| {
    use sha2::{Digest, Sha256};
    STANDARD.encode(Sha256::digest(STYLE.as_bytes()))
});

/// The address of a file, with its content hash.
#[must_use]
pub fn asset_address(name: &str) -> String {
    let file = find(name).expect("the file is compiled in");
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("/assets/{stem}.{}.{ending}", hash_of(&file))
}

/// The image at a name with a hash, as `/assets/{name}.{hash}.{ext}` asks for it; none where the hash is another's.
#[must_use]
pub fn find_hashed(asked: &str) -> Option<(Vec<u8>, &'static str)> {
    let (rest, ending) = asked.rsplit_once('.')?;
    let (stem, hash) = rest.rsplit_once('.')?;
    let file = find(&format!("{stem}.{ending}"))?;
    (hash_of(&file) == hash).then(|| (file.data.into_owned(), media_type(ending)))
}

/// The file of this name, whichever folder it is in.
fn find(name: &str) -> Option<EmbeddedFile> {
    Images::get(name).or_else(|| Styles::get(name)).or_else(|| Scripts::get(name))
}

/// The worker that keeps walks on a phone; it must have an address without a hash, at the top.
#[must_use]
pub fn worker() -> String {
    let file = Scripts::get("sw.js").expect("the worker is compiled in");
    String::from_utf8_lossy(&file.data).into_owned()
}

/// The icon that browsers ask for by its old name.
#[must_use]
pub fn favicon() -> Vec<u8> {
    Images::get("favicon.ico").map(|file| file.data.into_owned()).unwrap_or_default()
}

fn media_type(ending: &str) -> &'static str {
    match ending {
        "svg" => "image/svg+xml",
        "css" => "text/css; charset=utf-8",
        "png" => "image/png",
        "js" => "text/javascript; charset=utf-8",
        _ => "image/vnd.microsoft.icon",
    }
}

fn hash_of(file: &EmbeddedFile) -> String {
    let mut hash = hex(&file.metadata.sha256_hash());
    hash.truncate(HASH_LENGTH);
    hash
}

//! How is a Vietnamese name said? In the letters of the International Phonetic Association, as Hà Nội and the north say it.
//!
//! The sounds follow James Kirby, «Vietnamese (Hanoi Vietnamese)», Journal of the International Phonetic Association 41 (2011), 381–392,
//! and the broad transcription of his table of spellings (vPhon, northern): d, gi and r are one sound there, and so are s and x, ch and tr.

use Stands::{Anywhere, Closed, Open};
use unicode_normalization::UnicodeNormalization;

/// What a syllable begins with; the longest that fits counts. The letters of gi and qu are looked at apart.
const ONSETS: [(&str, &str); 26] = [
    ("ngh", "ŋ"),
    ("ng", "ŋ"),
    ("nh", "ɲ"),
    ("ch", "tɕ"),
    ("gh", "ɣ"),
    ("kh", "x"),
    ("ph", "f"),
    ("th", "tʰ"),
    ("tr", "tɕ"),
    ("b", "ɓ"),
    ("c", "k"),
    ("d", "z"),
    ("đ", "ɗ"),
    ("g", "ɣ"),
    ("h", "h"),
    ("k", "k"),
    ("l", "l"),
    ("m", "m"),
    ("n", "n"),
    ("p", "p"),
    ("r", "z"),
    ("s", "s"),
    ("t", "t"),
    ("v", "v"),
    ("x", "s"),
    ("", "ʔ"),
];

/// What a syllable ends with behind its vowels.
const CODAS: [(&str, &str); 9] =
    [("ng", "ŋ"), ("nh", "ŋ"), ("ch", "k"), ("c", "k"), ("m", "m"), ("n", "n"), ("p", "p"), ("t", "t"), ("", "")];

/// Where the vowels of a spelling may stand.
#[derive(Clone, Copy)]
enum Stands {
    /// With a consonant behind them, and without.
    Anywhere,
    /// Only with a consonant behind them.
    Closed,
    /// Only without.
    Open,
}

/// The vowels of a syllable, with the glides before and behind them; the glide before is `ʷ`.
const VOWELS: [(&str, &str, Stands); 51] = [
    ("a", "a", Anywhere),
    ("ă", "ă", Closed),
    ("â", "ɤ̆", Closed),
    ("e", "ɛ", Anywhere),
    ("ê", "e", Anywhere),
    ("i", "i", Anywhere),
    ("y", "i", Anywhere),
    ("o", "ɔ", Anywhere),
    ("ô", "o", Anywhere),
    ("ơ", "ɤ", Anywhere),
    ("u", "u", Anywhere),
    ("ư", "ɯ", Anywhere),
    ("ia", "iə", Open),
    ("iê", "iə", Closed),
    ("yê", "iə", Closed),
    ("ua", "uə", Open),
    ("uô", "uə", Closed),
    ("ưa", "ɯə", Open),
    ("ươ", "ɯə", Closed),
    ("oa", "ʷa", Anywhere),
    ("oă", "ʷă", Closed),
    ("oe", "ʷɛ", Anywhere),
    ("uâ", "ʷɤ̆", Closed),
    ("uê", "ʷe", Anywhere),
    ("uơ", "ʷɤ", Open),
    ("uy", "ʷi", Anywhere),
    ("uya", "ʷiə", Open),
    ("uyê", "ʷiə", Closed),
    ("ai", "aj", Open),
    ("ay", "ăj", Open),
    ("ao", "aw", Open),
    ("au", "ăw", Open),
    ("ây", "ɤ̆j", Open),
    ("âu", "ɤ̆w", Open),
    ("eo", "ɛw", Open),
    ("êu", "ew", Open),
    ("iu", "iw", Open),
    ("iêu", "iəw", Open),
    ("yêu", "iəw", Open),
    ("oi", "ɔj", Open),
    ("ôi", "oj", Open),
    ("ơi", "ɤj", Open),
    ("ui", "uj", Open),
    ("uôi", "uəj", Open),
    ("ưi", "ɯj", Open),
    ("ưu", "ɯw", Open),
    ("ươi", "ɯəj", Open),
    ("ươu", "ɯəw", Open),
    ("oai", "ʷaj", Open),
    ("oay", "ʷăj", Open),
    ("uây", "ʷɤ̆j", Open),
];

/// The tone marks as the letters have them apart, each with its tone on a long syllable and before p, t, k; the first is no mark.
const TONES: [(char, &str, &str); 6] = [
    ('\0', "˧", ""),
    ('\u{300}', "˨˩", ""),
    ('\u{301}', "˨˦", "˦˥"),
    ('\u{309}', "˧˩˨", ""),
    ('\u{303}', "˧ˀ˥", ""),
    ('\u{323}', "˨˩ˀ", "˨˩"),
];

/// How a name is said, syllable by syllable; none where a part of it is not a Vietnamese word written out.
///
/// ```
/// use tenpho::register::said;
/// assert_eq!(said("Lê Chân").as_deref(), Some("le˧ tɕɤ̆n˧"));
/// assert_eq!(said("30/4"), None);
/// ```
#[must_use]
pub fn said(name: &str) -> Option<String> {
    let syllables: Vec<String> = name.split_whitespace().map(syllable).collect::<Option<_>>()?;
    Some(syllables.join(" ")).filter(|said| !said.is_empty())
}

fn syllable(word: &str) -> Option<String> {
    let (letters, mark) = without_tone(word)?;
    let ((onset, spelling), rest) = onset_of(&letters)?;
    let (vowels, coda) = CODAS.iter().filter_map(|(written, coda)| Some((rest.strip_suffix(written)?, (*written, *coda)))).next()?;
    let (vowels, sound) = vowels_of(spelling, vowels, coda.0)?;
    let is_stopped = matches!(coda.1, "k" | "p" | "t");
    let (_, long, short) = TONES.iter().find(|(tone, ..)| *tone == mark)?;
    let tone = if is_stopped { short } else { long };
    if tone.is_empty() {
        return None;
    }
    let coda = match (vowels, coda.1) {
        // The lips close with k and ŋ behind a rounded vowel.
        ("o" | "ô" | "u", "k") => "k͡p",
        ("o" | "ô" | "u", "ŋ") => "ŋ͡m",
        (_, coda) => coda,
    };
    // A syllable that begins with its glide begins without a stop in the throat.
    let (onset, sound) = match (onset, sound.strip_prefix('ʷ')) {
        ("ʔ", Some(rest)) => ("", format!("w{rest}")),
        (onset, _) => (onset, sound),
    };
    Some(format!("{onset}{sound}{coda}{tone}"))
}

/// What stands before the vowels of a syllable, as a sound, and what the spelling leaves of the vowels by convention.
type Onset = (&'static str, Spelling);

/// What the letters before the vowels say about them.
#[derive(Clone, Copy, PartialEq)]
enum Spelling {
    /// Nothing.
    Plain,
    /// `gi`: its i is also the vowel where none follows, and the first half of iê.
    Gi,
    /// `qu`: its u is the glide.
    Qu,
}

fn onset_of(letters: &str) -> Option<(Onset, &str)> {
    if let Some(rest) = letters.strip_prefix("qu") {
        return Some((("k", Spelling::Qu), rest));
    }
    if let Some(rest) = letters.strip_prefix("gi") {
        return Some((("z", Spelling::Gi), rest));
    }
    ONSETS.iter().find_map(|(written, sound)| Some(((*sound, Spelling::Plain), letters.strip_prefix(written)?)))
}

/// The vowels of a syllable as they are written and as they sound.
fn vowels_of<'a>(spelling: Spelling, vowels: &'a str, coda: &str) -> Option<(&'a str, String)> {
    let find = |written: &str| VOWELS.iter().find(|(one, ..)| *one == written).map(|(_, sound, stands)| (*sound, *stands));
    let (written, (sound, stands), glide) = match (spelling, vowels) {
        (Spelling::Gi, "") => ("i", find("i")?, ""),
        (Spelling::Gi, "ê") => ("iê", find("iê")?, ""),
        (Spelling::Gi, "êu") => ("iêu", find("iêu")?, ""),
        // «Quốc» is said like «cuốc».
        (Spelling::Qu, "ô") => ("uô", find("uô")?, ""),
        (Spelling::Qu, _) => (vowels, find(vowels).filter(|(sound, _)| !sound.starts_with('ʷ'))?, "ʷ"),
        (Spelling::Gi | Spelling::Plain, _) => (vowels, find(vowels)?, ""),
    };
    let fits = match stands {
        Anywhere => true,
        Closed => !coda.is_empty(),
        Open => coda.is_empty(),
    };
    // A palatal end stands behind a, ê, i only, and makes an a of «anh» and «ach» an ɛ in the north.
    let is_palatal = matches!(coda, "nh" | "ch");
    let sound = match (is_palatal, sound) {
        (true, "a" | "ʷa") => sound.replace('a', "ɛ"),
        (true, "e" | "i" | "ʷe" | "ʷi") | (false, _) => sound.to_owned(),
        (true, _) => return None,
    };
    fits.then(|| (written, format!("{glide}{sound}")))
}

/// The letters of a word in lower case without their tone mark, and that mark; none where there are two.
fn without_tone(word: &str) -> Option<(String, char)> {
    let mut mark = '\0';
    let mut rest = String::new();
    for letter in word.to_lowercase().nfd() {
        if !TONES.iter().any(|(tone, ..)| *tone == letter) {
            rest.push(letter);
        } else if mark == '\0' {
            mark = letter;
        } else {
            return None;
        }
    }
    Some((rest.nfc().collect(), mark))
}

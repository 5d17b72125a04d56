//! How is a Vietnamese syllable built, and where does its tone mark (dấu thanh) stand?

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Grave, acute, tilde, hook above, dot below: huyền, sắc, ngã, hỏi, nặng.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
/// Circumflex, breve, horn: the marks that make another vowel (â, ă, ơ).
const QUALITIES: [char; 3] = ['\u{302}', '\u{306}', '\u{31b}'];
/// What a syllable may begin with; the vowels of gi and qu are counted with the vowels.
const INITIALS: [&str; 27] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "q", "r", "s", "t", "th", "tr",
    "v", "x",
];
/// What a syllable may end with behind its vowels.
const FINALS: [&str; 9] = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];
/// Vowels in a row at most: giương, khuỷu, quyết.
const MOST_VOWELS: usize = 4;

/// One letter with what stands on it.
struct Letter {
    base: char,
    quality: bool,
    tone: Option<char>,
}

impl Letter {
    fn is_vowel(&self) -> bool {
        matches!(self.base, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
    }
}

/// The text in lower case with the tone mark of every word moved behind its last letter: the same
/// for `hòa` and `hoà`, another for `hoa` and `hoá`. For comparing, not for reading.
#[must_use]
pub fn tones_last(text: &str) -> String {
    let (mut moved, mut word, mut tones) = (String::with_capacity(text.len() + 8), String::new(), String::new());
    for letter in text.nfd().flat_map(char::to_lowercase) {
        if TONES.contains(&letter) {
            tones.push(letter);
            continue;
        }
        if !letter.is_alphabetic() && !is_combining_mark(letter) {
            moved.extend(word.nfc().chain(tones.chars()));
            word.clear();
            tones.clear();
        }
        word.push(letter);
    }
    moved.extend(word.nfc().chain(tones.chars()));
    moved
}

/// Has this word the shape of a Vietnamese syllable with a tone mark where none can stand: a second one,
/// one on a consonant, or one on the wrong vowel (`ngừơi`, `họat`)? Words of another shape are left alone.
#[must_use]
pub fn has_misplaced_tone(word: &str) -> bool {
    let Some(letters) = letters_of(word) else { return false };
    let Some((vowels, is_closed)) = vowels_of(&letters) else { return false };
    let tones = letters.iter().filter(|letter| letter.tone.is_some()).count();
    // ñ alone is Spanish, not a slip.
    let on_consonant =
        letters.iter().any(|letter| !letter.is_vowel() && letter.tone.is_some() && (letter.base, letter.tone) != ('n', Some('\u{303}')));
    tones > 1 || on_consonant || is_on_wrong_vowel(vowels, is_closed)
}

/// The letters of a word, or none where one carries what no Vietnamese letter carries.
fn letters_of(word: &str) -> Option<Vec<Letter>> {
    let mut letters: Vec<Letter> = Vec::new();
    for letter in word.nfd().flat_map(char::to_lowercase) {
        match letters.last_mut() {
            Some(last) if TONES.contains(&letter) && last.tone.is_none() => last.tone = Some(letter),
            Some(last) if QUALITIES.contains(&letter) => last.quality = true,
            _ if letter == 'đ' || letter.is_ascii_lowercase() => letters.push(Letter { base: letter, quality: false, tone: None }),
            _ => return None,
        }
    }
    Some(letters)
}

/// The one run of vowels of a syllable and whether consonants close it, or none where this is no syllable.
fn vowels_of(letters: &[Letter]) -> Option<(&[Letter], bool)> {
    let first = letters.iter().position(Letter::is_vowel)?;
    let end = letters[first..].iter().position(|letter| !letter.is_vowel()).map_or(letters.len(), |length| first + length);
    let bases = |part: &[Letter]| part.iter().map(|letter| letter.base).collect::<String>();
    let (initial, last) = (bases(&letters[..first]), bases(&letters[end..]));
    let fits = INITIALS.contains(&initial.as_str()) && FINALS.contains(&last.as_str()) && end - first <= MOST_VOWELS;
    fits.then_some((&letters[first..end], end < letters.len()))
}

/// The tone stands on the last of ă â ê ô ơ ư where there is one; else, in a closed syllable, not on the glide of oa, oe, uy.
fn is_on_wrong_vowel(vowels: &[Letter], is_closed: bool) -> bool {
    let Some(at) = vowels.iter().position(|vowel| vowel.tone.is_some()) else { return false };
    match vowels.iter().rposition(|vowel| vowel.quality) {
        Some(right) => at != right,
        None => is_closed && at == 0 && matches!(vowels.iter().map(|vowel| vowel.base).collect::<String>().as_str(), "oa" | "oe" | "uy"),
    }
}

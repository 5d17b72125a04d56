//! Which words does a text fall into, for the search? Letters without marks beside letters as written; scripts without spaces apart.

use crate::register::spelling::nfc;
use crate::register::{fold, tones_last};
use unicode_normalization::char::is_combining_mark;

/// One word of a name or of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Lower case without marks.
    pub folded: String,
    /// Lower case with its marks, the tone mark of a syllable behind it: the same for `hoà` and `hòa`.
    pub marked: String,
}

impl Token {
    /// Does it carry marks?
    pub fn has_marks(&self) -> bool {
        self.folded != self.marked
    }

    /// Is it written in a script that puts no spaces between words?
    pub fn is_unspaced(&self) -> bool {
        self.folded.chars().next().is_some_and(is_unspaced)
    }
}

/// The words of a text.
pub fn tokens(text: &str) -> Vec<Token> {
    let (mut found, mut word): (Vec<Token>, String) = (Vec::new(), String::new());
    for letter in nfc(text).chars().filter(|letter| !matches!(letter, '\'' | '’' | 'ʼ' | '`' | '´')) {
        let belongs = letter.is_alphanumeric() || is_combining_mark(letter) || is_unspaced(letter);
        let parts = word.chars().next_back().is_some_and(|last| !is_combining_mark(letter) && is_unspaced(last) != is_unspaced(letter));
        if !belongs || parts {
            found.extend(token(&std::mem::take(&mut word)));
        }
        if belongs {
            word.push(letter);
        }
    }
    found.extend(token(&word));
    found
}

/// The letters of a word as they are compared: a number loses the zeros before it and the ending of its order (`01`, `1st`, `1er`).
fn token(word: &str) -> Option<Token> {
    let folded = nfc(&fold(word));
    let digits = folded.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_order = is_number && matches!(&folded[digits.len()..], "" | "st" | "nd" | "rd" | "th" | "er" | "ere" | "e");
    if is_order {
        let plain = digits.trim_start_matches('0');
        let plain = if plain.is_empty() { "0" } else { plain };
        return Some(Token { folded: plain.to_owned(), marked: plain.to_owned() });
    }
    (!folded.is_empty()).then(|| Token { marked: tones_last(word), folded })
}

/// Han, kana, Hangul.
const fn is_unspaced(letter: char) -> bool {
    matches!(letter,
        '\u{1100}'..='\u{11ff}' | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{3130}'..='\u{318f}' | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}'
        | '\u{20000}'..='\u{3ffff}')
}

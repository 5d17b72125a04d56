//! Which letters look like a letter of ours and are another?

use unicode_normalization::UnicodeNormalization;

/// Letters of other alphabets that a reader takes for the Latin one beside them.
const DOUBLES: &[(char, char)] = &[
    // Icelandic eth, African D, Turkish dotless i
    ('ð', 'đ'),
    ('Ð', 'Đ'),
    ('ɖ', 'đ'),
    ('Ɖ', 'Đ'),
    ('ı', 'i'),
    // Cyrillic
    ('а', 'a'),
    ('е', 'e'),
    ('о', 'o'),
    ('р', 'p'),
    ('с', 'c'),
    ('у', 'y'),
    ('х', 'x'),
    ('і', 'i'),
    ('ј', 'j'),
    ('ѕ', 's'),
    ('һ', 'h'),
    ('к', 'k'),
    ('ԁ', 'd'),
    ('ԛ', 'q'),
    ('ԝ', 'w'),
    ('ӏ', 'l'),
    ('А', 'A'),
    ('В', 'B'),
    ('Е', 'E'),
    ('К', 'K'),
    ('М', 'M'),
    ('Н', 'H'),
    ('О', 'O'),
    ('Р', 'P'),
    ('С', 'C'),
    ('Т', 'T'),
    ('У', 'Y'),
    ('Х', 'X'),
    ('І', 'I'),
    ('Ј', 'J'),
    ('Ѕ', 'S'),
    ('Һ', 'H'),
    ('Ү', 'Y'),
    ('Ԛ', 'Q'),
    ('Ԝ', 'W'),
    ('Ӏ', 'I'),
    // Greek
    ('α', 'a'),
    ('ι', 'i'),
    ('κ', 'k'),
    ('ν', 'v'),
    ('ο', 'o'),
    ('ρ', 'p'),
    ('υ', 'u'),
    ('χ', 'x'),
    ('ϲ', 'c'),
    ('ϳ', 'j'),
    ('Α', 'A'),
    ('Β', 'B'),
    ('Ε', 'E'),
    ('Ζ', 'Z'),
    ('Η', 'H'),
    ('Ι', 'I'),
    ('Κ', 'K'),
    ('Μ', 'M'),
    ('Ν', 'N'),
    ('Ο', 'O'),
    ('Ρ', 'P'),
    ('Τ', 'T'),
    ('Υ', 'Y'),
    ('Χ', 'X'),
];

/// Is it a letter of the Latin alphabet, also in costume?
pub(super) fn is_latin(letter: char) -> bool {
    let is_plain =
        letter.is_alphabetic() && matches!(letter, 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{256}' | '\u{1e00}'..='\u{1eff}');
    is_plain || undressed(letter).is_some_and(|plain| plain.starts_with(|first: char| first.is_ascii_alphabetic()))
}

/// The plain letters or digits of one in costume: full width, a ligature, a Roman numeral in one piece, the bold and
/// slanted alphabets of mathematics that people paste from social networks.
pub(super) fn undressed(letter: char) -> Option<String> {
    let is_dressed = matches!(letter,
        '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' | '\u{fb00}'..='\u{fb06}' | '\u{2160}'..='\u{217f}' | '\u{1d400}'..='\u{1d7ff}');
    let plain = || std::iter::once(letter).nfkc().collect::<String>();
    is_dressed.then(plain).filter(|plain| !plain.starts_with(letter))
}

/// The Latin letter that this letter of another alphabet passes for, with the marks that it carries.
pub(super) fn double(letter: char) -> Option<String> {
    if letter.is_ascii() {
        return None;
    }
    let parts: Vec<char> = std::iter::once(letter).nfd().collect();
    let (_, meant) = DOUBLES.iter().find(|(other, _)| *other == parts[0])?;
    Some(std::iter::once(*meant).chain(parts[1..].iter().copied()).nfc().collect())
}

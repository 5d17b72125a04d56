//! What did somebody mean whose keyboard did not put the marks on? The keys of Telex and VNI, i for y, and one slip of the finger.

/// What a word may stand for besides itself, without marks.
pub fn meant(word: &str) -> Vec<String> {
    let mut found: Vec<String> = [telex(word), vni(word), swapped_y(word)].into_iter().flatten().collect();
    found.dedup();
    found
}

/// `ddieenj` is `dien`: after the first vowel, s f r x j z set the tone and w the horn; a letter typed again puts its hat on.
fn telex(word: &str) -> Option<String> {
    let mut plain = String::with_capacity(word.len());
    let mut vowels = 0_usize;
    for letter in word.chars() {
        let again = matches!(letter, 'a' | 'e' | 'o') && plain.contains(letter) || letter == 'd' && plain.starts_with('d');
        let is_key = matches!(letter, 's' | 'f' | 'r' | 'x' | 'j' | 'z') && vowels > 0 || letter == 'w';
        if letter == 'w' && vowels == 0 {
            // A w where the vowel should be is ư: `ddwcs`, `trwng`.
            plain.push('u');
        } else if !again && !is_key {
            plain.push(letter);
        }
        vowels += usize::from(matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w'));
    }
    (plain != word && word.bytes().all(|byte| byte.is_ascii_lowercase()) && plain.len() >= 2).then_some(plain)
}

/// `d9ie6n5` is `dien`: digits after the first letter set marks.
fn vni(word: &str) -> Option<String> {
    let is_typed = word.starts_with(|letter: char| letter.is_ascii_lowercase())
        && word.bytes().all(|byte| byte.is_ascii_lowercase() || (b'1'..=b'9').contains(&byte));
    let plain: String = word.chars().filter(|letter| !letter.is_ascii_digit()).collect();
    (is_typed && plain.len() >= 2 && plain != word).then_some(plain)
}

/// `li` is `ly`, and `ly` is `li`.
fn swapped_y(word: &str) -> Option<String> {
    let (start, last) = word.split_at_checked(word.len().checked_sub(1)?)?;
    match last {
        "i" if !start.is_empty() => Some(format!("{start}y")),
        "y" if !start.is_empty() => Some(format!("{start}i")),
        _ => None,
    }
}

/// Consonants that sound alike in the north.
const ALIKE: &[&[&str]] = &[&["l", "n"], &["tr", "ch"], &["s", "x"], &["gi", "d", "r"]];

/// The words that sound like this one in the north: `nach` is `lach`.
pub fn heard(word: &str) -> Vec<String> {
    let start = |one: &&&str| word.starts_with(**one);
    // «ng» and «nh» are sounds of their own.
    let own = word.starts_with("ng") || word.starts_with("nh");
    let group = ALIKE.iter().filter(|_| !own).find_map(|group| group.iter().find(start).map(|own| (*group, *own)));
    let Some((group, own)) = group else { return Vec::new() };
    group.iter().filter(|other| **other != own).map(|other| format!("{other}{}", &word[own.len()..])).collect()
}

/// Which letters a word has, a bit each: two words that are one slip apart differ in two bits at most.
pub fn letters_of(word: &str) -> u32 {
    word.bytes().fold(0, |mask, byte| mask | 1 << (byte % 32))
}

/// Is one of two words made of the other by one letter more, less, other, or two neighbours swapped?
pub fn is_one_slip_off(one: &[u8], other: &[u8]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (short, long) = (&short[same..], &long[same..]);
    match long.len() - short.len() {
        0 if short.is_empty() => false,
        0 => short[1..] == long[1..] || short.len() >= 2 && short[0] == long[1] && short[1] == long[0] && short[2..] == long[2..],
        1 => *short == long[1..],
        _ => false,
    }
}

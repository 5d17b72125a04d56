//! Does a sentence stand in another language than its text?

use super::Lang;

/// Words that hardly a sentence of a language does without, and that are no words of the other two.
const VIETNAMESE: [&str; 24] = [
    "của", "và", "được", "những", "các", "người", "trong", "không", "là", "cho", "với", "này", "năm", "khi", "đã", "một", "ở", "tại",
    "đến", "từ", "để", "ông", "bà", "theo",
];
const ENGLISH: [&str; 24] = [
    "the", "and", "of", "was", "were", "with", "which", "his", "her", "that", "from", "this", "they", "by", "for", "he", "she", "is",
    "are", "has", "had", "been", "who", "its",
];
const FRENCH: [&str; 24] = [
    "le", "les", "des", "et", "du", "une", "est", "dans", "qui", "avec", "sur", "par", "pour", "au", "aux", "cette", "ce", "fut", "il",
    "elle", "son", "sa", "ses", "ont",
];
/// Such words that a sentence must have before it is taken for one of that language.
const FEWEST: usize = 3;
/// Letters of a script behind one another that make a sentence of it, rather than a name that is quoted.
const LONGEST_QUOTED: usize = 12;

/// The first sentence that is in another language than this.
pub(super) fn foreign_sentence(text: &str, lang: Lang) -> Option<&str> {
    text.split_inclusive(['.', '!', '?', '。', '\n', '…']).map(str::trim).find(|sentence| is_foreign(sentence, lang))
}

fn is_foreign(sentence: &str, lang: Lang) -> bool {
    let words: Vec<String> = sentence.split(|letter: char| !letter.is_alphabetic()).map(str::to_lowercase).collect();
    let count = |list: &[&str]| words.iter().filter(|word| list.contains(&word.as_str())).count();
    let latin = [(Lang::Vi, count(&VIETNAMESE)), (Lang::En, count(&ENGLISH)), (Lang::Fr, count(&FRENCH))];
    let own = latin.iter().find(|(of, _)| *of == lang).map_or(0, |(_, count)| *count);
    let in_letters = latin.iter().any(|(of, count)| *of != lang && *count >= FEWEST && *count > 2 * own);
    in_letters || is_in_foreign_script(sentence, lang)
}

fn is_in_foreign_script(sentence: &str, lang: Lang) -> bool {
    let han = longest_run(sentence, |letter| matches!(letter, '\u{3400}'..='\u{9fff}'));
    let kana = longest_run(sentence, |letter| matches!(letter, '\u{3041}'..='\u{30ff}'));
    let hangul = sentence.chars().filter(|letter| matches!(letter, '\u{ac00}'..='\u{d7a3}')).count();
    match lang {
        Lang::Vi | Lang::En | Lang::Fr => han > LONGEST_QUOTED || kana > 1 || hangul > 1,
        Lang::Zh => kana > 1 || hangul > 1,
        // A Japanese sentence of that many characters has syllables between them.
        Lang::Ja => hangul > 1 || (han > LONGEST_QUOTED && kana == 0),
        Lang::Ko => kana > 1 || (han > LONGEST_QUOTED && hangul == 0),
    }
}

fn longest_run(sentence: &str, is_of: impl Fn(char) -> bool) -> usize {
    let runs = sentence.split(|letter| !is_of(letter));
    runs.map(|run| run.trim().chars().count()).max().unwrap_or(0)
}

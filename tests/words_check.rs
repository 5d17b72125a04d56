//! The two checks of an editor's text: marks and letters that nobody typed on purpose, and names unlike the register's.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use tenpho::register::{Oddity, cleaned, has_misplaced_tone, tones_last, unusual};
use unicode_normalization::is_nfc;

fn oddities(text: &str) -> Vec<Oddity> {
    unusual(text).into_iter().map(|one| one.oddity).collect()
}

fn look_alike(meant: &str) -> Oddity {
    Oddity::LookAlike { meant: meant.to_owned() }
}

#[test]
fn plain_vietnamese_and_english_have_nothing_unusual() {
    for text in [
        "Đường Lê Duẩn (30/4), phố Trần Hưng Đạo – “Hòa Bình”, Thuỷ Nguyên.\r\n\r\nNgười Việt, quý, giếng, khuỷu tay.",
        "Café Père Hélène, naïve, Curaçao, Poznań, señor, préféré, créé; Москва; αβγ; 街; ½ m²",
        "Nguye\u{302}\u{303}n \u{110}u\u{31b}\u{301}c Ca\u{309}nh",
    ] {
        assert_eq!(unusual(text), [], "{text}");
    }
}

#[test]
fn what_nobody_sees_is_pointed_out_where_it_stands() {
    let found = unusual("Lê\u{200b} Duẩn\u{ad}\u{202e}\u{e000}\u{fe0f}\u{7}");
    assert_eq!(found.iter().map(|one| one.at).collect::<Vec<_>>(), [2, 8, 9, 10, 11, 12]);
    assert!(found.iter().all(|one| one.oddity == Oddity::Invisible));
    assert_eq!(oddities("30\u{a0}km\ta\u{3000}"), [Oddity::Space, Oddity::Space, Oddity::Space]);
    assert_eq!(oddities("L\u{fffd} Duẩn"), [Oddity::Lost]);
}

#[test]
fn a_letter_of_another_alphabet_in_a_latin_word_is_pointed_out() {
    assert_eq!(oddities("Ðường ðạo Ɖông Ｌê ı"), ["Đ", "đ", "Đ", "L", "i"].map(look_alike));
    assert_eq!(oddities("Trầո Рhú H\u{200b}о\u{300}a"), [look_alike("P"), Oddity::Invisible, look_alike("o")]);
    assert_eq!(oddities("Росси́я Рим αύριο"), []);
    assert_eq!(unusual("Hά")[0].oddity, look_alike("á"));
}

#[test]
fn a_mark_that_no_letter_takes_is_pointed_out() {
    assert_eq!(unusual("Duẩ\u{301}n")[0].written, "ẩ\u{301}");
    assert_eq!(oddities("Lệ\u{323} \u{301} q\u{309}"), [Oddity::LooseMark, Oddity::LooseMark, Oddity::LooseMark]);
}

#[test]
fn a_tone_mark_on_the_wrong_letter_is_pointed_out() {
    for word in ["ngừơi", "đựơc", "họat", "tóan", "tíêng", "Nguyễń", "thúý", "tiêńg", "húynh"] {
        assert_eq!(oddities(word), [Oddity::Misplaced], "{word}");
    }
    for word in ["hòa", "hoà", "Thủy", "Thuỷ", "rượu", "giường", "quyết", "Hoàn", "thuở", "ñ", "Tòa", "quý"] {
        assert!(!has_misplaced_tone(word), "{word}");
    }
}

#[test]
fn the_place_of_a_tone_mark_makes_no_other_spelling() {
    assert_eq!(tones_last("Hòa Bình"), tones_last("HOÀ bình"));
    assert_eq!(tones_last("Thủy"), tones_last("Thuỷ"));
    for (one, other) in [("Duẩn", "Duẫn"), ("Hòa", "Hoa"), ("Bình Hòa", "Bính Hoà"), ("Đà", "Dà"), ("Tô", "Tơ")] {
        assert_ne!(tones_last(one), tones_last(other));
    }
}

#[test]
fn a_cleaned_text_keeps_its_lines_and_its_words() {
    assert_eq!(cleaned("\u{feff}a\u{a0}b\tc\r\nd\re\u{2028}f\n\ng"), "a b c\nd\ne\nf\n\ng");
    assert_eq!(cleaned("Ðường Ｔrầո Рhú ﬁ 𝐋ê Ⅳ １２"), "Đường Trầո Phú fi Lê IV 12");
    assert_eq!(cleaned("Россия α"), "Россия α");
    assert_eq!(cleaned("L\u{fffd} Duẩn"), "L\u{fffd} Duẩn");
}

#[test]
fn whatever_is_cleaned_has_nothing_invisible_and_no_look_alike_left() {
    const PIECES: [&str; 30] = [
        "a", "L", "ê", "Duẩn", "đ", " ", "\n", "\r\n", "\u{a0}", "\u{200b}", "\u{34f}", "\u{301}", "\u{323}", "Ð", "а", "ё", "ό", "𝛼",
        "Ｌ", "１", "ﬁ", "Ⅳ", "\u{fe0f}", "\u{fffd}", "\u{2028}", "\u{e000}", "街", "\u{212a}", "\u{115f}", "-",
    ];
    let mut chance = StdRng::seed_from_u64(30);
    for round in 0..20_000 {
        let any = |chance: &mut StdRng| char::from_u32(chance.random_range(0..0x2_ffff)).unwrap_or('x').to_string();
        let mut piece = || if round % 2 == 0 { PIECES[chance.random_range(0..PIECES.len())].to_owned() } else { any(&mut chance) };
        let text: String = (0..12).map(|_| piece()).collect();
        let clean = cleaned(&text);
        let left: Vec<_> =
            unusual(&clean).into_iter().filter(|one| !matches!(one.oddity, Oddity::LooseMark | Oddity::Misplaced | Oddity::Lost)).collect();
        assert!(left.is_empty(), "{text:?} -> {clean:?}: {left:?}");
        assert!(is_nfc(&clean) && cleaned(&clean) == clean, "{text:?}");
    }
}

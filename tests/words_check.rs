//! The two checks of an editor's text: marks and letters that nobody typed on purpose, and names unlike the register's.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::time::{Duration, Instant};
use tenpho::register::{DoubtKind, NameCheck, NameDoubt, Oddity, cleaned, fold, has_misplaced_tone, names_of, tones_last, unusual};
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

fn doubts(text: &str) -> Vec<NameDoubt> {
    let names = [
        "Lê Duẩn",
        "Trần Hưng Đạo",
        "Trần Hùng",
        "Hòa Bình",
        "Nguyễn Thị Minh Khai",
        "Minh Khai",
        "Bãi cọc Cao Quỳ",
        "Làng Hạ Lý",
        "Cộng Hòa",
        "Tôn Đản",
        "Tông Đản",
        "30/4",
        "Rế",
        "Nguyễn Văn Linh",
    ];
    NameCheck::of(names).look(text)
}

/// Kind, name as written, name of the register.
fn brief(text: &str) -> Vec<(DoubtKind, String, String)> {
    doubts(text).into_iter().map(|doubt| (doubt.kind, doubt.written, doubt.registered.join("/"))).collect()
}

fn marks(written: &str, registered: &str) -> (DoubtKind, String, String) {
    (DoubtKind::Marks, written.to_owned(), registered.to_owned())
}

fn letter(written: &str, registered: &str) -> (DoubtKind, String, String) {
    (DoubtKind::Letter, written.to_owned(), registered.to_owned())
}

#[test]
fn a_name_with_other_marks_than_the_register_is_pointed_out() {
    assert_eq!(brief("Phố Lê Duẫn dài 2 km."), [marks("Lê Duẫn", "Lê Duẩn")]);
    for before in ["Đường", "Phố", "Đại lộ", "ĐƯỜNG", "Cầu", "Vườn hoa"] {
        assert_eq!(brief(&format!("{before} Lê Duẫn")), [marks("Lê Duẫn", "Lê Duẩn")]);
    }
    assert_eq!(brief("PHỐ LÊ DUẪN Ở ĐÂY"), [marks("LÊ DUẪN", "Lê Duẩn")]);
    assert_eq!(brief("Le Duan Street and Tran Hung Dao"), [marks("Le Duan", "Lê Duẩn"), marks("Tran Hung Dao", "Trần Hưng Đạo")]);
    assert_eq!(brief("Cọc ở Cao Quỷ, làng Hạ Lỹ"), [marks("Cao Quỷ", "Cao Quỳ"), marks("Hạ Lỹ", "Hạ Lý")]);
    assert_eq!(brief("Le\u{302} Dua\u{302}\u{303}n")[0].0, DoubtKind::Marks);
    assert_eq!(doubts("Phố Lê Duẫn")[0].at, 4);
}

#[test]
fn the_register_s_own_spelling_is_never_pointed_out() {
    let text = "LÊ DUẨN, Le\u{302} Dua\u{302}\u{309}n, Lê\u{a0}Duẩn, Lê\nDuẩn, Hoà Bình, HOÀ BÌNH, Trần Hưng-Đạo, Tôn Đản, Tông Đản, Cao Quỳ, Hạ Lý, ngày 30/4, đường Rê";
    assert_eq!(doubts(text), []);
}

#[test]
fn a_name_one_letter_off_is_pointed_out() {
    for slip in ["Trần Hưg Đạo", "Trần Hưngg Đạo", "Trần Hưnh Đạo", "Trần Hưgn Đạo", "Tran Hug Dao"] {
        assert_eq!(brief(slip), [letter(slip, "Trần Hưng Đạo")]);
    }
    assert_eq!(brief("Nguyễn Thị Mnh Khai"), [letter("Nguyễn Thị Mnh Khai", "Nguyễn Thị Minh Khai")]);
    for other in ["Lê Duẩ", "Trần Hừng Đao X", "Nguyễn Vân Lanh", "Kinh Khai", "Trưn Hưg Đạo", "Tri Khai"] {
        assert_eq!(brief(other).iter().filter(|one| one.0 == DoubtKind::Letter).count(), 0, "{other}");
    }
}

#[test]
fn a_longer_name_of_the_register_covers_what_lies_in_it() {
    assert_eq!(doubts("Trần Hưng Đạo"), []);
    assert_eq!(brief("Trần Hưng"), [marks("Trần Hưng", "Trần Hùng")]);
    assert_eq!(brief("Trần Hưng Đao"), [marks("Trần Hưng Đao", "Trần Hưng Đạo")]);
    assert_eq!(doubts("Ông Nguyễn Công Hòa"), [], "the rest of somebody's name");
    assert_eq!(brief("Phường Công Hòa"), [marks("Công Hòa", "Cộng Hòa")]);
}

#[test]
fn words_that_do_not_stand_together_make_no_name() {
    assert_eq!(doubts("Lê, Duẫn. Lê\n\nDuẫn; lê duẫn; Lê 2 Duẫn; Lê và Duẫn"), []);
    assert_eq!(doubts("Lê Duẫn, LÊ DUẪN, Lê Duẫn, Lê Duan").len(), 2, "each spelling once");
}

#[test]
fn the_texts_of_the_starter_register_raise_no_doubt() {
    let register = tenpho::exchange::starter().unwrap();
    let check = NameCheck::of(names_of(&register));
    let mut found = Vec::new();
    for story in &register.stories {
        let text = format!("{}\n\n{}", story.lead, story.body);
        found.extend(check.look(&text).into_iter().map(|doubt| (story.place.slug.clone(), doubt)));
        assert_eq!(unusual(&text), [], "{}", story.place.slug);
    }
    assert_eq!(register.stories.len(), 1_860);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_street_written_without_its_marks_is_pointed_out() {
    let register = tenpho::exchange::starter().unwrap();
    let names = names_of(&register);
    let check = NameCheck::of(names.iter().copied());
    for street in &register.streets {
        let bare: Vec<String> = fold(street.name.as_str()).split(' ').map(|word| word[..1].to_uppercase() + &word[1..]).collect();
        let bare = bare.join(" ");
        let is_of_words = bare.contains(' ') && !bare.contains(char::is_numeric);
        if is_of_words
            && !names.contains(&bare.as_str())
            && !street.name.as_str().split(' ').any(|word| word.starts_with(char::is_lowercase))
        {
            let found = check.look(&format!("Here is {bare}, a street."));
            assert!(found.iter().any(|one| one.written == bare && one.registered.contains(&street.name.to_string())), "{bare}: {found:?}");
        }
    }
}

#[test]
fn a_long_text_is_compared_with_many_names_in_a_blink() {
    let register = tenpho::exchange::starter().unwrap();
    let words: Vec<&str> =
        names_of(&register).into_iter().flat_map(str::split_whitespace).filter(|word| word.starts_with(char::is_uppercase)).collect();
    let word = |at: usize| words[at % words.len()];
    let names: Vec<String> = (0..20_000).map(|at| format!("{} {} {}", word(at), word(at * 7919), word(at * 104_729 / 8))).collect();
    let started = Instant::now();
    let check = NameCheck::of(names.iter().map(String::as_str));
    let built = started.elapsed();
    let text: String =
        names.iter().flat_map(|name| [name.to_uppercase(), " ".to_owned()]).collect::<String>().chars().take(40_000).collect();
    let started = Instant::now();
    let doubts = check.look(&text);
    let looked = started.elapsed();
    println!("built in {built:?}, looked in {looked:?}, {} doubts", doubts.len());
    // Four times what it may take, for a machine that does other things as well.
    assert!(built < Duration::from_millis(800) && looked < Duration::from_millis(200), "{built:?} {looked:?}");
}

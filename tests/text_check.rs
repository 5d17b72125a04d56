//! What the doctor finds in texts: a mark off, a year off, a language mixed into another; and nothing where nothing is wrong.

use crate::kit::Operator;
use tenpho::exchange::starter;
use tenpho::register::{KnownDate, Lang, Line, Name, PlaceKind, Register, Review, Slug, Stage, Story, TextFinding, text_findings};

fn register() -> Register {
    starter().unwrap()
}

fn story<'a>(register: &'a mut Register, place: &str, lang: Lang) -> &'a mut Story {
    register
        .stories
        .iter_mut()
        .find(|one| one.place.to_string() == place && one.lang == lang)
        .unwrap_or_else(|| panic!("no {place} {lang}"))
}

/// Puts one wording in place of another; the fault has to be there.
fn put(register: &mut Register, place: &str, lang: Lang, from: &str, to: &str) {
    let story = story(register, place, lang);
    let told = format!("{}\n{}", story.lead, story.body);
    assert!(told.contains(from), "{place} {lang} no longer says {from:?}");
    story.lead = Line::parse(&story.lead.as_str().replacen(from, to, 1)).unwrap();
    story.body = story.body.replacen(from, to, 1);
}

fn add(register: &mut Register, place: &str, lang: Lang, words: &str) {
    let story = story(register, place, lang);
    story.body = format!("{}\n\n{words}", story.body);
}

fn namesake<'a>(register: &'a mut Register, slug: &str) -> &'a mut tenpho::register::Namesake {
    register.namesakes.iter_mut().find(|one| one.slug.as_str() == slug).unwrap()
}

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

fn slug(text: &str) -> Slug {
    Slug::parse(text).unwrap()
}

/// A fault that somebody might plant: what it is, the key of the finding, the place, and how it is planted.
type Planted = (&'static str, &'static str, &'static str, fn(&mut Register));

const PLANTED: &[Planted] = &[
    ("a mark off in a name", "name-doubt-marks", "street/le-duan", |all| {
        add(all, "street/le-duan", Lang::Vi, "Đường Lê Duẫn dài và rộng.")
    }),
    ("a mark off in English", "name-doubt-marks", "street/tam-bac", |all| {
        add(all, "street/tam-bac", Lang::En, "It ends at Điện Biên Phú street.")
    }),
    ("a letter off in a name", "name-doubt-letter", "street/to-hieu", |all| {
        add(all, "street/to-hieu", Lang::Vi, "Gần đó là phố Nguyễn Bỉnh Khiên.")
    }),
    ("a letter too many", "name-doubt-letter", "street/le-loi", |all| add(all, "street/le-loi", Lang::En, "So did Nguyễn Đứcc Cảnh.")),
    ("a birth year off in the lead", "text-life", "street/le-loi", |all| put(all, "street/le-loi", Lang::Vi, "1385", "1358")),
    ("a death year off in English", "text-life", "street/to-hieu", |all| put(all, "street/to-hieu", Lang::En, "1944", "1945")),
    ("a life off in another text", "text-life", "street/tam-bac", |all| {
        add(all, "street/tam-bac", Lang::Vi, "Nhạc sĩ Văn Cao (1923–1996) từng qua đây.")
    }),
    ("a life off in Chinese brackets", "text-life", "street/tam-bac", |all| {
        add(all, "street/tam-bac", Lang::En, "Văn Cao（1922–1995） came here.")
    }),
    ("a death year off behind the name in Chinese brackets", "text-life", "street/hoang-van-thu", |all| {
        put(all, "street/hoang-van-thu", Lang::Zh, "1909—1944", "1909—1945");
    }),
    ("a birth year off behind the name in Japanese brackets", "text-life", "street/hoang-van-thu", |all| {
        put(all, "street/hoang-van-thu", Lang::Ja, "1909～1944年", "1906～1944年");
    }),
    ("a death year off behind the name in Korean brackets", "text-life", "street/hoang-van-thu", |all| {
        put(all, "street/hoang-van-thu", Lang::Ko, "1909–1944", "1909–1954");
    }),
    ("a year off between two languages", "text-told-otherwise", "landmark/nha-hat-thanh-pho-hai-phong", |all| {
        put(all, "landmark/nha-hat-thanh-pho-hai-phong", Lang::En, "2015", "2016");
    }),
    ("two figures swapped", "text-told-otherwise", "street/cau-dat", |all| put(all, "street/cau-dat", Lang::En, "1925", "1952")),
    ("a day off between two languages", "text-told-otherwise", "street/hoang-van-thu", |all| {
        put(all, "street/hoang-van-thu", Lang::Vi, "ngày 24 tháng 5 năm 1944", "ngày 25 tháng 5 năm 1944");
    }),
    ("English in the Vietnamese", "text-mixed", "street/cau-dat", |all| {
        add(all, "street/cau-dat", Lang::Vi, "The bridge is gone, and the street has kept its name.");
    }),
    ("Vietnamese in the English", "text-mixed", "street/cau-dat", |all| {
        add(all, "street/cau-dat", Lang::En, "Cây cầu không còn, tên của cầu ở lại với con phố và người dân.");
    }),
    ("French in the English", "text-mixed", "street/ben-binh", |all| {
        add(all, "street/ben-binh", Lang::En, "Le bac est resté au bord du fleuve avec les marchands et les bateaux.");
    }),
    ("Chinese in the Vietnamese", "text-mixed", "street/le-chan", |all| {
        add(all, "street/le-chan", Lang::Vi, "黎真是二征夫人麾下的女将军，开垦了安边庄。");
    }),
    ("died before they were born", "text-years-order", "namesake/le-loi", |all| namesake(all, "le-loi").until = line("1333")),
    ("a life of two hundred years", "text-years-order", "namesake/van-cao", |all| namesake(all, "van-cao").from = line("1793")),
    ("a birthday in another year", "text-anniversary-year", "namesake/van-cao", |all| {
        let day = all.anniversaries.iter_mut().find(|day| day.slug.as_str() == "van-cao-birth").unwrap();
        day.date = KnownDate::parse("1932-11-15").unwrap();
    }),
    ("a deed before the birth", "text-before-birth", "namesake/van-cao", |all| {
        add(all, "namesake/van-cao", Lang::Vi, "Năm 1887 ông viết bài hát đầu tiên.");
    }),
    ("a link in a text to nothing", "text-dead-link", "street/le-chan", |all| {
        add(all, "street/le-chan", Lang::Vi, "Xem [đền Nghè](landmark/den-nghe-cu).");
    }),
    ("a street named after nobody there is", "text-dead-link", "street/le-chan", |all| {
        all.streets.iter_mut().find(|one| one.slug.as_str() == "le-chan").unwrap().namesake = Some(slug("le-chan-2"));
    }),
    ("a letter of another alphabet", "unusual-look-alike", "street/le-chan", |all| {
        add(all, "street/le-chan", Lang::Vi, "Tượng đồng dựng năm 2000 ở vườn hоa.")
    }),
    ("a tone on the wrong letter", "unusual-misplaced", "street/le-chan", |all| add(all, "street/le-chan", Lang::Vi, "Đền đựơc xếp hạng.")),
];

#[test]
fn the_starter_has_no_fault_in_its_texts() {
    let found: Vec<TextFinding> = text_findings(&register());
    assert_eq!(found, []);
}

#[test]
fn every_planted_fault_is_found_and_nothing_else() {
    let clean = text_findings(&register());
    for (what, key, place, plant) in PLANTED {
        let mut all = register();
        plant(&mut all);
        let found: Vec<TextFinding> = text_findings(&all).into_iter().filter(|one| !clean.contains(one)).collect();
        assert!(found.iter().any(|one| one.sentence.key == *key && one.place.to_string() == *place && !one.may_stand), "{what}: {found:?}");
        let is_text = !place.starts_with("namesake/");
        assert!(!is_text || found.len() <= 6, "{what}: {found:?}");
    }
}

#[test]
fn a_text_that_somebody_who_knows_has_confirmed_may_stand() {
    let mut all = register();
    add(&mut all, "street/le-duan", Lang::Vi, "Có sách viết nhầm là Lê Duẫn.");
    story(&mut all, "street/le-duan", Lang::Vi).review = Review::Sourced;
    let found: Vec<TextFinding> = text_findings(&all).into_iter().filter(|one| one.place.to_string() == "street/le-duan").collect();
    assert!(found.iter().all(|one| one.may_stand) && found.len() == 1, "{found:?}");
    story(&mut all, "street/le-duan", Lang::Vi).stage = Stage::Draft;
    assert!(!text_findings(&all).iter().any(|one| one.place.to_string() == "street/le-duan"), "nobody sees a draft");
}

#[test]
fn a_dynasty_a_reign_and_a_decade_are_no_slip() {
    let mut all = register();
    add(&mut all, "street/le-chan", Lang::Vi, "Văn Cao (trị vì 1279–1293), khoảng những năm 1930, 2.800 biển, 1.512 mét; 10/1946.");
    add(&mut all, "street/le-chan", Lang::En, "Under the Trần (1225–1400), in the 1920s, 2,800 signs, 1,521 metres.");
    let found: Vec<TextFinding> = text_findings(&all).into_iter().filter(|one| one.place.to_string() == "street/le-chan").collect();
    assert_eq!(found, []);
}

#[test]
fn doctor_names_the_text_and_refuses() {
    let operator = Operator::new();
    let text = "place_kind,place,lang,stage,lead,body,sources,review\nstreet,le-duan,vi,published,Đường mang tên Lê Duẫn.,,,awaiting\n";
    let file = operator.file("stories.csv", text);
    operator.done(&["import", "stories", file.to_str().unwrap()]);
    let told = operator.run(&["doctor"]);
    assert_eq!(told.code, 1, "{}", told.out);
    assert!(told.out.contains("street/le-duan (vi)") && told.out.contains("Lê Duẫn") && told.out.contains("Lê Duẩn"), "{}", told.out);
}

#[test]
fn every_street_and_landmark_is_told_in_vietnamese_and_english() {
    let all = register();
    let has = |kind: PlaceKind, slug: &Slug, lang: Lang| {
        all.stories.iter().any(|one| one.place.kind == kind && one.place.slug == *slug && one.lang == lang && one.stage == Stage::Published)
    };
    for lang in [Lang::Vi, Lang::En] {
        let untold: Vec<&Name> = all.streets.iter().filter(|one| !has(PlaceKind::Street, &one.slug, lang)).map(|one| &one.name).collect();
        assert!(untold.is_empty(), "streets in {lang}: {untold:?}");
        let untold: Vec<&Name> =
            all.landmarks.iter().filter(|one| !has(PlaceKind::Landmark, &one.slug, lang)).map(|one| &one.name).collect();
        assert!(untold.is_empty(), "landmarks in {lang}: {untold:?}");
        let untold: Vec<&Name> =
            all.namesakes.iter().filter(|one| !has(PlaceKind::Namesake, &one.slug, lang)).map(|one| &one.name).collect();
        assert!(untold.is_empty(), "namesakes in {lang}: {untold:?}");
    }
    for lang in [Lang::Fr, Lang::Zh, Lang::Ja, Lang::Ko] {
        assert!(all.stories.iter().filter(|one| one.lang == lang).count() >= 40, "{lang}");
    }
}

#[test]
fn every_text_of_the_starter_keeps_to_its_style_sheet() {
    for story in &register().stories {
        let told = format!("{}\n{}", story.lead, story.body);
        let at = format!("{} {}", story.place, story.lang);
        assert!(!told.contains(['!', '"', '«', '»']) || story.lang == Lang::Fr, "{at}: a mark that the style sheet does not have");
        assert!(!told.lines().any(|line| line.starts_with(['#', '-', '*', '>'])), "{at}: no headings and no lists");
        let slogans: &[&str] = match story.lang {
            Lang::Vi => &["nổi tiếng là", "được biết đến", "niềm tự hào", "tấm gương", "bất khuất", "vĩ đại", "hào hùng"],
            Lang::En => &["is known as", "renowned", "iconic", "nestled", "testament", "pivotal"],
            _ => &[],
        };
        let found: Vec<&&str> = slogans.iter().filter(|slogan| told.to_lowercase().contains(**slogan)).collect();
        assert!(found.is_empty(), "{at}: {found:?}");
        assert!(story.lang != Lang::En || story.lead.as_str().split_whitespace().count() <= 40, "{at}: the answer takes one breath");
    }
}

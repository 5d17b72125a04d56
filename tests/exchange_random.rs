//! Random input to import and export: whatever the register holds comes back, whatever a file holds never breaks us.

use crate::exchange_kit::{codes, link, only, register, with};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::time::{Duration, Instant};
use tenpho::exchange::{Kind, Records, read, starter, write_csv, write_json};
use tenpho::register::story::{parse_body, parse_lead};
use tenpho::register::{
    Anniversary, AnniversaryKind, Attestation, KnownDate, Landmark, LandmarkKind, Lang, Line, Metres, Name, NamePeriod, Namesake,
    NamesakeKind, PerLang, Place, PlaceKind, Placement, Point, Rank, Register, Review, Sign, SignCode, SignState, Slug, Split, Stage,
    Story, Street, Ward, WardKind, WayKind,
};

/// What files have broken on before.
const NASTY: [&str; 32] = [
    "\"",
    "\"\"",
    "'",
    "''",
    "=",
    "+",
    "-",
    "@",
    "＝",
    "＋",
    "－",
    "＠",
    ",",
    ";",
    "\n",
    "\r\n",
    "\t",
    " ",
    "\\",
    "null",
    "[",
    "{",
    "Đường",
    "Cầu Đất",
    "a\u{302}\u{301}",
    "\u{37e}",
    "\u{338}",
    "#",
    "0",
    "1e5",
    "𠀀",
    "</script>",
];

struct Chance(StdRng);

impl Chance {
    fn text(&mut self) -> String {
        let pieces = self.0.random_range(0..7);
        (0..pieces).map(|_| *self.one_of(&NASTY)).collect()
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.0.random_range(0..all.len())]
    }

    fn word(&mut self, all: &[&'static str]) -> &'static str {
        all[self.0.random_range(0..all.len())]
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.0.random() { Some(make(self)) } else { None }
    }

    fn line(&mut self) -> Line {
        Line::parse(&self.text()).unwrap()
    }

    fn name(&mut self) -> Name {
        Name::parse(&format!("{}x{}", self.text(), self.text())).unwrap()
    }

    fn both(&mut self) -> PerLang {
        PerLang { vi: self.line(), en: self.line() }
    }

    fn year(&mut self) -> Line {
        Line::parse(self.word(&["", "1905", "~1385", "-257", "~-3", "7"])).unwrap()
    }

    fn names(&mut self) -> Vec<NamePeriod> {
        let dates = ["1954", "1954-10", "1954-10-13", "~1900", "938"];
        let count = self.0.random_range(0..3);
        let date = |chance: &mut Self| chance.maybe(|chance| KnownDate::parse(chance.word(&dates)).unwrap());
        let period = |chance: &mut Self| NamePeriod { name: chance.name(), from: date(chance), until: None, decision: chance.line() };
        (0..count).map(|_| NamePeriod::parse(&period(self).entry()).unwrap()).collect()
    }

    fn point(&mut self) -> Option<Point> {
        let lat = *self.one_of(&["-20.1", "20.86197", "020.10", "0", "-0", "20.10", "20.", "-.5"]);
        let lon = *self.one_of(&["106.68270", "-106.6", "180", "106", "0.1234567890123456"]);
        self.maybe(|_| Point::parse(lat, lon).unwrap().unwrap())
    }

    fn place(&mut self) -> Place {
        let kind = *self.one_of(PlaceKind::ALL);
        Place { kind, slug: slug(self.0.random_range(0..20)) }
    }

    fn any_slug(&mut self) -> Option<Slug> {
        self.maybe(|chance| slug(chance.0.random_range(0..20)))
    }

    fn street(&mut self, number: usize) -> Street {
        Street {
            slug: slug(number),
            name: self.name(),
            kind: self.maybe(|chance| *chance.one_of(WayKind::ALL)),
            name_kind: self.maybe(|chance| *chance.one_of(NamesakeKind::ALL)),
            namesake: self.any_slug(),
            attestation: *self.one_of(Attestation::ALL),
            source: self.line(),
            districts: self.line(),
            former_names: self.both(),
            names: self.names(),
            local_tie: self.both(),
            length_m: self.maybe(|chance| chance.0.random()),
            decision: self.line(),
            note: self.line(),
        }
    }

    fn landmark(&mut self, number: usize) -> Landmark {
        Landmark {
            slug: slug(number),
            name: self.name(),
            name_en: self.line(),
            names: self.names(),
            kind: self.maybe(|_| LandmarkKind::parse("pagoda").unwrap()),
            namesake: self.any_slug(),
            attestation: *self.one_of(Attestation::ALL),
            source: self.line(),
            districts: self.line(),
            point: self.point(),
            coordinate_source: self.line(),
            built: self.line(),
            rank: self.maybe(|chance| *chance.one_of(Rank::ALL)),
            fact: self.both(),
            note: self.line(),
        }
    }

    fn namesake(&mut self, number: usize) -> Namesake {
        Namesake {
            slug: slug(number),
            name: self.name(),
            kind: *self.one_of(NamesakeKind::ALL),
            from: self.year(),
            until: self.year(),
            role: self.both(),
            other_names: self.line(),
            source: self.line(),
            note: self.line(),
        }
    }

    fn ward(&mut self, number: usize) -> Ward {
        Ward {
            slug: slug(number),
            code: Line::parse(self.word(&["", "11407", "00001"])).unwrap(),
            name: self.name(),
            kind: self.maybe(|chance| *chance.one_of(WardKind::ALL)),
            from: Line::parse(self.word(&["", "2025-07-01"])).unwrap(),
            until: Line::parse(self.word(&["", "2025-06-30"])).unwrap(),
            district: self.line(),
            became: Line::parse(self.word(&["", "s1; s2", "s3"])).unwrap(),
            split: self.maybe(|chance| *chance.one_of(Split::ALL)),
            source: self.line(),
        }
    }

    fn sign(&mut self, code: SignCode) -> Sign {
        Sign {
            code,
            place: self.place(),
            number: self.maybe(|chance| chance.0.random()),
            ward: self.any_slug(),
            state: *self.one_of(SignState::ALL),
            placement: Placement::parse(&self.text()).unwrap(),
            point: self.point(),
            mounting_m: self.maybe(|chance| {
                Metres::parse_mounting(&format!("{}.{:02}", chance.0.random_range(1..10), chance.0.random_range(0..100))).unwrap()
            }),
            distance_m: self.maybe(|chance| {
                Metres::parse_distance(&format!("{},{}", chance.0.random_range(1..30), chance.0.random_range(0..10))).unwrap()
            }),
        }
    }

    fn story(&mut self, number: usize) -> Story {
        let story = self.any_story(number);
        // What is not fit to be public is never public, in the register as in a file.
        if story.check_publishable().is_err() { Story { stage: Stage::Draft, ..story } } else { story }
    }

    fn any_story(&mut self, number: usize) -> Story {
        Story {
            place: Place { kind: PlaceKind::ALL[number % 3], slug: slug(number / 6) },
            lang: Lang::ALL[number / 3 % 2],
            stage: *self.one_of(Stage::ALL),
            lead: parse_lead(&self.text()).unwrap(),
            body: parse_body(&format!("{}\n\n{}", self.text(), self.text()).replace('\t', " ")).unwrap(),
            sources: self.line(),
            review: *self.one_of(Review::ALL),
            author: self.line(),
            photos: Vec::new(),
        }
    }

    fn anniversary(&mut self, number: usize) -> Anniversary {
        let somebody = Place { kind: PlaceKind::Namesake, slug: slug(number) };
        let date = format!("{}-{:02}-{:02}", self.0.random_range(100..2000), self.0.random_range(1..13), self.0.random_range(1..29));
        Anniversary {
            slug: slug(number),
            date: KnownDate::parse(&date).unwrap(),
            kind: *self.one_of(AnniversaryKind::ALL),
            shown_on: (0..self.0.random_range(0..3)).fold(vec![somebody], |mut all, _| {
                all.push(self.place());
                all
            }),
            text: [self.name().as_str(), "", "", "纪念日", "", ""].map(|text| Line::parse(text).unwrap()),
            source: Line::parse(self.name().as_str()).unwrap(),
        }
    }

    fn register(&mut self) -> Register {
        let mut code = codes(self.0.random());
        Register {
            wards: (0..20).map(|number| self.ward(number)).collect(),
            namesakes: (0..20).map(|number| self.namesake(number)).collect(),
            streets: (0..20).map(|number| self.street(number)).collect(),
            landmarks: (0..20).map(|number| self.landmark(number)).collect(),
            signs: (0..20).map(|_| self.sign(code())).collect(),
            stories: (0..20).map(|number| self.story(number)).collect(),
            anniversaries: (0..20).map(|number| self.anniversary(number)).collect(),
            ..Register::default()
        }
    }
}

fn slug(number: usize) -> Slug {
    Slug::parse(&format!("s{number}")).unwrap()
}

#[test]
fn whatever_the_register_holds_comes_back_from_csv_and_json() {
    let mut chance = Chance(StdRng::seed_from_u64(20_221_219));
    for _ in 0..150 {
        let register = chance.register();
        for kind in Kind::ALL.iter().copied() {
            for write in [write_csv, write_json] {
                let bytes = write(kind, &register, &link);
                let found = read(kind, &bytes, &only(&register, kind), &mut codes(1)).unwrap();
                let again = with(found.records, only(&register, kind));
                assert_eq!(write(kind, &again, &link), bytes, "{kind}");
                let known = read(kind, &bytes, &register, &mut codes(1)).unwrap();
                assert!(known.records.is_empty(), "{kind}: {:?}\n{}", known.records, String::from_utf8_lossy(&bytes));
            }
        }
    }
}

#[test]
fn no_cell_of_a_csv_starts_as_a_formula() {
    let mut chance = Chance(StdRng::seed_from_u64(7));
    for _ in 0..50 {
        let register = chance.register();
        for kind in Kind::ALL.iter().copied() {
            for record in csv::Reader::from_reader(write_csv(kind, &register, &link).as_slice()).records() {
                let runs = |cell: &str| cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
                assert!(!record.unwrap().iter().any(runs));
            }
        }
    }
}

#[test]
fn hostile_bytes_never_break_the_import() {
    let register = register();
    let files: Vec<(Kind, Vec<u8>)> = Kind::ALL
        .iter()
        .flat_map(|kind| [(*kind, write_csv(*kind, &register, &link)), (*kind, write_json(*kind, &register, &link))])
        .collect();
    let mut chance = Chance(StdRng::seed_from_u64(99));
    let began = Instant::now();
    for _ in 0..10_000 {
        let (kind, mut bytes) = chance.one_of(&files).clone();
        for _ in 0..chance.0.random_range(1..6) {
            let at = chance.0.random_range(0..bytes.len());
            match chance.0.random_range(0..4) {
                0 => bytes[at] = chance.0.random(),
                1 => drop(bytes.drain(at..(at + chance.0.random_range(1..20)).min(bytes.len() - 1).max(at))),
                2 => bytes.splice(at..at, chance.one_of(&NASTY).bytes()).for_each(drop),
                _ => bytes.truncate(at + 1),
            }
        }
        match read(kind, &bytes, &register, &mut codes(1)) {
            Ok(found) => assert!(found.report.is_clean()),
            Err(report) => assert!(!report.faults.is_empty() && report.faults_in_all >= report.faults.len()),
        }
    }
    assert!(began.elapsed() < Duration::from_secs(60), "{:?}", began.elapsed());
}

#[test]
fn signs_are_read_in_time_that_grows_with_their_number_only() {
    let mut register = starter().unwrap();
    let few = write_csv(Kind::Signs, &register, &link);
    let mut code = codes(3);
    let place = register.signs[0].place.clone();
    let mut all: std::collections::BTreeMap<SignCode, Sign> = register.signs.drain(..).map(|sign| (sign.code, sign)).collect();
    while all.len() < 120_000 {
        let code = code();
        let (number, ward, state, placement, point) = (None, None, SignState::Planned, Placement::NotSurveyed, None);
        all.insert(code, Sign { code, place: place.clone(), number, ward, state, placement, point, mounting_m: None, distance_m: None });
    }
    register.signs = all.into_values().collect();
    let many = write_csv(Kind::Signs, &register, &link);
    register.signs.clear();
    let time = |bytes: &[u8], expected: usize| {
        let began = Instant::now();
        let Records::Signs(signs) = read(Kind::Signs, bytes, &register, &mut codes(1)).unwrap().records else { panic!() };
        assert_eq!(signs.len(), expected);
        began.elapsed()
    };
    let short = (0..5).map(|_| time(&few, 2800)).min().unwrap();
    let long = (0..3).map(|_| time(&many, 120_000)).min().unwrap();
    println!("2,800 signs {short:?}, 120,000 signs {long:?}");
    // Ten times the fair share: other work on the machine must not fail this, a quadratic step must.
    assert!(long < short * 43 * 10, "{short:?} {long:?}");
    assert!(cfg!(debug_assertions) || short < Duration::from_millis(100), "{short:?}");
}

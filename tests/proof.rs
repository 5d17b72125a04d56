//! What the proof promises: two decoders that agree, and damage that is measured as it is.

use crate::print_kit::{codes, job_of};
use std::cell::Cell;
use tenpho::print::damage::{BLUR, COVER, SMALL, TURN, Trial, blurred, cover_place, turned, under_square};
use tenpho::print::{Difference, Error, Format, PageRead, Proof, Shares, Sheet, compare, read_back, read_file, write};
use tenpho::qr::clear_place::{clear_place, patterns};
use tenpho::qr::decode::with_quiet_zone;
use tenpho::qr::{BaseUrl, Decoder, Grey, Link, Symbol, find_symbols};

const BASE: &str = "https://qr.haiphong.gov.vn";
/// Pixels a module in the pictures of these tests.
const MODULE: usize = 9;

fn link(base: &str) -> Link {
    BaseUrl::parse(base).unwrap().link(codes(1)[0])
}

/// A symbol with its quiet zone, module by module.
fn picture_of(symbol: &Symbol) -> Grey {
    let side = symbol.width() as usize + 8;
    let dark = |x: usize, y: usize| {
        let module = |at: usize| u32::try_from(at / MODULE).ok().and_then(|at| at.checked_sub(4));
        module(x).zip(module(y)).is_some_and(|(x, y)| symbol.is_dark(x, y))
    };
    let width = side * MODULE;
    let pixels = (0..width * width).map(|at| if dark(at % width, at / width) { 0 } else { 255 }).collect();
    Grey::new(width, pixels).unwrap()
}

fn read_by(picture: &Grey, link: &Link) -> Vec<Decoder> {
    Decoder::ALL.iter().copied().filter(|decoder| decoder.read(picture).as_deref() == Some(link.as_str())).collect()
}

fn pixels(modules: f64) -> usize {
    ((modules + 4.0) * MODULE as f64).round() as usize
}

#[test]
fn both_decoders_read_a_sound_symbol_by_their_own_search() {
    for base in
        ["https://a.v", "https://a.vn", BASE, "https://qr.haiphong.gov.vn.example", "https://a-host-with-a-long-name.haiphong.gov.vn"]
    {
        for code in codes(20) {
            let link = BaseUrl::parse(base).unwrap().link(code);
            let picture = picture_of(&Symbol::of(&link).unwrap());
            assert_eq!(read_by(&picture, &link), Decoder::ALL, "{link}");
            let found = find_symbols(&picture);
            assert_eq!(found.iter().map(|one| (&one.read_by[..], one.turned)).collect::<Vec<_>>(), [(Decoder::ALL, 0)], "{link}");
        }
    }
}

#[test]
fn a_part_of_a_picture_is_drawn_anew_by_area_and_white_beyond_the_edges() {
    let picture = Grey::new(2, vec![0, 100, 200, 100]).unwrap();
    assert_eq!(picture.part(0.0, 0.0, 2.0, 1).pixels(), [100]);
    assert_eq!(picture.part(0.5, 0.0, 1.0, 1).pixels(), [50]);
    assert_eq!(picture.part(0.0, 0.0, 2.0, 4).row(3), [200, 200, 100, 100]);
    assert_eq!(picture.part(-2.0, 0.0, 2.0, 2).pixels(), [255; 4]);
    assert_eq!(picture.part(1.0, 1.0, 2.0, 2).pixels(), [100, 255, 255, 255]);
}

#[test]
fn what_a_street_does_to_a_symbol_is_survived_and_what_is_beyond_it_is_not() {
    let link = link(BASE);
    let picture = picture_of(&Symbol::of(&link).unwrap());
    for sound in [blurred(&picture, BLUR * MODULE as f64), turned(&picture, TURN), picture.part(0.0, 0.0, picture.width() as f64, SMALL)] {
        assert_eq!(read_by(&sound, &link), Decoder::ALL);
    }
    assert_eq!(read_by(&blurred(&picture, 2.0 * MODULE as f64), &link), []);
    let on_finder = under_square(&picture, (pixels(0.0), pixels(0.0)), 7 * MODULE, 255);
    assert_eq!(read_by(&on_finder, &link), []);
    let half = under_square(&picture, (pixels(8.0), pixels(8.0)), 21 * MODULE, 255);
    assert_eq!(read_by(&half, &link), []);
}

#[test]
fn turning_and_blurring_keep_every_part_of_the_picture() {
    let dot = Grey::new(21, (0..441).map(|at| if at == 10 * 21 + 15 { 0 } else { 255 }).collect()).unwrap();
    let spread = blurred(&dot, 1.5);
    let ink = |picture: &Grey| picture.pixels().iter().map(|pixel| 255 - i32::from(*pixel)).sum::<i32>();
    assert!((ink(&spread) - 255).abs() < 30 && spread.row(10)[15] > 200, "{}", ink(&spread));
    let quarter = turned(&dot, 90.0);
    let darkest = (0..quarter.height()).min_by_key(|y| quarter.row(*y).iter().min().unwrap()).unwrap();
    assert!((darkest as i32 - 15).abs() <= 1, "clockwise: what was right is below, in row {darkest}");
    let side = turned(&Grey::new(100, vec![0; 10_000]).unwrap(), TURN).width();
    assert_eq!(side, (100.0 * (TURN.to_radians().cos() + TURN.to_radians().sin())).ceil() as usize);
}

#[test]
fn the_cover_lies_clear_of_the_patterns_wherever_the_version_has_room() {
    for version in 1..=40 {
        let modules = 17 + 4 * version;
        let (place, side) = (cover_place(modules), COVER.sqrt() * modules as f64);
        assert!(place.x >= 0.0 && place.y >= 0.0 && place.x + side <= modules as f64 && place.y + side <= modules as f64);
        // Up to version 6 there is one alignment pattern at most; the lattice of the others is narrower than the cover.
        assert_eq!(place.on_patterns == 0.0, version <= 6, "version {version}: {place:?}");
        assert_eq!(cover_place(modules), place, "the same place each time");
    }
    assert_eq!(clear_place(29, 4.0).on_patterns, 0.0);
}

#[test]
fn the_patterns_that_a_cover_leaves_free_are_where_the_symbol_has_them() {
    // The middle of each alignment pattern is dark, its ring light: in version 7 and larger there are six and more.
    for (host, count) in [("a.vn", 4), ("a-host-with-a-name-of-more-than-sixty-letters-for-version-seven.qr.haiphong.gov.vn", 9)] {
        let symbol = Symbol::of(&link(&format!("https://{host}"))).unwrap();
        let found = patterns(symbol.width() as usize);
        assert_eq!(found.len(), count, "version {}", symbol.version());
        for pattern in found.iter().skip(3) {
            let dark = |x: u32, y: u32| symbol.is_dark(pattern.x as u32 + x, pattern.y as u32 + y);
            assert!((0..25).all(|at| dark(at % 5, at / 5) == (at % 5 == 0 || at % 5 == 4 || at / 5 == 0 || at / 5 == 4 || at == 12)));
        }
    }
}

/// Twenty signs on sheets, as PDF.
fn sheets() -> (Vec<u8>, Vec<Vec<Link>>) {
    let job = job_of(BASE, &[("Phố", "Cầu Đất"); 20], Some(Sheet::A3));
    let mut files = Vec::new();
    write::<Error>(&job, Format::Pdf, |file| {
        files.push(file);
        Ok(())
    })
    .unwrap();
    let file = files.remove(0);
    (file.bytes, file.links)
}

#[test]
fn the_shares_add_up_over_all_pages_and_threads() {
    let (bytes, links) = sheets();
    let told = Cell::new(0);
    let reading = read_back(bytes.clone(), Format::Pdf, Proof::Damaged, &|done, _| {
        told.set(done);
        true
    })
    .unwrap();
    assert_eq!((compare(&reading.pages, &links), told.get()), (vec![], reading.pages.len()));
    let shares = reading.shares;
    assert_eq!(shares.all, 20);
    for decoder in Decoder::ALL {
        assert_eq!(shares.read(Trial::Clean, *decoder), Some(20));
        for (trial, least) in [(Trial::Blurred, 12), (Trial::Turned, 18), (Trial::Small, 18), (Trial::Covered, 10)] {
            let read = shares.read(trial, *decoder).unwrap();
            assert!((least..=20).contains(&read), "{decoder} {trial}: {read}");
        }
    }
    let alone = read_file(bytes, Format::Pdf, Proof::Damaged).unwrap();
    assert_eq!((alone.shares, alone.pages), (shares, reading.pages), "one thread measures what all do");
}

#[test]
fn the_manifest_is_told_only_what_was_measured() {
    let (bytes, _) = sheets();
    let clean = read_file(bytes.clone(), Format::Pdf, Proof::Clean).unwrap().shares;
    assert_eq!(serde_json::to_string(&clean).unwrap(), r#"{"all":20,"clean":{"rqrr":20,"rxing":20}}"#);
    assert_eq!(clean.read(Trial::Small, Decoder::Rqrr), None);
    let mut sum = Shares::new(Proof::Damaged);
    let damaged = read_file(bytes, Format::Pdf, Proof::Damaged).unwrap().shares;
    sum.add(&damaged);
    let told = serde_json::to_string(&sum).unwrap();
    let order = ["all", "clean", "blurred", "turned", "small", "covered"].map(|key| told.find(&format!("\"{key}\"")).unwrap());
    assert!(order.is_sorted(), "{told}");
    sum.add(&clean);
    assert_eq!((sum.all, sum.read(Trial::Clean, Decoder::Rxing), sum.read(Trial::Blurred, Decoder::Rqrr)), (40, Some(40), None));
}

#[test]
fn a_symbol_that_one_decoder_alone_reads_is_a_difference() {
    let (bytes, links) = sheets();
    let mut pages: Vec<PageRead> = read_file(bytes, Format::Pdf, Proof::Clean).unwrap().pages;
    assert_eq!(compare(&pages, &links), []);
    pages[0].symbols[0].read_by = vec![Decoder::Rxing];
    let found = compare(&pages, &links);
    assert!(matches!(found[..], [Difference::OneDecoder { page: 1, decoder: Decoder::Rxing, .. }]), "{found:?}");
    assert_eq!(found[0].sentence().key, "proof-one-decoder");
}

#[test]
fn a_symbol_turned_by_quarters_is_cut_out_with_its_quiet_zone() {
    let link = link(BASE);
    let picture = picture_of(&Symbol::of(&link).unwrap());
    for (quarters, degrees) in [(0, 0.0), (1, 90.0), (2, 180.0), (3, 270.0)] {
        let found = find_symbols(&turned(&picture, degrees)).remove(0);
        assert_eq!((found.turned, found.modules, &found.read_by[..]), (quarters, 29, Decoder::ALL), "{degrees}");
        let crop = with_quiet_zone(&turned(&picture, degrees), found.place, found.modules, 222);
        assert_eq!(read_by(&crop, &link), Decoder::ALL);
    }
}

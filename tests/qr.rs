//! What a symbol promises: the right address, the right mask, and a decoder that owes the encoder nothing.

use crate::print_kit::codes;
use tenpho::qr::{BaseUrl, Error, Grey, Link, Symbol, find_symbols, outline, reading_distance_m, svg, terminal};
use tenpho::register::{Explained, Fault, SignCode};

const BASE: &str = "https://qr.haiphong.gov.vn";

fn symbols(base: &str, count: usize) -> Vec<(Link, Symbol)> {
    let base = BaseUrl::parse(base).unwrap();
    codes(count).into_iter().map(|code| (base.link(code), Symbol::of(&base.link(code)).unwrap())).collect()
}

#[test]
fn a_base_url_with_a_path_is_refused() {
    let refused = |given: &str| BaseUrl::parse(given).unwrap_err();
    assert!(matches!(refused("https://haiphong.gov.vn/qr"), Error::Path(path) if path == "/qr"));
    assert_eq!(refused("https://haiphong.gov.vn/?a=b"), Error::Query);
    assert_eq!(refused("https://haiphong.gov.vn#a"), Error::Fragment);
    assert_eq!(refused("https://me:secret@haiphong.gov.vn"), Error::UserInfo);
    assert_eq!(refused("https://"), Error::NoHost);
    assert_eq!(refused("https://[2001:db8::1]"), Error::Ipv6);
    assert_eq!(refused("https://hai_phong.vn"), Error::HostCharacter('_'));
    assert!(matches!(refused("ftp://haiphong.gov.vn"), Error::Scheme(_)));
    for nonsense in ["", "qr.haiphong.gov.vn", "https://hai phong", "http://a:99999"] {
        assert!(matches!(refused(nonsense), Error::NotAnAddress(_)), "{nonsense}");
        assert_eq!(refused(nonsense).fault(), Fault::Refused);
    }
}

#[test]
fn a_base_url_is_kept_plain_and_a_link_is_printed_in_capitals() {
    for (given, kept) in [
        ("HTTPS://QR.HaiPhong.gov.vn/", "https://qr.haiphong.gov.vn"),
        ("http://10.0.0.7:8080", "http://10.0.0.7:8080"),
        ("https://a.vn:443", "https://a.vn"),
        ("https://hảiphòng.vn", "https://xn--hiphng-6wa8191d.vn"),
    ] {
        assert_eq!(BaseUrl::parse(given).map(|base| base.to_string()), Ok(kept.to_owned()));
    }
    let code = SignCode::parse("K7M2Q2").unwrap();
    let link = BaseUrl::parse(BASE).unwrap().link(code);
    assert_eq!((link.as_str(), link.len()), ("HTTPS://QR.HAIPHONG.GOV.VN/K7M2Q2", 33));
    assert_eq!(Link::parse("https://qr.haiphong.gov.vn/k7m2q2"), Ok(link));
    assert!(Link::parse("https://qr.haiphong.gov.vn/K7M2Q3").is_err());
    assert!(Link::parse("K7M2Q2").is_err());
}

#[test]
fn the_smallest_version_at_level_h_is_taken() {
    for (base, length, modules) in
        [("https://abcd.v", 21, 29), ("https://a.vn", 19, 25), (BASE, 33, 29), ("https://qr.haiphong.gov.vn:80", 36, 33)]
    {
        let (link, symbol) = symbols(base, 1).remove(0);
        assert_eq!((link.len(), symbol.width(), u32::from(symbol.version()) * 4 + 17), (length, modules, modules), "{base}");
    }
    let longest = format!("https://{}.vn", vec!["a".repeat(60); 4].join("."));
    assert!(symbols(&longest, 1)[0].1.width() > 64, "even the longest host has its symbol");
}

/// A module, or none beyond the symbol.
type Line = Vec<bool>;

/// The four rules of ISO/IEC 18004:2015, table 11, as they are written, module by module.
fn plain_penalty(lines: &[Line]) -> u32 {
    let width = lines.len();
    let columns: Vec<Line> = (0..width).map(|x| lines.iter().map(|row| row[x]).collect()).collect();
    let mut sum: u32 = lines.iter().chain(&columns).map(|line| adjacent(line) + patterns(line)).sum();
    for y in 1..width {
        for x in 1..width {
            let block = [lines[y][x], lines[y - 1][x], lines[y][x - 1], lines[y - 1][x - 1]];
            sum += if block.iter().all(|dark| *dark == block[0]) { 3 } else { 0 };
        }
    }
    let dark = lines.iter().flatten().filter(|dark| **dark).count();
    let percent = dark as f64 * 100.0 / (width * width) as f64;
    let steps = (0..10_u32).rev().find(|k| (percent - 50.0).abs() >= f64::from(*k) * 5.0).unwrap();
    sum + 10 * steps
}

/// Rule 1: five or more of one colour in a line.
fn adjacent(line: &Line) -> u32 {
    line.chunk_by(|one, two| one == two).map(|run| u32::try_from(run.len()).unwrap()).filter(|run| *run >= 5).map(|run| 3 + run - 5).sum()
}

/// Rule 3: dark and light as 1:1:3:1:1, four light modules of the symbol before it or after it.
fn patterns(line: &Line) -> u32 {
    let found = line.windows(7).enumerate().filter(|(at, seven)| {
        let light = |from: Option<usize>| from.and_then(|from| line.get(from..from + 4)).is_some_and(|four| four.iter().all(|dark| !dark));
        **seven == [true, false, true, true, true, false, true] && (light(at.checked_sub(4)) || light(Some(at + 7)))
    });
    40 * u32::try_from(found.count()).unwrap()
}

fn matrix(symbol: &Symbol) -> Vec<Line> {
    (0..symbol.width()).map(|y| (0..symbol.width()).map(|x| symbol.is_dark(x, y)).collect()).collect()
}

/// The same data under each of the eight masks, by the crate's own slow way.
fn under_every_mask(link: &Link, version: i16) -> Vec<Vec<Line>> {
    use qrcode::{Color, EcLevel, Version, bits::Bits, canvas::Canvas, canvas::MaskPattern::*, ec};
    let mut bits = Bits::new(Version::Normal(version));
    bits.push_alphanumeric_data(link.as_str().as_bytes()).unwrap();
    bits.push_terminator(EcLevel::H).unwrap();
    let (data, correction) = ec::construct_codewords(&bits.into_bytes(), Version::Normal(version), EcLevel::H).unwrap();
    let masks = [Checkerboard, HorizontalLines, VerticalLines, DiagonalLines, LargeCheckerboard, Fields, Diamonds, Meadow];
    masks
        .into_iter()
        .map(|mask| {
            let mut canvas = Canvas::new(Version::Normal(version), EcLevel::H);
            canvas.draw_all_functional_patterns();
            canvas.draw_data(&data, &correction);
            canvas.apply_mask(mask);
            let width = usize::try_from(version * 4 + 17).unwrap();
            canvas.into_colors().chunks(width).map(|row| row.iter().map(|one| *one == Color::Dark).collect()).collect()
        })
        .collect()
}

#[test]
fn the_mask_is_the_one_that_a_plain_reading_of_the_standard_picks() {
    let long = format!("https://{}.vn", vec!["b".repeat(55); 4].join("."));
    for (base, count) in [(BASE, 300), ("https://a.vn", 60), ("https://qr.hethong.dothi.haiphong.gov.vn", 60), (&long, 6)] {
        for (link, symbol) in symbols(base, count) {
            let tried = under_every_mask(&link, i16::from(symbol.version()));
            let (mask, best) = tried.iter().map(|lines| plain_penalty(lines)).enumerate().min_by_key(|(_, penalty)| *penalty).unwrap();
            assert_eq!((usize::from(symbol.mask()), symbol.penalty()), (mask, best), "{link}");
            assert_eq!(matrix(&symbol), tried[mask], "{link}");
        }
    }
}

/// Fills the outline again: a module is dark where the contours wind round its middle.
fn winding(contours: &[Vec<outline::Corner>], x: u32, y: u32) -> i32 {
    let edges = contours.iter().flat_map(|contour| contour.iter().zip(contour.iter().cycle().skip(1)));
    edges
        .filter(|(from, to)| from.0 == to.0 && from.0 > x && (from.1.min(to.1)..from.1.max(to.1)).contains(&y))
        .map(|(from, to)| if to.1 > from.1 { 1 } else { -1 })
        .sum()
}

#[test]
fn the_outline_fills_to_the_same_modules_by_either_rule() {
    for (link, symbol) in symbols(BASE, 40) {
        let contours = outline::contours(&symbol);
        let mut of_blocks = vec![vec![false; 29]; 29];
        for (x, y, width, height) in outline::blocks(&symbol) {
            for (x, y) in (y..y + height).flat_map(|y| (x..x + width).map(move |x| (x as usize, y as usize))) {
                assert!(!of_blocks[y][x], "{link}: no module is covered twice");
                of_blocks[y][x] = true;
            }
        }
        assert_eq!(of_blocks, matrix(&symbol));
        for y in 0..symbol.width() {
            for x in 0..symbol.width() {
                assert_eq!(winding(&contours, x, y), i32::from(symbol.is_dark(x, y)), "{link} {x} {y}");
            }
        }
    }
}

#[test]
fn modules_that_touch_at_a_corner_keep_contours_of_their_own() {
    for (link, symbol) in symbols(BASE, 40) {
        let dark = |x: u32, y: u32| x > 0 && y > 0 && symbol.is_dark(x - 1, y - 1);
        for contour in outline::contours(&symbol) {
            for (at, &(x, y)) in contour.iter().enumerate() {
                let (before, after) = (contour[(at + contour.len() - 1) % contour.len()], contour[(at + 1) % contour.len()]);
                let step = |from: (u32, u32), to: (u32, u32)| (i64::from(to.0) - i64::from(from.0), i64::from(to.1) - i64::from(from.1));
                let (comes, goes) = (step(before, (x, y)), step((x, y), after));
                let right_turn = comes.0 * goes.1 - comes.1 * goes.0 > 0;
                let touching = dark(x, y) == dark(x + 1, y + 1) && dark(x + 1, y) == dark(x, y + 1) && dark(x, y) != dark(x + 1, y);
                assert!(right_turn || !touching, "{link}: the contour crosses from one module to the other at {x}, {y}");
            }
        }
    }
}

/// A page of symbols at these places, a module so many dots wide.
fn page(placed: &[(&Symbol, f64, f64)], module: f64, width: usize, height: usize) -> Grey {
    let mut dots = vec![255; width * height];
    for (symbol, left, top) in placed {
        for (at, dot) in dots.iter_mut().enumerate() {
            let (x, y) = (((at % width) as f64 - left) / module, ((at / width) as f64 - top) / module);
            if x >= 0.0 && y >= 0.0 && symbol.is_dark(x as u32, y as u32) {
                *dot = 0;
            }
        }
    }
    Grey::new(width, dots).unwrap()
}

#[test]
fn every_symbol_of_a_crowded_page_is_read_where_it_stands() {
    let many = symbols(BASE, 12);
    for module in [3.0, 4.3, 8.0] {
        let step = module * 37.0;
        let place = |at: usize| (20.0 + (at % 4) as f64 * step, 30.0 + (at / 4) as f64 * step);
        let placed: Vec<_> = many.iter().enumerate().map(|(at, (_, symbol))| (symbol, place(at).0, place(at).1)).collect();
        let picture = page(&placed, module, (step * 4.0 + 40.0) as usize, (step * 3.0 + 40.0) as usize);
        let found = find_symbols(&picture);
        assert_eq!(found.len(), 12, "{module} dots a module");
        for (at, (link, _)) in many.iter().enumerate() {
            let near = found.iter().find(|one| (one.place.x - place(at).0).abs() < module && (one.place.y - place(at).1).abs() < module);
            assert_eq!(near.and_then(|one| one.payload.as_deref()), Some(link.as_str()));
        }
    }
}

#[test]
fn a_symbol_turned_by_quarter_turns_is_read() {
    let (link, symbol) = symbols(BASE, 1).remove(0);
    let mut picture = page(&[(&symbol, 30.0, 30.0)], 5.0, 210, 210);
    for turn in 0..4 {
        let found = find_symbols(&picture);
        assert_eq!(
            found.iter().map(|one| (one.payload.as_deref(), one.quiet)).collect::<Vec<_>>(),
            [(Some(link.as_str()), true)],
            "{turn}"
        );
        let turned = (0..210 * 210).map(|at| picture.row(209 - at % 210)[at / 210]).collect();
        picture = Grey::new(210, turned).unwrap();
    }
}

#[test]
fn a_picture_without_a_symbol_holds_none() {
    assert!(find_symbols(&Grey::new(7, vec![0; 49]).unwrap()).is_empty());
    assert!(find_symbols(&Grey::new(64, (0..64 * 64).map(|at| if at % 3 == 0 { 0 } else { 255 }).collect()).unwrap()).is_empty());
    assert!(Grey::new(0, Vec::new()).is_none() && Grey::new(3, vec![0; 4]).is_none());
}

#[test]
fn a_symbol_on_a_terminal_carries_its_own_colours_and_quiet_zone() {
    let (_, symbol) = symbols(BASE, 1).remove(0);
    let text = terminal::half_blocks(&symbol);
    assert_eq!(text.lines().count(), 19, "37 modules, two a line");
    assert!(text.lines().all(|line| line.starts_with("\u{1b}[38;5;16;48;5;231m    ") && line.ends_with("    \u{1b}[0m")));
}

#[test]
fn a_picture_for_a_page_holds_four_modules_of_quiet_zone() {
    let (_, symbol) = symbols(BASE, 1).remove(0);
    let picture = svg::picture(&symbol);
    assert!(picture.contains("viewBox=\"-4 -4 37 37\"") && picture.contains("crispEdges"), "{picture}");
}

#[test]
fn reading_distance_follows_the_module() {
    assert!((reading_distance_m(3.1) - 1.86).abs() < 1e-9);
}

#[test]
fn a_text_for_a_screen_is_read_back_letter_for_letter() {
    for text in ["otpauth://totp/T%C3%AAn:lan%40qr.vn?secret=JBSWY3DPEHPK3PXP", &"Hải Phòng ".repeat(40)] {
        let symbol = Symbol::of_text(text).unwrap();
        let picture = page(&[(&symbol, 20.0, 20.0)], 4.0, 700, 700);
        assert_eq!(find_symbols(&picture)[0].payload.as_deref(), Some(text));
    }
    assert!(matches!(Symbol::of_text(&"x".repeat(2_000)), Err(Error::TooLong(2_000))));
}

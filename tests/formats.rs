//! The same drawing in every format: closed outlines, whole dots, and what each file must say of itself.

use crate::print_kit::codes;
use std::collections::HashSet;
use std::sync::Arc;
use tenpho::print::drawing::{BLACK, Modules};
use tenpho::print::outlines::polygons;
use tenpho::print::{Error, Finished, Format, Grid, Hangs, Job, Plate, PlateText, PlateWords, Proof, Sheet, Spot, SpotInk, write};
use tenpho::qr::{BaseUrl, Symbol, outline};

const BASE: &str = "https://qr.haiphong.gov.vn";

/// Signs of two streets with letters that stack, on a plate and a device.
pub fn job_on(plate: &str, signs: usize, device: Grid) -> Job {
    let base = BaseUrl::parse(BASE).unwrap();
    let names = [("Phố", "Cầu Đất"), ("Đường", "Nguyễn Bỉnh Khiêm"), ("", "Cách mạng Tháng Tám"), ("Phố", "ẶỘỆ ẤỮỖ")];
    let sign = |(code, (kind, name)): (_, &(&str, &str))| PlateText {
        code,
        link: base.link(code),
        kind_word: Some((*kind).into()).filter(|kind: &Arc<str>| !kind.is_empty()),
        name: (*name).into(),
        number: Some(7),
        place: (*name).into(),
        hangs: Hangs::default(),
        ward: "".into(),
        warning: None,
    };
    let plate = Plate::get(plate).unwrap();
    let words = PlateWords {
        first: "Quét mã để tìm hiểu".to_owned(),
        second: "Scan to learn more".to_owned(),
        mounting: "treo cao đến 2,0 m".to_owned(),
        device: "600 dpi, bù nở mực 42 µm & <2 điểm>".to_owned(),
        ..PlateWords::default()
    };
    Job {
        spots: Arc::new(plate.spots()),
        plate,
        sheet: None,
        words,
        signs: codes(signs).into_iter().zip(names.iter().cycle()).map(sign).collect(),
        device,
        skip: 0,
        title: "Biển phụ: 2 biển · đường phố".to_owned(),
        profile: None,
        dated: "2026-11-22T08:30:00Z".to_owned(),
    }
}

pub fn files(job: &Job, format: Format) -> Vec<Finished> {
    let mut files = Vec::new();
    write::<Error>(job, format, |file| {
        files.push(file);
        Ok(())
    })
    .unwrap();
    files
}

pub fn text(job: &Job, format: Format) -> String {
    String::from_utf8(files(job, format).remove(0).bytes).unwrap()
}

/// A bar width reduction of so many dots.
pub fn reduced(dpi: u32, dots: u32) -> Grid {
    Grid::new(Some(dpi), (f64::from(dots) * 25_400.0 / f64::from(dpi)).round() as u32).unwrap()
}

fn modules(number: usize, inset: (f64, f64)) -> Modules {
    let link = BaseUrl::parse(BASE).unwrap().link(codes(number + 1)[number]);
    Modules { x: 12.5, y: 7.25, module: 3.1, symbol: Arc::new(Symbol::of(&link).unwrap()), inset, paint: BLACK }
}

/// How often polygons wind round a point, and how many of their sides a ray from it crosses.
fn winding(rings: &[Vec<(f64, f64)>], (x, y): (f64, f64)) -> (i32, usize) {
    let (mut winding, mut crossed) = (0, 0);
    for ring in rings {
        for (from, to) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            let crosses = (from.1 <= y) != (to.1 <= y);
            if crosses && from.0 + (y - from.1) / (to.1 - from.1) * (to.0 - from.0) > x {
                winding += if from.1 < to.1 { 1 } else { -1 };
                crossed += 1;
            }
        }
    }
    (winding, crossed)
}

#[test]
fn an_outline_is_filled_alike_by_both_rules_and_holds_the_dark_modules_drawn_in() {
    for inset in [(0.0, 0.0), (0.2, 0.2), (0.0, 0.1)] {
        for number in 0..8 {
            let one = modules(number, inset);
            let rings = polygons(&one);
            for y in 0..one.symbol.width() {
                for x in 0..one.symbol.width() {
                    let middle = (one.x + (f64::from(x) + 0.5) * one.module, one.y + (f64::from(y) + 0.5) * one.module);
                    let (winding, crossed) = winding(&rings, middle);
                    assert_eq!((winding != 0, crossed % 2 == 1), (one.symbol.is_dark(x, y), one.symbol.is_dark(x, y)), "{x} {y} {inset:?}");
                }
            }
            assert!(rings.iter().all(|ring| ring.len() >= 4 && ring.len().is_multiple_of(2)));
        }
    }
}

#[test]
fn outer_contours_run_clockwise_and_holes_the_other_way() {
    let one = modules(0, (0.0, 0.0));
    // On a page whose y grows downwards, clockwise is positive.
    let area = |ring: &Vec<(f64, f64)>| {
        ring.iter().zip(ring.iter().cycle().skip(1)).map(|(from, to)| (from.0 * to.1 - to.0 * from.1) / 2.0).sum::<f64>()
    };
    let areas: Vec<f64> = polygons(&one).iter().map(area).collect();
    let dark = (0..29).flat_map(|y| (0..29).map(move |x| (x, y))).filter(|(x, y)| one.symbol.is_dark(*x, *y)).count() as f64;
    assert!((areas.iter().sum::<f64>() - dark * 3.1 * 3.1).abs() < 1e-6, "holes are taken off");
    let finders = areas.iter().filter(|area| (**area - 49.0 * 3.1 * 3.1).abs() < 1e-6).count();
    let rings = areas.iter().filter(|area| (**area + 25.0 * 3.1 * 3.1).abs() < 1e-6).count();
    assert_eq!((finders, rings), (3, 3), "a finder is 7 modules wide, and white inside for 5");
}

#[test]
fn a_corner_of_an_outline_is_counted_from_its_origin_and_never_added_up() {
    let one = modules(3, (0.0, 0.0));
    for (x, y) in polygons(&one).into_iter().flatten() {
        let (across, down) = (((x - one.x) / one.module).round(), ((y - one.y) / one.module).round());
        assert!(x.to_bits() == (one.x + across * one.module).to_bits() && y.to_bits() == (one.y + down * one.module).to_bits());
    }
}

#[test]
fn modules_that_touch_at_a_corner_stay_apart_once_they_are_drawn_in() {
    let place = |(x, y): (f64, f64)| ((x * 1e6).round() as i64, (y * 1e6).round() as i64);
    for inset in [(0.05, 0.05), (0.0, 0.1), (0.1, 0.0)] {
        let mut contacts = 0;
        for number in 0..8 {
            let (whole, drawn_in) = (polygons(&modules(number, (0.0, 0.0))), polygons(&modules(number, inset)));
            let points: Vec<_> = drawn_in.into_iter().flatten().map(place).collect();
            assert_eq!(points.iter().collect::<HashSet<_>>().len(), points.len(), "no two corners share a point");
            let corners: Vec<_> = whole.into_iter().flatten().map(place).collect();
            contacts += corners.len() - corners.iter().collect::<HashSet<_>>().len();
        }
        assert!(contacts > 100, "there were corners to keep apart");
    }
}

#[test]
fn the_cutters_line_has_a_group_of_its_own_in_svg() {
    let mut job = Job { sheet: Some(Sheet::A3), ..job_on("sub-180x120", 2, Grid::new(None, 40).unwrap()) };
    assert!(!text(&job, Format::Svg).contains("CutContour"));
    let mut spots = (*job.spots).clone();
    spots.set(Spot::Cut, Some(SpotInk { name: "Cut & \"Crease\"".to_owned(), alternate: [0, 100, 0, 0] }));
    job.spots = Arc::new(spots);
    let svg = text(&job, Format::Svg);
    let group = svg.split("<g id=\"Cut-&amp;-&quot;Crease&quot;\" data-spot=\"Cut &amp; &quot;Crease&quot;\">").nth(1).unwrap();
    assert_eq!(group.split("</g>").next().unwrap().matches("<path ").count(), 2, "both plates");
    assert!(svg.contains("data-spot=\"Sign Blue\"") && svg.contains("bù nở mực 42 µm &amp; &lt;2 điểm&gt;"));
    let tree = resvg::usvg::Tree::from_str(&svg, &resvg::usvg::Options::default()).unwrap();
    assert!((tree.size().width() - 420.0 / 25.4 * 96.0).abs() < 0.1);
    let found = tenpho::print::read_back(svg.into_bytes(), Format::Svg, Proof::Clean, &|_, _| true).unwrap().pages;
    assert!(found[0].symbols.len() == 2 && found[0].symbols.iter().all(|one| one.payload.is_some() && one.quiet));
}

/// The lines of an EPS between the end of its set-up and its end.
fn page_of(eps: &str) -> Vec<&str> {
    eps.split("%%EndPageSetup\n").nth(1).unwrap().split("showpage\n").next().unwrap().lines().collect()
}

#[test]
fn an_eps_says_what_it_is_and_uses_a_dozen_words() {
    let job = job_on("sub-180x120", 1, Grid::new(Some(600), 42).unwrap());
    let eps = text(&job, Format::Eps);
    assert!(
        eps.is_ascii()
            && eps.starts_with(
                "%!PS-Adobe-3.0 EPSF-3.0\n%%Title: Bien phu: 2 bien - duong pho\n%%Creator: Ten Pho\n%%CreationDate: 2026-11-22T08:30:00Z\n"
            )
    );
    // 180 × 120 mm.
    assert!(eps.contains("%%BoundingBox: 0 0 511 341\n%%HiResBoundingBox: 0 0 510.2362 340.1575\n"));
    assert!(eps.contains("%%DocumentProcessColors: Black\n%%DocumentCustomColors: (Sign Blue)\n%%+ (Sign Red)\n"), "{}", &eps[..700]);
    assert!(eps.ends_with("showpage\n%%Trailer\nend\n%%EOF\n") && eps.lines().all(|line| line.len() < 256));
    let takes = [
        ("m", 2),
        ("l", 2),
        ("c", 6),
        ("h", 0),
        ("re", 4),
        ("f", 0),
        ("w", 1),
        ("s", 0),
        ("k", 4),
        ("sp", 6),
        ("op", 1),
        ("q", 0),
        ("Q", 0),
        ("cm", 6),
    ];
    for line in page_of(&eps) {
        let mut stack = 0;
        for word in line.replace("(Sign Blue)", "(Ink)").replace("(Sign Red)", "(Ink)").split(' ') {
            match takes.iter().find(|one| one.0 == word) {
                Some((_, count)) => {
                    assert_eq!(stack, *count, "{line}");
                    stack = 0;
                }
                None => {
                    assert!(word.parse::<f64>().is_ok() && !word.contains('e') || ["true", "false", "(Ink)"].contains(&word), "{line}");
                    stack += 1;
                }
            }
        }
        assert_eq!(stack, 0, "{line}");
    }
    // The symbol: black alone, over what lies below.
    assert!(page_of(&eps).windows(2).any(|pair| pair == ["true op", "0 0 0 1 k"]));
    assert!(
        page_of(&eps).windows(2).any(|pair| pair == ["false op", "1 1 0.8 0 0.35 (Sign Blue) sp"])
            || page_of(&eps)[1] == "1 1 0.8 0 0.35 (Sign Blue) sp"
    );
}

/// Layer, handle and points.
type Polyline = (String, String, Vec<(f64, f64)>);

/// The polylines of a DXF.
fn polylines(dxf: &str) -> Vec<Polyline> {
    let lines: Vec<&str> = dxf.lines().collect();
    assert!(lines.len().is_multiple_of(2), "codes and values in turn");
    let pairs: Vec<(i32, &str)> = lines.chunks(2).map(|pair| (pair[0].trim().parse().unwrap(), pair[1])).collect();
    let from = pairs.windows(2).position(|two| two == [(0, "SECTION"), (2, "ENTITIES")]).unwrap() + 2;
    let mut found: Vec<Polyline> = Vec::new();
    for entity in pairs[from..].split(|pair| *pair == (0, "LWPOLYLINE")).skip(1) {
        let entity: Vec<_> = entity.iter().take_while(|pair| pair.0 != 0).collect();
        let values = |code: i32| entity.iter().filter(move |pair| pair.0 == code).map(|pair| pair.1);
        let number = |text: &str| text.parse::<f64>().unwrap();
        let points: Vec<(f64, f64)> = values(10).map(number).zip(values(20).map(number)).collect();
        assert_eq!((values(70).next(), values(90).next()), (Some("1"), Some(points.len().to_string().as_str())), "closed, and counted");
        found.push((values(8).next().unwrap().to_owned(), values(5).next().unwrap().to_owned(), points));
    }
    found
}

#[test]
fn a_dxf_holds_closed_lines_on_four_layers_in_millimetres() {
    let job = job_on("sub-180x120", 1, Grid::new(None, 40).unwrap());
    let dxf = text(&job, Format::Dxf);
    assert!(dxf.is_ascii() && dxf.contains("9\n$ACADVER\n1\nAC1015\n") && dxf.contains("9\n$INSUNITS\n70\n4\n"));
    let found = polylines(&dxf);
    let on = |layer: &str| found.iter().filter(|one| one.0 == layer).map(|one| one.2.clone()).collect::<Vec<_>>();
    let symbol = Symbol::of(&job.signs[0].link).unwrap();
    assert_eq!(on("SYMBOL").len(), outline::contours(&symbol).len());
    assert_eq!(on("CUT"), [[(0.0, 120.0), (180.0, 120.0), (180.0, 0.0), (0.0, 0.0)]], "the plate's edge, y upwards");
    assert!(on("TEXT").len() > 60 && on("MARKS").is_empty() && found.iter().all(|one| one.2.len() > 2));
    let handles: HashSet<&String> = found.iter().map(|one| &one.1).collect();
    assert_eq!(handles.len(), found.len(), "no handle twice");
    let module = job.plate.module(symbol.width());
    let (left, right) = on("SYMBOL").iter().flatten().fold((f64::MAX, f64::MIN), |(low, high), (x, _)| (low.min(*x), high.max(*x)));
    assert!((right - left - (29.0 * module - 0.04)).abs() < 1e-4, "40 µm narrower: {}", right - left);
}

#[test]
fn the_marks_of_a_sheet_have_a_layer_of_their_own() {
    let job = Job { sheet: Some(Sheet::A3), ..job_on("sticker-80x80", 3, Grid::new(None, 0).unwrap()) };
    let found = polylines(&text(&job, Format::Dxf));
    let count = |layer: &str| found.iter().filter(|one| one.0 == layer).count();
    assert_eq!((count("CUT"), count("TEXT")), (3, 0), "a cut line for each plate, and no text on a sticker");
    // Eight crop marks a plate, its line of text and the page's own.
    assert!(count("MARKS") > 3 * 8 + 100, "{}", count("MARKS"));
}

#[test]
fn text_is_filled_alike_by_both_rules() {
    let fonts = ["sub-180x120", "name-750x400", "sub-150x200"].map(|plate| job_on(plate, 4, Grid::new(None, 0).unwrap()));
    for job in fonts {
        for file in files(&job, Format::Dxf) {
            let found = polylines(std::str::from_utf8(&file.bytes).unwrap());
            let text: Vec<Vec<(f64, f64)>> = found.into_iter().filter(|one| one.0 == "TEXT").map(|one| one.2).collect();
            assert!(text.len() > 20);
            for ring in &text {
                let inside = ring.iter().fold((0.0, 0.0), |sum, at| (sum.0 + at.0, sum.1 + at.1));
                let count = ring.len() as f64;
                for at in
                    [(inside.0 / count, inside.1 / count), (ring[0].0 + 0.031, ring[0].1 + 0.017), (ring[1].0 - 0.031, ring[1].1 - 0.017)]
                {
                    let (winding, crossed) = winding(&text, at);
                    assert_eq!(winding != 0, crossed % 2 == 1, "{}: {at:?}", file.name);
                }
            }
        }
    }
}

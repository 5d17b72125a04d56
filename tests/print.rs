//! What comes out of the press: plates, sheets, and a file that is not believed until it is read back.

use crate::print_kit::{BASE, codes, contents, find, five, job_of, read};
use std::cell::Cell;
use std::fmt::Write;
use std::path::Path;
use tenpho::print::{
    Difference, Error, Finished, Format, Grid, Job, Names, Plate, Proof, Rule, Sheet, Warning, compare, read_back, run, warnings, write,
};
use tenpho::qr::BaseUrl;
use tenpho::register::{Explained, Fault};

const PLATE: &str = include_str!("../data/plates/sub-180x120.toml");

/// The formats that have a writer.
const WRITTEN: &[Format] = &[Format::Pdf, Format::Svg, Format::Png];

fn files(job: &Job, format: Format) -> Vec<Finished> {
    let mut files = Vec::new();
    write::<Error>(job, format, |file| {
        files.push(file);
        Ok(())
    })
    .unwrap();
    files
}

fn pdf(job: &Job) -> Finished {
    files(job, Format::Pdf).remove(0)
}

#[test]
fn every_format_reads_back_as_it_was_asked_for() {
    let job = five();
    for format in WRITTEN {
        for sheet in [None, Some(Sheet::Single), Some(Sheet::A3)] {
            let job = Job { sheet, ..job.clone() };
            for file in files(&job, *format) {
                assert_eq!(compare(&read(&file.bytes, *format), &file.links), [], "{} {format} {sheet:?}", file.name);
            }
        }
    }
}

#[test]
fn a_pdf_holds_four_plates_a_sheet_and_the_others_one_file_a_sign() {
    let job = five();
    let pages: Vec<usize> = pdf(&job).links.iter().map(Vec::len).collect();
    assert_eq!(pages, [4, 1]);
    let names: Vec<String> = files(&job, Format::Svg).into_iter().map(|file| file.name).collect();
    let wanted: Vec<String> = job.signs.iter().map(|sign| format!("{}.svg", sign.code)).collect();
    assert_eq!(names, wanted);
    let sheets = files(&Job { sheet: Some(Sheet::A3), ..job }, Format::Svg);
    assert_eq!(sheets.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["sheet-001.svg", "sheet-002.svg"]);
}

#[test]
fn the_same_job_gives_the_same_bytes() {
    for format in WRITTEN {
        assert!(files(&five(), *format) == files(&five(), *format), "{format}");
    }
}

#[test]
fn a_symbol_is_one_path_and_one_fill() {
    let page = contents(&pdf(&five()).bytes).into_iter().find(|text| text.matches("f\nQ").count() == 4).expect("a page of four symbols");
    for symbol in page.split("f\nQ").take(4) {
        let runs = symbol.rsplit(" cm\n").next().unwrap();
        assert!(runs.lines().count() > 120, "a symbol has more than a hundred blocks");
        assert!(runs.lines().all(|line| line.ends_with(" re") && !line.contains('-')), "rectangles alone, all wound one way: {runs}");
    }
}

#[test]
fn no_rgb_operator_in_any_content_stream() {
    let file = pdf(&five());
    let painted = contents(&file.bytes);
    assert!(painted.len() >= 3, "two pages and what they share");
    for text in &painted {
        let colour = |line: &&str| [" rg", " RG", " g", " G", " cs", " CS", " sc", " SC", " sh"].iter().any(|end| line.ends_with(end));
        let own =
            |line: &&str| ["/Ground cs", "/Accent cs", "/White cs", "/Cut CS", "/Ground CS", "/Accent CS", "/White CS"].contains(line);
        let lines = text.lines().map(|line| line.trim_end_matches(" 1 scn").trim_end_matches(" 1 SCN"));
        let foreign = lines.filter(colour).find(|line| !own(line));
        assert_eq!(foreign, None);
    }
    assert!(painted.iter().any(|text| text.contains("0 0 0 1 k\n")), "black alone for the symbols");
    assert!(find(&file.bytes, b"/Image").is_none(), "vectors only");
}

#[test]
fn a_page_has_a_trim_within_a_bleed_within_its_paper() {
    let text = String::from_utf8_lossy(&pdf(&Job { sheet: Some(Sheet::Single), ..five() }).bytes).into_owned();
    let points = |name: &str| -> Vec<f64> {
        let rest = &text[text.find(name).unwrap() + name.len()..];
        rest[rest.find('[').unwrap() + 1..rest.find(']').unwrap()].split_whitespace().map(|number| number.parse().unwrap()).collect()
    };
    let (paper, bleed, trim) = (points("/MediaBox"), points("/BleedBox"), points("/TrimBox"));
    let millimetres = |points: f64| (points * 25.4 / 72.0 * 100.0).round() / 100.0;
    assert_eq!((millimetres(trim[2] - trim[0]), millimetres(trim[3] - trim[1])), (180.0, 120.0));
    assert_eq!((millimetres(trim[0] - bleed[0]), millimetres(bleed[3] - trim[3])), (3.0, 3.0));
    assert!(bleed[0] - paper[0] > 20.0 && paper[2] - bleed[2] > 20.0, "room for crop marks beyond the bleed");
}

#[test]
fn a_file_with_one_wrong_symbol_is_refused() {
    let job = five();
    let mut swapped = job.clone();
    swapped.signs.swap(1, 4);
    let found = compare(&read(&pdf(&swapped).bytes, Format::Pdf), &pdf(&job).links);
    assert_eq!(found.len(), 4, "missing and foreign on both pages: {found:?}");
    assert!(found.iter().any(|one| matches!(one, Difference::Missing { page: 2, link } if *link == job.signs[4].link)));
    assert!(found.iter().any(|one| matches!(one, Difference::Extra { page: 1, payload, .. } if payload == job.signs[4].link.as_str())));
}

#[test]
fn a_sign_left_out_and_a_sign_printed_twice_are_found() {
    let job = five();
    let owed = pdf(&job).links;
    let mut short = job.clone();
    short.signs.pop();
    let found = compare(&read(&pdf(&short).bytes, Format::Pdf), &owed);
    assert!(matches!(&found[..], [Difference::Missing { page: 2, .. }]), "{found:?}");
    let mut doubled = job.clone();
    doubled.signs[1] = doubled.signs[0].clone();
    let found = compare(&read(&pdf(&doubled).bytes, Format::Pdf), &owed);
    assert!(matches!(&found[..], [Difference::Twice { page: 1, .. }, Difference::Missing { page: 1, .. }]), "{found:?}");
}

/// The plate alone as SVG, with something drawn over it at the end.
fn painted_over(shape: &str) -> (String, Finished) {
    let file = files(&five(), Format::Svg).remove(0);
    let mut text = String::from_utf8(file.bytes.clone()).unwrap().replace("</svg>", "");
    write!(text, "{shape}</svg>").unwrap();
    (text, file)
}

#[test]
fn a_damaged_symbol_is_there_but_not_read() {
    let (text, file) = painted_over("<rect x=\"42\" y=\"42\" width=\"62\" height=\"62\" fill=\"#000\"/>");
    let found = compare(&read(text.as_bytes(), Format::Svg), &file.links);
    assert!(matches!(&found[..], [Difference::Unread { page: 1, .. }, Difference::Missing { .. }]), "{found:?}");
}

#[test]
fn ink_in_the_quiet_zone_is_found() {
    for (x, y) in [(4.0, 30.0), (60.0, 5.0), (110.0, 60.0), (60.0, 112.0), (3.4, 3.4)] {
        let (text, file) = painted_over(&format!("<rect x=\"{x}\" y=\"{y}\" width=\"2\" height=\"2\"/>"));
        let found = compare(&read(text.as_bytes(), Format::Svg), &file.links);
        assert!(matches!(&found[..], [Difference::QuietZone { page: 1, .. }]), "{x} {y}: {found:?}");
    }
}

#[test]
fn a_symbol_nobody_asked_for_is_found() {
    let stranger = BaseUrl::parse("https://example.com").unwrap().link(codes(9)[8]);
    let symbol = tenpho::qr::Symbol::of(&stranger).unwrap();
    let path = tenpho::qr::svg::path_steps(&symbol);
    let shape = format!("<path fill=\"#fff\" d=\"M123 16h50v50h-50z\"/><path transform=\"translate(129 22) scale(1.2)\" d=\"{path}\"/>");
    let (text, file) = painted_over(&shape);
    let found = compare(&read(text.as_bytes(), Format::Svg), &file.links);
    assert!(matches!(&found[..], [Difference::Extra { payload, .. }] if payload == stranger.as_str()), "{found:?}");
}

#[test]
fn progress_is_told_page_by_page() {
    let file = pdf(&five());
    let last = Cell::new((0, 0));
    read_back(file.bytes, Format::Pdf, Proof::Clean, &|done, of| {
        assert!(done > last.get().0);
        last.set((done, of));
        true
    })
    .unwrap();
    assert_eq!(last.get(), (2, 2));
}

#[test]
fn a_broken_file_gives_an_error_and_never_a_panic() {
    let job = five();
    for format in WRITTEN {
        let whole = files(&job, *format).remove(0).bytes;
        for wrong in [&b""[..], b"%PDF-1.6", b"<svg", b"\x89PNG\r\n\x1a\n", &whole[..whole.len() / 2]] {
            let read = read_back(wrong.to_vec(), *format, Proof::Clean, &|_, _| true);
            assert!(read.as_ref().map_or(true, |reading| reading.pages.iter().all(|page| page.symbols.len() < 5)), "{format}");
        }
        for at in (0..whole.len()).step_by(whole.len() / 25) {
            let mut bent = whole.clone();
            bent[at] ^= 0x55;
            // Whatever comes out, something comes out.
            read_back(bent, *format, Proof::Clean, &|_, _| true).ok();
        }
    }
}

#[test]
fn an_absurd_page_is_refused() {
    let tall = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9000mm\" height=\"90mm\"><path d=\"M0 0h9v9z\"/></svg>";
    assert!(matches!(read_back(tall.as_bytes().to_vec(), Format::Svg, Proof::Clean, &|_, _| true), Err(Error::PageSize(1))));
    let mut bomb = files(&five(), Format::Png).remove(0).bytes;
    bomb[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    let sum = {
        let mut sum = flate2::Crc::new();
        sum.update(&bomb[12..29]);
        sum.sum()
    };
    bomb[29..33].copy_from_slice(&sum.to_be_bytes());
    assert!(matches!(read_back(bomb, Format::Png, Proof::Clean, &|_, _| true), Err(Error::PictureTooLarge { .. })));
}

#[test]
fn nothing_to_print_and_a_wild_resolution_are_refused() {
    let none = Job { signs: Vec::new(), ..five() };
    assert!(matches!(write::<Error>(&none, Format::Pdf, |_| Ok(())), Err(Error::NothingToPrint)));
    for dpi in [0, 19, 4801, u32::MAX] {
        assert!(matches!(Grid::new(Some(dpi), 0), Err(Error::Dpi(given)) if given == dpi));
    }
    let coarse = Job { device: Grid::new(Some(30), 0).unwrap(), ..five() };
    assert!(matches!(write::<Error>(&coarse, Format::Pdf, |_| Ok(())), Err(Error::ModuleDots { dpi: 30, .. })), "under four dots a module");
    let gaining = Job { device: Grid::new(None, 1600).unwrap(), ..five() };
    assert!(matches!(write::<Error>(&gaining, Format::Pdf, |_| Ok(())), Err(Error::Reduction { micrometres: 1600, .. })));
    let fine = Job { device: Grid::new(Some(1200), 0).unwrap(), sheet: Some(Sheet::A3), ..five() };
    let refused = write::<Error>(&fine, Format::Png, |_| Ok(())).unwrap_err();
    assert!(matches!(refused, Error::PictureTooLarge { .. }) && refused.fault() == Fault::Refused);
}

#[test]
fn a_picture_knows_its_true_size() {
    let png = files(&Job { device: Grid::new(Some(150), 0).unwrap(), ..five() }, Format::Png).remove(0).bytes;
    let at = find(&png, b"pHYs").unwrap();
    assert_eq!(png[at + 4..at + 13], [0, 0, 0x17, 0x12, 0, 0, 0x17, 0x12, 1], "5906 dots a metre are 150 an inch");
    let found = read(&png, Format::Png);
    // 18 whole dots a module instead of 18.3.
    assert!((found[0].symbols[0].side - 29.0 * 18.0 * 25.4 / 150.0).abs() < 0.05, "{}", found[0].symbols[0].side);
}

#[test]
fn a_missing_glyph_is_refused_by_name() {
    let job = job_of(BASE, &[("Phố", "Cầu 東 Đất")], None);
    let refused = write::<Error>(&job, Format::Pdf, |_| Ok(())).unwrap_err();
    assert!(matches!(&refused, Error::MissingGlyph { character: '東', text } if text.contains('東')), "{refused}");
}

#[test]
fn a_plate_that_cannot_be_drawn_ends_a_run_that_is_going_on() {
    let mut names = vec![("Phố", "Cầu Đất"); 40];
    names[39] = ("Phố", "Cầu 東");
    let folder = tempfile::tempdir().unwrap();
    let shelf = tenpho::office::finished_file::Folder(folder.path().to_owned());
    for format in [Format::Svg, Format::Pdf] {
        let ended = run(&job_of(BASE, &names, None), format, &Names::within(), None, &shelf, &|_, _, _| true);
        assert!(matches!(ended, Err(Error::MissingGlyph { character: '東', .. })), "{format}");
    }
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert!(left.iter().all(|name| name.ends_with(".svg")), "whole plates, and nothing half-made: {left:?}");
    let stopped = run(&job_of(BASE, &names[..20], None), Format::Svg, &Names::within(), None, &shelf, &|_, done, _| done < 3);
    assert!(matches!(stopped, Err(Error::Stopped)));
}

#[test]
fn every_vietnamese_letter_is_in_every_face() {
    let letters: String =
        ('A'..='Z').chain('a'..='z').chain('0'..='9').chain("ăâêôơưđĂÂÊÔƠƯĐ–-/.·".chars()).chain('\u{1ea0}'..='\u{1ef9}').collect();
    let fonts = tenpho::print::fonts::Fonts::default();
    for face in tenpho::print::fonts::Face::ALL {
        let set = fonts.shape(face, &letters).unwrap();
        assert_eq!(set.glyphs.len(), letters.chars().count(), "one glyph a letter");
    }
}

/// Ink of each line of the name, top and bottom, from the drawing's own measures.
fn name_lines(svg: &str) -> usize {
    svg.matches("<path fill=\"#ffffff\"").count()
}

#[test]
fn long_names_fit_and_absurd_ones_are_refused() {
    let names = [
        ("Phố", "Nguyễn Thị Minh Khai"),
        ("Phố", "Hải Thượng Lãn Ông"),
        ("", "Cách mạng Tháng Tám"),
        ("Đường", "Nguyễn Bỉnh Khiêm"),
        ("Phố", "ẤỮỖẲ ẶỘỮỖ ẤỮỖẲ"),
        ("", "Cung Văn hóa Lao động Hữu nghị Việt – Tiệp"),
        ("", "1/4"),
    ];
    for file in files(&job_of(BASE, &names, None), Format::Svg) {
        let lines = name_lines(&String::from_utf8(file.bytes).unwrap());
        // Two lines of words, the address and the code stand beside the kind and one to four lines of the name.
        assert!((5..=9).contains(&lines), "{} has {lines}", file.name);
    }
    for absurd in ["Ư".repeat(40), "NGUYỄN ".repeat(40)] {
        let refused = write::<Error>(&job_of(BASE, &[("Phố", &absurd)], None), Format::Svg, |_| Ok(())).unwrap_err();
        assert!(matches!(refused, Error::TextTooLong { .. }) && refused.fault() == Fault::Refused, "{absurd}");
    }
}

#[test]
fn stacked_capitals_never_touch_the_line_above() {
    let svg = String::from_utf8(files(&job_of(BASE, &[("Phố", "ẶỘỆ ẤỮỖ ẶỘỆ ẤỮỖ")], None), Format::Svg).remove(0).bytes).unwrap();
    let ink = |path: &str| {
        let ys = path
            .split(['M', 'L', 'Q', 'C', 'Z'])
            .flat_map(|step| step.split_whitespace().map(|n| n.parse::<f64>().unwrap()).collect::<Vec<_>>().into_iter().skip(1).step_by(2));
        ys.fold((f64::MAX, f64::MIN), |(top, bottom), y| (top.min(y), bottom.max(y)))
    };
    let lines: Vec<(f64, f64)> = svg
        .lines()
        .filter_map(|line| line.strip_prefix("<path fill=\"#ffffff\" d=\"").and_then(|rest| rest.strip_suffix("\"/>")))
        .map(ink)
        .collect();
    // Words, words and address come first, the code last; between them the kind and the name, line by line.
    let name = &lines[3..lines.len() - 1];
    assert!(name.len() >= 3, "{lines:?}");
    for pair in name.windows(2) {
        assert!(pair[1].0 - pair[0].1 > 0.5, "lines {pair:?} come within half a millimetre");
    }
    assert!(name[0].0 > 5.0 && name[name.len() - 1].1 < 70.0, "nothing leaves its place: {name:?}");
}

#[test]
fn the_quiet_zone_is_kept_at_every_size_of_symbol() {
    for (base, modules) in [("https://a.vn", 25), (BASE, 29), ("https://qr.hethong.dothi.haiphong.gov.vn", 33)] {
        let job = job_of(base, &[("Phố", "Cầu Đất")], Some(Sheet::Single));
        let symbols = read(&pdf(&job).bytes, Format::Pdf).remove(0).symbols;
        assert_eq!((symbols[0].modules, symbols[0].quiet), (modules, true), "{base}");
        assert!(symbols[0].side > 89.9, "{} mm", symbols[0].side);
    }
}

#[test]
fn a_plate_that_breaks_a_rule_is_refused() {
    let broken = |from: &str, to: &str| match Plate::parse("bad", &PLATE.replacen(from, to, 1)) {
        Err(Error::PlateRule { rule, .. }) => Some(rule),
        Err(_) | Ok(_) => None,
    };
    assert!(PLATE.contains("quiet = 115.0") && Plate::parse("good", PLATE).is_ok());
    assert_eq!(broken("width = 180.0", "width = -180.0"), Some(Rule::Size));
    assert_eq!(broken("width = 180.0", "width = nan"), Some(Rule::Size));
    assert_eq!(broken("\nheight = 120.0", "\nheight = 100.0"), Some(Rule::QuietZone));
    assert_eq!(broken("radius = 1.6", "radius = 3.0"), Some(Rule::Radius));
    assert_eq!(broken("right = 174.4", "right = 178.0"), Some(Rule::SafeArea));
    assert_eq!(broken("left = 123.4", "left = 117.0"), Some(Rule::Intrusion));
    assert_eq!(broken("smallest = 9.4", "smallest = 2.0"), Some(Rule::Lettering));
    assert_eq!(broken("smallest = 9.4", "smallest = 10.0"), Some(Rule::Lettering));
    assert_eq!(broken("[panel]\n", "[symbol.dark]\ncmyk = [0, 0, 0, 0]\nscreen = \"#ffffff\"\n[panel]\n"), Some(Rule::Inverted));
    assert_eq!(broken("[panel]\n", "[symbol.dark]\ncmyk = [100, 80, 0, 35]\nscreen = \"#12306b\"\n[panel]\n"), Some(Rule::MixedDark));
    assert_eq!(broken("spot = \"Sign Red\"", "spot = \"sign blue \""), Some(Rule::Spot));
    assert_eq!(broken("spot = \"Sign Red\"", "spot = \"Black\""), Some(Rule::Spot));
    assert_eq!(broken("cmyk = [100, 80, 0, 35]", "cmyk = [100, 100, 100, 35]"), Some(Rule::Colour));
    assert!(matches!(Plate::parse("bad", &PLATE.replacen("bleed", "blood", 1)), Err(Error::PlateFile { .. })));
    assert!(matches!(Plate::get("../../secret"), Err(Error::UnknownPlate { .. })));
}

#[test]
fn a_long_link_is_allowed_with_a_warning() {
    assert_eq!(warnings(&five()), []);
    let long = job_of("https://qr.hethong.dothi.haiphong.gov.vn", &[("Phố", "Cầu Đất")], None);
    assert!(matches!(warnings(&long)[..], [Warning::LongLink { length: 47, .. }, ..]), "{:?}", warnings(&long));
}

#[test]
fn the_sheet_is_drawn_as_it_was() {
    let sheet = files(&Job { sheet: Some(Sheet::A3), ..five() }, Format::Svg).remove(0);
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expected/sheets/four_plates_a3.svg");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(golden.parent().unwrap()).unwrap();
        std::fs::write(&golden, &sheet.bytes).unwrap();
    }
    let known = std::fs::read(&golden).unwrap();
    assert!(known == sheet.bytes, "the drawing has changed; UPDATE=1 rewrites {}", golden.display());
}

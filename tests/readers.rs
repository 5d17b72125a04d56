//! What the readers promise: every symbol of an EPS, DXF or TIFF where it lies, and no hostile file that hurts.

use crate::print_kit::{codes, job_of};
use fax::{Color, VecWriter, encoder::Encoder};
use std::fmt::Write;
use tenpho::print::{Error, Format, Grid, Job, OnPage, Proof, Reading, Sheet, compare, read_back, read_file, write};
use tenpho::qr::{BaseUrl, Decoder, Link, Symbol};

/// The symbol's top left on the page and the width of its modules, in millimetres.
const X: f64 = 20.0;
const Y: f64 = 30.0;
const MODULE: f64 = 3.0;
/// The page, in millimetres.
const WIDTH: f64 = 180.0;
const HEIGHT: f64 = 130.0;

fn link() -> Link {
    BaseUrl::parse("https://qr.haiphong.gov.vn").unwrap().link(codes(1)[0])
}

/// The dark modules, by column and row.
fn dark_modules() -> Vec<(f64, f64)> {
    let symbol = Symbol::of(&link()).unwrap();
    let side = symbol.width();
    let all = (0..side).flat_map(|y| (0..side).map(move |x| (x, y)));
    all.filter(|(x, y)| symbol.is_dark(*x, *y)).map(|(x, y)| (f64::from(x), f64::from(y))).collect()
}

fn read(bytes: impl AsRef<[u8]>, format: Format) -> Result<Reading, Error> {
    let whole = read_back(bytes.as_ref().to_vec(), format, Proof::Clean, &|_, _| true);
    let alone = read_file(bytes.as_ref().to_vec(), format, Proof::Clean);
    assert_eq!(whole.is_ok(), alone.is_ok(), "both ways of reading agree");
    whole
}

/// The one symbol of a page, which must be the one drawn, where it was drawn.
fn the_symbol(bytes: impl AsRef<[u8]>, format: Format) -> OnPage {
    let mut pages = read(bytes, format).unwrap().pages;
    assert_eq!((pages.len(), pages[0].symbols.len()), (1, 1), "{format}");
    let symbol = pages.remove(0).symbols.remove(0);
    assert_eq!(symbol.payload.as_deref(), Some(link().as_str()));
    assert_eq!((&symbol.read_by[..], symbol.modules), (Decoder::ALL, 29), "{format}");
    let off = [symbol.x - X, symbol.y - Y, symbol.side - 29.0 * MODULE];
    assert!(off.iter().all(|off| off.abs() < 0.3), "{format}: {off:?} mm off");
    symbol
}

fn points(millimetres: f64) -> f64 {
    millimetres * 72.0 / 25.4
}

/// An EPS with this page, and whatever a prolog holds.
fn eps(page: &str) -> String {
    let (width, height) = (points(WIDTH), points(HEIGHT));
    format!(
        "%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 {} {}\n%%HiResBoundingBox: 0 0 {width:.4} {height:.4}\n%%EndComments\n\
         %%BeginProlog\n/m {{moveto}} bind def % not read\n%%EndProlog\n%%BeginPageSetup\nsave\n%%EndPageSetup\n{page}\nshowpage\n%%Trailer\n%%EOF\n",
        width.ceil(),
        height.ceil()
    )
}

/// The symbol as rectangles, a corner at a time, with its ground.
fn eps_symbol() -> String {
    let mut page = String::from("q 0 0 0 0 k 0 0 511 369 re f Q % the ground\nfalse op 0 0 0 1 k\n");
    for (x, y) in dark_modules() {
        let (left, top) = (points(X + x * MODULE), points(HEIGHT - Y - y * MODULE));
        writeln!(page, "{left:.3} {:.3} {:.3} {:.3} re", top - points(MODULE), points(MODULE), points(MODULE)).unwrap();
    }
    page + "f\n"
}

#[test]
fn an_eps_shows_its_symbol_where_it_lies() {
    assert!(the_symbol(eps(&eps_symbol()), Format::Eps).quiet);
}

#[test]
fn an_eps_is_drawn_by_its_matrices_curves_lines_and_spot_colours() {
    // The same symbol in units of a module with y upwards, on a plate of a light spot colour with words in dark strokes beside it.
    let mut page = String::from("true op 0.2 0.2 0.1 0 0 (Sign \\(Blue\\) (PMS)) sp 0 0 510.236 368.504 re f false op\nq\n");
    writeln!(page, "{0:.5} 0 0 {0:.5} {1:.4} {2:.4} cm", points(MODULE), points(X), points(HEIGHT - Y)).unwrap();
    page.push_str("0 0 0 0 k -4 -33 37 37 re f 1 0 0 0 1 (Black) sp\n");
    for (x, y) in dark_modules() {
        writeln!(page, "{x} -{y} m {} -{y} l {} -{} l {x} -{} l h", x + 1.0, x + 1.0, y + 1.0, y + 1.0).unwrap();
    }
    page.push_str("f Q 0 0 0 1 k 2 lw 420 100 m 420 200 440 200 440 300 c s\n");
    assert!(the_symbol(eps(&page), Format::Eps).quiet);
}

#[test]
fn a_white_that_overprints_hides_nothing_as_on_the_press() {
    let hidden = |over: bool| format!("{} {over} op 0 0 0 0 k 57 60 100 100 re f", eps_symbol());
    the_symbol(eps(&hidden(true)), Format::Eps);
    let symbols = read(eps(&hidden(false)), Format::Eps).unwrap().pages.remove(0).symbols;
    assert!(symbols.iter().all(|symbol| symbol.payload.is_none()), "{symbols:?}");
}

#[test]
fn ink_in_the_quiet_zone_of_an_eps_is_seen() {
    let dirty = format!("{} 30 200 10 10 re f", eps_symbol());
    let symbols = read(eps(&dirty), Format::Eps).unwrap().pages.remove(0).symbols;
    assert!(symbols.len() == 1 && !symbols[0].quiet, "{symbols:?}");
}

#[test]
fn an_eps_of_anything_but_the_subset_is_refused() {
    let sound = eps_symbol();
    for wrong in [
        "1 2 3 re",
        "f f 1",
        "0 0 m 5 l",
        "0 0 m 1e9 0 l f",
        "0 0 m 16#FF 0 l f",
        "/x 1 def",
        "[1 2] 0 setdash",
        "(never ends",
        "1 1 1 k f",
        "0 0 0 2 k",
        "1 0 0 0 1 sp",
        "1 0 0 0 1 (Black sp",
        "yes op",
        "1 op",
        "Q",
        "q",
        "5 5 l f",
        "0 0 m 9999999 0 l f",
        "-1 lw",
        "clip",
        "0 0 m (x) 0 l",
        "1 2 3 4 5 6 7 8 9 10 cm",
        "{ f } loop",
        "<AB>",
        "NaN 0 m",
        "inf 0 m",
        "currentfile run",
        "1000000 0 0 1000000 0 0 cm",
    ] {
        let read = read(eps(&format!("{sound}\n{wrong}\n")), Format::Eps);
        assert!(matches!(read, Err(Error::Unreadable(Format::Eps))), "{wrong}: {read:?}");
    }
    let whole = eps(&sound);
    for (part, other) in
        [("%%EOF", "%%"), ("showpage", "% none"), ("EPSF-3.0", "EPSF-9"), ("%%EndP", "%%P"), ("%%BoundingBox: 0", "%%BoundingBox: 9")]
    {
        let read = read(whole.replace(part, other), Format::Eps);
        assert!(matches!(read, Err(Error::Unreadable(Format::Eps))), "{part}: {read:?}");
    }
}

#[test]
fn an_eps_that_would_take_for_ever_is_refused_at_once() {
    let layers = "0 0 511 369 re f\n".repeat(500);
    assert!(matches!(read(eps(&layers), Format::Eps), Err(Error::TooSlow)));
    let comb: String =
        std::iter::once("0 0 m\n".to_owned()).chain((0..90_000).map(|at| format!("{} {} l\n", at % 500, at % 2 * 360))).collect();
    assert!(matches!(read(eps(&(comb + "f")), Format::Eps), Err(Error::TooSlow)));
    assert!(matches!(read(eps(&"q ".repeat(1000)), Format::Eps), Err(Error::Unreadable(_))));
    let huge = eps("").replace(" 511 369", " 99999 99999").replace("510.2362 368.5039", "99999 99999");
    assert!(matches!(read(huge, Format::Eps), Err(Error::PageSize(1))));
}

/// A DXF of these entities.
fn dxf(entities: &str) -> String {
    format!(
        "  0\nSECTION\n  2\nHEADER\n  9\n$ACADVER\n  1\nAC1015\n  9\n$INSUNITS\n 70\n     4\n  9\n$MEASUREMENT\n 70\n     1\n  9\n$EXTMIN\n 10\n0.0\n 20\n0.0\n 30\n0.0\n\
         9\n$EXTMAX\n 10\n{WIDTH:.1}\n 20\n{HEIGHT:.1}\n 30\n0.0\n  0\nENDSEC\n  0\nSECTION\n  2\nTABLES\n  0\nTABLE\n  2\nLAYER\n  0\nENDTAB\n  0\nENDSEC\n\
         0\nSECTION\n  2\nENTITIES\n{entities}  0\nENDSEC\n  0\nEOF\n"
    )
}

fn contour(layer: &str, corners: &[(f64, f64)]) -> String {
    let mut text = format!(
        "  0\nLWPOLYLINE\n  5\n1F\n100\nAcDbEntity\n  8\n{layer}\n100\nAcDbPolyline\n 90\n{}\n 70\n     1\n 43\n0.0\n",
        corners.len()
    );
    for (x, y) in corners {
        write!(text, " 10\n{x:.4}\n 20\n{y:.4}\n").unwrap();
    }
    text
}

/// A rectangle by its top left and its size, y upwards.
fn rectangle(layer: &str, (left, top): (f64, f64), (width, height): (f64, f64)) -> String {
    let (right, bottom) = (left + width, top - height);
    contour(layer, &[(left, bottom), (right, bottom), (right, top), (left, top)])
}

fn dxf_symbol() -> String {
    let module = |(x, y): (f64, f64)| rectangle("SYMBOL", (X + x * MODULE, HEIGHT - Y - y * MODULE), (MODULE, MODULE));
    dark_modules().into_iter().map(module).collect()
}

#[test]
fn a_dxf_shows_its_symbol_where_it_lies_and_leaves_the_cut_out() {
    assert!(the_symbol(dxf(&dxf_symbol()), Format::Dxf).quiet);
    let plate = rectangle("CUT", (0.0, HEIGHT), (WIDTH, HEIGHT)) + &rectangle("CUT", (X - 6.0, HEIGHT - Y + 6.0), (99.0, 99.0));
    assert!(the_symbol(dxf(&(plate + &dxf_symbol())), Format::Dxf).quiet);
    let mark = |layer| dxf(&(dxf_symbol() + &rectangle(layer, (X - 6.0, HEIGHT - Y), (2.0, 2.0))));
    for layer in ["TEXT", "MARKS"] {
        assert!(!the_symbol(mark(layer), Format::Dxf).quiet, "{layer} in the quiet zone");
    }
}

#[test]
fn contours_of_one_layer_cut_holes_into_each_other() {
    // A black field of which the light modules are cut out again.
    let symbol = Symbol::of(&link()).unwrap();
    let mut entities = rectangle("SYMBOL", (X, HEIGHT - Y), (29.0 * MODULE, 29.0 * MODULE));
    for (x, y) in (0..29).flat_map(|y| (0..29).map(move |x| (x, y))).filter(|(x, y)| !symbol.is_dark(*x, *y)) {
        let corner = (X + f64::from(x) * MODULE, HEIGHT - Y - f64::from(y) * MODULE);
        entities += &rectangle("SYMBOL", corner, (MODULE, MODULE));
    }
    the_symbol(dxf(&entities), Format::Dxf);
}

#[test]
fn a_dxf_of_anything_but_the_subset_is_refused() {
    let whole = dxf(&dxf_symbol());
    for (part, other) in [
        ("\nLWPOLYLINE", "\nLINE"),
        ("\nLWPOLYLINE", "\nINSERT"),
        (" 70\n     1\n 43", " 70\n     0\n 43"),
        (" 90\n4", " 90\n5"),
        ("     4\n", "     1\n"),
        ("  0\nEOF\n", ""),
        ("\nSYMBOL", "\nOTHER"),
        (" 43\n0.0", " 43\n2.0"),
        (" 43\n0.0", " 42\n0.5"),
        (" 43\n0.0", "230\n-1.0"),
        ("AC1015", "AC1009"),
        ("$EXTMAX", "$OTHER"),
        (" 10\n20.0000", " 10\nNaN"),
        (" 10\n20.0000", " 10\n9e9"),
        (" 20\n", " 21\n"),
        ("  0\nEOF", "x\nEOF"),
        ("  0\nEOF\n", "  0\nEOF\n  0\nEOF\n"),
        (" 10\n180.0", " 10\n-180.0"),
    ] {
        assert!(whole.contains(part), "{part}");
        let read = read(whole.replacen(part, other, 1), Format::Dxf);
        assert!(matches!(read, Err(Error::Unreadable(Format::Dxf))), "{part} as {other}: {read:?}");
    }
    let large = whole.replace("180.0", "9000.0");
    assert!(matches!(read(large, Format::Dxf), Err(Error::PageSize(1))));
    let comb: Vec<(f64, f64)> = (0..90_000).map(|at| (f64::from(at) / 600.0, f64::from(at % 2) * 120.0)).collect();
    assert!(matches!(read(dxf(&contour("TEXT", &comb).repeat(20)), Format::Dxf), Err(Error::TooSlow)));
}

/// Dots an inch of the TIFFs.
const DPI: u32 = 300;

/// A TIFF of one strip in G4, with these tags beside those that it needs.
fn tiff(dpi: (u32, u32)) -> Vec<u8> {
    let dots = |millimetres: f64| (millimetres * f64::from(DPI) / 25.4).round() as u32;
    let (width, height) = (dots(WIDTH), dots(HEIGHT));
    let symbol = Symbol::of(&link()).unwrap();
    let mut encoder = Encoder::new(VecWriter::new());
    for row in 0..height {
        let module = |dot: u32, from: f64| ((f64::from(dot) + 0.5) * 25.4 / f64::from(DPI) - from) / MODULE;
        let dark = |dot: u32| {
            let (x, y) = (module(dot, X), module(row, Y));
            x >= 0.0 && y >= 0.0 && symbol.is_dark(x as u32, y as u32)
        };
        encoder.encode_line((0..width).map(|dot| if dark(dot) { Color::Black } else { Color::White }), width).unwrap();
    }
    let strip = encoder.finish().unwrap().finish();
    let tags: [(u16, u16, u32); 11] = [
        (256, 4, width),
        (257, 4, height),
        (258, 3, 1),
        (259, 3, 4),
        (262, 3, 0),
        (273, 4, 8 + 16),
        (278, 4, height),
        (279, 4, u32::try_from(strip.len()).unwrap()),
        (282, 5, 8),
        (283, 5, 16),
        (296, 3, 2),
    ];
    let mut file = b"II*\0".to_vec();
    file.extend(u32::try_from(24 + strip.len()).unwrap().to_le_bytes());
    [dpi.0, 1, dpi.1, 1].iter().for_each(|number| file.extend(number.to_le_bytes()));
    file.extend(&strip);
    file.extend(u16::try_from(tags.len()).unwrap().to_le_bytes());
    for (tag, kind, value) in tags {
        file.extend(tag.to_le_bytes());
        file.extend(kind.to_le_bytes());
        file.extend(1_u32.to_le_bytes());
        file.extend(value.to_le_bytes());
    }
    file.extend([0; 4]);
    file
}

#[test]
fn a_tiff_of_one_bit_shows_its_symbol_by_its_own_resolution() {
    assert!(the_symbol(tiff((DPI, DPI)), Format::Tiff).quiet);
    let halved = read(tiff((DPI * 2, DPI * 2)), Format::Tiff).unwrap().pages.remove(0).symbols.remove(0);
    assert!((halved.x - X / 2.0).abs() < 0.2 && (halved.side - 29.0 * MODULE / 2.0).abs() < 0.2);
}

#[test]
fn a_tiff_of_any_other_kind_is_refused() {
    let whole = tiff((DPI, DPI));
    let unreadable = |bytes: Vec<u8>, what: &str| {
        let read = read(bytes, Format::Tiff);
        assert!(matches!(read, Err(Error::Unreadable(Format::Tiff))), "{what}: {read:?}");
    };
    unreadable(tiff((DPI, DPI * 2)), "dots that are not square");
    unreadable(tiff((0, 0)), "no resolution");
    unreadable(whole[..whole.len() - 30].to_vec(), "a directory that breaks off");
    unreadable(b"II*\0\xff\xff\xff\xff".to_vec(), "a directory outside the file");
    unreadable(b"II+\0\x08\0\0\0".to_vec(), "a big TIFF");
    let mut second = whole.clone();
    let last = second.len() - 4;
    second[last] = 8;
    unreadable(second, "a second picture");
    let sized = |side: u32| [0, 1, 6].into_iter().fold(whole.clone(), |file, entry| with_tag(file, entry, side));
    assert!(matches!(read(sized(64_000), Format::Tiff), Err(Error::PictureTooLarge { width: 64_000, .. })));
    // Up to four gigadots it is read strip by strip, as far as it goes.
    unreadable(sized(60_000), "less than its tags promise");
}

/// The same TIFF with another value in this entry of its directory.
fn with_tag(mut file: Vec<u8>, entry: usize, value: u32) -> Vec<u8> {
    let at = file.len() - 4 - (11 - entry) * 12 + 8;
    file[at..at + 4].copy_from_slice(&value.to_le_bytes());
    file
}

/// Signs on a sheet of A3 at 1200 dots an inch: 278 million dots.
fn gigantic() -> (Vec<u8>, Vec<Vec<Link>>) {
    let device = Grid::new(Some(1200), 0).unwrap();
    let job = Job { device, ..job_of("https://qr.haiphong.gov.vn", &[("Phố", "Cầu Đất"); 3], Some(Sheet::A3)) };
    let mut files = Vec::new();
    write::<Error>(&job, Format::Tiff, |file| {
        files.push(file);
        Ok(())
    })
    .unwrap();
    let file = files.remove(0);
    (file.bytes, file.links)
}

#[test]
fn a_tiff_of_more_dots_than_the_memory_holds_is_read_strip_by_strip() {
    let (bytes, links) = gigantic();
    let dots = |at: usize| u64::from(u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()));
    let directory = usize::try_from(dots(4)).unwrap();
    assert!(dots(directory + 2 + 12 + 8) * dots(directory + 2 + 24 + 8) > 250_000_000);
    let pages = read_file(bytes.clone(), Format::Tiff, Proof::Clean).unwrap().pages;
    assert_eq!((pages[0].symbols.len(), compare(&pages, &links)), (3, vec![]));
    assert!(pages[0].symbols.iter().all(|one| one.quiet && one.read_by == Decoder::ALL && one.side > 80.0 && one.x < 420.0));
    let mut bent = bytes.clone();
    for at in (8..directory).step_by(directory / 3) {
        bent[at] ^= 0x5a;
        // Whatever comes out, something comes out.
        read_file(bent.clone(), Format::Tiff, Proof::Clean).ok();
    }
}

#[test]
fn whatever_is_broken_in_a_file_gives_an_answer_and_never_a_panic() {
    let wholes =
        [(Format::Eps, eps(&eps_symbol()).into_bytes()), (Format::Dxf, dxf(&dxf_symbol()).into_bytes()), (Format::Tiff, tiff((DPI, DPI)))];
    for (format, whole) in wholes {
        for wrong in [&b""[..], b"\0", b"%!PS-Adobe-3.0 EPSF-3.0", b"  0\nSECTION", b"II*\0", b"\xff\xfe\xfd", &whole[..whole.len() / 2]] {
            assert!(read_file(wrong.to_vec(), format, Proof::Clean).is_err(), "{format}");
        }
        for at in (0..whole.len()).step_by(whole.len() / 30) {
            let mut bent = whole.clone();
            bent[at] ^= 0x15;
            // Whatever comes out, something comes out.
            read_file(bent, format, Proof::Clean).ok();
        }
    }
}

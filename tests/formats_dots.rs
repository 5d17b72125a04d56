//! Pictures for devices: every module of whole dots, and what was applied stands in the file.

use crate::formats::{files, job_on, reduced, text};
use tenpho::print::{Error, Format, Grid, Job, Proof, Sheet, Spot, write};
use tenpho::qr::Symbol;
use tenpho::register::{Explained, Fault};

/// A picture as dark and light dots.
struct Dots {
    width: usize,
    dark: Vec<bool>,
}

impl Dots {
    fn of(bytes: &[u8]) -> Self {
        let grey = image::load_from_memory(bytes).unwrap().into_luma8();
        Self { width: grey.width() as usize, dark: grey.as_raw().iter().map(|one| *one < 128).collect() }
    }

    fn at(&self, x: usize, y: usize) -> bool {
        self.dark[y * self.width + x]
    }

    fn height(&self) -> usize {
        self.dark.len() / self.width
    }

    /// Of a picture that holds nothing but a symbol: its left and top.
    fn corner(&self) -> (usize, usize) {
        let left = (0..self.width).find(|x| (0..self.height()).any(|y| self.at(*x, y))).unwrap();
        (left, self.dark.iter().position(|dark| *dark).unwrap() / self.width)
    }

    /// The dark runs of a row or of a column.
    fn runs(&self, line: usize, is_column: bool) -> Vec<(usize, usize)> {
        let end = if is_column { self.height() } else { self.width };
        let is_dark = |at: &usize| if is_column { self.at(line, *at) } else { self.at(*at, line) };
        runs(end, is_dark)
    }
}

fn runs(end: usize, is_dark: impl Fn(&usize) -> bool) -> Vec<(usize, usize)> {
    let starts = (0..end).filter(|at| is_dark(at) && (*at == 0 || !is_dark(&(at - 1))));
    starts.map(|from| (from, (from..end).find(|at| !is_dark(at)).unwrap_or(end))).collect()
}

/// Every row and every column of dots through the middle of its modules is as the matrix says, to the dot: each dark run
/// is whole modules less the reduction, each light run whole modules more.
fn assert_exact(dots: &Dots, symbol: &Symbol, module: usize, reduction: usize) {
    let (near, far) = (reduction / 2, reduction - reduction / 2);
    let (left, top) = dots.corner();
    for line in 0..symbol.width() {
        for is_column in [false, true] {
            let (across, along) = if is_column { (left, top) } else { (top, left) };
            let found = dots.runs(across - near + line as usize * module + module / 2, is_column);
            let is_dark = |at: &usize| if is_column { symbol.is_dark(line, *at as u32) } else { symbol.is_dark(*at as u32, line) };
            let wanted: Vec<(usize, usize)> = runs(symbol.width() as usize, is_dark)
                .into_iter()
                .map(|(from, to)| (along + from * module, along - near + to * module - far))
                .collect();
            assert_eq!(found, wanted, "line {line}, module {module}, reduction {reduction}");
        }
    }
}

#[test]
fn every_run_of_a_picture_is_of_whole_modules_less_the_reduction() {
    for (dpi, reductions) in [(203, &[0, 1, 2, 3][..]), (300, &[0, 1, 2]), (600, &[0, 3]), (1200, &[0, 1])] {
        for reduction in reductions.iter().copied() {
            let job = job_on("cutout", 1, reduced(dpi, reduction));
            let symbol = Symbol::of(&job.signs[0].link).unwrap();
            let module = (job.plate.module(symbol.width()) * f64::from(dpi) / 25.4).floor() as usize;
            for format in [Format::Png, Format::Tiff] {
                assert_exact(&Dots::of(&files(&job, format).remove(0).bytes), &symbol, module, reduction as usize);
            }
        }
    }
}

#[test]
fn a_picture_of_no_named_device_is_of_whole_dots_too() {
    for (format, dpi) in [(Format::Png, 300.0), (Format::Tiff, 600.0)] {
        let job = job_on("cutout", 1, Grid::new(None, 0).unwrap());
        let symbol = Symbol::of(&job.signs[0].link).unwrap();
        let module = (job.plate.module(symbol.width()) * dpi / 25.4).floor() as usize;
        assert_exact(&Dots::of(&files(&job, format).remove(0).bytes), &symbol, module, 0);
    }
}

/// Parts of a picture that hang together, over sides alone or over corners too.
fn parts(dots: &Dots, over_corners: bool) -> usize {
    let (width, height) = (dots.width as i64, dots.height() as i64);
    let mut seen = vec![false; dots.dark.len()];
    let mut count = 0;
    for start in (0..dots.dark.len()).filter(|at| dots.dark[*at]) {
        count += usize::from(!seen[start]);
        let mut open = vec![start as i64];
        while let Some(at) = open.pop() {
            if std::mem::replace(&mut seen[at as usize], true) {
                continue;
            }
            let steps = [(1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1)];
            for (right, down) in &steps[..if over_corners { 8 } else { 4 }] {
                let (x, y) = (at % width + right, at / width + down);
                if (0..width).contains(&x) && (0..height).contains(&y) && dots.at(x as usize, y as usize) {
                    open.push(y * width + x);
                }
            }
        }
    }
    count
}

#[test]
fn dots_of_modules_that_touch_at_a_corner_only_never_touch_after_a_reduction() {
    let of = |reduction: u32| Dots::of(&files(&job_on("cutout", 1, reduced(203, reduction)), Format::Tiff).remove(0).bytes);
    let whole = of(0);
    assert!(parts(&whole, true) < parts(&whole, false), "there were corners to keep apart");
    for reduction in [1, 2, 3] {
        let drawn_in = of(reduction);
        assert_eq!((parts(&drawn_in, true), parts(&drawn_in, false)), (parts(&whole, false), parts(&whole, false)), "{reduction} dots");
    }
}

#[test]
fn a_turned_plate_on_a_sheet_is_of_whole_dots_too() {
    // Two plates stand upright beside three turned ones.
    let sheet = Some(Sheet::parse("430x500").unwrap());
    let job = Job { sheet, ..job_on("sub-150x200", 5, reduced(300, 1)) };
    let symbol = Symbol::of(&job.signs[0].link).unwrap();
    let module = (job.plate.module(symbol.width()) * 300.0 / 25.4).floor() as usize;
    let found = tenpho::print::read_back(files(&job, Format::Png).remove(0).bytes, Format::Png, Proof::Clean, &|_, _| true).unwrap().pages;
    assert_eq!(found[0].symbols.len(), 5);
    for format in [Format::Png, Format::Tiff] {
        let dots = Dots::of(&files(&job, format).remove(0).bytes);
        for one in &found[0].symbols {
            let [x, y] = [one.x, one.y].map(|at| (at * 300.0 / 25.4).round() as usize);
            // Along the timing pattern, modules are dark and light in turn: each loses or wins a dot.
            let row = y + 6 * module + module / 2;
            let lengths: Vec<usize> =
                dots.runs(row, false).iter().filter(|run| run.0 > x && run.0 < x + 20 * module).map(|run| run.1 - run.0).collect();
            assert!(
                lengths.len() > 5 && lengths.iter().all(|length| (length + 1).is_multiple_of(module)),
                "{format}: {lengths:?} of {module}"
            );
        }
    }
}

#[test]
fn the_resolution_and_what_was_applied_stand_in_the_file() {
    let job = job_on("cutout", 1, Grid::new(Some(1200), 40).unwrap());
    let tiff = files(&job, Format::Tiff).remove(0).bytes;
    let fields = tiff_fields(&tiff);
    let field = |tag: u16| fields.iter().find(|field| field.0 == tag).map(|field| field.1.clone()).unwrap();
    assert_eq!([&field(258)[..], &field(259), &field(262), &field(296)], [b"\x01\0", b"\x04\0", b"\0\0", b"\x02\0"]);
    let ratio = [1200_u32.to_le_bytes(), 1_u32.to_le_bytes()].concat();
    assert_eq!((field(282), field(283)), (ratio.clone(), ratio));
    let told = String::from_utf8(field(270)).unwrap();
    // Two dots of 21.2 µm.
    assert_eq!(told, format!("{} dpi=1200 bwr-um=42.3\0", job.signs[0].code));
    assert_eq!(field(306), b"2026:11:22 08:30:00\0");
    assert!(fields.windows(2).all(|pair| pair[0].0 < pair[1].0), "tags are in order");
    for format in [Format::Svg, Format::Eps, Format::Dxf] {
        let text = text(&job, format);
        assert!(text.contains("dpi=1200 bwr-um=42.3"), "{format}");
    }
    let undated = tiff_fields(&files(&Job { dated: "2026".to_owned(), ..job }, Format::Tiff).remove(0).bytes);
    assert!(undated.iter().all(|field| field.0 != 306), "no date but the job's");
}

/// The fields of a TIFF: tag, and bytes.
fn tiff_fields(file: &[u8]) -> Vec<(u16, Vec<u8>)> {
    let short = |at: usize| u16::from_le_bytes(file[at..at + 2].try_into().unwrap());
    let long = |at: usize| u32::from_le_bytes(file[at..at + 4].try_into().unwrap()) as usize;
    assert_eq!(&file[..4], b"II*\0");
    let directory = long(4);
    let field = |at: usize| {
        let size = [1, 1, 2, 4, 8][usize::from(short(at + 2)) - 1] * long(at + 4);
        let place = if size > 4 { long(at + 8) } else { at + 8 };
        (short(at), file[place..place + size].to_vec())
    };
    (0..usize::from(short(directory))).map(|number| field(directory + 2 + 12 * number)).collect()
}

#[test]
fn a_tiff_is_black_on_white_without_ground_and_panel() {
    let job = job_on("sub-180x120", 1, Grid::new(Some(300), 0).unwrap());
    let dots = Dots::of(&files(&job, Format::Tiff).remove(0).bytes);
    let dark = dots.dark.iter().filter(|dark| **dark).count() as f64 / dots.dark.len() as f64;
    assert!((0.1..0.35).contains(&dark), "{dark} of the plate is black");
    // The name is white on the plate's blue, and black here.
    let name =
        (0..dots.height()).flat_map(|y| (dots.width * 7 / 10..dots.width).map(move |x| (x, y))).filter(|(x, y)| dots.at(*x, *y)).count();
    assert!(name > 5_000, "{name}");
    let sticker = job_on("sticker-80x80", 1, Grid::new(Some(300), 0).unwrap());
    assert!(sticker.spots.ink(Spot::Cut).is_some());
    let dots = Dots::of(&files(&sticker, Format::Tiff).remove(0).bytes);
    assert!(dots.corner().0 > 30, "the cutter's line is no ink");
}

#[test]
fn more_dots_than_any_device_takes_are_refused() {
    let sheet = Some(Sheet::parse("roll-1300").unwrap());
    let wide = Job { sheet, ..job_on("name-750x400", 1, Grid::new(Some(4800), 0).unwrap()) };
    let refused = write::<Error>(&wide, Format::Tiff, |_| Ok(())).unwrap_err();
    assert!(matches!(refused, Error::PictureTooLarge { .. }) && refused.fault() == Fault::Refused);
}

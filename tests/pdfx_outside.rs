//! Our PDF, drawn by programs that are not ours.

use crate::pdfx::{all_inks, pdf, text_of, told_by};
use crate::print_kit::{BASE, job_of, read};
use std::collections::BTreeSet;
use tenpho::print::{Format, Grid, Job, Sheet};

/// A picture of ghostscript's or poppler's: its width, and a byte a dot, 0 for ink and 255 for paper.
fn picture(bytes: &[u8]) -> (usize, Vec<u8>) {
    let mut words = bytes.split(|byte| byte.is_ascii_whitespace());
    let kind = words.next().unwrap();
    let mut header = kind.len() + 1;
    let mut numbers = Vec::new();
    while numbers.len() < if kind == b"P4" { 2 } else { 3 } {
        let line = bytes[header..].split(|byte| *byte == b'\n').next().unwrap();
        header += line.len() + 1;
        if !line.starts_with(b"#") {
            numbers.extend(text_of(line).split_whitespace().map(|number| number.parse::<usize>().unwrap()));
        }
    }
    let width = numbers[0];
    let body = &bytes[header..];
    if kind == b"P5" {
        return (width, body.to_vec());
    }
    let dots = body
        .chunks_exact(width.div_ceil(8))
        .flat_map(|row| (0..width).map(move |x| if row[x / 8] >> (7 - x % 8) & 1 == 1 { 0 } else { 255 }));
    (width, dots.collect())
}

#[test]
fn modules_are_of_whole_dots_on_the_device_that_the_job_names() {
    let folder = tempfile::TempDir::new().unwrap();
    for (dpi, bwr) in [(203, 0), (300, 0), (600, 0), (600, 170)] {
        let job =
            Job {
                device: Grid::new(Some(dpi), bwr).unwrap(), sheet: Some(Sheet::Single), ..job_of(BASE, &[("Phố", "Cầu Đất")], None)
            };
        let bytes = pdf(&job);
        let symbol = read(&bytes, Format::Pdf).remove(0).symbols.remove(0);
        std::fs::write(folder.path().join("a.pdf"), &bytes).unwrap();
        let resolution = format!("-r{dpi}");
        // Fast colours: else ghostscript makes a dark grey of black alone, and scattered dots of the grey.
        let arguments =
            ["-q", "-dBATCH", "-dNOPAUSE", "-dUseFastColor=true", "-sDEVICE=pbmraw", &resolution, "-sOutputFile=a.pbm", "a.pdf"];
        if told_by("gs", &arguments, folder.path()).is_none() {
            return;
        }
        let (width, dots) = picture(&std::fs::read(folder.path().join("a.pbm")).unwrap());
        let dot = 25.4 / f64::from(dpi);
        let module = (symbol.side / 29.0 / dot).round() as usize;
        let reduced = (f64::from(bwr) / 1000.0 / dot).round() as usize;
        let near = |at: f64| ((at / dot).round() as usize).saturating_sub(module * 2);
        let (left, top) = (near(symbol.x), near(symbol.y));
        let rows: Vec<&[u8]> = dots.chunks_exact(width).skip(top).take(module * 33).map(|row| &row[left..left + module * 33]).collect();
        assert_eq!(uneven(&rows, module, reduced), 0, "{dpi} dpi, {bwr} µm: rows");
        let columns: Vec<Vec<u8>> = (0..rows[0].len()).map(|x| rows.iter().map(|row| row[x]).collect()).collect();
        let columns: Vec<&[u8]> = columns.iter().map(Vec::as_slice).collect();
        assert_eq!(uneven(&columns, module, reduced), 0, "{dpi} dpi, {bwr} µm: columns");
    }
}

/// Runs of ink that are not whole modules less the reduction; and it must have seen some.
fn uneven(lines: &[&[u8]], module: usize, reduced: usize) -> usize {
    let runs = lines.iter().flat_map(|line| line.split(|dot| *dot == 255).map(<[u8]>::len).filter(|run| *run > 0)).collect::<Vec<_>>();
    assert!(runs.len() > 29 * module, "a symbol is there");
    runs.iter().filter(|run| !(**run + reduced).is_multiple_of(module)).count()
}

#[test]
fn no_seam_shows_between_modules_in_any_viewer() {
    let folder = tempfile::TempDir::new().unwrap();
    let bytes = pdf(&Job { sheet: Some(Sheet::Single), ..job_of(BASE, &[("Phố", "Cầu Đất")], None) });
    let symbol = read(&bytes, Format::Pdf).remove(0).symbols.remove(0);
    std::fs::write(folder.path().join("a.pdf"), &bytes).unwrap();
    for dpi in ["96", "150", "203"] {
        let resolution = format!("-r{dpi}");
        let poppler = told_by("pdftoppm", &["-gray", "-r", dpi, "-singlefile", "a.pdf", "p"], folder.path());
        let mupdf = told_by("mutool", &["draw", "-q", "-c", "gray", "-r", dpi, "-o", "m.pgm", "a.pdf"], folder.path());
        let ghost = ["-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pgmraw", "-dGraphicsAlphaBits=4", &resolution, "-sOutputFile=g.pgm", "a.pdf"];
        let ghost = told_by("gs", &ghost, folder.path());
        for (name, _) in [("p.pgm", poppler), ("m.pgm", mupdf), ("g.pgm", ghost)].into_iter().filter(|(_, drawn)| drawn.is_some()) {
            let (width, dots) = picture(&std::fs::read(folder.path().join(name)).unwrap());
            // The solid core of the first finder, less a dot all round, which may be half covered.
            let scale = dpi.parse::<f64>().unwrap() / 25.4;
            let module = symbol.side / 29.0;
            let [left, top] = [symbol.x, symbol.y].map(|at| ((at + 2.0 * module) * scale).ceil() as usize + 1);
            let side = (3.0 * module * scale).floor() as usize - 3;
            let core: BTreeSet<u8> = (top..top + side).flat_map(|y| dots[y * width + left..][..side].to_vec()).collect();
            assert!(side > 20 && core.len() == 1 && core.iter().all(|grey| *grey < 64), "{name} at {dpi}: {core:?}");
        }
    }
}

#[test]
fn own_inks_come_out_on_plates_of_their_own_and_leave_the_others_empty() {
    let folder = tempfile::TempDir::new().unwrap();
    std::fs::write(folder.path().join("a.pdf"), pdf(&all_inks())).unwrap();
    let arguments = ["-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", "-dLastPage=1", "-r36", "-sOutputFile=s.tif", "a.pdf"];
    if told_by("gs", &arguments, folder.path()).is_none() {
        return;
    }
    let inked = |plate: &str| {
        let dots = image::open(folder.path().join(format!("s({plate}).tif"))).unwrap().to_luma8();
        dots.pixels().filter(|dot| dot.0[0] < 255).count()
    };
    assert_eq!(["Cyan", "Magenta", "Yellow"].map(inked), [0; 3]);
    for plate in ["Black", "Sign Blue", "Sign Red", "CutContour"] {
        assert!(inked(plate) > 200, "{plate}: {}", inked(plate));
    }
    let white = std::fs::read_dir(folder.path())
        .unwrap()
        .filter(|file| file.as_ref().unwrap().file_name().to_string_lossy().contains("Tr"))
        .count();
    assert_eq!(white, 1, "the white ink has its plate");
}

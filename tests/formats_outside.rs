//! Files of every format, opened by programs that are not ours.

use crate::formats::{files, job_on};
use crate::kit::tool;
use std::path::Path;
use std::process::{Command, Output};
use tenpho::print::{Finished, Format, Grid, Job, Proof, Sheet, compare, read_back};

/// Runs a program on a file in a folder; none where there is no such program.
fn run(program: &str, folder: &Path, arguments: &[&str]) -> Option<Output> {
    let output = Command::new(tool(program)?).args(arguments).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    Some(output)
}

fn ghostscript(folder: &Path, arguments: &[&str]) -> Option<Output> {
    run("gs", folder, &[&["-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dEPSCrop"], arguments].concat())
}

fn python(folder: &Path, script: &str, arguments: &[&str]) -> Option<Output> {
    run("bin/python", folder, &[&["-c", script], arguments].concat())
}

fn saved(job: &Job, format: Format) -> (tempfile::TempDir, Vec<Finished>) {
    let folder = tempfile::tempdir().unwrap();
    let files = files(job, format);
    files.iter().for_each(|file| std::fs::write(folder.path().join(&file.name), &file.bytes).unwrap());
    (folder, files)
}

#[test]
fn ghostscript_draws_every_eps_and_its_symbols_are_read() {
    for (plate, sheet) in [("sub-180x120", None), ("sticker-80x80", Some(Sheet::A3)), ("cutout", None)] {
        let job = Job { sheet, ..job_on(plate, 2, Grid::new(Some(600), 60).unwrap()) };
        let (folder, files) = saved(&job, Format::Eps);
        for file in files {
            if ghostscript(folder.path(), &["-sDEVICE=png16m", "-r150", "-o", "page.png", &file.name]).is_none() {
                return;
            }
            let picture = std::fs::read(folder.path().join("page.png")).unwrap();
            assert_eq!(
                compare(&read_back(picture, Format::Png, Proof::Clean, &|_, _| true).unwrap().pages, &file.links),
                [],
                "{}",
                file.name
            );
            ghostscript(folder.path(), &["-sDEVICE=eps2write", "-o", "again.eps", &file.name]);
        }
    }
}

#[test]
fn ghostscript_parts_an_eps_into_the_inks_of_the_job() {
    let (folder, files) = saved(&job_on("sub-180x120", 1, Grid::new(None, 0).unwrap()), Format::Eps);
    if ghostscript(folder.path(), &["-sDEVICE=tiffsep", "-r72", "-o", "page.tif", &files[0].name]).is_none() {
        return;
    }
    let dark = |ink: &str| {
        let plate = image::open(folder.path().join(format!("page({ink}).tif"))).unwrap().into_luma8();
        plate.as_raw().iter().filter(|one| **one < 128).count()
    };
    assert!(dark("Sign Blue") > 50_000 && dark("Sign Red") > 100 && dark("Black") > 10_000);
    assert_eq!([dark("Cyan"), dark("Magenta"), dark("Yellow")], [0, 0, 0], "black is black alone");
    let (folder, files) = saved(&job_on("sticker-80x80", 1, Grid::new(None, 0).unwrap()), Format::Eps);
    ghostscript(folder.path(), &["-sDEVICE=tiffsep", "-r72", "-o", "page.tif", &files[0].name]);
    assert!(folder.path().join("page(CutContour).tif").exists());
}

#[test]
fn an_independent_reader_of_dxf_finds_nothing_to_mend() {
    let script = "
import sys, ezdxf
for name in sys.argv[1:]:
    drawing = ezdxf.readfile(name)
    audit = drawing.audit()
    assert not audit.errors and not audit.fixes, [one.message for one in audit.errors + audit.fixes]
    assert drawing.dxfversion == 'AC1015' and drawing.units == 4, drawing.units
    lines = list(drawing.modelspace())
    assert lines and all(line.dxftype() == 'LWPOLYLINE' and line.closed for line in lines)
    assert {line.dxf.layer for line in lines} <= {'SYMBOL', 'TEXT', 'CUT', 'MARKS'}
    assert len(list(drawing.layouts)) == 2
";
    for (plate, sheet) in [("name-750x400", None), ("sub-150x200", Some(Sheet::A3)), ("cutout", None)] {
        let (folder, files) = saved(&Job { sheet, ..job_on(plate, 3, Grid::new(None, 40).unwrap()) }, Format::Dxf);
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        python(folder.path(), script, &names);
    }
}

#[test]
fn another_reader_of_tiff_sees_the_same_dots() {
    let script = "
import sys, PIL.Image
PIL.Image.MAX_IMAGE_PIXELS = None
picture = PIL.Image.open(sys.argv[1])
assert picture.mode == '1' and picture.info['compression'] == 'group4' and picture.info['dpi'] == (600, 600), picture.info
sys.stdout.buffer.write(picture.convert('L').tobytes())
";
    for plate in ["sub-180x120", "name-750x400"] {
        let (folder, files) = saved(&job_on(plate, 1, Grid::new(Some(600), 40).unwrap()), Format::Tiff);
        let Some(output) = python(folder.path(), script, &[&files[0].name]) else { return };
        let ours = image::load_from_memory(&files[0].bytes).unwrap().into_luma8();
        assert!(output.stdout == *ours.as_raw(), "{plate}");
    }
}

//! How is a drawing written as EPS: CMYK and inks of their own, every text an outline?

use super::drawing::{Drawing, Paint};
use super::legend::{Legend, MAKER};
use super::path::{Path, Step};
use super::shapes;
use super::spots::{Spot, SpotInk, Spots};
use std::fmt::Write;

/// Points a millimetre.
const POINTS: f64 = 72.0 / 25.4;

/// The names of the process inks, as the comments of a file have them.
const PROCESS: [&str; 4] = ["Cyan", "Magenta", "Yellow", "Black"];

/// The short names that the page is written in. An ink of its own is a Separation whose alternate is mixed by its tint.
const PROLOG: &str = "\
/TenPhoWords 32 dict def
TenPhoWords begin
/m { moveto } bind def
/l { lineto } bind def
/c { curveto } bind def
/h { closepath } bind def
/re { 4 2 roll moveto 1 index 0 rlineto 0 exch rlineto neg 0 rlineto closepath } bind def
/f { fill } bind def
/w { setlinewidth } bind def
/s { stroke } bind def
/k { setcmykcolor } bind def
/sp {
  cvn /inkname exch def /black exch def /yellow exch def /magenta exch def /cyan exch def
  [ /Separation inkname /DeviceCMYK
    [ /dup cvx cyan /mul cvx /exch cvx /dup cvx magenta /mul cvx /exch cvx
      /dup cvx yellow /mul cvx /exch cvx black /mul cvx ] cvx
  ] setcolorspace setcolor
} bind def
/op { setoverprint } bind def
/q { gsave } bind def
/Q { grestore } bind def
/cm { 6 array astore concat } bind def
end
";

/// Writes one page.
#[must_use]
pub(super) fn write(drawing: &Drawing, legend: &Legend<'_>) -> Vec<u8> {
    let mut page =
        Page { height: drawing.height, spots: &drawing.spots, body: String::new(), paint: None, process: [false; 4], used: Vec::new() };
    shapes::each(drawing, &mut |shape| page.draw(&shape).expect("a string takes every write"));
    let mut file = String::new();
    write_head(&mut file, drawing, legend, &page).expect("a string takes every write");
    file.push_str("%%BeginProlog\n");
    file.push_str(PROLOG);
    file.push_str("%%EndProlog\n%%Page: 1 1\n%%BeginPageSetup\nTenPhoWords begin\n%%EndPageSetup\n");
    file.push_str(&page.body);
    file.push_str("showpage\n%%Trailer\nend\n%%EOF\n");
    file.into_bytes()
}

fn write_head(file: &mut String, drawing: &Drawing, legend: &Legend<'_>, page: &Page<'_>) -> std::fmt::Result {
    let [width, height] = [drawing.width, drawing.height].map(|side| side * POINTS);
    writeln!(file, "%!PS-Adobe-3.0 EPSF-3.0\n%%Title: {}\n%%Creator: {MAKER}", legend.ascii_title())?;
    if !legend.dated.is_empty() && legend.dated.is_ascii() {
        writeln!(file, "%%CreationDate: {}", legend.dated)?;
    }
    // A hair less, so that rounding never asks for a point more.
    let [across, up] = [width, height].map(|side| (side - 1e-6).ceil());
    writeln!(file, "%%BoundingBox: 0 0 {across} {up}\n%%HiResBoundingBox: 0 0 {} {}", number(width), number(height))?;
    writeln!(file, "%%LanguageLevel: 2\n%%Pages: 1")?;
    let process: Vec<&str> = PROCESS.iter().zip(page.process).filter_map(|(name, used)| used.then_some(*name)).collect();
    if !process.is_empty() {
        writeln!(file, "%%DocumentProcessColors: {}", process.join(" "))?;
    }
    let inks: Vec<&SpotInk> = page.used.iter().filter_map(|spot| drawing.spots.ink(*spot)).collect();
    for (at, ink) in inks.iter().enumerate() {
        let begin = if at == 0 { "%%DocumentCustomColors:" } else { "%%+" };
        writeln!(file, "{begin} {}", quoted(&ink.name))?;
    }
    for (at, ink) in inks.iter().enumerate() {
        let begin = if at == 0 { "%%CMYKCustomColor:" } else { "%%+" };
        writeln!(file, "{begin} {} {}", parts(ink.alternate), quoted(&ink.name))?;
    }
    // The line is a comment of our own: what was really applied.
    writeln!(file, "%TenPho: {}\n%%EndComments", legend.applied())
}

/// The page's own part of the file, growing.
struct Page<'a> {
    height: f64,
    spots: &'a Spots,
    body: String,
    paint: Option<Paint>,
    /// Which process inks are used.
    process: [bool; 4],
    /// Which inks of their own are used.
    used: Vec<Spot>,
}

impl Page<'_> {
    fn draw(&mut self, shape: &shapes::Shape) -> std::fmt::Result {
        self.set_paint(shape.paint)?;
        self.add_path(&shape.path)?;
        match shape.width {
            None => writeln!(self.body, "f"),
            Some(width) => writeln!(self.body, "{} w s", number(width * POINTS)),
        }
    }

    fn set_paint(&mut self, paint: Paint) -> std::fmt::Result {
        if self.paint == Some(paint) {
            return Ok(());
        }
        if self.paint.is_none_or(|before| before.overprint != paint.overprint) {
            writeln!(self.body, "{} op", paint.overprint)?;
        }
        self.paint = Some(paint);
        let ink = paint.spot.and_then(|spot| self.spots.ink(spot).map(|ink| (spot, ink)));
        if let Some((spot, ink)) = ink {
            if !self.used.contains(&spot) {
                self.used.push(spot);
            }
            return writeln!(self.body, "1 {} {} sp", parts(ink.alternate), quoted(&ink.name));
        }
        for (used, percent) in self.process.iter_mut().zip(paint.cmyk) {
            *used |= percent > 0;
        }
        writeln!(self.body, "{} k", parts(paint.cmyk))
    }

    fn add_path(&mut self, path: &Path) -> std::fmt::Result {
        let point = |x: f64, y: f64| format!("{} {}", number(x * POINTS), number((self.height - y) * POINTS));
        for step in path {
            match *step {
                Step::Move(x, y) => writeln!(self.body, "{} m", point(x, y)),
                Step::Line(x, y) => writeln!(self.body, "{} l", point(x, y)),
                Step::Curve([a, b, c, d, e, f]) => writeln!(self.body, "{} {} {} c", point(a, b), point(c, d), point(e, f)),
                Step::Close => writeln!(self.body, "h"),
            }?;
        }
        Ok(())
    }
}

/// Percents as parts of one.
fn parts(cmyk: [u8; 4]) -> String {
    cmyk.map(|percent| number(f64::from(percent) / 100.0)).join(" ")
}

/// To a ten-thousandth of a point, 35 nanometres, as a plain decimal.
fn number(at: f64) -> String {
    let long = format!("{at:.4}");
    let short = long.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

/// A string of `PostScript`; what is not ASCII by the octal numbers of its bytes.
fn quoted(name: &str) -> String {
    let mut text = String::from("(");
    for byte in name.bytes() {
        match byte {
            b'(' | b')' | b'\\' => text.extend(['\\', char::from(byte)]),
            b' '..=b'~' => text.push(char::from(byte)),
            _ => text.push_str(&format!("\\{byte:03o}")),
        }
    }
    text.push(')');
    text
}

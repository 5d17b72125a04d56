//! How is a drawing written as SVG: in millimetres, text and symbol as closed outlines?

use super::drawing::{Drawing, Mark, Modules, Paint, Placing, Text};
use super::fonts;
use super::legend::Legend;
use super::outlines::polygons;
use super::path::Step;
use super::spots::{Spot, Spots};
use crate::qr::svg::path_steps;
use rustybuzz::ttf_parser::OutlineBuilder;
use std::fmt::Write;

/// Writes one page. The cutter's line stands in a group of its own at the end, its ink's name the group's.
#[must_use]
pub(super) fn write(drawing: &Drawing, legend: &Legend<'_>) -> String {
    let mut page = Page::new(drawing, true);
    let told = [legend.device, &legend.codes(), &legend.applied()].map(escaped);
    let told: Vec<&str> = told.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let title = format!("<title>{}</title>\n<desc>{}</desc>\n", escaped(legend.title), told.join(" "));
    page.svg.push_str(&title);
    page.finish(drawing).expect("a string takes every write")
}

/// The page without its symbols, for a writer that draws them itself.
pub(super) fn without_symbols(drawing: &Drawing) -> String {
    Page::new(drawing, false).finish(drawing).expect("a string takes every write")
}

/// A page growing.
struct Page<'a> {
    svg: String,
    spots: &'a Spots,
    with_symbols: bool,
    /// The cutter's lines, for the end of the file.
    cuts: String,
    /// Where the marks that are being written lie.
    place: Option<Placing>,
}

impl<'a> Page<'a> {
    fn new(drawing: &'a Drawing, with_symbols: bool) -> Self {
        let (width, height) = (number(drawing.width), number(drawing.height));
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}mm\" height=\"{height}mm\" viewBox=\"0 0 {width} {height}\">\n"
        );
        Self { svg, spots: &drawing.spots, with_symbols, cuts: String::new(), place: None }
    }

    fn finish(mut self, drawing: &Drawing) -> Result<String, std::fmt::Error> {
        drawing.marks.iter().try_for_each(|mark| self.write_mark(mark))?;
        if let Some(ink) = self.spots.ink(Spot::Cut).filter(|_| !self.cuts.is_empty()) {
            let (id, name) = (escaped(&ink.name.replace(char::is_whitespace, "-")), escaped(&ink.name));
            write!(self.svg, "<g id=\"{id}\" data-spot=\"{name}\">\n{}</g>\n", self.cuts)?;
        }
        self.svg.push_str("</svg>\n");
        Ok(self.svg)
    }

    fn write_mark(&mut self, mark: &Mark) -> std::fmt::Result {
        match mark {
            Mark::Box { rect, radius, paint } => {
                let [x, y, width, height] = [rect.x, rect.y, rect.width, rect.height].map(number);
                let round = if *radius > 0.0 { format!(" rx=\"{}\"", number(*radius)) } else { String::new() };
                let (colour, spot) = (hex(*paint), self.spot(*paint));
                writeln!(self.svg, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{round} fill=\"{colour}\"{spot}/>")
            }
            Mark::Line { from, to, width, paint } => {
                let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(number);
                let (width, colour, spot) = (number(*width), hex(*paint), self.spot(*paint));
                writeln!(self.svg, "<path d=\"M{x1} {y1}L{x2} {y2}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\"{spot}/>")
            }
            Mark::Text(text) => {
                let (colour, spot) = (hex(text.paint), self.spot(text.paint));
                writeln!(self.svg, "<path fill=\"{colour}\" d=\"{}\"{spot}/>", text_path(text))
            }
            Mark::Contour { path, width, paint } => self.write_contour(path, *width, *paint),
            Mark::Group { place, marks, .. } => {
                writeln!(self.svg, "<g transform=\"{}\">", matrix(place))?;
                self.place = Some(*place);
                marks.iter().try_for_each(|mark| self.write_mark(mark))?;
                self.place = None;
                writeln!(self.svg, "</g>")
            }
            Mark::Symbol(_) if !self.with_symbols => Ok(()),
            Mark::Symbol(modules) => self.write_symbol(modules),
        }
    }

    fn write_contour(&mut self, path: &[Step], width: f64, paint: Paint) -> std::fmt::Result {
        let (width, colour, line) = (number(width), hex(paint), path_commands(path));
        let stroke = format!("d=\"{line}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\"");
        if paint.spot == Some(Spot::Cut) {
            let place = self.place.as_ref().map_or_else(String::new, |place| format!(" transform=\"{}\"", matrix(place)));
            return writeln!(self.cuts, "<path {stroke}{place}/>");
        }
        writeln!(self.svg, "<path {stroke}{}/>", self.spot(paint))
    }

    fn write_symbol(&mut self, one: &Modules) -> std::fmt::Result {
        let (colour, spot) = (hex(one.paint), self.spot(one.paint));
        let (place, path) = if one.inset == (0.0, 0.0) {
            // Whole modules are shorter to write, and no less exact.
            let (x, y, module) = (number(one.x), number(one.y), one.module);
            (format!("transform=\"translate({x} {y}) scale({module:.6})\" "), path_steps(&one.symbol))
        } else {
            (String::new(), polygons(one).iter().map(|ring| ring_commands(ring)).collect())
        };
        writeln!(self.svg, "<path {place}shape-rendering=\"crispEdges\" fill=\"{colour}\" d=\"{path}\"{spot}/>")
    }

    /// The name of the ink that a paint is printed with, where it has one.
    fn spot(&self, paint: Paint) -> String {
        let ink = paint.spot.and_then(|spot| self.spots.ink(spot));
        ink.map_or_else(String::new, |ink| format!(" data-spot=\"{}\"", escaped(&ink.name)))
    }
}

fn matrix(place: &Placing) -> String {
    format!("matrix({})", place.matrix().map(|one| number(one).to_string()).join(" "))
}

/// A ring of corners that lie across and upright of each other in turn.
fn ring_commands(ring: &[(f64, f64)]) -> String {
    let mut path = String::new();
    for (at, (x, y)) in ring.iter().map(|(x, y)| (fine(*x), fine(*y))).enumerate() {
        match at {
            0 => write!(path, "M{x} {y}"),
            // An outline is begun along a top edge.
            _ if at % 2 == 1 => write!(path, "H{x}"),
            _ => write!(path, "V{y}"),
        }
        .expect("a string takes every write");
    }
    path.push('z');
    path
}

/// The edge of a module: to ten nanometres, as whole dots of a device are no round number of millimetres.
fn fine(at: f64) -> f64 {
    (at * 1e5).round() / 1e5 + 0.0
}

/// A text as it stands in XML.
fn escaped(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut done, letter| {
        match letter {
            '&' => done.push_str("&amp;"),
            '<' => done.push_str("&lt;"),
            '>' => done.push_str("&gt;"),
            '"' => done.push_str("&quot;"),
            one if one.is_control() => {}
            one => done.push(one),
        }
        done
    })
}

fn path_commands(path: &[Step]) -> String {
    let mut data = String::new();
    for step in path {
        let points: &[f64] = match step {
            Step::Move(x, y) | Step::Line(x, y) => &[*x, *y],
            Step::Curve(points) => points,
            Step::Close => &[],
        };
        data.push(match step {
            Step::Move(..) => 'M',
            Step::Line(..) => 'L',
            Step::Curve(_) => 'C',
            Step::Close => 'Z',
        });
        data.push_str(&points.iter().map(|at| number(*at).to_string()).collect::<Vec<_>>().join(" "));
    }
    data
}

fn text_path(text: &Text) -> String {
    let mut pen = Pen { path: String::new(), x: text.x, y: text.y, scale: 0.0 };
    let em = f64::from(fonts::parsed(text.face).units_per_em());
    pen.scale = text.size / em;
    for glyph in &text.shaped.glyphs {
        fonts::outline(text.face, glyph.id, &mut pen);
        pen.x += glyph.advance / 1000.0 * text.size + text.tracking;
    }
    pen.path
}

/// Draws glyphs from here on, y downwards.
struct Pen {
    path: String,
    x: f64,
    y: f64,
    scale: f64,
}

impl Pen {
    fn add(&mut self, letter: char, points: &[(f32, f32)]) {
        self.path.push(letter);
        for (at, (x, y)) in points.iter().enumerate() {
            let x = number(self.x + f64::from(*x) * self.scale);
            let y = number(self.y - f64::from(*y) * self.scale);
            let gap = if at > 0 { " " } else { "" };
            write!(self.path, "{gap}{x} {y}").expect("a string takes every write");
        }
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.add('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.add('L', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.add('Q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.add('C', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.path.push('Z');
    }
}

/// A micrometre is finer than any machine cuts.
fn number(at: f64) -> f64 {
    (at * 1000.0).round() / 1000.0 + 0.0
}

fn hex(paint: Paint) -> String {
    let [red, green, blue] = paint.screen;
    format!("#{red:02x}{green:02x}{blue:02x}")
}

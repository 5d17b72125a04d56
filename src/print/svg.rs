//! How is a drawing written as SVG: in millimetres, text and symbol as closed outlines?

use super::drawing::{Drawing, Mark, Modules, Paint, Text};
use super::fonts;
use super::path::Step;
use crate::qr::svg::path_steps;
use rustybuzz::ttf_parser::OutlineBuilder;
use std::fmt::Write;

/// Writes one page.
#[must_use]
pub fn write(drawing: &Drawing) -> String {
    let (width, height) = (number(drawing.width), number(drawing.height));
    let mut svg =
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}mm\" height=\"{height}mm\" viewBox=\"0 0 {width} {height}\">\n");
    for mark in &drawing.marks {
        write_mark(&mut svg, mark).expect("a string takes every write");
    }
    svg.push_str("</svg>\n");
    svg
}

fn write_mark(svg: &mut String, mark: &Mark) -> std::fmt::Result {
    match mark {
        Mark::Box { rect, radius, paint } => {
            let [x, y, width, height] = [rect.x, rect.y, rect.width, rect.height].map(number);
            let round = if *radius > 0.0 { format!(" rx=\"{}\"", number(*radius)) } else { String::new() };
            writeln!(svg, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{round} fill=\"{}\"/>", hex(*paint))
        }
        Mark::Line { from, to, width, paint } => {
            let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(number);
            let (width, paint) = (number(*width), hex(*paint));
            writeln!(svg, "<path d=\"M{x1} {y1}L{x2} {y2}\" fill=\"none\" stroke=\"{paint}\" stroke-width=\"{width}\"/>")
        }
        Mark::Text(text) => writeln!(svg, "<path fill=\"{}\" d=\"{}\"/>", hex(text.paint), text_path(text)),
        Mark::Contour { path, width, paint } => {
            let (width, colour) = (number(*width), hex(*paint));
            writeln!(svg, "<path d=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\"/>", path_data(path))
        }
        Mark::Group { place, marks, .. } => {
            let matrix = place.matrix().map(|one| number(one).to_string()).join(" ");
            writeln!(svg, "<g transform=\"matrix({matrix})\">")?;
            marks.iter().try_for_each(|mark| write_mark(svg, mark))?;
            writeln!(svg, "</g>")
        }
        Mark::Symbol(modules) => write_symbol(svg, modules),
    }
}

fn write_symbol(svg: &mut String, one: &Modules) -> std::fmt::Result {
    let (path, paint) = (path_steps(&one.symbol), hex(one.paint));
    let (x, y, module) = (number(one.x), number(one.y), one.module);
    writeln!(
        svg,
        "<path transform=\"translate({x} {y}) scale({module:.6})\" shape-rendering=\"crispEdges\" fill=\"{paint}\" d=\"{path}\"/>"
    )
}

fn path_data(path: &[Step]) -> String {
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

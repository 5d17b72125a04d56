//! What does an EPS file paint? A reader of just the operators that we write, which has never seen the writer.

use super::artwork::{Artwork, Pen};
use super::{Error, Format};
use resvg::tiny_skia::{FillRule, PathBuilder};

/// Millimetres a point.
const POINT: f64 = 25.4 / 72.0;

/// Farther out, in points, nothing lies.
const FARTHEST: f64 = 200_000.0;

/// Most states saved within each other.
const DEEPEST: usize = 32;

/// Most steps of paths that saved states hold together.
const MOST_SAVED: usize = 4_000_000;

/// Most operands that wait for an operator.
const MOST_OPERANDS: usize = 8;

/// The page of an EPS file.
///
/// # Errors
/// Refuses what holds anything but our subset, what breaks off, and more than anything we write.
pub(super) fn read(bytes: &[u8]) -> Result<Artwork, Error> {
    let text = String::from_utf8_lossy(bytes);
    let [left, bottom, right, top] = bounds(&text).ok_or(Error::Unreadable(Format::Eps))?;
    let body = body(&text).ok_or(Error::Unreadable(Format::Eps))?;
    let mut page = Page {
        artwork: Artwork::new((right - left) * POINT, (top - bottom) * POINT),
        corner: (left, top),
        state: State::default(),
        saved: Vec::new(),
        saved_steps: 0,
    };
    let mut operands = Vec::new();
    for token in tokens_of(body) {
        let token = token.ok_or(Error::Unreadable(Format::Eps))?;
        if let Token::Operator(name) = token {
            page.run(name, &operands)?;
            operands.clear();
        } else if operands.len() < MOST_OPERANDS {
            operands.push(token);
        } else {
            return Err(Error::Unreadable(Format::Eps));
        }
    }
    if operands.is_empty() && page.saved.is_empty() { Ok(page.artwork) } else { Err(Error::Unreadable(Format::Eps)) }
}

/// The page in points: left, bottom, right, top. The fine box, within the coarse one.
fn bounds(text: &str) -> Option<[f64; 4]> {
    let comment = |key: &str| -> Option<[f64; 4]> {
        let line = text.lines().take(100).find_map(|line| line.strip_prefix(key))?;
        let numbers: Vec<f64> = line.split_whitespace().map(number).collect::<Option<_>>()?;
        numbers.try_into().ok()
    };
    let coarse = text.starts_with("%!PS-Adobe-3.0 EPSF-3.0").then(|| comment("%%BoundingBox:"))??;
    let fine = comment("%%HiResBoundingBox:").unwrap_or(coarse);
    let within = coarse[0] <= fine[0] && coarse[1] <= fine[1] && coarse[2] >= fine[2] && coarse[3] >= fine[3];
    (within && fine[2] > fine[0] && fine[3] > fine[1]).then_some(fine)
}

/// What paints: after the last set-up, before `showpage`; the file must go on to its end.
fn body(text: &str) -> Option<&str> {
    let ends = ["%%EndProlog", "%%EndSetup", "%%EndPageSetup"];
    let mut from = None;
    let mut at = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let bare = line.trim_end();
        if ends.contains(&bare) {
            from = Some(at + line.len());
        }
        if bare == "showpage" && from.is_some() {
            let after = &text[at + line.len()..];
            return after.lines().any(|line| line.trim_end() == "%%EOF").then(|| &text[from.unwrap_or(at)..at]);
        }
        at += line.len();
    }
    None
}

/// A plain decimal: no exponent, no radix, nothing that is not finite.
fn number(word: &str) -> Option<f64> {
    let plain = word.bytes().all(|byte| byte.is_ascii_digit() || b"+-.".contains(&byte));
    word.parse().ok().filter(|number: &f64| plain && number.abs() <= FARTHEST)
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Token<'a> {
    Number(f64),
    Flag(bool),
    Name,
    Operator(&'a str),
}

/// The tokens, without comments; none in the place of what is not of the subset.
fn tokens_of(text: &str) -> impl Iterator<Item = Option<Token<'_>>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            rest = rest.trim_start_matches([' ', '\t', '\r', '\n']);
            if !rest.starts_with('%') {
                break;
            }
            rest = rest.find(['\r', '\n']).map_or("", |end| &rest[end..]);
        }
        if rest.is_empty() {
            return None;
        }
        if rest.starts_with('(') {
            let Some(length) = name_length(rest) else {
                rest = "";
                return Some(None);
            };
            rest = &rest[length..];
            return Some(Some(Token::Name));
        }
        let end = rest.find([' ', '\t', '\r', '\n', '(', '%']).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(match word {
            "true" => Some(Token::Flag(true)),
            "false" => Some(Token::Flag(false)),
            _ if word.starts_with(|first: char| first.is_ascii_alphabetic()) => Some(Token::Operator(word)),
            _ => number(word).map(Token::Number),
        })
    })
}

/// Bytes of a string in brackets, which may hold others and what a backslash protects; none where it never ends.
fn name_length(text: &str) -> Option<usize> {
    let (mut depth, mut protected) = (0_usize, false);
    for (at, letter) in text.char_indices() {
        match letter {
            _ if protected => protected = false,
            '\\' => protected = true,
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

type Point = (f32, f32);

#[derive(Debug, Clone, Copy)]
enum Step {
    Move(Point),
    Line(Point),
    Curve([Point; 3]),
    Close,
}

/// What `q` saves.
#[derive(Debug, Clone)]
struct State {
    /// From the units in force to points, as PostScript writes a matrix.
    matrix: [f64; 6],
    shade: u8,
    line_width: f64,
    over: bool,
    path: Vec<Step>,
}

impl Default for State {
    fn default() -> Self {
        Self { matrix: [1.0, 0.0, 0.0, 1.0, 0.0, 0.0], shade: 0, line_width: 1.0, over: false, path: Vec::new() }
    }
}

struct Page {
    artwork: Artwork,
    /// Left and top of the page in points.
    corner: (f64, f64),
    state: State,
    saved: Vec<State>,
    saved_steps: usize,
}

impl Page {
    fn run(&mut self, operator: &str, operands: &[Token<'_>]) -> Result<(), Error> {
        let painted = match operator {
            "f" if operands.is_empty() => Some(Pen::Fill(FillRule::Winding)),
            "s" if operands.is_empty() => Some(Pen::Stroke(self.pen_width())),
            _ => None,
        };
        if let Some(pen) = painted {
            let path = std::mem::take(&mut self.state.path);
            return self.artwork.add(path_of(&path), pen, self.state.shade, self.state.over);
        }
        if let Some(steps) = self.steps(operator, operands) {
            self.state.path.extend(steps);
            return Ok(());
        }
        self.paint(operator, operands).or_else(|| self.keep(operator, operands)).ok_or(Error::Unreadable(Format::Eps))
    }

    /// The steps by which an operator goes on with the path; none where it does not.
    fn steps(&self, operator: &str, operands: &[Token<'_>]) -> Option<Vec<Step>> {
        let started = !self.state.path.is_empty();
        match operator {
            "m" => numbers(operands).and_then(|[x, y]| Some(vec![Step::Move(self.point(x, y)?)])),
            "l" if started => numbers(operands).and_then(|[x, y]| Some(vec![Step::Line(self.point(x, y)?)])),
            "c" if started => {
                let [a, b, c, d, e, f] = numbers(operands)?;
                Some(vec![Step::Curve([self.point(a, b)?, self.point(c, d)?, self.point(e, f)?])])
            }
            "h" if started => numbers(operands).map(|[]| vec![Step::Close]),
            "re" => {
                let [x, y, width, height] = numbers(operands)?;
                let line = |x, y| self.point(x, y).map(Step::Line);
                let (right, top) = (x + width, y + height);
                Some(vec![Step::Move(self.point(x, y)?), line(right, y)?, line(right, top)?, line(x, top)?, Step::Close])
            }
            _ => None,
        }
    }

    /// The operators that say how a path is painted; none where this is not one.
    fn paint(&mut self, operator: &str, operands: &[Token<'_>]) -> Option<()> {
        match (operator, operands) {
            ("lw", _) => {
                let [width] = numbers(operands)?;
                self.state.line_width = Some(width).filter(|width| *width >= 0.0)?;
            }
            ("k", _) => self.state.shade = shade(1.0, numbers(operands)?)?,
            ("sp", [rest @ .., Token::Name]) => {
                let [tint, inks @ ..] = numbers::<5>(rest)?;
                self.state.shade = shade(tint, inks)?;
            }
            ("op", [Token::Flag(over)]) => self.state.over = *over,
            _ => return None,
        }
        Some(())
    }

    /// The operators that save, restore and move; none where this is not one.
    fn keep(&mut self, operator: &str, operands: &[Token<'_>]) -> Option<()> {
        match operator {
            "q" => {
                let [] = numbers(operands)?;
                self.saved_steps += self.state.path.len();
                let room = self.saved.len() < DEEPEST && self.saved_steps <= MOST_SAVED;
                room.then(|| self.saved.push(self.state.clone()))
            }
            "Q" => {
                let [] = numbers(operands)?;
                self.state = self.saved.pop()?;
                Some(())
            }
            "cm" => {
                let matrix = product(numbers(operands)?, self.state.matrix);
                matrix.iter().all(|part| part.abs() <= FARTHEST).then(|| self.state.matrix = matrix)
            }
            _ => None,
        }
    }

    /// A point in millimetres from the page's top left; none where it is out of this world.
    fn point(&self, x: f64, y: f64) -> Option<Point> {
        let [a, b, c, d, e, f] = self.state.matrix;
        let (x, y) = (a * x + c * y + e, b * x + d * y + f);
        let near = x.abs() <= FARTHEST && y.abs() <= FARTHEST;
        near.then_some((((x - self.corner.0) * POINT) as f32, ((self.corner.1 - y) * POINT) as f32))
    }

    /// The width of a line in millimetres, on the mean of both axes.
    fn pen_width(&self) -> f32 {
        let [a, b, c, d, ..] = self.state.matrix;
        (self.state.line_width * (a * d - b * c).abs().sqrt() * POINT) as f32
    }
}

/// These operands, which must be just so many numbers.
fn numbers<const COUNT: usize>(operands: &[Token<'_>]) -> Option<[f64; COUNT]> {
    let mut numbers = [0.0; COUNT];
    for (number, operand) in numbers.iter_mut().zip(operands) {
        let Token::Number(given) = operand else { return None };
        *number = *given;
    }
    (operands.len() == COUNT).then_some(numbers)
}

/// One matrix after the other.
fn product(first: [f64; 6], then: [f64; 6]) -> [f64; 6] {
    let [a, b, c, d, e, f] = then;
    let turned = |x: f64, y: f64| [x * a + y * c, x * b + y * d];
    let [[xx, xy], [yx, yy], [x, y]] = [turned(first[0], first[1]), turned(first[2], first[3]), turned(first[4], first[5])];
    [xx, xy, yx, yy, x + e, y + f]
}

/// How light a tint of four inks is; none where an ink is not a share.
fn shade(tint: f64, inks: [f64; 4]) -> Option<u8> {
    let shares = [tint, inks[0], inks[1], inks[2], inks[3]].iter().all(|share| (0.0..=1.0).contains(share));
    let dark = tint * (0.3 * inks[0] + 0.59 * inks[1] + 0.11 * inks[2] + inks[3]);
    shares.then(|| (255.0 * (1.0 - dark.min(1.0))).round() as u8)
}

fn path_of(steps: &[Step]) -> PathBuilder {
    let mut path = PathBuilder::new();
    for step in steps {
        match step {
            Step::Move((x, y)) => path.move_to(*x, *y),
            Step::Line((x, y)) => path.line_to(*x, *y),
            Step::Curve([(a, b), (c, d), (e, f)]) => path.cubic_to(*a, *b, *c, *d, *e, *f),
            Step::Close => path.close(),
        }
    }
    path
}

//! How are paragraphs, blanks and columns set on pages of A4, one below the other?

use super::super::drawing::{BLACK, Drawing, Mark, Rect, Text};
use super::super::fonts::{Face, Fonts, Shaped};
use super::super::pdf_objects::Hashing;
use super::super::{Error, Spots, pdf};
use std::sync::Arc;

/// A4, upright.
pub(super) const PAPER: (f64, f64) = (210.0, 297.0);

/// Margins of administrative documents: 20–25 mm above and below, 30–35 mm left, 15–20 mm right
/// (Nghị định 30/2020/NĐ-CP, phụ lục I).
const TOP: f64 = 20.0;
const BOTTOM: f64 = 20.0;
pub(super) const LEFT: f64 = 30.0;
const RIGHT: f64 = 18.0;

/// Width of the text.
pub(super) const WIDTH: f64 = PAPER.0 - LEFT - RIGHT;

/// From one baseline to the next, in ems: Ấ and Ỗ stand 1.1 em above theirs.
pub(super) const LEADING: f64 = 1.36;

/// From the top of a line to its baseline, in ems.
pub(super) const ASCENT: f64 = 1.05;

/// Rules as a pen draws them.
pub(super) const RULE: f64 = 0.2;

/// Where the page's number stands.
const NUMBER_AT: f64 = 13.0;

/// How a text is lettered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Letters {
    pub(super) face: Face,
    /// The em, in millimetres.
    pub(super) size: f64,
}

/// 13 points, as the decree asks for.
pub(super) const BODY: Letters = Letters { face: Face::Medium, size: 4.586 };
pub(super) const STRONG: Letters = Letters { face: Face::Bold, size: 4.586 };
/// 14 points.
pub(super) const TITLE: Letters = Letters { face: Face::Bold, size: 4.939 };
/// 12 points.
pub(super) const HEAD: Letters = Letters { face: Face::Medium, size: 4.233 };
pub(super) const HEAD_STRONG: Letters = Letters { face: Face::Bold, size: 4.233 };
/// 10 points, for tables.
pub(super) const SMALL: Letters = Letters { face: Face::Medium, size: 3.53 };
pub(super) const SMALL_STRONG: Letters = Letters { face: Face::Bold, size: 3.53 };
/// 8 points, for hashes.
pub(super) const TINY: Letters = Letters { face: Face::Medium, size: 2.82 };

/// To which side lines are pushed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Centre,
    Right,
}

/// Pages being filled.
pub(super) struct Flow {
    fonts: Fonts,
    pages: Vec<Vec<Mark>>,
    /// How far down the last page is full.
    pub(super) y: f64,
    /// Sections so far.
    sections: usize,
}

impl Flow {
    pub(super) fn new() -> Self {
        Self { fonts: Fonts::default(), pages: vec![Vec::new()], y: TOP, sections: 0 }
    }

    /// Leaves so much free.
    pub(super) fn gap(&mut self, height: f64) {
        self.y += height;
    }

    /// Starts a page where less than this is left. Has it?
    pub(super) fn need(&mut self, height: f64) -> bool {
        let full = self.y + height > PAPER.1 - BOTTOM && self.y > TOP;
        if full {
            self.new_page();
        }
        full
    }

    pub(super) fn new_page(&mut self) {
        self.pages.push(Vec::new());
        self.y = TOP;
    }

    pub(super) fn add(&mut self, mark: Mark) {
        self.pages.last_mut().expect("there is always a page").push(mark);
    }

    /// A straight line on the page.
    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64)) {
        self.add(Mark::Line { from, to, width: RULE, paint: BLACK });
    }

    pub(super) fn shape(&self, letters: Letters, text: &str) -> Result<Arc<Shaped>, Error> {
        self.fonts.shape(letters.face, text)
    }

    /// Width of a text in millimetres.
    pub(super) fn width(&self, letters: Letters, text: &str) -> Result<f64, Error> {
        Ok(self.shape(letters, text)?.width * letters.size)
    }

    /// One line, its baseline here, between these two edges.
    pub(super) fn text_at(&mut self, (x, width): (f64, f64), y: f64, letters: Letters, align: Align, text: &str) -> Result<(), Error> {
        let shaped = self.shape(letters, text)?;
        let left_over = width - shaped.width * letters.size;
        let indent = match align {
            Align::Left => 0.0,
            Align::Centre => left_over / 2.0,
            Align::Right => left_over,
        };
        let Letters { face, size } = letters;
        self.add(Mark::Text(Text { x: x + indent, y, size, tracking: 0.0, face, shaped, paint: BLACK }));
        Ok(())
    }

    /// A text in lines that are no wider than this; a word that is wider is broken where it must be, a no-break space nowhere.
    pub(super) fn broken(&self, letters: Letters, text: &str, width: f64) -> Result<Vec<String>, Error> {
        let mut lines = vec![String::new()];
        for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
            let line = lines.last_mut().expect("there is always a line");
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if self.width(letters, &longer)? <= width {
                *line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(String::new());
            }
            for letter in word.chars() {
                let line = lines.last_mut().expect("there is always a line");
                line.push(letter);
                if line.chars().count() > 1 && self.width(letters, line)? > width {
                    line.pop();
                    lines.push(letter.to_string());
                }
            }
        }
        Ok(lines)
    }

    /// A text in as few lines as this width asks for, none much longer than the others.
    fn even(&self, letters: Letters, text: &str, width: f64) -> Result<Vec<String>, Error> {
        let mut lines = self.broken(letters, text, width)?;
        if lines.len() == 1 {
            return Ok(lines);
        }
        for percent in (40..100).rev().step_by(4) {
            let narrower = self.broken(letters, text, width * f64::from(percent) / 100.0)?;
            if narrower.len() > lines.len() {
                break;
            }
            lines = narrower;
        }
        Ok(lines)
    }

    /// Lines between these two edges from here down; gives where they end.
    pub(super) fn lines_at(&mut self, edges: (f64, f64), y: f64, letters: Letters, align: Align, text: &str) -> Result<f64, Error> {
        let lines = if align == Align::Centre { self.even(letters, text, edges.1)? } else { self.broken(letters, text, edges.1)? };
        let step = letters.size * LEADING;
        for (number, line) in lines.iter().enumerate() {
            self.text_at(edges, y + number as f64 * step + letters.size * ASCENT, letters, align, line)?;
        }
        Ok(y + lines.len() as f64 * step)
    }

    /// A paragraph over the whole width, which may go on on the next page.
    pub(super) fn paragraph(&mut self, letters: Letters, align: Align, text: &str) -> Result<(), Error> {
        self.indented(0.0, letters, align, text)
    }

    /// A paragraph so far from the left.
    pub(super) fn indented(&mut self, indent: f64, letters: Letters, align: Align, text: &str) -> Result<(), Error> {
        let step = letters.size * LEADING;
        let width = WIDTH - indent;
        let lines = if align == Align::Centre { self.even(letters, text, width)? } else { self.broken(letters, text, width)? };
        for line in lines {
            self.need(step);
            self.text_at((LEFT + indent, width), self.y + letters.size * ASCENT, letters, align, &line)?;
            self.y += step;
        }
        self.gap(letters.size * 0.35);
        Ok(())
    }

    /// A heading, never alone at the foot of a page.
    pub(super) fn heading(&mut self, text: &str) -> Result<(), Error> {
        self.need(STRONG.size * LEADING + 18.0);
        self.gap(1.6);
        self.paragraph(STRONG, Align::Left, text)
    }

    /// The heading of the next section, with its number.
    pub(super) fn section(&mut self, text: &str) -> Result<(), Error> {
        self.sections += 1;
        self.heading(&format!("{}. {text}", self.sections))
    }

    /// Labels side by side, each followed by dots to write on: its share of the width.
    pub(super) fn blanks(&mut self, labels: &[(&str, f64)]) -> Result<(), Error> {
        self.need(BODY.size * LEADING);
        let baseline = self.y + BODY.size * ASCENT;
        let mut x = LEFT;
        for (label, share) in labels {
            let line = self.dotted(label, WIDTH * share - 1.5)?;
            self.text_at((x, WIDTH * share), baseline, BODY, Align::Left, &line)?;
            x += WIDTH * share;
        }
        self.y += BODY.size * LEADING * 1.08;
        Ok(())
    }

    /// A label and as many dots as fill this width.
    pub(super) fn dotted(&self, label: &str, width: f64) -> Result<String, Error> {
        let label = if label.is_empty() { String::new() } else { format!("{label} ") };
        let (taken, dots) = (self.width(BODY, &label)?, self.width(BODY, &".".repeat(50))? / 50.0);
        let count = ((width - taken) / dots).floor().clamp(0.0, 500.0) as usize;
        Ok(format!("{label}{}", ".".repeat(count)))
    }

    /// A box to tick, and what it means.
    pub(super) fn tick(&mut self, letters: Letters, text: &str) -> Result<(), Error> {
        let (side, indent) = (letters.size * 0.8, letters.size * 1.5);
        let lines = self.broken(letters, text, WIDTH - indent)?.len();
        self.need(letters.size * LEADING * lines as f64);
        let (left, top) = (LEFT, self.y + letters.size * (ASCENT - 0.74));
        for (from, to) in [((0.0, 0.0), (1.0, 0.0)), ((1.0, 0.0), (1.0, 1.0)), ((1.0, 1.0), (0.0, 1.0)), ((0.0, 1.0), (0.0, 0.0))] {
            let at = |(x, y): (f64, f64)| (left + x * side, top + y * side);
            self.line(at(from), at(to));
        }
        self.indented(indent, letters, Align::Left, text)
    }

    /// Every page with its number above its text, but for the first.
    pub(super) fn finish(mut self) -> Result<Vec<Drawing>, Error> {
        for page in 1..self.pages.len() {
            let number = (page + 1).to_string();
            let shaped = self.shape(BODY, &number)?;
            let x = (PAPER.0 + LEFT - RIGHT - shaped.width * BODY.size) / 2.0;
            let Letters { face, size } = BODY;
            self.pages[page].push(Mark::Text(Text { x, y: NUMBER_AT, size, tracking: 0.0, face, shaped, paint: BLACK }));
        }
        let whole = Rect { x: 0.0, y: 0.0, width: PAPER.0, height: PAPER.1 };
        let spots = Arc::new(Spots::default());
        let drawing = |marks| Drawing { width: PAPER.0, height: PAPER.1, trim: whole, bleed: whole, marks, spots: Arc::clone(&spots) };
        Ok(self.pages.into_iter().map(drawing).collect())
    }
}

/// The pages as PDF.
pub(super) fn write(pages: &[Drawing], title: &str, dated: &str) -> Result<Vec<u8>, Error> {
    let spots = Spots::default();
    let mut writer =
        pdf::Writer::begin(Hashing::new(Vec::new()), &pdf::Head { title, dated, subject: "", keywords: "", profile: None, spots: &spots })?;
    for page in pages {
        writer.add_page(page, "", &[])?;
    }
    Ok(writer.finish()?.out)
}

//! What does each page draw? Every operator is read as a press would, in bounded time.

use super::boxes::{self, Boxes};
use super::colours::{Met, Space, Spaces};
use super::facts::Standard;
use super::file::File;
use super::fonts::Fonts;
use super::geometry::Matrix;
use super::lexer::{Lexer, Token};
use super::notes::Notes;
use super::object::{Dict, Object, operand};
use super::operators::{self, Subject};
use super::pages::Page;
use super::paint::Plates;
use super::rule::Rule;
use super::state::{Path, State};
use super::text::Pen;
use std::collections::HashSet;
use std::sync::Arc;

/// Operators of one page, drawings within it included, and of all pages.
const MOST_OF_A_PAGE: usize = 2_000_000;
const MOST_OF_ALL: usize = 60_000_000;
/// Operands of one operator.
const MOST_OPERANDS: usize = 100;
/// States kept at once; old presses kept 28 (ISO 32000-1, Annex C).
const MOST_KEPT: usize = 256;
/// Drawings within one another.
const DEEPEST: usize = 12;

/// Looks at every page.
pub(super) fn check(file: &File, pages: &[Page], standard: Standard, notes: &mut Notes) {
    let (mut spaces, mut fonts) = (Spaces::default(), Fonts::default());
    let mut left = MOST_OF_ALL;
    for page in pages {
        let boxes = boxes::check(file, page, standard, notes);
        boxes::check_annotations(file, page, &boxes, notes);
        let room = left.min(MOST_OF_A_PAGE);
        let mut press = Press::new(file, page.number, boxes, room, notes, &mut spaces, &mut fonts);
        press.check_group(&file.value(&page.dict, "Group"));
        press.draw_page(page);
        left -= room - press.room;
    }
    notes.facts.spots.sort_by(|one, other| one.name.cmp(&other.name));
}

/// One page on its way to the plates.
pub(super) struct Press<'a> {
    pub(super) file: &'a File,
    pub(super) notes: &'a mut Notes,
    pub(super) spaces: &'a mut Spaces,
    pub(super) fonts: &'a mut Fonts,
    pub(super) page: usize,
    pub(super) plates: Plates,
    pub(super) patterns: HashSet<u32>,
    /// The drawings that are being drawn, each within the one before.
    within: Vec<u32>,
    room: usize,
}

/// One stream of operators.
pub(super) struct Run {
    pub(super) resources: Arc<Dict>,
    pub(super) state: State,
    pub(super) path: Path,
    pub(super) pen: Pen,
    kept: Vec<State>,
    in_text: bool,
    marked: usize,
}

impl Run {
    fn new(resources: Arc<Dict>, state: State) -> Self {
        Self { resources, state, path: Path::EMPTY, pen: Pen::START, kept: Vec::new(), in_text: false, marked: 0 }
    }
}

/// No more is read of this stream; what was wrong has been noted.
pub(super) struct Stop;

impl<'a> Press<'a> {
    fn new(
        file: &'a File,
        page: usize,
        boxes: Boxes,
        room: usize,
        notes: &'a mut Notes,
        spaces: &'a mut Spaces,
        fonts: &'a mut Fonts,
    ) -> Self {
        let plates = Plates::new(page, boxes);
        Self { file, notes, spaces, fonts, page, plates, patterns: HashSet::new(), within: Vec::new(), room }
    }

    pub(super) fn note(&mut self, rule: Rule, detail: impl std::fmt::Display) {
        self.notes.note(Some(self.page), rule, detail);
    }

    /// Where a colour is met on this page.
    pub(super) fn met<'b>(&'b mut self, resources: &'b Dict) -> (&'b mut Spaces, Met<'b>) {
        (self.spaces, Met { file: self.file, notes: self.notes, page: self.page, resources })
    }

    fn draw_page(&mut self, page: &Page) {
        let resources = page.value(self.file, "Resources").dict().cloned();
        if resources.is_none() {
            self.note(Rule::Resource, "/Resources");
        }
        let contents = page.value(self.file, "Contents");
        let parts = if let Object::Array(parts) = &contents { parts.to_vec() } else { vec![contents] };
        let mut bytes = Vec::new();
        for part in parts.iter().take(10_000) {
            let part = self.file.get(part);
            match part.stream().map(|stream| self.file.unpack(stream)) {
                Some(Ok(piece)) => {
                    bytes.extend_from_slice(&piece);
                    bytes.push(b'\n');
                }
                // Told already, of the stream itself, where it could not be unpacked.
                Some(Err(_)) => self.note(Rule::Content, "/Contents"),
                None if part.is_null() && parts.len() == 1 && !page.dict.has("Contents") => {}
                None => self.note(Rule::Content, "/Contents"),
            }
        }
        let run = Run::new(resources.unwrap_or_default(), State::new(Matrix::SAME));
        self.run(&bytes, run).ok();
        self.plates.finish(self.notes);
    }

    /// Draws a form or the cell of a pattern, unless it is being drawn already.
    pub(super) fn draw_within(&mut self, object: &Object, resources: &Arc<Dict>, state: State) -> Result<(), Stop> {
        let Object::Ref(number) = *object else {
            self.note(Rule::Object, "Do");
            return Ok(());
        };
        if self.within.contains(&number) || self.within.len() >= DEEPEST {
            self.note(Rule::Recursion, format!("{number} 0 obj"));
            return Err(Stop);
        }
        let form = self.file.object(number);
        let Some(stream) = form.stream() else { return Ok(()) };
        self.check_group(&self.file.value(&stream.dict, "Group"));
        let own = self.file.value(&stream.dict, "Resources").dict().cloned();
        let Ok(bytes) = self.file.unpack(stream) else {
            self.note(Rule::Content, format!("{number} 0 obj"));
            return Ok(());
        };
        let mut state = state;
        let numbers: Vec<f64> = self.file.value(&stream.dict, "Matrix").array().iter().filter_map(Object::number).collect();
        state.matrix = Matrix::of(&numbers).then(state.matrix);
        self.within.push(number);
        let ended = self.run(&bytes, Run::new(own.unwrap_or_else(|| Arc::clone(resources)), state));
        self.within.pop();
        ended
    }

    /// A transparency group; with one, a press may blend even what is opaque.
    fn check_group(&mut self, group: &Object) {
        if group.dict().is_some_and(|dict| self.file.value(dict, "S").name() == Some("Transparency")) {
            self.note(Rule::Transparency, "/Group /Transparency");
        }
    }

    fn run(&mut self, bytes: &[u8], mut run: Run) -> Result<(), Stop> {
        let mut lexer = Lexer::new(bytes, 0);
        let mut operands = Vec::new();
        loop {
            match lexer.token() {
                Ok(None) => break,
                Ok(Some(Token::Word(word))) if !matches!(word, b"true" | b"false" | b"null") => {
                    self.step()?;
                    self.operate(word, &operands, &mut run, &mut lexer)?;
                    operands.clear();
                }
                token => {
                    let read = token.ok().flatten().and_then(|token| operand(&mut lexer, token).ok());
                    let Some(read) = read.filter(|_| operands.len() < MOST_OPERANDS) else {
                        self.note(Rule::Content, format!("@ {}", lexer.at));
                        return Err(Stop);
                    };
                    operands.push(read);
                }
            }
        }
        if !operands.is_empty() {
            self.note(Rule::Operator, format!("{} …", operands.len()));
        }
        for (is_open, what) in [(!run.kept.is_empty(), "q … Q"), (run.in_text, "BT … ET"), (run.marked > 0, "BMC … EMC")] {
            if is_open {
                self.note(Rule::Balance, what);
            }
        }
        Ok(())
    }

    fn step(&mut self) -> Result<(), Stop> {
        if self.room == 0 {
            self.note(Rule::Limits, format!("> {MOST_OF_A_PAGE}"));
            return Err(Stop);
        }
        self.room -= 1;
        Ok(())
    }

    fn operate(&mut self, word: &[u8], operands: &[Object], run: &mut Run, lexer: &mut Lexer<'_>) -> Result<(), Stop> {
        let Some((name, subject)) = operators::find(word, operands) else {
            self.note(Rule::Operator, word.escape_ascii());
            return Ok(());
        };
        let numbers: Vec<f64> = operands.iter().filter_map(Object::number).collect();
        match subject {
            Subject::State => self.set_state(name, operands, &numbers, run)?,
            Subject::Path => draw_path(name, &numbers, run),
            Subject::Paint => self.paint(name, run),
            Subject::Colour => self.set_colour(name, operands, &numbers, run)?,
            Subject::Text => self.letter(name, operands, &numbers, run),
            Subject::Drawing => self.place(name, operands, run)?,
            Subject::Mark => self.mark(name, run),
            Subject::Inline => self.inline_picture(run, lexer)?,
            // Only the glyph of a Type 3 font, which is not drawn here, may say how wide it is.
            Subject::Glyph => self.note(Rule::Operator, name),
        }
        Ok(())
    }

    fn set_state(&mut self, name: &str, operands: &[Object], numbers: &[f64], run: &mut Run) -> Result<(), Stop> {
        match name {
            "q" if run.kept.len() >= MOST_KEPT => {
                self.note(Rule::Limits, format!("q × {MOST_KEPT}"));
                return Err(Stop);
            }
            "q" => run.kept.push(run.state.clone()),
            "Q" => match run.kept.pop() {
                Some(kept) => run.state = kept,
                None => self.note(Rule::Balance, "Q"),
            },
            "cm" => run.state.matrix = Matrix::of(numbers).then(run.state.matrix),
            "w" => run.state.line_width = numbers[0],
            "gs" => self.set_extended(operands[0].name().unwrap_or_default(), run),
            _ => {}
        }
        Ok(())
    }

    fn paint(&mut self, name: &str, run: &mut Run) {
        let fills = matches!(name, "f" | "F" | "f*" | "B" | "B*" | "b" | "b*");
        let strokes = matches!(name, "S" | "s" | "B" | "B*" | "b" | "b*");
        self.plates.paint_path(&run.path, fills, strokes, &run.state, self.notes);
        run.path = Path::EMPTY;
    }

    fn letter(&mut self, name: &str, operands: &[Object], numbers: &[f64], run: &mut Run) {
        let is_move = matches!(name, "Td" | "TD" | "Tm" | "T*" | "Tj" | "TJ" | "'" | "\"");
        match name {
            "BT" if run.in_text => self.note(Rule::Balance, "BT … BT"),
            "ET" if !run.in_text => self.note(Rule::Balance, "ET"),
            _ if is_move && !run.in_text => self.note(Rule::Balance, format!("{name}: BT?")),
            _ => {}
        }
        match name {
            "BT" => (run.in_text, run.pen) = (true, Pen::START),
            "ET" => run.in_text = false,
            "Tf" => self.set_font(operands[0].name().unwrap_or_default(), numbers[0], run),
            _ if is_move => self.move_or_show(name, operands, numbers, run),
            _ => drop(super::text::set(&mut run.state.text, name, numbers[0])),
        }
    }

    fn mark(&mut self, name: &str, run: &mut Run) {
        match name {
            "BMC" | "BDC" => run.marked += 1,
            "EMC" if run.marked == 0 => self.note(Rule::Balance, "EMC"),
            "EMC" => run.marked -= 1,
            "BX" | "EX" => self.note(Rule::Compatibility, name),
            _ => {}
        }
    }

    fn set_colour(&mut self, name: &str, operands: &[Object], numbers: &[f64], run: &mut Run) -> Result<(), Stop> {
        let strokes = name.starts_with(|letter: char| letter.is_ascii_uppercase());
        let resources = Arc::clone(&run.resources);
        let (spaces, mut met) = self.met(&resources);
        let before = if strokes { &run.state.stroke } else { &run.state.fill };
        let (space, colour) = match name {
            "cs" | "CS" => {
                let space = spaces.read(&mut met, &operands[0], 0);
                let first = space.first();
                (space, Some(first))
            }
            "g" | "G" => device(spaces.device(&mut met, Space::Grey, "DefaultGray"), numbers),
            "k" | "K" => device(spaces.device(&mut met, Space::Cmyk, "DefaultCMYK"), numbers),
            "rg" | "RG" => {
                met.notes.note(Some(met.page), Rule::Rgb, format!("{} {} {} {name}", numbers[0], numbers[1], numbers[2]));
                device(Space::Other, numbers)
            }
            _ => device(before.space.clone(), numbers),
        };
        let pattern = operands.last().and_then(Object::name).filter(|_| !matches!(name, "cs" | "CS"));
        let Some(colour) = colour else {
            self.note(Rule::Operator, format!("{} {name}", operands.len()));
            return Ok(());
        };
        let ink = if strokes { &mut run.state.stroke } else { &mut run.state.fill };
        (ink.space, ink.colour) = (space, colour);
        pattern.map_or(Ok(()), |pattern| self.use_pattern(pattern, run))
    }
}

fn device(space: Space, numbers: &[f64]) -> (Space, Option<super::state::Colour>) {
    let colour = space.colour(numbers);
    (space, colour)
}

fn draw_path(name: &str, numbers: &[f64], run: &mut Run) {
    let matrix = run.state.matrix;
    match (name, numbers) {
        ("re", [x, y, width, height]) => {
            for (x, y) in [(*x, *y), (x + width, y + height), (x + width, *y), (*x, y + height)] {
                run.path.bounds.add(matrix.apply(x, y));
            }
            run.path.rectangles += 1;
        }
        _ => {
            for point in numbers.chunks_exact(2) {
                run.path.bounds.add(matrix.apply(point[0], point[1]));
                run.path.pieces += 1;
            }
        }
    }
}

//! What stands on each page of a job?

use super::drawing::{BLACK, Drawing, Mark, Modules, Placing, Rect, Text, Turn};
use super::fonts::{Face, Fonts};
use super::layout::Set;
use super::sheet::{DotsFrom, Imposition};
use super::{Error, Job, PlateText, sheet_marks};
use crate::qr::Symbol;
use std::sync::Arc;

/// Height of the letters beside the plate, cut away with it.
const SLUG_SIZE: f64 = 2.6;

/// Clear of the crop mark at the corner.
const SLUG_INDENT: f64 = 4.0;

/// How far above the paper's lower edge the page's own line stands.
const FOOT: f64 = 2.5;

/// Names remembered, so that a job of any size needs the same memory; neighbours on a sheet are of one street.
const MOST_NAMES: usize = 64;

/// A page of a job, counted from 1: one sheet, or one side of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PageNumber {
    /// The sheet.
    pub(super) sheet: usize,
    /// Is this its back?
    pub(super) is_back: bool,
}

/// Where a plate lies on its page, for the manifest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Lies {
    /// Its cut.
    pub(super) trim: Rect,
    /// The symbol without its quiet zone.
    pub(super) symbol: Rect,
    /// Modules a side.
    pub(super) modules: u32,
    /// The symbol's version.
    pub(super) version: u8,
    /// Width of a module.
    pub(super) module: f64,
    /// Is it turned by a quarter?
    pub(super) is_turned: bool,
}

impl Lies {
    /// A symbol on a plate that lies here; its cut is for the caller to add.
    fn of(one: &Modules, place: Placing) -> Self {
        let side = one.module * f64::from(one.symbol.width());
        let symbol = place.rect(Rect { x: one.x, y: one.y, width: side, height: side });
        let (modules, version, is_turned) = (one.symbol.width(), one.symbol.version(), place.turn != Turn::Upright);
        Self { trim: symbol, symbol, modules, version, module: one.module, is_turned }
    }
}

/// A page and what lies on it, in the order of its signs.
pub(super) struct Page {
    pub(super) drawing: Drawing,
    pub(super) lies: Vec<Lies>,
}

/// Registration targets, and the paper and the bleed that they stand beside.
struct Targets {
    paper: (f64, f64),
    bleed: Rect,
    marks: Arc<Vec<Mark>>,
}

/// A name as it stands on plates: the word above it, the name and its marks.
type SetName = (Option<Arc<str>>, Arc<str>, Arc<Vec<Mark>>);

/// What the pages of one job share.
pub(super) struct Desk<'a> {
    job: &'a Job,
    dots_from: DotsFrom,
    has_marks: bool,
    imposition: Imposition,
    fonts: Fonts,
    /// What all plates have in common, by host and by modules a side.
    shared: Vec<(String, u32, Arc<Vec<Mark>>)>,
    /// The latest names, the very latest at the end.
    names: Vec<SetName>,
    /// Where the symbol of the last link measured lies on its plate, by the length of the link: of one length all are alike.
    measured: Option<(usize, Modules)>,
    /// The registration targets of the last page's paper and bleed: all pages but one are alike.
    targets: Option<Targets>,
}

impl<'a> Desk<'a> {
    /// # Errors
    /// Refuses paper that does not hold one plate, and more places left out than the first sheet has.
    pub(super) fn new(job: &'a Job, sheet: Option<super::Sheet>, dots_from: DotsFrom) -> Result<Self, Error> {
        let imposition = Imposition::of(&job.plate, sheet)?;
        if job.skip > 0 && job.skip >= imposition.each() {
            return Err(Error::Skip { skip: job.skip, most: imposition.each() - 1 });
        }
        let (fonts, shared, names) = (Fonts::default(), Vec::new(), Vec::new());
        Ok(Self { job, dots_from, has_marks: sheet.is_some(), imposition, fonts, shared, names, measured: None, targets: None })
    }

    /// Sheets that the job takes.
    pub(super) fn sheets(&self) -> usize {
        (self.job.signs.len() + self.job.skip).div_ceil(self.imposition.each())
    }

    /// Sides that each sheet has.
    pub(super) fn sides(&self) -> usize {
        if self.job.plate.is_two_sided() { 2 } else { 1 }
    }

    /// Plates a sheet.
    pub(super) fn each(&self) -> usize {
        self.imposition.each()
    }

    /// The first sign of a sheet, the sheets counted from 1.
    pub(super) fn first(&self, sheet: usize) -> usize {
        ((sheet - 1) * self.imposition.each()).saturating_sub(self.job.skip)
    }

    /// The signs of a sheet.
    pub(super) fn signs(&self, sheet: usize) -> &'a [PlateText] {
        let to = (sheet * self.imposition.each() - self.job.skip).min(self.job.signs.len());
        &self.job.signs[self.first(sheet)..to]
    }

    /// Draws one page.
    ///
    /// # Errors
    /// Refuses what a plate cannot hold.
    pub(super) fn draw(&mut self, page: PageNumber) -> Result<Page, Error> {
        let signs = self.signs(page.sheet);
        let first = if page.sheet == 1 { self.job.skip } else { 0 };
        let paper = self.imposition.paper(first + signs.len());
        let (mut marks, mut lies, mut around) = (Vec::new(), Vec::new(), None::<Rect>);
        for (number, text) in (first..).zip(signs) {
            let (trim, place) = self.imposition.place(number, paper, page.is_back, (&self.job.device, self.dots_from));
            let drawn = self.draw_plate(text, place, &mut marks)?;
            lies.push(Lies { trim, ..drawn });
            if self.has_marks {
                marks.extend(self.slug(text, trim)?);
            }
            around = Some(around.map_or(trim, |known| known.and(trim)));
        }
        let trim = around.ok_or(Error::NothingToPrint)?;
        let bleed = if self.has_marks { trim.grown(self.job.plate.bleed) } else { trim };
        if self.has_marks {
            marks.extend(self.registration(paper, bleed));
            marks.push(self.foot(page, trim.x, paper.1)?);
        }
        let spots = Arc::clone(&self.job.spots);
        Ok(Page { drawing: Drawing { width: paper.0, height: paper.1, trim, bleed, marks, spots }, lies })
    }

    /// What lies on a page, without drawing it.
    ///
    /// # Errors
    /// Refuses a symbol that the plate does not hold.
    pub(super) fn lay(&mut self, page: PageNumber) -> Result<Vec<Lies>, Error> {
        let signs = self.signs(page.sheet);
        let first = if page.sheet == 1 { self.job.skip } else { 0 };
        let paper = self.imposition.paper(first + signs.len());
        let mut lies = Vec::with_capacity(signs.len());
        for (number, text) in (first..).zip(signs) {
            let (trim, place) = self.imposition.place(number, paper, page.is_back, (&self.job.device, self.dots_from));
            let known = self.measured.take().filter(|(length, _)| *length == text.link.len());
            let (_, modules) = match known {
                Some(known) => self.measured.insert(known),
                None => {
                    let modules = self.set().symbol(text, Arc::new(Symbol::of(&text.link)?))?;
                    self.measured.insert((text.link.len(), modules))
                }
            };
            lies.push(Lies { trim, ..Lies::of(modules, place) });
        }
        Ok(lies)
    }

    /// Adds one plate: what all share, its name, its code and its symbol. Tells where the symbol lies.
    fn draw_plate(&mut self, text: &PlateText, place: Placing, marks: &mut Vec<Mark>) -> Result<Lies, Error> {
        let symbol = Arc::new(Symbol::of(&text.link)?);
        let shared = self.shared(text, symbol.width())?;
        let name = self.name(text)?;
        let own = self.set().code(text, symbol)?;
        let modules = own.iter().find_map(|mark| if let Mark::Symbol(one) = mark { Some(one) } else { None });
        let lies = Lies::of(modules.expect("every plate has its symbol"), place);
        marks.push(Mark::Group { place, marks: shared, shared: true });
        marks.push(Mark::Group { place, marks: name, shared: false });
        marks.push(Mark::Group { place, marks: Arc::new(own), shared: false });
        Ok(lies)
    }

    fn set(&self) -> Set<'_> {
        Set { plate: &self.job.plate, fonts: &self.fonts, spots: &self.job.spots, grid: &self.job.device }
    }

    fn shared(&mut self, text: &PlateText, modules: u32) -> Result<Arc<Vec<Mark>>, Error> {
        let host = text.link.host();
        if let Some((_, _, marks)) = self.shared.iter().find(|(known, side, _)| known == host && *side == modules) {
            return Ok(Arc::clone(marks));
        }
        // A plate alone is moved by less than a dot to lie on the dots of its device: the ground covers what would stay bare.
        let over = if self.has_marks { self.job.plate.bleed } else { self.job.device.dot().unwrap_or_default() };
        // The slash tells whoever types that the code comes right after it.
        let mut marks = self.set().shared(&self.job.words, &format!("{host}/"), modules, over)?;
        if self.has_marks {
            marks.extend(sheet_marks::around_plate(&self.job.plate, &self.job.spots));
        } else {
            marks.extend(sheet_marks::cut_contour(&self.job.plate, &self.job.spots));
        }
        let marks = Arc::new(marks);
        self.shared.push((host.to_owned(), modules, Arc::clone(&marks)));
        Ok(marks)
    }

    fn registration(&mut self, paper: (f64, f64), bleed: Rect) -> Option<Mark> {
        let known = self.targets.take().filter(|known| (known.paper, known.bleed) == (paper, bleed));
        let targets = known.unwrap_or_else(|| {
            let marks = Arc::new(sheet_marks::registration(paper, bleed, &self.job.plate, &self.job.spots));
            Targets { paper, bleed, marks }
        });
        let marks = Arc::clone(&targets.marks);
        self.targets = Some(targets);
        let place = Placing { x: 0.0, y: 0.0, turn: Turn::Upright };
        (!marks.is_empty()).then_some(Mark::Group { place, marks, shared: true })
    }

    fn name(&mut self, text: &PlateText) -> Result<Arc<Vec<Mark>>, Error> {
        let is_known = |known: &&SetName| known.0 == text.kind_word && known.1 == text.name;
        if let Some((_, _, marks)) = self.names.iter().rev().find(is_known) {
            return Ok(Arc::clone(marks));
        }
        let marks = Arc::new(self.set().name(text)?);
        if self.names.len() >= MOST_NAMES {
            self.names.clear();
        }
        self.names.push((text.kind_word.clone(), Arc::clone(&text.name), Arc::clone(&marks)));
        Ok(marks)
    }

    /// What the plate is, and what is wrong with where it hangs, below it.
    fn slug(&self, text: &PlateText, trim: Rect) -> Result<Option<Mark>, Error> {
        let number = text.number.map_or_else(String::new, |number| format!("  {number}"));
        let warning = text.warning.as_ref().map_or_else(String::new, |warning| format!("  ! {warning}"));
        let parts = [&text.code.grouped(), "  ", &text.name, &number, &warning];
        let bleed = self.job.plate.bleed;
        self.small_line(&parts, trim.x + bleed + SLUG_INDENT, trim.bottom() + bleed + SLUG_SIZE).map(Some)
    }

    fn foot(&self, page: PageNumber, left: f64, height: f64) -> Result<Mark, Error> {
        let job = self.job;
        let side = match (job.plate.is_two_sided(), page.is_back) {
            (false, _) => String::new(),
            (true, false) => format!(" {}", job.words.front),
            (true, true) => format!(" {}", job.words.back),
        };
        let parts = [job.plate.name.as_str(), &job.words.mounting, &job.words.device, &job.words.standing];
        let told: String = parts.iter().filter(|part| !part.is_empty()).map(|part| format!("  {part}")).collect();
        let number = format!("{}/{}", page.sheet, self.sheets());
        self.small_line(&[&number, &side, &told], left + job.plate.bleed + SLUG_INDENT, height - FOOT)
    }

    fn small_line(&self, texts: &[&str], x: f64, y: f64) -> Result<Mark, Error> {
        let shaped = self.fonts.shape_row(Face::Medium, texts)?;
        Ok(Mark::Text(Text { x, y, size: SLUG_SIZE, tracking: 0.0, face: Face::Medium, shaped, paint: BLACK }))
    }
}

//! How is a drawing written as PDF: vector only, four press colours only, the same bytes every time?

use super::drawing::{Drawing, Mark, Modules, Paint, Rect, Text};
use super::fonts::Face;
use super::packer::Packer;
use super::path::Step;
use super::pdf_fonts::FontInUse;
use crate::qr::outline;
use pdf_writer::types::NumberingStyle;
use pdf_writer::writers::PageLabel;
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Ref, Str, TextStr, XRefFilter};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Points a millimetre.
const POINTS: f64 = 72.0 / 25.4;

/// How far a quarter circle's control points lie along its tangents.
const QUARTER: f64 = 0.552_285;

/// A PDF growing page by page.
pub(super) struct Writer {
    pdf: Pdf,
    next: Ref,
    catalog: Ref,
    tree: Ref,
    resources: Ref,
    /// The fonts alone, for stamps: no stamp holds another.
    letters: Ref,
    pages: Vec<Ref>,
    fonts: [FontInUse; 3],
    bookmarks: Vec<(String, Ref, f64)>,
    stamps: Vec<(Arc<Vec<Mark>>, Ref)>,
    hash: Sha256,
    packer: Packer,
}

impl Writer {
    pub(super) fn new() -> Self {
        let mut pdf = Pdf::with_capacity(1 << 20);
        pdf.set_version(1, 6);
        let mut next = Ref::new(1);
        let [catalog, tree, resources, letters] = [(); 4].map(|()| next.bump());
        let fonts = Face::ALL.map(FontInUse::new);
        Self {
            pdf,
            next,
            catalog,
            tree,
            resources,
            letters,
            pages: Vec::new(),
            fonts,
            bookmarks: Vec::new(),
            stamps: Vec::new(),
            hash: Sha256::new(),
            packer: Packer::new(),
        }
    }

    /// Adds a page, and a bookmark for each street that starts on it.
    pub(super) fn add_page(&mut self, drawing: &Drawing, bookmarks: &[&str]) {
        let (page, content) = (self.next.bump(), self.next.bump());
        let content_bytes = self.draw(drawing);
        let packed = self.packer.pack(&content_bytes);
        self.hash.update(&packed);
        self.pdf.stream(content, &packed).filter(Filter::FlateDecode);
        let paper = Rect { x: 0.0, y: 0.0, width: drawing.width, height: drawing.height };
        let points = |rect: Rect| {
            let bottom = drawing.height - rect.y - rect.height;
            let [x, y, right, top] = [rect.x, bottom, rect.x + rect.width, bottom + rect.height].map(|at| short(at * POINTS));
            pdf_writer::Rect::new(x, y, right, top)
        };
        let mut written = self.pdf.page(page);
        written.parent(self.tree).contents(content).pair(Name(b"Resources"), self.resources);
        written.media_box(points(paper)).bleed_box(points(drawing.bleed)).trim_box(points(drawing.trim));
        written.finish();
        self.pages.push(page);
        let top = (drawing.height - drawing.bleed.y) * POINTS;
        self.bookmarks.extend(bookmarks.iter().map(|street| ((*street).to_owned(), page, top)));
    }

    /// The whole file.
    pub(super) fn finish(mut self, title: &str) -> Result<Vec<u8>, super::Error> {
        self.write_fonts()?;
        let outlines = self.write_bookmarks();
        let (label, info) = (self.next.bump(), self.next.bump());
        self.pdf.indirect(label).start::<PageLabel<'_>>().style(NumberingStyle::Arabic).offset(1);
        let count = i32::try_from(self.pages.len()).unwrap_or(i32::MAX);
        self.pdf.pages(self.tree).kids(self.pages.iter().copied()).count(count);
        let mut catalog = self.pdf.catalog(self.catalog);
        catalog.pages(self.tree);
        catalog.page_labels().nums().insert(0, label);
        if let Some(outlines) = outlines {
            catalog.outlines(outlines);
        }
        catalog.finish();
        // No date and no random number: the same job gives the same bytes.
        self.pdf
            .document_info(info)
            .title(TextStr(title))
            .producer(TextStr("Tên Phố"))
            .trapped(pdf_writer::types::TrappingStatus::NotTrapped);
        let id = self.hash.finalize()[..16].to_vec();
        self.pdf.set_file_id((id.clone(), id));
        let table = self.next.bump();
        let mut packer = self.packer;
        Ok(self.pdf.finish_with_xref_stream_and_filter(table, |bytes| (packer.pack(bytes), XRefFilter::Single(Filter::FlateDecode))))
    }

    fn write_fonts(&mut self) -> Result<(), super::Error> {
        let mut used = Vec::new();
        for font in &self.fonts {
            if font.is_used() {
                used.push((font.resource_name(), font.write(&mut self.pdf, &mut self.next, &mut self.packer)?));
            }
        }
        for id in [self.resources, self.letters] {
            let mut resources = self.pdf.indirect(id).start::<pdf_writer::writers::Resources<'_>>();
            let mut fonts = resources.fonts();
            for (name, font) in &used {
                fonts.pair(Name(name.as_bytes()), *font);
            }
            fonts.finish();
            if id == self.resources {
                let mut stamps = resources.x_objects();
                for (number, (_, stamp)) in self.stamps.iter().enumerate() {
                    stamps.pair(Name(stamp_name(number).as_bytes()), *stamp);
                }
            }
        }
        Ok(())
    }

    /// One bookmark a street, in the order of the pages.
    fn write_bookmarks(&mut self) -> Option<Ref> {
        let root = self.next.bump();
        let items: Vec<Ref> = self.bookmarks.iter().map(|_| self.next.bump()).collect();
        let (first, last) = (*items.first()?, *items.last()?);
        self.pdf.outline(root).first(first).last(last).count(i32::try_from(items.len()).unwrap_or(i32::MAX));
        for (at, (title, page, top)) in self.bookmarks.iter().enumerate() {
            let mut item = self.pdf.outline_item(items[at]);
            item.title(TextStr(title)).parent(root);
            if at > 0 {
                item.prev(items[at - 1]);
            }
            if let Some(next) = items.get(at + 1) {
                item.next(*next);
            }
            item.dest().page(*page).xyz(0.0, short(*top), None);
        }
        Some(root)
    }

    fn draw(&mut self, drawing: &Drawing) -> Vec<u8> {
        let mut content = Content::with_capacity(1 << 15);
        // From here on millimetres from the top left, as the drawing has them.
        let scale = short_factor(POINTS);
        content.transform([scale, 0.0, 0.0, -scale, 0.0, short(drawing.height * POINTS)]);
        self.draw_marks(&mut content, &drawing.marks);
        content.finish().into_vec()
    }

    fn draw_marks(&mut self, content: &mut Content, marks: &[Mark]) {
        let mut fill: Option<Paint> = None;
        for mark in marks {
            if let Some(paint) = fill_of(mark).filter(|paint| fill != Some(*paint)) {
                let [c, m, y, k] = ink(paint);
                content.set_fill_cmyk(c, m, y, k);
                fill = Some(paint);
            }
            match mark {
                Mark::Box { rect, radius, .. } => draw_box(content, *rect, *radius),
                Mark::Text(text) => self.fonts[text.face as usize].draw(content, text),
                Mark::Symbol(modules) => draw_symbol(content, modules),
                Mark::Contour { path, width, paint } => {
                    let [c, m, y, k] = ink(*paint);
                    content.set_stroke_cmyk(c, m, y, k).set_line_width(short_factor(*width));
                    draw_path(content, path);
                    content.stroke();
                }
                Mark::Line { from, to, width, paint } => {
                    let [c, m, y, k] = ink(*paint);
                    content.set_stroke_cmyk(c, m, y, k).set_line_width(short_factor(*width));
                    content.move_to(short(from.0), short(from.1)).line_to(short(to.0), short(to.1)).stroke();
                }
                Mark::Group { place, marks, shared } => {
                    content.save_state().transform(place.matrix().map(short));
                    if *shared {
                        let number = self.stamp(marks);
                        content.x_object(Name(stamp_name(number).as_bytes()));
                    } else {
                        self.draw_marks(content, marks);
                    }
                    content.restore_state();
                }
            }
        }
    }

    /// The number of a stamp, which is written the first time that it is used.
    fn stamp(&mut self, marks: &Arc<Vec<Mark>>) -> usize {
        if let Some(known) = self.stamps.iter().position(|(one, _)| Arc::ptr_eq(one, marks)) {
            return known;
        }
        let id = self.next.bump();
        let mut content = Content::new();
        self.draw_marks(&mut content, marks);
        let packed = self.packer.pack(&content.finish());
        self.hash.update(&packed);
        let mut form = self.pdf.form_xobject(id, &packed);
        form.filter(Filter::FlateDecode).pair(Name(b"Resources"), self.letters);
        // Larger than any plate; a plate has no more marks than its own.
        form.bbox(pdf_writer::Rect::new(-100.0, -100.0, 2100.0, 2100.0));
        form.finish();
        self.stamps.push((Arc::clone(marks), id));
        self.stamps.len() - 1
    }
}

fn stamp_name(number: usize) -> String {
    format!("S{number}")
}

fn fill_of(mark: &Mark) -> Option<Paint> {
    match mark {
        Mark::Box { paint, .. } => Some(*paint),
        Mark::Text(text) => Some(text.paint),
        Mark::Symbol(modules) => Some(modules.paint),
        Mark::Line { .. } | Mark::Contour { .. } | Mark::Group { .. } => None,
    }
}

/// One path of whole runs, all wound the same way, filled once: no seam can show between two modules.
fn draw_symbol(content: &mut Content, one: &Modules) {
    let scale = short_factor(one.module);
    content.save_state().transform([scale, 0.0, 0.0, scale, short(one.x), short(one.y)]);
    for (x, y, length) in outline::runs(&one.symbol) {
        content.rect(x as f32, y as f32, length as f32, 1.0);
    }
    content.fill_nonzero().restore_state();
}

fn draw_path(content: &mut Content, path: &[Step]) {
    for step in path {
        match *step {
            Step::Move(x, y) => content.move_to(short(x), short(y)),
            Step::Line(x, y) => content.line_to(short(x), short(y)),
            Step::Curve([a, b, c, d, e, f]) => content.cubic_to(short(a), short(b), short(c), short(d), short(e), short(f)),
            Step::Close => content.close_path(),
        };
    }
}

fn draw_box(content: &mut Content, rect: Rect, radius: f64) {
    let (left, top) = (rect.x, rect.y);
    if radius <= 0.0 {
        content.rect(short(left), short(top), short(rect.width), short(rect.height)).fill_nonzero();
        return;
    }
    let (right, bottom) = (left + rect.width, top + rect.height);
    let (r, q) = (radius, radius * (1.0 - QUARTER));
    content.move_to(short(left + r), short(top)).line_to(short(right - r), short(top));
    let mut bend = |[a, b, c, d, e, f]: [f64; 6], to: (f64, f64)| {
        content.cubic_to(short(a), short(b), short(c), short(d), short(e), short(f)).line_to(short(to.0), short(to.1));
    };
    bend([right - q, top, right, top + q, right, top + r], (right, bottom - r));
    bend([right, bottom - q, right - q, bottom, right - r, bottom], (left + r, bottom));
    bend([left + q, bottom, left, bottom - q, left, bottom - r], (left, top + r));
    bend([left, top + q, left + q, top, left + r, top], (left + r, top));
    content.close_path().fill_nonzero();
}

impl FontInUse {
    fn draw(&mut self, content: &mut Content, text: &Text) {
        content.begin_text().set_font(Name(self.resource_name().as_bytes()), short(text.size));
        content.set_char_spacing(short(text.tracking));
        content.set_text_matrix([1.0, 0.0, 0.0, -1.0, short(text.x), short(text.y)]);
        let mut shown = content.show_positioned();
        let mut items = shown.items();
        let mut run = Vec::new();
        for glyph in &text.shaped.glyphs {
            run.extend(self.code_of(glyph).to_be_bytes());
            let kern = glyph.width - glyph.advance;
            if kern.abs() > 0.5 {
                items.show(Str(&run)).adjust(kern.round() as f32);
                run.clear();
            }
        }
        items.show(Str(&run));
        items.finish();
        shown.finish();
        content.end_text();
    }
}

fn ink(paint: Paint) -> [f32; 4] {
    paint.cmyk.map(|percent| f32::from(percent) / 100.0)
}

/// To a thousandth: a micrometre, or less in points.
fn short(at: f64) -> f32 {
    ((at * 1000.0).round() / 1000.0) as f32
}

/// To six digits after the point: a factor that a whole page is multiplied by.
fn short_factor(factor: f64) -> f32 {
    ((factor * 1e6).round() / 1e6) as f32
}

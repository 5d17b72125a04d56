//! How are drawings written as PDF: vector only, press colours only, page after page, the same bytes every time?

use super::Error;
use super::drawing::{Drawing, Rect};
use super::fonts::Face;
use super::pdf_canvas::{Canvas, POINTS, Shared, spot_name, stamp_name};
use super::pdf_fonts::FontInUse;
use super::pdf_objects::{Objects, Sink};
use super::pdf_outline::{Outline, Target};
use super::pdf_tree::{Labels, PageTree};
use super::pdf_x;
use super::profile::Profile;
use super::spots::{SpotInk, Spots};
use pdf_writer::types::{OverprintMode, PageMode};
use pdf_writer::writers::{Catalog, ExtGraphicsState, Resources};
use pdf_writer::{Chunk, Filter, Finish, Name, Ref, TextStr};

/// What a whole file says, and what it is printed with.
#[derive(Clone, Copy)]
pub(super) struct Head<'a> {
    pub(super) title: &'a str,
    /// ISO 8601 in UTC.
    pub(super) dated: &'a str,
    /// What was done to fit a device, in words; empty where nothing was.
    pub(super) subject: &'a str,
    /// The same in figures: `dpi=600 bwr=40`.
    pub(super) keywords: &'a str,
    /// The shop's profile; with one the file is PDF/X-4, without one PDF/X-1a.
    pub(super) profile: Option<&'a Profile>,
    pub(super) spots: &'a Spots,
}

/// The first plate of a street on the page that is added.
pub(super) struct Bookmark<'a> {
    /// Empty where it is not known.
    pub(super) ward: &'a str,
    pub(super) name: &'a str,
    /// How far down its bleed begins, in millimetres.
    pub(super) top: f64,
}

/// A PDF on its way out, page by page.
pub(super) struct Writer<'a, W> {
    objects: Objects<W>,
    head: Head<'a>,
    shared: Shared<'a>,
    /// Where each stamp is written that has been so far.
    stamps: Vec<Ref>,
    /// What pages draw with, and what stamps draw with: all but stamps.
    resources: [Ref; 2],
    tree: PageTree,
    labels: Labels,
    outline: Outline,
    /// Taken again for every page.
    spare: Vec<u8>,
}

impl<'a, W: Sink> Writer<'a, W> {
    /// # Errors
    /// Fails when the sink does.
    pub(super) fn begin(out: W, head: &Head<'a>) -> Result<Self, Error> {
        let mut objects = Objects::begin(out, pdf_x::version(head))?;
        let resources = [objects.reserve(), objects.reserve()];
        let shared = Shared { spots: head.spots, fonts: Face::ALL.map(FontInUse::new), stamps: Vec::new() };
        let (tree, labels, outline) = (PageTree::default(), Labels::default(), Outline::default());
        Ok(Self { objects, head: *head, shared, stamps: Vec::new(), resources, tree, labels, outline, spare: Vec::new() })
    }

    /// Writes a page whose label begins with the street's name, and bookmarks what starts on it.
    ///
    /// # Errors
    /// Fails when the sink does.
    pub(super) fn add_page(&mut self, drawing: &Drawing, street: &str, bookmarks: &[Bookmark<'_>]) -> Result<(), Error> {
        let mut canvas = Canvas::page(drawing.height, std::mem::take(&mut self.spare));
        canvas.draw(&drawing.marks, &mut self.shared);
        let mut painted = canvas.into_bytes();
        let packed = self.objects.pack(&painted);
        painted.clear();
        self.spare = painted;
        self.write_stamps()?;
        let (content, page) = (self.objects.reserve(), self.objects.reserve());
        self.objects.put(content, |chunk, id| {
            chunk.stream(id, &packed).filter(Filter::FlateDecode);
        })?;
        self.labels.add(self.tree.pages(), street, &mut self.objects)?;
        let parent = self.tree.add(page, &mut self.objects)?;
        let resources = self.resources[0];
        self.objects.put(page, |chunk, id| {
            let paper = Rect { x: 0.0, y: 0.0, width: drawing.width, height: drawing.height };
            let [paper, bleed, trim] = [paper, drawing.bleed, drawing.trim].map(|rect| points(rect, drawing.height));
            let mut written = chunk.page(id);
            written.parent(parent).contents(content).pair(Name(b"Resources"), resources);
            written.media_box(paper).bleed_box(bleed).trim_box(trim);
        })?;
        for one in bookmarks {
            self.outline.add(one.ward, one.name, Target { page, top: rounded((drawing.height - one.top) * POINTS) });
        }
        Ok(())
    }

    /// Writes what is found by whoever opens the file, and gives the sink back.
    ///
    /// # Errors
    /// Fails when the sink does.
    pub(super) fn finish(mut self) -> Result<W, Error> {
        self.write_resources()?;
        let tree = std::mem::take(&mut self.tree).finish(&mut self.objects)?;
        let outline = self.outline.write(&mut self.objects)?;
        self.labels.write_last(&mut self.objects)?;
        let profile = pdf_x::write_profile(&mut self.objects, &self.head)?;
        let [metadata, catalog, about] = [(); 3].map(|()| self.objects.reserve());
        let text = pdf_x::metadata(&self.head, self.objects.fingerprint());
        self.objects.put(metadata, |chunk, id| {
            chunk.metadata(id, text.as_bytes());
        })?;
        self.objects.put(catalog, |chunk, id| {
            let mut written = chunk.indirect(id).start::<Catalog<'_>>();
            written.pages(tree).metadata(metadata).lang(TextStr("vi"));
            if let Some(outline) = outline {
                written.outlines(outline).page_mode(PageMode::UseOutlines);
            }
            written.viewer_preferences().display_doc_title(true);
            pdf_x::output_intent(&mut written, &self.head, profile);
            self.labels.write(&mut written);
        })?;
        self.objects.put(about, |chunk, id| pdf_x::write_about(chunk, id, &self.head))?;
        self.objects.finish(catalog, about)
    }

    /// Writes the stamps that came up on the page just drawn.
    fn write_stamps(&mut self) -> Result<(), Error> {
        let resources = self.resources[1];
        while let Some(marks) = self.shared.stamps.get(self.stamps.len()).cloned() {
            let mut canvas = Canvas::stamp();
            canvas.draw(&marks, &mut self.shared);
            let packed = self.objects.pack(&canvas.into_bytes());
            let id = self.objects.reserve();
            self.objects.put(id, |chunk, id| {
                let mut form = chunk.form_xobject(id, &packed);
                form.filter(Filter::FlateDecode).pair(Name(b"Resources"), resources);
                // Larger than any page; a stamp has no more marks than its own.
                form.bbox(pdf_writer::Rect::new(-300.0, -15_000.0, 15_000.0, 300.0));
            })?;
            self.stamps.push(id);
        }
        Ok(())
    }

    /// What pages and stamps draw with: known only when all have been drawn, as of the fonts only what was used is written.
    fn write_resources(&mut self) -> Result<(), Error> {
        let mut fonts = Vec::new();
        for font in self.shared.fonts.iter().filter(|font| font.is_used()) {
            fonts.push((font.resource_name(), font.write(&mut self.objects)?));
        }
        let [over, out] = [true, false].map(|over| (self.objects.reserve(), over));
        for (id, is_over) in [over, out] {
            self.objects.put(id, |chunk, id| write_overprint(chunk, id, is_over))?;
        }
        let spots = self.write_spots()?;
        let [of_pages, of_stamps] = self.resources;
        for id in [of_pages, of_stamps] {
            self.objects.put(id, |chunk, id| {
                let mut resources = chunk.indirect(id).start::<Resources<'_>>();
                resources.fonts().pairs(fonts.iter().map(|(name, font)| (Name(name.as_bytes()), *font)));
                resources.ext_g_states().pair(Name(b"Over"), over.0).pair(Name(b"Out"), out.0);
                if !spots.is_empty() {
                    resources.color_spaces().pairs(spots.iter().map(|(name, id)| (Name(name.as_bytes()), *id)));
                }
                if id == of_pages {
                    let mut stamps = resources.x_objects();
                    for (number, stamp) in self.stamps.iter().enumerate() {
                        stamps.pair(Name(stamp_name(number).as_bytes()), *stamp);
                    }
                }
            })?;
        }
        Ok(())
    }

    /// One object an ink, whatever the roles that share it: the same name with two alternates would be two plates.
    fn write_spots(&mut self) -> Result<Vec<(&'static str, Ref)>, Error> {
        let mut written: Vec<(&SpotInk, Ref)> = Vec::new();
        let mut named = Vec::new();
        for (role, ink) in self.head.spots.all() {
            let known = written.iter().find(|(one, _)| one.name == ink.name).map(|(_, id)| *id);
            let id = if let Some(id) = known { id } else { self.objects.reserve() };
            if known.is_none() {
                self.objects.put(id, |chunk, id| write_spot(chunk, id, ink))?;
                written.push((ink, id));
            }
            named.push((spot_name(role), id));
        }
        Ok(named)
    }
}

fn write_spot(chunk: &mut Chunk, id: Ref, ink: &SpotInk) {
    let mut space = chunk.color_space(id).separation(Name(ink.name.as_bytes()));
    space.alternate_color_space().device_cmyk();
    let full = ink.alternate.map(|percent| f32::from(percent) / 100.0);
    space.tint_exponential().domain([0.0, 1.0]).range([0.0, 1.0].repeat(4)).c0([0.0; 4]).c1(full).n(1.0);
}

/// Printed over what lies below, or leaving it out; a nought of the four inks leaves nothing out either (mode 1).
fn write_overprint(chunk: &mut Chunk, id: Ref, is_over: bool) {
    let mut state = chunk.indirect(id).start::<ExtGraphicsState<'_>>();
    state.overprint(is_over).overprint_fill(is_over);
    if is_over {
        state.overprint_mode(OverprintMode::IgnoreZeroChannel);
    }
    state.finish();
}

fn points(rect: Rect, height: f64) -> pdf_writer::Rect {
    let bottom = height - rect.bottom();
    let [x, y, right, top] = [rect.x, bottom, rect.right(), bottom + rect.height].map(|at| rounded(at * POINTS));
    pdf_writer::Rect::new(x, y, right, top)
}

/// To a thousandth of a point.
fn rounded(at: f64) -> f32 {
    ((at * 1000.0).round() / 1000.0) as f32
}

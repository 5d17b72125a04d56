//! Where does everything on one plate stand?

use super::drawing::{BLACK, Mark, Modules, Rect, Text};
use super::fit::{Fitted, Rules, fit_lines, fit_words};
use super::fonts::{Face, Fonts, Shaped, cap_height};
use super::path::{Corners, outline};
use super::plate::{Align, Border, Plate, Shows, Stands, TextPlace, Weight};
use super::snap::Grid;
use super::spots::Spots;
use super::{Error, PlateText, PlateWords};
use crate::qr::{QUIET_ZONE, Symbol};
use std::sync::Arc;

/// Clear space between a text and the one that follows it, of the first one's em.
const FOLLOWING: f64 = 0.32;

/// A text after another one begins at least an em below it, however low its letters are.
const LEAST_BELOW: f64 = 1.0;

/// What the plates of one job are drawn with.
pub(super) struct Set<'a> {
    pub(super) plate: &'a Plate,
    pub(super) fonts: &'a Fonts,
    pub(super) spots: &'a Spots,
    pub(super) grid: &'a Grid,
}

impl Set<'_> {
    /// What every plate of the job shares: ground, panel, border, bars, what to do and where it leads.
    ///
    /// # Errors
    /// Refuses words or an address that fit no size, and a missing glyph.
    pub(super) fn shared(&self, words: &PlateWords, host: &str, modules: u32, over: f64) -> Result<Vec<Mark>, Error> {
        let plate = self.plate;
        let mut marks = self.ground(modules, over);
        marks.extend(plate.border.as_ref().map(|border| self.border(border)));
        marks.extend(plate.bar.iter().map(|bar| {
            let rect = Rect { x: bar.left, y: bar.top, width: bar.width, height: bar.height };
            Mark::Box { rect, radius: 0.0, paint: plate.paint(bar.ink, self.spots) }
        }));
        let call = [words.first.as_str(), words.second.as_str()];
        for place in &plate.text {
            match place.shows {
                Shows::Call => marks.extend(self.lines(place, &call)?.0),
                Shows::Host => marks.extend(self.lines(place, &[host])?.0),
                Shows::Kind | Shows::Name | Shows::Code => {}
            }
        }
        Ok(marks)
    }

    /// The kind and the name of one plate.
    ///
    /// # Errors
    /// Refuses a text that fits no size, and a missing glyph.
    pub(super) fn name(&self, text: &PlateText) -> Result<Vec<Mark>, Error> {
        let mut marks = Vec::new();
        let mut ceiling = None;
        for place in &self.plate.text {
            let words = match place.shows {
                Shows::Kind => text.kind_word.as_deref().unwrap_or_default(),
                Shows::Name => &text.name,
                Shows::Call | Shows::Host | Shows::Code => continue,
            };
            let words = if place.capitals { words.trim().to_uppercase() } else { words.trim().to_owned() };
            if words.is_empty() {
                continue;
            }
            let above = ceiling.filter(|_| place.follows);
            let (placed, below) = self.words(place, &words, above)?;
            marks.extend(placed);
            ceiling = Some(below);
        }
        Ok(marks)
    }

    /// The code and the symbol of one plate.
    ///
    /// # Errors
    /// Refuses a symbol that the plate does not hold, or whose modules are less than four dots of the job's device.
    pub(super) fn code(&self, text: &PlateText, symbol: Arc<Symbol>) -> Result<Vec<Mark>, Error> {
        let mut marks = Vec::new();
        for place in self.plate.text.iter().filter(|place| place.shows == Shows::Code) {
            marks.extend(self.lines(place, &[&text.code.grouped()])?.0);
        }
        marks.push(Mark::Symbol(self.symbol(text, symbol)?));
        Ok(marks)
    }

    /// The symbol of one plate.
    ///
    /// # Errors
    /// As [`Set::code`].
    pub(super) fn symbol(&self, text: &PlateText, symbol: Arc<Symbol>) -> Result<Modules, Error> {
        let quiet = self.plate.quiet_rect(symbol.width());
        let taken = self.plate.text.iter().any(|place| super::plate_rules::rect_of(place).meets(&quiet));
        if taken || !self.plate.trim().holds(&quiet) {
            return Err(Error::SymbolTooLarge { link: text.link.to_string(), plate: self.plate.name.clone() });
        }
        let module = self.grid.module(self.plate.module(symbol.width()))?;
        // Snapped down, the symbol is a little smaller than its place: what is left goes to the quiet zone on all sides.
        let side = module * f64::from(symbol.width() + 2 * QUIET_ZONE);
        let inner = f64::from(QUIET_ZONE) * module - side / 2.0;
        let at = (self.grid.snap(self.plate.symbol.across + inner), self.grid.snap(self.plate.symbol.down + inner));
        let dark = self.plate.symbol.dark.as_ref().and_then(super::plate::Colour::paint);
        let paint = dark.map_or(BLACK, |paint| super::drawing::Paint { overprint: true, ..paint });
        Ok(Modules { x: at.0, y: at.1, module, symbol, inset: self.grid.inset(module)?, paint })
    }

    /// The ground and the white panel on it.
    fn ground(&self, modules: u32, over: f64) -> Vec<Mark> {
        let plate = self.plate;
        let mut marks = Vec::new();
        if plate.inks.ground.is_some() {
            let paint = plate.paint(super::plate::InkName::Ground, self.spots);
            marks.push(Mark::Box { rect: plate.trim().grown(over), radius: 0.0, paint });
        }
        if let Some(panel) = &plate.panel {
            let (rect, radius) = plate.panel_rect(panel, modules, over);
            marks.push(Mark::Box { rect, radius, paint: plate.paint(super::plate::InkName::White, self.spots) });
        }
        marks
    }

    fn border(&self, border: &Border) -> Mark {
        let middle = border.inset + border.width / 2.0;
        let corners = if border.inward > 0.0 { Corners::Inward(border.inward) } else { Corners::Round(border.round) };
        let path = Arc::new(outline(self.plate.trim().grown(-middle), corners));
        Mark::Contour { path, width: border.width, paint: self.plate.paint(super::plate::InkName::White, self.spots) }
    }

    /// Words in their place, broken into lines where they must be; and how far down their ink and what is clear below it reach.
    fn words(&self, place: &TextPlace, words: &str, ceiling: Option<f64>) -> Result<(Vec<Mark>, f64), Error> {
        let low = |lines: &[Arc<Shaped>], size: f64| self.baselines(place, lines, size, ceiling).is_some();
        let fitted = fit_words(self.fonts, words, place.lines, &rules(place, &low))?;
        self.placed(place, &fitted, ceiling).ok_or_else(|| Error::TextTooLong { text: words.to_owned() })
    }

    /// Lines in their place, as they are.
    fn lines(&self, place: &TextPlace, lines: &[&str]) -> Result<(Vec<Mark>, f64), Error> {
        let low = |lines: &[Arc<Shaped>], size: f64| self.baselines(place, lines, size, None).is_some();
        let fitted = fit_lines(self.fonts, lines, &rules(place, &low))?;
        self.placed(place, &fitted, None).ok_or_else(|| Error::TextTooLong { text: lines.join(" ") })
    }

    fn placed(&self, place: &TextPlace, fitted: &Fitted, ceiling: Option<f64>) -> Option<(Vec<Mark>, f64)> {
        let baselines = self.baselines(place, &fitted.lines, fitted.size, ceiling)?;
        let below = baselines.last()? + fitted.size * (fitted.lines.last()?.bottom + FOLLOWING);
        let marks = baselines.iter().zip(&fitted.lines).map(|(at, line)| self.line(place, fitted, line, *at)).collect();
        Some((marks, below))
    }

    fn line(&self, place: &TextPlace, fitted: &Fitted, line: &Arc<Shaped>, baseline: f64) -> Mark {
        let left_over = place.right - place.left - line.tracked(place.tracking) * fitted.size;
        let indent = match place.align {
            Align::Left => 0.0,
            Align::Centre => left_over / 2.0,
            Align::Right => left_over,
        };
        Mark::Text(Text {
            x: place.left + indent,
            y: baseline,
            size: fitted.size,
            tracking: place.tracking * fitted.size,
            face: fitted.face,
            shaped: Arc::clone(line),
            paint: self.plate.paint(place.ink, self.spots),
        })
    }

    /// Baselines such that the ink of no line comes near the ink of the line above: Ấ Ữ Ỗ stand taller than any leading.
    /// None where the ink would leave its place, or the safe area of the plate.
    fn baselines(&self, place: &TextPlace, lines: &[Arc<Shaped>], size: f64, ceiling: Option<f64>) -> Option<Vec<f64>> {
        let capitals = size * cap_height(Face::Bold);
        let first = lines.first()?;
        let mut at = vec![ceiling.map_or(place.top + capitals, |ceiling| ceiling + size * first.top.max(LEAST_BELOW))];
        for pair in lines.windows(2) {
            let ink = pair[0].bottom + pair[1].top + place.clear;
            at.push(at.last()? + size * ink.max(place.leading));
        }
        let height = at.last()? - at.first()? + capitals;
        let shift = match (place.stands, ceiling) {
            (Stands::Top, _) => 0.0,
            (Stands::Middle, None) => (place.bottom - place.top - height) / 2.0,
            (Stands::Middle, Some(_)) => (place.bottom - at.last()?).max(0.0) / 2.0,
            (Stands::Bottom, _) => place.bottom - at.last()?,
        };
        at.iter_mut().for_each(|baseline| *baseline += shift);
        let top = at.first()? - size * first.top;
        let bottom = at.last()? + size * lines.last()?.bottom;
        let safe = self.plate.trim().grown(-self.plate.safe);
        let roof = ceiling.unwrap_or(if place.stands == Stands::Top { safe.y } else { place.top });
        let floor = if place.stands == Stands::Bottom { safe.bottom() } else { place.bottom };
        (top >= roof - 1e-6 && bottom <= floor + 1e-6).then_some(at)
    }
}

fn rules<'a>(place: &TextPlace, is_low_enough: &'a dyn Fn(&[Arc<Shaped>], f64) -> bool) -> Rules<'a> {
    let faces: &[Face] = match (place.weight, place.condensed_up_to > 0.0) {
        (Weight::Medium, false) => &[Face::Medium],
        (Weight::Medium, true) => &[Face::Medium, Face::Condensed],
        (Weight::Bold, false) => &[Face::Bold],
        (Weight::Bold, true) => &[Face::Bold, Face::Condensed],
    };
    Rules {
        faces,
        condensed_up_to: place.condensed_up_to,
        sizes: (place.largest, place.smallest),
        tracking: place.tracking,
        width: place.right - place.left,
        is_low_enough,
    }
}

//! What does a page take from its resources: states, fonts, drawings, patterns, pictures?

use super::content::{Press, Run, Stop};
use super::geometry::{Bounds, Matrix};
use super::images;
use super::lexer::{Lexer, Token, is_blank};
use super::object::{Dict, Object, operand};
use super::paint::Way;
use super::rule::Rule;
use super::text::{self, Pen};
use std::collections::BTreeMap;
use std::sync::Arc;

impl Press<'_> {
    /// What stands under a name in a kind of resources, not followed; a missing one is noted.
    fn find(&mut self, run: &Run, kind: &str, name: &str) -> Object {
        let all = self.file.value(&run.resources, kind);
        let found = all.dict().map_or(Object::Null, |dict| dict.get(name).clone());
        if self.file.get(&found).is_null() {
            self.note(Rule::Resource, format!("/{kind} /{name}"));
        }
        found
    }

    /// `gs`: the keys of ISO 32000-1, table 58, that the plates feel.
    pub(super) fn set_extended(&mut self, name: &str, run: &mut Run) {
        let found = self.find(run, "ExtGState", name);
        let found = self.file.get(&found);
        let Some(dict) = found.dict() else { return };
        let value = |key: &str| self.file.value(dict, key);
        let state = &mut run.state;
        if let Object::Bool(on) = value("OP") {
            state.stroke.overprints = on;
            // Without `op`, `OP` is meant for both.
            state.fill.overprints = on;
        }
        if let Object::Bool(on) = value("op") {
            state.fill.overprints = on;
        }
        state.mode = value("OPM").int().unwrap_or(state.mode);
        state.line_width = value("LW").number().unwrap_or(state.line_width);
        let font = value("Font");
        if let [font, size] = font.array() {
            let size = self.file.get(size).number().unwrap_or(0.0);
            run.state.text.font = self.fonts.read(self.file, font, self.page, self.notes);
            run.state.text.size = size;
        }
        self.check_extended(dict);
    }

    fn check_extended(&mut self, dict: &Dict) {
        let value = |key: &str| self.file.value(dict, key);
        let mut found: Vec<(Rule, String)> = Vec::new();
        for key in ["CA", "ca"] {
            if let Some(alpha) = value(key).number().filter(|alpha| *alpha < 1.0) {
                found.push((Rule::Transparency, format!("/{key} {alpha}")));
            }
        }
        let blend = value("BM");
        let names: Vec<&str> = if let Object::Array(all) = &blend {
            all.iter().filter_map(Object::name).collect()
        } else {
            blend.name().into_iter().collect()
        };
        found.extend(
            names.iter().filter(|name| !matches!(**name, "Normal" | "Compatible")).map(|name| (Rule::Transparency, format!("/BM /{name}"))),
        );
        let mask = value("SMask");
        if !mask.is_null() && mask.name() != Some("None") {
            found.push((Rule::Transparency, "/SMask".to_owned()));
        }
        for key in ["TR", "TR2", "HTP"] {
            let curve = value(key);
            if !curve.is_null() && !matches!(curve.name(), Some("Identity" | "Default")) {
                found.push((Rule::TransferCurve, format!("/{key}")));
            }
        }
        for (rule, detail) in found {
            self.note(rule, detail);
        }
    }

    pub(super) fn set_font(&mut self, name: &str, size: f64, run: &mut Run) {
        let found = self.find(run, "Font", name);
        run.state.text.font = self.fonts.read(self.file, &found, self.page, self.notes);
        run.state.text.size = size;
    }

    pub(super) fn move_or_show(&mut self, name: &str, operands: &[Object], numbers: &[f64], run: &mut Run) {
        let leading = run.state.text.leading;
        match (name, numbers) {
            ("Td", [x, y]) => run.pen.next_line(*x, *y),
            ("TD", [x, y]) => {
                run.state.text.leading = -y;
                run.pen.next_line(*x, *y);
            }
            ("Tm", _) => run.pen.put(Matrix::of(numbers)),
            ("T*" | "'", _) => run.pen.next_line(0.0, -leading),
            ("\"", [word, character]) => {
                (run.state.text.word, run.state.text.character) = (*word, *character);
                run.pen.next_line(0.0, -leading);
            }
            _ => {}
        }
        if let Some(shown) = operands.last().filter(|one| matches!(one, Object::Text(_) | Object::Array(_))) {
            if run.state.text.font.is_none() {
                self.note(Rule::Resource, "Tf");
            }
            let mut pen: Pen = run.pen;
            text::show(shown, &run.state, &mut pen, self.page, &mut self.plates, self.notes);
            run.pen = pen;
        }
    }

    /// `Do` and `sh`.
    pub(super) fn place(&mut self, operator: &str, operands: &[Object], run: &mut Run) -> Result<(), Stop> {
        let name = operands[0].name().unwrap_or_default().to_owned();
        if operator == "sh" {
            let shading = self.find(run, "Shading", &name);
            self.check_shading(&shading, run);
            return Ok(());
        }
        let found = self.find(run, "XObject", &name);
        let drawing = self.file.get(&found);
        let Some(dict) = drawing.dict() else { return Ok(()) };
        match self.file.value(dict, "Subtype").name() {
            Some("Form") => self.draw_within(&found, &run.resources, run.state.clone()),
            Some("Image") => {
                self.check_picture(dict, run);
                Ok(())
            }
            // Embedded PostScript is told of the object itself.
            _ => Ok(()),
        }
    }

    fn check_picture(&mut self, dict: &Dict, run: &Run) {
        let resources = Arc::clone(&run.resources);
        let matrix = run.state.matrix;
        let (spaces, mut met) = self.met(&resources);
        images::check(dict, matrix, spaces, &mut met);
        if self.file.value(dict, "ImageMask") == Object::Bool(true) || dict.get("IM") == &Object::Bool(true) {
            let bounds = Bounds::around(matrix, [0.0, 0.0, 1.0, 1.0]);
            self.plates.paint(Way::Fill, &bounds, &run.state, self.notes);
        }
    }

    fn check_shading(&mut self, shading: &Object, run: &Run) {
        let shading = self.file.get(shading);
        let Some(space) = shading.dict().map(|dict| dict.get("ColorSpace").clone()) else { return };
        let resources = Arc::clone(&run.resources);
        let (spaces, mut met) = self.met(&resources);
        spaces.read(&mut met, &space, 0);
    }

    /// A pattern as a colour: the cell of a tiling one is looked at once a page.
    pub(super) fn use_pattern(&mut self, name: &str, run: &Run) -> Result<(), Stop> {
        let found = self.find(run, "Pattern", name);
        if let Object::Ref(number) = found
            && !self.patterns.insert(number)
        {
            return Ok(());
        }
        let pattern = self.file.get(&found);
        let Some(dict) = pattern.dict() else { return Ok(()) };
        match self.file.value(dict, "PatternType").int() {
            Some(1) => self.draw_within(&found, &run.resources, run.state.clone()),
            _ => {
                self.check_shading(dict.get("Shading"), run);
                Ok(())
            }
        }
    }

    /// A picture within the contents: `BI` keys `ID` bytes `EI`.
    pub(super) fn inline_picture(&mut self, run: &Run, lexer: &mut Lexer<'_>) -> Result<(), Stop> {
        let mut dict = BTreeMap::new();
        loop {
            match lexer.token() {
                Ok(Some(Token::Word(b"ID"))) => break,
                Ok(Some(Token::Name(key))) => {
                    let value = lexer.token().ok().flatten().and_then(|token| operand(lexer, token).ok());
                    dict.insert(key, value.unwrap_or(Object::Null));
                }
                _ => return self.broken_picture(),
            }
        }
        let dict = Dict(dict);
        self.check_picture(&dict, run);
        images::check_inline_filter(&dict, self.page, self.notes);
        let rest = &lexer.bytes[lexer.at..];
        let ends = |at: &usize| {
            let after = &rest[at + 3..rest.len().min(at + 16)];
            is_blank(rest[*at]) && &rest[at + 1..at + 3] == b"EI" && after.iter().all(|byte| is_blank(*byte) || byte.is_ascii_graphic())
        };
        let Some(end) = (0..rest.len().saturating_sub(2)).find(ends) else { return self.broken_picture() };
        lexer.at += end + 3;
        Ok(())
    }

    fn broken_picture(&mut self) -> Result<(), Stop> {
        self.note(Rule::Content, "BI … EI");
        Err(Stop)
    }
}

//! What does a DXF file cut and engrave? A reader of just the groups that we write, which has never seen the writer.

use super::artwork::{Artwork, Pen};
use super::{Error, Format};
use resvg::tiny_skia::{FillRule, PathBuilder};

/// Code 4 of `$INSUNITS`: one unit is one millimetre.
const MILLIMETRES: &str = "4";

/// Farther out, in millimetres, nothing lies.
const FARTHEST: f64 = 100_000.0;

/// Most corners of one contour; no outline of a symbol has a tenth of it.
const MOST_CORNERS: usize = 100_000;

/// The page of a DXF file: what is engraved or marked, black; the contour along which the plate is cut is left out.
///
/// # Errors
/// Refuses what holds anything but our subset, what breaks off, and more than anything we write.
pub(super) fn read(bytes: &[u8]) -> Result<Artwork, Error> {
    let text = std::str::from_utf8(bytes).map_err(|_| Error::Unreadable(Format::Dxf))?;
    let drawing = Drawing::parse(text).ok_or(Error::Unreadable(Format::Dxf))?;
    let [(left, bottom), (right, top)] = drawing.extent;
    let mut artwork = Artwork::new(right - left, top - bottom);
    for layer in [Layer::Symbol, Layer::Text, Layer::Marks] {
        let mut path = PathBuilder::new();
        for contour in drawing.contours.iter().filter(|contour| contour.layer == Some(layer)) {
            for (number, (x, y)) in contour.corners.iter().enumerate() {
                let (x, y) = ((x - left) as f32, (top - y) as f32);
                if number == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
            }
            path.close();
        }
        artwork.add(path, Pen::Fill(FillRule::EvenOdd), 0, false)?;
    }
    Ok(artwork)
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Layer {
    Symbol,
    Text,
    Marks,
    Cut,
}

impl Layer {
    fn parse(name: &str) -> Option<Self> {
        match name {
            "SYMBOL" => Some(Self::Symbol),
            "TEXT" => Some(Self::Text),
            "MARKS" => Some(Self::Marks),
            "CUT" => Some(Self::Cut),
            _ => None,
        }
    }
}

/// A closed contour, as far as its groups have told.
#[derive(Debug, Default)]
struct Contour {
    layer: Option<Layer>,
    closed: bool,
    count: Option<usize>,
    corners: Vec<(f64, f64)>,
    /// The x that waits for its y.
    half: Option<f64>,
}

#[derive(Debug)]
struct Drawing {
    /// Bottom left and top right, in millimetres.
    extent: [(f64, f64); 2],
    contours: Vec<Contour>,
}

/// The groups of a file: a number and a value, a line each; none in the place of what is none.
fn groups(text: &str) -> impl Iterator<Item = Option<(i32, &str)>> {
    let mut lines = text.lines();
    std::iter::from_fn(move || {
        let code = lines.next()?;
        Some(code.trim().parse().ok().zip(lines.next().map(str::trim)))
    })
}

/// The header's variables that we ask for.
#[derive(Debug, Default)]
struct Header<'a> {
    variable: &'a str,
    version: &'a str,
    units: &'a str,
    least: [Option<f64>; 2],
    most: [Option<f64>; 2],
}

impl<'a> Header<'a> {
    fn take(&mut self, code: i32, value: &'a str) {
        match (self.variable, code) {
            (_, 9) => self.variable = value,
            ("$ACADVER", 1) => self.version = value,
            ("$INSUNITS", 70) => self.units = value,
            ("$EXTMIN", 10) => self.least[0] = number(value),
            ("$EXTMIN", 20) => self.least[1] = number(value),
            ("$EXTMAX", 10) => self.most[0] = number(value),
            ("$EXTMAX", 20) => self.most[1] = number(value),
            _ => {}
        }
    }

    /// The page, where everything about it is told and of our kind.
    fn extent(&self) -> Option<[(f64, f64); 2]> {
        let (least, most) = ((self.least[0]?, self.least[1]?), (self.most[0]?, self.most[1]?));
        let ours = self.version == "AC1015" && self.units == MILLIMETRES && least.0 < most.0 && least.1 < most.1;
        ours.then_some([least, most])
    }
}

impl Drawing {
    fn parse(text: &str) -> Option<Self> {
        let mut header = Header::default();
        let mut contours: Vec<Contour> = Vec::new();
        let (mut section, mut opening, mut ended) = ("", false, false);
        for group in groups(text) {
            let (code, value) = group?;
            if ended {
                return None;
            }
            match (code, value) {
                (0, "SECTION") => opening = true,
                (2, name) if opening => (section, opening) = (name, false),
                (0, "ENDSEC") => section = "",
                (0, "EOF") => ended = section.is_empty(),
                // Blocks hold what others would insert; we insert nothing, so that nothing hides there.
                (0, "LWPOLYLINE") if section == "ENTITIES" => contours.push(Contour::default()),
                (0, _) if section == "ENTITIES" => return None,
                _ if section == "HEADER" => header.take(code, value),
                _ if section == "ENTITIES" => contours.last_mut()?.take(code, value)?,
                _ => {}
            }
        }
        let whole = ended && contours.iter().all(Contour::is_whole);
        whole.then(|| header.extent()).flatten().map(|extent| Self { extent, contours })
    }
}

impl Contour {
    /// Takes one group; none where it is not of the subset.
    fn take(&mut self, code: i32, value: &str) -> Option<()> {
        match code {
            8 => self.layer = Some(Layer::parse(value)?),
            70 => self.closed = value.parse::<u32>().ok()? & 1 == 1,
            90 => self.count = Some(value.parse().ok().filter(|count| *count <= MOST_CORNERS)?),
            10 => self.half = Some(number(value).filter(|_| self.half.is_none() && self.corners.len() < MOST_CORNERS)?),
            20 => self.corners.push((self.half.take()?, number(value)?)),
            // A bulge bends an edge and a width thickens it: the symbol would not be what its corners say.
            40..=43 | 38 | 39 | 210 | 220 if number(value)? != 0.0 => return None,
            230 if number(value)? <= 0.0 => return None,
            _ => {}
        }
        Some(())
    }

    fn is_whole(&self) -> bool {
        let counted = self.count == Some(self.corners.len()) && self.corners.len() >= 3;
        self.closed && counted && self.half.is_none() && self.layer.is_some()
    }
}

fn number(word: &str) -> Option<f64> {
    word.parse().ok().filter(|number: &f64| number.abs() <= FARTHEST)
}

//! How is a drawing written as DXF: closed polylines in millimetres on layers, for lasers, cutters and engravers?

use super::drawing::{Drawing, Rect};
use super::dxf_frame;
use super::legend::{Legend, MAKER};
use super::shapes::{self, Kind, Polygon, Shape};
use std::fmt::Write;

/// In millimetres: no straight piece strays further from its curve, which is a tenth of what a laser's beam is wide.
const FLATNESS: f64 = 0.02;

/// What a machine does with a polyline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layer {
    /// The dark modules, to be filled.
    Symbol,
    /// Lettering and lines of the plate, to be filled by the even-odd rule.
    Text,
    /// The plate's own edge, to be followed.
    Cut,
    /// What stands beside the plates and is cut away.
    Marks,
}

impl Layer {
    /// The layer of a shape; none for grounds and panels, which no laser makes.
    fn of(shape: &Shape) -> Option<Self> {
        match shape.kind {
            Kind::Symbol => Some(Self::Symbol),
            _ if shape.is_cut() => Some(Self::Cut),
            Kind::Box if !shape.is_black_box() => None,
            Kind::Line => Some(Self::Marks),
            Kind::Box | Kind::Contour | Kind::Text if shape.on_plate => Some(Self::Text),
            Kind::Box | Kind::Contour | Kind::Text => Some(Self::Marks),
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Symbol => "SYMBOL",
            Self::Text => "TEXT",
            Self::Cut => "CUT",
            Self::Marks => "MARKS",
        }
    }
}

/// Writes one page.
#[must_use]
pub(super) fn write(drawing: &Drawing, legend: &Legend<'_>) -> Vec<u8> {
    let mut entities = String::new();
    let mut handle = dxf_frame::FIRST_FREE;
    shapes::each(drawing, &mut |shape| {
        let Some(layer) = Layer::of(&shape) else { return };
        let polygons = if layer == Layer::Cut { shapes::flattened(&shape.path, FLATNESS) } else { shape.covered(FLATNESS, 0.0) };
        for polygon in &polygons {
            add(&mut entities, handle, layer, polygon, drawing.height).expect("a string takes every write");
            handle += 1;
        }
    });
    let page = Rect { x: 0.0, y: 0.0, width: drawing.width, height: drawing.height };
    // 999 is a comment.
    let mut file = format!("999\n{MAKER} codes={}\n999\n{MAKER} {}\n", legend.codes(), legend.applied());
    file.push_str(&dxf_frame::before(page, handle));
    file.push_str(&entities);
    file.push_str(&dxf_frame::after());
    file.into_bytes()
}

fn add(entities: &mut String, handle: u32, layer: Layer, polygon: &Polygon, height: f64) -> std::fmt::Result {
    let (space, name) = (dxf_frame::MODEL_SPACE, layer.name());
    write!(
        entities,
        "0\nLWPOLYLINE\n5\n{handle:X}\n330\n{space}\n100\nAcDbEntity\n8\n{name}\n100\nAcDbPolyline\n90\n{}\n70\n1\n",
        polygon.len()
    )?;
    polygon.iter().try_for_each(|(x, y)| writeln!(entities, "10\n{x:.5}\n20\n{:.5}", height - y + 0.0))
}

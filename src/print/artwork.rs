//! How are the shapes that a reader found in a file made a picture, and what keeps a hostile file from doing so for ever?

use super::Error;
use super::rasters::{Raster, scale_for};
use crate::qr::Grey;
use resvg::tiny_skia::{self, BlendMode, Color, FillRule, Paint, Path, Pixmap, Shader, Stroke, Transform};

/// Most lines and curves of a page: a hundred times what a sheet full of plates needs.
const MOST_STEPS: usize = 4_000_000;

/// How many times over a page may be painted. Ours is painted over less than ten times.
const MOST_LAYERS: f64 = 100.0;

/// Most rows of dots that all edges of a page cross together, so that no comb of long teeth takes for ever.
/// A sheet of a hundred plates crosses four million at 300 dots an inch.
const MOST_CROSSINGS: f64 = 30e6;

/// What is done with a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Pen {
    Fill(FillRule),
    /// A line of this width in millimetres.
    Stroke(f32),
}

/// One path, in millimetres from the page's top left.
struct Shape {
    path: Path,
    pen: Pen,
    /// 0 black, 255 white.
    shade: u8,
    /// Overprinted: what lies beneath shows through.
    over: bool,
}

/// A page of shapes.
pub(super) struct Artwork {
    width: f64,
    height: f64,
    shapes: Vec<Shape>,
    steps: usize,
}

impl Artwork {
    /// An empty page of this size in millimetres.
    pub(super) fn new(width: f64, height: f64) -> Self {
        Self { width, height, shapes: Vec::new(), steps: 0 }
    }

    /// Adds a path; one without any extent paints nothing.
    ///
    /// # Errors
    /// Refuses more than anything we write.
    pub(super) fn add(&mut self, path: tiny_skia::PathBuilder, pen: Pen, shade: u8, over: bool) -> Result<(), Error> {
        let Some(path) = path.finish() else { return Ok(()) };
        self.steps += path.len();
        if self.steps > MOST_STEPS {
            return Err(Error::TooSlow);
        }
        self.shapes.push(Shape { path, pen, shade, over });
        Ok(())
    }

    /// The page at about so many dots an inch.
    ///
    /// # Errors
    /// Refuses an absurd size, and a page that would take too long.
    pub(super) fn draw(&self, page: usize, dpi: f64) -> Result<Raster, Error> {
        let scale = scale_for(page, self.width, self.height, dpi)?;
        self.check_work(scale)?;
        let [across, down] = [self.width, self.height].map(|side| (side * scale).round().max(1.0) as u32);
        let mut canvas = Pixmap::new(across, down).ok_or(Error::PageSize(page + 1))?;
        canvas.fill(Color::WHITE);
        let zoom = Transform::from_scale(scale as f32, scale as f32);
        for shape in &self.shapes {
            shape.paint(&mut canvas, zoom);
        }
        let pixels = canvas.data().chunks_exact(4).map(|pixel| pixel[0]).collect();
        let grey = Grey::new(across as usize, pixels).ok_or(Error::PageSize(page + 1))?;
        Ok(Raster { grey, scale })
    }

    /// Would drawing this at so many dots a millimetre end soon?
    fn check_work(&self, scale: f64) -> Result<(), Error> {
        let (mut layers, mut crossings) = (0.0, 0.0);
        for shape in &self.shapes {
            layers += shape.area(self.width, self.height) / (self.width * self.height);
            crossings += shape.climbs() * scale;
        }
        if layers > MOST_LAYERS || crossings > MOST_CROSSINGS { Err(Error::TooSlow) } else { Ok(()) }
    }
}

impl Shape {
    fn paint(&self, canvas: &mut Pixmap, zoom: Transform) {
        let paint = Paint {
            shader: Shader::SolidColor(Color::from_rgba8(self.shade, self.shade, self.shade, u8::MAX)),
            // An ink over another takes no light back that the other swallowed.
            blend_mode: if self.over { BlendMode::Darken } else { BlendMode::SourceOver },
            ..Paint::default()
        };
        match self.pen {
            Pen::Fill(rule) => canvas.fill_path(&self.path, &paint, rule, zoom, None),
            Pen::Stroke(width) => canvas.stroke_path(&self.path, &paint, &Stroke { width, ..Stroke::default() }, zoom, None),
        }
    }

    /// Square millimetres of the page within its bounds.
    fn area(&self, width: f64, height: f64) -> f64 {
        let bounds = self.path.bounds();
        let reach = if let Pen::Stroke(width) = self.pen { f64::from(width) } else { 0.0 };
        let across = (f64::from(bounds.right()) + reach).min(width) - (f64::from(bounds.left()) - reach).max(0.0);
        let down = (f64::from(bounds.bottom()) + reach).min(height) - (f64::from(bounds.top()) - reach).max(0.0);
        across.max(0.0) * down.max(0.0)
    }

    /// Millimetres that its edges climb and fall in all.
    fn climbs(&self) -> f64 {
        let heights = self.path.points().windows(2).map(|two| f64::from((two[1].y - two[0].y).abs()));
        heights.sum::<f64>() * if matches!(self.pen, Pen::Stroke(_)) { 2.0 } else { 1.0 }
    }
}

//! How are modules fitted to the dots of a device, and trimmed against ink that spreads?

use super::Error;

/// Fewer dots to a module than this, and a device that is half a dot off doubles or halves a module
/// (the table of DENSO WAVE asks for four).
pub const LEAST_DOTS: u32 = 4;

/// Below this no device prints.
pub const LEAST_DPI: u32 = 20;

/// Above this no film setter goes.
pub const MOST_DPI: u32 = 4800;

/// The most that a module may lose to bar width reduction, of its own width.
const MOST_REDUCTION: f64 = 0.5;

/// The dots of a device, where the job names them, and what modules lose against ink gain.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Grid {
    /// Millimetres a dot.
    dot: Option<f64>,
    /// Dots an inch.
    dpi: Option<u32>,
    /// Millimetres.
    reduction: f64,
}

impl Grid {
    /// The dots of a device of this resolution, and a bar width reduction in micrometres.
    ///
    /// # Errors
    /// Refuses a resolution out of bounds.
    pub fn new(dpi: Option<u32>, reduction_um: u32) -> Result<Self, Error> {
        if let Some(dpi) = dpi.filter(|dpi| !(LEAST_DPI..=MOST_DPI).contains(dpi)) {
            return Err(Error::Dpi(dpi));
        }
        Ok(Self { dot: dpi.map(|dpi| 25.4 / f64::from(dpi)), dpi, reduction: f64::from(reduction_um) / 1000.0 })
    }

    /// The same, of a device with so many dots an inch where the job names none.
    ///
    /// # Errors
    /// Refuses a resolution out of bounds.
    pub fn or_dpi(self, usual: u32) -> Result<Self, Error> {
        let of_device = Self::new(self.dpi.or(Some(usual)), 0)?;
        Ok(Self { reduction: self.reduction, ..of_device })
    }

    /// Dots an inch, where the job names a device.
    #[must_use]
    pub fn dpi(&self) -> Option<u32> {
        self.dpi
    }

    /// Millimetres a dot, where the job names a device.
    #[must_use]
    pub fn dot(&self) -> Option<f64> {
        self.dot
    }

    /// The nearest place of a whole dot.
    #[must_use]
    pub fn snap(&self, at: f64) -> f64 {
        self.dot.map_or(at, |dot| (at / dot).round() * dot)
    }

    /// The nearest place of a whole dot counted from the other edge, on a page of this length whose last dot may be a part of one.
    #[must_use]
    pub fn snap_from_end(&self, at: f64, length: f64) -> f64 {
        length - self.snap(length - at)
    }

    /// A module of whole dots, none larger than this.
    ///
    /// # Errors
    /// Refuses a module of less than [`LEAST_DOTS`] dots.
    pub fn module(&self, wanted: f64) -> Result<f64, Error> {
        let (Some(dot), Some(dpi)) = (self.dot, self.dpi) else { return Ok(wanted) };
        let dots = (wanted / dot + 1e-6).floor();
        if dots < f64::from(LEAST_DOTS) {
            return Err(Error::ModuleDots { module: wanted, dpi });
        }
        Ok(dots * dot)
    }

    /// Dots to a module of this width; none where the job names no device.
    #[must_use]
    pub fn dots(&self, module: f64) -> Option<u32> {
        self.dot.map(|dot| (module / dot).round() as u32)
    }

    /// How far dark edges are drawn in, those that face left or up and those that face right or down: in whole dots where
    /// the job names a device, so that all modules lose the same.
    ///
    /// # Errors
    /// Refuses a reduction of more than half a module.
    pub fn inset(&self, module: f64) -> Result<(f64, f64), Error> {
        if self.reduction > module * MOST_REDUCTION {
            return Err(Error::Reduction { micrometres: (self.reduction * 1000.0).round() as u32, module });
        }
        Ok(match self.dot {
            None => (self.reduction / 2.0, self.reduction / 2.0),
            Some(dot) => {
                let dots = (self.reduction / dot).round();
                let near = (dots / 2.0).floor();
                (near * dot, (dots - near) * dot)
            }
        })
    }

    /// What modules really lose, in micrometres: whole dots of the device.
    #[must_use]
    pub fn applied_um(&self) -> f64 {
        self.dot.map_or(self.reduction, |dot| (self.reduction / dot).round() * dot) * 1000.0
    }
}

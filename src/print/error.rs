//! What can go wrong between a symbol and a finished file?

use crate::qr;
use crate::register::{Explained, Fault, Sentence};

/// Why a job is not printed, or a file not read back.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No plate has this name.
    #[error("no plate is named {given:?}; there are {known}")]
    UnknownPlate {
        /// What was asked for.
        given: String,
        /// The plates that there are.
        known: String,
    },
    /// A plate's file cannot be read.
    #[error("the plate {name} cannot be read")]
    PlateFile {
        /// Which plate.
        name: String,
        /// What the reader of TOML says.
        #[source]
        cause: Box<toml::de::Error>,
    },
    /// A plate breaks a rule of its own craft.
    #[error("the plate {name} breaks a rule: {rule}")]
    PlateRule {
        /// Which plate.
        name: String,
        /// Which rule.
        rule: super::Rule,
    },
    /// A plate's file is longer than any plate's.
    #[error("the file of the plate {name} is longer than {most} bytes")]
    PlateTooLong {
        /// Which plate.
        name: String,
        /// Most bytes.
        most: usize,
    },
    /// No paper is called this.
    #[error("no sheet is named {given:?}; there are {known}")]
    UnknownSheet {
        /// What was asked for.
        given: String,
        /// The sheets that have a name.
        known: String,
    },
    /// A sheet is smaller than the plate and its marks.
    #[error("the sheet {sheet} does not hold the plate {plate}")]
    PlateOffSheet {
        /// The plate.
        plate: String,
        /// The sheet.
        sheet: String,
    },
    /// An ink's role or name is none.
    #[error("{given:?} gives no ink of its own; roles are {roles}")]
    Spot {
        /// What was asked for.
        given: String,
        /// The roles that there are.
        roles: String,
    },
    /// More places of the first sheet are left out than it has.
    #[error("{skip} places cannot be left out; at most {most}")]
    Skip {
        /// Places to leave out.
        skip: usize,
        /// One less than a sheet has.
        most: usize,
    },
    /// Modules are less than four dots of the device.
    #[error("a module of {module:.3} mm is less than {least} dots at {dpi} dpi", least = super::snap::LEAST_DOTS)]
    ModuleDots {
        /// Width of the module in millimetres.
        module: f64,
        /// Dots an inch.
        dpi: u32,
    },
    /// Bar width reduction would leave too little of a module.
    #[error("a reduction of {micrometres} µm is more than half a module of {module:.3} mm")]
    Reduction {
        /// In micrometres.
        micrometres: u32,
        /// Width of the module in millimetres.
        module: f64,
    },
    /// Nothing is to be printed.
    #[error("the job holds no sign")]
    NothingToPrint,
    /// The font lacks a character.
    #[error("the font lacks {character:?} of {text:?}")]
    MissingGlyph {
        /// The character.
        character: char,
        /// The text it stands in.
        text: String,
    },
    /// A text does not fit its place in any size.
    #[error("{text:?} does not fit the plate")]
    TextTooLong {
        /// The text.
        text: String,
    },
    /// A symbol and its quiet zone do not fit the plate.
    #[error("the symbol of {link} does not fit the plate {plate}")]
    SymbolTooLarge {
        /// The link.
        link: String,
        /// The plate.
        plate: String,
    },
    /// A link makes no symbol.
    #[error(transparent)]
    Symbol(#[from] qr::Error),
    /// A resolution out of bounds.
    #[error("{0} dpi is not between {low} and {high}", low = super::snap::LEAST_DPI, high = super::snap::MOST_DPI)]
    Dpi(u32),
    /// A picture of this size would not fit the memory.
    #[error("a picture of {width}×{height} pixels is too large")]
    PictureTooLarge {
        /// Pixels across.
        width: u64,
        /// Pixels down.
        height: u64,
    },
    /// A file is not the profile of a press.
    #[error("not the profile of a press: {0}")]
    Profile(super::profile::Unfit),
    /// What was written could not be taken.
    #[error("the file could not be written")]
    Write(#[from] std::io::Error),
    /// A finished file cannot be put where it should go.
    #[error("{name}: {source}")]
    Shelf {
        /// The file.
        name: String,
        /// The system's reason.
        source: std::io::Error,
    },
    /// The finished PDF is not fit for the press.
    #[error("{} findings make the file unfit for the press", .0.len())]
    Unfit(Vec<super::preflight::Finding>),
    /// Whoever asked for the job has stopped it.
    #[error("stopped")]
    Stopped,
    /// A font that is part of the program does not do what it must.
    #[error("a font of the program is not fit for use")]
    Font,
    /// A picture cannot be made of a drawing.
    #[error("the drawing cannot be made a picture")]
    Picture,
    /// A file is larger than anything we write.
    #[error("the file has {0} bytes")]
    FileTooLarge(u64),
    /// A file has more pages than anything we write.
    #[error("the file has {0} pages")]
    TooManyPages(usize),
    /// A page is of an absurd size.
    #[error("page {0} is of an absurd size")]
    PageSize(usize),
    /// A file is not what its format says.
    #[error("the file is not readable as {0}")]
    Unreadable(super::Format),
    /// A page takes too long to read.
    #[error("reading the file took too long")]
    TooSlow,
    /// The finished file does not hold what was asked for.
    #[error("{} symbols of the finished file are wrong", .0.len())]
    Proof(Vec<super::proof::Difference>),
    /// A manifest is not one of a job of ours.
    #[error(transparent)]
    Manifest(#[from] super::ManifestFault),
    /// The counts of minutes are not those of their plates.
    #[error("the counts of the minutes give {counted} plates, and there are {plates}")]
    MinutesCounts {
        /// What the counts add up to.
        counted: usize,
        /// The plates.
        plates: usize,
    },
}

impl Explained for Error {
    fn fault(&self) -> Fault {
        match self {
            Self::Font | Self::Picture | Self::Proof(_) | Self::Write(_) | Self::Unfit(_) | Self::Shelf { .. } => Fault::Broken,
            Self::UnknownPlate { .. } => Fault::NotThere,
            _ => Fault::Refused,
        }
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::UnknownPlate { given, known } => Sentence::new("plate-unknown").with("given", given).with("known", known),
            Self::PlateFile { name, cause } => Sentence::new("plate-unreadable").with("name", name).with("cause", cause),
            Self::PlateRule { name, rule } => Sentence::new(rule.key()).with("name", name),
            Self::PlateTooLong { name, most } => Sentence::new("plate-too-long").with("name", name).with("most", most),
            Self::UnknownSheet { given, known } => Sentence::new("sheet-unknown").with("given", given).with("known", known),
            Self::PlateOffSheet { plate, sheet } => Sentence::new("sheet-too-small").with("plate", plate).with("sheet", sheet),
            Self::Spot { given, roles } => Sentence::new("print-spot").with("given", given).with("roles", roles),
            Self::Skip { skip, most } => Sentence::new("print-skip").with("skip", skip).with("most", most),
            Self::ModuleDots { module, dpi } => {
                let least = super::snap::LEAST_DOTS;
                Sentence::new("print-module-dots").with("module", format!("{module:.2}")).with("dpi", dpi).with("least", least)
            }
            Self::Reduction { micrometres, module } => {
                Sentence::new("print-reduction").with("micrometres", micrometres).with("module", format!("{module:.2}"))
            }
            Self::NothingToPrint => Sentence::new("print-nothing"),
            Self::MissingGlyph { character, text } => Sentence::new("print-glyph").with("character", character).with("text", text),
            Self::TextTooLong { text } => Sentence::new("print-text").with("text", text),
            Self::SymbolTooLarge { link, plate } => Sentence::new("print-symbol").with("link", link).with("plate", plate),
            Self::Symbol(cause) => cause.sentence(),
            Self::Dpi(dpi) => {
                Sentence::new("print-dpi").with("dpi", dpi).with("least", super::snap::LEAST_DPI).with("most", super::snap::MOST_DPI)
            }
            Self::PictureTooLarge { width, height } => Sentence::new("print-picture-large").with("width", width).with("height", height),
            Self::Profile(unfit) => Sentence::new(unfit.key()).with("given", unfit.given()),
            Self::Write(_) => Sentence::new("print-write"),
            Self::Shelf { name, source } => Sentence::new("file-trouble").with("path", name).with("reason", source),
            Self::Unfit(findings) => Sentence::new("print-unfit").with("count", findings.len()),
            Self::Stopped => Sentence::new("print-stopped"),
            Self::Font => Sentence::new("print-font"),
            Self::Picture => Sentence::new("print-picture"),
            _ => self.reading_sentence(),
        }
    }
}

impl Error {
    fn reading_sentence(&self) -> Sentence {
        match self {
            Self::FileTooLarge(bytes) => Sentence::new("check-file-large").with("bytes", bytes),
            Self::TooManyPages(pages) => Sentence::new("check-pages").with("pages", pages),
            Self::PageSize(page) => Sentence::new("check-page-size").with("page", page),
            Self::Unreadable(format) => Sentence::new("check-unreadable").with("format", format),
            Self::Manifest(fault) => fault.sentence(),
            Self::MinutesCounts { counted, plates } => {
                Sentence::new("papers-counts-unlike").with("counted", counted).with("plates", plates)
            }
            Self::Proof(differences) => Sentence::new("print-proof").with("count", differences.len()),
            _ => Sentence::new("check-slow"),
        }
    }
}

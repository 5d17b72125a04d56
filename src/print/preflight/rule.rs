//! Which rules must a file for the press keep, how bad is it to break one, and what is then said?

use crate::register::token::tokens;

tokens! {
    /// How bad a finding is.
    Severity {
        /// The file must not go to press.
        Fault = "fault",
        /// The printer should know.
        Warning = "warning",
    }
}

tokens! {
    /// The rules, by the names that programs read.
    Rule {
        /// It is no PDF at all.
        Readable = "readable",
        /// More than is looked at; what lies beyond is not vouched for.
        Limits = "limits",
        /// The file does not begin with `%PDF-`.
        Header = "header",
        /// A later version of PDF than the standard allows.
        Version = "version",
        /// Without it, old transports take the file for text.
        BinaryComment = "binary-comment",
        /// A cross-reference that leads elsewhere.
        Xref = "xref",
        /// The file does not end where it says.
        EndOfFile = "end-of-file",
        /// Changed after it was written; older bytes lie below.
        Update = "update",
        /// The file has no identifier.
        FileId = "file-id",
        /// Nobody can print what they cannot read.
        Encryption = "encryption",
        /// An object cannot be read.
        Object = "object",
        /// A stream is longer or shorter than it says.
        StreamLength = "stream-length",
        /// A stream cannot be unpacked.
        StreamPacked = "stream-packed",
        /// A reference to nothing.
        Reference = "reference",
        /// PDF 1.4 knows no object streams.
        ObjectStream = "object-stream",
        /// A filter that the standard forbids.
        Filter = "filter",
        /// Contents that lie outside the file.
        External = "external",
        /// A program in the file.
        Script = "script",
        /// Something that happens by itself or at a click.
        Action = "action",
        /// Files within the file.
        Attachment = "attachment",
        /// Fields to fill in.
        FormField = "form-field",
        /// Something that lies upon the page and is no part of it.
        Annotation = "annotation",
        /// Contents that may be shown or hidden.
        Layer = "layer",
        /// PostScript within the file.
        PostScript = "postscript",
        /// A picture that stands for another one.
        ImageAlternate = "image-alternate",
        /// The pages cannot be counted.
        PageTree = "page-tree",
        /// The file does not say which PDF/X it is.
        Conformance = "conformance",
        /// The document has no title.
        Title = "title",
        /// When it was made or changed is not said, or not as a date.
        Date = "date",
        /// Which program wrote it is not said.
        Producer = "producer",
        /// Whether it is trapped must be said, yes or no.
        Trapped = "trapped",
        /// The XMP packet is missing or not readable.
        Xmp = "xmp",
        /// XMP and the information dictionary say different things.
        XmpAgrees = "xmp-agrees",
        /// The document and its rendition have no identity in XMP.
        XmpIdentity = "xmp-identity",
        /// There must be one printing condition, and one only.
        OutputIntent = "output-intent",
        /// A condition that is neither registered nor described by a profile.
        OutputCondition = "output-condition",
        /// The profile of the press is missing or does not fit.
        OutputProfile = "output-profile",
        /// A page of no size.
        MediaBox = "media-box",
        /// Where the page is cut is not said once.
        TrimBox = "trim-box",
        /// A box reaches out of the one around it.
        BoxNesting = "box-nesting",
        /// Something runs up to the cut, and hardly beyond.
        Bleed = "bleed",
        /// An absurd size.
        PageSize = "page-size",
        /// Turned by something else than quarters.
        Rotation = "rotation",
        /// A unit of its own, which PDF/X-1a does not know.
        UserUnit = "user-unit",
        /// Something is used that the page does not have.
        Resource = "resource",
        /// A font that the press would replace.
        FontEmbedded = "font-embedded",
        /// A whole font for a few letters.
        FontSubset = "font-subset",
        /// Text that cannot be searched or checked.
        FontUnicode = "font-unicode",
        /// Letters that are drawings.
        FontType3 = "font-type3",
        /// The file and the font disagree on the width of a letter.
        FontWidths = "font-widths",
        /// A letter that the font does not hold.
        FontGlyph = "font-glyph",
        /// Colours of a screen.
        Rgb = "rgb",
        /// A colour that is neither CMYK, grey nor spot.
        ColourSpace = "colour-space",
        /// One spot colour, two recipes, or one that is not of process inks.
        SpotAlternate = "spot-alternate",
        /// A name that makes a plate that nobody meant.
        SpotName = "spot-name",
        /// The colour of all plates within the bleed.
        Registration = "registration",
        /// More ink than the sheet takes.
        Ink = "ink",
        /// Black text of more than one ink.
        RichBlack = "rich-black",
        /// Something that lets through what lies below.
        Transparency = "transparency",
        /// White that overprints is not there.
        OverprintWhite = "overprint-white",
        /// Black that leaves a white rim when plates shift.
        OverprintBlack = "overprint-black",
        /// Overprint that knocks out all the same.
        OverprintMode = "overprint-mode",
        /// A colour that mixes with what lies below.
        OverprintColour = "overprint-colour",
        /// A cutting line that cuts a white line into the picture.
        OverprintTechnical = "overprint-technical",
        /// Colours changed behind the press's back.
        TransferCurve = "transfer-curve",
        /// Too few pixels for the press.
        ImageResolution = "image-resolution",
        /// Pixels that each reader smooths its own way.
        ImageInterpolation = "image-interpolation",
        /// A line that a plate does not hold.
        Hairline = "hairline",
        /// Letters that nobody reads.
        SmallText = "small-text",
        /// Shapes put together of many pieces show hairlines between them.
        Seams = "seams",
        /// What a page draws cannot be read.
        Content = "content",
        /// An operator that PDF does not know, or not so.
        Operator = "operator",
        /// Something is begun and not ended, or ended and not begun.
        Balance = "balance",
        /// A section that may hold anything.
        Compatibility = "compatibility",
        /// A drawing that draws itself.
        Recursion = "recursion",
    }
}

/// Each rule with its severity and the key of its sentence, in the order of [`Rule::ALL`].
const TABLE: &[(Rule, Severity, &str)] = &[
    (Rule::Readable, Severity::Fault, "preflight-readable"),
    (Rule::Limits, Severity::Fault, "preflight-limits"),
    (Rule::Header, Severity::Fault, "preflight-header"),
    (Rule::Version, Severity::Fault, "preflight-version"),
    (Rule::BinaryComment, Severity::Warning, "preflight-binary-comment"),
    (Rule::Xref, Severity::Fault, "preflight-xref"),
    (Rule::EndOfFile, Severity::Fault, "preflight-end-of-file"),
    (Rule::Update, Severity::Warning, "preflight-update"),
    (Rule::FileId, Severity::Fault, "preflight-file-id"),
    (Rule::Encryption, Severity::Fault, "preflight-encryption"),
    (Rule::Object, Severity::Fault, "preflight-object"),
    (Rule::StreamLength, Severity::Fault, "preflight-stream-length"),
    (Rule::StreamPacked, Severity::Fault, "preflight-stream-packed"),
    (Rule::Reference, Severity::Warning, "preflight-reference"),
    (Rule::ObjectStream, Severity::Fault, "preflight-object-stream"),
    (Rule::Filter, Severity::Fault, "preflight-filter"),
    (Rule::External, Severity::Fault, "preflight-external"),
    (Rule::Script, Severity::Fault, "preflight-script"),
    (Rule::Action, Severity::Fault, "preflight-action"),
    (Rule::Attachment, Severity::Fault, "preflight-attachment"),
    (Rule::FormField, Severity::Fault, "preflight-form-field"),
    (Rule::Annotation, Severity::Fault, "preflight-annotation"),
    (Rule::Layer, Severity::Fault, "preflight-layer"),
    (Rule::PostScript, Severity::Fault, "preflight-postscript"),
    (Rule::ImageAlternate, Severity::Fault, "preflight-image-alternate"),
    (Rule::PageTree, Severity::Fault, "preflight-page-tree"),
    (Rule::Conformance, Severity::Fault, "preflight-conformance"),
    (Rule::Title, Severity::Fault, "preflight-title"),
    (Rule::Date, Severity::Fault, "preflight-date"),
    (Rule::Producer, Severity::Warning, "preflight-producer"),
    (Rule::Trapped, Severity::Fault, "preflight-trapped"),
    (Rule::Xmp, Severity::Fault, "preflight-xmp"),
    (Rule::XmpAgrees, Severity::Fault, "preflight-xmp-agrees"),
    (Rule::XmpIdentity, Severity::Fault, "preflight-xmp-identity"),
    (Rule::OutputIntent, Severity::Fault, "preflight-output-intent"),
    (Rule::OutputCondition, Severity::Fault, "preflight-output-condition"),
    (Rule::OutputProfile, Severity::Fault, "preflight-output-profile"),
    (Rule::MediaBox, Severity::Fault, "preflight-media-box"),
    (Rule::TrimBox, Severity::Fault, "preflight-trim-box"),
    (Rule::BoxNesting, Severity::Fault, "preflight-box-nesting"),
    (Rule::Bleed, Severity::Warning, "preflight-bleed"),
    (Rule::PageSize, Severity::Fault, "preflight-page-size"),
    (Rule::Rotation, Severity::Fault, "preflight-rotation"),
    (Rule::UserUnit, Severity::Fault, "preflight-user-unit"),
    (Rule::Resource, Severity::Fault, "preflight-resource"),
    (Rule::FontEmbedded, Severity::Fault, "preflight-font-embedded"),
    (Rule::FontSubset, Severity::Warning, "preflight-font-subset"),
    (Rule::FontUnicode, Severity::Warning, "preflight-font-unicode"),
    (Rule::FontType3, Severity::Warning, "preflight-font-type3"),
    (Rule::FontWidths, Severity::Fault, "preflight-font-widths"),
    (Rule::FontGlyph, Severity::Fault, "preflight-font-glyph"),
    (Rule::Rgb, Severity::Fault, "preflight-rgb"),
    (Rule::ColourSpace, Severity::Fault, "preflight-colour-space"),
    (Rule::SpotAlternate, Severity::Fault, "preflight-spot-alternate"),
    (Rule::SpotName, Severity::Warning, "preflight-spot-name"),
    (Rule::Registration, Severity::Fault, "preflight-registration"),
    (Rule::Ink, Severity::Fault, "preflight-ink"),
    (Rule::RichBlack, Severity::Warning, "preflight-rich-black"),
    (Rule::Transparency, Severity::Fault, "preflight-transparency"),
    (Rule::OverprintWhite, Severity::Fault, "preflight-overprint-white"),
    (Rule::OverprintBlack, Severity::Warning, "preflight-overprint-black"),
    (Rule::OverprintMode, Severity::Warning, "preflight-overprint-mode"),
    (Rule::OverprintColour, Severity::Warning, "preflight-overprint-colour"),
    (Rule::OverprintTechnical, Severity::Warning, "preflight-overprint-technical"),
    (Rule::TransferCurve, Severity::Fault, "preflight-transfer-curve"),
    (Rule::ImageResolution, Severity::Warning, "preflight-image-resolution"),
    (Rule::ImageInterpolation, Severity::Warning, "preflight-image-interpolation"),
    (Rule::Hairline, Severity::Warning, "preflight-hairline"),
    (Rule::SmallText, Severity::Warning, "preflight-small-text"),
    (Rule::Seams, Severity::Warning, "preflight-seams"),
    (Rule::Content, Severity::Fault, "preflight-content"),
    (Rule::Operator, Severity::Fault, "preflight-operator"),
    (Rule::Balance, Severity::Fault, "preflight-balance"),
    (Rule::Compatibility, Severity::Fault, "preflight-compatibility"),
    (Rule::Recursion, Severity::Fault, "preflight-recursion"),
];

impl Rule {
    /// How bad it is to break this rule, unless a finding says otherwise.
    #[must_use]
    pub fn severity(self) -> Severity {
        TABLE[self as usize].1
    }

    /// The key of its sentence.
    #[must_use]
    pub fn key(self) -> &'static str {
        TABLE[self as usize].2
    }
}

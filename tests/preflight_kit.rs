//! Small PDF files for the tests of preflight: sound ones, written by hand, and a way to spoil them.

use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::io::Write;
use tenpho::print::fonts::Face;

/// Which standard the sample keeps.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    X1a,
    X4,
}

/// A file as a list of objects, the first of which is number 1.
#[derive(Clone)]
pub struct Sample {
    pub head: Vec<u8>,
    pub objects: Vec<Vec<u8>>,
    /// What stands in the trailer besides its size.
    pub trailer: String,
}

/// «Tên» in the subset: the glyphs, in the order of the codes from 1.
const LETTERS: &str = "Tên";

const PAGE: &str = "/Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /BleedBox [41.5 41.5 358.5 258.5] /TrimBox [50 50 350 250]";

const FIRST: &str = "q
/Knock gs /Blue cs 1 scn 41.5 41.5 317 217 re f
0 0.9 0.8 0 k 60 60 40 20 re f
/Over gs 0 0 0 1 k 120 60 50 50 re f
BT /F1 24 Tf 1 0 0 1 60 150 Tm <000100020003> Tj ET
/S1 Do
Q
q /Over gs /Cut CS 1 SCN 0.5 w 50 50 300 200 re S Q
q 0.25 w /All CS 1 SCN 10 50 m 36 50 l S Q
";

const SECOND: &str = "q
/Knock gs /Blue cs 1 scn 41.5 41.5 317 217 re f
/Over gs 0 0 0 1 k 71 60 50 50 re f
BT /F1 20 Tf 1 0 0 1 71 150 Tm [<0001> -20 <00020003>] TJ ET
Q
";

const FORM: &str = "0 0 0 1 k 180 60 10 10 re f\n";

const RECIPE: &str = "<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 0.8 0 0.2] /N 1 >>";

/// A sound file of two pages.
pub fn sample(kind: Kind) -> Sample {
    let (subset, widths) = font();
    let intent = match kind {
        Kind::X1a => "/RegistryName (http://www.color.org)",
        Kind::X4 => "/DestOutputProfile 17 0 R",
    };
    let version = if kind == Kind::X1a { "/GTS_PDFXVersion (PDF/X-1a:2003)" } else { "" };
    let resources = |separation: &str, state: &str| {
        format!(
            "/Resources << /Font << /F1 10 0 R >> /XObject << /S1 9 0 R >> /ExtGState << /Over {state} /Knock << /Type /ExtGState /OP false /op false /ca 1 /BM /Normal >> >> \
             /ColorSpace << /Blue {separation} /Cut [/Separation /CutContour /DeviceCMYK {RECIPE}] /All [/Separation /All /DeviceCMYK {RECIPE}] /Odd [/CalGray << /WhitePoint [1 1 1] >>] >> >>"
        )
    };
    let over = |number: u8| format!("<< /Type /ExtGState /OP true /op true /OPM 1 /Page{number} true >>");
    let objects = vec![
        text("<< /Type /Catalog /Pages 2 0 R /Metadata 16 0 R /OutputIntents [15 0 R] >>"),
        text("<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>"),
        text(&format!("<< {PAGE} /Rotate 0 /Contents 5 0 R {} >>", resources("7 0 R", &over(1)))),
        text(&format!("<< {PAGE} /Contents 6 0 R {} >>", resources("8 0 R", &over(2)))),
        stream("", FIRST.as_bytes()),
        stream("", SECOND.as_bytes()),
        text(&format!("[/Separation /Sign#20Blue /DeviceCMYK {RECIPE}]")),
        text(&format!("[/Separation /Sign#20Blue /DeviceCMYK {}]", RECIPE.replace("/N 1", "/N 1.0"))),
        stream("/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Resources << /XObject << /S1 9 0 R >> >>", FORM.as_bytes()),
        text(
            "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Barlow-Bold /Encoding /Identity-H /DescendantFonts [11 0 R] /ToUnicode 14 0 R >>",
        ),
        text(&format!(
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Barlow-Bold /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> \
             /FontDescriptor 12 0 R /CIDToGIDMap /Identity /W [1 [{} {} {}]] >>",
            widths[0], widths[1], widths[2]
        )),
        text(
            "<< /Type /FontDescriptor /FontName /ABCDEF+Barlow-Bold /Flags 4 /FontBBox [-100 -200 1000 900] /ItalicAngle 0 /Ascent 1000 /Descent -200 \
             /CapHeight 700 /StemV 120 /FontFile2 13 0 R >>",
        ),
        stream(&format!("/Length1 {}", subset.len()), &subset),
        stream("", b"/CIDInit /ProcSet findresource begin end"),
        text(&format!("<< /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (FOGRA39) /OutputCondition (coated) {intent} >>")),
        stream("/Type /Metadata /Subtype /XML", packet(kind).as_bytes()),
        stream("/N 4", &profile()),
        text(&format!(
            "<< /Title (Bien pho) /Producer (sample) /CreationDate (D:20261122091500+07'00') /ModDate (D:20261122091500+07'00') /Trapped /False {version} >>"
        )),
        text("(spare)"),
    ];
    let head = if kind == Kind::X1a { "%PDF-1.4" } else { "%PDF-1.6" };
    Sample {
        head: [head.as_bytes(), b"\n%\x80\x81\x82\x83\n"].concat(),
        objects,
        trailer: "/Root 1 0 R /Info 18 0 R /ID [<30313233343536373839303132333435> <30313233343536373839303132333435>]".to_owned(),
    }
}

fn text(body: &str) -> Vec<u8> {
    body.as_bytes().to_vec()
}

fn stream(keys: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!("<< {keys} /Length {} >>\nstream\n", bytes.len());
    [head.as_bytes(), bytes, b"\nendstream"].concat()
}

fn font() -> (Vec<u8>, Vec<f64>) {
    let face = rustybuzz::ttf_parser::Face::parse(Face::Bold.bytes(), 0).unwrap();
    let mut numbers = subsetter::GlyphRemapper::new();
    let glyphs = LETTERS.chars().map(|letter| face.glyph_index(letter).unwrap());
    let widths = glyphs.map(|glyph| {
        numbers.remap(glyph.0);
        (f64::from(face.glyph_hor_advance(glyph).unwrap()) * 1000.0 / f64::from(face.units_per_em())).round()
    });
    let widths = widths.collect();
    (subsetter::subset(Face::Bold.bytes(), 0, &numbers).unwrap(), widths)
}

/// The least that is the profile of a CMYK press: a head, and two tables that hold nothing.
pub fn profile() -> Vec<u8> {
    let mut profile = vec![0; 156];
    profile[..4].copy_from_slice(&156_u32.to_be_bytes());
    profile[128..132].copy_from_slice(&2_u32.to_be_bytes());
    for (at, name) in [(132, b"A2B0"), (144, b"B2A0")] {
        profile[at..at + 4].copy_from_slice(name);
        profile[at + 4..at + 8].copy_from_slice(&156_u32.to_be_bytes());
    }
    profile[8] = 2;
    profile[12..16].copy_from_slice(b"prtr");
    profile[16..20].copy_from_slice(b"CMYK");
    profile[20..24].copy_from_slice(b"Lab ");
    profile[36..40].copy_from_slice(b"acsp");
    profile
}

fn packet(kind: Kind) -> String {
    let version = match kind {
        Kind::X1a => "<pdfx:GTS_PDFXVersion>PDF/X-1a:2003</pdfx:GTS_PDFXVersion>",
        Kind::X4 => "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>",
    };
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>
<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">
<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"
 xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfx=\"http://ns.adobe.com/pdfx/1.3/\"
 xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\" pdf:Trapped=\"False\">
<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Bien pho</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2026-11-22T09:15:00+07:00</xmp:CreateDate><xmp:ModifyDate>2026-11-22T02:15:00Z</xmp:ModifyDate>
<pdf:Producer>sample</pdf:Producer>{version}
<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end=\"w\"?>"
    )
}

impl Sample {
    /// The same file with these bytes in place of the first ones that match; streams say their new length.
    pub fn with(&self, from: &str, to: &str) -> Self {
        let mut spoilt = self.clone();
        let (from, to) = (from.as_bytes(), to.as_bytes());
        if let Some(at) = find(&spoilt.trailer.clone().into_bytes(), from) {
            spoilt.trailer.replace_range(at..at + from.len(), std::str::from_utf8(to).unwrap());
            return spoilt;
        }
        let parts = std::iter::once(&mut spoilt.head).chain(&mut spoilt.objects);
        for part in parts {
            if let Some(at) = find(part, from) {
                part.splice(at..at + from.len(), to.iter().copied());
                measure(part);
                return spoilt;
            }
        }
        panic!("{} is not in the sample", from.escape_ascii());
    }

    /// Every stream packed, save the metadata.
    pub fn packed(mut self) -> Self {
        for object in self.objects.iter_mut().filter(|object| find(object, b"stream\n").is_some() && find(object, b"/Metadata").is_none()) {
            let (start, end) = (find(object, b"stream\n").unwrap() + 7, object.len() - b"\nendstream".len());
            let mut packer = ZlibEncoder::new(Vec::new(), Compression::default());
            packer.write_all(&object[start..end]).unwrap();
            object.splice(start..end, packer.finish().unwrap());
            object.splice(2..2, *b" /Filter /FlateDecode");
            measure(object);
        }
        self
    }

    /// The bytes of the file, with a classic table.
    pub fn bytes(&self) -> Vec<u8> {
        let (mut bytes, offsets) = self.body();
        let start = bytes.len();
        let size = offsets.len() + 1;
        write!(bytes, "xref\n0 {size}\n0000000000 65535 f \n").unwrap();
        for offset in offsets {
            writeln!(bytes, "{offset:010} 00000 n ").unwrap();
        }
        write!(bytes, "trailer\n<< /Size {size} {} >>\nstartxref\n{start}\n%%EOF\n", self.trailer).unwrap();
        bytes
    }

    /// The bytes of the file, with a table that is a stream.
    pub fn bytes_with_table_stream(&self) -> Vec<u8> {
        let (mut bytes, mut offsets) = self.body();
        let (start, number) = (bytes.len(), offsets.len() + 1);
        offsets.push(start);
        let mut rows = vec![0, 0, 0, 0, 0, 255];
        for offset in offsets {
            rows.push(1);
            rows.extend(u32::try_from(offset).unwrap().to_be_bytes());
            rows.push(0);
        }
        let table = stream(&format!("/Type /XRef /Size {} /W [1 4 1] {}", number + 1, self.trailer), &rows);
        writeln!(bytes, "{number} 0 obj").unwrap();
        bytes.extend(table);
        write!(bytes, "\nendobj\nstartxref\n{start}\n%%EOF\n").unwrap();
        bytes
    }

    fn body(&self) -> (Vec<u8>, Vec<usize>) {
        let mut bytes = self.head.clone();
        let mut offsets = Vec::new();
        for (number, object) in (1..).zip(&self.objects) {
            offsets.push(bytes.len());
            writeln!(bytes, "{number} 0 obj").unwrap();
            bytes.extend(object);
            bytes.extend(b"\nendobj\n");
        }
        (bytes, offsets)
    }
}

/// Sets the length of a stream right.
fn measure(object: &mut Vec<u8>) {
    let (Some(body), Some(key)) = (find(object, b"stream\n"), find(object, b"/Length ")) else { return };
    let length = (object.len() - b"\nendstream".len() - body - 7).to_string();
    let digits = object[key + 8..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    object.splice(key + 8..key + 8 + digits, length.into_bytes());
}

pub fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

/// The first match replaced by as many bytes, and nothing else changed.
pub fn overwritten(mut bytes: Vec<u8>, from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let at = find(&bytes, from).expect("it is there");
    bytes[at..at + to.len()].copy_from_slice(to);
    bytes
}

//! What a print shop would find in a finished PDF: nothing in a sound one, and every fault that is planted, by page and rule.

use crate::kit::{Operator, tool};
use crate::preflight_kit::{Kind, Sample, find, overwritten, profile, sample};
use crate::print_kit::five;
use std::collections::BTreeSet;
use std::sync::Arc;
use tenpho::print::preflight::{Finding, Report, Rule, Severity, preflight};
use tenpho::print::{Error, Format, Job, Plate, Profile, Sheet, write};
use tenpho::register::Lang;
use tenpho::web::words::Words;

/// What is found, as programs read it: the rule, and the page or 0 for the whole file.
type Found = BTreeSet<(&'static str, usize)>;

pub fn look(bytes: Vec<u8>) -> Report {
    preflight(Arc::new(bytes))
}

fn found(report: &Report) -> Found {
    report.findings.iter().map(|finding| (finding.rule.as_str(), finding.page.unwrap_or(0))).collect()
}

/// Plants a fault in a sample, and finds exactly it.
fn planted(sample: &Sample, from: &str, to: &str, rule: Rule, page: usize) {
    let report = look(sample.with(from, to).bytes());
    let wanted = Found::from([(rule.as_str(), page)]);
    assert_eq!(found(&report), wanted, "{from} → {to}: {:#?}", report.findings);
    assert_eq!(report.is_fit(), report.findings[0].severity == Severity::Warning, "{rule}");
}

/// Plants faults in a sample of PDF/X-1a: what is replaced, by what, the rule, and the page or 0.
fn all_planted(faults: &[(&str, &str, Rule, usize)]) {
    let sample = sample(Kind::X1a);
    for (from, to, rule, page) in faults {
        planted(&sample, from, to, *rule, *page);
    }
}

#[test]
fn a_sound_file_has_no_finding_at_all() {
    for kind in [Kind::X1a, Kind::X4] {
        for bytes in [sample(kind).bytes(), sample(kind).packed().bytes()] {
            let report = look(bytes);
            assert_eq!(report.findings, [], "{:?}", report.facts.conformance);
            assert!(report.is_fit() && report.left_out == 0);
        }
    }
    assert_eq!(look(sample(Kind::X4).packed().bytes_with_table_stream()).findings, []);
}

#[test]
fn the_sound_files_are_sound_for_others_too() {
    let operator = Operator::new();
    for (name, kind) in [("x1a.pdf", Kind::X1a), ("x4.pdf", Kind::X4)] {
        sound_for_others(&operator, name, sample(kind).packed().bytes());
    }
}

/// Asks the readers of others that are installed here.
fn sound_for_others(operator: &Operator, name: &str, bytes: Vec<u8>) {
    let path = operator.file(name, bytes);
    for (program, first) in [("qpdf", "--check"), ("mutool", "info"), ("pdfinfo", "-box")] {
        let Some(found) = tool(program) else { continue };
        let ended = std::process::Command::new(found).arg(first).arg(&path).output().unwrap();
        let said = String::from_utf8_lossy(&[ended.stdout, ended.stderr].concat()).to_lowercase();
        assert!(ended.status.success() && !said.contains("warning") && !said.contains("error:"), "{program} {name}: {said}");
    }
}

/// The job as one file; none where the sheet does not hold the plate.
fn printed_as_pdf(job: &Job) -> Option<Vec<u8>> {
    let mut bytes = None;
    let written = write::<Error>(job, Format::Pdf, |file| {
        bytes = Some(file.bytes);
        Ok(())
    });
    written.ok().and(bytes)
}

#[test]
fn what_we_print_has_no_finding_at_all_on_any_plate_with_a_profile_and_without() {
    let operator = Operator::new();
    for plate in Plate::names() {
        let plate = Plate::get(&plate).unwrap();
        for profile in [None, Some(Arc::new(Profile::parse(profile()).unwrap()))] {
            let mut printed = 0;
            for sheet in [Sheet::Single, Sheet::A3, Sheet::Roll(1300)] {
                let job =
                    Job { spots: Arc::new(plate.spots()), plate: plate.clone(), sheet: Some(sheet), profile: profile.clone(), ..five() };
                let Some(bytes) = printed_as_pdf(&job) else { continue };
                let report = look(bytes.clone());
                assert_eq!(report.findings, [], "{} {sheet:?}", plate.name());
                let standard = if profile.is_some() { "PDF/X-4" } else { "PDF/X-1a:2003" };
                assert_eq!(report.facts.conformance.as_deref(), Some(standard));
                assert!(report.facts.pages > 0 && report.facts.fonts.iter().all(|font| font.embedded && font.subset));
                if sheet != Sheet::Single {
                    sound_for_others(&operator, "ours.pdf", bytes);
                }
                printed += 1;
            }
            assert!(printed > 1, "{} goes onto hardly any sheet", plate.name());
        }
    }
}

#[test]
fn a_fault_in_what_we_print_is_found() {
    let bytes = printed_as_pdf(&five()).unwrap();
    assert_eq!(found(&look(overwritten(bytes.clone(), b"/TrimBox", b"/TrimBux"))), Found::from([("trim-box", 1)]));
    assert_eq!(
        found(&look(overwritten(bytes, b"(http://www.color.org)", b"(http://www.colour.or)"))),
        Found::from([("output-condition", 0)])
    );
}

#[test]
fn the_facts_are_those_of_the_file() {
    let facts = look(sample(Kind::X4).bytes()).facts;
    assert_eq!((facts.pages, facts.version.as_str(), facts.conformance.as_deref()), (2, "1.6", Some("PDF/X-4")));
    assert_eq!(facts.output_condition.as_deref(), Some("FOGRA39"));
    let profile = facts.profile.unwrap();
    assert_eq!((profile.class.as_str(), profile.space.as_str(), profile.version.as_str()), ("prtr", "CMYK", "2.0"));
    assert_eq!(profile.sha256.len(), 64);
    let fonts: Vec<_> = facts.fonts.iter().map(|font| (font.name.as_str(), font.embedded, font.subset)).collect();
    assert_eq!(fonts, [("ABCDEF+Barlow-Bold", true, true)]);
    let spots: Vec<_> = facts.spots.iter().map(|spot| (spot.name.as_str(), spot.alternate.as_str())).collect();
    assert_eq!(spots, [("CutContour", "DeviceCMYK"), ("Sign Blue", "DeviceCMYK")]);
    let size = &facts.sizes[0];
    assert_eq!((size.media, size.trim, size.bleed, size.pages), ((141.1, 105.8), (105.8, 70.6), (111.8, 76.6), 2));
    assert!((facts.most_ink - 170.0).abs() < 0.1, "{}", facts.most_ink);
}

#[test]
fn faults_of_the_file_as_a_whole_are_found() {
    all_planted(&[
        ("%PDF-1.4", "%PDF-1.7", Rule::Version, 0),
        ("%PDF-1.4", "x\n%PDF-1.4", Rule::Header, 0),
        ("%PDF-1.4", "%PDF-one", Rule::Header, 0),
        ("/ID [<", "/IE [<", Rule::FileId, 0),
        ("/Root", "/Encrypt << /Filter /Standard >> /Root", Rule::Encryption, 0),
        ("/Pages 2 0 R", "/Pages 2 0 R /OpenAction << /S /JavaScript /JS (x) >>", Rule::Script, 0),
        ("/Pages 2 0 R", "/Pages 2 0 R /OpenAction << /S /URI /URI (x) >>", Rule::Action, 0),
        ("/Pages 2 0 R", "/Pages 2 0 R /Names << /EmbeddedFiles << /Names [] >> >>", Rule::Attachment, 0),
        ("/Pages 2 0 R", "/Pages 2 0 R /AcroForm << /Fields [] >>", Rule::FormField, 0),
        ("/Pages 2 0 R", "/Pages 2 0 R /OCProperties << /OCGs [] >>", Rule::Layer, 0),
        ("(spare)", "<< /Length 1 /F (elsewhere) >>\nstream\nx\nendstream", Rule::External, 0),
        ("(spare)", "<< /Length 1 /Filter /LZWDecode >>\nstream\nx\nendstream", Rule::Filter, 0),
        ("(spare)", "<< /Length 1 /Filter /JPXDecode >>\nstream\nx\nendstream", Rule::Filter, 0),
        ("(spare)", "<< /Length 3 /Filter /FlateDecode >>\nstream\nxyz\nendstream", Rule::StreamPacked, 0),
        ("(spare)", "<< /Length 1 /Subtype /PS >>\nstream\nx\nendstream", Rule::PostScript, 0),
        ("(spare)", "<< /Length 1 /Alternates [] >>\nstream\nx\nendstream", Rule::ImageAlternate, 0),
        ("(spare)", "99 0 R", Rule::Reference, 0),
        ("(spare)", "<< /A 1 /A 2 >>", Rule::Object, 0),
        ("(spare)", "(spare", Rule::Object, 0),
        ("(spare)", "(spare) 2", Rule::Object, 0),
        ("/Count 2", "/Count 3", Rule::PageTree, 0),
        ("/Kids [3 0 R 4 0 R]", "/Kids [3 0 R 3 0 R]", Rule::PageTree, 0),
        ("/Kids [3 0 R 4 0 R]", "/Kids [3 0 R 4 0 R 2 0 R]", Rule::PageTree, 0),
    ]);
    let bytes = || sample(Kind::X1a).bytes();
    let end = bytes().len() - 7;
    for (spoilt, rule) in [
        (overwritten(bytes(), b"%\x80\x81\x82\x83", b"%abcd"), Rule::BinaryComment),
        (overwritten(bytes(), b"\n0000000015 00000 n", b"\n0000000016 00000 n"), Rule::Xref),
        (overwritten(bytes(), b"(spare)\nendobj", b"(spare)\nendobx"), Rule::Object),
        (overwritten(bytes(), b"/N 4 /Length 156", b"/N 4 /Length 155"), Rule::StreamLength),
        (bytes()[..end].to_vec(), Rule::EndOfFile),
        ([bytes(), b"more".to_vec()].concat(), Rule::EndOfFile),
        (b"hello".to_vec(), Rule::Readable),
        (Vec::new(), Rule::Readable),
        (sample(Kind::X1a).bytes_with_table_stream(), Rule::ObjectStream),
        (updated(bytes()), Rule::Update),
        (moved_table(bytes()), Rule::Xref),
    ] {
        let report = look(spoilt);
        assert_eq!(found(&report), Found::from([(rule.as_str(), 0)]), "{:?}", report.findings);
    }
}

/// As if somebody had changed the file and left the old contents below.
fn updated(mut bytes: Vec<u8>) -> Vec<u8> {
    let before = find(&bytes, b"\nxref\n").unwrap() + 1;
    let at = bytes.len();
    let trailer = sample(Kind::X1a).trailer;
    let more = format!("xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 20 {trailer} /Prev {before} >>\nstartxref\n{at}\n%%EOF\n");
    bytes.extend(more.as_bytes());
    bytes
}

fn moved_table(bytes: Vec<u8>) -> Vec<u8> {
    let at = find(&bytes, b"\nxref\n").unwrap() + 1;
    let (from, to) = (format!("startxref\n{at}"), format!("startxref\n{}", at - 1));
    overwritten(bytes, from.as_bytes(), to.as_bytes())
}

#[test]
fn faults_of_what_the_file_says_of_itself_are_found() {
    all_planted(&[
        ("/GTS_PDFXVersion (PDF/X-1a:2003)", "", Rule::Conformance, 0),
        ("/Title (Bien pho)", "", Rule::Title, 0),
        ("/Title (Bien pho)", "/Title (Another)", Rule::XmpAgrees, 0),
        ("/Producer (sample)", "", Rule::Producer, 0),
        ("/CreationDate (D:20261122091500+07'00')", "", Rule::Date, 0),
        ("/ModDate (D:20261122091500+07'00')", "/ModDate (yesterday)", Rule::Date, 0),
        ("/ModDate (D:20261122091500+07'00')", "/ModDate (D:20261122091501+07'00')", Rule::XmpAgrees, 0),
        ("/Trapped /False", "/Trapped /Unknown", Rule::Trapped, 0),
        ("/Trapped /False", "/Trapped /True", Rule::XmpAgrees, 0),
        ("</rdf:RDF>", "</rdf:RDX>", Rule::Xmp, 0),
        ("<pdfx:GTS_PDFXVersion>PDF/X-1a:2003<", "<pdfx:GTS_PDFXVersion>PDF/X-3:2003<", Rule::XmpAgrees, 0),
        ("/S /GTS_PDFX", "/S /GTS_PDFA1", Rule::OutputIntent, 0),
        ("/OutputIntents [15 0 R]", "/OutputIntents [15 0 R 15 0 R]", Rule::OutputIntent, 0),
        ("/OutputConditionIdentifier (FOGRA39)", "/OutputConditionIdentifier ()", Rule::OutputIntent, 0),
        ("(http://www.color.org)", "(http://example.org)", Rule::OutputCondition, 0),
    ]);
    let later = sample(Kind::X4);
    for (from, to, rule) in [
        ("<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID>", "", Rule::XmpIdentity),
        ("/Metadata 16 0 R", "", Rule::Conformance),
        ("/DestOutputProfile 17 0 R", "", Rule::OutputProfile),
        ("/N 4", "/N 3", Rule::OutputProfile),
        ("prtr", "scnr", Rule::OutputProfile),
        ("prtrCMYK", "prtrRGB ", Rule::OutputProfile),
        ("acsp", "acsq", Rule::OutputProfile),
        ("%PDF-1.6", "%PDF-1.7", Rule::Version),
    ] {
        let report = look(later.with(from, to).bytes());
        assert!(found(&report).contains(&(rule.as_str(), 0)), "{from}: {:?}", report.findings);
        // Without its XMP the file says nothing of itself, and that is told as well.
        let wanted = if rule == Rule::Conformance { 2 } else { 1 };
        assert_eq!(report.findings.len(), wanted, "{from}: {:?}", report.findings);
    }
}

#[test]
fn faults_of_the_boxes_are_found_on_their_page() {
    let (trim, bleed, media) = ("/TrimBox [50 50 350 250]", "/BleedBox [41.5 41.5 358.5 258.5]", "/MediaBox [0 0 400 300]");
    all_planted(&[
        (trim, "", Rule::TrimBox, 1),
        (trim, "/TrimBox [50 50 350 250] /ArtBox [50 50 350 250]", Rule::TrimBox, 1),
        (trim, "/TrimBox [50 50 50 250]", Rule::TrimBox, 1),
        (bleed, "/BleedBox [41.5 41.5 401 258.5]", Rule::BoxNesting, 1),
        (bleed, "/BleedBox [48 48 352 252]", Rule::Bleed, 1),
        (media, "/MediaBox [0 0 400]", Rule::MediaBox, 1),
        (media, "/MediaBox [0 0 20000 300]", Rule::PageSize, 1),
        ("/Rotate 0", "/Rotate 45", Rule::Rotation, 1),
        ("/Rotate 0", "/UserUnit 2", Rule::UserUnit, 1),
        ("/Rotate 0", "/Annots [<< /Subtype /Link /Rect [60 60 90 90] >>]", Rule::Annotation, 1),
        ("/Rotate 0", "/Annots [<< /Subtype /Link /Rect [0 0 9 9] >>]", Rule::Annotation, 1),
    ]);
}

#[test]
fn faults_of_colour_are_found_on_their_page() {
    let red = "0 0.9 0.8 0 k";
    all_planted(&[
        (red, "1 0 0 rg", Rule::Rgb, 1),
        (red, "/DeviceRGB cs 1 0 0 scn", Rule::Rgb, 1),
        (red, "/Odd cs 1 scn", Rule::ColourSpace, 1),
        (red, "/None cs 1 scn", Rule::Resource, 1),
        (red, "1 0.9 0.8 0.6 k", Rule::Ink, 1),
        (red, "1 0.9 0.8 0.4 k", Rule::Ink, 1),
        ("/C1 [1 0.8 0 0.2] /N 1.0", "/C1 [1 0.7 0 0.2] /N 1.0", Rule::SpotAlternate, 2),
        ("/Separation /CutContour /DeviceCMYK", "/Separation /CutContour /DeviceRGB", Rule::SpotAlternate, 1),
        ("/Separation /CutContour /DeviceCMYK", "/Separation /CutContour [/Lab << /WhitePoint [1 1 1] >>]", Rule::SpotAlternate, 1),
        ("/Separation /CutContour", "/Separation /SIGN#2dBLUE", Rule::SpotName, 1),
        ("/Separation /CutContour", "/Separation /black", Rule::SpotName, 1),
        ("10 50 m 36 50 l", "10 50 m 80 50 l", Rule::Registration, 1),
        ("0 0 0 1 k 71", "0 0 0 0 k 71", Rule::OverprintWhite, 2),
        ("0 0 0 1 k 71", "1 0.5 0 0 k 71", Rule::OverprintColour, 2),
        ("/Over gs 0 0 0 1 k 71", "/Knock gs 0 0 0 1 k 71", Rule::OverprintBlack, 2),
        ("/OPM 1 /Page2", "/OPM 0 /Page2", Rule::OverprintMode, 2),
        ("/Over gs /Cut CS", "/Knock gs /Cut CS", Rule::OverprintTechnical, 1),
        ("BT /F1 20", "/Knock gs 0.6 0.4 0.4 1 k BT /F1 20", Rule::RichBlack, 2),
        ("/OPM 1 /Page2", "/OPM 1 /ca 0.5 /Page2", Rule::Transparency, 2),
        ("/OPM 1 /Page2", "/OPM 1 /BM /Multiply /Page2", Rule::Transparency, 2),
        ("/OPM 1 /Page2", "/OPM 1 /SMask << /S /Alpha >> /Page2", Rule::Transparency, 2),
        ("/Rotate 0", "/Group << /S /Transparency >>", Rule::Transparency, 1),
        ("/OPM 1 /Page2", "/OPM 1 /TR [] /Page2", Rule::TransferCurve, 2),
    ]);
}

#[test]
fn faults_of_fonts_are_found_on_the_page_that_uses_them_first() {
    all_planted(&[
        ("/FontFile2 13 0 R", "", Rule::FontEmbedded, 1),
        ("/ToUnicode 14 0 R", "", Rule::FontUnicode, 1),
        ("/Type0 /BaseFont /ABCDEF+Barlow-Bold", "/Type0 /BaseFont /Barlow-Bold", Rule::FontSubset, 1),
        ("<00020003>", "<00020009>", Rule::FontGlyph, 2),
        ("<000100020003>", "<000000020003>", Rule::FontGlyph, 1),
        ("/W [1 [", "/W [1 [7", Rule::FontWidths, 1),
        ("BT /F1 24", "BT /F9 24", Rule::Resource, 1),
        ("BT /F1 24", "BT /F1 5", Rule::SmallText, 1),
    ]);
}

#[test]
fn faults_of_what_is_drawn_are_found_on_their_page() {
    let red = "60 60 40 20 re f";
    let row: String = (0..25).map(|at| format!("{} 60 2 2 re f ", 60 + 2 * at)).collect();
    let picture = |side: usize, more: &str| {
        format!("q 10 0 0 10 60 60 cm BI /W {side} /H {side} /BPC 8 /CS /G {more} ID {} EI Q", "x".repeat(side * side))
    };
    let again = "0 0 0 1 k 180 60 10 10 re f";
    all_planted(&[
        (red, "60 60 40 20 re f )", Rule::Content, 1),
        (red, "60 60 40 20 re fill", Rule::Operator, 1),
        (red, "60 60 40 re f", Rule::Operator, 1),
        (red, "60 60 40 20 re f Q q q", Rule::Balance, 1),
        (red, "60 60 40 20 re f EMC", Rule::Balance, 1),
        (red, "60 60 40 20 re f BT", Rule::Balance, 1),
        (red, "60 60 40 20 re f BX", Rule::Compatibility, 1),
        (again, "/S1 Do", Rule::Recursion, 1),
        (again, "1 1 1 RG", Rule::Rgb, 1),
        (red, &row, Rule::Seams, 1),
        ("0.5 w", "0.1 w", Rule::Hairline, 1),
        (red, &picture(4, ""), Rule::ImageResolution, 1),
        (red, &picture(40, "/I true"), Rule::ImageInterpolation, 1),
        (red, &picture(40, "/F /LZW"), Rule::Filter, 1),
        (red, "/S2 Do", Rule::Resource, 1),
    ]);
}

#[test]
fn a_packed_fault_is_found_as_well() {
    for kind in [Kind::X1a, Kind::X4] {
        let report = look(sample(kind).with("0 0.9 0.8 0 k", "1 0 0 rg").packed().bytes());
        assert_eq!(found(&report), Found::from([("rgb", 1)]));
        let mut spoilt = sample(kind).packed();
        let at = spoilt.objects[5].len() - 14;
        spoilt.objects[5][at] ^= 0x40;
        assert_eq!(found(&look(spoilt.bytes())), Found::from([("stream-packed", 0), ("content", 2)]));
    }
}

#[test]
fn every_rule_has_a_sentence_in_every_language_with_what_was_found() {
    for (at, rule) in Rule::ALL.iter().enumerate() {
        let finding = Finding { page: None, rule: *rule, severity: rule.severity(), detail: "#42".to_owned() };
        assert_eq!(rule.key(), format!("preflight-{rule}"), "the table is in the order of the rules: {at}");
        for lang in Lang::ALL {
            let said = Words::of(*lang).tell(&finding.sentence());
            assert!(said.contains("#42") && said != rule.key(), "{lang} {rule}: {said}");
        }
    }
}

#[test]
fn the_command_ends_as_the_file_is() {
    let operator = Operator::new();
    operator.file("sound.pdf", sample(Kind::X1a).bytes());
    operator.file("warned.pdf", sample(Kind::X1a).with("0.5 w", "0.1 w").bytes());
    operator.file("faulty.pdf", sample(Kind::X1a).with("0 0.9 0.8 0 k", "1 0 0 rg").bytes());
    operator.file("none.pdf", "hello");
    let ended = operator.run(&["preflight", "sound.pdf", "warned.pdf"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    assert!(ended.out.contains("sound.pdf: fit for the press") && ended.out.contains("page 1: [hairline] (warning)"), "{}", ended.out);
    let ended = operator.run(&["preflight", "faulty.pdf"]);
    assert_eq!(ended.code, 1);
    assert!(ended.out.contains("faulty.pdf, page 1: [rgb] RGB colour: 1 0 0 rg."), "{}", ended.out);
    let ended = operator.run(&["preflight", "sound.pdf", "faulty.pdf", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&ended.out).unwrap();
    assert_eq!((ended.code, &told["ok"], &told["files"][0]["fit"]), (1, &false.into(), &true.into()));
    let finding = &told["files"][1]["findings"][0];
    assert_eq!((&finding["page"], &finding["rule"], &finding["severity"]), (&1.into(), &"rgb".into(), &"fault".into()));
    assert_eq!(told["files"][0]["facts"]["spots"][1]["name"], "Sign Blue");
    let ended = operator.run(&["preflight", "none.pdf"]);
    assert_eq!((ended.code, ended.out.lines().count()), (1, 1), "one clear sentence: {}", ended.out);
    assert_eq!(operator.run(&["preflight", "nowhere.pdf"]).code, 1);
    assert_eq!(std::fs::read_dir(operator.folder.path()).unwrap().count(), 4, "no database is made");
}

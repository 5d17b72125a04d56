//! Is the PDF what a press wants: its standard, its inks, its dots, and no more memory for more pages?

use crate::kit::{BASE_URL, Operator, tool};
use crate::print_kit::{BASE, contents, find, five, job_of};
use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;
use tenpho::print::profile::{MOST_BYTES, Unfit};
use tenpho::print::{Error, Grid, Job, Plate, Profile, Spot, SpotInk, write_pdf_to};
use tenpho::register::{Explained, Fault};

/// The bytes of a profile: its version, class, space, name and tags.
fn profile_bytes(version: u8, class: &[u8; 4], space: &[u8; 4], name: &str, tags: &[&[u8; 4]]) -> Vec<u8> {
    let mut text = b"desc\0\0\0\0".to_vec();
    text.extend(u32::try_from(name.len() + 1).unwrap().to_be_bytes());
    text.extend(name.as_bytes());
    text.push(0);
    if version == 4 {
        let units: Vec<u8> = name.encode_utf16().flat_map(u16::to_be_bytes).collect();
        text = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cviVN".to_vec();
        text.extend(u32::try_from(units.len()).unwrap().to_be_bytes());
        text.extend(28_u32.to_be_bytes());
        text.extend(units);
    }
    let start = 132 + 12 * tags.len();
    let mut bytes = vec![0; 128];
    bytes[8] = version;
    bytes[12..16].copy_from_slice(class);
    bytes[16..20].copy_from_slice(space);
    bytes[20..24].copy_from_slice(b"Lab ");
    bytes[36..40].copy_from_slice(b"acsp");
    bytes.extend(u32::try_from(tags.len()).unwrap().to_be_bytes());
    for tag in tags {
        bytes.extend(*tag);
        bytes.extend(u32::try_from(start).unwrap().to_be_bytes());
        bytes.extend(u32::try_from(text.len()).unwrap().to_be_bytes());
    }
    bytes.extend(text);
    let whole = u32::try_from(bytes.len()).unwrap().to_be_bytes();
    bytes[..4].copy_from_slice(&whole);
    bytes
}

const WHOLE: [&[u8; 4]; 3] = [b"desc", b"A2B0", b"B2A0"];

fn press_profile() -> Vec<u8> {
    profile_bytes(2, b"prtr", b"CMYK", "Nhà in Hải Phòng", &WHOLE)
}

fn with_profile(job: Job) -> Job {
    Job { profile: Some(Arc::new(Profile::parse(press_profile()).unwrap())), ..job }
}

pub fn pdf(job: &Job) -> Vec<u8> {
    write_pdf_to(job, Vec::new(), &mut |_| Ok(())).unwrap()
}

pub fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What stands between two words, from each place where the first one stands.
pub fn between<'a>(text: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    text.split(from).skip(1).map(|rest| rest.split(to).next().unwrap()).collect()
}

/// A text string of PDF as people read it.
pub fn words_of(raw: &str) -> String {
    let Some(hex) = raw.strip_prefix("<FEFF") else { return raw.trim_start_matches('(').to_owned() };
    let unit = |at: usize| u16::from_str_radix(&hex[at..at + 4], 16).unwrap();
    String::from_utf16(&(0..hex.len() / 4).map(|at| unit(at * 4)).collect::<Vec<_>>()).unwrap()
}

/// The value of a key in the dictionary of what the file says of itself.
fn told(text: &str, key: &str) -> String {
    let about = text.rsplit("<</Title").next().unwrap();
    let raw = format!("/Title{about}").split(&format!("/{key}")).nth(1).unwrap().split(['>', ')']).next().unwrap().to_owned();
    words_of(&raw)
}

/// What a tool of others says, where it is installed.
pub fn told_by(name: &str, arguments: &[&str], folder: &Path) -> Option<Output> {
    let output = Command::new(tool(name)?).args(arguments).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{name}: {}{}", text_of(&output.stdout), text_of(&output.stderr));
    Some(output)
}

/// Streets of five signs each.
pub fn many(signs: usize) -> Job {
    let names: Vec<String> = (0..signs).map(|number| format!("Phố số {}", number / 5)).collect();
    let mut job = job_of(BASE, &vec![("Phố", "Cầu Đất"); signs], None);
    for (sign, name) in job.signs.iter_mut().zip(names) {
        sign.place = name.as_str().into();
        sign.name = name.into();
    }
    job
}

#[test]
fn without_a_profile_the_file_is_for_a_registered_condition_and_with_one_for_the_shops() {
    let plain = text_of(&pdf(&five()));
    assert!(plain.starts_with("%PDF-1.4\n") && told(&plain, "GTS_PDFXVersion") == "PDF/X-1a:2003");
    assert_eq!(between(&plain, "/OutputConditionIdentifier(", ")"), ["FOGRA39"]);
    assert!(plain.contains("/RegistryName(http://www.color.org)") && !plain.contains("/DestOutputProfile"));
    let job = with_profile(five());
    let own = text_of(&pdf(&job));
    assert!(own.starts_with("%PDF-1.6\n") && told(&own, "GTS_PDFXVersion") == "PDF/X-4");
    assert_eq!(between(&own, "/OutputConditionIdentifier(", ")"), ["Custom"]);
    assert_eq!(words_of(between(&own, "/OutputCondition<", ">")[0].replacen("FEFF", "<FEFF", 1).as_str()), "Nhà in Hải Phòng");
    assert!(own.contains("/N 4/") && own.contains("/DestOutputProfile") && !own.contains("/RegistryName"));
    assert!(crate::print_kit::streams(&pdf(&job)).iter().any(|stream| stream.as_bytes() == text_of(&press_profile()).as_bytes()));
    for text in [plain, own] {
        assert_eq!(text.matches("/S/GTS_PDFX").count(), 1);
        for foreign in ["/ObjStm", "/XRef", "/Group", "/SMask", "/CA ", "/ca ", "/DeviceRGB", "/DeviceGray", "/JavaScript", "/Encrypt"] {
            assert!(!text.contains(foreign), "{foreign}");
        }
    }
}

#[test]
fn what_the_file_says_of_itself_it_says_twice_alike() {
    let device = Grid::new(Some(600), 90).unwrap();
    let job = Job { title: "Biển <phụ> & 5".to_owned(), device, ..five() };
    for job in [job.clone(), with_profile(job)] {
        let bytes = pdf(&job);
        let text = text_of(&bytes);
        let one = |from: &str, to: &str| {
            let found = between(&text, from, to);
            assert_eq!(found.len(), 1, "{from}");
            found[0].to_owned()
        };
        assert_eq!(told(&text, "Title"), "Biển <phụ> & 5");
        assert_eq!(between(&text, "xml:lang=\"x-default\">", "<")[0], "Biển &lt;phụ&gt; &amp; 5");
        assert_eq!(told(&text, "CreationDate"), "D:20261122000000Z");
        assert_eq!(told(&text, "ModDate"), "D:20261122000000Z");
        for date in ["CreateDate", "ModifyDate", "MetadataDate"] {
            assert_eq!(one(&format!("<xmp:{date}>"), "<"), "2026-11-22T00:00:00Z");
        }
        assert_eq!(one("<pdf:Producer>", "<"), told(&text, "Producer"));
        assert_eq!(told(&text, "Producer"), concat!("Tên Phố ", env!("CARGO_PKG_VERSION")));
        assert_eq!(one("<xmp:CreatorTool>", "<"), told(&text, "Creator"));
        assert_eq!((one("<pdf:Keywords>", "<"), told(&text, "Keywords")), ("dpi=600 bwr=85um".to_owned(), "dpi=600 bwr=85um".to_owned()));
        assert_eq!(one("<pdf:Trapped>", "<"), "False");
        assert!(text.contains("/Trapped/False"));
        assert_eq!(between(&text, ":GTS_PDFXVersion>", "<")[0], told(&text, "GTS_PDFXVersion"));
        let [document, instance] = ["DocumentID", "InstanceID"].map(|id| one(&format!("<xmpMM:{id}>uuid:"), "<"));
        assert!(document.len() == 36 && instance.len() == 36 && document != instance);
        let id = one("/ID[<", ">");
        assert!(id.len() == 32 && text.contains(&format!("/ID[<{id}><{id}>]")));
        assert!(find(&bytes, "<?xpacket begin=\"\u{feff}\"".as_bytes()).is_some() && text.contains("<?xpacket end=\"w\"?>"));
    }
}

#[test]
fn the_same_job_gives_the_same_bytes_and_another_one_another_id() {
    let job = with_profile(five());
    assert!(pdf(&job) == pdf(&job));
    let id = |job: &Job| between(&text_of(&pdf(job)), "/ID[<", ">")[0].to_owned();
    let mut other = job.clone();
    other.signs.swap(0, 1);
    assert_ne!(id(&job), id(&other));
    assert_ne!(id(&job), id(&Job { dated: "2026-11-23T00:00:00Z".to_owned(), ..job.clone() }));
}

#[test]
fn the_table_of_objects_tells_where_each_of_them_begins() {
    let bytes = pdf(&with_profile(many(300)));
    let text = text_of(&bytes);
    let table = text.rsplit("startxref\n").next().unwrap().lines().next().unwrap().parse::<usize>().unwrap();
    let table = text_of(&bytes[table..]);
    let mut lines = table.lines().skip(1);
    let count: usize = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    for (number, line) in lines.take(count).enumerate().skip(1) {
        let at: usize = line[..10].parse().unwrap();
        assert!(bytes[at..].starts_with(format!("{number} 0 obj").as_bytes()), "{number}: {line}");
        assert_eq!(line.len(), 19, "20 bytes with the end of the line");
    }
    let kids = between(&text, "/Kids[", "]").into_iter().map(|kids| kids.matches(" 0 R").count());
    assert_eq!(kids.collect::<BTreeSet<_>>(), BTreeSet::from([2, 11, 64]), "75 pages in two nodes under a root");
    let folder = tempfile::TempDir::new().unwrap();
    std::fs::write(folder.path().join("a.pdf"), &bytes).unwrap();
    if let Some(said) = told_by("qpdf", &["--check", "a.pdf"], folder.path()) {
        assert!(text_of(&said.stdout).contains("No syntax or stream encoding errors"));
    }
}

/// A sheet in every ink that a job may have.
pub fn all_inks() -> Job {
    let mut job = five();
    let mut spots = Plate::get("sub-180x120").unwrap().spots();
    spots.set(Spot::White, Some(SpotInk { name: "Trắng lót".to_owned(), alternate: [0, 0, 0, 0] }));
    spots.set(Spot::Cut, Some(SpotInk { name: "CutContour".to_owned(), alternate: [0, 100, 0, 0] }));
    job.spots = Arc::new(spots);
    job
}

#[test]
fn every_ink_of_its_own_stands_once_under_the_shops_name_with_one_alternate() {
    let text = text_of(&pdf(&all_inks()));
    let mut names = between(&text, "[/Separation/", "<<");
    names.sort_unstable();
    assert_eq!(names, ["CutContour/DeviceCMYK", "Sign#20Blue/DeviceCMYK", "Sign#20Red/DeviceCMYK", "Tr#E1#BA#AFng#20l#C3#B3t/DeviceCMYK"]);
    assert_eq!(text.matches("/FunctionType 2").count(), 4);
    assert!(text.contains("/C1[1 0.8 0 0.35]") && text.contains("/C0[0 0 0 0]"));
    let mut shared = all_inks();
    let blue = shared.spots.ink(Spot::Ground).cloned();
    let mut spots = (*shared.spots).clone();
    spots.set(Spot::Accent, blue);
    shared.spots = Arc::new(spots);
    assert_eq!(text_of(&pdf(&shared)).matches("/Separation/Sign#20Blue").count(), 1, "two roles, one ink, one object");
}

/// What each mark of a content stream is painted with: `f` or `S`, the ink, and whether it overprints.
fn painted(content: &str) -> Vec<(String, String, bool)> {
    let (mut fill, mut stroke, mut over) = (None, None, None);
    let mut found = Vec::new();
    for line in content.lines() {
        match line.rsplit(' ').next().unwrap() {
            "gs" => over = Some(line.starts_with("/Over")),
            "k" | "scn" => fill = Some(line.to_owned()),
            "K" | "SCN" => stroke = Some(line.to_owned()),
            "S" => found.push(("S".to_owned(), stroke.clone().expect("a line has its ink"), over.expect("and its way of printing"))),
            end if end == "f" || end.ends_with("]TJ") => {
                found.push(("f".to_owned(), fill.clone().expect("a fill has its ink"), over.expect("and its way of printing")));
            }
            _ => {}
        }
    }
    found
}

#[test]
fn black_and_cuts_overprint_and_white_and_grounds_do_not() {
    for job in [five(), all_inks()] {
        let text = text_of(&pdf(&job));
        assert!(text.contains("/OP true/op true/OPM 1") && text.contains("/OP false/op false"));
        // A stream that took its ink from outside would fail within `painted`: stamps begin with nothing set, as pages do.
        let marks: BTreeSet<_> = contents(&pdf(&job)).iter().flat_map(|content| painted(content)).collect();
        assert!(marks.iter().any(|(_, ink, _)| ink == "0 0 0 1 k"));
        for (verb, ink, over) in &marks {
            let expected = match (verb.as_str(), ink.as_str()) {
                (_, "0 0 0 1 k" | "0 0 0 1 K" | "/Cut CS 1 SCN") => true,
                // Targets in every ink lie on top of each other.
                ("S", "/Ground CS 1 SCN" | "/Accent CS 1 SCN" | "/White CS 1 SCN") => true,
                _ => false,
            };
            assert_eq!(*over, expected, "{verb} in {ink}");
        }
        assert_eq!(marks.iter().any(|(_, ink, _)| ink == "/White cs 1 scn"), job.spots.ink(Spot::White).is_some());
    }
}

/// A sink that counts, and keeps only how much it was given at once.
#[derive(Default)]
struct Counting {
    bytes: usize,
    writes: usize,
    largest: usize,
}

impl Write for Counting {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.bytes += bytes.len();
        self.writes += 1;
        self.largest = self.largest.max(bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// A sink that is full after so many bytes.
struct Full(usize);

impl Write for Full {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 = self.0.checked_sub(bytes.len()).ok_or(std::io::ErrorKind::StorageFull)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn pages_go_out_one_by_one_and_none_is_kept() {
    let [few, more] = [40, 400].map(|signs| write_pdf_to(&many(signs), Counting::default(), &mut |_| Ok(())).unwrap());
    assert!(more.writes >= few.writes + 2 * 90, "two objects a page");
    assert!(more.largest < few.largest + 100, "nothing that grows with the pages goes out at once: the largest is a font");
    assert!(more.bytes > 5 * few.bytes);
}

#[test]
fn a_full_disk_is_told_and_ends_the_work() {
    for room in [0, 10, 5_000, 60_000] {
        let failed = write_pdf_to(&many(80), Full(room), &mut |_| Ok(())).err().unwrap();
        assert!(
            matches!(&failed, Error::Write(cause) if cause.kind() == std::io::ErrorKind::StorageFull) && failed.fault() == Fault::Broken
        );
    }
}

#[test]
fn what_is_not_the_profile_of_a_press_is_refused_and_named() {
    let refused = |bytes: Vec<u8>| match Profile::parse(bytes) {
        Err(Error::Profile(unfit)) => unfit,
        other => panic!("{other:?}"),
    };
    let whole = press_profile();
    assert_eq!(refused(Vec::new()), Unfit::NotIcc);
    assert_eq!(refused(b"%PDF-1.6 is no profile, however long it may be".repeat(9)), Unfit::NotIcc);
    for length in [40, 127, 131, 140, whole.len() - 1] {
        assert_eq!(refused(whole[..length].to_vec()), Unfit::Truncated);
    }
    let mut bent = whole.clone();
    bent[136..140].copy_from_slice(&u32::MAX.to_be_bytes());
    assert_eq!(refused(bent), Unfit::Truncated, "a tag beyond the end");
    let mut many = whole.clone();
    many[128..132].copy_from_slice(&u32::MAX.to_be_bytes());
    assert_eq!(refused(many), Unfit::Truncated, "more tags than there is room for");
    assert_eq!(refused(profile_bytes(4, b"mntr", b"RGB ", "sRGB", &WHOLE)), Unfit::Space("RGB".to_owned()));
    assert_eq!(refused(profile_bytes(4, b"prtr", b"GRAY", "Dot gain", &WHOLE)), Unfit::Space("GRAY".to_owned()));
    assert_eq!(refused(profile_bytes(2, b"scnr", b"CMYK", "Scanner", &WHOLE)), Unfit::Class("scnr".to_owned()));
    assert_eq!(refused(profile_bytes(5, b"prtr", b"CMYK", "Max", &WHOLE)), Unfit::Version(5));
    assert_eq!(refused(profile_bytes(2, b"prtr", b"CMYK", "Half", &WHOLE[..2])), Unfit::Incomplete);
    assert_eq!(refused(vec![0; MOST_BYTES + 1]), Unfit::TooLarge(MOST_BYTES + 1));
    for version in [2, 4] {
        let profile = Profile::parse(profile_bytes(version, b"prtr", b"CMYK", "Giấy couché", &WHOLE)).unwrap();
        assert_eq!(profile.name(), "Giấy couché");
    }
}

#[test]
fn a_wrong_profile_is_refused_at_the_terminal_in_one_sentence_before_anything_is_written() {
    let operator = Operator::new();
    operator.file("screen.icc", profile_bytes(4, b"mntr", b"RGB ", "sRGB", &WHOLE));
    operator.file("short.icc", &press_profile()[..150]);
    operator.file("press.icc", press_profile());
    let run =
        |icc: &str| operator.run(&["print", "--street", "cau-dat", "--base-url", BASE_URL, "--no-proof", "--out", "a.pdf", "--icc", icc]);
    for (icc, sentence) in
        [("screen.icc", "is for RGB, not for CMYK"), ("short.icc", "cut off"), ("tenpho.db", "no ICC profile"), ("gone.icc", "gone.icc")]
    {
        let ended = run(icc);
        assert!(ended.code != 0 && ended.err.contains(sentence), "{icc}: {}", ended.err);
        assert!(!operator.path("a.pdf").exists());
    }
    assert_eq!(run("press.icc").code, 0);
    assert!(std::fs::read(operator.path("a.pdf")).unwrap().starts_with(b"%PDF-1.6"));
}

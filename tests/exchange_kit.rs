//! A small register, and short ways to bring files to it.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use tenpho::exchange::{BadCell, Import, Kind, Records, Report, read, read_lines};
use tenpho::register::{Place, PlaceKind, Register, SignCode, Slug};

/// Rows by kind, each after those that it points at.
const ROWS: [(Kind, &str); 9] = [
    (
        Kind::Wards,
        "slug,code,name,kind,from,until,became\ngia-vien,11304,Gia Viên,ward,2025-07-01,,\nan-bien,11407,An Biên,ward,2025-07-01,,\n\
         vinh-niem-cu,11407,Vĩnh Niệm,ward,,2025-06-30,an-bien\ncau-dat-cu,11329,Cầu Đất,ward,,2025-06-30,gia-vien\n\
         a-cu,11359,A,ward,,2025-06-30,\nb-cu,11359,B,ward,,2025-06-30,\n",
    ),
    (
        Kind::Namesakes,
        "slug,name,kind,from,until,role,role_en\nle-loi,Lê Lợi,person,~1385,1433,Vua,King\nan-duong-vuong,An Dương Vương,person,-257,-208,,\n",
    ),
    (Kind::Streets, "slug,name,kind,namesake,note\ncau-dat,Cầu Đất,pho,,'=ghi chú\nle-loi,Lê Lợi,,le-loi,\n"),
    (
        Kind::Landmarks,
        "slug,name,kind,namesake,lat,lon,rank\nnha-hat-lon,Nhà hát lớn,theatre,,20.8,106.68270,national\nden-le-loi,Đền Lê Lợi,temple,le-loi,,,\n",
    ),
    (
        Kind::Signs,
        "code,place_kind,place,number,ward,state,placement,lat,lon\nK7M2Q2,street,cau-dat,1,gia-vien,planned,,,\n\
         5R2F8U,street,cau-dat,2,,installed,\"góc, \"\"đèn\"\"\",-20.10,106.68270\n",
    ),
    (
        Kind::Anniversaries,
        "slug,date,kind,shown_on,text,text_ko,source\nle-loi-mat,1433-10-05,death,namesake/le-loi ; street/cau-dat,,,sử cũ\n\
         ngay-hoi,13/5/1955,event,,\"Hôm nay, \"\"hội\"\"\",오늘,báo\n",
    ),
    (Kind::Stories, "place_kind,place,lang,stage,lead,body\nstreet,cau-dat,vi,published,Một câu,\"- một\n\n- hai \"\"ba\"\"\"\n"),
    (
        Kind::LegacyLinks,
        "address,place_kind,place,code\n/qr/123,,,K7M2Q2\n/ten-duong?id=45&x,street,cau-dat,\n\"/a,b?tên=lê lợi\",street,le-loi,\n",
    ),
    (
        Kind::Walks,
        "slug,state,name,name_en,name_ja,lead,lead_en,stops,source\nmot,,Một,One,一,Lời,Lead,\
         \"street/cau-dat ; at=landmark/nha-hat-lon | vi=Một, hai | ko=하나 = 둘 ; K7M2Q2\",https://a.vn ; https://b.vn\n\
         hai,closed,Hai,Two,,Lời,Lead,landmark/den-le-loi ; street/le-loi,\n",
    ),
];

/// Two of each thing and some trouble in each.
pub fn register() -> Register {
    let mut register = Register::default();
    for (kind, rows) in ROWS {
        let found = read(kind, rows.as_bytes(), &register, &mut codes(1));
        register = with(found.unwrap().records, register);
    }
    register
}

/// The register with these records put in.
pub fn with(records: Records, mut register: Register) -> Register {
    records.put_into(&mut register);
    register
}

/// The register without its records of one kind, as a new database has it when that file comes.
pub fn only(register: &Register, kind: Kind) -> Register {
    let mut register = register.clone();
    match kind {
        Kind::Streets => register.streets.clear(),
        Kind::Signs => register.signs.clear(),
        Kind::Landmarks => register.landmarks.clear(),
        Kind::Namesakes => register.namesakes.clear(),
        Kind::Stories => register.stories.clear(),
        Kind::Wards => register.wards.clear(),
        Kind::Anniversaries => register.anniversaries.clear(),
        Kind::LegacyLinks => register.legacy_links.clear(),
        Kind::Walks => register.walks.clear(),
    }
    register
}

/// Codes from a fixed source of chance.
pub fn codes(seed: u64) -> impl FnMut() -> SignCode {
    let mut chance = StdRng::seed_from_u64(seed);
    move || std::iter::repeat_with(|| SignCode::issue(chance.random())).find_map(|code| code).unwrap()
}

pub fn link(code: SignCode) -> String {
    format!("HTTPS://QR.TEST/{code}")
}

/// Brings a file to the small register.
pub fn bring(kind: Kind, rows: &str) -> Result<Import, Report> {
    read(kind, rows.as_bytes(), &register(), &mut codes(1))
}

/// Line, column (`-` for the whole row) and key of each fault that a file has against the small register.
pub fn refused(kind: Kind, rows: &str) -> Vec<String> {
    faults_of(&bring(kind, rows).unwrap_err())
}

pub fn faults_of(report: &Report) -> Vec<String> {
    let shown = |fault: &BadCell| {
        let column = if fault.column.is_empty() { "-" } else { &fault.column };
        format!("{} {column} {}", fault.line, fault.reason.key)
    };
    report.faults.iter().map(shown).collect()
}

/// Brings a file of lines to the small register, in which two streets share a name and one had another address before.
pub fn bring_lines(file: &str) -> Result<Import, Report> {
    let mut register = register();
    let slug = |text: &str| Slug::parse(text).unwrap();
    for other in ["hai-noi-1", "hai-noi-2"] {
        let name = tenpho::register::Name::parse("Hai Nơi").unwrap();
        register.streets.push(tenpho::register::Street { slug: slug(other), name, ..register.streets[0].clone() });
    }
    let street = |text: &str| Place { kind: PlaceKind::Street, slug: slug(text) };
    register.former_slugs.push((street("cau-gio"), street("cau-dat")));
    // A sign of the small register is far out at sea, to try a sign before the number.
    register.signs.clear();
    read_lines(file.as_bytes(), &register)
}

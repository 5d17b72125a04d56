//! What import and export promise: nothing lost, nothing invented, all or nothing, and every fault named where it stands.

use crate::exchange_kit::{bring, codes, faults_of, link, only, refused, register, with};
use std::collections::BTreeSet;
use tenpho::exchange::{Kind, MOST_FAULTS, MOST_ROWS, Records, licence_line, read, starter, write_csv, write_json};
use tenpho::register::record::texts_of;
use tenpho::register::{Attestation, Fields, PlaceKind, Placement, Record, Register, Review, SignState, Stage};

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn the_starter_register_loads_whole() {
    let register = starter().unwrap();
    assert!(register.streets.len() >= 450 && register.landmarks.len() >= 60 && register.signs.len() >= 2800);
    assert!(!register.wards.is_empty() && !register.namesakes.is_empty());
    assert!(register.signs.iter().all(|sign| sign.placement == Placement::NotSurveyed && sign.state == SignState::Planned));
    for story in &register.stories {
        assert_eq!((story.stage, story.author.as_str()), (Stage::Published, "starter register"));
        assert!(story.review == Review::Awaiting || !story.sources.is_empty());
    }
}

#[test]
fn export_import_export_gives_the_same_bytes() {
    for register in [register(), starter().unwrap()] {
        for kind in Kind::ALL.iter().copied() {
            for write in [write_csv, write_json] {
                let first = write(kind, &register, &link);
                let found = read(kind, &first, &only(&register, kind), &mut codes(1)).unwrap();
                let again = with(found.records, only(&register, kind));
                assert_eq!(text(&write(kind, &again, &link)), text(&first), "{kind}");
            }
        }
    }
}

#[test]
fn a_file_that_says_nothing_new_changes_nothing() {
    let register = starter().unwrap();
    for kind in Kind::ALL.iter().copied() {
        for write in [write_csv, write_json] {
            let found = read(kind, &write(kind, &register, &link), &register, &mut codes(1)).unwrap();
            assert_eq!((found.records.len(), found.report.added, found.report.changed), (0, 0, 0), "{kind}");
            assert_eq!(found.report.unchanged, found.report.rows);
        }
    }
}

#[test]
fn the_columns_of_an_export_are_stable() {
    let heads = Kind::ALL.iter().map(|kind| text(&write_csv(*kind, &Register::default(), &link)).to_owned());
    assert_eq!(
        heads.collect::<String>(),
        "slug,name,kind,name_kind,namesake,attestation,source,districts,former_names,former_names_en,local_tie,local_tie_en,length_m,decision,note,names\n\
         code,link,place_kind,place,place_name,number,ward,state,placement,lat,lon,mounting_m,distance_m,side,corner,end_a,end_a_m,end_b,end_b_m,checked_on,photo\n\
         slug,name,kind,name_kind,namesake,attestation,source,name_en,districts,lat,lon,coordinate_source,built,rank,fact,fact_en,note,names\n\
         slug,name,kind,from,until,role,role_en,other_names,source,note\n\
         place_kind,place,lang,stage,lead,body,sources,review,author\n\
         slug,code,name,kind,from,until,district,became,split,source\n\
         slug,date,kind,shown_on,text,text_en,text_fr,text_zh,text_ja,text_ko,source\n\
         address,place_kind,place,code\n\
         slug,state,name,name_en,name_fr,name_zh,name_ja,name_ko,lead,lead_en,lead_fr,lead_zh,lead_ja,lead_ko,stops,source\n"
    );
    assert_eq!(text(&write_json(Kind::Signs, &Register::default(), &link)), "[]\n");
}

#[test]
fn signs_are_exported_with_link_name_and_position_by_place_and_number() {
    let csv = write_csv(Kind::Signs, &register(), &link);
    assert_eq!(
        text(&csv),
        "code,link,place_kind,place,place_name,number,ward,state,placement,lat,lon,mounting_m,distance_m,\
         side,corner,end_a,end_a_m,end_b,end_b_m,checked_on,photo\n\
         K7M2Q2,HTTPS://QR.TEST/K7M2Q2,street,cau-dat,Cầu Đất,1,gia-vien,planned,not surveyed,,,,,,,,,,,,\n\
         5R2F8U,HTTPS://QR.TEST/5R2F8U,street,cau-dat,Cầu Đất,2,,installed,\"góc, \"\"đèn\"\"\",'-20.10,106.68270,,,,,,,,,,\n"
    );
    let json = write_json(Kind::Signs, &register(), &link);
    assert!(text(&json).contains(r#""number":1,"ward":"gia-vien","state":"planned","placement":"not surveyed","lat":null,"lon":null"#));
    assert!(text(&json).contains(r#""lat":"-20.10","lon":"106.68270""#), "a digit must not be lost: {}", text(&json));
}

#[test]
fn an_export_of_coordinates_names_its_licence() {
    assert!(licence_line(Kind::Landmarks).is_some());
    assert!(licence_line(Kind::Streets).is_none());
}

#[test]
fn the_apostrophe_before_a_formula_comes_off_again() {
    for note in ["=1+1", "'=1", "''=cmd|' /C calc'!A0", "'a", "+84 225", "@SUM(A1)", "-", "＝1", "'＠x"] {
        let mut register = register();
        register.streets[0].note = tenpho::register::Line::parse(note).unwrap();
        let csv = write_csv(Kind::Streets, &register, &link);
        assert!(!text(&csv).contains(&format!(",{note}\n")) || note == "'a", "{}", text(&csv));
        let found = read(Kind::Streets, &csv, &only(&register, Kind::Streets), &mut codes(1)).unwrap();
        assert_eq!(with(found.records, Register::default()).streets, register.streets, "{note}");
    }
}

#[test]
fn a_missing_column_leaves_the_old_value() {
    let found = bring(Kind::Streets, "slug,length_m\ncau-dat,410\n").unwrap();
    let mut expected = register().streets.remove(0);
    expected.length_m = Some(410);
    assert_eq!(found.records, Records::Streets(vec![expected.clone()]));
    assert_eq!((found.report.rows, found.report.added, found.report.changed, found.report.unchanged), (1, 0, 1, 0));
    let json = bring(Kind::Streets, r#"[{"slug": "cau-dat", "length_m": 410}]"#).unwrap();
    assert_eq!(json.records, Records::Streets(vec![expected]));
}

#[test]
fn an_empty_cell_means_unknown() {
    let Records::Streets(streets) = bring(Kind::Streets, "slug,kind,namesake,note\ncau-dat,,,\n").unwrap().records else { panic!() };
    assert_eq!((streets[0].kind, &streets[0].namesake, streets[0].note.as_str()), (None, &None, ""));
    assert_eq!(refused(Kind::Signs, "code,state\nK7M2Q2,\n"), ["2 state cell-empty"]);
}

#[test]
fn a_new_row_gets_the_defaults_of_what_the_file_leaves_out() {
    let Records::Streets(streets) = bring(Kind::Streets, "slug,name\nmoi,Mới\n").unwrap().records else { panic!() };
    assert_eq!((streets[0].attestation, streets[0].kind), (Attestation::SingleSource, None));
    let Records::Signs(signs) = bring(Kind::Signs, "code,place_kind,place\nV9YG6S,street,cau-dat\n").unwrap().records else { panic!() };
    assert_eq!((signs[0].state, &signs[0].placement, signs[0].number), (SignState::Planned, &Placement::NotSurveyed, None));
    let rows = "place_kind,place,lang,lead,body\nstreet,cau-dat,en,A lead,A body\n";
    let Records::Stories(stories) = bring(Kind::Stories, rows).unwrap().records else { panic!() };
    assert_eq!((stories[0].stage, stories[0].review, stories[0].author.as_str()), (Stage::Draft, Review::Awaiting, "import"));
}

#[test]
fn an_empty_code_gets_a_new_one_that_nothing_bears() {
    let rows = "code,place_kind,place\n,street,cau-dat\n,street,cau-dat\nV9YG6S,street,cau-dat\n";
    let bytes = rows.as_bytes();
    let mut given = ["K7M2Q2", "V9YG6S", "FB3GK9", "FB3GK9"].into_iter().map(|code| tenpho::register::SignCode::parse(code).unwrap());
    let mut more = codes(7);
    let found = read(Kind::Signs, bytes, &register(), &mut || given.next().unwrap_or_else(&mut more)).unwrap();
    let Records::Signs(signs) = found.records else { panic!() };
    let mut all: Vec<&str> = signs.iter().map(|sign| sign.code.as_str()).collect();
    assert_eq!((all[0], all[2]), ("FB3GK9", "V9YG6S"));
    all.dedup();
    assert_eq!(all.len(), 3);
    let stuck = read(Kind::Signs, bytes, &register(), &mut || tenpho::register::SignCode::parse("K7M2Q2").unwrap()).unwrap_err();
    assert_eq!(faults_of(&stuck)[0], "2 code code-none-left");
}

#[test]
fn an_empty_slug_is_made_of_the_name() {
    let rows = "slug,name\n,Cầu Đất\n,Vạn Hoa\nvan-hoa-2,Khác\n,Vạn Hóa\n";
    let Records::Streets(streets) = bring(Kind::Streets, rows).unwrap().records else { panic!() };
    let slugs: Vec<&str> = streets.iter().map(|street| street.slug.as_str()).collect();
    assert_eq!(slugs, ["cau-dat-2", "van-hoa", "van-hoa-2", "van-hoa-3"]);
    assert_eq!(refused(Kind::Streets, "slug,name\n,?!\n"), ["2 slug slug-unmakeable"]);
}

#[test]
fn what_the_register_derives_is_not_read_back() {
    let rows = "code,link,place_name\nK7M2Q2,https://evil.test/,Sai tên\n";
    assert_eq!(bring(Kind::Signs, rows).unwrap().report.unchanged, 1);
    assert_eq!(bring(Kind::Landmarks, "slug,name_kind\nnha-hat-lon,nonsense\n").unwrap().report.unchanged, 1);
}

#[test]
fn a_ward_is_named_by_slug_or_by_a_code_that_only_one_has() {
    for (given, expected) in [("gia-vien", "gia-vien"), ("11407", "an-bien"), ("11329", "cau-dat-cu")] {
        let found = bring(Kind::Signs, &format!("code,ward\n5R2F8U,{given}\n")).unwrap();
        let Records::Signs(signs) = found.records else { panic!() };
        assert_eq!(signs[0].ward.as_ref().map(tenpho::register::Slug::as_str), Some(expected));
    }
    assert_eq!(refused(Kind::Signs, "code,ward\n5R2F8U,11359\n"), ["2 ward ward-ambiguous"]);
}

#[test]
fn one_bad_row_imports_nothing_and_every_bad_row_is_named() {
    let rows = "code,place_kind,place,number,ward,lat,lon,state\n\
                V9YG6S,street,cau-dat,3,,,,planned\n\
                K7M2Q3,street,cau-dat,1,,,,planned\n\
                \n\
                FB3GK9,street,khong-co,x,la,91,106,gone\n\
                V9YG6S,street,cau-dat,3,,,,planned\n\
                Z3W5C9,street,cau-dat,3,,20.8,,planned\n\
                K7M2Q2,street\n";
    let expected = [
        "3 code code-check",
        "5 place place-unknown",
        "5 number cell-number",
        "5 ward ward-unknown",
        "5 state token-unknown",
        "5 lat cell-coordinate",
        "6 code row-twice",
        "7 lon cell-coordinate-half",
        "8 - row-cells",
    ];
    assert_eq!(refused(Kind::Signs, rows), expected);
    let report = bring(Kind::Signs, rows).unwrap_err();
    assert_eq!((report.added, report.changed, report.unchanged, report.faults_in_all), (0, 0, 0, expected.len()));
    assert_eq!(refused(Kind::Signs, &rows.replace('\n', "\r\n")), expected);
}

#[test]
fn a_fault_names_the_line_where_its_record_starts() {
    let rows = "slug,name,note\r\na,\"A\",\"one\r\ntwo\nthree\"\r\n\r\nb,,x\r\n";
    assert_eq!(refused(Kind::Streets, rows), ["6 name text-empty"]);
    let json = "[\n {\"slug\": \"a\",\n  \"name\": \"A\"},\n {\"slug\": \"b\", \"name\": null}\n]";
    assert_eq!(refused(Kind::Streets, json), ["4 name text-empty"]);
}

#[test]
fn a_header_must_name_the_columns_that_there_are() {
    assert_eq!(refused(Kind::Signs, "link,state\nx,planned\n")[0], "1 code column-missing");
    assert_eq!(refused(Kind::Signs, "code,colour,\nK7M2Q2,blue,\n"), ["1 colour column-unknown", "1 - column-unnamed"]);
    assert_eq!(refused(Kind::Signs, "code,state,STATE\nK7M2Q2,planned,planned\n"), ["1 STATE column-twice"]);
    assert_eq!(refused(Kind::Signs, r#"[{"state":"planned"}]"#)[0], "1 code column-missing");
    assert_eq!(refused(Kind::Signs, r#"[{"code":"K7M2Q2","code":"5R2F8U"}]"#), ["1 code column-twice"]);
    assert_eq!(refused(Kind::Signs, r#"[{"code":"K7M2Q2","number":[1]}]"#), ["1 number cell-not-text"]);
}

#[test]
fn bad_cells_are_refused_with_their_reason() {
    let long = "ă".repeat(10_000);
    let streets: [(&str, &str); 6] = [
        (&long, "text-too-long"),
        ("Lê\u{202e}Lợi", "text-invisible"),
        ("Lê\0Lợi", "text-invisible"),
        ("Lê\u{200b}Lợi", "text-invisible"),
        ("Lê\u{feff}Lợi", "text-invisible"),
        (" ", "text-empty"),
    ];
    for (name, key) in streets {
        assert_eq!(refused(Kind::Streets, &format!("slug,name\na,{name}\n")), [format!("2 name {key}")]);
    }
    let cells = [
        (Kind::Streets, "slug,namesake\ncau-dat,ai-do\n", "namesake", "namesake-unknown"),
        (Kind::Streets, "slug,length_m\ncau-dat,-5\n", "length_m", "cell-number"),
        (Kind::Streets, "slug,length_m\ncau-dat,99999999999\n", "length_m", "cell-number"),
        (Kind::Streets, "slug,kind\ncau-dat,lane\n", "kind", "token-unknown"),
        (Kind::Streets, "slug,name\nCầu Đất,x\n", "slug", "text-slug"),
        (Kind::Namesakes, "slug,from\nle-loi,1385?\n", "from", "cell-year"),
        (Kind::Namesakes, "slug,until\nle-loi,~\n", "until", "cell-year"),
        (Kind::Wards, "slug,from\ngia-vien,1/7/2025\n", "from", "cell-day"),
        (Kind::Wards, "slug,until\ngia-vien,2025-02-30\n", "until", "cell-day"),
        (Kind::Wards, "slug,code\ngia-vien,113\n", "code", "cell-ward-code"),
        (Kind::Wards, "slug,became\ngia-vien,an-bien; dau-do\n", "became", "ward-unknown"),
        (Kind::Landmarks, "slug,lat,lon\nnha-hat-lon,\"20,86\",106.6\n", "lat", "cell-coordinate"),
        (Kind::Landmarks, "slug,lat,lon\nnha-hat-lon,20.86,181\n", "lon", "cell-coordinate"),
        (Kind::Walks, "slug,stops\nmot,street/cau-dat\n", "stops", "walk-stops-number"),
        (Kind::Walks, &format!("slug,stops\nmot,{}\n", many_stops(41)), "stops", "walk-stops-number"),
        (Kind::Walks, "slug,stops\nmot,street/cau-dat ; street/khong-co\n", "stops", "walk-stop-unknown"),
        (Kind::Walks, "slug,stops\nmot,street/cau-dat ; V9YG6S\n", "stops", "walk-stop-unknown"),
        (Kind::Walks, "slug,stops\nmot,street/cau-dat ; namesake/le-loi\n", "stops", "walk-stop-unreadable"),
        (Kind::Walks, "slug,stops\nmot,street/cau-dat ; K7M2Q3\n", "stops", "walk-stop-unreadable"),
        (Kind::Walks, "slug,stops\nmot,street/cau-dat ; at=street/le-loi | de=ein\n", "stops", "walk-stop-unreadable"),
        (Kind::Walks, "slug,stops\nmot,street/cau-dat ; at=street/le-loi | vi=a | vi=b\n", "stops", "walk-stop-unreadable"),
        (Kind::Walks, "slug,stops\nmot,street/cau-dat ; vi=a | en=b\n", "stops", "walk-stop-unreadable"),
        (Kind::Walks, "slug,stops\nmot,street/cau-dat ; at=street/cau-dat | vi=a\n", "stops", "walk-stop-twice"),
        (Kind::Walks, &format!("slug,stops\nmot,street/cau-dat ; at=street/le-loi | vi={}\n", "a".repeat(401)), "stops", "text-too-long"),
        (Kind::Walks, "slug,name_en\nmot,\n", "name_en", "text-empty"),
        (Kind::Walks, "slug,lead\nmot,\n", "lead", "text-empty"),
        (Kind::Walks, &format!("slug,lead_fr\nmot,{}\n", "a".repeat(301)), "lead_fr", "text-too-long"),
        (Kind::Walks, "slug,state\nmot,hidden\n", "state", "token-unknown"),
        (Kind::Stories, "place_kind,place,lang\nstreet,cau-dat,xx\n", "lang", "token-unknown"),
        (Kind::Stories, "place_kind,place,lang\nstreet,khong-co,en\n", "place", "place-unknown"),
        (Kind::Stories, &format!("place_kind,place,lang,lead\nstreet,cau-dat,en,{}\n", "a".repeat(301)), "lead", "text-too-long"),
    ];
    for (kind, rows, column, key) in cells {
        assert_eq!(refused(kind, rows), [format!("2 {column} {key}")], "{rows}");
    }
}

/// So many stops, none of them twice.
fn many_stops(count: usize) -> String {
    (0..count).map(|number| format!("street/duong-{number}")).collect::<Vec<_>>().join(" ; ")
}

#[test]
fn a_file_that_is_none_is_refused_as_a_whole() {
    assert_eq!(refused(Kind::Signs, ""), ["0 - file-empty"]);
    assert_eq!(refused(Kind::Signs, "\u{feff} \n"), ["0 - file-empty"]);
    assert_eq!(refused(Kind::Signs, "code,state\nK7M2Q2,\"planned\n5R2F8U,planned\n"), ["2 - file-unclosed-quote"]);
    assert_eq!(refused(Kind::Signs, "[{\"code\":\"K7M2Q2\"},\n{\"code\":"), ["2 - file-json"]);
    assert_eq!(refused(Kind::Signs, "[{\"code\":\"K7M2Q2\"},]"), ["1 - file-json"]);
    assert_eq!(refused(Kind::Signs, "[{\"code\":\"K7M2Q2\"}] x"), ["1 - file-json"]);
    assert_eq!(refused(Kind::Signs, &format!("code\r\nK7M2Q2{}\r\n", ",".repeat(60_000))), ["2 - row-too-many-cells"]);
    let big = vec![b'a'; 64 * 1024 * 1024 + 1];
    assert_eq!(faults_of(&read(Kind::Signs, &big, &register(), &mut codes(1)).unwrap_err()), ["0 - file-too-large"]);
    let rows = format!("code\n{}", "K7M2Q2\n".repeat(MOST_ROWS + 1));
    let report = bring(Kind::Signs, &rows).unwrap_err();
    assert_eq!((report.faults.len(), report.faults_in_all, report.rows), (MOST_FAULTS, MOST_ROWS, MOST_ROWS));
}

#[test]
fn a_file_is_read_however_a_spreadsheet_saved_it() {
    let plain = "slug,name,note\nmoi,Đường Mới,ghi chú\n";
    let expected = bring(Kind::Streets, plain).unwrap();
    let marked = format!("\u{feff}{plain}");
    let little: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = marked.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(plain).collect();
    let texts = [
        marked.clone(),
        plain.replace(',', ";"),
        plain.replace(',', "\t"),
        plain.replace('\n', "\r\n"),
        plain.replace('\n', "\r"),
        decomposed,
        plain.replace("slug,name,note", " SLUG , Name,\"note \""),
        format!("\n{plain},,\n\n"),
        plain.trim_end().to_owned(),
    ];
    for bytes in texts.iter().map(|text| text.clone().into_bytes()).chain([little, big]) {
        assert_eq!(read(Kind::Streets, &bytes, &register(), &mut codes(1)).as_ref(), Ok(&expected));
    }
}

#[test]
fn windows_1258_is_read_and_said_so_but_damaged_utf8_is_not() {
    // «Cầu Đất» as Vietnamese Windows writes it: the marks of tone stand behind their letters.
    let bytes = b"slug,name\nmoi,C\xe2\xccu \xd0\xe2\xect\n";
    let found = read(Kind::Streets, bytes, &register(), &mut codes(1)).unwrap();
    let Records::Streets(streets) = &found.records else { panic!() };
    assert_eq!(streets[0].name.as_str(), "Cầu Đất");
    assert_eq!(found.report.notes[0].key, "file-read-as-windows-1258");
    let mut damaged = "slug,name\na,Cầu Đất\nb,Lạch Tray\n".as_bytes().to_vec();
    let at = damaged.len() - 8;
    damaged[at] = 0xff;
    assert_eq!(faults_of(&read(Kind::Streets, &damaged, &register(), &mut codes(1)).unwrap_err()), ["3 - file-broken-utf8"]);
    assert_eq!(
        faults_of(&read(Kind::Streets, b"slug,name\na,\x8d\x9d\xff\n", &register(), &mut codes(1)).unwrap_err()),
        ["0 - file-encoding"]
    );
}

#[test]
fn a_report_is_readable_by_a_program() {
    let report = bring(Kind::Streets, "slug,length_m\ncau-dat,x\n").unwrap_err();
    assert_eq!(
        serde_json::to_string(&report).unwrap(),
        r#"{"rows":1,"added":0,"changed":0,"unchanged":0,"faults":[{"line":2,"column":"length_m","reason":{"key":"cell-number","given":"x"}}],"faults_in_all":1,"notes":[]}"#
    );
}

#[test]
fn every_sentence_of_this_room_is_there_in_every_language() {
    let mut used: Vec<String> = Vec::new();
    for file in ["src/exchange", "src/register"].iter().flat_map(|room| std::fs::read_dir(room).unwrap()) {
        let source = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let calls = source.split("Sentence::new(\"").skip(1).chain(source.split("refusal(\"").skip(1));
        used.extend(calls.filter_map(|call| call.split('"').next()).map(str::to_owned));
    }
    used.extend(["cell-day", "cell-year", "cell-ward-code"].map(str::to_owned));
    assert!(used.len() > 40);
    for words in ["assets/texts/vi.ftl", "assets/texts/en.ftl"] {
        let texts = fluent_bundle::FluentResource::try_new(std::fs::read_to_string(words).unwrap()).unwrap();
        for key in &used {
            assert!(texts.source().lines().any(|line| line.starts_with(&format!("{key} = "))), "{words} lacks {key}");
        }
    }
}

#[test]
fn every_field_of_a_record_is_a_column_of_its_table() {
    let register = starter().unwrap();
    let records: [(Kind, &dyn Fields, &[&str]); 4] = [
        (Kind::Streets, &register.streets[0], &[]),
        (Kind::Landmarks, &register.landmarks[0], &["name_kind"]),
        (Kind::Namesakes, &register.namesakes[0], &[]),
        (Kind::Signs, &register.signs[0], &["link", "place_name"]),
    ];
    for (kind, record, told_besides) in records {
        let columns: BTreeSet<&str> = kind.columns().iter().copied().filter(|column| !told_besides.contains(column)).collect();
        assert_eq!(columns, record.fields().into_iter().map(|(field, _)| field).collect(), "{kind}");
    }
}

#[test]
fn a_cell_is_refused_as_the_field_of_a_form_is() {
    for (field, text) in [("kind", "tường"), ("attestation", "sure"), ("names", "A | B"), ("length_m", "x"), ("note", "A\u{200b}B")] {
        let mut fields = texts_of(&register().streets[0]);
        fields.insert(field.to_owned(), text.to_owned());
        let in_form = Record::read(PlaceKind::Street, &fields).unwrap_err().remove(0);
        let in_file = bring(Kind::Streets, &format!("slug,{field}\ncau-dat,{text}\n")).unwrap_err().faults.remove(0);
        assert_eq!((in_file.line, in_file.column, in_file.reason), (2, in_form.field, in_form.reason));
    }
}

#[test]
fn half_a_position_is_refused_at_the_half_that_is_empty() {
    let refused = |rows| refused(Kind::Landmarks, rows);
    assert_eq!(refused("slug,lat,lon\nnha-hat-lon,,106.7\n"), ["2 lat cell-coordinate-half"]);
    assert_eq!(refused("slug,lat,lon\nnha-hat-lon,abc,\n"), ["2 lon cell-coordinate"]);
    assert_eq!(refused("slug,lat\nbad slug,20.8\n"), ["2 slug text-slug", "2 lon cell-coordinate-half"], "even where the row has no key");
}

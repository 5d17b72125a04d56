//! What an operator can see and do at a terminal.

use crate::kit::{BASE_URL, Ended, Operator, Product, check};
use std::io::Write;
use std::net::TcpListener;
use std::process::Stdio;
use std::time::{Duration, Instant};

#[test]
fn a_database_that_does_not_exist_is_made_and_filled_once() {
    let operator = Operator::new();
    let ended = operator.run(&["export", "streets"]);
    assert_eq!(ended.code, 0);
    assert!(ended.err.contains("Made the database tenpho.db"), "{}", ended.err);
    assert_eq!(csv::Reader::from_reader(ended.out.as_bytes()).records().count(), 450);
    let again = operator.run(&["export", "streets"]);
    assert_eq!(again.err, "");
    let signs = operator.done(&["export", "signs"]);
    assert_eq!(csv::Reader::from_reader(signs.as_bytes()).records().count(), 2_800);
    assert_eq!(std::fs::read_dir(operator.folder.path()).unwrap().count(), 1, "no half-made file is left");
}

#[test]
fn the_signs_come_back_letter_for_letter_in_a_new_database() {
    let (first, second) = (Operator::new(), Operator::new());
    first.file("more.csv", "code,place_kind,place,number,ward,state,placement,lat,lon\n,street,cau-dat,70,hong-bang,installed,\"góc Hoàng Văn Thụ, bên phải\",20.8570,106.6830\n");
    first.done(&["import", "signs", "more.csv"]);
    let table = first.done(&["export", "signs", "--base-url", BASE_URL]);
    assert_eq!(table.lines().count(), 2_802);
    let path = second.file("signs.csv", &table);
    second.done(&["import", "signs", path.to_str().unwrap()]);
    assert_eq!(second.done(&["export", "signs", "--base-url", BASE_URL]), table);
}

#[test]
fn every_kind_comes_back_without_loss() {
    let (first, second) = (Operator::new(), Operator::new());
    for kind in ["wards", "namesakes", "streets", "landmarks", "signs", "stories", "walks"] {
        for format in ["csv", "json"] {
            let table = first.done(&["export", kind, "--format", format, "--out", "table"]);
            assert_eq!(table, "", "{kind}");
            let kept = std::fs::read(first.path("table")).unwrap();
            let path = second.file("table", &kept);
            second.done(&["import", kind, path.to_str().unwrap()]);
            second.done(&["export", kind, "--format", format, "--out", "again"]);
            assert!(kept == std::fs::read(second.path("again")).unwrap(), "{kind} {format}");
        }
    }
}

#[test]
fn where_a_base_url_is_set_the_table_of_signs_has_the_printed_links() {
    let operator = Operator::new();
    let bare = operator.done(&["export", "signs"]);
    assert!(bare.lines().nth(1).unwrap().contains(",,street,"), "the link is empty: {bare:.80}");
    let linked = operator.done(&["export", "signs", "--base-url", BASE_URL]);
    let mut rows = csv::Reader::from_reader(linked.as_bytes());
    for row in rows.records().map(|row| row.unwrap()) {
        assert_eq!(row[1], format!("HTTPS://QR.HAIPHONG.GOV.VN/{}", &row[0]));
        assert_eq!(&row[8], "not surveyed");
    }
}

#[test]
fn a_bad_base_url_is_refused_with_what_to_change() {
    let operator = Operator::new();
    let cases = [
        ("https://haiphong.gov.vn/qr", "holds the path"),
        ("https://haiphong.gov.vn?x=1", "a question mark"),
        ("https://haiphong.gov.vn#x", "a number sign"),
        ("https://a:b@haiphong.gov.vn", "a user name or a password"),
        ("ftp://haiphong.gov.vn", "must start with https"),
        ("haiphong", "not an address"),
        ("https://hai_phong.vn", "cannot hold"),
        ("https://", "names no host"),
        ("https:x.vn", "read as https://x.vn"),
        ("https://1", "read as https://0.0.0.1"),
        ("https://x..vn", "no host name"),
        ("https://-x.vn", "no host name"),
    ];
    for (given, sentence) in cases {
        let ended = operator.run(&["export", "signs", "--base-url", given]);
        assert_eq!(ended.code, 1, "{given}");
        assert!(ended.err.contains(sentence), "{given}: {}", ended.err);
    }
}

#[test]
fn one_bad_row_imports_nothing_and_every_bad_row_is_named() {
    let operator = Operator::new();
    let before = operator.done(&["export", "signs"]);
    let code = before.lines().nth(1).unwrap().split(',').next().unwrap().to_owned();
    let table = format!(
        "code,place_kind,place,number\n,street,cau-dat,90\nK7M2Q3,street,cau-dat,91\n{code},street,khong-co,92\n{code},street,cau-dat,x\n,street,cau-dat,{}\n",
        "9".repeat(10_000)
    );
    operator.file("bad.csv", table);
    for arguments in [&["import", "signs", "bad.csv"][..], &["import", "signs", "bad.csv", "--dry-run"]] {
        let ended = operator.run(arguments);
        assert_eq!(ended.code, 1);
        for place in ["Line 3, column code", "Line 4, column place", "Line 5", "Line 6, column number"] {
            assert!(ended.err.contains(place), "{place}: {}", ended.err);
        }
    }
    assert_eq!(operator.done(&["export", "signs"]), before);
    let json = operator.run(&["import", "signs", "bad.csv", "--json"]);
    let report: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!((json.code, &report["ok"]), (1, &serde_json::Value::Bool(false)));
    assert!(report["report"]["faults"].as_array().unwrap().len() >= 4);
}

#[test]
fn a_dry_run_makes_every_check_and_writes_nothing() {
    let operator = Operator::new();
    operator.file("good.csv", "slug,length_m\ncau-dat,612\n");
    assert!(operator.done(&["import", "streets", "good.csv", "--dry-run"]).contains("1 changed"));
    assert!(operator.done(&["export", "streets"]).contains(",610,"));
    assert!(operator.done(&["import", "streets", "good.csv"]).contains("1 changed"));
    assert!(operator.done(&["export", "streets"]).contains(",612,"));
}

#[test]
fn files_of_a_spreadsheet_are_taken_as_they_come() {
    let operator = Operator::new();
    operator.file("excel.csv", "\u{feff}slug;name;kind\r\nduong-thu;\u{110}u\u{31b}o\u{31b}\u{300}ng thu\u{31b}\u{309};road\r\n");
    operator.done(&["import", "streets", "excel.csv"]);
    assert!(operator.done(&["export", "streets"]).contains("duong-thu,Đường thử,road"), "NFD comes out as NFC");
    let (old, _, _) = encoding_rs::WINDOWS_1258.encode("slug,name\nduong-cu,Cu\u{309}a biê\u{309}n\n");
    operator.file("old.csv", &old);
    assert!(operator.run(&["import", "streets", "old.csv"]).err.contains("Windows-1258"));
    assert!(operator.done(&["export", "streets"]).contains("duong-cu,Của biển"));
}

#[test]
fn what_is_no_database_of_ours_is_refused() {
    let operator = Operator::new();
    operator.file("text.db", "this is no database, but a letter to the mayor".repeat(30));
    operator.file("empty.db", "");
    rusqlite::Connection::open(operator.path("foreign.db")).unwrap().execute_batch("CREATE TABLE t (x)").unwrap();
    operator.done(&["--db", "newer.db", "doctor"]);
    rusqlite::Connection::open(operator.path("newer.db")).unwrap().pragma_update(None, "user_version", 99).unwrap();
    std::fs::create_dir(operator.path("folder.db")).unwrap();
    let cases = [
        ("text.db", "is not a database"),
        ("foreign.db", "another program"),
        ("newer.db", "newer version"),
        ("folder.db", "is not a database"),
        ("empty.db", "another program"),
    ];
    for (file, sentence) in cases {
        for command in ["doctor", "serve"] {
            let ended = operator.run(&["--db", file, command]);
            assert_eq!(ended.code, 1, "{file}");
            assert!(ended.err.contains(sentence), "{file}: {}", ended.err);
        }
    }
}

#[test]
fn a_locked_database_is_waited_for_and_then_reported() {
    let operator = Operator::new();
    operator.done(&["doctor"]);
    let holder = rusqlite::Connection::open(operator.path("tenpho.db")).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    operator.file("good.csv", "slug,length_m\ncau-dat,612\n");
    let begun = Instant::now();
    let ended = operator.run(&["import", "streets", "good.csv"]);
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("Another program has held the database"), "{}", ended.err);
    assert!(begun.elapsed() >= Duration::from_secs(4), "it did not wait");
}

#[test]
fn a_port_in_use_is_named() {
    let operator = Operator::new();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let ended = operator.run(&["--listen", &address]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains(&address) && ended.err.contains("--listen"), "{}", ended.err);
}

#[test]
fn the_metrics_have_an_address_of_their_own_and_no_visitor_in_them() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let product = Product::start_with(Operator::new(), &["--metrics-listen", &free]);
    product.get_with("/vi/", &[("user-agent", "marker-of-a-visitor")]);
    product.get("/nowhere");
    let mut answer = ureq::get(format!("http://{free}/metrics")).call().unwrap();
    let text = answer.body_mut().read_to_string().unwrap();
    assert!(
        text.contains("tenpho_answers_total{status=\"2xx\"} 1\n") && text.contains("tenpho_answers_total{status=\"4xx\"} 1\n"),
        "{text}"
    );
    assert!(!text.contains("marker"));
    assert_eq!(product.get("/metrics").status, 404);
}

#[test]
fn the_doctor_tells_faults_from_work_left_to_do() {
    let operator = Operator::new();
    let said = operator.done(&["doctor"]);
    for note in ["2800 signs: placement not surveyed", "awaiting review", "No base URL is set", "Everything is in order"] {
        assert!(said.contains(note), "{note}: {said}");
    }
    let table = "place_kind,place,lang,stage,lead,body,sources,review\nstreet,an-duong,vi,published,Câu.,Đoạn.,,sourced\n";
    operator.file("stories.csv", table);
    assert!(operator.run(&["import", "stories", "stories.csv"]).err.contains("neither a source nor the label"));
    let spoilt = "DROP TRIGGER a_version_is_never_changed;
        UPDATE version SET review = 'sourced', sources = '' WHERE id = (SELECT min(public_version) FROM story)";
    rusqlite::Connection::open(operator.path("tenpho.db")).unwrap().execute_batch(spoilt).unwrap();
    let ended = operator.run(&["doctor", "--json"]);
    let report: serde_json::Value = serde_json::from_str(&ended.out).unwrap();
    assert_eq!((ended.code, report["faults"][0]["key"].as_str()), (1, Some("doctor-no-source")));
}

#[test]
fn the_doctor_names_the_row_that_a_hand_has_spoilt() {
    for (edit, table, key) in [
        ("UPDATE sign SET code = 'ABCDEF' WHERE code = (SELECT min(code) FROM sign)", "sign", "ABCDEF"),
        ("UPDATE story SET lang = 'de' WHERE public_version = (SELECT min(public_version) FROM story)", "story", "lang"),
        (
            "UPDATE street SET name = char(0) WHERE place_id = (SELECT id FROM place WHERE kind = 'street' AND slug = 'cau-dat')",
            "street",
            "cau-dat",
        ),
        ("UPDATE sign SET number = -5 WHERE code = (SELECT min(code) FROM sign)", "sign", "number"),
        ("INSERT INTO former_slug (kind, slug, place_id) SELECT kind, 'no slug', id FROM place LIMIT 1", "former_slug", "slug"),
    ] {
        let operator = Operator::new();
        operator.done(&["doctor"]);
        operator.edit(edit);
        let ended = operator.run(&["doctor"]);
        assert_eq!(ended.code, 1, "{edit}: {}", ended.err);
        assert!(ended.out.contains(&format!("table {table}")) && ended.out.contains(key), "{edit}: {}", ended.out);
        assert_eq!(operator.run(&["backup", "copy.db"]).code, 2, "{edit}: a backup that nothing can open is no backup");
    }
}

#[test]
fn a_refused_database_is_left_as_it_was() {
    let operator = Operator::new();
    rusqlite::Connection::open(operator.path("foreign.db")).unwrap().execute_batch("CREATE TABLE t (x)").unwrap();
    operator.file("empty.db", "");
    for file in ["foreign.db", "empty.db"] {
        let before = std::fs::read(operator.path(file)).unwrap();
        assert_eq!(operator.run(&["--db", file, "doctor"]).code, 1);
        assert!(before == std::fs::read(operator.path(file)).unwrap(), "{file} was changed");
    }
}

#[test]
fn a_file_is_written_only_where_a_file_belongs() {
    let operator = Operator::new();
    operator.done(&["doctor"]);
    assert!(std::process::Command::new("mkfifo").arg(operator.path("pipe")).status().unwrap().success());
    let ended = operator.run(&["export", "wards", "--out", "pipe"]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("no ordinary file"), "{}", ended.err);
    operator.file("behind", "old");
    std::os::unix::fs::symlink("behind", operator.path("link")).unwrap();
    operator.done(&["export", "wards", "--out", "link"]);
    assert!(operator.path("link").is_symlink() && std::fs::read_to_string(operator.path("behind")).unwrap().starts_with("slug,"));
}

#[test]
fn standard_output_that_takes_nothing_is_no_panic() {
    let operator = Operator::new();
    operator.done(&["doctor"]);
    let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    for arguments in [&["doctor"][..], &["export", "signs"], &["doctor", "--json"]] {
        let ended = Ended::of(&operator.command(arguments).stdout(full()).output().unwrap());
        assert_eq!(ended.code, 2, "{arguments:?}: {}", ended.err);
        assert!(!ended.err.contains("panicked") && ended.err.lines().count() <= 3, "{}", ended.err);
        let mut left = operator.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(left.stdout.take());
        assert_eq!(left.wait().unwrap().code(), Some(0), "{arguments:?}: a reader that has gone is no failure");
    }
}

#[test]
fn a_refusal_is_json_where_json_was_asked_for() {
    let operator = Operator::new();
    let ended = operator.run(&["restore", "nowhere.db", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&ended.out).unwrap();
    assert_eq!((ended.code, told["ok"].as_bool(), told["error"]["key"].as_str()), (1, Some(false), Some("store-missing")));
}

#[test]
fn an_address_is_listened_on_wherever_it_stands_in_the_command() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let operator = Operator::new();
    for arguments in [["--listen", &address, "serve"], ["serve", "--listen", &address]] {
        assert!(operator.run(&arguments).err.contains(&address), "{arguments:?}");
    }
    let ended = Ended::of(&operator.command(&["serve"]).env("TENPHO_LISTEN", "nonsense").output().unwrap());
    assert!(ended.code == 1 && ended.err.contains("nonsense"), "{}", ended.err);
    assert_eq!(Ended::of(&operator.command(&["doctor"]).env("TENPHO_LISTEN", "nonsense").output().unwrap()).code, 0);
}

#[test]
fn the_operator_is_answered_in_vietnamese_where_the_locale_is() {
    let operator = Operator::new();
    let output = operator.command(&["restore", "khong-co.db"]).env("LC_ALL", "vi_VN.UTF-8").output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "tenpho: Không có tệp khong-co.db.\n");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let operator = Operator::new();
    operator.done(&["doctor"]);
    let mut export = operator.command(&["export", "signs"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(export.stdout.take());
    let ended = export.wait_with_output().unwrap();
    assert_eq!((ended.status.code(), ended.stderr.len()), (Some(0), 0));
}

#[test]
fn a_file_can_come_from_standard_input() {
    let operator = Operator::new();
    operator.done(&["doctor"]);
    let mut import = operator.command(&["import", "streets", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    import.stdin.take().unwrap().write_all(b"slug,length_m\ncau-dat,613\n").unwrap();
    assert!(String::from_utf8_lossy(&import.wait_with_output().unwrap().stdout).contains("1 changed"));
}

#[test]
fn an_option_that_is_mistyped_can_be_mended() {
    let operator = Operator::new();
    for arguments in [&["prin"][..], &["export", "street"], &["--listen", "here"], &["export"]] {
        let ended = operator.run(arguments);
        assert_eq!(ended.code, 1, "{arguments:?}: {}", ended.err);
        assert!(!ended.err.is_empty());
    }
    assert_eq!(operator.run(&["--help"]).code, 0);
    assert_eq!(operator.run(&["--version"]).out, format!("tenpho {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_help_says_what_it_said_and_the_readme_names_every_command() {
    check("help/tenpho.txt", &tenpho::cli::help_of("").unwrap());
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    for name in tenpho::cli::command_names() {
        check(&format!("help/{name}.txt"), &tenpho::cli::help_of(&name).unwrap());
        assert!(readme.contains(&format!("tenpho {name}")), "the README does not name tenpho {name}");
    }
}

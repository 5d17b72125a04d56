//! A running product on a throw-away database, one persona per kind of user, and golden files.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use tempfile::TempDir;
use ureq::Agent;
use ureq::http::Response;

/// The base URL of the tests: the one in the documents.
pub const BASE_URL: &str = "https://qr.haiphong.gov.vn";

/// An operator at a terminal, in a folder of their own.
pub struct Operator {
    pub folder: TempDir,
}

/// How a command ended.
pub struct Ended {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Operator {
    pub fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A file of theirs with this content.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        std::fs::write(self.path(name), content).unwrap();
        self.path(name)
    }

    /// Changes the database by hand, as nobody should.
    pub fn edit(&self, sql: &str) {
        let database = rusqlite::Connection::open(self.path("tenpho.db")).unwrap();
        database.pragma_update(None, "foreign_keys", "OFF").unwrap();
        assert!(database.execute(sql, ()).unwrap() > 0, "{sql}");
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tenpho"));
        command.args(arguments).current_dir(self.folder.path()).env_clear().env("LC_ALL", "en_GB.UTF-8");
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ended {
        Ended::of(&self.command(arguments).stdin(Stdio::null()).output().unwrap())
    }

    /// As [`Operator::run`], and it must be done.
    pub fn done(&self, arguments: &[&str]) -> String {
        let ended = self.run(arguments);
        assert_eq!(ended.code, 0, "{arguments:?}: {}{}", ended.out, ended.err);
        ended.out
    }
}

impl Ended {
    pub fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self { code: output.status.code().unwrap_or(-1), out: text(&output.stdout), err: text(&output.stderr) }
    }
}

/// A served installation.
pub struct Product {
    pub operator: Operator,
    pub address: String,
    agent: Agent,
    serving: Child,
}

impl Product {
    pub fn start() -> Self {
        Self::start_with(Operator::new(), &["--base-url", BASE_URL])
    }

    pub fn start_with(operator: Operator, arguments: &[&str]) -> Self {
        let all = [&["serve", "--listen", "127.0.0.1:0"], arguments].concat();
        let mut serving = operator.command(&all).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut said = String::new();
        BufReader::new(serving.stdout.as_mut().unwrap()).read_line(&mut said).unwrap();
        let address = said.split_whitespace().find(|word| word.starts_with("http")).unwrap_or_else(|| panic!("{said:?}"));
        let address = address.trim_end_matches('/').to_owned();
        let agent = Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into();
        Self { operator, address, agent, serving }
    }

    /// What a visitor's browser gets.
    pub fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[])
    }

    pub fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let asked =
            headers.iter().fold(self.agent.get(format!("{}{path}", self.address)), |asked, (name, value)| asked.header(*name, *value));
        Answer::of(asked.call().unwrap())
    }

    pub fn head(&self, path: &str) -> Answer {
        Answer::of(self.agent.head(format!("{}{path}", self.address)).call().unwrap())
    }

    pub fn post(&self, path: &str) -> Answer {
        Answer::of(self.agent.post(format!("{}{path}", self.address)).send_empty().unwrap())
    }

    /// The answer as soon as it is as wished; after ten seconds, whatever it is then.
    pub fn get_when(&self, path: &str, is_wished: impl Fn(&Answer) -> bool) -> Answer {
        for _ in 0..100 {
            let answer = self.get(path);
            if is_wished(&answer) {
                return answer;
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        self.get(path)
    }

    /// Every sign of the installation: code and name of its place, as `export signs` tells them.
    pub fn signs(&self) -> Vec<(String, String)> {
        let table = self.operator.done(&["export", "signs"]);
        let mut rows = csv::Reader::from_reader(table.as_bytes());
        rows.records().map(|row| row.unwrap()).map(|row| (row[0].to_owned(), row[4].to_owned())).collect()
    }
}

impl Drop for Product {
    fn drop(&mut self) {
        let _ = self.serving.kill();
        let _ = self.serving.wait();
    }
}

/// An answer over HTTP.
pub struct Answer {
    pub status: u16,
    pub body: String,
    headers: ureq::http::HeaderMap,
}

impl Answer {
    fn of(mut response: Response<ureq::Body>) -> Self {
        let bytes = response.body_mut().with_config().limit(64 << 20).read_to_vec().unwrap();
        Self { status: response.status().as_u16(), body: String::from_utf8_lossy(&bytes).into_owned(), headers: response.headers().clone() }
    }

    /// The value of a header, empty where it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Bytes of the headers as they travel, about.
    pub fn header_bytes(&self) -> usize {
        self.headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum::<usize>() + 17
    }
}

/// Compares what people see with the file kept for it; `UPDATE=1` rewrites the file.
pub fn check(name: &str, seen: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expected").join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, seen).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    if kept != seen {
        let line = kept
            .lines()
            .zip(seen.lines())
            .position(|(old, new)| old != new)
            .unwrap_or_else(|| kept.lines().count().min(seen.lines().count()));
        let at = |text: &str| text.lines().nth(line).unwrap_or("(end)").chars().take(300).collect::<String>();
        panic!("{name} changed in line {}:\n  was {}\n  is  {}\nUPDATE=1 takes it over", line + 1, at(&kept), at(seen));
    }
}

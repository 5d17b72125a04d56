//! A running product on a throw-away database, a visitor and an operator at it, tools of others, and golden files.

use std::io::Write;
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

    /// Brings in «Phố Mới» with one sign, a street of which nobody has told anything yet.
    pub fn bring_untold_street(&self) {
        self.file("streets.csv", "slug,name,attestation,source\npho-moi,Phố Mới,single-source,background\n");
        self.file("signs.csv", "code,place_kind,place,number\n,street,pho-moi,1\n");
        self.done(&["import", "streets", "streets.csv"]);
        self.done(&["import", "signs", "signs.csv"]);
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
    pub agent: Agent,
    serving: Child,
}

impl Product {
    pub fn start() -> Self {
        Self::start_with(Operator::new(), &["--base-url", BASE_URL])
    }

    pub fn start_with(operator: Operator, arguments: &[&str]) -> Self {
        let all = [&["serve", "--listen", "127.0.0.1:0"], arguments].concat();
        let (serving, address) = served(&operator, &all);
        let agent = Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into();
        Self { operator, address, agent, serving }
    }

    /// What it has told the operator, as soon as it is as wished; after a minute, whatever it is then.
    pub fn said(&self, is_wished: impl Fn(&str) -> bool) -> String {
        self.written("said.txt", is_wished)
    }

    /// What it has logged, as soon as it is as wished.
    pub fn logged(&self, is_wished: impl Fn(&str) -> bool) -> String {
        self.written("log.txt", is_wished)
    }

    fn written(&self, file: &str, is_wished: impl Fn(&str) -> bool) -> String {
        read_when(&self.operator.path(file), is_wished)
    }

    /// Pulls the plug: the program gets no chance to finish anything. Then it is started again on the same database.
    pub fn kill_and_start_again(&mut self) {
        self.serving.kill().unwrap();
        self.serving.wait().unwrap();
        let again = ["serve", "--listen", "127.0.0.1:0", "--base-url", BASE_URL];
        (self.serving, self.address) = served(&self.operator, &again);
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

    /// The bytes behind an address, which must be there.
    pub fn get_bytes(&self, path: &str) -> Vec<u8> {
        let mut answer = self.agent.get(format!("{}{path}", self.address)).call().unwrap();
        assert_eq!(answer.status(), 200, "{path}");
        answer.body_mut().with_config().limit(64 << 20).read_to_vec().unwrap()
    }

    pub fn head(&self, path: &str) -> Answer {
        Answer::of(self.agent.head(format!("{}{path}", self.address)).call().unwrap())
    }

    pub fn post(&self, path: &str) -> Answer {
        Answer::of(self.agent.post(format!("{}{path}", self.address)).send_empty().unwrap())
    }

    /// Sends these bytes, as any program could.
    pub fn send(&self, path: &str, media_type: &str, body: &[u8], headers: &[(&str, &str)]) -> Answer {
        let asked = self.agent.post(format!("{}{path}", self.address)).header("content-type", media_type);
        let asked = headers.iter().fold(asked, |asked, (name, value)| asked.header(*name, *value));
        Answer::of(asked.send(body).unwrap())
    }

    /// The answer as soon as it is as wished; after ten seconds, whatever it is then.
    pub fn get_when(&self, path: &str, is_wished: impl Fn(&Answer) -> bool) -> Answer {
        self.get_when_with(path, &[], is_wished)
    }

    pub fn get_when_with(&self, path: &str, headers: &[(&str, &str)], is_wished: impl Fn(&Answer) -> bool) -> Answer {
        for _ in 0..100 {
            let answer = self.get_with(path, headers);
            if is_wished(&answer) {
                return answer;
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        self.get_with(path, headers)
    }

    /// Every sign of the installation: code and name of its place, as `export signs` tells them.
    pub fn signs(&self) -> Vec<(String, String)> {
        let table = self.operator.done(&["export", "signs"]);
        let mut rows = csv::Reader::from_reader(table.as_bytes());
        rows.records().map(|row| row.unwrap()).map(|row| (row[0].to_owned(), row[4].to_owned())).collect()
    }
}

/// Starts a server whose words are kept in files of the operator's folder, and gives its address.
fn served(operator: &Operator, arguments: &[&str]) -> (Child, String) {
    let file = |name: &str| std::fs::File::create(operator.path(name)).unwrap();
    let serving = operator.command(arguments).stdout(file("said.txt")).stderr(file("log.txt")).spawn().unwrap();
    let said = read_when(&operator.path("said.txt"), |said| said.contains('\n'));
    let address = said.split_whitespace().find(|word| word.starts_with("http")).unwrap_or_else(|| panic!("{said:?}"));
    let address = address.trim_end_matches('/').to_owned();
    (serving, address)
}

/// The text of a file, as soon as it is as wished; after a minute, whatever it is then.
fn read_when(path: &Path, is_wished: impl Fn(&str) -> bool) -> String {
    for _ in 0..600 {
        let text = std::fs::read_to_string(path).unwrap();
        if is_wished(&text) {
            return text;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    std::fs::read_to_string(path).unwrap()
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
    /// The same as it came.
    pub bytes: Vec<u8>,
    headers: ureq::http::HeaderMap,
}

impl Answer {
    pub fn of(mut response: Response<ureq::Body>) -> Self {
        let bytes = response.body_mut().with_config().limit(64 << 20).read_to_vec().unwrap();
        let (status, body) = (response.status().as_u16(), String::from_utf8_lossy(&bytes).into_owned());
        Self { status, body, bytes, headers: response.headers().clone() }
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

/// Where a tool of others is: among those that `tests/run` puts into `target`, or on the path. A machine without it leaves the test out;
/// `tests/run` says that every tool is there (`TENPHO_TOOLS=all`), and then a missing one is a failure.
pub fn tool(name: &str) -> Option<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/outside-tools");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::iter::once(own).chain(std::env::split_paths(&path)).map(|folder| folder.join(name)).find(|file| file.is_file());
    if found.is_none() {
        assert!(std::env::var_os("TENPHO_TOOLS").is_none_or(|tools| tools != "all"), "{name} is missing; tests/run installs it");
        leave_out(name);
    }
    found
}

/// Says that a test is left out, and for want of what.
#[expect(clippy::explicit_write, reason = "what a test that passes says by `eprintln!` is kept back, and nobody would see it")]
pub fn leave_out(lacking: &str) {
    let thread = std::thread::current();
    writeln!(std::io::stderr(), "left out: {}, for want of {lacking}", thread.name().unwrap_or("a test")).unwrap();
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

impl Product {
    /// The most memory that the server has ever had at once, in MiB.
    pub fn peak_memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.serving.id())).unwrap();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        peak.split_whitespace().next().unwrap().parse::<u64>().unwrap() / 1024
    }
}

impl Product {
    /// Tells it to stop, as the system does that started it; gives its exit code once it has ended.
    pub fn stop(&mut self) -> i32 {
        self.tell_to_stop();
        self.stop_when_told()
    }

    /// The exit code of one that was told to stop.
    pub fn stop_when_told(&mut self) -> i32 {
        self.serving.wait().unwrap().code().unwrap_or(-1)
    }

    /// As [`Product::stop`], without waiting.
    pub fn tell_to_stop(&self) {
        assert!(Command::new("kill").args(["-TERM", &self.serving.id().to_string()]).status().unwrap().success());
    }

    /// The exit code, if it has ended.
    pub fn ended(&mut self) -> Option<i32> {
        self.serving.try_wait().unwrap().map(|status| status.code().unwrap_or(-1))
    }

    /// Pulls the plug, and starts nothing again.
    pub fn kill(&mut self) {
        self.serving.kill().unwrap();
        self.serving.wait().unwrap();
    }
}

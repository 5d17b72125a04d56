//! A real browser, driven over the WebDriver protocol (W3C) as a visitor would use it.

use crate::kit::tool;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

/// What the driver calls an element in its answers.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

pub struct Browser {
    driver: Child,
    session: String,
    _profile: TempDir,
}

impl Browser {
    /// A phone of 360 by 740 that prefers these languages, with or without JavaScript; none where no browser can be driven.
    pub fn phone(languages: &str, scripts: bool) -> Option<Self> {
        Self::window("360,740", languages, scripts)
    }

    /// A screen in an office, in Vietnamese; none where no browser can be driven.
    pub fn desk() -> Option<Self> {
        Self::window("1366,768", "vi-VN,vi", true)
    }

    fn window(size: &str, languages: &str, scripts: bool) -> Option<Self> {
        let program = tool("chromedriver")?;
        // A driver that finds its port taken ends without a word; the next one finds another.
        let (driver, port) = (0..3).find_map(|_| driver(&program)).expect("chromedriver starts");
        let profile = TempDir::new().unwrap();
        let arguments = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            &format!("--window-size={size}"),
            &format!("--user-data-dir={}", profile.path().display()),
        ];
        let preferences = json!({ "intl.accept_languages": languages, "profile.managed_default_content_settings.javascript": if scripts { 1 } else { 2 } });
        let wanted = json!({ "capabilities": { "alwaysMatch": { "browserName": "chrome", "goog:chromeOptions": { "args": arguments, "prefs": preferences } } } });
        let base = format!("http://127.0.0.1:{port}/session");
        let answer = send(&base, &wanted);
        let session = format!("{base}/{}", answer["sessionId"].as_str().expect("a session"));
        Some(Self { driver, session, _profile: profile })
    }

    pub fn open(&self, address: &str) {
        send(&format!("{}/url", self.session), &json!({ "url": address }));
    }

    pub fn address(&self) -> String {
        receive(&format!("{}/url", self.session)).as_str().unwrap().to_owned()
    }

    /// Waits until the element says this, in any case; a click may lead to a page that is still on its way.
    pub fn says(&self, selector: &str, wanted: &str) -> bool {
        (0..50).any(|_| {
            let said = self.ask(&format!("let e=document.querySelector({});return e?e.textContent:''", json!(selector)));
            let says = said.as_str().is_some_and(|said| said.to_lowercase() == wanted.to_lowercase());
            if !says {
                std::thread::sleep(std::time::Duration::from_millis(100));
            }
            says
        })
    }

    pub fn attribute(&self, selector: &str, name: &str) -> String {
        receive(&format!("{}/element/{}/attribute/{name}", self.session, self.find(selector))).as_str().unwrap_or_default().to_owned()
    }

    /// Clicks; an element that has just been replaced, or lies under another for a moment, is tried again.
    pub fn click(&self, selector: &str) {
        let mut refused = Value::Null;
        for _ in 0..50 {
            refused = send(&format!("{}/element/{}/click", self.session, self.find(selector)), &json!({}));
            if refused.get("error").is_none() {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        panic!("{selector} cannot be clicked: {refused}")
    }

    /// Presses keys, wherever the focus is; special keys by their code points in the protocol.
    pub fn press(&self, keys: &str) {
        let presses: Vec<Value> =
            keys.chars().flat_map(|key| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() }))).collect();
        send(&format!("{}/actions", self.session), &json!({ "actions": [{ "type": "key", "id": "keys", "actions": presses }] }));
    }

    pub fn type_into(&self, selector: &str, text: &str) {
        send(&format!("{}/element/{}/value", self.session, self.find(selector)), &json!({ "text": text }));
    }

    /// Waits until the page shows these words anywhere.
    pub fn shows(&self, wanted: &str) -> bool {
        self.comes_true(&format!("return document.body&&document.body.innerText.includes({})", json!(wanted)))
    }

    /// Waits until a line of JavaScript gives true.
    pub fn comes_true(&self, script: &str) -> bool {
        (0..100).any(|_| {
            let is_true = self.ask(script) == json!(true);
            if !is_true {
                std::thread::sleep(std::time::Duration::from_millis(100));
            }
            is_true
        })
    }

    /// Cuts the network, or joins it again.
    pub fn set_offline(&self, is_offline: bool) {
        let conditions =
            json!({ "offline": is_offline, "latency": 0, "throughput": -1, "download_throughput": -1, "upload_throughput": -1 });
        send(&format!("{}/chromium/network_conditions", self.session), &json!({ "network_conditions": conditions }));
    }

    /// What a line of JavaScript gives; the driver may run it even where the page may not.
    pub fn ask(&self, script: &str) -> Value {
        send(&format!("{}/execute/sync", self.session), &json!({ "script": script, "args": [] }))
    }

    /// What a script gives that answers later, through its last argument.
    pub fn ask_later(&self, script: &str) -> Value {
        send(&format!("{}/execute/async", self.session), &json!({ "script": script, "args": [] }))
    }

    /// A command of the browser's own protocol, for what WebDriver has no word for.
    pub fn command(&self, name: &str, given: &Value) -> Value {
        send(&format!("{}/goog/cdp/execute", self.session), &json!({ "cmd": name, "params": given }))
    }

    /// Waits for the element: a click may lead to a page that is still on its way.
    fn find(&self, selector: &str) -> String {
        for _ in 0..50 {
            let found = send(&format!("{}/element", self.session), &json!({ "using": "css selector", "value": selector }));
            if let Some(element) = found[ELEMENT].as_str() {
                return element.to_owned();
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        panic!("{selector} is not on {}", self.address())
    }
}

/// A driver and the port that it listens on.
fn driver(program: &Path) -> Option<(Child, u16)> {
    let mut driver = Command::new(program).arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
    let mut said = BufReader::new(driver.stdout.as_mut()?).lines().map_while(Result::ok);
    let told = said.find(|line| line.contains("started successfully on port"));
    let port = told.and_then(|line| line.rsplit(' ').next()?.trim_end_matches('.').parse().ok());
    if port.is_none() {
        let _ = driver.kill();
        let _ = driver.wait();
    }
    Some((driver, port?))
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = ureq::delete(&self.session).call();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

fn value_of(answer: &str) -> Value {
    serde_json::from_str::<Value>(answer).unwrap()["value"].take()
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder().http_status_as_error(false).build().into()
}

fn send(address: &str, what: &Value) -> Value {
    value_of(
        &agent()
            .post(address)
            .header("content-type", "application/json")
            .send(what.to_string())
            .unwrap()
            .body_mut()
            .read_to_string()
            .unwrap(),
    )
}

fn receive(address: &str) -> Value {
    value_of(&agent().get(address).call().unwrap().body_mut().read_to_string().unwrap())
}

//! Somebody of the office at a browser, with an account and a second factor.

use crate::kit::{Answer, Product};
use tenpho::register::{Lang, Login, Name, Place, Placement, Role, SignState, Survey};
use tenpho::store::{Factor, NewEditor, Secrets, SignAsked, Stamp, Store};
use ureq::http::Response;

/// The secret of the second factor of everybody whom [`Product::office`] signs in, in base 32.
pub const TOTP_SECRET: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/// Somebody of the office at a browser: a cookie jar, and the page seen last.
pub struct Staff<'a> {
    pub product: &'a Product,
    /// Their number in the store.
    pub id: i64,
    cookies: std::cell::RefCell<std::collections::BTreeMap<String, String>>,
    csrf: std::cell::RefCell<String>,
}

impl Product {
    /// Somebody with this role, signed in; everybody who asks for the same role is the same person. Translators write English.
    pub fn office(&self, role: Role) -> Staff<'_> {
        self.office_as(role.as_str(), role)
    }

    /// Somebody with this login and role, signed in.
    pub fn office_as(&self, login: &str, role: Role) -> Staff<'_> {
        let now = jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        let mut store = self.store();
        let known = store.accounts(&now).unwrap().into_iter().find(|account| account.editor.login.as_str() == login);
        let id = known.map_or_else(|| self.account(login, role, "", &now), |account| account.editor.id);
        let token = format!("{:064x}", u128::from(rand::random::<u64>()));
        store.begin_session(id, &token, "kit", &now).unwrap();
        let staff = self.visitor_of_office(id);
        staff.cookies.borrow_mut().insert(self.session_cookie(), token);
        staff
    }

    /// Somebody with an account who is not signed in.
    pub fn visitor_of_office(&self, id: i64) -> Staff<'_> {
        Staff { product: self, id, cookies: Default::default(), csrf: Default::default() }
    }

    /// An account with this hash of a password, and a second factor where the role needs one; gives its number.
    pub fn account(&self, login: &str, role: Role, password: &str, at: &str) -> i64 {
        let new = NewEditor {
            login: Login::parse(login).unwrap(),
            name: Name::parse(&format!("Nguyễn {login}")).unwrap(),
            role,
            langs: vec![Lang::En],
        };
        let mut store = self.store();
        store.add_editor(Stamp { who: "kit", at }, &new, login).unwrap();
        let factor = Factor { secret: TOTP_SECRET.to_owned(), step: 0, recovery_codes: vec!["AAAABBBBCCCCDDDD".to_owned()] };
        let password = if password.is_empty() { "-".to_owned() } else { password.to_owned() };
        let secrets = Secrets { password, factor: role.needs_second_factor().then_some(factor) };
        store.accept_invitation(at, login, &secrets).unwrap().id
    }

    /// The database of the product, opened a second time.
    pub fn store(&self) -> Store {
        Store::open(&self.operator.path("tenpho.db")).unwrap()
    }

    /// The name of the cookie of a session.
    pub fn session_cookie(&self) -> String {
        let is_https = !self.get("/healthz").header("strict-transport-security").is_empty();
        if is_https { "__Host-tenpho" } else { "tenpho-office" }.to_owned()
    }
}

impl Staff<'_> {
    /// Signs in with a password; gives the answer to it.
    pub fn sign_in(&self, login: &str, password: &str) -> Answer {
        self.get("/office/login");
        self.post("/office/login", &[("login", login), ("password", password)])
    }

    /// Reads a page, and remembers the token of its forms.
    pub fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[])
    }

    pub fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let asked = self.product.agent.get(format!("{}{path}", self.product.address));
        let asked = headers.iter().fold(asked.header("cookie", self.jar()), |asked, (name, value)| asked.header(*name, *value));
        self.seen(asked.call().unwrap())
    }

    /// Sends a form, with the token of the page seen last; of the desk where none was seen.
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let csrf = self.csrf();
        self.post_with(path, &[fields, &[("csrf", &csrf)]].concat(), &[])
    }

    /// Sends these fields and headers, and nothing else.
    pub fn post_with(&self, path: &str, fields: &[(&str, &str)], headers: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send(path, "application/x-www-form-urlencoded", body.as_bytes(), headers)
    }

    /// Sends a form with files: field, file name and bytes of each.
    pub fn upload(&self, path: &str, fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Answer {
        let csrf = self.csrf();
        let mut body = Vec::new();
        for (name, value) in fields.iter().chain(&[("csrf", csrf.as_str())]) {
            body.extend(format!("--kit\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
        }
        for (name, file, bytes) in files {
            let head = format!("--kit\r\ncontent-disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\n\r\n");
            body.extend(head.into_bytes().into_iter().chain(bytes.iter().copied()).chain(*b"\r\n"));
        }
        body.extend(b"--kit--\r\n");
        self.send(path, "multipart/form-data; boundary=kit", &body, &[])
    }

    /// The token that forms of theirs carry.
    pub fn csrf(&self) -> String {
        if self.csrf.borrow().is_empty() {
            self.get("/office/");
        }
        self.csrf.borrow().clone()
    }

    /// The value of a cookie, empty where there is none.
    pub fn cookie(&self, name: &str) -> String {
        self.cookies.borrow().get(name).cloned().unwrap_or_default()
    }

    /// Puts a cookie into the jar.
    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
    }

    fn send(&self, path: &str, media_type: &str, body: &[u8], headers: &[(&str, &str)]) -> Answer {
        let asked = self.product.agent.post(format!("{}{path}", self.product.address));
        let asked = asked.header("cookie", self.jar()).header("content-type", media_type);
        let asked = headers.iter().fold(asked, |asked, (name, value)| asked.header(*name, *value));
        self.seen(asked.send(body).unwrap())
    }

    fn jar(&self) -> String {
        self.cookies.borrow().iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    fn seen(&self, response: Response<ureq::Body>) -> Answer {
        for cookie in response.headers().get_all("set-cookie") {
            let (name, value) = cookie.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap();
            if value.is_empty() {
                self.cookies.borrow_mut().remove(name)
            } else {
                self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned())
            };
        }
        let answer = Answer::of(response);
        if let Some(token) = answer.body.split_once("name=\"csrf\" value=\"").and_then(|(_, rest)| rest.split('"').next()) {
            token.clone_into(&mut self.csrf.borrow_mut());
        }
        answer
    }
}

/// A hash as the office makes it.
pub fn hash_of(password: &str) -> String {
    use argon2::{Algorithm, Argon2, Params, Version, password_hash::PasswordHasher};
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(19_456, 2, 1, None).unwrap());
    argon.hash_password(password.as_bytes()).unwrap().to_string()
}

/// What a phone with this secret in base 32 shows so many steps from now.
pub fn code_of_phone(secret: &str, steps: i64) -> String {
    use hmac::{Hmac, KeyInit, Mac};
    let bits: String = secret
        .bytes()
        .map(|letter| if letter >= b'A' { letter - b'A' } else { letter - b'2' + 26 })
        .map(|five| format!("{five:05b}"))
        .collect();
    let key: Vec<u8> = (0..bits.len() / 8).map(|at| u8::from_str_radix(&bits[at * 8..at * 8 + 8], 2).unwrap()).collect();
    let step = jiff::Timestamp::now().as_second() / 30 + steps;
    let hash = Hmac::<sha1::Sha1>::new_from_slice(&key).unwrap().chain_update(step.to_be_bytes()).finalize().into_bytes();
    let at = usize::from(hash[19] & 15);
    let number = u32::from_be_bytes(hash[at..at + 4].try_into().unwrap()) & 0x7fff_ffff;
    format!("{:06}", number % 1_000_000)
}

/// The value of a hidden field of a page, as a browser would send it.
pub fn hidden(page: &str, name: &str) -> String {
    let value = page.split_once(&format!("name=\"{name}\" value=\"")).and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default();
    value.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// A sign of a place, of which nothing else is known.
pub fn bare_sign(place: &Place) -> SignAsked<'_> {
    SignAsked {
        place,
        number: None,
        ward: None,
        state: SignState::Planned,
        placement: Placement::NotSurveyed,
        point: None,
        mounting_m: None,
        distance_m: None,
        survey: Survey::default(),
    }
}

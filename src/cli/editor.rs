//! How does an operator at a terminal keep the people of the office?

use super::{Error, Outcome, Settings, open, terminal};
use crate::office::clock;
use crate::office::new_token;
use crate::register::{Lang, Login, Name, Role, Sentence};
use crate::store::{Account, NewEditor, Stamp, Store};
use crate::web::words::Words;
use clap::{Args, Subcommand};

/// Keeps the people of the office: who they are, and how they come in.
#[derive(Args)]
pub struct Editor {
    #[command(subcommand)]
    act: Act,
}

#[derive(Subcommand)]
enum Act {
    /// Let somebody in; prints the one-time link for them
    Add {
        /// What they will sign in with
        login: String,
        /// Their name
        #[arg(long)]
        name: String,
        /// editor, translator, reviewer, printer or operator
        #[arg(long)]
        role: String,
        /// A language that a translator writes; may be given several times
        #[arg(long)]
        lang: Vec<String>,
    },
    /// Everybody, with role and state
    List,
    /// Let somebody in no more
    Disable {
        /// Whom
        login: String,
    },
    /// Let somebody in again
    Enable {
        /// Whom
        login: String,
    },
    /// Forget somebody's password and second factor; prints a new one-time link for them
    ResetPassword {
        /// Whose
        login: String,
    },
}

impl Editor {
    /// Does what was asked, and tells.
    pub fn run(&self, settings: &Settings, words: &Words) -> Result<Outcome, Error> {
        let mut store = open::open(settings, words)?;
        let now = clock::now();
        let stamp = Stamp { who: open::AT_THE_TERMINAL, at: &now };
        let mut link = None;
        let done = match &self.act {
            Act::List => return list(&mut store, settings, words, &now),
            Act::Add { login, name, role, lang } => {
                store.add_editor(stamp, &new_editor(login, name, role, lang)?, link.insert(new_token()))?;
                Sentence::new("editor-added").with("login", login)
            }
            Act::Disable { login } => {
                store.disable_editor(stamp, &Login::parse(login)?)?;
                Sentence::new("editor-disabled").with("login", login)
            }
            Act::Enable { login } => {
                store.enable_editor(stamp, &Login::parse(login)?)?;
                Sentence::new("editor-enabled").with("login", login)
            }
            Act::ResetPassword { login } => {
                store.reset_editor(stamp, &Login::parse(login)?, link.insert(new_token()))?;
                Sentence::new("editor-reset").with("login", login)
            }
        };
        tell(settings, words, &done, link.as_deref())?;
        Ok(Outcome::Done)
    }
}

fn new_editor(login: &str, name: &str, role: &str, langs: &[String]) -> Result<NewEditor, Error> {
    let (role, langs) = (Role::parse(role)?, langs.iter().map(|lang| Lang::parse(lang)).collect::<Result<Vec<_>, _>>()?);
    if role == Role::Translator && langs.is_empty() {
        return Err(Error::NoLanguage);
    }
    Ok(NewEditor { login: Login::parse(login)?, name: Name::parse(name)?, role, langs })
}

/// What was done, and the link where there is one: its path, and the whole of it where the address is known.
fn tell(settings: &Settings, words: &Words, done: &Sentence, link: Option<&str>) -> Result<(), Error> {
    let path = link.map(|token| format!("/office/setup/{token}"));
    let base = settings.base_url()?;
    let whole = path.as_deref().zip(base.as_ref()).map(|(path, base)| format!("{}{path}", base.as_str()));
    if settings.json {
        terminal::say(serde_json::json!({ "ok": true, "text": words.tell(done), "path": path, "link": whole }));
        return Ok(());
    }
    terminal::say(words.tell(done));
    if let Some(link) = whole.or(path) {
        terminal::say(words.tell(&Sentence::new("editor-link").with("link", link)));
    }
    Ok(())
}

fn list(store: &mut Store, settings: &Settings, words: &Words, now: &str) -> Result<Outcome, Error> {
    let accounts = store.accounts(now)?;
    if settings.json {
        let all: Vec<_> = accounts.iter().map(row).collect();
        terminal::say(serde_json::json!({ "ok": true, "editors": all }));
    } else if accounts.is_empty() {
        terminal::say(words.say("editor-none"));
    }
    for account in accounts.iter().filter(|_| !settings.json) {
        let editor = &account.editor;
        let langs: String = editor.langs.iter().map(|lang| format!(" {lang}")).collect();
        terminal::say(format!("{}\t{}\t{}{langs}\t{}\t{}", editor.login, editor.name, editor.role, editor.state, account.seen_at));
    }
    Ok(Outcome::Done)
}

fn row(account: &Account) -> serde_json::Value {
    let editor = &account.editor;
    serde_json::json!({
        "login": editor.login.as_str(), "name": editor.name.as_str(), "role": editor.role.as_str(), "state": editor.state.as_str(),
        "langs": editor.langs.iter().map(|lang| lang.as_str()).collect::<Vec<_>>(),
        "password": account.has_password, "second_factor": account.has_second_factor, "seen_at": account.seen_at,
    })
}

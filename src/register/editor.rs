//! Who works in the office, and what may they do? One table of roles and acts.

use super::token::tokens;
use super::{Explained, Fault, Lang, Name, Sentence};

/// Longest login, in characters.
const LONGEST_LOGIN: usize = 40;

tokens! {
    /// What somebody is in the office for.
    Role {
        /// Biên tập viên: writes in every language, keeps the register.
        Editor = "editor",
        /// Biên dịch viên: writes in the languages given to them.
        Translator = "translator",
        /// Người duyệt: reads what others wrote, returns it or publishes it.
        Reviewer = "reviewer",
        /// Nhà in: orders plates and follows them to the wall.
        Printer = "printer",
        /// Quản trị vận hành: keeps the people of the office, and may do what a reviewer does.
        Operator = "operator",
    }
}

tokens! {
    /// What somebody may be allowed to do.
    Act {
        /// See every entry, in any stage.
        Read = "read",
        /// Write texts, in the languages that are theirs.
        Write = "write",
        /// Say something about a paragraph.
        Comment = "comment",
        /// Return, publish, schedule and withdraw what others wrote.
        Review = "review",
        /// Change, add, rename and retire streets, landmarks, namesakes and signs, and their photos.
        KeepRegister = "keep-register",
        /// Order plates, follow them to the wall, and let a print shop fetch its files.
        Print = "print",
        /// Take up what visitors report of signs, and close it.
        SettleReports = "settle-reports",
        /// Say whose papers the minutes are.
        HeadPapers = "head-papers",
        /// Add people, disable them, let them sign in anew; erase by law.
        KeepPeople = "keep-people",
    }
}

impl Role {
    /// The whole table of who may do what.
    #[must_use]
    pub const fn may(self, act: Act) -> bool {
        match act {
            Act::Read => true,
            Act::Write | Act::Comment => matches!(self, Self::Editor | Self::Translator | Self::Reviewer | Self::Operator),
            Act::KeepRegister => matches!(self, Self::Editor | Self::Reviewer | Self::Operator),
            Act::Review => matches!(self, Self::Reviewer | Self::Operator),
            Act::SettleReports => matches!(self, Self::Editor | Self::Reviewer | Self::Printer | Self::Operator),
            Act::Print => matches!(self, Self::Printer | Self::Operator),
            Act::HeadPapers => matches!(self, Self::Reviewer | Self::Printer | Self::Operator),
            Act::KeepPeople => matches!(self, Self::Operator),
        }
    }

    /// Must somebody with this role have a second factor? Whoever decides what the public sees or what is printed does.
    #[must_use]
    pub const fn needs_second_factor(self) -> bool {
        matches!(self, Self::Reviewer | Self::Printer | Self::Operator)
    }
}

/// The name that somebody signs in with: letters a to z, digits, dots, hyphens; in any case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Login(String);

/// A login that cannot be one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{given:?} is no login")]
pub struct LoginError {
    /// What was written.
    pub given: String,
}

impl Login {
    /// # Errors
    /// Refuses anything but 2 to 40 letters without marks, digits, dots and hyphens, beginning with a letter.
    pub fn parse(text: &str) -> Result<Self, LoginError> {
        let login = text.trim().to_ascii_lowercase();
        let good = (2..=LONGEST_LOGIN).contains(&login.len())
            && login.starts_with(|first: char| first.is_ascii_lowercase())
            && login.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
        if good { Ok(Self(login)) } else { Err(LoginError { given: text.chars().take(LONGEST_LOGIN).collect() }) }
    }

    /// The login itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Login {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

impl Explained for LoginError {
    fn fault(&self) -> Fault {
        Fault::Refused
    }

    fn sentence(&self) -> Sentence {
        Sentence::new("login-refused").with("given", &self.given)
    }
}

tokens! {
    /// May somebody sign in?
    EditorState {
        /// Added, and has not set a password yet.
        Invited = "invited",
        /// May sign in.
        Active = "active",
        /// May not sign in any more; what they wrote stays theirs.
        Disabled = "disabled",
    }
}

/// Somebody who works in the office, without their secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor {
    /// Their number, for ever.
    pub id: i64,
    /// What they sign in with.
    pub login: Login,
    /// Their name, as the history tells it.
    pub name: Name,
    /// What they are there for.
    pub role: Role,
    /// The languages that a translator writes; empty for everybody else.
    pub langs: Vec<Lang>,
    /// May they sign in?
    pub state: EditorState,
}

impl Editor {
    /// May they write texts in this language?
    #[must_use]
    pub fn may_write(&self, lang: Lang) -> bool {
        self.role.may(Act::Write) && (self.role != Role::Translator || self.langs.contains(&lang))
    }
}

//! What can go wrong with the database, and who can mend it?

use super::places::subject;
use super::{OrderError, ReportError};
use crate::register::story::Unpublishable;
use crate::register::{Act, Explained, Fault, Lang, Login, Name, PhotoLack, Place, PlaceKind, Refusal, Sentence, SignCode, TextError};
use std::path::PathBuf;

/// A failure of the store.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file is no SQLite database.
    #[error("{0} is not a database")]
    NotADatabase(PathBuf),
    /// The file is somebody else's database.
    #[error("{0} is a database of another program")]
    Foreign(PathBuf),
    /// A later version of the program wrote it.
    #[error("{path} has schema {found}, this program knows up to {known}")]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its schema number.
        found: i64,
        /// The last schema number known here.
        known: usize,
    },
    /// Another program holds it longer than we wait.
    #[error("the database is locked by another program")]
    Locked,
    /// No room is left on the disk.
    #[error("the disk is full")]
    DiskFull,
    /// The disk refused a read or a write; a full one often does so.
    #[error("the disk refused")]
    Disk(#[source] rusqlite::Error),
    /// A row holds a value that the register refuses; only a hand in the file itself could have put it there.
    #[error("a row of {table} holds a value that the register refuses")]
    BadRow {
        /// The table.
        table: &'static str,
        /// Which value, and why it is refused.
        source: rusqlite::Error,
    },
    /// The file can be read but not written.
    #[error("the database is read-only")]
    ReadOnly,
    /// Something is there that must not be overwritten.
    #[error("{0} exists already")]
    Exists(PathBuf),
    /// The log of a database that is gone; what it holds would be written over the new one.
    #[error("{0} is left over from another database")]
    LeftOver(PathBuf),
    /// The file is not there.
    #[error("{0} does not exist")]
    Missing(PathBuf),
    /// The content of the file is damaged.
    #[error("{path} is damaged: {report}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What SQLite's own check says.
        report: String,
    },
    /// A record points at a place that is not in the register.
    #[error("there is no {kind} {slug:?} in the register")]
    NoSuchPlace {
        /// Which kind of place.
        kind: PlaceKind,
        /// Its slug.
        slug: String,
    },
    /// A record points at a ward that is not in the register.
    #[error("there is no ward {0:?} in the register")]
    NoSuchWard(String),
    /// No batch has this number.
    #[error("there is no print batch {0}")]
    NoSuchBatch(i64),
    /// An order refuses it.
    #[error(transparent)]
    Order(#[from] OrderError),
    /// The reports of visitors refuse it.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// No version has this number.
    #[error("there is no version {0}")]
    NoSuchVersion(i64),
    /// A text or a sign names a picture that is a paper, is of another place, or is no longer in use; or a sign one that is not fit for the public.
    #[error("picture {0} is not one to show here")]
    PhotoNotHere(i64),
    /// No picture of this place has this number.
    #[error("there is no picture {0}")]
    NoSuchPhoto(i64),
    /// No recording of this place has this number.
    #[error("there is no recording {0}")]
    NoSuchRecording(i64),
    /// No comment has this number.
    #[error("there is no comment {0}")]
    NoSuchComment(i64),
    /// A text that cannot be kept.
    #[error(transparent)]
    Text(#[from] TextError),
    /// This place has this very picture already.
    #[error("picture {0} is the same")]
    SamePhoto(i64),
    /// A place has as many pictures as it may have.
    #[error("more than {0} pictures of one place")]
    TooManyPhotos(i64),
    /// A text shows the picture.
    #[error("the text about {place:?} in {lang} shows it")]
    PhotoShown {
        /// What the text is about.
        place: Place,
        /// The language of the text.
        lang: Lang,
    },
    /// A sign shows the picture as it is.
    #[error("the sign {0} shows it")]
    PhotoOnSign(SignCode),
    /// Nobody in the office has this login or number.
    #[error("there is no editor {0:?}")]
    NoSuchEditor(String),
    /// They may not sign in.
    #[error("{0} may not sign in")]
    NotActive(Login),
    /// Somebody has this login.
    #[error("the login {0} is taken")]
    LoginTaken(Login),
    /// Without them nobody could keep the people of the office.
    #[error("this is the last operator")]
    LastOperator,
    /// A one-time link that is not good: never given, used, or past its time.
    #[error("the link is not good")]
    NoInvitation,
    /// Their role does not allow it.
    #[error("they may not {0}")]
    MayNot(Act),
    /// Another place bears the name already.
    #[error("{name:?} is the name of {place:?} already")]
    NameTaken {
        /// The name.
        name: Name,
        /// The place that bears it.
        place: Place,
    },
    /// It bears the name already itself.
    #[error("it is called {0:?} already")]
    SameName(Name),
    /// No letter of the name can stand in an address.
    #[error("no address can be made of {0:?}")]
    NoSlug(Name),
    /// No sign has this code.
    #[error("there is no sign {0}")]
    NoSuchSign(SignCode),
    /// Another sign of the place has the number already.
    #[error("{code} has the number {number} already")]
    NumberTaken {
        /// The number.
        number: u32,
        /// The sign that has it.
        code: SignCode,
    },
    /// No unused code was found.
    #[error("no unused code was found")]
    NoCodeLeft,
    /// A file would write over what somebody in the office is working on.
    #[error("somebody in the office is working on {place:?} in {lang}")]
    InTheOffice {
        /// The place that the text is about.
        place: Place,
        /// The language of the text.
        lang: Lang,
    },
    /// The register refused a step of the workflow.
    #[error(transparent)]
    Step(#[from] Refusal),
    /// A text is not fit to be public.
    #[error(transparent)]
    Unpublishable(#[from] Unpublishable),
    /// A picture beside it is not fit to be public.
    #[error(transparent)]
    Photo(#[from] PhotoLack),
    /// Somebody else has changed it since it was shown.
    #[error("it was changed since")]
    Changed,
    /// It waits for a reviewer, and is not to be changed meanwhile.
    #[error("it is in review")]
    InReview,
    /// The step needs a reason.
    #[error("no reason is given")]
    NoReason,
    /// No row of the history has this number.
    #[error("there is no row {0} in the history")]
    NoSuchHistory(i64),
    /// What this row told was erased before.
    #[error("row {0} of the history was erased before")]
    ErasedBefore(i64),
    /// The row is erased, and a reader keeps the log beside the file from being emptied.
    #[error("a reader keeps the log from being emptied")]
    LogStands,
    /// Only an operator may erase.
    #[error("this role may not erase")]
    MayNotErase,
    /// The time to publish it is over.
    #[error("the time is past")]
    TimeIsPast,
    /// More drafts of one text than anybody writes.
    #[error("too many drafts of one text")]
    TooManyDrafts,
    /// Fields could not be written as JSON.
    #[error("JSON")]
    Json(#[source] serde_json::Error),
    /// The file system refused.
    #[error("{path}: {source}")]
    Files {
        /// The path asked for.
        path: PathBuf,
        /// Its reason.
        source: std::io::Error,
    },
    /// The schema could not be brought up to date.
    #[error("migration failed")]
    Migration(#[from] rusqlite_migration::Error),
    /// SQLite refused.
    #[error("SQLite")]
    Sql(#[source] rusqlite::Error),
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{CannotOpen, DatabaseBusy, DatabaseLocked, DiskFull, ReadOnly, SystemIoFailure};
        match error.sqlite_error_code() {
            Some(DatabaseBusy | DatabaseLocked) => Self::Locked,
            Some(DiskFull) => Self::DiskFull,
            Some(ReadOnly | CannotOpen) => Self::ReadOnly,
            Some(SystemIoFailure) => Self::Disk(error),
            _ => Self::Sql(error),
        }
    }
}

impl Error {
    /// Says which numbered thing is not there.
    fn missing(&self) -> Sentence {
        let (key, id) = match self {
            Self::NoSuchVersion(id) => ("store-no-version", id),
            Self::NoSuchPhoto(id) => ("store-no-photo", id),
            Self::NoSuchRecording(id) => ("store-no-recording", id),
            Self::NoSuchComment(id) => ("store-no-comment", id),
            Self::NoSuchBatch(id) => ("store-no-batch", id),
            _ => return self.refused(),
        };
        Sentence::new(key).with("id", id)
    }

    /// Says what somebody asked for and may not have.
    fn refused(&self) -> Sentence {
        match self {
            Self::Order(error) => error.sentence(),
            Self::Report(error) => error.sentence(),
            Self::Text(error) => error.sentence(),
            Self::PhotoNotHere(id) => Sentence::new("photo-not-here").with("id", id),
            Self::SamePhoto(id) => Sentence::new("store-same-photo").with("id", id),
            Self::TooManyPhotos(most) => Sentence::new("store-too-many-photos").with("most", most),
            Self::PhotoShown { lang, .. } => Sentence::new("store-photo-shown").with("language", lang.own_name()),
            Self::PhotoOnSign(code) => Sentence::new("store-photo-on-sign").with("code", code.grouped()),
            Self::NoSuchEditor(who) => Sentence::new("store-no-editor").with("who", who),
            Self::NotActive(login) => Sentence::new("store-not-active").with("login", login),
            Self::LoginTaken(login) => Sentence::new("store-login-taken").with("login", login),
            Self::LastOperator => Sentence::new("store-last-operator"),
            Self::NoInvitation => Sentence::new("store-no-invitation"),
            Self::MayNot(_) => Sentence::new("step-not-allowed"),
            Self::NameTaken { name, place } => {
                Sentence::new("record-name-taken").with("name", name).with("place", format!("{}/{}", place.kind, place.slug))
            }
            _ => Sentence::new("store-broken").with("reason", self),
        }
    }
}

impl Explained for Error {
    fn fault(&self) -> Fault {
        match self {
            Self::NoSuchBatch(_) | Self::NoSuchVersion(_) | Self::NoSuchPhoto(_) | Self::NoSuchEditor(_) => Fault::NotThere,
            Self::NoSuchComment(_) | Self::NoSuchSign(_) | Self::NoSuchRecording(_) => Fault::NotThere,
            Self::NoSuchPlace { .. } | Self::NoSuchWard(_) => Fault::NotThere,
            Self::Order(error) => error.fault(),
            Self::Report(error) => error.fault(),
            Self::Text(error) => error.fault(),
            Self::NoSuchHistory(_) => Fault::NotThere,
            Self::ErasedBefore(_) | Self::LogStands | Self::MayNotErase => Fault::Refused,
            Self::NotActive(_) | Self::InTheOffice { .. } | Self::Changed | Self::InReview | Self::NoReason => Fault::Refused,
            Self::TimeIsPast | Self::TooManyDrafts | Self::Step(_) | Self::Unpublishable(_) | Self::Photo(_) | Self::PhotoNotHere(_) => {
                Fault::Refused
            }
            Self::NotADatabase(_) | Self::Foreign(_) | Self::Newer { .. } | Self::Exists(_) | Self::LeftOver(_) | Self::Missing(_) => {
                Fault::Refused
            }
            Self::LoginTaken(_) | Self::LastOperator | Self::NoInvitation => Fault::Refused,
            Self::SamePhoto(_) | Self::TooManyPhotos(_) | Self::PhotoShown { .. } | Self::PhotoOnSign(_) => Fault::Refused,
            Self::MayNot(_) | Self::NameTaken { .. } => Fault::Refused,
            Self::SameName(_) | Self::NoSlug(_) | Self::NumberTaken { .. } => Fault::Refused,
            _ => Fault::Broken,
        }
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::NotADatabase(path) => Sentence::new("store-not-a-database").with("path", path.display()),
            Self::Foreign(path) => Sentence::new("store-foreign").with("path", path.display()),
            Self::Newer { path, found, known } => {
                Sentence::new("store-newer").with("path", path.display()).with("found", found).with("known", known)
            }
            Self::Locked => Sentence::new("store-locked"),
            Self::DiskFull => Sentence::new("store-disk-full"),
            Self::Disk(reason) => Sentence::new("store-disk").with("reason", reason),
            Self::BadRow { table, source } => Sentence::new("store-bad-row").with("table", table).with("reason", source),
            Self::ReadOnly => Sentence::new("store-read-only"),
            Self::Exists(path) => Sentence::new("store-exists").with("path", path.display()),
            Self::LeftOver(path) => Sentence::new("store-left-over").with("path", path.display()),
            Self::Missing(path) => Sentence::new("store-missing").with("path", path.display()),
            Self::Damaged { path, report } => Sentence::new("store-damaged").with("path", path.display()).with("report", report),
            Self::NoSuchPlace { kind, slug } => Sentence::new("store-no-place").with("kind", kind).with("slug", slug),
            Self::NoSuchWard(slug) => Sentence::new("store-no-ward").with("slug", slug),
            Self::SameName(name) => Sentence::new("record-same-name").with("name", name),
            Self::NoSlug(_) => Sentence::new("record-no-slug"),
            Self::NoSuchSign(code) => Sentence::new("sign-unknown").with("code", code.grouped()),
            Self::NumberTaken { number, code } => Sentence::new("sign-number-taken").with("number", number).with("code", code.grouped()),
            Self::NoCodeLeft => Sentence::new("code-none-left"),
            Self::InTheOffice { place, lang } => Sentence::new("store-in-the-office").with("place", subject(place)).with("lang", lang),
            Self::Step(refusal) => refusal.sentence(),
            Self::Unpublishable(why) => why.sentence(),
            Self::Photo(lack) => lack.sentence(),
            Self::Changed => Sentence::new("store-changed"),
            Self::InReview => Sentence::new("store-in-review"),
            Self::NoReason => Sentence::new("store-no-reason"),
            Self::NoSuchHistory(_) => Sentence::new("history-no-such-row"),
            Self::ErasedBefore(_) => Sentence::new("history-erased-before"),
            Self::LogStands => Sentence::new("history-log-stands"),
            Self::MayNotErase => Sentence::new("history-may-not-erase"),
            Self::TimeIsPast => Sentence::new("store-time-is-past"),
            Self::TooManyDrafts => Sentence::new("store-too-many-drafts"),
            Self::Json(error) => Sentence::new("store-broken").with("reason", error),
            Self::Files { path, source } => Sentence::new("store-files").with("path", path.display()).with("reason", source),
            Self::Migration(error) => Sentence::new("store-broken").with("reason", error),
            other => other.missing(),
        }
    }
}

//! How does a command speak? To standard output what was asked for, to standard error what should be known;
//! a reader that has gone away is no failure, and a terminal that takes nothing never stops the work.

use super::Error;
use std::fmt::Display;
use std::io::{ErrorKind, Write};
use std::sync::Mutex;

/// The first failure to say something; told when the work is done.
static UNSAID: Mutex<Option<std::io::Error>> = Mutex::new(None);

/// Says a line of what was asked for.
pub fn say(line: impl Display) {
    let mut out = std::io::stdout().lock();
    if let Err(error) = writeln!(out, "{line}").and_then(|()| out.flush())
        && error.kind() != ErrorKind::BrokenPipe
        && let Ok(mut unsaid) = UNSAID.lock()
    {
        unsaid.get_or_insert(error);
    }
}

/// Notes a line that should be known.
pub fn note(line: impl Display) {
    // Where even standard error is gone, there is nobody left to tell.
    writeln!(std::io::stderr().lock(), "{line}").ok();
}

/// Has everything been said?
///
/// # Errors
/// Gives the first failure of standard output, such as a full disk behind it.
pub fn all_said() -> Result<(), Error> {
    match UNSAID.lock().ok().and_then(|mut unsaid| unsaid.take()) {
        Some(source) => Err(Error::File { path: "-".into(), source }),
        None => Ok(()),
    }
}

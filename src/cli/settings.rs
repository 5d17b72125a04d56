//! Which database, which address, which language? From the command line, else from the environment.

use crate::qr::BaseUrl;
use crate::register::Lang;
use clap::Args;
use std::path::PathBuf;

/// What every command may be told.
#[derive(Args, Debug, Clone)]
pub struct Settings {
    /// The database file; made and filled with the starter register where it does not exist
    #[arg(
        long,
        global = true,
        env = "TENPHO_DB",
        hide_env_values = true,
        default_value = "tenpho.db",
        value_name = "FILE",
        display_order = 90
    )]
    pub db: PathBuf,
    /// The address that the codes lead to; it goes onto the metal for ever
    #[arg(long, global = true, env = "TENPHO_BASE_URL", hide_env_values = true, value_name = "URL", display_order = 91)]
    #[arg(help = "The address that the codes lead to, such as https://qr.haiphong.gov.vn; it goes onto the metal for ever")]
    pub base_url: Option<String>,
    /// Report as JSON, for programs
    #[arg(long, global = true, display_order = 92)]
    pub json: bool,
}

impl Settings {
    /// The base URL, where one is set.
    ///
    /// # Errors
    /// Refuses an address that cannot stand in a symbol.
    pub fn base_url(&self) -> Result<Option<BaseUrl>, super::Error> {
        let given = self.base_url.as_deref().filter(|given| !given.is_empty());
        Ok(given.map(BaseUrl::parse).transpose()?)
    }
}

/// The language of the operator's terminal: Vietnamese where the locale says so, else English.
#[must_use]
pub fn lang_of_operator() -> Lang {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    locale.and_then(|locale| Lang::of_tag(&locale)).unwrap_or(Lang::En).of_office()
}

//! Which language shall the office speak? The visitor's choice, kept in the same cookie.

use super::answer::Answer;
use super::asked::Asked;
use super::route::{Method, OpenTo, Route};
use super::{Error, Office, table};
use crate::register::Lang;
use crate::web::language::remember;
use actix_web::dev::ResourceDef;

pub(super) const ROUTES: &[Route] = &[Route::post("/office/language", OpenTo::Everybody, save_choice)];

fn save_choice(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let lang = Lang::parse(&asked.form.get("lang"))?.of_office();
    let back = asked.origin.page(office.site()).filter(|page| is_page(page));
    Ok(Answer::on_to(back.as_deref().unwrap_or("/office/")).with_cookie(remember(lang, office.site().is_https())))
}

/// Is there a page to read at this address?
fn is_page(address: &str) -> bool {
    let path = address.split('?').next().unwrap_or_default();
    let fits = |row: &Route| ResourceDef::new(row.path).is_match(path);
    super::kept::own_path(address).is_some() && table().iter().any(|row| row.method == Method::Get && fits(row))
}

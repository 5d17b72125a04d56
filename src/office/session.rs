//! Who is it that asks? Known by a cookie that holds nothing but a token.

use super::asked::{Asked, Signed};
use super::chance::{csrf_of, new_token};
use super::{Error, Office};
use crate::web::Site;
use crate::web::crew::session_cookie;
use actix_web::cookie::{Cookie, SameSite, time::Duration};

/// The cookie of somebody about to sign in.
fn entrance_cookie(site: &Site) -> &'static str {
    if site.is_https() { "__Host-tenpho-entrance" } else { "tenpho-entrance" }
}

/// Who is signed in, and whether they still owe a second factor.
///
/// # Errors
/// Fails when the store does.
pub fn find(office: &Office, asked: &Asked) -> Result<Option<(Signed, bool)>, Error> {
    let Some(token) = asked.cookies.get(session_cookie(office.site())) else { return Ok(None) };
    let found = office.store()?.find_session(token, &asked.now)?;
    Ok(found.map(|found| (Signed { editor: found.editor, session: found.id, csrf: csrf_of(token) }, found.lacks_factor)))
}

/// Somebody has proved who they are: a new session, under a token that nobody has seen before.
///
/// # Errors
/// Refuses somebody who may not sign in any more.
pub fn begin(office: &Office, asked: &Asked, editor: i64) -> Result<(Signed, Cookie<'static>), Error> {
    let token = new_token();
    let mut store = office.store()?;
    store.begin_session(editor, &token, &asked.device, &asked.now)?;
    let found = store.find_session(&token, &asked.now)?.ok_or(Error::SignedOut)?;
    let signed = Signed { editor: found.editor, session: found.id, csrf: csrf_of(&token) };
    Ok((signed, cookie(office.site(), session_cookie(office.site()), token)))
}

/// Takes the cookie of a session away.
#[must_use]
pub fn farewell(site: &Site) -> Cookie<'static> {
    let mut gone = cookie(site, session_cookie(site), String::new());
    gone.set_max_age(Duration::ZERO);
    gone
}

/// The token of somebody at the entrance, who is not signed in.
#[must_use]
pub fn at_entrance(site: &Site, asked: &Asked) -> Option<String> {
    asked.cookies.get(entrance_cookie(site)).filter(|token| token.len() == 64).cloned()
}

/// The token of somebody at the entrance, a new one where they have none, and the cookie that holds it.
#[must_use]
pub fn enter_or_stay(site: &Site, asked: &Asked) -> (String, Cookie<'static>) {
    let known = at_entrance(site, asked);
    known.map_or_else(|| enter(site), |token| (token.clone(), cookie(site, entrance_cookie(site), token)))
}

/// A new token for somebody at the entrance, and the cookie that holds it.
#[must_use]
pub fn enter(site: &Site) -> (String, Cookie<'static>) {
    let token = new_token();
    (token.clone(), cookie(site, entrance_cookie(site), token))
}

fn cookie(site: &Site, name: &'static str, token: String) -> Cookie<'static> {
    Cookie::build(name, token).path("/").http_only(true).same_site(SameSite::Lax).secure(site.is_https()).finish()
}

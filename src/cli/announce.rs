//! Where does the operator look, and how are the sheets made?

use super::{Error, terminal};
use crate::edition::Edition;
use crate::office::clock;
use crate::office::new_token;
use crate::qr::terminal::half_blocks;
use crate::qr::{BaseUrl, Symbol};
use crate::register::{Lang, PlaceKind, Sentence, Sign, SignCode};
use crate::store::Store;
use crate::web::Site;
use crate::web::words::Words;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};

/// The base URL in the example where none is set.
const EXAMPLE: &str = "https://qr.haiphong.gov.vn";

/// Tells the operator; where a phone on the same network can reach the program, with a code to scan.
///
/// # Errors
/// Refuses an address that fits into no symbol.
pub fn announce(edition: &Edition, base: Option<&BaseUrl>, own: &BaseUrl, bound: SocketAddr, words: &Words) -> Result<(), Error> {
    terminal::say(words.tell(&Sentence::new("serving").with("address", own.as_str())));
    if let Some(code) = demonstration(edition) {
        terminal::say(words.tell(&Sentence::new("serving-sign").with("address", format!("{}/{code}", own.as_str()))));
        if !bound.ip().is_loopback() {
            terminal::say(half_blocks(&Symbol::of(&own.link(code))?));
        }
    }
    let base = base.map_or(EXAMPLE, BaseUrl::as_str);
    terminal::say(words.tell(&Sentence::new("serving-print").with("base", base)));
    Ok(())
}

/// Gives the operator the link that sets up the first of the office, while nobody can sign in.
///
/// # Errors
/// Fails when the store does.
pub fn invite_first(store: &mut Store, site: &Site, words: &Words) -> Result<(), Error> {
    if store.anybody_can_sign_in()? {
        return Ok(());
    }
    let link = new_token();
    store.invite_first(&link, &clock::now())?;
    terminal::say(words.tell(&Sentence::new("serving-setup").with("link", site.absolute(&format!("/office/setup/{link}")))));
    Ok(())
}

/// The address under which a browser on this machine, or a phone beside it, reaches the program.
///
/// # Errors
/// Refuses an address that no symbol can hold.
pub fn own_address(bound: SocketAddr) -> Result<BaseUrl, Error> {
    let host = match bound.ip() {
        ip if ip.is_unspecified() => address_on_the_network().map_or_else(|| "localhost".to_owned(), |ip| ip.to_string()),
        IpAddr::V4(ip) => ip.to_string(),
        IpAddr::V6(_) => "localhost".to_owned(),
    };
    let port = if bound.port() == 80 { String::new() } else { format!(":{}", bound.port()) };
    Ok(BaseUrl::parse(&format!("http://{host}{port}"))?)
}

/// This machine's address on its network. Connecting a datagram socket sends nothing; it only asks for the route.
fn address_on_the_network() -> Option<Ipv4Addr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    match socket.local_addr().ok()?.ip() {
        IpAddr::V4(ip) => Some(ip),
        IpAddr::V6(_) => None,
    }
}

/// A sign whose street has a story to show.
fn demonstration(edition: &Edition) -> Option<SignCode> {
    let told = |sign: &&Sign| edition.find_story(&sign.place, Lang::Vi).is_some();
    let streets = || edition.signs().iter().filter(|sign| sign.place.kind == PlaceKind::Street);
    streets().find(told).or_else(|| streets().next()).map(|sign| sign.code)
}

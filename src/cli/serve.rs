//! How are the pages served? From memory; the database is looked at again whenever somebody has changed it.

use super::{Error, Outcome, Settings, open};
use crate::edition::Edition;
use crate::qr::terminal::half_blocks;
use crate::qr::{BaseUrl, Symbol};
use crate::register::{PlaceKind, Sentence, SignCode};
use crate::store::Store;
use crate::visit::{self, Doorway};
use crate::web::words::Words;
use crate::web::{Site, health};
use actix_web::middleware::DefaultHeaders;
use actix_web::{App, HttpServer, web};
use clap::Args;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, UdpSocket};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How often the database is asked whether it has changed: a command that writes is seen well within 2 s.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// Seconds that requests under way get when the program is told to stop.
const LAST_REQUESTS: u64 = 5;

/// Serves the pages.
#[derive(Args)]
pub struct Serve {
    /// The address to listen on; 0.0.0.0:8080 is for phones on the same network
    #[arg(long, env = "TENPHO_LISTEN", default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    listen: SocketAddr,
}

impl Serve {
    /// Serves until it is told to stop.
    pub fn run(&self, settings: &Settings, words: &'static Words) -> Result<Outcome, Error> {
        tracing_subscriber::fmt().with_writer(std::io::stderr).with_target(false).init();
        let base = settings.base_url()?;
        let mut store = open::open(settings, words)?;
        let listener = listen(self.listen)?;
        let bound = listener.local_addr().map_err(|source| Error::Listen { address: self.listen, source })?;
        let own = own_address(bound)?;
        let edition = Edition::new(store.read_register()?);
        announce(&edition, base.as_ref(), &own, bound, words)?;
        let doorway = web::Data::new(Doorway::new(edition, Site::new(base.unwrap_or(own))));
        let watched = Arc::new(Mutex::new(Store::open(&settings.db)?));
        watch(store, web::Data::clone(&doorway));
        actix_web::rt::System::new().block_on(answer(listener, doorway, watched)).map_err(Error::Serve)?;
        Ok(Outcome::Done)
    }
}

async fn answer(listener: TcpListener, doorway: web::Data<Doorway>, watched: health::Watched) -> std::io::Result<()> {
    let watched = web::Data::new(watched);
    let headers = security_headers(doorway.is_https());
    HttpServer::new(move || {
        let headers = headers.iter().fold(DefaultHeaders::new(), |all, (name, value)| all.add((*name, value.as_str())));
        App::new()
            .app_data(web::Data::clone(&doorway))
            .app_data(web::Data::clone(&watched))
            .wrap(headers)
            .configure(health::routes)
            .configure(visit::routes)
    })
    .shutdown_timeout(LAST_REQUESTS)
    .listen(listener)?
    .run()
    .await
}

/// What every answer says to a browser: nothing from elsewhere, nothing that runs, no frame around it.
#[must_use]
fn security_headers(https: bool) -> Vec<(&'static str, String)> {
    let style = crate::web::assets::STYLE_HASH.as_str();
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{style}'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; \
         form-action 'self'; frame-ancestors 'none'"
    );
    let mut headers = vec![
        ("Content-Security-Policy", policy),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
        ("Permissions-Policy", "geolocation=(), camera=(), microphone=()".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
    ];
    if https {
        headers.push(("Strict-Transport-Security", "max-age=63072000; includeSubDomains".to_owned()));
    }
    headers
}

fn listen(address: SocketAddr) -> Result<TcpListener, Error> {
    let refused = |source: std::io::Error| match source.kind() {
        std::io::ErrorKind::AddrInUse => Error::PortInUse(address),
        _ => Error::Listen { address, source },
    };
    TcpListener::bind(address).map_err(refused)
}

/// The address under which a browser on this machine, or a phone beside it, reaches the program.
fn own_address(bound: SocketAddr) -> Result<BaseUrl, Error> {
    let host = match bound.ip() {
        ip if ip.is_unspecified() => address_on_the_network().map_or_else(|| "localhost".to_owned(), |ip| ip.to_string()),
        IpAddr::V4(ip) => ip.to_string(),
        IpAddr::V6(_) => "localhost".to_owned(),
    };
    Ok(BaseUrl::parse(&format!("http://{host}:{}", bound.port()))?)
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

/// Tells the operator where to look, and how the sheets are made.
fn announce(edition: &Edition, base: Option<&BaseUrl>, own: &BaseUrl, bound: SocketAddr, words: &Words) -> Result<(), Error> {
    println!("{}", words.tell(&Sentence::new("serving").with("address", own.as_str())));
    if let Some(code) = demonstration(edition) {
        println!("{}", words.tell(&Sentence::new("serving-sign").with("address", format!("{}/{code}", own.as_str()))));
        if !bound.ip().is_loopback() {
            println!("{}", half_blocks(&Symbol::of(&own.link(code))?));
        }
    }
    let base = base.map_or("https://qr.haiphong.gov.vn", BaseUrl::as_str);
    println!("{}", words.tell(&Sentence::new("serving-print").with("base", base)));
    Ok(())
}

/// A sign whose street has a story to show.
fn demonstration(edition: &Edition) -> Option<SignCode> {
    let told = |place: &&crate::register::Sign| edition.find_story(&place.place, crate::register::Lang::Vi).is_some();
    let streets = || edition.signs().iter().filter(|sign| sign.place.kind == PlaceKind::Street);
    streets().find(told).or_else(|| streets().next()).map(|sign| sign.code)
}

/// Looks at the database now and then, and puts a new edition in place when somebody has changed it.
fn watch(mut store: Store, doorway: web::Data<Doorway>) {
    std::thread::spawn(move || {
        let mut seen = store.change_number().ok();
        loop {
            std::thread::sleep(LOOK_EVERY);
            match store.change_number() {
                Ok(number) if Some(number) == seen => {}
                Ok(number) => match store.read_register() {
                    Ok(register) => {
                        doorway.replace(Edition::new(register));
                        seen = Some(number);
                        tracing::info!("the register has changed; a new edition is public");
                    }
                    Err(error) => tracing::error!(error = &error as &dyn std::error::Error, "the register cannot be read"),
                },
                Err(error) => tracing::error!(error = &error as &dyn std::error::Error, "the database cannot be read"),
            }
        }
    });
}

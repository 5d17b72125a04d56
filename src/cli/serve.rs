//! How are the pages served? From memory; the database is looked at again whenever somebody has changed it.

use super::announce::{announce, invite_first, own_address};
use super::report_keeper::ReportKeeper;
use super::scan_writer::ScanWriter;
use super::watch::Watch;
use super::{Error, Outcome, Settings, open, photo_reader, recording_reader, share_painter};
use crate::edition::Edition;
use crate::office::{self, Office};
use crate::store::Store;
use crate::visit::{self, Doorway, ReportDesk, Scans};
use crate::web::health::{self, Health};
use crate::web::metrics::{self, Metrics};
use crate::web::photo_files::{PhotoFiles, photo_files};
use crate::web::proxies::Proxies;
use crate::web::recording_files::{RecordingFiles, recording_files};
use crate::web::share_pictures::SharePictures;
use crate::web::words::Words;
use crate::web::{Site, every_answer};
use actix_web::dev::{Server, Service};
use actix_web::web::Data;
use actix_web::{App, HttpServer};
use arc_swap::ArcSwap;
use clap::Args;
use ipnet::{AddrParseError, IpNet};
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Instant;

/// Seconds that requests under way get when the program is told to stop.
const LAST_REQUESTS: u64 = 5;
/// Where the pages are served if nothing else is said.
const USUAL_ADDRESS: &str = "127.0.0.1:8080";

/// Serves the pages.
#[derive(Args)]
pub struct Serve {
    /// The address to listen on
    #[arg(long, value_name = "ADDRESS")]
    #[arg(
        help = "The address to listen on; 0.0.0.0:8080 is for phones on the same network [env: TENPHO_LISTEN] [default: 127.0.0.1:8080]"
    )]
    listen: Option<SocketAddr>,
    /// An address of its own for /metrics, in the format of Prometheus; none where it is not given
    #[arg(long, value_name = "ADDRESS")]
    metrics_listen: Option<SocketAddr>,
    /// A proxy, or a network of them (192.0.2.0/24), whose X-Forwarded-For is believed; may be given several times
    #[arg(long, value_name = "CIDR", value_parser = network)]
    trusted_proxy: Vec<IpNet>,
}

impl Serve {
    /// What was said after the command wins over what was said before it.
    #[must_use]
    pub fn or(self, before: Self) -> Self {
        let trusted_proxy = if self.trusted_proxy.is_empty() { before.trusted_proxy } else { self.trusted_proxy };
        Self { listen: self.listen.or(before.listen), metrics_listen: self.metrics_listen.or(before.metrics_listen), trusted_proxy }
    }

    /// Serves until it is told to stop.
    pub fn run(&self, settings: &Settings, words: &'static Words) -> Result<Outcome, Error> {
        // A log that cannot be written must not end what is logged.
        tracing_subscriber::fmt().with_writer(std::io::stderr).with_target(false).log_internal_errors(false).init();
        let base = settings.base_url()?;
        let address = self.address()?;
        let mut store = open::open(settings, words)?;
        let listener = listen(address)?;
        let metrics_listener = self.metrics_listen.map(listen).transpose()?;
        let bound = listener.local_addr().map_err(|source| Error::Listen { address, source })?;
        let own = own_address(bound)?;
        let seen = store.edition_number()?;
        let edition = Arc::new(Edition::new(store.read_register()?));
        announce(&edition, base.as_ref(), &own, bound, words)?;
        let site = Site::new(base.clone().unwrap_or(own));
        // Visitors are served whatever comes of it: the disk may be full.
        if let Err(error) = invite_first(&mut store, &site, words) {
            tracing::warn!(error = &error as &dyn std::error::Error, "no link for the first operator could be made");
        }
        let (health, counts) = (Data::new(Health::new(Instant::now())), Data::new(Metrics::default()));
        let proxies = Proxies::new(self.trusted_proxy.clone());
        let scans = Scans::new(proxies.clone(), counts.scans().clone());
        let doorway = Data::new(Doorway::new(edition.clone(), office::clock::day(), site.clone(), scans));
        let edition = Arc::new(ArcSwap::new(edition));
        let scan_writer = ScanWriter::start(Store::open(store.path())?, doorway.clone(), counts.scans().clone());
        let (ring, bell) = std::sync::mpsc::channel();
        let published = Box::new(move || {
            // Nobody listens any more only when the program ends.
            let _ = ring.send(());
        });
        let photos = Data::new(photo_files(photo_reader::reader(store.path())?));
        let shared = Data::new(SharePictures::new(share_painter::painter()));
        let recordings = Data::new(recording_files(recording_reader::reader(store.path())?));
        let reports = Data::new(ReportDesk::new(Box::new(ReportKeeper::open(store.path())?), proxies.clone()));
        let office = Office::new(Store::open(store.path())?, edition.clone(), site, published).behind(proxies).printing(base);
        let office = Data::new(office);
        let (watched, told) = (doorway.clone(), counts.clone());
        Watch { store, seen: Some(seen), is_held_up: false, edition, doorway: watched, health: health.clone(), counts: told, bell }.start();
        let rooms = Rooms { doorway, photos, shared, recordings, reports, office, health, counts: counts.clone() };
        let serving = async {
            let telling = metrics_listener.map(|listener| tell(listener, counts.clone())).transpose()?;
            let telling = telling.map(actix_web::rt::spawn);
            let served = serve(listener, rooms)?.await;
            telling.inspect(actix_web::rt::task::JoinHandle::abort);
            served
        };
        let served = actix_web::rt::System::new().block_on(serving);
        scan_writer.finish();
        served.map_err(Error::Serve)?;
        Ok(Outcome::Done)
    }

    fn address(&self) -> Result<SocketAddr, Error> {
        let set = std::env::var("TENPHO_LISTEN").ok().filter(|set| !set.is_empty());
        let text = set.as_deref().unwrap_or(USUAL_ADDRESS);
        self.listen.map_or_else(|| text.parse().map_err(|_| Error::NoAddress(text.to_owned())), Ok)
    }
}

/// A network, or one address.
fn network(text: &str) -> Result<IpNet, AddrParseError> {
    text.parse::<IpAddr>().map_or_else(|_| text.parse(), |one| Ok(one.into()))
}

/// The server of the metrics: one worker, for one reader.
fn tell(listener: TcpListener, counts: Data<Metrics>) -> std::io::Result<Server> {
    let server = HttpServer::new(move || App::new().app_data(counts.clone()).configure(metrics::routes));
    Ok(server.workers(1).disable_signals().listen(listener)?.run())
}

/// What the pages need besides the request.
struct Rooms {
    doorway: Data<Doorway>,
    photos: Data<PhotoFiles>,
    shared: Data<SharePictures>,
    recordings: Data<RecordingFiles>,
    reports: Data<ReportDesk>,
    office: Data<Office>,
    health: Data<Health>,
    counts: Data<Metrics>,
}

fn serve(listener: TcpListener, rooms: Rooms) -> std::io::Result<Server> {
    let Rooms { doorway, photos, shared, recordings, reports, office, health, counts } = rooms;
    let headers = every_answer::headers(doorway.is_https());
    let server = HttpServer::new(move || {
        let (headers, counts) = (headers.clone(), counts.clone());
        App::new()
            .app_data(doorway.clone())
            .app_data(photos.clone())
            .app_data(shared.clone())
            .app_data(reports.clone())
            .app_data(recordings.clone())
            .app_data(office.clone())
            .app_data(health.clone())
            .wrap_fn(move |request, service| every_answer::finished(service.call(request), headers.clone(), counts.clone()))
            .configure(visit::scan_routes)
            .configure(health::routes)
            .configure(office::routes)
            .configure(visit::routes)
    });
    Ok(server.shutdown_timeout(LAST_REQUESTS).listen(listener)?.run())
}

fn listen(address: SocketAddr) -> Result<TcpListener, Error> {
    let refused = |source: std::io::Error| match source.kind() {
        std::io::ErrorKind::AddrInUse => Error::PortInUse(address),
        _ => Error::Listen { address, source },
    };
    TcpListener::bind(address).map_err(refused)
}

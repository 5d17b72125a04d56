//! Which symbols does a finished file hold? Read from its own bytes, by a decoder that never saw the encoder.

use super::damage::{self, Trial};
use super::rasters::{Cache, Source};
use super::{Error, Format, Proof, Shares};
use crate::qr::{Decoder, Found, Grey, find_symbols};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::time::Duration;

/// Larger files are none of ours.
const MOST_BYTES: u64 = 512 << 20;

/// No page of ours takes a hundredth of this; a file that does is hostile or broken.
const LONGEST_PAGE: Duration = Duration::from_secs(60);

/// Twelve dots to a module of 3.1 mm, and eight to the smallest one on any plate.
const USUAL_DPI: f64 = 100.0;
/// For a page where something is there but is not read.
const FINE_DPI: f64 = 300.0;

/// Told after every page: pages done, and pages in all. Says whether to go on.
pub type Progress<'a> = &'a dyn Fn(usize, usize) -> bool;

/// A symbol on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct OnPage {
    /// Left edge in millimetres, without the quiet zone.
    pub x: f64,
    /// Top edge in millimetres.
    pub y: f64,
    /// Width and height in millimetres.
    pub side: f64,
    /// Modules a side.
    pub modules: usize,
    /// What it says, or none where no decoder reads it.
    pub payload: Option<String>,
    /// The decoders that read just this.
    pub read_by: Vec<Decoder>,
    /// Are four modules on every side light?
    pub quiet: bool,
}

/// What a page holds.
#[derive(Debug, Clone, PartialEq)]
pub struct PageRead {
    /// Counted from 1.
    pub page: usize,
    /// Its symbols, top to bottom.
    pub symbols: Vec<OnPage>,
}

/// What a finished file holds, and how well it reads.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Its pages, in order.
    pub pages: Vec<PageRead>,
    /// How many symbols each decoder reads.
    pub shares: Shares,
}

/// Reads every symbol of a finished file, on all cores.
///
/// # Errors
/// Refuses a file of more than 512 MiB or 20,000 pages, pages of an absurd size, what is not of this format,
/// and a page that takes longer than a minute. A broken or hostile file gives an error, never a panic.
pub fn read_back(bytes: impl Into<Arc<Vec<u8>>>, format: Format, proof: Proof, progress: Progress<'_>) -> Result<Reading, Error> {
    let bytes = bytes.into();
    check_size(&bytes)?;
    let work = Arc::new(Work { bytes, format, proof, next: AtomicUsize::new(0), stop: AtomicBool::new(false) });
    let (sender, receiver) = mpsc::channel();
    let workers = if format == Format::Pdf { std::thread::available_parallelism().map_or(1, usize::from) } else { 1 };
    for _ in 0..workers.min(16) {
        let (work, sender) = (Arc::clone(&work), sender.clone());
        // Not joined: a page that never ends must not keep us.
        std::thread::spawn(move || work.run(&sender));
    }
    drop(sender);
    let gathered = gather(&receiver, format, proof, progress);
    work.stop.store(true, Ordering::Relaxed);
    gathered
}

/// Reads every symbol of a file on the caller's own thread, for those who read several at once.
/// Nobody watches the clock here: for files of our own making.
///
/// # Errors
/// As [`read_back`], save that no page takes too long.
pub fn read_file(bytes: impl Into<Arc<Vec<u8>>>, format: Format, proof: Proof) -> Result<Reading, Error> {
    let bytes = bytes.into();
    check_size(&bytes)?;
    let read = || {
        let source = Source::open(&bytes, format)?;
        let cache = Cache::new();
        let mut reading = Reading { pages: Vec::with_capacity(source.pages()), shares: Shares::new(proof) };
        for page in 0..source.pages() {
            let (read, shares) = read_page(&source, page, proof, &cache)?;
            reading.pages.push(read);
            reading.shares.add(&shares);
        }
        Ok(reading)
    };
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(Error::Unreadable(format)))
}

fn check_size(bytes: &[u8]) -> Result<(), Error> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > MOST_BYTES { Err(Error::FileTooLarge(size)) } else { Ok(()) }
}

/// What a worker tells.
enum Event {
    Opened(usize),
    Page(PageRead, Shares),
    Failed(Error),
}

struct Work {
    bytes: Arc<Vec<u8>>,
    format: Format,
    proof: Proof,
    next: AtomicUsize,
    stop: AtomicBool,
}

impl Work {
    fn run(&self, sender: &mpsc::Sender<Event>) {
        let told = catch_unwind(AssertUnwindSafe(|| self.read_pages(sender))).unwrap_or(Err(Error::Unreadable(self.format)));
        if let Err(cause) = told {
            // Whoever listened may have left with another worker's error.
            sender.send(Event::Failed(cause)).ok();
        }
    }

    fn read_pages(&self, sender: &mpsc::Sender<Event>) -> Result<(), Error> {
        let source = Source::open(&self.bytes, self.format)?;
        let cache = Cache::new();
        sender.send(Event::Opened(source.pages())).ok();
        while !self.stop.load(Ordering::Relaxed) {
            let page = self.next.fetch_add(1, Ordering::Relaxed);
            if page >= source.pages() {
                break;
            }
            let (read, shares) = read_page(&source, page, self.proof, &cache)?;
            sender.send(Event::Page(read, shares)).ok();
        }
        Ok(())
    }
}

fn gather(receiver: &mpsc::Receiver<Event>, format: Format, proof: Proof, progress: Progress<'_>) -> Result<Reading, Error> {
    let mut pages: Vec<PageRead> = Vec::new();
    let mut shares = Shares::new(proof);
    let mut all = None;
    while all != Some(pages.len()) {
        match receiver.recv_timeout(LONGEST_PAGE) {
            Ok(Event::Opened(count)) => all = Some(count),
            Ok(Event::Page(page, more)) => {
                pages.push(page);
                shares.add(&more);
                if !progress(pages.len(), all.unwrap_or(pages.len())) {
                    return Err(Error::Stopped);
                }
            }
            Ok(Event::Failed(cause)) => return Err(cause),
            Err(mpsc::RecvTimeoutError::Timeout) => return Err(Error::TooSlow),
            Err(mpsc::RecvTimeoutError::Disconnected) => return Err(Error::Unreadable(format)),
        }
    }
    pages.sort_by_key(|page| page.page);
    Ok(Reading { pages, shares })
}

/// Reads one page, and once more in finer dots where nothing is found or something is not read by every decoder.
fn read_page<'a>(source: &'a Source, page: usize, proof: Proof, cache: &Cache<'a>) -> Result<(PageRead, Shares), Error> {
    let raster = source.draw(page, USUAL_DPI, cache)?;
    let usual = find_symbols(&raster.grey);
    let whole = !usual.is_empty() && usual.iter().all(|one| one.read_by.len() == Decoder::ALL.len() && one.quiet);
    let (raster, found) = if whole || source.is_picture() {
        (raster, usual)
    } else {
        let finer = source.draw(page, FINE_DPI, cache)?;
        let found = find_symbols(&finer.grey);
        (finer, found)
    };
    let shares = shares_of(&raster.grey, &found, proof);
    let symbols = found.into_iter().map(|found| on_page(found, raster.scale)).collect();
    Ok((PageRead { page: page + 1, symbols }, shares))
}

fn shares_of(picture: &Grey, found: &[Found], proof: Proof) -> Shares {
    let mut shares = Shares::new(proof);
    shares.all = found.len();
    for symbol in found {
        symbol.read_by.iter().for_each(|decoder| shares.count(Trial::Clean, *decoder));
        if proof == Proof::Damaged {
            damage::measure(picture, symbol, &mut shares);
        }
    }
    shares
}

fn on_page(found: Found, scale: f64) -> OnPage {
    OnPage {
        x: found.place.x / scale,
        y: found.place.y / scale,
        side: found.place.side / scale,
        modules: found.modules,
        payload: found.payload,
        read_by: found.read_by,
        quiet: found.quiet,
    }
}

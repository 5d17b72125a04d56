//! Where is each object of a file, and what is it? Read strictly, each time in bounded time and memory.

use super::filters::{Packed, unpack};
use super::lexer::{Lexer, Token};
use super::object::{Dict, Object, Stream, read_object};
use super::xref::{Place, Table};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Bytes that any file may make us read, and for each of its own so many more: deflate packs drawings ten to one.
const WORK: u64 = 64 << 20;
const WORK_A_BYTE: u64 = 100;
const MOST_WORK: u64 = 2 << 30;
/// Bytes of objects that are kept as read.
const MOST_KEPT: usize = 16 << 20;
/// References that lead to one another.
const DEEPEST: u32 = 10;

/// A file that is being looked at.
pub(super) struct File {
    pub(super) bytes: Arc<Vec<u8>>,
    pub(super) trailer: Arc<Dict>,
    places: BTreeMap<u32, Place>,
    kept: RefCell<HashMap<u32, Object>>,
    kept_bytes: Cell<usize>,
    packs: RefCell<HashMap<u32, Option<Arc<Pack>>>>,
    left: Cell<u64>,
    depth: Cell<u32>,
}

/// What is wrong with an object where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trouble {
    /// It cannot be read.
    Unread,
    /// `endobj` does not follow it.
    NoEnd,
    /// The length of its stream is not what it says.
    Length,
}

/// An object where it stands.
pub(super) struct Indirect {
    pub(super) object: Object,
    pub(super) trouble: Option<Trouble>,
    size: usize,
}

/// The objects that one stream holds.
struct Pack {
    bytes: Vec<u8>,
    starts: Vec<usize>,
}

impl File {
    pub(super) fn new(bytes: Arc<Vec<u8>>, table: Table) -> Self {
        let work = (WORK + WORK_A_BYTE * bytes.len() as u64).min(MOST_WORK);
        Self {
            bytes,
            trailer: Arc::new(table.trailer),
            places: table.places,
            kept: RefCell::default(),
            kept_bytes: Cell::new(0),
            packs: RefCell::default(),
            left: Cell::new(work),
            depth: Cell::new(0),
        }
    }

    /// Takes note of work done; false once there was too much of it.
    pub(super) fn work(&self, bytes: usize) -> bool {
        self.left.set(self.left.get().saturating_sub(bytes as u64));
        self.left.get() > 0
    }

    pub(super) fn may_still(&self, bytes: usize) -> bool {
        self.left.get() > bytes as u64
    }

    pub(super) fn numbers(&self) -> Vec<u32> {
        self.places.keys().copied().collect()
    }

    pub(super) fn holds(&self, number: u32) -> bool {
        self.places.contains_key(&number)
    }

    pub(super) fn has_object_streams(&self) -> bool {
        self.places.values().any(|place| matches!(place, Place::In { .. }))
    }

    /// The object itself, whatever references lead to it; null where there is none.
    pub(super) fn get(&self, object: &Object) -> Object {
        let mut now = object.clone();
        for _ in 0..DEEPEST {
            let Object::Ref(number) = now else { return now };
            now = self.object(number);
        }
        Object::Null
    }

    /// What stands under a key, followed.
    pub(super) fn value(&self, dict: &Dict, key: &str) -> Object {
        self.get(dict.get(key))
    }

    /// The object of this number, or null.
    pub(super) fn object(&self, number: u32) -> Object {
        if let Some(kept) = self.kept.borrow().get(&number) {
            return kept.clone();
        }
        let Some(found) = self.indirect(number) else { return Object::Null };
        if self.kept_bytes.get() + found.size < MOST_KEPT {
            self.kept_bytes.set(self.kept_bytes.get() + found.size);
            self.kept.borrow_mut().insert(number, found.object.clone());
        }
        found.object
    }

    /// The object of this number as it stands, with what is wrong about it; none where none is, or after too much work.
    pub(super) fn indirect(&self, number: u32) -> Option<Indirect> {
        if self.depth.get() >= DEEPEST || !self.may_still(0) {
            return None;
        }
        self.depth.set(self.depth.get() + 1);
        let found = match self.places.get(&number) {
            Some(Place::At(offset)) => Some(self.read_at(*offset)),
            Some(Place::In { pack, index }) => Some(self.read_packed(*pack, *index)),
            None => None,
        };
        self.depth.set(self.depth.get() - 1);
        if let Some(found) = &found {
            self.work(found.size);
        }
        found
    }

    fn read_at(&self, offset: usize) -> Indirect {
        let unread =
            |lexer: &Lexer<'_>| Indirect { object: Object::Null, trouble: Some(Trouble::Unread), size: lexer.at - offset.min(lexer.at) };
        let mut lexer = Lexer::new(&self.bytes, offset);
        let head = [lexer.token(), lexer.token(), lexer.token()];
        let [Ok(Some(Token::Int(_))), Ok(Some(Token::Int(_))), Ok(Some(Token::Word(b"obj")))] = head else { return unread(&lexer) };
        let Ok(object) = read_object(&mut lexer, true) else { return unread(&lexer) };
        let after = lexer.token();
        if let (Object::Dict(dict), Ok(Some(Token::Word(b"stream")))) = (&object, &after) {
            return self.read_stream(dict, lexer.at, offset);
        }
        let trouble = if after == Ok(Some(Token::Word(b"endobj"))) { None } else { Some(Trouble::NoEnd) };
        Indirect { object, trouble, size: lexer.at - offset }
    }

    /// `stream`, an end of line, so many bytes, `endstream` (ISO 32000-1, 7.3.8.1).
    fn read_stream(&self, dict: &Arc<Dict>, at: usize, offset: usize) -> Indirect {
        let start = match self.bytes.get(at..) {
            Some([b'\r', b'\n', ..]) => at + 2,
            Some([b'\n', ..]) => at + 1,
            _ => return Indirect { object: Object::Null, trouble: Some(Trouble::Unread), size: at - offset },
        };
        let said = self.value(dict, "Length").int().and_then(|length| usize::try_from(length).ok());
        let end = said.and_then(|length| start.checked_add(length)).filter(|end| *end <= self.bytes.len());
        // One end of line may stand between; the lexer would also skip blanks that belong to the stream.
        let rest = end.map_or(&[][..], |end| &self.bytes[end..]);
        let gap = [b"\r\n".as_slice(), b"\n", b"\r"].into_iter().find(|gap| rest.starts_with(gap)).map_or(0, <[u8]>::len);
        let fits = rest[gap..].starts_with(b"endstream");
        let mut lexer = Lexer::new(&self.bytes, end.unwrap_or(start) + gap + b"endstream".len());
        let end = if fits { end.unwrap_or(start) } else { self.search(start, b"endstream") };
        let ends = fits && lexer.token() == Ok(Some(Token::Word(b"endobj")));
        let trouble = if !fits {
            Some(Trouble::Length)
        } else if ends {
            None
        } else {
            Some(Trouble::NoEnd)
        };
        // The bytes of the stream are paid for when they are unpacked.
        let size = at - offset;
        Indirect { object: Object::Stream(Arc::new(Stream { dict: Arc::clone(dict), bytes: start..end })), trouble, size }
    }

    fn search(&self, from: usize, word: &[u8]) -> usize {
        let found = self.bytes[from..].windows(word.len()).position(|window| window == word);
        self.work(found.unwrap_or(self.bytes.len() - from));
        found.map_or(self.bytes.len(), |at| from + at)
    }

    fn read_packed(&self, pack: u32, index: usize) -> Indirect {
        let none = Indirect { object: Object::Null, trouble: Some(Trouble::Unread), size: 16 };
        let known = self.packs.borrow().get(&pack).cloned();
        let pack = known.unwrap_or_else(|| {
            let opened = self.open_pack(pack).map(Arc::new);
            self.packs.borrow_mut().insert(pack, opened.clone());
            opened
        });
        let Some((pack, start)) = pack.and_then(|pack| pack.starts.get(index).copied().map(|start| (pack, start))) else { return none };
        let mut lexer = Lexer::new(&pack.bytes, start);
        match read_object(&mut lexer, true) {
            Ok(object) => Indirect { object, trouble: None, size: lexer.at.saturating_sub(start) },
            Err(_) => none,
        }
    }

    /// Undoes an object stream (ISO 32000-1, 7.5.7); all of them together stay below the bound of work.
    fn open_pack(&self, number: u32) -> Option<Pack> {
        let Some(Place::At(offset)) = self.places.get(&number) else { return None };
        let found = self.read_at(*offset).object;
        let stream = found.stream()?;
        let bytes = self.unpack(stream).ok()?;
        let first = usize::try_from(self.value(&stream.dict, "First").int()?).ok()?;
        let count = usize::try_from(self.value(&stream.dict, "N").int()?).ok()?.min(bytes.len());
        let mut lexer = Lexer::new(&bytes, 0);
        let mut starts = Vec::new();
        for _ in 0..count {
            let (Ok(Some(Token::Int(_))), Ok(Some(Token::Int(start)))) = (lexer.token(), lexer.token()) else { return None };
            starts.push(first.checked_add(usize::try_from(start).ok()?)?);
        }
        Some(Pack { bytes, starts })
    }

    /// The bytes of a stream, all filters undone.
    pub(super) fn unpack(&self, stream: &Stream) -> Result<Vec<u8>, Packed> {
        unpack(self, &stream.dict, self.raw(stream))
    }

    /// The bytes of a stream as they stand in the file.
    pub(super) fn raw(&self, stream: &Stream) -> &[u8] {
        self.bytes.get(stream.bytes.clone()).unwrap_or_default()
    }
}

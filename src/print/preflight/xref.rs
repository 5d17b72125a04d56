//! Where does the file say that its objects are, and is that so? Where not, they are looked for.

use super::file::File;
use super::lexer::{Lexer, Token, is_blank};
use super::object::{Dict, Object, read_object};
use super::rule::Rule;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

/// Objects of one file, those that are gone among them.
const MOST_OBJECTS: usize = 2_000_000;
/// Tables that follow one another.
const MOST_TABLES: usize = 64;
/// Length of a line of a classic table (ISO 32000-1, 7.5.4).
const LINE: usize = 20;

/// Where an object stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    At(usize),
    In { pack: u32, index: usize },
}

/// What the tables of a file say, and what is wrong with them.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) places: BTreeMap<u32, Place>,
    pub(super) trailer: Dict,
    pub(super) faults: Vec<(Rule, String)>,
    /// Is a table itself a stream?
    pub(super) is_stream: bool,
    /// How many tables there are.
    pub(super) tables: usize,
    freed: HashSet<u32>,
}

/// Reads all tables from the last to the first.
pub(super) fn read_tables(bytes: &Arc<Vec<u8>>) -> Table {
    let mut table = Table::default();
    let mut next = start_of(bytes);
    let mut seen = HashSet::new();
    if next.is_none() {
        table.faults.push((Rule::Xref, "startxref".to_owned()));
    }
    while let Some(offset) = next.take() {
        if !seen.insert(offset) || seen.len() > MOST_TABLES {
            table.faults.push((Rule::Xref, format!("/Prev {offset}")));
            break;
        }
        match table.read_one(bytes, offset) {
            Some(trailer) => {
                table.tables += 1;
                next = trailer.get("Prev").int().and_then(|prev| usize::try_from(prev).ok());
                if let Some(hybrid) = trailer.get("XRefStm").int().and_then(|at| usize::try_from(at).ok())
                    && table.read_one(bytes, hybrid).is_none()
                {
                    table.faults.push((Rule::Xref, format!("/XRefStm {hybrid}")));
                }
                if table.trailer.0.is_empty() {
                    table.trailer = trailer;
                }
            }
            None => table.faults.push((Rule::Xref, format!("{offset}"))),
        }
    }
    table.check_places(bytes);
    if !table.faults.is_empty() {
        table.rebuild(bytes);
    }
    table
}

fn start_of(bytes: &[u8]) -> Option<usize> {
    let tail = bytes.len().saturating_sub(2048);
    let word = b"startxref";
    let at = bytes[tail..].windows(word.len()).rposition(|window| window == word)?;
    let Ok(Some(Token::Int(offset))) = Lexer::new(bytes, tail + at + word.len()).token() else { return None };
    usize::try_from(offset).ok()
}

impl Table {
    /// Reads one table, whose objects yield to those of later ones that are known already; gives its trailer.
    fn read_one(&mut self, bytes: &Arc<Vec<u8>>, offset: usize) -> Option<Dict> {
        match bytes.get(offset..)? {
            [b'x', b'r', b'e', b'f', ..] => self.read_classic(bytes, offset + 4),
            [b'0'..=b'9', ..] => self.read_stream(bytes, offset),
            _ => None,
        }
    }

    fn read_classic(&mut self, bytes: &[u8], at: usize) -> Option<Dict> {
        let mut lexer = Lexer::new(bytes, at);
        loop {
            match lexer.token().ok()?? {
                Token::Word(b"trailer") => break,
                Token::Int(first) => {
                    let Token::Int(count) = lexer.token().ok()?? else { return None };
                    let (first, count) = (u32::try_from(first).ok()?, u32::try_from(count).ok()?);
                    self.read_section(bytes, &mut lexer, first, count)?;
                }
                _ => return None,
            }
        }
        let Ok(Object::Dict(trailer)) = read_object(&mut lexer, true) else { return None };
        Some(Dict::clone(&trailer))
    }

    fn read_section(&mut self, bytes: &[u8], lexer: &mut Lexer<'_>, first: u32, count: u32) -> Option<()> {
        while lexer.peek().is_some_and(is_blank) {
            lexer.at += 1;
        }
        for number in first..first.checked_add(count)? {
            let line = bytes.get(lexer.at..lexer.at + LINE)?;
            lexer.at += LINE;
            let offset = digits(&line[..10])?;
            let is_end = matches!(&line[18..], b" \n" | b" \r" | b"\r\n");
            if line[10] != b' ' || digits(&line[11..16]).is_none() || line[16] != b' ' || !is_end {
                return None;
            }
            match line[17] {
                b'n' => self.put(number, Place::At(offset))?,
                b'f' => self.free(number)?,
                _ => return None,
            }
        }
        Some(())
    }

    fn put(&mut self, number: u32, place: Place) -> Option<()> {
        if self.is_full() {
            return None;
        }
        if !self.freed.contains(&number) {
            self.places.entry(number).or_insert(place);
        }
        Some(())
    }

    fn free(&mut self, number: u32) -> Option<()> {
        if self.is_full() {
            return None;
        }
        self.freed.insert(number);
        Some(())
    }

    /// Objects that are gone take memory as others do.
    fn is_full(&self) -> bool {
        self.places.len() + self.freed.len() >= MOST_OBJECTS
    }

    /// A table that is a stream (ISO 32000-1, 7.5.8).
    fn read_stream(&mut self, bytes: &Arc<Vec<u8>>, offset: usize) -> Option<Dict> {
        let mut alone = Self::default();
        alone.places.insert(0, Place::At(offset));
        let file = File::new(Arc::clone(bytes), alone);
        let found = file.indirect(0).filter(|found| found.trouble.is_none())?.object;
        let stream = found.stream().filter(|stream| stream.dict.is("Type", "XRef"))?;
        let rows = file.unpack(stream).ok()?;
        let dict = &stream.dict;
        let widths: Vec<usize> = dict.get("W").array().iter().filter_map(|one| usize::try_from(one.int()?).ok()).collect();
        let [kind, second, third] = <[usize; 3]>::try_from(widths).ok()?;
        let width = [kind, second, third].iter().try_fold(0_usize, |sum, one| sum.checked_add(*one))?;
        if !(1..=32).contains(&width) {
            return None;
        }
        let size = [Object::Int(0), dict.get("Size").clone()];
        let index = if dict.has("Index") { dict.get("Index").array() } else { &size };
        let mut rows = rows.chunks_exact(width);
        for section in index.chunks(2) {
            let (first, count) = (section.first()?.int()?, section.get(1)?.int()?);
            for number in first..first.checked_add(count)? {
                let row = rows.next()?;
                let field = |range: std::ops::Range<usize>| row[range].iter().fold(0_usize, |sum, byte| sum << 8 | usize::from(*byte));
                let number = u32::try_from(number).ok()?;
                let (a, b) = (field(kind..kind + second), field(kind + second..width));
                match if kind == 0 { 1 } else { field(0..kind) } {
                    0 => self.free(number)?,
                    1 => self.put(number, Place::At(a))?,
                    2 => self.put(number, Place::In { pack: u32::try_from(a).ok()?, index: b })?,
                    _ => return None,
                }
            }
        }
        self.is_stream = true;
        Some(Dict::clone(dict))
    }

    /// Does every object stand where the table says?
    fn check_places(&mut self, bytes: &[u8]) {
        let size = self.trailer.get("Size").int().unwrap_or(0);
        for (number, place) in &self.places {
            let stands = match place {
                Place::At(offset) => stands_at(bytes, *offset, *number),
                Place::In { pack, .. } => matches!(self.places.get(pack), Some(Place::At(_))),
            };
            if !stands || i64::from(*number) >= size {
                self.faults.push((Rule::Xref, format!("{number} 0 obj")));
                return;
            }
        }
    }

    /// Looks for every object, since the table cannot be believed; the last of a number wins.
    fn rebuild(&mut self, bytes: &Arc<Vec<u8>>) {
        let mut found = BTreeMap::new();
        let mut at = 0;
        while let Some(next) = bytes[at..].windows(3).position(|three| three == b"obj") {
            let word = at + next;
            at = word + 3;
            if let Some((offset, number)) = head_before(bytes, word)
                && found.len() < MOST_OBJECTS
            {
                found.insert(number, Place::At(offset));
            }
        }
        self.places.retain(|_, place| matches!(place, Place::In { .. }));
        self.places.extend(found);
        if self.trailer.get("Root").is_null() {
            self.trailer = self.find_trailer(bytes);
        }
    }

    fn find_trailer(&self, bytes: &Arc<Vec<u8>>) -> Dict {
        let word = b"trailer";
        if let Some(at) = bytes.windows(word.len()).rposition(|window| window == word)
            && let Ok(Object::Dict(trailer)) = read_object(&mut Lexer::new(bytes, at + word.len()), true)
        {
            return Dict::clone(&trailer);
        }
        let table = Self { places: self.places.clone(), ..Self::default() };
        let file = File::new(Arc::clone(bytes), table);
        let dict_of = |number: &u32| file.object(*number).dict().cloned();
        let root = self.places.keys().find(|number| dict_of(number).is_some_and(|dict| dict.is("Type", "Catalog")));
        Dict(root.map(|root| ("Root".to_owned(), Object::Ref(*root))).into_iter().collect())
    }
}

fn digits(bytes: &[u8]) -> Option<usize> {
    std::str::from_utf8(bytes).ok().filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))?.parse().ok()
}

/// Does «number generation obj» begin exactly here?
fn stands_at(bytes: &[u8], offset: usize, number: u32) -> bool {
    let begins = bytes.get(offset).is_some_and(u8::is_ascii_digit) && !(offset > 0 && bytes[offset - 1].is_ascii_digit());
    // Never farther than a sound head is long.
    let mut lexer = Lexer::new(&bytes[..bytes.len().min(offset.saturating_add(64))], offset);
    let head = [lexer.token(), lexer.token(), lexer.token()];
    begins
        && matches!(head, [Ok(Some(Token::Int(said))), Ok(Some(Token::Int(_))), Ok(Some(Token::Word(b"obj")))] if said == i64::from(number))
}

/// The place and number of the object whose `obj` stands at `word`.
fn head_before(bytes: &[u8], word: usize) -> Option<(usize, u32)> {
    let back = |mut at: usize, wanted: fn(&u8) -> bool| {
        let from = at;
        while at > 0 && from - at < 12 && wanted(&bytes[at - 1]) {
            at -= 1;
        }
        (at < from).then_some(at)
    };
    let blank: fn(&u8) -> bool = |byte| is_blank(*byte);
    let generation = back(back(word, blank)?, u8::is_ascii_digit)?;
    let end = back(generation, blank)?;
    let start = back(end, u8::is_ascii_digit)?;
    let number = std::str::from_utf8(&bytes[start..end]).ok()?.parse().ok()?;
    Some((start, number))
}

#[cfg(test)]
mod tests {
    use super::{MOST_OBJECTS, Place, Table};

    #[test]
    fn a_table_of_objects_that_are_gone_has_an_end() {
        let mut table = Table::default();
        assert!((0..MOST_OBJECTS).all(|number| table.free(u32::try_from(number).unwrap()).is_some()));
        assert!(table.free(u32::MAX).is_none() && table.put(u32::MAX, Place::At(0)).is_none());
    }
}

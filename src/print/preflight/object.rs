//! What are the objects of a file? Cheap to hand on, and never deeper or larger than a sound file needs.

use super::lexer::{Lexer, Token, Unread};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// Arrays and dictionaries within one another.
const DEEPEST: usize = 40;
/// Members of one object, all depths together.
const MOST_MEMBERS: usize = 2_000_000;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Object {
    Null,
    Bool(bool),
    Int(i64),
    Real(f64),
    Name(Arc<str>),
    Text(Arc<[u8]>),
    Array(Arc<[Object]>),
    Dict(Arc<Dict>),
    Stream(Arc<Stream>),
    Ref(u32),
}

#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Dict(pub(super) BTreeMap<String, Object>);

/// A stream's dictionary, and where its bytes lie in the file.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stream {
    pub(super) dict: Arc<Dict>,
    pub(super) bytes: Range<usize>,
}

impl Dict {
    /// What stands under the key, not followed if it is a reference.
    pub(super) fn get(&self, key: &str) -> &Object {
        self.0.get(key).unwrap_or(&Object::Null)
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    pub(super) fn is(&self, key: &str, name: &str) -> bool {
        self.get(key).name() == Some(name)
    }
}

impl Object {
    pub(super) fn name(&self) -> Option<&str> {
        if let Self::Name(name) = self { Some(name) } else { None }
    }

    pub(super) fn int(&self) -> Option<i64> {
        if let Self::Int(whole) = self { Some(*whole) } else { None }
    }

    pub(super) fn number(&self) -> Option<f64> {
        match self {
            Self::Int(whole) => Some(*whole as f64),
            Self::Real(real) => Some(*real),
            _ => None,
        }
    }

    pub(super) fn array(&self) -> &[Self] {
        if let Self::Array(members) = self { members } else { &[] }
    }

    /// The dictionary, a stream's too.
    pub(super) fn dict(&self) -> Option<&Arc<Dict>> {
        match self {
            Self::Dict(dict) => Some(dict),
            Self::Stream(stream) => Some(&stream.dict),
            _ => None,
        }
    }

    pub(super) fn stream(&self) -> Option<&Arc<Stream>> {
        if let Self::Stream(stream) = self { Some(stream) } else { None }
    }

    pub(super) fn is_null(&self) -> bool {
        *self == Self::Null
    }

    /// A text for people: UTF-16 or UTF-8 where it says so, else taken as Latin-1, which is near to PDFDocEncoding.
    pub(super) fn text(&self) -> Option<String> {
        let Self::Text(bytes) = self else { return None };
        if let Some(wide) = bytes.strip_prefix(&[0xfe, 0xff]) {
            let units: Vec<u16> = wide.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
            return Some(String::from_utf16_lossy(&units));
        }
        if let Some(plain) = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]) {
            return Some(String::from_utf8_lossy(plain).into_owned());
        }
        Some(bytes.iter().map(|byte| char::from(*byte)).collect())
    }
}

/// Reads one object; with references between objects of a file, without them in what a page draws.
pub(super) fn read_object(lexer: &mut Lexer<'_>, with_references: bool) -> Result<Object, Unread> {
    let token = lexer.token()?.ok_or(Unread)?;
    Reading { with_references, room: MOST_MEMBERS }.object(lexer, token, 0)
}

/// The object that begins with this token of what a page draws.
pub(super) fn operand(lexer: &mut Lexer<'_>, token: Token<'_>) -> Result<Object, Unread> {
    Reading { with_references: false, room: MOST_MEMBERS }.object(lexer, token, 0)
}

struct Reading {
    with_references: bool,
    room: usize,
}

impl Reading {
    fn object(&mut self, lexer: &mut Lexer<'_>, token: Token<'_>, depth: usize) -> Result<Object, Unread> {
        self.room = self.room.checked_sub(1).ok_or(Unread)?;
        if depth > DEEPEST {
            return Err(Unread);
        }
        Ok(match token {
            Token::Int(whole) => self.reference(lexer, whole).unwrap_or(Object::Int(whole)),
            Token::Real(real) => Object::Real(real),
            Token::Name(name) => Object::Name(name.into()),
            Token::Text(text) => Object::Text(text.into()),
            Token::Open => self.array(lexer, depth)?,
            Token::OpenDict => Object::Dict(Arc::new(self.dict(lexer, depth)?)),
            Token::Word(b"true") => Object::Bool(true),
            Token::Word(b"false") => Object::Bool(false),
            Token::Word(b"null") => Object::Null,
            Token::Word(_) | Token::Close | Token::CloseDict => return Err(Unread),
        })
    }

    fn reference(&self, lexer: &mut Lexer<'_>, number: i64) -> Option<Object> {
        if !self.with_references {
            return None;
        }
        let number = u32::try_from(number).ok()?;
        let mut ahead = lexer.clone();
        let generation = matches!(ahead.token(), Ok(Some(Token::Int(0..=65_535))));
        let found = generation && matches!(ahead.token(), Ok(Some(Token::Word(b"R"))));
        found.then(|| {
            lexer.at = ahead.at;
            Object::Ref(number)
        })
    }

    fn array(&mut self, lexer: &mut Lexer<'_>, depth: usize) -> Result<Object, Unread> {
        let mut members = Vec::new();
        loop {
            match lexer.token()?.ok_or(Unread)? {
                Token::Close => return Ok(Object::Array(members.into())),
                token => members.push(self.object(lexer, token, depth + 1)?),
            }
        }
    }

    fn dict(&mut self, lexer: &mut Lexer<'_>, depth: usize) -> Result<Dict, Unread> {
        let mut dict = BTreeMap::new();
        loop {
            match lexer.token()?.ok_or(Unread)? {
                Token::CloseDict => return Ok(Dict(dict)),
                Token::Name(key) => {
                    let token = lexer.token()?.ok_or(Unread)?;
                    let value = self.object(lexer, token, depth + 1)?;
                    // Two values under one key: readers would disagree.
                    if dict.insert(key, value).is_some() {
                        return Err(Unread);
                    }
                }
                _ => return Err(Unread),
            }
        }
    }
}

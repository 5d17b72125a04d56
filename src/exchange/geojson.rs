//! What does a GeoJSON file (RFC 7946) hold, and on which line does each piece of it stand?

use serde::de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use std::fmt::Formatter;

/// Most names in one object; a feature has a few dozen properties, and a hostile file has millions.
const MOST_NAMES: usize = 500;

/// The members of an object, each as it is written.
pub(super) struct Members<'a>(Vec<(String, &'a RawValue)>);

/// A position as it is written: two numbers, and how many stand behind them.
#[derive(Clone, Copy)]
pub(super) struct Written {
    pub(super) first: f64,
    pub(super) second: f64,
    pub(super) more: usize,
}

impl<'a> Members<'a> {
    /// The value of a member, none where there is no such name.
    pub(super) fn get(&self, name: &str) -> Option<&'a RawValue> {
        self.0.iter().find(|(one, _)| one == name).map(|(_, value)| *value)
    }

    /// The text of a member; none where it is something else.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.get(name).and_then(|value| serde_json::from_str(value.get()).ok())
    }

    /// The names, in the order of the file.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_map(Names).map(Members)
    }
}

struct Names;

impl<'de> Visitor<'de> for Names {
    type Value = Vec<(String, &'de RawValue)>;

    fn expecting(&self, out: &mut Formatter<'_>) -> std::fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members: Vec<(String, &RawValue)> = Vec::new();
        while let Some((name, value)) = map.next_entry::<String, &RawValue>()? {
            if members.len() == MOST_NAMES {
                return Err(A::Error::custom("too many names in one object"));
            }
            if members.iter().any(|(one, _)| *one == name) {
                return Err(A::Error::custom("a name stands twice in one object"));
            }
            members.push((name, value));
        }
        Ok(members)
    }
}

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_seq(Numbers)
    }
}

struct Numbers;

impl<'de> Visitor<'de> for Numbers {
    type Value = Written;

    fn expecting(&self, out: &mut Formatter<'_>) -> std::fmt::Result {
        out.write_str("a longitude and a latitude")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut numbers: A) -> Result<Written, A::Error> {
        let first = numbers.next_element()?.ok_or_else(|| A::Error::invalid_length(0, &self))?;
        let second = numbers.next_element()?.ok_or_else(|| A::Error::invalid_length(1, &self))?;
        let mut more = 0;
        while numbers.next_element::<IgnoredAny>()?.is_some() {
            more += 1;
        }
        Ok(Written { first, second, more })
    }
}

/// The offset of a piece in the text that it was read from.
pub(super) fn offset_in(text: &str, piece: &RawValue) -> usize {
    (piece.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

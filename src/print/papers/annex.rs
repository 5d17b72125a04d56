//! Which plates are the minutes about, one by one, or by street where there are many?

use super::flow::{Align, STRONG, WIDTH};
use super::minutes::{MinutesSign, Paper};
use super::table::Table;
use super::wording::count;
use crate::print::Error;
use crate::register::Sentence;

/// More plates than this are listed by street.
const MOST_LISTED: usize = 500;

impl Paper<'_> {
    /// The annex, on a page of its own.
    pub(super) fn annex(&mut self) -> Result<(), Error> {
        self.flow.new_page();
        let words = self.words;
        let by_street = self.minutes.signs.len() > MOST_LISTED;
        let key = if by_street { "papers-annex-streets" } else { "papers-annex-signs" };
        let title = Sentence::new(key).with("batch", self.minutes.batch).with("count", count(self.minutes.signs.len()));
        self.flow.paragraph(STRONG, Align::Centre, &words.tell(&title))?;
        self.flow.gap(2.0);
        if by_street { self.streets() } else { self.signs() }
    }

    fn signs(&mut self) -> Result<(), Error> {
        let columns = [
            (12.0, Align::Centre),
            (24.0, Align::Left),
            (WIDTH - 116.0, Align::Left),
            (14.0, Align::Centre),
            (38.0, Align::Left),
            (28.0, Align::Left),
        ];
        let keys = ["papers-row", "papers-code", "papers-street", "papers-number", "papers-ward", "papers-state"];
        let row = |(sign, at): (&MinutesSign, usize)| {
            let number = sign.number.map_or_else(String::new, |number| number.to_string());
            let code = sign.code.get(..3).zip(sign.code.get(3..)).map_or_else(|| sign.code.clone(), |(one, two)| format!("{one}-{two}"));
            vec![at.to_string(), code, sign.name.clone(), number, sign.ward.clone(), sign.state.clone()]
        };
        let rows: Vec<Vec<String>> = self.minutes.signs.iter().zip(1..).map(row).collect();
        Table::new(&columns, &self.words.all(keys)).set(&mut self.flow, &rows)
    }

    fn streets(&mut self) -> Result<(), Error> {
        let columns = [(12.0, Align::Centre), (WIDTH - 98.0, Align::Left), (20.0, Align::Right), (66.0, Align::Left)];
        let head = self.words.all(["papers-row", "papers-street", "papers-plates", "papers-state"]);
        let mut streets: Vec<(&str, Vec<&MinutesSign>)> = Vec::new();
        for sign in &self.minutes.signs {
            match streets.iter_mut().find(|(name, _)| *name == sign.name) {
                Some((_, signs)) => signs.push(sign),
                None => streets.push((&sign.name, vec![sign])),
            }
        }
        let states = |signs: &[&MinutesSign]| {
            let of = |state: &str| signs.iter().filter(|sign| sign.state == state).count();
            let known = self.minutes.counts.iter().map(|(state, _)| (state, of(state))).filter(|(_, plates)| *plates > 0);
            known.map(|(state, plates)| format!("{} {}", count(plates), state.to_lowercase())).collect::<Vec<_>>().join(", ")
        };
        let row = |((name, signs), at): (&(&str, Vec<&MinutesSign>), usize)| {
            vec![at.to_string(), (*name).to_owned(), count(signs.len()), states(signs)]
        };
        let rows: Vec<Vec<String>> = streets.iter().zip(1..).map(row).collect();
        Table::new(&columns, &head).set(&mut self.flow, &rows)
    }
}

//! How are anniversaries kept?

use super::{Error, columns, places};
use crate::register::{Anniversary, AnniversaryKind, KnownDate, Lang, Place};
use rusqlite::{Row, Transaction, named_params};

pub fn read(moment: &Transaction<'_>) -> rusqlite::Result<Vec<Anniversary>> {
    let mut query = moment.prepare("SELECT * FROM anniversary ORDER BY slug")?;
    query.query_map([], anniversary_of)?.collect()
}

fn anniversary_of(row: &Row<'_>) -> rusqlite::Result<Anniversary> {
    let text = |lang: Lang| columns::line(row, &format!("text_{lang}"));
    Ok(Anniversary {
        slug: columns::slug(row, "slug")?,
        date: columns::parsed(row, "date", KnownDate::parse)?,
        kind: columns::parsed(row, "kind", AnniversaryKind::parse)?,
        shown_on: columns::parsed(row, "shown_on", places_of)?,
        text: [text(Lang::Vi)?, text(Lang::En)?, text(Lang::Fr)?, text(Lang::Zh)?, text(Lang::Ja)?, text(Lang::Ko)?],
        source: columns::line(row, "source")?,
    })
}

fn places_of(written: &str) -> Result<Vec<Place>, &'static str> {
    let parts = written.split(" ; ").filter(|part| !part.is_empty());
    parts.map(|part| Place::parse(part).map_err(|reason| reason.key)).collect()
}

pub fn write(change: &Transaction<'_>, anniversaries: &[Anniversary]) -> Result<(), Error> {
    let mut insert = change.prepare(
        "INSERT INTO anniversary (id, slug, date, kind, shown_on, text_vi, text_en, text_fr, text_zh, text_ja, text_ko, source)
         VALUES (:id, :slug, :date, :kind, :shown_on, :vi, :en, :fr, :zh, :ja, :ko, :source)
         ON CONFLICT (slug) DO UPDATE SET date = excluded.date, kind = excluded.kind, shown_on = excluded.shown_on,
            text_vi = excluded.text_vi, text_en = excluded.text_en, text_fr = excluded.text_fr, text_zh = excluded.text_zh,
            text_ja = excluded.text_ja, text_ko = excluded.text_ko, source = excluded.source",
    )?;
    for one in anniversaries {
        let shown_on: Vec<String> = one.shown_on.iter().map(ToString::to_string).collect();
        insert.execute(named_params! {
            ":id": places::next_id(change, "SELECT coalesce(max(id), 0) + 1 FROM anniversary")?,
            ":slug": one.slug.as_str(),
            ":date": one.date.to_string(),
            ":kind": one.kind.as_str(),
            ":shown_on": shown_on.join(" ; "),
            ":vi": one.in_lang(Lang::Vi).as_str(),
            ":en": one.in_lang(Lang::En).as_str(),
            ":fr": one.in_lang(Lang::Fr).as_str(),
            ":zh": one.in_lang(Lang::Zh).as_str(),
            ":ja": one.in_lang(Lang::Ja).as_str(),
            ":ko": one.in_lang(Lang::Ko).as_str(),
            ":source": one.source.as_str(),
        })?;
    }
    Ok(())
}

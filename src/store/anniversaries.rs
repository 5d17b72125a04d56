//! How are anniversaries kept?

use super::{Error, columns, places};
use crate::register::{Anniversary, AnniversaryKind, KnownDate, Lang, Place};
use rusqlite::{Row, Transaction, named_params};

pub fn read(moment: &Transaction<'_>) -> rusqlite::Result<Vec<Anniversary>> {
    let mut query = moment.prepare("SELECT * FROM anniversary ORDER BY slug")?;
    query.query_map([], |row| anniversary_of(moment, row))?.collect()
}

fn anniversary_of(moment: &Transaction<'_>, row: &Row<'_>) -> rusqlite::Result<Anniversary> {
    let text = |lang: Lang| columns::line(row, &format!("text_{lang}"));
    Ok(Anniversary {
        slug: columns::slug(row, "slug")?,
        date: columns::parsed(row, "date", KnownDate::parse)?,
        kind: columns::parsed(row, "kind", AnniversaryKind::parse)?,
        shown_on: places_of(moment, row.get("id")?)?,
        text: [text(Lang::Vi)?, text(Lang::En)?, text(Lang::Fr)?, text(Lang::Zh)?, text(Lang::Ja)?, text(Lang::Ko)?],
        source: columns::line(row, "source")?,
    })
}

/// The places that say it, under their addresses of today.
fn places_of(moment: &Transaction<'_>, id: i64) -> rusqlite::Result<Vec<Place>> {
    let mut query = moment.prepare_cached("SELECT place_id FROM anniversary_place WHERE anniversary_id = ?1 ORDER BY rank")?;
    query.query_map([id], |row| places::get_place(moment, row.get("place_id")?))?.collect()
}

pub fn write(change: &Transaction<'_>, anniversaries: &[Anniversary]) -> Result<(), Error> {
    let mut insert = change.prepare(
        "INSERT INTO anniversary (id, slug, date, kind, text_vi, text_en, text_fr, text_zh, text_ja, text_ko, source)
         VALUES (:id, :slug, :date, :kind, :vi, :en, :fr, :zh, :ja, :ko, :source)
         ON CONFLICT (slug) DO UPDATE SET date = excluded.date, kind = excluded.kind, text_vi = excluded.text_vi,
            text_en = excluded.text_en, text_fr = excluded.text_fr, text_zh = excluded.text_zh, text_ja = excluded.text_ja,
            text_ko = excluded.text_ko, source = excluded.source
         RETURNING id",
    )?;
    for one in anniversaries {
        let row = named_params! {
            ":id": places::next_id(change, "SELECT coalesce(max(id), 0) + 1 FROM anniversary")?,
            ":slug": one.slug.as_str(),
            ":date": one.date.to_string(),
            ":kind": one.kind.as_str(),
            ":vi": one.in_lang(Lang::Vi).as_str(),
            ":en": one.in_lang(Lang::En).as_str(),
            ":fr": one.in_lang(Lang::Fr).as_str(),
            ":zh": one.in_lang(Lang::Zh).as_str(),
            ":ja": one.in_lang(Lang::Ja).as_str(),
            ":ko": one.in_lang(Lang::Ko).as_str(),
            ":source": one.source.as_str(),
        };
        let id = insert.query_row(row, |row| row.get("id"))?;
        write_places(change, id, &one.shown_on)?;
    }
    Ok(())
}

fn write_places(change: &Transaction<'_>, id: i64, shown_on: &[Place]) -> Result<(), Error> {
    change.prepare_cached("DELETE FROM anniversary_place WHERE anniversary_id = ?1")?.execute([id])?;
    let mut insert = change.prepare_cached("INSERT INTO anniversary_place (anniversary_id, rank, place_id) VALUES (?1, ?2, ?3)")?;
    for (rank, place) in (1_i64..).zip(shown_on) {
        insert.execute((id, rank, places::get_id(change, place.kind, &place.slug)?))?;
    }
    Ok(())
}

//! How are wards kept, those in force and those before them?

use super::{Error, Store, columns, places};
use crate::register::{Slug, Split, Ward, WardKind};
use rusqlite::{OptionalExtension, Row, Transaction, named_params};

impl Store {
    /// Every ward, by slug: those in force and those before them.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn wards(&mut self) -> Result<Vec<Ward>, Error> {
        let moment = self.connection.transaction()?;
        super::of_table("ward", read(&moment))
    }
}

pub fn read(moment: &Transaction<'_>) -> rusqlite::Result<Vec<Ward>> {
    let mut query = moment.prepare("SELECT * FROM ward ORDER BY slug")?;
    query.query_map([], ward_of)?.collect()
}

fn ward_of(row: &Row<'_>) -> rusqlite::Result<Ward> {
    Ok(Ward {
        slug: columns::slug(row, "slug")?,
        code: columns::line(row, "code")?,
        name: columns::name(row, "name")?,
        kind: columns::optional(row, "kind", WardKind::parse)?,
        from: columns::line(row, "valid_from")?,
        until: columns::line(row, "valid_until")?,
        district: columns::line(row, "district")?,
        became: columns::line(row, "became")?,
        split: columns::optional(row, "split", Split::parse)?,
        source: columns::line(row, "source")?,
    })
}

/// The id of the ward that a sign stands in, where it is known.
pub fn id_of(change: &Transaction<'_>, slug: Option<&Slug>) -> Result<Option<i64>, Error> {
    let Some(slug) = slug else { return Ok(None) };
    let found = change.prepare_cached("SELECT id FROM ward WHERE slug = ?1")?.query_row([slug.as_str()], |row| row.get(0)).optional()?;
    found.map(Some).ok_or_else(|| Error::NoSuchWard(slug.to_string()))
}

pub fn write(change: &Transaction<'_>, wards: &[Ward]) -> Result<(), Error> {
    let mut insert = change.prepare(
        "INSERT INTO ward (id, slug, code, name, kind, valid_from, valid_until, district, became, split, source)
         VALUES (:id, :slug, :code, :name, :kind, :from, :until, :district, :became, :split, :source)
         ON CONFLICT (slug) DO UPDATE SET code = excluded.code, name = excluded.name, kind = excluded.kind,
            valid_from = excluded.valid_from, valid_until = excluded.valid_until, district = excluded.district,
            became = excluded.became, split = excluded.split, source = excluded.source",
    )?;
    for one in wards {
        insert.execute(named_params! {
            ":id": places::next_id(change, "SELECT coalesce(max(id), 0) + 1 FROM ward")?,
            ":slug": one.slug.as_str(),
            ":code": one.code.as_str(),
            ":name": one.name.as_str(),
            ":kind": one.kind.map_or("", WardKind::as_str),
            ":from": one.from.as_str(),
            ":until": one.until.as_str(),
            ":district": one.district.as_str(),
            ":became": one.became.as_str(),
            ":split": one.split.map_or("", Split::as_str),
            ":source": one.source.as_str(),
        })?;
    }
    Ok(())
}

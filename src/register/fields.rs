//! Which named texts make up a record? The history compares by them, and a form is filled from them.

use super::named::line_of_names;
use super::{Anniversary, Landmark, Namesake, NamesakeKind, Point, Rank, Sign, Street, Ward, WardKind, WayKind};

/// A record as named texts; an unknown value is the empty text.
pub trait Fields {
    /// The name and text of every field, in the order in which people fill them in.
    fn fields(&self) -> Vec<(&'static str, String)>;
}

impl Fields for Street {
    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("slug", self.slug.to_string()),
            ("name", self.name.to_string()),
            ("kind", self.kind.map_or("", WayKind::as_str).to_owned()),
            ("name_kind", self.name_kind.map_or("", NamesakeKind::as_str).to_owned()),
            ("namesake", self.namesake.as_ref().map(ToString::to_string).unwrap_or_default()),
            ("attestation", self.attestation.to_string()),
            ("source", self.source.to_string()),
            ("districts", self.districts.to_string()),
            ("former_names", self.former_names.vi.to_string()),
            ("former_names_en", self.former_names.en.to_string()),
            ("names", line_of_names(&self.names)),
            ("local_tie", self.local_tie.vi.to_string()),
            ("local_tie_en", self.local_tie.en.to_string()),
            ("length_m", self.length_m.map(|metres| metres.to_string()).unwrap_or_default()),
            ("decision", self.decision.to_string()),
            ("note", self.note.to_string()),
        ]
    }
}

impl Fields for Anniversary {
    fn fields(&self) -> Vec<(&'static str, String)> {
        let names = ["text", "text_en", "text_fr", "text_zh", "text_ja", "text_ko"];
        let places: Vec<String> = self.shown_on.iter().map(ToString::to_string).collect();
        let mut fields = vec![
            ("slug", self.slug.to_string()),
            ("date", self.date.to_string()),
            ("kind", self.kind.to_string()),
            ("shown_on", places.join(" ; ")),
        ];
        fields.extend(names.into_iter().zip(self.text.iter().map(ToString::to_string)));
        fields.push(("source", self.source.to_string()));
        fields
    }
}

impl Fields for Landmark {
    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("slug", self.slug.to_string()),
            ("name", self.name.to_string()),
            ("name_en", self.name_en.to_string()),
            ("names", line_of_names(&self.names)),
            ("kind", self.kind.as_ref().map_or("", |kind| kind.as_str()).to_owned()),
            ("namesake", self.namesake.as_ref().map(ToString::to_string).unwrap_or_default()),
            ("attestation", self.attestation.to_string()),
            ("source", self.source.to_string()),
            ("districts", self.districts.to_string()),
            ("lat", self.point.as_ref().map_or("", Point::lat).to_owned()),
            ("lon", self.point.as_ref().map_or("", Point::lon).to_owned()),
            ("coordinate_source", self.coordinate_source.to_string()),
            ("built", self.built.to_string()),
            ("rank", self.rank.map_or("", Rank::as_str).to_owned()),
            ("fact", self.fact.vi.to_string()),
            ("fact_en", self.fact.en.to_string()),
            ("note", self.note.to_string()),
        ]
    }
}

impl Fields for Namesake {
    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("slug", self.slug.to_string()),
            ("name", self.name.to_string()),
            ("kind", self.kind.to_string()),
            ("from", self.from.to_string()),
            ("until", self.until.to_string()),
            ("role", self.role.vi.to_string()),
            ("role_en", self.role.en.to_string()),
            ("other_names", self.other_names.to_string()),
            ("source", self.source.to_string()),
            ("note", self.note.to_string()),
        ]
    }
}

impl Fields for Ward {
    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("slug", self.slug.to_string()),
            ("code", self.code.to_string()),
            ("name", self.name.to_string()),
            ("kind", self.kind.map_or("", WardKind::as_str).to_owned()),
            ("from", self.from.to_string()),
            ("until", self.until.to_string()),
            ("district", self.district.to_string()),
            ("became", self.became.to_string()),
            ("split", self.split.map_or("", super::Split::as_str).to_owned()),
            ("source", self.source.to_string()),
        ]
    }
}

impl Fields for Sign {
    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("code", self.code.to_string()),
            ("place_kind", self.place.kind.to_string()),
            ("place", self.place.slug.to_string()),
            ("number", self.number.map(|number| number.to_string()).unwrap_or_default()),
            ("ward", self.ward.as_ref().map(ToString::to_string).unwrap_or_default()),
            ("state", self.state.to_string()),
            ("placement", self.placement.as_str().to_owned()),
            ("lat", self.point.as_ref().map_or("", Point::lat).to_owned()),
            ("lon", self.point.as_ref().map_or("", Point::lon).to_owned()),
            ("mounting_m", self.mounting_m.map(|metres| metres.to_string()).unwrap_or_default()),
            ("distance_m", self.distance_m.map(|metres| metres.to_string()).unwrap_or_default()),
        ]
    }
}

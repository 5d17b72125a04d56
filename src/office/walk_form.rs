//! How is a walk made and changed? One form; its stops are moved with buttons that need no script, and nothing is kept before it is saved.

use super::answer::Answer;
use super::asked::Asked;
use super::route::{OpenTo, Route};
use super::walk_fields::page;
use super::{Error, Office};
use crate::edition::Edition;
use crate::register::listed::{entry_of, line_of};
use crate::register::walk::{MOST_STOPS, lead_field, name_field};
use crate::register::{Act, Explained, FieldFault, FieldTexts, Lang, Line, PlaceKind, Sentence, Slug, StopAt, Walk, WalkState};
use crate::store::{self, WalkSaved};
use crate::web::form::Form;
use crate::web::walk_page::{self, WalkView};
use crate::web::words::Words;
use actix_web::http::StatusCode;

const MAY_KEEP: OpenTo = OpenTo::WhoMay(Act::KeepRegister);

pub(super) const ROUTES: &[Route] = &[
    Route::get("/office/walks/new", MAY_KEEP, show_new),
    Route::post("/office/walks/new", MAY_KEEP, save_new),
    Route::post("/office/walks/preview", MAY_KEEP, preview_typed),
    Route::get("/office/walk/{slug}", OpenTo::WhoMay(Act::Read), show_walk),
    Route::post("/office/walk/{slug}", MAY_KEEP, save_walk),
    Route::get("/office/walk/{slug}/preview", OpenTo::WhoMay(Act::Read), show_preview),
];

/// Stands for the slug until one is made of the name.
const NO_SLUG_YET: &str = "new";

/// A stop as it was typed.
pub(super) struct RawStop {
    pub at: String,
    pub texts: [String; Lang::ALL.len()],
}

/// The form of a walk as it stands.
pub(super) struct WalkForm {
    /// The walk that is changed; none where one is made.
    pub walk: Option<Walk>,
    pub texts: FieldTexts,
    pub stops: Vec<RawStop>,
    /// What was typed into the field for one more stop, where that led to none.
    pub add: String,
    pub faults: Vec<FieldFault>,
    /// What the walk was when the form was begun, as the form carries it along.
    pub based_on: FieldTexts,
    /// Has somebody else changed the walk since?
    pub is_overtaken: bool,
}

fn show_new(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let mut form = WalkForm::empty();
    form.texts.insert("state".to_owned(), WalkState::Closed.to_string());
    Ok(Answer::page(page(office, asked, &form)))
}

fn show_walk(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    Ok(Answer::page(page(office, asked, &WalkForm::of(found(office, asked)?))))
}

fn save_new(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let mut form = WalkForm::typed(&asked.form, None);
    if !form.act(&asked.form, &office.edition()) {
        return Ok(Answer::page(page(office, asked, &form)));
    }
    let slug = Slug::of_name(form.texts.get("name").map_or("", String::as_str));
    form.texts.insert("slug".to_owned(), slug.as_ref().map_or(NO_SLUG_YET, Slug::as_str).to_owned());
    let saved = match form.read() {
        Ok(_) if slug.is_none() => Err(FieldFault { field: "name".to_owned(), reason: Sentence::new("record-no-slug") }),
        Ok(walk) => office.store()?.add_walk(asked.who().id, &asked.now, &walk).map(Some).or_else(stop_fault)?.ok_or_else(no_such_stop),
        Err(faults) => return Ok(refused(office, asked, form, faults)),
    };
    match saved {
        Ok(slug) => Ok(published(office, &slug, "added")),
        Err(fault) => Ok(refused(office, asked, form, vec![fault])),
    }
}

fn save_walk(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let before = found(office, asked)?;
    let mut form = WalkForm::typed(&asked.form, Some(before));
    if !form.act(&asked.form, &office.edition()) {
        return Ok(Answer::page(page(office, asked, &form)));
    }
    let walk = match form.read() {
        Ok(walk) => walk,
        Err(faults) => return Ok(refused(office, asked, form, faults)),
    };
    // What the form carries along is only compared: a broken one is as good as one of before.
    let Ok(based_on) = Walk::read(&form.based_on) else { return Err(store::Error::Changed.into()) };
    let saved = office.store()?.change_walk(asked.who().id, &asked.now, &based_on, &walk).map(Some).or_else(stop_fault)?;
    match saved {
        None => Ok(refused(office, asked, form, vec![no_such_stop()])),
        Some(WalkSaved::Gone) => Err(Error::NotThere),
        Some(WalkSaved::Kept) => Ok(published(office, &walk.slug, "saved")),
        Some(WalkSaved::Unchanged) => Ok(Answer::on_to(&format!("/office/walk/{}?done=unchanged", walk.slug))),
        Some(WalkSaved::Changed(theirs)) => {
            form.based_on = theirs.texts();
            form.is_overtaken = true;
            Ok(Answer::page_with(StatusCode::CONFLICT, page(office, asked, &form)))
        }
    }
}

/// A stop that is not in the register is for whoever typed it to mend; anything else is not.
fn stop_fault<T>(error: store::Error) -> Result<Option<T>, store::Error> {
    match error {
        store::Error::NoSuchPlace { .. } | store::Error::NoSuchSign(_) => Ok(None),
        other => Err(other),
    }
}

fn no_such_stop() -> FieldFault {
    FieldFault { field: "stops".to_owned(), reason: Sentence::new("walk-stop-gone") }
}

fn refused(office: &Office, asked: &Asked, mut form: WalkForm, faults: Vec<FieldFault>) -> Answer {
    form.faults = faults;
    Answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, page(office, asked, &form))
}

fn published(office: &Office, slug: &Slug, done: &str) -> Answer {
    office.has_published();
    Answer::on_to(&format!("/office/walk/{slug}?done={done}"))
}

fn show_preview(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    Ok(preview(office, &found(office, asked)?, asked.words))
}

fn preview_typed(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let mut form = WalkForm::typed(&asked.form, None);
    form.texts.insert("slug".to_owned(), NO_SLUG_YET.to_owned());
    let words = Lang::parse(&asked.form.get("lang")).map_or(asked.words, Words::of);
    match form.read() {
        Ok(walk) => Ok(preview(office, &walk, words)),
        Err(faults) => Ok(refused(office, asked, form, faults)),
    }
}

/// Drawn by the very code that draws the page of visitors; it is kept on no phone.
fn preview(office: &Office, walk: &Walk, words: &Words) -> Answer {
    let view = WalkView::of(&office.edition(), walk, words).not_to_keep();
    Answer::page(walk_page::walk_page(&view, office.site(), words))
}

fn found(office: &Office, asked: &Asked) -> Result<Walk, Error> {
    let slug = Slug::parse(asked.part("slug")).map_err(|_| Error::NotThere)?;
    office.store()?.walks()?.into_iter().find(|walk| walk.slug == slug).ok_or(Error::NotThere)
}

impl WalkForm {
    fn empty() -> Self {
        Self {
            walk: None,
            texts: FieldTexts::new(),
            stops: Vec::new(),
            add: String::new(),
            faults: Vec::new(),
            based_on: FieldTexts::new(),
            is_overtaken: false,
        }
    }

    /// The form of a walk as it is kept.
    fn of(walk: Walk) -> Self {
        let raw = |stop: &crate::register::Stop| RawStop {
            at: stop.at.to_string(),
            texts: std::array::from_fn(|at| stop.text.get(Lang::ALL[at]).to_string()),
        };
        let stops = walk.stops.iter().map(raw).collect();
        Self { texts: walk.texts(), based_on: walk.texts(), stops, walk: Some(walk), ..Self::empty() }
    }

    /// The form as it was sent.
    fn typed(form: &Form, walk: Option<Walk>) -> Self {
        let names = Lang::ALL.iter().flat_map(|lang| [name_field(*lang), lead_field(*lang)]).chain(["state", "source"]);
        let mut texts: FieldTexts = names.map(|name| (name.to_owned(), form.get(name))).collect();
        texts.insert("slug".to_owned(), walk.as_ref().map_or(NO_SLUG_YET.to_owned(), |walk| walk.slug.to_string()));
        let mut stops = Vec::new();
        while let Some(at) = form.find(&format!("stop-{}", stops.len() + 1)) {
            let number = stops.len() + 1;
            stops.push(RawStop { at, texts: std::array::from_fn(|at| form.get(&format!("stop-{number}-{}", Lang::ALL[at]))) });
        }
        let based_on = serde_json::from_str(&form.get("based-on")).unwrap_or_default();
        Self { walk, texts, stops, based_on, add: form.get("add"), ..Self::empty() }
    }

    /// Does what the button says with the stops; tells whether it was the button that saves.
    fn act(&mut self, form: &Form, edition: &Edition) -> bool {
        let act = form.get("act");
        if act == "save" {
            return true;
        }
        let Some((act, number)) = act.split_once('-') else {
            if !self.add.trim().is_empty() {
                self.add_stop(edition);
            }
            return false;
        };
        let at = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1)).filter(|at| *at < self.stops.len());
        match (act, at) {
            ("up", Some(at)) if at > 0 => self.stops.swap(at, at - 1),
            ("down", Some(at)) if at + 1 < self.stops.len() => self.stops.swap(at, at + 1),
            ("drop", Some(at)) => drop(self.stops.remove(at)),
            _ => {}
        }
        false
    }

    /// Adds the stop that was typed: its address, the code of a sign, or the name of a place.
    fn add_stop(&mut self, edition: &Edition) {
        let named = || {
            let hits = edition.search(&self.add, 10);
            hits.into_iter().map(|hit| hit.place).find(|place| place.kind != PlaceKind::Namesake).map(StopAt::Place)
        };
        let is_there = |at: &StopAt| match at {
            StopAt::Place(place) => edition.find(place).is_some(),
            StopAt::Sign(code) => edition.find_sign(*code).is_some(),
        };
        let found = StopAt::parse(&self.add).ok().filter(is_there).or_else(named).map(|at| at.to_string());
        let reason = match found {
            None => Sentence::new("walk-stop-unknown").with("given", self.add.trim()),
            Some(at) if self.stops.iter().any(|stop| stop.at == at) => Sentence::new("walk-stop-twice").with("given", at),
            Some(_) if self.stops.len() >= MOST_STOPS => Sentence::new("walk-stops-full").with("most", MOST_STOPS),
            Some(at) => {
                self.stops.push(RawStop { at, texts: Default::default() });
                self.add.clear();
                return;
            }
        };
        self.faults.push(FieldFault { field: "add".to_owned(), reason });
    }

    /// The walk that the form makes.
    pub(super) fn read(&self) -> Result<Walk, Vec<FieldFault>> {
        let mut faults = Vec::new();
        for (number, stop) in (1..).zip(&self.stops) {
            for (lang, text) in Lang::ALL.iter().zip(&stop.texts) {
                let read = crate::register::walk::parse_stop_text(text);
                faults.extend(read.err().map(|error| FieldFault { field: format!("stop-{number}-{lang}"), reason: error.sentence() }));
            }
        }
        let mut texts = self.texts.clone();
        texts.insert("stops".to_owned(), line_of(self.stops.iter().map(entry)));
        match Walk::read(&texts) {
            Ok(walk) if faults.is_empty() => Ok(walk),
            read => {
                faults.extend(read.err().unwrap_or_default());
                Err(faults)
            }
        }
    }
}

/// A stop as the list of stops has it; without words, its address alone.
fn entry(stop: &RawStop) -> String {
    let told: Vec<(&str, String)> = Lang::ALL
        .iter()
        .zip(&stop.texts)
        .map(|(lang, text)| (lang.as_str(), Line::parse(text).map(|line| line.to_string()).unwrap_or_default()))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    if told.is_empty() {
        return stop.at.clone();
    }
    let pairs: Vec<(&str, &str)> =
        std::iter::once(("at", stop.at.as_str())).chain(told.iter().map(|(lang, text)| (*lang, text.as_str()))).collect();
    entry_of(&pairs)
}

//! What happens to texts in the office: nobody's words are lost, and nobody publishes their own.

use crate::kit::{BASE_URL, Operator, Product};
use std::collections::{BTreeMap, BTreeSet};
use tenpho::register::story::{parse_body, parse_lead, parse_sources};
use tenpho::register::{Lang, Place, PlaceKind, Refusal, Review, Role, Slug, Stage, Step, Text};
use tenpho::store::{DraftAsked, Error, RawFields, SaveAsked, Saved, StepAsked, Store};

/// Moments in the order in which things happen.
pub const DAY: &str = "2027-05-10T08:00:00Z";
const LATER: &str = "2027-05-13T00:00:00Z";

pub struct Desk {
    pub operator: Operator,
    pub store: Store,
}

impl Desk {
    pub fn new() -> Self {
        let operator = Operator::new();
        operator.done(&["doctor"]);
        let store = Store::open(&operator.path("tenpho.db")).unwrap();
        Self { operator, store }
    }

    /// Somebody with this role, by number.
    pub fn person(&self, login: &str, role: Role, langs: &str) -> i64 {
        self.operator.edit(&format!(
            "INSERT INTO editor (login, name, role, langs, password, totp_secret, totp_step, state, made_at)
             VALUES ('{login}', '{login}', '{role}', '{langs}', '', '', 0, 'active', '')"
        ));
        let database = rusqlite::Connection::open(self.operator.path("tenpho.db")).unwrap();
        database.query_row("SELECT id FROM editor WHERE login = ?1", [login], |row| row.get(0)).unwrap()
    }

    /// A street of which nobody has told anything yet.
    pub fn untold(&self) -> Place {
        self.operator.bring_untold_street();
        street("pho-moi")
    }

    pub fn save(&mut self, by: i64, place: &Place, lang: Lang, text: &Text) -> i64 {
        let based_on = self.store.text_state(place, lang).unwrap().newest().map(|version| version.id);
        match self.store.save_text(by, DAY, &SaveAsked { based_on, ..ask(place, lang, text) }).unwrap() {
            Saved::Kept(id) => id,
            other => panic!("{other:?}"),
        }
    }

    pub fn step(&mut self, by: i64, place: &Place, lang: Lang, step: Step) -> Result<(), Error> {
        let state = self.store.text_state(place, lang).unwrap();
        let version = if matches!(step, Step::Withdraw | Step::Reopen) { state.public } else { state.working };
        let version = version.map_or(0, |version| version.id);
        self.store.take_step(by, DAY, &StepAsked { place, lang, version, step, reason: "vì thế", publish_at: LATER })
    }

    pub fn history_count(&self) -> i64 {
        let database = rusqlite::Connection::open(self.operator.path("tenpho.db")).unwrap();
        database.query_row("SELECT count(*) FROM history", [], |row| row.get(0)).unwrap()
    }
}

pub fn street(slug: &str) -> Place {
    Place { kind: PlaceKind::Street, slug: Slug::parse(slug).unwrap() }
}

pub fn text(lead: &str, body: &str) -> Text {
    Text {
        lead: parse_lead(lead).unwrap(),
        body: parse_body(body).unwrap(),
        sources: parse_sources("Sách").unwrap(),
        review: Review::Sourced,
        photos: Vec::new(),
    }
}

pub fn ask<'a>(place: &'a Place, lang: Lang, text: &'a Text) -> SaveAsked<'a> {
    SaveAsked { place, lang, based_on: None, text, gave_up: &[], source: None, restored_from: None }
}

#[test]
fn the_whole_workflow_is_this_table_and_nothing_else() {
    use Stage::{Draft, InReview, Published, Withdrawn};
    let table: BTreeMap<(Stage, Step), Stage> = BTreeMap::from([
        ((Draft, Step::Submit), InReview),
        ((InReview, Step::Recall), Draft),
        ((InReview, Step::Return), Draft),
        ((InReview, Step::Schedule), InReview),
        ((InReview, Step::Unschedule), InReview),
        ((InReview, Step::Publish), Published),
        ((Published, Step::Withdraw), Withdrawn),
        ((Withdrawn, Step::Reopen), Draft),
    ]);
    for from in Stage::ALL.iter().copied() {
        for step in Step::ALL.iter().copied() {
            assert_eq!(from.after(step).ok(), table.get(&(from, step)).copied(), "{from} {step}");
        }
    }
}

#[test]
fn nobody_publishes_their_own_text_whatever_their_role() {
    let mut desk = Desk::new();
    let place = street("an-chan");
    let other = desk.person("other", Role::Reviewer, "");
    for role in Role::ALL.iter().copied() {
        let who = desk.person(&format!("who-{role}"), role, "vi en");
        let mine = text(&format!("Lời của {role}."), "Một đoạn.");
        let based_on = desk.store.text_state(&place, Lang::Vi).unwrap().newest().map(|version| version.id);
        let saved = desk.store.save_text(who, DAY, &SaveAsked { based_on, ..ask(&place, Lang::Vi, &mine) });
        if role == Role::Printer {
            assert!(matches!(saved, Err(Error::Step(Refusal::NotAllowed(_)))), "{role}");
            continue;
        }
        saved.unwrap();
        desk.step(who, &place, Lang::Vi, Step::Submit).unwrap();
        let before = desk.history_count();
        for step in [Step::Publish, Step::Schedule] {
            let refused = desk.step(who, &place, Lang::Vi, step);
            assert!(matches!(refused, Err(Error::Step(Refusal::OwnText | Refusal::NotAllowed(_)))), "{role} {step}: {refused:?}");
        }
        assert_eq!(desk.history_count(), before, "a refused step leaves no trace in the history");
        assert_eq!(desk.store.text_state(&place, Lang::Vi).unwrap().working_stage, Some(Stage::InReview));
        desk.step(other, &place, Lang::Vi, Step::Publish).unwrap();
    }
}

#[test]
fn whoever_wrote_a_part_of_it_counts_as_its_author_also_after_a_detour() {
    let mut desk = Desk::new();
    let place = desk.untold();
    let [first, second, third] = ["one", "two", "three"].map(|login| desk.person(login, Role::Reviewer, ""));
    let old = desk.save(first, &place, Lang::Vi, &text("Lời đầu.", "Một."));
    desk.save(second, &place, Lang::Vi, &text("Lời đầu.", "Một.\n\nHai."));
    desk.step(second, &place, Lang::Vi, Step::Submit).unwrap();
    for author in [first, second] {
        assert!(matches!(desk.step(author, &place, Lang::Vi, Step::Publish), Err(Error::Step(Refusal::OwnText))));
    }
    desk.step(first, &place, Lang::Vi, Step::Recall).unwrap();
    let working = desk.store.text_state(&place, Lang::Vi).unwrap().working.unwrap().id;
    desk.store.discard_text(second, DAY, &place, Lang::Vi, working).unwrap();
    // The second brings the first's words back: they are still the first's.
    let again = text("Lời đầu.", "Một.");
    let bring_back = SaveAsked { restored_from: Some(old), ..ask(&place, Lang::Vi, &again) };
    desk.store.save_text(second, DAY, &bring_back).unwrap();
    desk.step(second, &place, Lang::Vi, Step::Submit).unwrap();
    assert!(matches!(desk.step(first, &place, Lang::Vi, Step::Publish), Err(Error::Step(Refusal::OwnText))));
    desk.step(third, &place, Lang::Vi, Step::Publish).unwrap();
    // Taken down and opened again, it is still the text of whoever brought it back.
    desk.step(third, &place, Lang::Vi, Step::Withdraw).unwrap();
    desk.step(third, &place, Lang::Vi, Step::Reopen).unwrap();
    desk.step(third, &place, Lang::Vi, Step::Submit).unwrap();
    assert!(matches!(desk.step(second, &place, Lang::Vi, Step::Publish), Err(Error::Step(Refusal::OwnText))));
}

#[test]
fn somebody_who_may_not_sign_in_any_more_changes_nothing() {
    let mut desk = Desk::new();
    let place = street("an-chan");
    let who = desk.person("gone", Role::Editor, "");
    desk.operator.edit("UPDATE editor SET state = 'disabled' WHERE login = 'gone'");
    assert!(matches!(desk.store.save_text(who, DAY, &ask(&place, Lang::Vi, &text("Lời.", ""))), Err(Error::NotActive(_))));
}

#[test]
fn a_translator_writes_only_the_languages_given_to_them() {
    let mut desk = Desk::new();
    let place = street("an-chan");
    let who = desk.person("translator", Role::Translator, "en");
    assert!(matches!(desk.store.save_text(who, DAY, &ask(&place, Lang::Vi, &text("Lời.", ""))), Err(Error::Step(Refusal::NotAllowed(_)))));
    desk.save(who, &place, Lang::En, &text("Words.", ""));
}

#[test]
fn changing_one_paragraph_makes_exactly_that_one_stale_in_the_translation() {
    let mut desk = Desk::new();
    let place = desk.untold();
    let [writer, reviewer] = [desk.person("writer", Role::Editor, ""), desk.person("reviewer", Role::Reviewer, "")];
    let publish = |desk: &mut Desk, body: &str| {
        desk.save(writer, &place, Lang::Vi, &text("Câu mở đầu.", body));
        desk.step(writer, &place, Lang::Vi, Step::Submit).unwrap();
        desk.step(reviewer, &place, Lang::Vi, Step::Publish).unwrap();
    };
    publish(&mut desk, "Một.\n\nHai.\n\nBa.");
    let source = desk.store.text_state(&place, Lang::En).unwrap().source.unwrap().id;
    let english = text("Opening.", "One.\n\nTwo.\n\nThree.");
    let translate = SaveAsked { source: Some((source, &[0, 1, 2, 3])), ..ask(&place, Lang::En, &english) };
    desk.store.save_text(writer, DAY, &translate).unwrap();
    assert_eq!(desk.store.text_state(&place, Lang::En).unwrap().stale, Vec::<usize>::new());
    publish(&mut desk, "Một.\n\nHai, và hơn thế.\n\nBa.");
    let state = desk.store.text_state(&place, Lang::En).unwrap();
    assert_eq!(state.stale, [2]);
    assert_eq!(state.newest().unwrap().text, english, "the translation itself is untouched");
    // Somebody looks at it and finds that nothing needs to change: saying so is enough.
    let source = state.source.as_ref().unwrap().id;
    let seen = SaveAsked { based_on: state.newest().map(|one| one.id), source: Some((source, &[2])), ..ask(&place, Lang::En, &english) };
    assert!(matches!(desk.store.save_text(writer, DAY, &seen).unwrap(), Saved::Unchanged));
    assert_eq!(desk.store.text_state(&place, Lang::En).unwrap().stale, Vec::<usize>::new());
}

#[test]
fn a_discarded_translation_leaves_the_public_one_as_stale_as_it_was() {
    let mut desk = Desk::new();
    let place = desk.untold();
    let [writer, reviewer] = [desk.person("writer", Role::Editor, ""), desk.person("reviewer", Role::Reviewer, "")];
    let publish = |desk: &mut Desk, lang: Lang| {
        desk.step(writer, &place, lang, Step::Submit).unwrap();
        desk.step(reviewer, &place, lang, Step::Publish).unwrap();
    };
    let translate = |desk: &mut Desk, body: &str| {
        let state = desk.store.text_state(&place, Lang::En).unwrap();
        let (based_on, source) = (state.newest().map(|one| one.id), state.source.unwrap().id);
        let english = text("Opening.", body);
        let asked = SaveAsked { based_on, source: Some((source, &[0, 1])), ..ask(&place, Lang::En, &english) };
        let Saved::Kept(id) = desk.store.save_text(writer, DAY, &asked).unwrap() else { panic!("nothing new") };
        id
    };
    desk.save(writer, &place, Lang::Vi, &text("Câu mở đầu.", "Một."));
    publish(&mut desk, Lang::Vi);
    translate(&mut desk, "One.");
    publish(&mut desk, Lang::En);
    desk.save(writer, &place, Lang::Vi, &text("Câu mở đầu.", "Một, và hơn thế."));
    publish(&mut desk, Lang::Vi);
    assert_eq!(desk.store.text_state(&place, Lang::En).unwrap().stale, [1]);
    let draft = translate(&mut desk, "One, and more.");
    assert_eq!(desk.store.text_state(&place, Lang::En).unwrap().stale, Vec::<usize>::new());
    desk.store.discard_text(writer, DAY, &place, Lang::En, draft).unwrap();
    assert_eq!(desk.store.text_state(&place, Lang::En).unwrap().stale, [1]);
}

#[test]
fn a_text_without_a_source_and_without_the_label_goes_no_further() {
    let mut desk = Desk::new();
    let place = street("an-chan");
    let writer = desk.person("writer", Role::Editor, "");
    let bare = Text { sources: parse_sources("").unwrap(), ..text("Lời.", "") };
    desk.save(writer, &place, Lang::Vi, &bare);
    assert!(matches!(desk.step(writer, &place, Lang::Vi, Step::Submit), Err(Error::Unpublishable(_))));
    desk.save(writer, &place, Lang::Vi, &Text { review: Review::Awaiting, ..bare });
    desk.step(writer, &place, Lang::Vi, Step::Submit).unwrap();
}

#[test]
fn a_scheduled_text_is_published_when_its_time_has_come_and_not_before() {
    let mut desk = Desk::new();
    let place = desk.untold();
    let [writer, reviewer] = [desk.person("writer", Role::Editor, ""), desk.person("reviewer", Role::Reviewer, "")];
    let version = desk.save(writer, &place, Lang::Vi, &text("Lời.", ""));
    desk.step(writer, &place, Lang::Vi, Step::Submit).unwrap();
    let schedule = |publish_at| StepAsked { place: &place, lang: Lang::Vi, version, step: Step::Schedule, reason: "", publish_at };
    assert!(matches!(desk.store.take_step(reviewer, DAY, &schedule("2027-05-10T07:59:59Z")), Err(Error::TimeIsPast)));
    desk.store.take_step(reviewer, DAY, &schedule(LATER)).unwrap();
    assert_eq!(desk.store.publish_due("2027-05-12T23:59:59Z").unwrap(), 0);
    assert_eq!(desk.store.text_state(&place, Lang::Vi).unwrap().public_stage, None, "a schedule is not a publication");
    // The program was not running at that time: it catches up, once.
    let mut later = Store::open(&desk.operator.path("tenpho.db")).unwrap();
    assert_eq!(later.publish_due("2027-05-20T00:00:00Z").unwrap(), 1);
    assert_eq!(later.publish_due("2027-05-20T00:00:01Z").unwrap(), 0);
    assert_eq!(desk.store.text_state(&place, Lang::Vi).unwrap().public_stage, Some(Stage::Published));
}

#[test]
fn a_text_that_cannot_be_published_holds_no_other_back_and_leaves_the_pages_as_they_are() {
    let mut desk = Desk::new();
    let [writer, reviewer] = [desk.person("writer", Role::Editor, ""), desk.person("reviewer", Role::Reviewer, "")];
    let places = ["an-chan", "cau-dat"].map(street);
    let [broken, whole] = places.each_ref().map(|place| {
        let version = desk.save(writer, place, Lang::Vi, &text("Lời khác.", "Một."));
        desk.step(writer, place, Lang::Vi, Step::Submit).unwrap();
        desk.step(reviewer, place, Lang::Vi, Step::Schedule).unwrap();
        version
    });
    let database = rusqlite::Connection::open(desk.operator.path("tenpho.db")).unwrap();
    database.execute_batch("DROP TRIGGER a_version_is_never_changed").unwrap();
    desk.operator.edit(&format!("UPDATE version SET review = 'x' WHERE id = {broken}"));
    desk.operator.edit(&format!("UPDATE story SET publish_at = '2020-01-01T00:00:00Z' WHERE working_version = {broken}"));
    assert!(desk.store.publish_due("2030-01-01T00:00:00Z").is_err());
    assert_eq!(desk.store.text_state(&places[1], Lang::Vi).unwrap().public.unwrap().id, whole);
    // A server that meets it says so once, and serves what it has.
    let product = Product::start_with(desk.operator, &["--base-url", BASE_URL]);
    product.logged(|log| log.contains("cannot be published"));
    std::thread::sleep(std::time::Duration::from_secs(2));
    let log = product.logged(|_| true);
    assert_eq!((log.matches("cannot be published").count(), log.matches("a new edition is public").count()), (1, 0), "{log}");
    assert_eq!(product.get("/healthz").status, 200);
}

#[test]
fn taking_back_a_scheduled_text_takes_its_time_away() {
    let mut desk = Desk::new();
    let place = street("an-chan");
    let [writer, reviewer] = [desk.person("writer", Role::Editor, ""), desk.person("reviewer", Role::Reviewer, "")];
    desk.save(writer, &place, Lang::Vi, &text("Lời.", ""));
    desk.step(writer, &place, Lang::Vi, Step::Submit).unwrap();
    desk.step(reviewer, &place, Lang::Vi, Step::Schedule).unwrap();
    desk.step(writer, &place, Lang::Vi, Step::Recall).unwrap();
    assert_eq!(desk.store.publish_due("2030-01-01T00:00:00Z").unwrap(), 0);
}

#[test]
fn a_file_never_writes_over_what_the_office_is_working_on() {
    let mut desk = Desk::new();
    let place = street("cau-dat");
    let writer = desk.person("writer", Role::Editor, "");
    desk.save(writer, &place, Lang::Vi, &text("Lời đang viết.", ""));
    desk.operator.file("stories.csv", "place_kind,place,lang,stage,lead\nstreet,cau-dat,vi,published,Lời từ tệp.\n");
    let ended = desk.operator.run(&["import", "stories", "stories.csv"]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("street/cau-dat"), "{}", ended.err);
    assert_eq!(desk.store.text_state(&place, Lang::Vi).unwrap().working.unwrap().text.lead.as_str(), "Lời đang viết.");
}

#[test]
fn two_pages_of_one_person_keep_two_drafts() {
    let mut desk = Desk::new();
    let place = street("an-chan");
    let writer = desk.person("writer", Role::Editor, "");
    let fields = |words: &str| RawFields::from([("body".to_owned(), words.to_owned())]);
    let mut keep = |known, words: &str| {
        desk.store.keep_draft(writer, DAY, &DraftAsked { place: &place, part: "vi", known, based_on: "", fields: &fields(words) }).unwrap()
    };
    let first = keep(None, "một");
    let on = keep(Some((first.id, first.revision)), "một hai");
    assert_eq!((on.id, on.is_aside), (first.id, false));
    let aside = keep(Some((first.id, first.revision)), "ba");
    assert!(aside.is_aside && aside.id != first.id, "the other page's words are kept beside, not over");
    let drafts = desk.store.drafts_of(writer, &place, "vi").unwrap();
    assert_eq!(drafts.iter().map(|draft| draft.fields["body"].as_str()).collect::<BTreeSet<_>>(), BTreeSet::from(["ba", "một hai"]));
}

#[test]
fn a_page_left_open_writes_over_no_newer_draft() {
    let mut desk = Desk::new();
    let (who, place) = (desk.person("writer", Role::Editor, ""), street("an-chan"));
    let fields = |lead: &str| RawFields::from([("lead".to_owned(), lead.to_owned())]);
    let (old, new) = (fields("Cũ."), fields("Mới."));
    let asked = |known, fields| DraftAsked { place: &place, part: "vi", known, based_on: "", fields };
    let first = desk.store.keep_draft(who, DAY, &asked(None, &old)).unwrap();
    desk.store.drop_draft(who, first.id).unwrap();
    let second = desk.store.keep_draft(who, DAY, &asked(None, &new)).unwrap();
    desk.store.keep_draft(who, DAY, &asked(Some((first.id, first.revision)), &old)).unwrap();
    assert_eq!(desk.store.find_draft(who, second.id).unwrap().unwrap().fields, new);
}

#[test]
fn a_reason_is_kept_no_longer_than_anybody_reads() {
    let mut desk = Desk::new();
    let place = desk.untold();
    let [writer, reviewer] = [desk.person("writer", Role::Editor, ""), desk.person("reviewer", Role::Reviewer, "")];
    let version = desk.save(writer, &place, Lang::Vi, &text("Lời.", ""));
    desk.step(writer, &place, Lang::Vi, Step::Submit).unwrap();
    let reason = "vì".repeat(10_000);
    let back = StepAsked { place: &place, lang: Lang::Vi, version, step: Step::Return, reason: &reason, publish_at: "" };
    desk.store.take_step(reviewer, DAY, &back).unwrap();
    assert_eq!(desk.store.text_state(&place, Lang::Vi).unwrap().returned_because.chars().count(), 1_000);
}
#[test]
fn a_scheduled_text_that_lost_its_picture_waits_again_and_holds_nothing_up() {
    let mut desk = Desk::new();
    let place = street("an-chan");
    let [writer, reviewer] = [desk.person("writer", Role::Editor, ""), desk.person("reviewer", Role::Reviewer, "")];
    desk.operator.edit(&format!(
        "INSERT INTO photo SELECT 1, id, 'photo', '', 1, 1, 'a', 'l', 's', '', 'x', 'x', {writer}, '', '' FROM place WHERE slug = 'an-chan' AND kind = 'street'"
    ));
    let shown = Text { photos: vec![1], ..text("Lời.", "") };
    desk.save(writer, &place, Lang::Vi, &shown);
    desk.step(writer, &place, Lang::Vi, Step::Submit).unwrap();
    desk.step(reviewer, &place, Lang::Vi, Step::Schedule).unwrap();
    desk.operator.edit("UPDATE photo SET retired_at = 'x'");
    assert_eq!(desk.store.publish_due("2030-01-01T00:00:00Z").unwrap(), 0);
    let state = desk.store.text_state(&place, Lang::Vi).unwrap();
    assert_eq!((state.working_stage, state.publish_at.as_str()), (Some(Stage::InReview), ""));
    assert!(matches!(desk.step(reviewer, &place, Lang::Vi, Step::Publish), Err(Error::PhotoNotHere(1))));
}

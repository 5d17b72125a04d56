//! Orders of plates: every plate is somewhere, the counts add up, and nothing that was ordered is ever changed.

use crate::kit::{BASE_URL, Operator};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use rusqlite::Connection;
use tenpho::register::{
    Counts, HistoryAct, Metres, OrderCause, PlateState, PlateStep, STARTER_DATED, Sign, SignCode, SignState, sign_state_after,
};
use tenpho::store::{
    Batch, BatchSign, Error, Fetched, HistoryAsked, HistoryRow, OrderError, Plates, Recipe, ShopLinkFound, Stamp, Store, Terms,
};

pub const AT: &str = "2026-05-13T08:00:00Z";
pub const BY: Stamp<'static> = Stamp { who: "hoa", at: AT };

pub fn opened() -> (Operator, Store) {
    let operator = Operator::new();
    operator.done(&["doctor"]);
    let store = Store::open(&operator.path("tenpho.db")).unwrap();
    (operator, store)
}

pub fn plate_of(sign: &Sign, name: &str) -> BatchSign {
    BatchSign {
        code: sign.code,
        kind_word: "Phố".to_owned(),
        name: name.to_owned(),
        number: sign.number,
        place: format!("{}/{}", sign.place.kind, sign.place.slug),
        ward: String::new(),
        mounting_m: None,
        distance_m: None,
        state: PlateState::Ordered,
    }
}

/// A batch of the first signs of the register.
pub fn batch(store: &mut Store, plates: usize) -> Batch {
    let register = store.read_register().unwrap();
    Batch {
        id: 0,
        made_at: AT.to_owned(),
        ordered_by: String::new(),
        base_url: BASE_URL.to_owned(),
        plate: "sub-180x120".to_owned(),
        program: "2.0.0".to_owned(),
        recipe: Recipe { format: "pdf".to_owned(), sheet: "a3".to_owned(), dated: STARTER_DATED.to_owned(), ..Recipe::default() },
        terms: Terms::default(),
        manifest_sha256: None,
        signs: register.signs.iter().take(plates).map(|sign| plate_of(sign, "Cầu Đất")).collect(),
    }
}

pub fn ordered(store: &mut Store, plates: usize) -> (i64, Vec<SignCode>) {
    let batch = batch(store, plates);
    let codes = batch.signs.iter().map(|sign| sign.code).collect();
    (store.add_batch(&batch, BY).unwrap(), codes)
}

pub fn step(store: &mut Store, batch: i64, plates: Plates<'_>, step: PlateStep) -> Result<usize, Error> {
    store.take_plate_step(batch, plates, step, "", BY)
}

fn states(store: &mut Store, batch: i64) -> Vec<PlateState> {
    store.get_batch(batch).unwrap().signs.iter().map(|sign| sign.state).collect()
}

fn sign_state(store: &mut Store, code: SignCode) -> SignState {
    store.get_sign(code).unwrap().state
}

fn rows(store: &mut Store) -> Vec<HistoryRow> {
    store.history(&HistoryAsked { page: 1, ..HistoryAsked::default() }).unwrap().rows
}

/// A table of the database, counted past the store.
fn counted(operator: &Operator, query: &str) -> i64 {
    Connection::open(operator.path("tenpho.db")).unwrap().query_row(query, [], |row| row.get(0)).unwrap()
}

#[test]
fn a_plate_goes_to_the_wall_step_by_step_and_no_other_way() {
    use PlateState::{Installed, Ordered, Printed, Received, Sent, Void};
    let table: &[(PlateState, PlateStep, PlateState)] = &[
        (Ordered, PlateStep::Send, Sent),
        (Sent, PlateStep::Print, Printed),
        (Printed, PlateStep::Receive, Received),
        (Received, PlateStep::Install, Installed),
        (Sent, PlateStep::Undo, Ordered),
        (Printed, PlateStep::Undo, Sent),
        (Received, PlateStep::Undo, Printed),
        (Installed, PlateStep::Undo, Received),
        (Ordered, PlateStep::Void, Void),
        (Sent, PlateStep::Void, Void),
        (Printed, PlateStep::Void, Void),
        (Received, PlateStep::Void, Void),
        (Installed, PlateStep::Void, Void),
    ];
    for from in PlateState::ALL {
        for step in PlateStep::ALL {
            let wanted = table.iter().find(|(state, taken, _)| (state, taken) == (from, step)).map(|(_, _, to)| *to);
            assert_eq!(from.after(*step).ok(), wanted, "{from} {step}");
        }
        assert_eq!(from.next().map(|step| from.after(step).is_ok()), from.next().map(|_| true), "{from}");
    }
}

#[test]
fn what_was_seen_on_the_spot_is_never_taken_back_by_a_step_of_the_press() {
    use PlateState::{Installed, Ordered, Printed, Received, Sent, Void};
    assert_eq!(sign_state_after(SignState::Planned, Sent, Printed, &[Printed]), SignState::Printed);
    assert_eq!(sign_state_after(SignState::Planned, Ordered, Sent, &[Sent]), SignState::Planned);
    assert_eq!(sign_state_after(SignState::Installed, Sent, Printed, &[Printed]), SignState::Installed);
    assert_eq!(sign_state_after(SignState::Damaged, Sent, Printed, &[Printed]), SignState::Damaged);
    assert_eq!(sign_state_after(SignState::Damaged, Received, Installed, &[Void, Installed]), SignState::Replaced);
    assert_eq!(sign_state_after(SignState::Retired, Received, Installed, &[Installed]), SignState::Retired);
    assert_eq!(sign_state_after(SignState::Printed, Printed, Sent, &[Sent]), SignState::Planned);
    assert_eq!(sign_state_after(SignState::Installed, Installed, Received, &[Received]), SignState::Printed);
    assert_eq!(sign_state_after(SignState::Installed, Installed, Void, &[Installed, Void]), SignState::Installed);
    assert_eq!(sign_state_after(SignState::Installed, Printed, Sent, &[Sent]), SignState::Installed);
}

#[test]
fn whatever_steps_are_taken_the_counts_add_up_and_the_states_follow_from_the_events() {
    let (operator, mut store) = opened();
    let (id, codes) = ordered(&mut store, 12);
    for seed in 0..6 {
        let mut chance = StdRng::seed_from_u64(seed);
        for _ in 0..25 {
            let taken = *PlateStep::ALL.choose(&mut chance).unwrap();
            let some: Vec<SignCode> = codes.iter().filter(|_| chance.random_bool(0.3)).copied().collect();
            let plates = if chance.random_bool(0.3) { Plates::All } else { Plates::These(&some) };
            let before = states(&mut store, id);
            let cause = if chance.random_bool(0.1) { "rơi vỡ" } else { "" };
            if store.take_plate_step(id, plates, taken, cause, BY).is_err() {
                assert_eq!(states(&mut store, id), before, "a refused step changes nothing");
            }
            let counts = store.get_batch(id).unwrap().counts();
            assert!(counts.sum() == codes.len() && counts == store.batches(1).unwrap().rows[0].counts, "{counts:?}");
        }
    }
    assert_eq!(store.plates_out_of_step().unwrap(), []);
    assert_eq!(Counts::of([PlateState::Void]).sum(), 1);
    drop(store);
    operator.edit(&format!(
        "UPDATE print_batch_sign SET state = 'installed' WHERE batch_id = {id} AND state <> 'installed' AND position IN
        (SELECT position FROM print_batch_sign WHERE state <> 'installed' LIMIT 1)"
    ));
    let ended = operator.run(&["doctor"]);
    assert!(ended.code == 1 && ended.out.contains("does not follow from what became of it"), "{}", ended.out);
}

#[test]
fn a_step_that_is_refused_names_every_plate_and_leaves_no_trace() {
    let (operator, mut store) = opened();
    let (id, codes) = ordered(&mut store, 3);
    let told = counted(&operator, "SELECT count(*) FROM history") + counted(&operator, "SELECT count(*) FROM print_event");
    let others: Vec<SignCode> = store.read_register().unwrap().signs.iter().rev().take(2).map(|sign| sign.code).collect();
    let meant = [&codes[..1], &others[..]].concat();
    let Err(Error::Order(OrderError::NotInBatch { batch, codes: unknown })) = step(&mut store, id, Plates::These(&meant), PlateStep::Send)
    else {
        panic!()
    };
    let mut sorted = others.clone();
    sorted.sort();
    assert_eq!((batch, unknown), (id, sorted));
    assert!(
        matches!(step(&mut store, id, Plates::These(&codes), PlateStep::Print), Err(Error::Order(OrderError::Step { codes: named, .. })) if named == codes)
    );
    assert!(matches!(step(&mut store, id, Plates::All, PlateStep::Void), Err(Error::NoReason)));
    assert!(matches!(step(&mut store, 99, Plates::All, PlateStep::Send), Err(Error::NoSuchBatch(99))));
    assert!(matches!(step(&mut store, id, Plates::These(&[]), PlateStep::Send), Err(Error::Order(OrderError::Step { .. }))));
    assert_eq!(states(&mut store, id), [PlateState::Ordered; 3]);
    assert_eq!(counted(&operator, "SELECT count(*) FROM history") + counted(&operator, "SELECT count(*) FROM print_event"), told);
}

#[test]
fn a_sign_follows_its_plate_and_the_history_tells_of_both() {
    let (_operator, mut store) = opened();
    let (id, codes) = ordered(&mut store, 2);
    for taken in [PlateStep::Send, PlateStep::Print] {
        step(&mut store, id, Plates::All, taken).unwrap();
    }
    assert_eq!(sign_state(&mut store, codes[0]), SignState::Printed);
    step(&mut store, id, Plates::All, PlateStep::Receive).unwrap();
    step(&mut store, id, Plates::These(&codes[..1]), PlateStep::Install).unwrap();
    assert_eq!([sign_state(&mut store, codes[0]), sign_state(&mut store, codes[1])], [SignState::Installed, SignState::Printed]);
    let told = rows(&mut store);
    let acts: Vec<_> = told.iter().map(|row| (row.act.unwrap(), row.subject.clone())).collect();
    let sign = format!("sign/{}", codes[0]);
    assert_eq!(acts[0], (HistoryAct::PrintStep, sign));
    assert_eq!(
        (told[0].payload["before"]["state"].as_str(), told[0].payload["after"]["state"].as_str()),
        (Some("printed"), Some("installed"))
    );
    assert_eq!(acts[1], (HistoryAct::PrintStep, format!("batch/{id}")));
    assert_eq!((told[1].payload["step"].as_str(), told[1].payload["codes"].as_str()), (Some("install"), Some(codes[0].as_str())));
    assert_eq!(acts.iter().filter(|(act, _)| *act == HistoryAct::Order).count(), 1);
    store.take_plate_step(id, Plates::These(&codes[..1]), PlateStep::Void, "bị xe đâm", BY).unwrap();
    assert_eq!(sign_state(&mut store, codes[0]), SignState::Planned);
    let told = rows(&mut store);
    let voided = told.iter().find(|row| row.act == Some(HistoryAct::VoidPlate)).unwrap();
    assert_eq!(voided.payload["cause"], "bị xe đâm");
    assert_eq!(store.order_events(id, 1).unwrap()[0].cause, "bị xe đâm");
    assert_eq!(store.newest_change().unwrap(), STARTER_DATED, "no step of the press changes what may be printed");
}

#[test]
fn a_killed_step_leaves_nothing_half() {
    let (operator, mut store) = opened();
    let (id, codes) = ordered(&mut store, 3);
    // The last of the three cannot follow: the whole step must fall.
    let trap =
        format!("CREATE TRIGGER trap BEFORE UPDATE ON sign WHEN new.code = '{}' BEGIN SELECT RAISE (ABORT, 'pulled'); END", codes[2]);
    Connection::open(operator.path("tenpho.db")).unwrap().execute_batch(&trap).unwrap();
    step(&mut store, id, Plates::All, PlateStep::Send).unwrap();
    let before = (rows(&mut store).len(), store.order_events(id, 99).unwrap().len());
    assert!(step(&mut store, id, Plates::All, PlateStep::Print).is_err());
    assert_eq!(states(&mut store, id), [PlateState::Sent; 3]);
    assert_eq!(sign_state(&mut store, codes[0]), SignState::Planned);
    assert_eq!((rows(&mut store).len(), store.order_events(id, 99).unwrap().len()), before);
    assert!(store.check().unwrap().history.faults.is_empty());
}

#[test]
fn a_sign_whose_only_plate_was_given_up_is_without_one_and_keeps_its_code() {
    let (_operator, mut store) = opened();
    let all = store.signs_without_plate().unwrap().len();
    let (id, codes) = ordered(&mut store, 3);
    assert_eq!(store.signs_without_plate().unwrap().len(), all - 3);
    store.take_plate_step(id, Plates::These(&codes[..1]), PlateStep::Void, "in hỏng", BY).unwrap();
    let without = store.signs_without_plate().unwrap();
    assert!(without.len() == all - 2 && without.contains(&codes[0]));
    let reprint = Batch { terms: Terms { cause: OrderCause::Misprint, reprint_of: Some(id), ..Terms::default() }, ..batch(&mut store, 1) };
    let second = store.add_batch(&reprint, BY).unwrap();
    assert_eq!(store.get_batch(second).unwrap().signs[0].code, codes[0]);
    assert_eq!(store.signs_without_plate().unwrap().len(), all - 3);
}

#[test]
fn a_shop_link_opens_one_order_for_a_time_and_every_use_is_told() {
    let (operator, mut store) = opened();
    let (id, _) = ordered(&mut store, 1);
    let number = store.add_shop_link(id, "secret-token", "2026-05-20T08:00:00Z", BY).unwrap();
    assert_eq!(store.find_shop_link("other", AT).unwrap(), ShopLinkFound::Unknown);
    let ShopLinkFound::Good(link) = store.find_shop_link("secret-token", "2026-05-20T07:59:59Z").unwrap() else { panic!() };
    assert_eq!((link.id, link.batch), (number, id));
    assert!(matches!(store.find_shop_link("secret-token", "2026-05-20T08:00:00Z").unwrap(), ShopLinkFound::Gone(_)));
    store.tell_shop_use(&link, None, AT).unwrap();
    store.tell_shop_use(&link, Some(Fetched { file: "job.zip", is_part: false }), AT).unwrap();
    let acts: Vec<_> = rows(&mut store).iter().take(3).map(|row| (row.act.unwrap(), row.subject.clone(), row.who.clone())).collect();
    let batch = format!("batch/{id}");
    let shop = format!("shop-link {number}");
    assert_eq!(
        acts,
        [
            (HistoryAct::Download, batch.clone(), shop.clone()),
            (HistoryAct::ShopVisit, batch.clone(), shop),
            (HistoryAct::ShopLink, batch, "hoa".to_owned()),
        ]
    );
    assert!(matches!(store.revoke_shop_link(99, number, BY), Err(Error::Order(OrderError::NoSuchShopLink(_)))));
    store.revoke_shop_link(id, number, BY).unwrap();
    store.revoke_shop_link(id, number, BY).unwrap();
    assert!(matches!(store.find_shop_link("secret-token", AT).unwrap(), ShopLinkFound::Gone(_)));
    assert_eq!(rows(&mut store).iter().filter(|row| row.act == Some(HistoryAct::ShopLink)).count(), 2);
    assert_eq!(store.shop_links(id).unwrap()[0].revoked_at, AT);
    drop(store);
    assert!(!std::fs::read(operator.path("tenpho.db")).unwrap().windows(12).any(|bytes| bytes == b"secret-token"));
}

#[test]
fn metres_are_read_with_point_or_comma_and_only_where_they_can_be_meant() {
    for (text, shown) in [("2", "2"), ("2,5", "2.5"), (" 2.25 ", "2.25"), ("0.3", "0.3"), ("10", "10"), ("10.00", "10"), ("2.05", "2.05")] {
        assert_eq!(Metres::parse_mounting(text).unwrap().to_string(), shown);
    }
    for text in ["", "0", "0.29", "10.01", "2.255", "2.", ".5", "-1", "2m", "1e1", "65536", "2.5.5", "٢"] {
        assert!(Metres::parse_mounting(text).is_err(), "{text}");
    }
    assert!(Metres::parse_distance("0.2").is_ok() && Metres::parse_distance("30").is_ok());
    assert!(Metres::parse_distance("0.19").is_err() && Metres::parse_distance("30.01").is_err());
    let operator = Operator::new();
    let code = operator.done(&["export", "signs"]).lines().nth(1).unwrap()[..6].to_owned();
    operator.file("signs.csv", format!("code,mounting_m,distance_m\n{code},\"2,25\",1.5\n"));
    operator.done(&["import", "signs", "signs.csv"]);
    assert!(operator.done(&["export", "signs"]).lines().nth(1).unwrap().contains(",2.25,1.5,"));
    operator.file("wrong.csv", format!("code,mounting_m\n{code},25\n"));
    let refused = operator.run(&["import", "signs", "wrong.csv"]);
    assert!(refused.code == 1 && refused.err.contains("from 0.3 to 10"), "{}", refused.err);
}

#[test]
fn two_people_who_order_at_once_get_two_orders_and_every_plate_is_in_one() {
    let (operator, mut store) = opened();
    let whole = batch(&mut store, 40);
    let begin = std::sync::Barrier::new(2);
    let order = |half: usize| -> Vec<i64> {
        let mut store = Store::open(&operator.path("tenpho.db")).unwrap();
        let signs = &whole.signs[half * 20..][..20];
        let one = |at: usize| Batch { signs: signs[at..=at].to_vec(), ..whole.clone() };
        begin.wait();
        (0..20).map(|at| store.add_batch(&one(at), Stamp { who: "hoa", at: AT }).unwrap()).collect()
    };
    let ids = std::thread::scope(|threads| {
        let both = [threads.spawn(|| order(0)), threads.spawn(|| order(1))];
        both.map(|one| one.join().unwrap())
    });
    let mut all = ids.concat();
    all.sort_unstable();
    assert_eq!(all, (1..=40).collect::<Vec<i64>>());
    assert!(store.check().unwrap().history.faults.is_empty());
}

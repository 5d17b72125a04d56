//! What is near: the tree of positions against looking through them all, and what a sign of the edition leads on to.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::collections::BTreeMap;
use std::time::Instant;
use tenpho::edition::{Compass, Edition, Fix, Positions, Spot};
use tenpho::exchange::starter;
use tenpho::register::street_line::parse_shape;
use tenpho::register::{Line, Place, PlaceKind, Point, Position, Sign, SignState, Slug, StreetLine};

fn point(lat: f64, lon: f64) -> Point {
    Point::parse(&format!("{lat:.6}"), &format!("{lon:.6}")).unwrap().unwrap()
}

fn position(lat: f64, lon: f64) -> Fix {
    Fix::of(point(lat, lon).position(), true)
}

/// Every place with its least distance, nearest first.
fn looked_through(all: &[(u32, Fix)], here: &Fix, most: usize, but: Option<u32>) -> Vec<(u32, i64)> {
    let mut least: BTreeMap<u32, f64> = BTreeMap::new();
    for (place, at) in all.iter().filter(|(place, _)| Some(*place) != but) {
        let metres = here.metres_to(at);
        let known = least.entry(*place).or_insert(metres);
        *known = known.min(metres);
    }
    let mut sorted: Vec<(u32, f64)> = least.into_iter().collect();
    sorted.sort_by(|one, other| one.1.total_cmp(&other.1).then(one.0.cmp(&other.0)));
    sorted.truncate(most);
    sorted.into_iter().map(|(place, metres)| (place, (metres * 1e3).round() as i64)).collect()
}

#[test]
fn the_tree_finds_what_looking_through_all_positions_finds() {
    let mut chance = StdRng::seed_from_u64(20);
    for round in 0..400 {
        let count = chance.random_range(0..300);
        // Some rounds all over the globe, some in one city, some with many on one spot.
        let (lat, lon, span) = [(0.0, 0.0, 90.0), (20.86, 106.68, 0.2), (-89.9, 179.9, 0.1), (20.86, 106.68, 0.000_002)][round % 4];
        let mut any = |middle: f64, most: f64| (middle + chance.random_range(-1.0..1.0) * span * most).clamp(-90.0 * most, 90.0 * most);
        let spots: Vec<(f64, f64)> = (0..=count).map(|_| (any(lat, 1.0), any(lon, 2.0))).collect();
        let here = position(spots[count].0, spots[count].1);
        let all: Vec<(u32, Fix)> = spots[..count].iter().map(|(lat, lon)| (chance.random_range(0..80), position(*lat, *lon))).collect();
        let most = chance.random_range(0..15);
        let but = chance.random::<bool>().then_some(7);
        let tree = Positions::new(all.iter().copied());
        let found = tree.nearest(&here, most, |place| Some(place) == but);
        let told: Vec<(u32, i64)> = found.iter().map(|one| (one.place, (one.metres * 1e3).round() as i64)).collect();
        assert_eq!(told, looked_through(&all, &here, most, but), "round {round}");
    }
}

#[test]
fn the_compass_has_eight_points_and_each_has_its_eighth() {
    let theatre = position(20.8575, 106.6818);
    let steps = [(1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (-1.0, 1.0), (-1.0, 0.0), (-1.0, -1.0), (0.0, -1.0), (1.0, -1.0)];
    for ((north, east), wanted) in steps.into_iter().zip(Compass::ALL) {
        let there = position(20.8575 + north * 0.005, 106.6818 + east * 0.005 / 20.8575_f64.to_radians().cos());
        assert_eq!(theatre.direction_of(&there), wanted);
    }
    for (degrees, wanted) in
        [(22.4, Compass::North), (22.6, Compass::NorthEast), (337.6, Compass::North), (-22.6, Compass::NorthWest), (720.0, Compass::North)]
    {
        assert_eq!(Compass::of_degrees(degrees), wanted, "{degrees}");
    }
    // From the theatre to the statue of Lê Chân, as a map has it.
    let metres = theatre.metres_to(&position(20.855, 106.678));
    assert!((metres - 483.0).abs() < 5.0, "{metres}");
}

#[test]
fn what_is_near_to_a_sign_is_near_to_the_sign_and_streets_count_by_their_nearest_sign() {
    let mut register = starter().unwrap();
    let street = |slug: &str| Place { kind: PlaceKind::Street, slug: Slug::parse(slug).unwrap() };
    let mut put = |place: &Place, nth: usize, lat: f64, lon: f64, state: SignState| {
        let sign = register.signs.iter_mut().filter(|sign| sign.place == *place).nth(nth).unwrap();
        (sign.point, sign.state) = (Some(point(lat, lon)), state);
        sign.clone()
    };
    let here: Sign = put(&street("cau-dat"), 0, 20.9580, 106.5850, SignState::Installed);
    put(&street("cau-dat"), 1, 20.9581, 106.5850, SignState::Installed);
    put(&street("le-loi"), 0, 20.9700, 106.5850, SignState::Installed);
    put(&street("le-loi"), 1, 20.9590, 106.5850, SignState::Installed);
    put(&street("tran-phu"), 0, 20.9585, 106.5850, SignState::Retired);
    let edition = Edition::new(register);
    let near = edition.neighbours_from(&here.place, Some(&here), 10, 5);
    assert_eq!(near.len(), 10);
    let first = &near[0];
    let way = first.way.unwrap();
    assert_eq!((first.place.clone(), way.direction, way.is_surveyed), (street("le-loi"), Compass::North, true));
    assert!((way.metres - 111.0).abs() < 2.0, "{way:?}");
    assert!(near.iter().all(|one| one.place != here.place && one.place != street("tran-phu")), "itself, or one by a sign that is gone");
    assert!(near[1..].iter().all(|one| one.way.is_some_and(|way| !way.is_surveyed)), "landmarks stand where a map has them");
    assert!(near.is_sorted_by(|one, other| one.way.unwrap().metres <= other.way.unwrap().metres));
    // The street on its own has no position: no metres, but places that go with it.
    let beside = edition.neighbours_from(&here.place, None, 10, 5);
    assert_eq!(beside.len(), 5);
    assert!(beside.iter().all(|one| one.way.is_none() && one.place != here.place));
}

#[test]
fn a_map_shows_a_street_where_its_signs_hang_and_not_where_they_hung() {
    let mut register = starter().unwrap();
    let street = |slug: &str| Place { kind: PlaceKind::Street, slug: Slug::parse(slug).unwrap() };
    let mut put = |place: &Place, nth: usize, lat: f64, state: SignState| {
        let sign = register.signs.iter_mut().filter(|sign| sign.place == *place).nth(nth).unwrap();
        (sign.point, sign.state) = (Some(point(lat, 106.585)), state);
        sign.point.as_ref().unwrap().position()
    };
    put(&street("cau-dat"), 0, 20.9580, SignState::Retired);
    let hangs = put(&street("cau-dat"), 1, 20.9600, SignState::Installed);
    put(&street("le-loi"), 0, 20.9700, SignState::Retired);
    put(&street("tran-phu"), 0, 20.9610, SignState::Installed);
    register.retired.push((street("tran-phu"), Line::parse("2027-01-01").unwrap()));
    let edition = Edition::new(register);
    assert_eq!(edition.find_spot(&street("cau-dat")).unwrap().at, hangs);
    assert_eq!(edition.sign_spots(&street("cau-dat")), [hangs]);
    assert!(edition.find_spot(&street("le-loi")).is_none());
    // A street that is no longer in use still says where it is, and stands on nobody else's map.
    assert!(edition.find_spot(&street("tran-phu")).is_some());
    assert!(edition.spots().all(|(place, _)| *place != street("tran-phu")));
    assert!(edition.nearest_spots(&street("cau-dat"), 500).iter().all(|(place, _)| **place != street("tran-phu")));
}

#[test]
fn what_is_near_to_a_line_is_what_looking_through_all_places_finds() {
    let mut chance = StdRng::seed_from_u64(11);
    let mut register = starter().unwrap();
    for sign in &mut register.signs {
        sign.point = Some(point(20.86 + chance.random_range(-0.05..0.05), 106.68 + chance.random_range(-0.05..0.05)));
    }
    let bent = "106.66,20.84 106.70,20.85 106.701,20.88;106.71,20.881 106.72,20.89";
    let slug = Slug::parse("cau-dat").unwrap();
    let line = StreetLine { street: slug.clone(), parts: parse_shape(bent).unwrap(), source: Line::default(), licence: Line::default() };
    register.street_lines = vec![line.clone()];
    let edition = Edition::new(register);
    let here = Place { kind: PlaceKind::Street, slug };
    let metres = |at: Position| line.nearest_to(at).unwrap().metres_to(at);
    // A street counts by its nearest sign.
    let nearest = |(place, spot): &(Place, Spot)| edition.sign_spots(place).into_iter().map(metres).fold(metres(spot.at), f64::min);
    let mut all: Vec<f64> = edition.spots().filter(|(place, _)| *place != here).map(nearest).collect();
    all.sort_by(f64::total_cmp);
    for most in [1, 3, 10, 40] {
        let found: Vec<f64> = edition.nearest_spots(&here, most).into_iter().map(|(_, at)| metres(at)).collect();
        assert_eq!(found.len(), most);
        assert!(found.is_sorted() && found[most - 1] <= all[most - 1] + 50.0, "{found:?}, not {:?}", &all[..most]);
    }
}

#[test]
fn a_ward_and_a_former_district_go_before_a_kind_of_name() {
    let mut register = starter().unwrap();
    let ward = register.wards.iter().find(|ward| ward.until.is_empty()).unwrap().slug.clone();
    let mut chosen: Vec<usize> = (0..register.signs.len()).step_by(700).collect();
    chosen.dedup_by_key(|at| register.signs[*at].place.clone());
    for at in &chosen {
        register.signs[*at].ward = Some(ward.clone());
    }
    let signs: Vec<Sign> = chosen.iter().map(|at| register.signs[*at].clone()).collect();
    let edition = Edition::new(register);
    for sign in &signs {
        let beside = edition.neighbours_from(&sign.place, Some(sign), 10, 200);
        let others = signs.iter().filter(|other| other.place != sign.place);
        assert!(others.clone().count() > 0);
        assert!(others.clone().all(|other| beside.iter().any(|one| one.place == other.place)), "{:?}", sign.place);
        let mut seen = std::collections::HashSet::new();
        assert!(beside.iter().all(|one| seen.insert(one.place.clone())), "a place twice");
    }
}

#[test]
fn twenty_thousand_streets_with_120_000_signs_are_searched_at_once() {
    let mut chance = StdRng::seed_from_u64(4);
    let all: Vec<(u32, Fix)> = (0..120_000)
        .map(|sign| (sign / 6, position(20.86 + chance.random_range(-0.3..0.3), 106.68 + chance.random_range(-0.3..0.3))))
        .collect();
    let began = Instant::now();
    let tree = Positions::new(all.iter().copied());
    let made = began.elapsed();
    let began = Instant::now();
    let found: usize = all.iter().step_by(120).map(|(place, at)| tree.nearest(at, 10, |other| other == *place).len()).sum();
    let each = began.elapsed() / 1_000;
    println!("tree of 120,000 signs {made:?}, ten nearest {each:?}");
    assert_eq!(found, 10_000);
    // Looking through all would take milliseconds; the margin is for other work on the machine.
    assert!(each.as_micros() < 2_000, "{each:?}");
}

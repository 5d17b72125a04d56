//! What time is it, and how do people in the city write it?

use crate::register::Lang;
use crate::web::words::Words;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, Zoned};

/// Asia/Ho_Chi_Minh, which has known no summer time since 1975.
const CITY: Offset = jiff::tz::offset(7);

/// This moment in UTC, ISO 8601 to the second, as the store keeps it.
#[must_use]
pub fn now() -> String {
    written(Timestamp::now())
}

/// The day in the city, ISO 8601.
#[must_use]
pub fn today() -> String {
    day().to_string()
}

/// The day in the city.
#[must_use]
pub fn day() -> Date {
    Timestamp::now().to_zoned(TimeZone::fixed(CITY)).date()
}

/// A moment as the store keeps it.
#[must_use]
pub fn written(moment: Timestamp) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// The moment so many seconds after (or, negative, before) one that the store keeps; the same one where it cannot be read.
#[must_use]
pub fn after(at: &str, seconds: i64) -> String {
    at.parse::<Timestamp>()
        .and_then(|moment| moment.checked_add(jiff::SignedDuration::from_secs(seconds)))
        .map_or_else(|_| at.to_owned(), written)
}

/// Whole seconds from one moment to another; none where one of them cannot be read.
#[must_use]
pub fn seconds_between(from: &str, to: &str) -> Option<i64> {
    Some(to.parse::<Timestamp>().ok()?.as_second() - from.parse::<Timestamp>().ok()?.as_second())
}

/// A moment in the city, as a reader of this language writes it: `13/05/2027 07:00` or `13 May 2027, 07:00`.
#[must_use]
pub fn shown(at: &str, words: &Words) -> String {
    let Some(here) = in_the_city(at) else { return String::new() };
    match words.lang() {
        Lang::Vi => here.strftime("%d/%m/%Y %H:%M").to_string(),
        _ => here.strftime("%-d %B %Y, %H:%M").to_string(),
    }
}

/// The moment that a browser's field for date and time (`2027-05-13T07:00`) means in the city; none where it means none.
#[must_use]
pub fn of_field(field: &str) -> Option<String> {
    let local: DateTime = field.trim().parse().ok()?;
    Some(written(local.to_zoned(TimeZone::fixed(CITY)).ok()?.timestamp()))
}

/// A moment as a browser's field for date and time writes it.
#[must_use]
pub fn as_field(at: &str) -> String {
    in_the_city(at).map(|here| here.strftime("%Y-%m-%dT%H:%M").to_string()).unwrap_or_default()
}

/// The moment on the city's clock.
#[must_use]
pub fn in_the_city(at: &str) -> Option<Zoned> {
    Some(at.parse::<Timestamp>().ok()?.to_zoned(TimeZone::fixed(CITY)))
}

/// A moment in words that nobody can misread: day of the week, day, month, year, and the hour in the city.
#[must_use]
pub fn in_words(at: &str, words: &Words) -> String {
    let Some(here) = in_the_city(at) else { return String::new() };
    let weekday = WEEKDAYS[usize::try_from(here.weekday().to_monday_zero_offset()).unwrap_or_default()];
    let (day, month) = match words.lang() {
        Lang::Vi => (here.strftime("%-d").to_string(), here.strftime("%-m").to_string()),
        _ => (here.strftime("%-d").to_string(), here.strftime("%B").to_string()),
    };
    let year = here.strftime("%Y").to_string();
    let hour = here.strftime("%H:%M").to_string();
    let weekday = words.say(weekday);
    // A year is a name, not a quantity: as part of a longer text no thousands separator is put in.
    let date = match words.lang() {
        Lang::Vi => format!("{day}/{month}/{year}"),
        _ => format!("{day} {month} {year}"),
    };
    words.say_with("moment-in-words", &[("weekday", &weekday), ("date", &date), ("hour", &hour)])
}

const WEEKDAYS: [&str; 7] = ["weekday-1", "weekday-2", "weekday-3", "weekday-4", "weekday-5", "weekday-6", "weekday-7"];

/// How long it is until a moment: days and hours, or minutes.
#[must_use]
pub fn wait(now: &str, at: &str, words: &Words) -> String {
    let minutes = seconds_between(now, at).unwrap_or_default().max(0) / 60;
    match (minutes / 1440, minutes / 60 % 24, minutes % 60) {
        (0, 0, minutes) => words.say_with("wait-minutes", &[("minutes", &minutes)]),
        (0, hours, minutes) => words.say_with("wait-hours", &[("hours", &hours), ("minutes", &minutes)]),
        (days, hours, _) => words.say_with("wait-days", &[("days", &days), ("hours", &hours)]),
    }
}

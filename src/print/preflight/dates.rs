//! When is that? The dates of PDF and of XMP as one moment.

use jiff::Timestamp;

/// `D:YYYYMMDDHHmmSSOHH'mm'` (ISO 32000-1, 7.9.4), from the year to the second; without a zone it is taken as UTC.
pub(super) fn of_pdf(text: &str) -> Option<Timestamp> {
    let digits = text.strip_prefix("D:")?;
    let (moment, zone) = digits.split_at_checked(14).filter(|(moment, _)| moment.bytes().all(|byte| byte.is_ascii_digit()))?;
    let part = |from: usize, to: usize| &moment[from..to];
    let zone = match zone.trim_end_matches('\'') {
        "" | "Z" | "Z00'00" => "Z".to_owned(),
        other => other.replace('\'', ":"),
    };
    let zone = if zone.len() == 3 { zone + ":00" } else { zone };
    let [year, month, day, hour, minute, second] = [part(0, 4), part(4, 6), part(6, 8), part(8, 10), part(10, 12), part(12, 14)];
    format!("{year}-{month}-{day}T{hour}:{minute}:{second}{zone}").parse().ok()
}

/// ISO 8601 as XMP has it; without a zone it is taken as UTC.
pub(super) fn of_xmp(text: &str) -> Option<Timestamp> {
    text.parse().or_else(|_| format!("{text}Z").parse()).ok()
}

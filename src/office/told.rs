//! How is a change told? In a sentence: who did what to what.

use super::clock;
use super::field_words::name_of;
use crate::register::{CaseNumber, HistoryAct, SignCode};
use crate::store::{HistoryRow, erased_row};
use crate::web::words::Words;
use serde_json::Value;

/// The sentence of a row, such as «Nguyễn Thị Lan lưu bản 3 của bài Cầu Đất (Tiếng Việt).»
#[must_use]
pub fn sentence(words: &Words, row: &HistoryRow) -> String {
    words.say_with(key_of(row.act), &[("who", &who(words, row)), ("what", &what(words, row))])
}

/// Who did it: by name, and an operator at a terminal by the command.
#[must_use]
pub fn who(words: &Words, row: &HistoryRow) -> String {
    if let Some(link) = row.who.strip_prefix("shop-link ") {
        return words.say_with("history-shop", &[("link", &link)]);
    }
    row.name.clone().unwrap_or_else(|| words.say_with("history-at-the-terminal", &[("command", &row.who)]))
}

/// What it was done to.
#[must_use]
pub fn what(words: &Words, row: &HistoryRow) -> String {
    let name = row.place.as_ref().map_or("", |(_, name)| name);
    if let Some(row) = erased_row(&row.subject) {
        return words.say_with("history-row", &[("row", &row)]);
    }
    if let Some(lang) = row.lang.filter(|_| row.place.is_some()) {
        let language = lang.own_name();
        return match row.version {
            Some((_, number)) => words.say_with("history-version", &[("number", &number), ("name", &name), ("language", &language)]),
            None => words.say_with("history-text", &[("name", &name), ("language", &language)]),
        };
    }
    if let Some(code) = row.subject.strip_prefix("sign/").and_then(|code| SignCode::parse(code).ok()) {
        return words.say_with("history-sign", &[("code", &code)]);
    }
    if let Some(batch) = row.subject.strip_prefix("batch/") {
        return words.say_with("history-batch", &[("batch", &batch)]);
    }
    if let Some(case) = row.subject.strip_prefix("report/").and_then(|case| CaseNumber::parse(case).ok()) {
        return words.say_with("history-report", &[("case", &case.grouped())]);
    }
    if row.subject == "office-head" {
        return words.say("history-office-head");
    }
    if name.is_empty() { row.subject.clone() } else { words.say_with("history-entry", &[("name", &name)]) }
}

/// What more is to be said of a row in a line or two: names with what they are, such as the reason or the fields that were changed.
#[must_use]
pub fn details(words: &Words, row: &HistoryRow) -> Vec<(String, String)> {
    let text = |field: &str| row.payload.get(field).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty());
    let mut details = Vec::new();
    if let Some(erased) = &row.erased_at {
        details.push((String::new(), words.say_with("history-erased", &[("at", &clock::shown(erased, words))])));
    }
    for field in ["reason", "comment", "since", "cause", "file"] {
        details.extend(text(field).map(|text| (name_of(words, field), text.to_owned())));
    }
    details.extend(text("publish_at").map(|at| (name_of(words, "publish_at"), clock::shown(at, words))));
    let changed: Vec<String> = changed_fields(&row.payload).into_iter().map(|field| name_of(words, field)).collect();
    if !changed.is_empty() {
        details.push((words.say("history-changed"), changed.join(", ")));
    }
    details
}

/// The fields that a payload tells of as changed.
#[must_use]
pub fn changed_fields(payload: &Value) -> Vec<&str> {
    let of = |side: &str| payload.get(side).and_then(Value::as_object).into_iter().flat_map(serde_json::Map::keys).map(String::as_str);
    let mut fields: Vec<&str> = of("before").collect();
    for field in of("after") {
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    fields
}

/// The name of an act in a list to choose from.
#[must_use]
pub fn act_name(words: &Words, act: HistoryAct) -> String {
    let sentence = words.say_with(key_of(Some(act)), &[("who", &""), ("what", &"…")]);
    sentence.trim().trim_end_matches('.').to_owned()
}

const fn key_of(act: Option<HistoryAct>) -> &'static str {
    let Some(act) = act else { return "history-act-unknown" };
    match act {
        HistoryAct::Start => "history-act-start",
        HistoryAct::Import => "history-act-import",
        HistoryAct::Save => "history-act-save",
        HistoryAct::Restore => "history-act-restore",
        HistoryAct::Discard => "history-act-discard",
        HistoryAct::Submit => "history-act-submit",
        HistoryAct::Recall => "history-act-recall",
        HistoryAct::Return => "history-act-return",
        HistoryAct::Publish => "history-act-publish",
        HistoryAct::Schedule => "history-act-schedule",
        HistoryAct::Unschedule => "history-act-unschedule",
        HistoryAct::Withdraw => "history-act-withdraw",
        HistoryAct::Reopen => "history-act-reopen",
        HistoryAct::Comment => "history-act-comment",
        HistoryAct::Settle => "history-act-settle",
        HistoryAct::Add => "history-act-add",
        HistoryAct::Change => "history-act-change",
        HistoryAct::Rename => "history-act-rename",
        HistoryAct::Retire => "history-act-retire",
        HistoryAct::Revive => "history-act-revive",
        HistoryAct::AddPhoto => "history-act-add-photo",
        HistoryAct::ChangePhoto => "history-act-change-photo",
        HistoryAct::RetirePhoto => "history-act-retire-photo",
        HistoryAct::AddRecording => "history-act-add-recording",
        HistoryAct::RetireRecording => "history-act-retire-recording",
        HistoryAct::AddEditor => "history-act-add-editor",
        HistoryAct::ChangeEditor => "history-act-change-editor",
        HistoryAct::DisableEditor => "history-act-disable-editor",
        HistoryAct::EnableEditor => "history-act-enable-editor",
        HistoryAct::ResetPassword => "history-act-reset-password",
        HistoryAct::Erase => "history-act-erase",
        HistoryAct::Order => "history-act-order",
        HistoryAct::PrintStep => "history-act-print-step",
        HistoryAct::VoidPlate => "history-act-void-plate",
        HistoryAct::ShopLink => "history-act-shop-link",
        HistoryAct::OfficeHead => "history-act-office-head",
        HistoryAct::ShopVisit => "history-act-shop-visit",
        HistoryAct::Download => "history-act-download",
        HistoryAct::ReportStep => "history-act-report-step",
    }
}

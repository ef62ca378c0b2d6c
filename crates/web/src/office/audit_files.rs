//! The audit as a file: for a spreadsheet, or one JSON object a line for a program.

use axum::extract::Query;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use infitah_core::ground::error::Error;
use infitah_core::trust::audit::{self, Told, Who};
use infitah_i18n::Words;
use serde_json::{Map, Value, json};

use super::audit::filter;
use super::audit_words::{sentence, who};
use super::typed::Typed;
use super::visits::Visit;
use crate::answers::Answer;

const HEAD: [&str; 12] = [
    "sequence",
    "at",
    "who",
    "person_id",
    "action",
    "sentence",
    "subject_kind",
    "subject_id",
    "subject",
    "network",
    "changes",
    "hash",
];

/// `GET /office/audit.csv`.
pub(crate) async fn csv(visit: Visit, Query(typed): Query<Typed>) -> Answer {
    let told = audit::export(&visit.scope, &filter(&typed)?).await?;
    let body = table(visit.words, &told).map_err(Error::internal)?;
    Ok(file("text/csv; charset=utf-8", "audit.csv", body))
}

/// `GET /office/audit.jsonl`.
pub(crate) async fn jsonl(visit: Visit, Query(typed): Query<Typed>) -> Answer {
    let told = audit::export(&visit.scope, &filter(&typed)?).await?;
    let lines: String = told.iter().map(|told| format!("{}\n", object(told))).collect();
    Ok(file("application/jsonl; charset=utf-8", "audit.jsonl", lines.into_bytes()))
}

/// A file to keep, which no browser opens by itself.
pub(super) fn file(kind: &'static str, name: &str, body: Vec<u8>) -> Response {
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

fn table(words: Words, told: &[Told]) -> Result<Vec<u8>, csv::Error> {
    // Spreadsheets take UTF-8 for something else without the mark at its beginning.
    let mut writer = csv::Writer::from_writer("\u{FEFF}".as_bytes().to_vec());
    writer.write_record(HEAD)?;
    for told in told {
        writer.write_record(line(words, told).iter().map(|cell| harmless(cell)))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn line(words: Words, told: &Told) -> [String; 12] {
    let person = match &told.who {
        Who::Person(id, _) => id.to_string(),
        _ => String::new(),
    };
    let subject = told.subject_name.clone().unwrap_or_else(|| told.subject.text(words.locale()).to_owned());
    [
        told.sequence.to_string(),
        told.at.to_rfc3339(),
        who(words, told),
        person,
        told.action.clone(),
        // Isolates are for pages; a file shows them as boxes.
        sentence(words, told).plain().replace(['\u{2068}', '\u{2069}'], ""),
        told.subject_kind.clone(),
        told.subject_id.to_string(),
        subject,
        told.network.clone().unwrap_or_default(),
        if told.changes.is_empty() { String::new() } else { changes(told).to_string() },
        told.hash.clone(),
    ]
}

/// A cell that no spreadsheet takes for a formula (OWASP, CSV injection).
fn harmless(cell: &str) -> String {
    let is_formula =
        |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠');
    if cell.starts_with(is_formula) { format!("'{cell}") } else { cell.to_owned() }
}

fn changes(told: &Told) -> Value {
    let pairs =
        told.changes.iter().map(|change| (change.field.clone(), json!([change.before, change.after])));
    Value::Object(pairs.collect::<Map<_, _>>())
}

fn object(told: &Told) -> Value {
    let who = match &told.who {
        Who::Anonymous => json!({ "kind": "anonymous" }),
        Who::System => json!({ "kind": "system" }),
        Who::Person(id, name) => json!({ "kind": "person", "id": id.to_string(), "name": name }),
    };
    json!({
        "sequence": told.sequence,
        "at": told.at.to_rfc3339(),
        "who": who,
        "action": told.action,
        "subject": { "kind": told.subject_kind, "id": told.subject_id.to_string() },
        "network": told.network,
        "changes": changes(told),
        "hash": told.hash,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, safe) in [
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"),
            ("＝1", "'＝1"),
            ("Amina = 1", "Amina = 1"),
            ("", ""),
        ] {
            assert_eq!(harmless(cell), safe);
        }
    }
}

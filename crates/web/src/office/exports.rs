//! Programmes as files to save: the tree of one in the language of the office, and the empty sheet
//! that import reads once it is filled in.

use axum::extract::{Path, Query};
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse as _;
use infitah_core::ground::address;
use infitah_core::ground::error::Error;
use infitah_core::programme::spreadsheets::{self, Format};
use infitah_i18n::Locale;
use serde::Deserialize;

use super::programmes::of_cycle;
use super::visits::Visit;
use crate::answers::Answer;

/// The language that a template is wanted in.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    locale: String,
}

/// `GET /office/programme/{cycle}/export.xlsx`.
pub(crate) async fn xlsx(visit: Visit, Path(cycle): Path<String>) -> Answer {
    export(&visit, &cycle, Format::Xlsx).await
}

/// `GET /office/programme/{cycle}/export.csv`.
pub(crate) async fn csv(visit: Visit, Path(cycle): Path<String>) -> Answer {
    export(&visit, &cycle, Format::Csv).await
}

/// `GET /office/programme/template.xlsx?locale=`.
pub(crate) async fn template_xlsx(visit: Visit, Query(wanted): Query<Wanted>) -> Answer {
    template(&visit, &wanted, Format::Xlsx).await
}

/// `GET /office/programme/template.csv?locale=`.
pub(crate) async fn template_csv(visit: Visit, Query(wanted): Query<Wanted>) -> Answer {
    template(&visit, &wanted, Format::Csv).await
}

async fn export(visit: &Visit, cycle: &str, format: Format) -> Answer {
    let programme = of_cycle(visit, cycle).await?;
    let bytes = spreadsheets::export(&visit.scope, programme.id, format, visit.locale()).await?;
    saved(&format!("{}-{}", visit.scope.tenant().slug, programme.cycle), format, bytes)
}

async fn template(visit: &Visit, wanted: &Wanted, format: Format) -> Answer {
    let locale = Locale::from_code(&wanted.locale).unwrap_or(visit.locale());
    let bytes = spreadsheets::template(&visit.scope, format, locale).await?;
    saved(&format!("programme-{}", locale.code()), format, bytes)
}

/// A file that is always saved and never shown.
fn saved(name: &str, format: Format, bytes: Vec<u8>) -> Answer {
    let name = address::part(&format!("{name}.{}", format.extension()));
    let saved = format!("attachment; filename*=UTF-8''{name}");
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(format.media_type())),
        (header::CONTENT_DISPOSITION, HeaderValue::try_from(saved).map_err(Error::internal)?),
    ];
    Ok((headers, bytes).into_response())
}

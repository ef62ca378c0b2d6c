//! A page as it stood at the end of a past day: the day that its address asks for.

use axum::http::StatusCode;
use chrono::NaiveDate;
use serde::Deserialize;

use crate::visits::Visit;

/// The part of the address that asks for a day.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    on: String,
}

/// The day that a page shows.
#[derive(Debug, Default)]
pub(crate) struct Past {
    /// A day before today; none on the page of today.
    pub(super) on: Option<NaiveDate>,
    /// What was typed, where it is no day that was.
    pub(super) wrong: Option<String>,
    /// Today, the latest that can be asked for.
    today: NaiveDate,
    /// The address of the page of today.
    here: String,
}

impl Past {
    /// Reads what was asked: a day of the calendar, today at the latest.
    pub(super) fn of(visit: &Visit, asked: &Asked) -> Self {
        Self::read(visit.scope.today(), visit.uri.path(), asked.on.trim())
    }

    fn read(today: NaiveDate, here: &str, typed: &str) -> Self {
        let past = Self { today, here: here.to_owned(), ..Self::default() };
        match typed.parse::<NaiveDate>() {
            _ if typed.is_empty() => past,
            Ok(day) if day == today => past,
            Ok(day) if day < today => Self { on: Some(day), ..past },
            _ => Self { wrong: Some(typed.to_owned()), ..past },
        }
    }

    /// What stands in the field.
    pub(super) fn typed(&self) -> String {
        self.wrong.clone().unwrap_or_else(|| self.on.map(|day| day.to_string()).unwrap_or_default())
    }

    /// A page whose address names no day that was is told as such.
    pub(super) fn status(&self) -> StatusCode {
        if self.wrong.is_some() { StatusCode::BAD_REQUEST } else { StatusCode::OK }
    }

    pub(super) fn latest(&self) -> String {
        self.today.to_string()
    }

    pub(super) fn here(&self) -> &str {
        &self.here
    }

    /// What an address within the programme carries on.
    pub(super) fn suffix(&self) -> String {
        self.on.map(|day| format!("?on={day}")).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_were_are_shown() {
        let today: NaiveDate = "2026-05-10".parse().expect("a day");
        let read = |typed| Past::read(today, "/ar/programme/2026-2027", typed);
        assert_eq!(read("2026-05-09").on, today.pred_opt());
        assert_eq!(read("2026-05-09").suffix(), "?on=2026-05-09");
        for typed in ["", "2026-05-10"] {
            assert!(read(typed).on.is_none() && read(typed).wrong.is_none(), "{typed}");
        }
        for typed in ["2026-05-11", "2026-02-30", "yesterday", "٢٠٢٦-٠٥-٠٩"] {
            assert_eq!(read(typed).wrong.as_deref(), Some(typed));
            assert_eq!(read(typed).suffix(), "");
        }
    }
}

//! A page that is one form: what is asked, why, and the way back.

use askama::Template;
use axum::http::StatusCode;
use infitah_core::ground::error::Error;

use super::fields::{Control, Difference, FormView, Part};
use super::frames::Frame;
use super::typed::Typed;
use super::visits::Visit;
use crate::answers::{Answer, page_with};
use crate::words::Phrase;

/// The page.
#[derive(Debug, Template)]
#[template(path = "office/form.html")]
pub(crate) struct FormPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) back: Option<(String, Phrase)>,
    pub(crate) text: Option<Phrase>,
    pub(crate) differences: Vec<Difference>,
    pub(crate) form: FormView,
    pub(crate) extras: Vec<FormView>,
}

impl FormPage {
    /// The page of a form in a room of the office.
    pub(crate) fn of(frame: Frame, room: &'static str, form: FormView) -> Self {
        Self { frame, room, back: None, text: None, differences: Vec::new(), form, extras: Vec::new() }
    }

    /// The same with a way back.
    pub(crate) fn back_to(mut self, path: impl Into<String>, name: Phrase) -> Self {
        self.back = Some((path.into(), name));
        self
    }

    /// The same with a word before the form.
    pub(crate) fn saying(mut self, text: Phrase) -> Self {
        self.text = Some(text);
        self
    }

    /// The same with another form below.
    pub(crate) fn and(mut self, form: FormView) -> Self {
        self.extras.push(form);
        self
    }

    /// The same beside what somebody else has stored meanwhile.
    pub(crate) fn beside(mut self, stored: &Typed) -> Self {
        self.differences = self.form.against(stored);
        self
    }

    /// The page as it stands.
    pub(crate) fn shown(self) -> Answer {
        page_with(StatusCode::OK, &self)
    }

    /// The page again after core said no, with what is to be corrected; other faults are passed on.
    pub(crate) fn refused(mut self, visit: &Visit, error: Error) -> Answer {
        let (status, form) = match error {
            _ if visit.wants_json => return Err(error.into()),
            Error::Invalid(errors) => (StatusCode::UNPROCESSABLE_ENTITY, self.form.with_errors(&errors)),
            Error::Conflict(key) => (StatusCode::CONFLICT, self.form.with_problem(key)),
            error => return Err(error.into()),
        };
        self.form = form;
        page_with(status, &self)
    }
}

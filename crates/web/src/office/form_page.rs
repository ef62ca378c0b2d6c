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
    /// Where the thing stands.
    pub(crate) status: Option<Phrase>,
    /// Where everyone sees it.
    pub(crate) public: Option<String>,
}

impl FormPage {
    /// The page of a form in a room of the office.
    pub(crate) fn of(frame: Frame, room: &'static str, form: FormView) -> Self {
        Self {
            frame,
            room,
            back: None,
            text: None,
            differences: Vec::new(),
            form,
            extras: Vec::new(),
            status: None,
            public: None,
        }
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

    /// The same with a word on where the thing stands.
    pub(crate) fn standing(mut self, status: Phrase) -> Self {
        self.status = Some(status);
        self
    }

    /// The same with a way to where everyone sees it.
    pub(crate) fn shown_at(mut self, address: String) -> Self {
        self.public = Some(address);
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
        let (status, form) = corrected(self.form, visit, error)?;
        self.form = form;
        page_with(status, &self)
    }

    /// The page again after core said no to the form below that is sent to `action`.
    pub(crate) fn refused_at(mut self, action: &str, visit: &Visit, error: Error) -> Answer {
        let Some(place) = self.extras.iter().position(|extra| extra.action == action) else {
            return self.refused(visit, error);
        };
        let extra = self.extras.remove(place);
        let (status, extra) = corrected(extra, visit, error)?;
        self.extras.insert(place, extra);
        page_with(status, &self)
    }
}

/// A form again after core said no; other faults are passed on.
pub(crate) fn corrected(
    form: FormView,
    visit: &Visit,
    error: Error,
) -> Result<(StatusCode, FormView), Error> {
    match error {
        error if visit.wants_json => Err(error),
        Error::Invalid(errors) => Ok((StatusCode::UNPROCESSABLE_ENTITY, form.with_errors(&errors))),
        Error::Conflict(key) => Ok((StatusCode::CONFLICT, form.with_problem(key))),
        Error::TooMany(_) => {
            Ok((StatusCode::TOO_MANY_REQUESTS, form.with_problem("error-too-many-requests-text")))
        }
        error => Err(error),
    }
}

/// A page with one form for people who are not signed in.
#[derive(Debug, Template)]
#[template(path = "office/gate.html")]
pub(crate) struct GatePage {
    pub(crate) frame: Frame,
    pub(crate) text: Phrase,
    pub(crate) form: FormView,
    pub(crate) links: Vec<(&'static str, &'static str)>,
}

impl GatePage {
    /// The page of a form with a word before it.
    pub(crate) fn of(frame: Frame, text: Phrase, form: FormView) -> Self {
        Self { frame, text, form, links: Vec::new() }
    }

    /// The same with another way on: a path and a message key.
    pub(crate) fn with_link(mut self, path: &'static str, key: &'static str) -> Self {
        self.links.push((path, key));
        self
    }

    /// The page as it stands.
    pub(crate) fn shown(self) -> Answer {
        page_with(StatusCode::OK, &self)
    }

    /// The page again with what is to be corrected.
    pub(crate) fn refused(mut self, visit: &Visit, error: Error) -> Answer {
        let (status, form) = corrected(self.form, visit, error)?;
        self.form = form;
        page_with(status, &self)
    }
}

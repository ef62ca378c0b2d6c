//! A page with one thing to say and one way on.

use askama::Template;

use super::frames::Frame;
use super::visits::Visit;

/// The page.
#[derive(Debug, Template)]
#[template(path = "office/notice.html")]
pub(crate) struct NoticePage {
    pub(crate) frame: Frame,
    pub(crate) text: &'static str,
    pub(crate) link: Option<(&'static str, &'static str)>,
}

impl NoticePage {
    /// A page with a title and a text, both message keys.
    pub(crate) fn of(visit: &Visit, title: &str, text: &'static str) -> Self {
        Self { frame: visit.frame(title), text, link: None }
    }

    /// The same page with a way on: a path and a message key.
    pub(crate) fn with_link(mut self, path: &'static str, key: &'static str) -> Self {
        self.link = Some((path, key));
        self
    }
}

//! Asking to be told of news, confirming it, and leaving. Links in mails open a page with a
//! button, because mail scanners follow links; only the button changes something. Asking always
//! gets the same answer, so that nobody learns who is subscribed.

use askama::Template;
use axum::Form;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use infitah_core::ground::error::{Error, FieldError};
use infitah_core::notify::subscriptions::{self, Purpose, Request, Topic};
use infitah_i18n::Locale;
use serde::Deserialize;

use crate::answers::{Answer, page, page_with};
use crate::failures::breach;
use crate::layout::{Page, Room};
use crate::visits::{ActingVisit, Visit, wants_json};

/// What the form sends.
#[derive(Debug, Deserialize)]
pub(crate) struct Wish {
    #[serde(default)]
    email: String,
    /// The language of the mails; that of the page when it is not sent.
    #[serde(default)]
    locale: String,
}

#[derive(Debug, Template)]
#[template(path = "public/subscribe.html")]
pub(super) struct SubscribePage {
    pub(super) page: Page,
    pub(super) email: String,
    pub(super) locale: Locale,
    pub(super) topic_key: &'static str,
    /// The field that is wrong, and why.
    pub(super) error: Option<(String, String)>,
    pub(super) label_key: &'static str,
}

/// What a page behind a link, or after a form, says.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) title: &'static str,
    pub(super) text: &'static str,
    /// Where its button sends, and what it says.
    pub(super) form: Option<(String, &'static str)>,
    pub(super) link: Option<(&'static str, &'static str)>,
}

#[derive(Debug, Template)]
#[template(path = "public/token.html")]
pub(super) struct TokenPage {
    pub(super) page: Page,
    pub(super) said: Said,
}

/// `GET /L/subscribe`.
pub(crate) async fn form(visit: Visit, Path(_): Path<String>) -> Answer {
    page(&SubscribePage::of(&visit, String::new(), visit.locale(), None))
}

/// `POST /L/subscribe`.
pub(crate) async fn request(acting: ActingVisit, headers: HeaderMap, Form(wish): Form<Wish>) -> Answer {
    let ActingVisit { visit, scope, address } = acting;
    let topic = Topic::of(scope.tenant());
    let locale = Locale::from_code(&wish.locale).unwrap_or(visit.locale());
    match subscriptions::request(&scope, Request { email: wish.email.clone(), locale, topic }, &address).await
    {
        Ok(()) => page(&TokenPage::of(&visit, Said::SENT)),
        Err(Error::Invalid(breaches)) if !wants_json(&headers) => {
            let form = SubscribePage::of(&visit, wish.email, locale, breaches.first());
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &form)
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET /L/subscribe/confirm/{token}`.
pub(crate) async fn confirmation(acting: ActingVisit, Path((_, token)): Path<(String, String)>) -> Answer {
    match subscriptions::look(&acting.scope, Purpose::Confirm, &token).await {
        Ok(_) => page(&TokenPage::of(&acting.visit, Said::confirm(&token))),
        Err(error) => expired(&acting.visit, error, Said::EXPIRED),
    }
}

/// `POST /L/subscribe/confirm/{token}`.
pub(crate) async fn confirm(acting: ActingVisit, Path((_, token)): Path<(String, String)>) -> Answer {
    match subscriptions::confirm(&acting.scope, &token).await {
        Ok(_) => page(&TokenPage::of(&acting.visit, Said::CONFIRMED)),
        Err(error) => expired(&acting.visit, error, Said::EXPIRED),
    }
}

/// `GET /L/unsubscribe/{token}`.
pub(crate) async fn leaving(acting: ActingVisit, Path((_, token)): Path<(String, String)>) -> Answer {
    match subscriptions::look(&acting.scope, Purpose::Unsubscribe, &token).await {
        Ok(_) => page(&TokenPage::of(&acting.visit, Said::leave(&token))),
        Err(error) => expired(&acting.visit, error, Said::NO_LINK),
    }
}

/// `POST /L/unsubscribe/{token}`: the button, and what mail programs send by themselves (RFC 8058).
pub(crate) async fn leave(acting: ActingVisit, Path((_, token)): Path<(String, String)>) -> Answer {
    match subscriptions::end(&acting.scope, &token).await {
        Ok(_) => page(&TokenPage::of(&acting.visit, Said::LEFT)),
        Err(error) => expired(&acting.visit, error, Said::NO_LINK),
    }
}

fn expired(visit: &Visit, error: Error, said: Said) -> Answer {
    match error {
        Error::NotFound(_) | Error::Invalid(_) => {
            page_with(StatusCode::NOT_FOUND, &TokenPage::of(visit, said))
        }
        error => Err(error.into()),
    }
}

impl SubscribePage {
    fn of(visit: &Visit, email: String, locale: Locale, wrong: Option<&FieldError>) -> Self {
        let page = visit.page(Room::Other, "public-subscribe-title");
        let about = page.t("public-subscribe-text").plain().to_owned();
        let topic_key = if visit.is_network() {
            "public-subscribe-topic-network"
        } else {
            "public-subscribe-topic-member"
        };
        Self {
            page: page.about(about),
            email,
            locale,
            topic_key,
            error: wrong.map(|wrong| (wrong.field.clone(), breach(visit.words, wrong))),
            label_key: "public-subscribe-email",
        }
    }

    fn is_wrong(&self, field: &str) -> bool {
        self.error.as_ref().is_some_and(|(wrong, _)| wrong == field)
    }
}

impl TokenPage {
    fn of(visit: &Visit, said: Said) -> Self {
        let mut page = visit.page(Room::Other, said.title);
        page.is_private = true;
        Self { page, said }
    }
}

impl Said {
    pub(super) const SENT: Self = Self {
        title: "public-subscribe-sent-title",
        text: "public-subscribe-sent-text",
        form: None,
        link: Some(("/news", "error-go-news")),
    };
    const CONFIRMED: Self = Self {
        title: "public-subscribe-confirmed-title",
        text: "public-subscribe-confirmed-text",
        form: None,
        link: Some(("/news", "error-go-news")),
    };
    const EXPIRED: Self = Self {
        title: "public-subscribe-expired-title",
        text: "public-subscribe-expired-text",
        form: None,
        link: Some(("/subscribe", "public-subscribe-again")),
    };
    const NO_LINK: Self = Self {
        title: "public-subscribe-expired-title",
        text: "public-unsubscribe-expired-text",
        form: None,
        link: Some(("/", "error-go-home")),
    };
    const LEFT: Self = Self {
        title: "public-unsubscribe-done-title",
        text: "public-unsubscribe-done-text",
        form: None,
        link: Some(("/", "error-go-home")),
    };

    fn confirm(token: &str) -> Self {
        Self {
            title: "public-subscribe-confirm-title",
            text: "public-subscribe-confirm-text",
            form: Some((format!("/subscribe/confirm/{token}"), "common-button-confirm")),
            link: None,
        }
    }

    fn leave(token: &str) -> Self {
        Self {
            title: "public-unsubscribe-title",
            text: "public-unsubscribe-text",
            form: Some((format!("/unsubscribe/{token}"), "public-unsubscribe-button")),
            link: None,
        }
    }
}

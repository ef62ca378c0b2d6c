//! Asking to be told of news, confirming it, and leaving. Links in mails open a page with a
//! button, because mail scanners follow links; only the button changes something. Asking always
//! gets the same answer, so that nobody learns who is subscribed.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query};
use axum::http::{HeaderMap, StatusCode};
use infitah_core::ground::error::{Error, FieldError};
use infitah_core::notify::subscriptions::{self, Purpose, Request, Topic};
use infitah_core::programme::{commitments, programmes};
use infitah_i18n::{Arg, Locale};
use serde::Deserialize;

use crate::answers::{Answer, page, page_with};
use crate::failures::breach;
use crate::layout::{Page, Room};
use crate::visits::{ActingVisit, Visit, wants_json};
use crate::words::Phrase;

/// What the form sends.
#[derive(Debug, Deserialize)]
pub(crate) struct Wish {
    #[serde(default)]
    email: String,
    /// The language of the mails; that of the page when it is not sent.
    #[serde(default)]
    locale: String,
    #[serde(flatten)]
    subject: Subject,
}

/// One thing to follow, as the address of the form and the form itself name it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Subject {
    /// The years of a programme.
    programme: String,
    /// The number of one of its commitments.
    commitment: String,
}

/// What is to be followed.
#[derive(Debug)]
pub(super) struct FollowedView {
    pub(super) programme: String,
    pub(super) commitment: Option<i32>,
    pub(super) title: Phrase,
    pub(super) href: String,
    topic: Topic,
}

#[derive(Debug, Template)]
#[template(path = "public/subscribe.html")]
pub(super) struct SubscribePage {
    pub(super) page: Page,
    pub(super) email: String,
    pub(super) locale: Locale,
    pub(super) topic_key: &'static str,
    pub(super) followed: Option<FollowedView>,
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

/// `GET /L/subscribe`, to all news, or by the address to one programme or commitment.
pub(crate) async fn form(visit: Visit, Path(_): Path<String>, Query(subject): Query<Subject>) -> Answer {
    let followed = subject.find(&visit).await?;
    page(&SubscribePage::of(&visit, String::new(), visit.locale(), None).about(followed))
}

/// `POST /L/subscribe`.
pub(crate) async fn request(acting: ActingVisit, headers: HeaderMap, Form(wish): Form<Wish>) -> Answer {
    let ActingVisit { visit, scope, address } = acting;
    let followed = wish.subject.find(&visit).await?;
    let topic = followed.as_ref().map_or_else(|| Topic::of(scope.tenant()), |followed| followed.topic);
    let locale = Locale::from_code(&wish.locale).unwrap_or(visit.locale());
    match subscriptions::request(&scope, Request { email: wish.email.clone(), locale, topic }, &address).await
    {
        Ok(()) => page(&TokenPage::of(&visit, Said::SENT)),
        Err(Error::Invalid(breaches)) if !wants_json(&headers) => {
            let form = SubscribePage::of(&visit, wish.email, locale, breaches.first()).about(followed);
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

impl Subject {
    /// What is named, if anything is; what is not public does not exist.
    async fn find(&self, visit: &Visit) -> Result<Option<FollowedView>, Error> {
        if self.programme.is_empty() {
            return Ok(None);
        }
        let scope = &visit.scope;
        let programme = programmes::by_cycle(scope, &self.programme).await?;
        let here = format!("/{}/programme/{}", visit.locale().code(), programme.cycle);
        if self.commitment.is_empty() {
            let args = [("cycle", Arg::Text(&programme.cycle))];
            let title = Phrase::of(visit.words.with("programme-cycle", &args), visit.locale());
            let topic = Topic::Programme(programme.id);
            return Ok(Some(FollowedView {
                programme: programme.cycle,
                commitment: None,
                title,
                href: here,
                topic,
            }));
        }
        let number = self.commitment.parse().map_err(|_| Error::NotFound("commitment"))?;
        let commitment = commitments::by_number(scope, &programme.cycle, number, None).await?;
        let untitled = || Phrase::own(number.to_string(), visit.locale());
        Ok(Some(FollowedView {
            title: Phrase::written(&commitment.titles, visit.locale()).unwrap_or_else(untitled),
            href: format!("{here}/commitments/{number}"),
            topic: Topic::Commitment(commitment.id),
            programme: programme.cycle,
            commitment: Some(number),
        }))
    }
}

impl FollowedView {
    /// The message key of what one is told of.
    pub(super) fn asked_key(&self) -> &'static str {
        if self.commitment.is_some() {
            "public-follow-asked-commitment"
        } else {
            "public-follow-asked-programme"
        }
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
            followed: None,
            error: wrong.map(|wrong| (wrong.field.clone(), breach(visit.words, wrong))),
            label_key: "public-subscribe-email",
        }
    }

    /// The same page about one thing.
    fn about(mut self, followed: Option<FollowedView>) -> Self {
        self.followed = followed;
        self
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

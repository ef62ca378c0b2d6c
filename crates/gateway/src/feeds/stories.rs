//! The stories of a feed, read once and given to each format. Two statements, whatever the format.

use chrono::{DateTime, Utc};
use infitah_core::ground::error::Result;
use infitah_core::ground::localised::Localised;
use infitah_core::ground::paging::PageRequest;
use infitah_core::news::articles::{self, ArticleCard, Filter};
use infitah_core::news::html;
use infitah_core::tenancy::scope::PublicScope;
use infitah_i18n::{Locale, Words};
use uuid::Uuid;

use infitah_core::ground::address::ascii as encode;

/// How many stories a feed has.
const COUNT: u32 = 20;

/// A feed before it takes a format.
#[derive(Debug)]
pub(crate) struct Feed {
    pub(crate) locale: Locale,
    pub(crate) id: Uuid,
    pub(crate) title: String,
    pub(crate) home: String,
    pub(crate) updated: DateTime<Utc>,
    pub(crate) stories: Vec<Story>,
}

/// One article in one language.
#[derive(Debug)]
pub(crate) struct Story {
    pub(crate) id: Uuid,
    pub(crate) url: String,
    pub(crate) author: String,
    pub(crate) title: Phrase,
    pub(crate) summary: Option<Phrase>,
    pub(crate) html: Option<Phrase>,
    pub(crate) category: Option<String>,
    /// The address of its cover.
    pub(crate) picture: Option<String>,
    pub(crate) published: DateTime<Utc>,
    pub(crate) updated: DateTime<Utc>,
}

/// A text and the language it is really in.
#[derive(Debug)]
pub(crate) struct Phrase {
    pub(crate) text: String,
    pub(crate) locale: Locale,
}

impl Feed {
    /// Reads the newest stories of a site.
    pub(crate) async fn read(scope: &PublicScope, locale: Locale) -> Result<Self> {
        let page = articles::list(scope, &Filter::default(), &PageRequest::first(COUNT)).await?;
        let ids: Vec<_> = page.items.iter().map(|card| card.id).collect();
        let bodies = articles::bodies(scope, &ids).await?;
        let stories: Vec<Story> =
            page.items.iter().map(|card| Story::new(scope, locale, card, bodies.get(&card.id))).collect();
        let site = scope.tenant();
        let name = site.names.text(locale);
        Ok(Self {
            locale,
            id: site.id.0,
            title: Words::of(locale).plain(
                "common-page-title",
                &[("title", (&Words::of(locale).get("common-menu-news")).into()), ("site", name.into())],
            ),
            home: format!("{}/{locale}/news", site.url),
            updated: stories.iter().map(|story| story.updated).max().unwrap_or(DateTime::UNIX_EPOCH),
            stories,
        })
    }

    /// The address of the feed itself.
    pub(crate) fn own_url(&self, scope: &PublicScope, extension: &str) -> String {
        format!("{}/{}/feed.{extension}", scope.tenant().url, self.locale)
    }
}

impl Story {
    fn new(scope: &PublicScope, locale: Locale, card: &ArticleCard, body: Option<&Localised>) -> Self {
        let words = Words::of(locale);
        let site = scope.hub().url_of(card.member_kind, &card.member_slug);
        let category = card.category.as_ref().map(|code| words.plain(&format!("category-{code}"), &[]));
        Self {
            id: card.id.0,
            url: encode(&card.url(&site, locale)),
            author: card.member_names.text(locale).to_owned(),
            title: phrase(&card.titles, locale).unwrap_or(Phrase { text: String::new(), locale }),
            summary: phrase(&card.summaries, locale),
            html: body.and_then(|body| phrase(&body.map(|body| html::away(body, &site)), locale)),
            category,
            picture: card.cover.as_ref().map(|cover| format!("{site}{}", cover.path())),
            published: card.published_at.unwrap_or(card.updated_at),
            updated: card.updated_at,
        }
    }
}

fn phrase(text: &Localised, locale: Locale) -> Option<Phrase> {
    text.shown(locale).map(|shown| Phrase { text: shown.text.to_owned(), locale: shown.locale })
}

#[cfg(test)]
pub(crate) fn sample() -> Feed {
    let time = DateTime::from_timestamp(1_700_000_000, 0).expect("a time");
    let phrase = |text: &str, locale| Phrase { text: text.to_owned(), locale };
    Feed {
        locale: Locale::Ar,
        id: Uuid::from_u128(1),
        title: "أخبار".to_owned(),
        home: "http://fes.localhost/ar/news".to_owned(),
        updated: time,
        stories: vec![Story {
            id: Uuid::from_u128(2),
            url: "http://fes.localhost/ar/news/a?b=1&c=2".to_owned(),
            author: "فاس".to_owned(),
            title: phrase("Eau & <lumière>", Locale::Fr),
            summary: Some(phrase("]]> \"q\"", Locale::Fr)),
            html: Some(phrase("<p>Eau</p>", Locale::Fr)),
            category: Some("إعلان".to_owned()),
            picture: Some("http://fes.localhost/media/1/a.jpg".to_owned()),
            published: time,
            updated: time,
        }],
    }
}

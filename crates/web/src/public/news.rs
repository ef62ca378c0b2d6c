//! The list of news and the pages of articles.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::IntoResponse as _;
use chrono::NaiveDate;
use infitah_core::ground::calendar;
use infitah_core::ground::error::{Error, Result};
use infitah_core::news::articles::{self, Article, ArticleCard, Filter, Found};
use infitah_core::news::categories;
use infitah_i18n::Locale;
use serde::Deserialize;

use crate::answers::{Answer, moved, page};
use crate::cards::{Card, Turns};
use crate::layout::{Page, Room};
use crate::pictures::Picture;
use crate::visits::{Paging, Visit};
use crate::words::{Attributes, CleanHtml, Phrase};

/// News on one page of the list.
const ITEMS: i64 = 12;
/// Related news below an article.
const RELATED: u32 = 3;

/// What the list's address may carry.
#[derive(Debug, Deserialize)]
pub(crate) struct Choice {
    #[serde(default)]
    category: String,
    #[serde(flatten)]
    paging: Paging,
}

#[derive(Debug, Template)]
#[template(path = "public/news.html")]
pub(super) struct NewsPage {
    pub(super) page: Page,
    pub(super) heading: Phrase,
    pub(super) categories: &'static [&'static str],
    pub(super) category: String,
    pub(super) cards: Vec<Card>,
    pub(super) total: u64,
    pub(super) empty_key: &'static str,
    pub(super) turns: Turns,
}

#[derive(Debug, Template)]
#[template(path = "public/article.html")]
pub(super) struct ArticlePage {
    pub(super) page: Page,
    pub(super) title: Phrase,
    /// What the language of the text is called, for the notice that it is another one.
    pub(super) language: String,
    pub(super) summary: Option<Phrase>,
    pub(super) cover: Option<Picture>,
    pub(super) body: Option<(Attributes, CleanHtml)>,
    pub(super) category: Option<String>,
    pub(super) published_on: Option<NaiveDate>,
    pub(super) updated_on: Option<NaiveDate>,
    pub(super) related: Vec<Card>,
}

/// `GET /L/news`: this site's, or on the network's host those of all members.
pub(crate) async fn list(visit: Visit, Query(choice): Query<Choice>) -> Answer {
    let is_known = choice.category.is_empty() || categories::find(&choice.category).is_some();
    let found = match is_known {
        true => articles::list(&visit.scope, &choice.filter(), &choice.paging.request(ITEMS)?).await?,
        false => nothing(),
    };
    page(&NewsPage::of(&visit, &choice.category, is_known, &found))
}

/// `GET /L/news/{slug}`.
pub(crate) async fn show(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    match articles::find_by_slug(&visit.scope, visit.locale(), &slug).await? {
        Found::Here(article) => {
            let related = articles::related(&visit.scope, &article, RELATED).await?;
            page(&ArticlePage::of(&visit, &article, &related))
        }
        Found::Moved(article) => Ok(moved(&article.path(visit.locale())).into_response()),
    }
}

impl Choice {
    fn filter(&self) -> Filter {
        Filter {
            category: Some(self.category.clone()).filter(|category| !category.is_empty()),
            collectivity: None,
        }
    }
}

fn nothing() -> infitah_core::ground::paging::Page<ArticleCard> {
    infitah_core::ground::paging::Page {
        items: Vec::new(),
        cursors: Vec::new(),
        has_next: false,
        has_previous: false,
        total: 0,
    }
}

impl NewsPage {
    fn of(
        visit: &Visit,
        category: &str,
        is_known: bool,
        found: &infitah_core::ground::paging::Page<ArticleCard>,
    ) -> Self {
        let heading_key = if visit.is_network() { "network-news-title" } else { "public-news-of" };
        let page = visit.page(Room::News, "public-news-title");
        let heading = page.sited(heading_key);
        let page = page.about(heading.plain().to_owned());
        let empty_key = match (is_known, category, visit.is_network()) {
            (false, ..) => "public-news-category-unknown",
            (_, "", true) => "network-news-empty",
            (_, "", false) => "public-news-empty",
            _ => "public-news-empty-category",
        };
        Self {
            cards: Card::pictured(&page, visit.scope.hub(), &found.items),
            turns: Turns::of(&page.href("/news"), &[("category", category)], found),
            categories: &categories::ALL,
            category: category.to_owned(),
            total: found.total,
            empty_key,
            heading,
            page,
        }
    }
}

impl ArticlePage {
    fn of(visit: &Visit, article: &Article, related: &[ArticleCard]) -> Self {
        let mut page = visit.page(Room::News, "public-news-title").sample_if(article.is_sample);
        let title = page.titled(&article.titles);
        let summary = page.written(&article.summaries);
        page.title = title.plain().to_owned();
        page.description = summary.as_ref().map(|summary| summary.plain().to_owned()).unwrap_or_default();
        page.paths = page.site.locales.iter().map(|&locale| (locale, article.path(locale))).collect();
        let cover = article.cover.as_ref().map(|cover| Picture::in_public(cover, page.locale()));
        page.face = cover.as_ref().map(|cover| format!("{}{}", page.site.url, cover.src));
        let body = page.prose(&article.bodies);
        let published_on = article.published_at.map(calendar::day);
        let changed_on = calendar::day(article.updated_at);
        Self {
            language: language_name(&page, title.locale()),
            related: Card::pictured(&page, visit.scope.hub(), related),
            cover,
            category: article.category.clone(),
            updated_on: published_on
                .filter(|&day| day < changed_on && !article.is_sample)
                .map(|_| changed_on),
            published_on,
            title,
            summary,
            body,
            page,
        }
    }
}

/// What a language is called in the language in which the notice will stand.
pub(super) fn language_name(page: &Page, language: Locale) -> String {
    let words = infitah_i18n::Words::of(page.words.get("common-language-fallback").locale());
    words.plain(&format!("language-{}", language.code()), &[])
}

/// The latest articles of this site, or of all members on the network's.
pub(crate) async fn latest(visit: &Visit, items: u32) -> Result<Vec<ArticleCard>, Error> {
    let page = infitah_core::ground::paging::PageRequest::first(items);
    Ok(articles::list(&visit.scope, &Filter::default(), &page).await?.items)
}

//! Articles as lists show them: where each leads, and whose it is where several members meet.

use chrono::NaiveDate;
use infitah_core::ground::calendar;
use infitah_core::news::articles::ArticleCard;
use infitah_core::tenancy::hub::Hub;

use crate::layout::Page;
use crate::pictures::Picture;
use crate::words::Phrase;

/// An article in a list.
#[derive(Debug, Clone)]
pub(crate) struct Card {
    /// Where it leads: a path here, or an address at its member's.
    pub(crate) href: String,
    pub(crate) title: Phrase,
    pub(crate) summary: Option<Phrase>,
    pub(crate) category: Option<String>,
    pub(crate) published_on: Option<NaiveDate>,
    /// Whose it is, where the list holds those of several.
    pub(crate) member: Option<Phrase>,
    pub(crate) is_sample: bool,
    /// Its cover, where the list shows pictures and they are this site's.
    pub(crate) picture: Option<Picture>,
}

impl Card {
    /// An article in a list on this page.
    pub(crate) fn of(page: &Page, hub: &Hub, article: &ArticleCard) -> Self {
        let path = article.path(page.locale());
        let is_elsewhere = article.member_kind != page.site.kind;
        let shows_member = page.site.is_network() && is_elsewhere;
        Self {
            href: if shows_member {
                hub.url_of(article.member_kind, &article.member_slug) + &path
            } else {
                path
            },
            title: page.titled(&article.titles),
            summary: page.written(&article.summaries),
            category: article.category.clone(),
            published_on: article.published_at.map(calendar::day),
            member: shows_member.then(|| page.member(article.member_kind, &article.member_names)),
            is_sample: article.is_sample,
            picture: None,
        }
    }

    /// A list of articles on this page, with their covers: beside a title, a picture only adorns. Those of
    /// other sites are left out, for a page loads nothing from elsewhere.
    pub(crate) fn pictured(page: &Page, hub: &Hub, articles: &[ArticleCard]) -> Vec<Self> {
        let picture = |article: &ArticleCard| {
            let cover = article.cover.as_ref().filter(|_| article.member_kind == page.site.kind)?;
            Some(Picture::in_public(cover, page.locale()).adorning())
        };
        let cards = articles.iter().map(|article| (Self::of(page, hub, article), picture(article)));
        cards.map(|(card, picture)| Self { picture, ..card }).collect()
    }

    /// A list of articles on this page.
    pub(crate) fn all(page: &Page, hub: &Hub, articles: &[ArticleCard]) -> Vec<Self> {
        articles.iter().map(|article| Self::of(page, hub, article)).collect()
    }
}

/// Links to the neighbours of a page of a list.
#[derive(Debug, Clone, Default)]
pub(crate) struct Turns {
    /// The address of the page before.
    pub(crate) previous: Option<String>,
    /// The address of the page after.
    pub(crate) next: Option<String>,
}

impl Turns {
    /// The neighbours of a page of a list at `path`, whose filters are `filters`.
    pub(crate) fn of<T>(
        path: &str,
        filters: &[(&str, &str)],
        list: &infitah_core::ground::paging::Page<T>,
    ) -> Self {
        let address = |name: &str, cursor: &str| {
            let set = filters.iter().filter(|(_, value)| !value.is_empty());
            let pairs: Vec<String> =
                set.copied().chain([(name, cursor)]).map(|(name, value)| format!("{name}={value}")).collect();
            format!("{path}?{}", pairs.join("&"))
        };
        Self {
            previous: list
                .start_cursor()
                .filter(|_| list.has_previous)
                .map(|cursor| address("before", cursor)),
            next: list.end_cursor().filter(|_| list.has_next).map(|cursor| address("after", cursor)),
        }
    }
}

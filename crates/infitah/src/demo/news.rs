//! The news of the demonstration: what is real with its own dates, and samples dated backwards
//! from the day on which the demonstration is made.

use chrono::{DateTime, TimeDelta, Utc};
use infitah_core::ground::localised::Localised;
use infitah_core::news::articles::{ArticleInput, SeedArticle};

use super::chance::Chance;
use super::samples::{Article, Member, SampleArticle, Samples};

/// Sample articles of Fès, so that its lists have several pages.
const MANY: usize = 18;

/// The news of a member.
pub(crate) fn of_member(samples: &Samples, member: &Member, now: DateTime<Utc>) -> Vec<SeedArticle> {
    let mut chance = Chance::of(&format!("news {}", member.slug));
    let mut articles = real(samples, &member.slug);
    let fitting: Vec<&SampleArticle> = samples
        .sample_articles
        .articles
        .iter()
        .filter(|article| article.kinds.contains(&member.kind))
        .collect();
    let few = usize::try_from(chance.between(6, 10)).unwrap_or(6);
    let count = if member.slug == "fes" { MANY } else { few };
    let mut published_at = now;
    for article in chance.some_of(&fitting, count) {
        let back = TimeDelta::days(chance.between(4, 24)) + TimeDelta::minutes(chance.between(1, 600));
        published_at -= back;
        articles.push(sample(samples, article, member, published_at));
    }
    articles
}

/// The real news of a member or of the `network`.
pub(crate) fn real(samples: &Samples, slug: &str) -> Vec<SeedArticle> {
    samples.articles.iter().filter(|article| article.member == slug).map(known).collect()
}

fn known(article: &Article) -> SeedArticle {
    SeedArticle {
        input: ArticleInput {
            titles: article.title.clone(),
            summaries: article.summary.clone(),
            bodies: article.body_html.clone(),
            category: Some(article.category.clone()),
            slugs: article.slug.clone(),
            ..ArticleInput::default()
        },
        published_at: article.published_at,
        is_sample: false,
    }
}

fn sample(
    samples: &Samples,
    article: &SampleArticle,
    member: &Member,
    published_at: DateTime<Utc>,
) -> SeedArticle {
    let closing = &samples.sample_articles.closing_html;
    let named = |text: &Localised, escape: fn(&str) -> String| {
        Localised::new(text.iter().map(|(locale, text)| {
            let name = escape(member.full_names.text(locale));
            (locale, text.replace("{full_name}", &name))
        }))
    };
    let bodies = Localised::new(
        article.body_html.iter().map(|(locale, body)| (locale, format!("{body}{}", closing.text(locale)))),
    );
    SeedArticle {
        input: ArticleInput {
            slugs: Localised::new(article.title.locales().map(|locale| (locale, article.key.clone()))),
            titles: named(&article.title, str::to_owned).map(begun_by_capital),
            summaries: named(&article.summary, str::to_owned).map(begun_by_capital),
            bodies: named(&bodies, escaped),
            category: Some(article.category.clone()),
            ..ArticleInput::default()
        },
        published_at,
        is_sample: true,
    }
}

/// Names stand in lower case within sentences; one that begins a sentence gets its capital.
fn begun_by_capital(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

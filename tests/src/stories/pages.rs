//! Every kind of page in every language: its language and direction, one heading, nothing inline,
//! the way to the other languages. The same for what is shown when there is no page.

use std::collections::BTreeSet;

use infitah_core::tenancy::collectivities::{Kind, NewCollectivity, archive, create, suspend};
use infitah_core::tenancy::permission::Role;
use serde_json::json;

use crate::harness::members::{collectivity, plant_content};
use crate::harness::{Answer, Caller, TestApp};

const LANGUAGES: [(&str, &str); 4] = [("ar", "rtl"), ("fr", "ltr"), ("zgh", "ltr"), ("en", "ltr")];
/// What stands on every page of a sample, and nowhere else.
const SAMPLE: [(&str, &str); 2] = [
    ("fr", "Les données de cette page sont un exemple"),
    ("ar", "المعطيات المعروضة في هذه الصفحة عينة توضيحية"),
];

/// The kinds of pages of a member; the article is found by its address in the language.
async fn member_pages(caller: &Caller, language: &str) -> Vec<String> {
    let query =
        format!("{{ articles(first: 1) {{ nodes {{ url(locale: {}) }} }} }}", language.to_uppercase());
    let answer = caller.gql(&query, json!({})).await;
    let article =
        answer["data"]["articles"]["nodes"][0]["url"].as_str().unwrap_or_else(|| panic!("{answer}"));
    let article = article.split_once(&caller.host).expect("an address of this host").1.to_owned();
    let paths = [
        "",
        "news",
        "news?category=workshop",
        "programme",
        "programme/2026-2027",
        "programme/2026-2027?on=2026-06-01",
        "programme/2026-2027/changes",
        "programme/2026-2027/summary",
        "events",
        "events?year=2026",
        "programme/2026-2027/commitments/1",
        "programme/2026-2027/commitments/1?on=2026-06-01",
        "about",
        "privacy",
        "subscribe",
    ];
    paths.iter().map(|path| format!("/{language}/{path}")).chain([article]).collect()
}

fn network_pages(language: &str) -> Vec<String> {
    let paths = [
        "",
        "members",
        "members?kind=commune",
        "members?region=03",
        "events",
        "events?year=2026&kind=commune&region=03",
        "news",
        "progress",
        "privacy",
        "subscribe",
    ];
    paths.iter().map(|path| format!("/{language}/{path}")).collect()
}

/// What is inside each tag of a page.
fn tags(page: &str) -> impl Iterator<Item = &str> {
    page.split('<').skip(1).filter_map(|rest| rest.split('>').next())
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next()
}

/// Whether a page is well made, whatever it shows.
fn judge(what: &str, answer: &Answer, language: &str, direction: &str) {
    let page = answer.text();
    assert!(answer.header("content-type").starts_with("text/html; charset=utf-8"), "{what}: {answer:?}");
    assert!(page.to_ascii_lowercase().trim_start().starts_with("<!doctype html>"), "{what}: {page:.80}");
    let html = tags(&page).find(|tag| tag.starts_with("html")).unwrap_or("");
    assert_eq!(attribute(html, "lang"), Some(language), "{what}");
    assert_eq!(attribute(html, "dir"), Some(direction), "{what}");
    assert_eq!(page.matches("<h1").count(), 1, "{what}: one heading of the first level");
    let title =
        page.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap_or("").trim();
    assert!(!title.is_empty(), "{what}: a title");
    assert_eq!(page.matches("<main").count(), 1, "{what}: one main part");
    assert!(page.contains("name=\"viewport\""), "{what}: made for small screens");
    assert!(!page.contains("<style") && !page.contains("javascript:"), "{what}");
    let mut ids = BTreeSet::new();
    for tag in tags(&page) {
        assert_eq!(attribute(tag, "style"), None, "{what}: {tag}");
        let handler =
            tag.split_ascii_whitespace().skip(1).any(|word| word.starts_with("on") && word.contains('='));
        assert!(!handler, "{what}: {tag}");
        assert!(!tag.starts_with("script") || attribute(tag, "src").is_some(), "{what}: {tag}");
        assert!(!tag.starts_with("img ") || attribute(tag, "alt").is_some(), "{what}: {tag}");
        if let Some(id) = attribute(tag, "id") {
            assert!(ids.insert(id.to_owned()), "{what}: the id {id} twice");
        }
        for outside in ["src", "href"].into_iter().filter_map(|name| attribute(tag, name)) {
            let loads =
                tag.starts_with("script") || tag.starts_with("img") || tag.contains("rel=\"stylesheet\"");
            assert!(!loads || outside.starts_with('/') || outside.starts_with("data:"), "{what}: {tag}");
        }
    }
    for word in ["{{", "{%", "MISSING", "\u{fffd}"] {
        assert!(!page.contains(word), "{what}: {word}");
    }
}

/// The other languages, for machines and for people.
fn judge_languages(what: &str, page: &str, language: &str) {
    for (other, _) in LANGUAGES {
        let is_alternate = |tag: &&str| {
            tag.starts_with("link")
                && tag.contains("rel=\"alternate\"")
                && attribute(tag, "hreflang") == Some(other)
        };
        let alternate =
            tags(page).find(is_alternate).unwrap_or_else(|| panic!("{what}: no alternate in {other}"));
        let address = attribute(alternate, "href").unwrap_or("");
        assert!(
            address.starts_with("http") && address.contains(&format!("/{other}/")),
            "{what}: {alternate}"
        );
        let leads = |tag: &&str| {
            tag.starts_with("a ")
                && attribute(tag, "href").is_some_and(|href| href.contains(&format!("/{other}/")))
                && (attribute(tag, "hreflang") == Some(other) || attribute(tag, "lang") == Some(other))
        };
        assert!(other == language || tags(page).any(|tag| leads(&tag)), "{what}: no way to {other}");
    }
}

#[tokio::test]
async fn pages_of_a_member_are_well_made_in_every_language() {
    let app = TestApp::with_articles(14).await;
    let fes = app.anyone("fes");
    for (language, direction) in LANGUAGES {
        for path in member_pages(&fes, language).await {
            let answer = fes.get(&path).await.must(200);
            judge(&path, &answer, language, direction);
            judge_languages(&path, &answer.text(), language);
            for (_, words) in SAMPLE {
                assert!(!answer.text().contains(words), "{path} calls real data a sample");
            }
        }
    }
}

#[tokio::test]
async fn pages_of_the_network_are_well_made_in_every_language() {
    let app = TestApp::with_articles(14).await;
    let network = app.anyone("");
    for (language, direction) in LANGUAGES {
        for path in network_pages(language) {
            let answer = network.get(&path).await.must(200);
            judge(&path, &answer, language, direction);
            judge_languages(&path, &answer.text(), language);
        }
        let moved = network.get(&format!("/{language}/members/fes")).await;
        assert!((300..400).contains(&moved.status), "{}", moved.text());
        assert!(moved.header("location").starts_with("http://fes.localhost"), "{}", moved.header("location"));
    }
}

#[tokio::test]
async fn empty_sites_are_well_made_too() {
    let app = TestApp::new().await;
    create(&app.hub, collectivity("empty", Kind::Commune, None, "فارغة", "Vide")).await.unwrap();
    let empty = app.anyone("empty");
    for (language, direction) in LANGUAGES {
        for path in ["", "news", "news?category=council", "programme", "about", "privacy", "subscribe"] {
            let path = format!("/{language}/{path}");
            judge(&path, &empty.get(&path).await.must(200), language, direction);
        }
        for feed in ["feed.atom", "feed.rss", "feed.json"] {
            empty.get(&format!("/{language}/{feed}")).await.must(200);
        }
    }
}

#[tokio::test]
async fn what_is_no_page_is_told_on_a_good_page() {
    let app = TestApp::new().await;
    let closed =
        |slug: &'static str| create(&app.hub, collectivity(slug, Kind::Commune, None, "مغلقة", "Fermée"));
    closed("suspended").await.unwrap();
    closed("archived").await.unwrap();
    suspend(&app.hub, "suspended").await.unwrap();
    archive(&app.hub, "archived").await.unwrap();
    for (language, direction) in LANGUAGES {
        for (slug, path, status) in [
            ("fes", "nothing", 404),
            ("fes", "news/nothing", 404),
            ("fes", "programme/1990-1991", 404),
            ("fes", "subscribe/confirm/nothing", 404),
            ("", "nothing", 404),
            ("suspended", "news", 503),
            ("archived", "news", 410),
            ("nowhere", "", 404),
        ] {
            let path = format!("/{language}/{path}");
            let answer = app.anyone(slug).get(&path).await.must(status);
            judge(&format!("{slug}{path}"), &answer, language, direction);
        }
    }
}

#[tokio::test]
async fn forms_that_come_back_are_well_made() {
    let app = TestApp::new().await;
    let fes = app.anyone("fes");
    for (language, direction) in LANGUAGES {
        let path = format!("/{language}/subscribe");
        let refused = fes.post_form(&path, &[("email", "\"><script>alert(1)</script>")]).await.must(422);
        judge(&path, &refused, language, direction);
        assert!(!refused.text().contains("<script>alert"), "{path}");
        let taken = fes.post_form(&path, &[("email", "amina@example.org")]).await.must(200);
        judge(&path, &taken, language, direction);
    }
}

#[tokio::test]
async fn office_is_well_made() {
    let app = TestApp::new().await;
    for (language, direction) in LANGUAGES {
        for slug in ["fes", ""] {
            let caller = app.anyone(slug).with("accept-language", language);
            judge("sign-in", &caller.get("/office/sign-in").await.must(200), language, direction);
            let wrong =
                caller.post_form("/office/sign-in", &[("email", "x@example.org"), ("password", "y")]).await;
            judge("sign-in again", &wrong.must(401), language, direction);
        }
    }
    let editor = app.staff("fes", Role::Editor).await;
    let form = [("title_ar", "خبر"), ("body_ar", "نص")];
    let article = editor.post_form("/office/articles", &form).await.must(303);
    let article = article.header("location").split('?').next().unwrap().to_owned();
    let paths =
        ["/office/articles", "/office/articles/new", &article, &format!("{article}/preview?locale=ar")];
    for path in paths {
        // The account speaks Arabic, whatever the browser says.
        let caller = editor.clone().with("accept-language", "fr");
        judge(path, &caller.get(path).await.must(200), "ar", "rtl");
    }
    judge("refused", &editor.post_form("/office/articles", &[("title_ar", "")]).await.must(422), "ar", "rtl");
    let coordinator = app.staff("", Role::Coordinator).await;
    judge("dashboard", &coordinator.get("/office/dashboard").await.must(200), "ar", "rtl");
}

#[tokio::test]
async fn outbox_of_the_demonstration_is_well_made() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    judge("outbox", &editor.get("/office/outbox").await.must(200), "ar", "rtl");
}

#[tokio::test]
async fn sample_says_so_on_every_page() {
    let app = TestApp::new().await;
    let new = NewCollectivity {
        is_sample: true,
        ..collectivity("tata", Kind::Commune, Some("09"), "طاطا", "Tata")
    };
    let tata = create(&app.hub, new).await.unwrap();
    plant_content(&app.hub, &tata, 2).await;
    let caller = app.anyone("tata");
    for (language, words) in SAMPLE {
        for path in member_pages(&caller, language).await {
            let page = caller.get(&path).await.must(200).text();
            assert!(page.contains(words), "{path} does not say that it is a sample");
        }
        let members = app.anyone("").get(&format!("/{language}/members")).await.must(200).text();
        let badge = if language == "fr" { ">Exemple</span>" } else { ">عينة توضيحية</span>" };
        assert_eq!(members.matches(badge).count(), 1, "the list of members tells one sample");
    }
}

//! Reading news on a member's site and on the network's.

use crate::harness::TestApp;
use crate::harness::members::canary;

#[tokio::test]
async fn arabic_list_is_right_to_left_and_pages() {
    let app = TestApp::with_articles(15).await;
    let fes = app.anyone("fes");

    let first = fes.get("/ar/news").await.must(200).text();
    assert!(first.contains("<html lang=\"ar\" dir=\"rtl\""), "{first}");
    assert!(first.contains("خبر 0") && first.contains("خبر 11") && !first.contains("خبر 12"));
    let next = link_after(&first, "rel=\"next\"");
    let second = fes.get(&next).await.must(200).text();
    assert!(second.contains("خبر 12") && second.contains("خبر 14") && !second.contains("خبر 11"));
}

#[tokio::test]
async fn category_filters_the_list() {
    let app = TestApp::new().await;
    let page = app.anyone("fes").get("/fr/news?category=council").await.must(200).text();
    assert!(page.contains("Nouvelle 1") && !page.contains("Nouvelle 0") && !page.contains("Nouvelle 2"));
}

#[tokio::test]
async fn article_is_found_by_its_slug_and_moves_between_languages() {
    let app = TestApp::new().await;
    let fes = app.anyone("fes");
    let page = fes.get("/fr/news/nouvelle-0-canaryfes").await.must(200).text();
    assert!(page.contains("Nouvelle 0 canaryfes") && page.contains("dir=\"ltr\""));
    assert!(page.contains("hreflang=\"ar\""));

    let moved = fes.get("/ar/news/nouvelle-0-canaryfes").await.must(308);
    assert!(moved.header("location").starts_with("/ar/news/%D8%AE"), "{}", moved.header("location"));
    let arabic = fes.get(moved.header("location")).await.must(200).text();
    assert!(arabic.contains("خبر 0"));
}

#[tokio::test]
async fn missing_language_falls_back_visibly() {
    let app = TestApp::new().await;
    let page = app.anyone("fes").get("/en/news").await.must(200).text();
    assert!(page.contains("<html lang=\"en\" dir=\"ltr\""));
    assert!(page.contains("lang=\"fr\""), "French titles on an English page say so");
}

#[tokio::test]
async fn what_is_elsewhere_does_not_exist_here() {
    let app = TestApp::new().await;
    let agadir = app.anyone("agadir");
    agadir.get("/fr/news/nouvelle-0-canaryfes").await.must(404);
    for path in [
        "/fr/news/unknown",
        "/fr/news/..%2Fetc",
        "/fr/news/%00",
        "/fr/news/%E2%80%AEx",
        "/xx/news",
        "/fr/nothing",
    ] {
        let page = agadir.get(path).await.must(404).text();
        assert!(!page.contains(&canary("fes")), "{path}");
    }
}

#[tokio::test]
async fn network_shows_news_of_all_members() {
    let app = TestApp::new().await;
    let page = app.anyone("").get("/fr/news").await.must(200).text();
    assert!(page.contains("canaryfes") && page.contains("canaryagadir"));
    assert!(page.contains(&format!("http://fes.localhost:{}/fr/news/", app.address.port())));
}

#[tokio::test]
async fn unchanged_page_is_not_sent_again() {
    let app = TestApp::new().await;
    let first = app.anyone("fes").get("/ar/news").await.must(200);
    let tag = first.header("etag").to_owned();
    assert!(!tag.is_empty());
    let again = app.anyone("fes").with("if-none-match", &tag).get("/ar/news").await.must(304);
    assert!(again.body.is_empty());
    app.anyone("agadir").with("if-none-match", &tag).get("/ar/news").await.must(200);
}

/// The target of the link whose tag holds `mark`.
fn link_after(page: &str, mark: &str) -> String {
    let place = page.find(mark).unwrap_or_else(|| panic!("no {mark}: {page}"));
    let start = page[..place].rfind('<').unwrap();
    let tag = &page[start..start + page[start..].find('>').unwrap()];
    let href = tag.split("href=\"").nth(1).unwrap().split('"').next().unwrap();
    href.replace("&#38;", "&").replace("&amp;", "&")
}

//! Feeds and the small files at the root, read by another program than ours.

use crate::harness::TestApp;

#[tokio::test]
async fn feeds_are_read_by_another_program() {
    let app = TestApp::with_articles(25).await;
    for (path, media) in [
        ("/ar/feed.atom", "application/atom+xml"),
        ("/ar/feed.rss", "application/rss+xml"),
        ("/ar/feed.json", "application/feed+json"),
    ] {
        let answer = app.anyone("fes").get(path).await.must(200);
        assert!(answer.header("content-type").starts_with(media), "{path}");
        let feed =
            feed_rs::parser::parse(answer.body.as_slice()).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(feed.entries.len(), 20, "{path}");
        let first = &feed.entries[0];
        assert!(first.title.as_ref().unwrap().content.contains("خبر 0"), "{path}");
        assert!(first.links[0].href.starts_with("http://fes.localhost:"), "{path}");
        assert!(!answer.text().contains("canaryagadir"), "{path}");
        app.anyone("fes").with("if-none-match", answer.header("etag")).get(path).await.must(304);
    }
}

#[tokio::test]
async fn robots_sitemap_and_security_contact_are_there() {
    let app = TestApp::new().await;
    let fes = app.anyone("fes");
    let robots = fes.get("/robots.txt").await.must(200).text();
    assert!(robots.contains("/sitemap.xml"));
    let sitemap = fes.get("/sitemap.xml").await.must(200).text();
    assert!(
        sitemap.contains("/ar/news/")
            && sitemap.contains("hreflang=\"fr\"")
            && !sitemap.contains("canaryagadir")
    );
    let contact = fes.get("/.well-known/security.txt").await.must(200).text();
    assert!(contact.contains("Contact:") && contact.contains("Expires: 2027-"), "{contact}");
}

#[tokio::test]
async fn health_answers_on_every_host() {
    let app = TestApp::new().await;
    for host in ["fes", "nowhere"] {
        app.anyone(host).get("/healthz").await.must(200);
        app.anyone(host).get("/readyz").await.must(200);
    }
}

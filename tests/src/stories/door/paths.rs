//! Addresses: languages, broken encodings, things that are too long, HEAD and what did not change.

use reqwest::Method;

use crate::harness::{TestApp, wire};

#[tokio::test]
async fn root_leads_to_a_language() {
    let app = TestApp::new().await;
    for (accepted, cookie, target) in [
        ("", "", "/ar/"),
        ("fr", "", "/fr/"),
        ("de, en;q=0.5", "", "/en/"),
        ("de", "", "/ar/"),
        ("fr", "infitah-locale=en", "/en/"),
        ("fr", "infitah-locale=xx", "/fr/"),
        ("zgh", "", "/zgh/"),
    ] {
        for slug in ["fes", ""] {
            let caller = app.anyone(slug).with("accept-language", accepted).with("cookie", cookie);
            let answer = caller.get("/").await.must(302);
            assert_eq!(answer.header("location"), target, "{slug} {accepted} {cookie}");
            assert!(answer.header("vary").to_lowercase().contains("accept-language"), "{answer:?}");
        }
    }
    let complete = app.anyone("fes").get("/ar").await.must(308);
    assert_eq!(complete.header("location"), "/ar/");
}

#[tokio::test]
async fn unknown_languages_are_no_pages() {
    let app = TestApp::new().await;
    for slug in ["fes", ""] {
        for path in ["/xx", "/xx/", "/AR/news", "/ara/news", "/de/", "/ar-MA/", "/..%2F/news", "/%00/"] {
            app.anyone(slug).get(path).await.must(404);
        }
    }
}

#[tokio::test]
async fn broken_addresses_are_not_found() {
    let app = TestApp::new().await;
    let host = app.anyone("fes").host;
    let long = format!("/fr/news/{}", "a".repeat(20_000));
    for target in [
        &b"/fr/news/%zz"[..],
        b"/fr/news/%",
        b"/fr/news/%ff",
        b"/fr/news/%c3%28",
        b"/fr/news/%00",
        b"/fr/news/a%00b",
        b"/fr/news/%0d%0aset-cookie:x=y",
        b"/fr/news/%E2%80%AE",
        b"/fr/news/\xff\xfe",
        b"/%ff/news",
        b"/fr/%2e%2e/%2e%2e/etc/passwd",
        b"//evil.example/fr/",
        b"/fr//news",
        b"/fr/programme/%ff",
        b"/fr/programme/2026-2027/commitments/%ff",
        b"/fr/programme/2026-2027/commitments/-1",
        b"/fr/programme/2026-2027/commitments/0",
        b"/fr/programme/2026-2027/commitments/99999999999999999999",
        b"/fr/programme/2026-2027/commitments/1e0",
        b"/fr/programme/%00/commitments/1",
        b"/fr/subscribe/confirm/%ff",
        b"/fr/subscribe/confirm/%00",
        b"/fr/unsubscribe/%00",
        b"/office/invitation/%00",
        b"/office/invitation/%ff",
        b"/assets/%2e%2e/%2e%2e/Cargo.toml",
        b"/assets/nothing.css",
        long.as_bytes(),
    ] {
        let answer = wire::get(app.address, &host, target).await;
        let status = wire::status(&answer);
        assert!(matches!(status, 400 | 404 | 414), "{}: {answer:.400}", String::from_utf8_lossy(target));
        assert!(!answer.to_lowercase().contains("\r\nset-cookie:"), "{answer:.400}");
    }
}

#[tokio::test]
async fn strange_parameters_are_no_fault_of_ours() {
    let app = TestApp::new().await;
    let values = ["%ff", "%00", "%zz", "%", "%E2%80%AE", "'", "-1", "99999999999999999999", "AAAA", "%D9%85"];
    for (slug, paths) in [
        ("fes", &["/fr/news", "/fr/", "/fr/programme", "/fr/feed.atom"][..]),
        ("", &["/fr/news", "/fr/members", "/fr/progress", "/fr/feed.json"]),
    ] {
        let host = app.anyone(slug).host;
        for path in paths {
            for name in ["after", "before", "category", "kind", "region", "cohort", "q"] {
                for value in values {
                    let target = format!("{path}?{name}={value}");
                    let answer = wire::get(app.address, &host, target.as_bytes()).await;
                    let status = wire::status(&answer);
                    assert!((200..500).contains(&status), "{slug} {target}: {answer:.400}");
                }
            }
        }
    }
}

#[tokio::test]
async fn broken_requests_are_refused_or_closed() {
    let app = TestApp::new().await;
    let host = app.anyone("fes").host;
    for request in [
        "GET /fr/ HTTP/1.1\r\nConnection: close\r\n\r\n".to_owned(),
        format!("GET /fr/ HTTP/1.1\r\nHost: {host}\r\nHost: agadir.localhost\r\nConnection: close\r\n\r\n"),
        "GET /fr/ HTTP/1.1\r\nHost: fes.localhost:x\r\nConnection: close\r\n\r\n".to_owned(),
        format!(
            "GET /fr/ HTTP/1.1\r\nHost: {host}\r\nX: {}\r\nConnection: close\r\n\r\n",
            "a".repeat(500_000)
        ),
        format!("GET fr HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"),
        format!("GET /fr/ HTTP/9.9\r\nHost: {host}\r\nConnection: close\r\n\r\n"),
        "hello\r\n\r\n".to_owned(),
        format!("POST /graphql HTTP/1.1\r\nHost: {host}\r\nContent-Length: -1\r\nConnection: close\r\n\r\n"),
        format!(
            "POST /graphql HTTP/1.1\r\nHost: {host}\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n{{}}"
        ),
    ] {
        let answer = wire::send(app.address, request.as_bytes()).await;
        let status = wire::status(&answer);
        assert!(status == 0 || (400..500).contains(&status), "{request:.80}: {answer:.300}");
        assert!(!answer.contains("canary"), "{request:.80}");
    }
    app.anyone("fes").get("/fr/").await.must(200);
}

#[tokio::test]
async fn head_is_get_without_a_body() {
    let app = TestApp::new().await;
    for (slug, path) in [
        ("fes", "/fr/"),
        ("fes", "/ar/news"),
        ("fes", "/fr/feed.atom"),
        ("", "/fr/members"),
        ("fes", "/robots.txt"),
    ] {
        let caller = app.anyone(slug);
        let head = caller.send(Method::HEAD, path, None, Vec::new()).await.must(200);
        let get = caller.get(path).await.must(200);
        assert!(head.body.is_empty() && !get.body.is_empty(), "{path}");
        for name in ["etag", "content-type", "content-length", "cache-control"] {
            assert_eq!(head.header(name), get.header(name), "{path} {name}");
        }
        let tag = get.header("etag").to_owned();
        let unchanged =
            caller.clone().with("if-none-match", &tag).send(Method::HEAD, path, None, Vec::new()).await;
        assert_eq!(unchanged.status, 304, "{path}");
    }
    app.anyone("fes").send(Method::HEAD, "/fr/nothing", None, Vec::new()).await.must(404);
}

#[tokio::test]
async fn what_did_not_change_is_not_sent_again() {
    let app = TestApp::new().await;
    for (slug, path) in [
        ("fes", "/fr/"),
        ("fes", "/ar/programme"),
        ("fes", "/sitemap.xml"),
        ("", "/fr/"),
        ("", "/ar/progress"),
    ] {
        let caller = app.anyone(slug);
        let first = caller.get(path).await.must(200);
        let tag = first.header("etag").to_owned();
        assert!(tag.starts_with('"') && tag.ends_with('"'), "{path}: {tag}");
        for sent in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()] {
            let again = caller.clone().with("if-none-match", &sent).get(path).await.must(304);
            assert!(again.body.is_empty());
            assert_eq!(again.header("etag"), tag, "{path}");
            assert!(!again.header("cache-control").is_empty(), "{path}");
        }
        caller.clone().with("if-none-match", "\"other\"").get(path).await.must(200);
    }
}

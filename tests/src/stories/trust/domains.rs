//! A domain of a member's own: asked for, refused while it leads elsewhere, taken when it leads here,
//! and given up.

use infitah_core::tenancy::domains;
use infitah_core::tenancy::permission::Role;

use crate::harness::TestApp;

const PATH: &str = "/office/settings/domain";

#[tokio::test]
async fn domain_leads_to_the_site_once_it_leads_here() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    let port = app.address.port();
    let at_own = app.at_host(&format!("fes.example.ma:{port}"));
    at_own.get("/ar/news").await.must(404);

    for bad in ["", "fes", "agadir.localhost", "localhost", "192.0.2.1", "a b.ma"] {
        let refused = admin.post_form(PATH, &[("domain", bad)]).await.must(422).text();
        assert!(refused.contains("domain_error"), "{bad}: {refused}");
    }
    admin.post_form(PATH, &[("domain", "elsewhere.example.ma")]).await.must(303);
    let refused = admin.post_form(PATH, &[("then", "check")]).await.must(422).text();
    assert!(refused.contains("198.51.100.7"), "{refused}");
    admin.post_form(PATH, &[("domain", "nowhere.example.ma")]).await.must(303);
    admin.post_form(PATH, &[("then", "check")]).await.must(422);

    admin.post_form(PATH, &[("domain", "FES.example.ma.")]).await.must(303);
    let page = admin.get(PATH).await.must(200).text();
    assert!(page.contains("fes.localhost") && page.contains("192.0.2.1"), "the record to set: {page}");
    at_own.get("/ar/news").await.must(404);
    admin.post_form(PATH, &[("then", "check")]).await.must(303);
    let news = at_own.get("/ar/news").await.must(200).text();
    assert!(
        news.contains("canaryfes") && news.contains(&format!("http://fes.localhost:{port}/ar/news")),
        "{news}"
    );
    // Sign-ins are bound to the one host that every member has.
    let office = at_own.get("/office/articles").await.must(302);
    assert_eq!(office.header("location"), format!("http://fes.localhost:{port}/office/articles"));

    let neighbour = app.staff("agadir", Role::Admin).await;
    neighbour.post_form(PATH, &[("domain", "fes.example.ma")]).await.must(422);
    neighbour.post_form(PATH, &[("then", "remove"), ("domain", "fes.example.ma")]).await.must(404);

    admin.post_form(PATH, &[("then", "remove"), ("domain", "fes.example.ma")]).await.must(303);
    at_own.get("/ar/news").await.must(404);
    app.anyone("fes").get("/ar/news").await.must(200);
    admin.post_form(PATH, &[("then", "remove"), ("domain", "fes")]).await.must(404);
}

#[tokio::test]
async fn operator_adds_a_domain_by_word() {
    let app = TestApp::new().await;
    let scope = app.hub.system_scope(app.fes.clone(), "collectivity domain add");
    domains::add(&scope, "www.fes.example.ma").await.unwrap();
    let at_own = app.at_host("www.fes.example.ma");
    assert!(at_own.get("/ar/news").await.must(200).text().contains("canaryfes"));
    let other = app.hub.system_scope(app.agadir.clone(), "collectivity domain add");
    assert!(domains::add(&other, "www.fes.example.ma").await.is_err());
    domains::remove(&scope, "www.fes.example.ma").await.unwrap();
    at_own.get("/ar/news").await.must(404);
}

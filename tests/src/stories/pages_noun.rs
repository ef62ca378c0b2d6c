//! Pages that stay: written, shown in the menu in their order, found under old addresses, taken back;
//! the focal point does not write them and the neighbour finds nothing.

use infitah_core::tenancy::permission::Role;

use super::publishing::version_of;
use crate::harness::{Caller, TestApp};

/// Writes a page and makes it public; the path of its desk.
async fn published(editor: &Caller, ar: &str, fr: &str) -> String {
    let form = [
        ("title_ar", ar),
        ("title_fr", fr),
        ("body_ar", "نص"),
        ("body_fr", "Un <script>x</script>texte"),
        ("in_menu", "yes"),
        ("then", "publish"),
    ];
    let saved = editor.post_form("/office/pages", &form).await.must(303);
    assert!(saved.header("location").ends_with("?done=page-published"), "{}", saved.header("location"));
    saved.header("location").split('?').next().unwrap().to_owned()
}

/// The entries of the menu of a page.
fn menu(page: &str) -> Vec<String> {
    let nav = page.split("class=\"site-nav\"").nth(1).unwrap().split("</nav>").next().unwrap().to_owned();
    nav.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn pages_stand_in_the_menu_in_their_order() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let reader = app.anyone("fes");
    let fixed = menu(&reader.get("/fr/").await.must(200).text()).len();
    let services = published(&editor, "الخدمات", "Services").await;
    published(&editor, "من نحن", "Qui sommes-nous").await;
    let page = reader.get("/fr/pages/services").await.must(200).text();
    assert!(page.contains("Un texte") && page.contains("<h1>Services</h1>"), "{page}");
    let shown = menu(&page);
    assert_eq!(shown[fixed..], ["/fr/pages/services", "/fr/pages/qui-sommes-nous"]);
    assert_eq!(page.matches("href=\"/fr/pages/services\" aria-current=\"page\"").count(), 1, "{page}");
    editor.post_form(&format!("{services}/down"), &[]).await.must(303);
    editor.post_form(&format!("{services}/down"), &[]).await.must(303);
    let home = reader.get("/fr/").await.must(200).text();
    assert_eq!(menu(&home)[fixed..], ["/fr/pages/qui-sommes-nous", "/fr/pages/services"]);
    assert_eq!(menu(&reader.get("/zgh/").await.text())[fixed..].len(), 2, "by their Arabic titles");
    assert!(reader.get("/sitemap.xml").await.must(200).text().contains("/fr/pages/services"));

    // Out of the menu it keeps its page; taken back it has none.
    let version = version_of(&editor, &services).await;
    let form = [("version", version.as_str()), ("title_ar", "الخدمات"), ("body_ar", "نص"), ("slug_ar", "")];
    editor.post_form(&services, &form).await.must(303);
    let home = reader.get("/ar/").await.must(200).text();
    assert_eq!(menu(&home)[fixed..].len(), 1);
    reader.get("/ar/pages/الخدمات").await.must(200);
    let version = version_of(&editor, &services).await;
    editor.post_form(&format!("{services}/take-back"), &[("version", &version)]).await.must(303);
    reader.get("/ar/pages/الخدمات").await.must(404);
    assert_eq!(
        menu(&app.anyone("agadir").get("/fr/").await.text()).len(),
        fixed,
        "the neighbour has its own"
    );
    app.anyone("agadir").get("/fr/pages/qui-sommes-nous").await.must(404);
}

#[tokio::test]
async fn old_addresses_of_a_page_lead_to_the_new_one() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let path = published(&editor, "الخدمات", "Services").await;
    let version = version_of(&editor, &path).await;
    let form = [
        ("version", version.as_str()),
        ("title_ar", "الخدمات"),
        ("body_ar", "نص"),
        ("title_fr", "Services"),
        ("slug_fr", "nos-services"),
    ];
    editor.post_form(&path, &form).await.must(303);
    let moved = app.anyone("fes").get("/fr/pages/services").await.must(308);
    assert_eq!(moved.header("location"), "/fr/pages/nos-services");
    app.anyone("fes").get("/fr/pages/nos-services").await.must(200);
    // Another page does not get the address that redirects.
    let other = [("title_ar", "أخرى"), ("body_ar", "نص"), ("title_fr", "Services"), ("slug_fr", "services")];
    let refused = editor.post_form("/office/pages", &other).await.must(422).text();
    assert!(refused.contains("id=\"slug_fr_error\"") && refused.contains("value=\"أخرى\""), "{refused}");
}

#[tokio::test]
async fn two_who_write_a_page_at_once_see_both_versions() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let path = published(&editor, "الخدمات", "Services").await;
    let version = version_of(&editor, &path).await;
    let form = |body| [("version", version.as_str()), ("title_ar", "الخدمات"), ("body_ar", body)];
    editor.post_form(&path, &form("الأول")).await.must(303);
    let both = editor.post_form(&path, &form("الثاني")).await.must(409).text();
    assert!(both.contains("<p>الأول</p>") && both.contains("الثاني"), "{both}");
    assert!(app.anyone("fes").get("/ar/pages/الخدمات").await.text().contains("الأول"));
    let again = version_of(&editor, &path).await;
    let form = [("version", again.as_str()), ("title_ar", ""), ("title_fr", "Services"), ("body_ar", "")];
    let refused = editor.post_form(&path, &form).await.must(422).text();
    assert!(refused.contains("id=\"title_ar_error\""), "what is public stays complete: {refused}");
}

#[tokio::test]
async fn focal_point_and_neighbour_cannot_touch_a_page() {
    let app = TestApp::new().await;
    let path = published(&app.staff("fes", Role::Admin).await, "الخدمات", "Services").await;
    let focal = app.staff("fes", Role::FocalPoint).await;
    focal.get("/office/pages").await.must(403);
    focal.post_form(&format!("{path}/up"), &[]).await.must(403);
    let neighbour = app.staff("agadir", Role::Admin).await;
    for verb in ["", "/take-back", "/up", "/down"] {
        let form = [("version", "2"), ("title_ar", "x"), ("body_ar", "x")];
        neighbour.post_form(&format!("{path}{verb}"), &form).await.must(404);
    }
    neighbour.get(&path).await.must(404);
    // The network has pages of its own.
    let coordinator = app.staff("", Role::Coordinator).await;
    published(&coordinator, "عن الشبكة", "Le réseau").await;
    assert!(app.anyone("").get("/fr/").await.must(200).text().contains("/fr/pages/le-reseau"));
    app.anyone("").get("/fr/pages/services").await.must(404);
}

#[tokio::test]
async fn page_that_is_typed_and_not_saved_is_brought_back_to_who_typed_it() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    let editor = app.staff("fes", Role::Editor).await;
    let key = "0193a000-0000-7000-8000-00000000000a";
    let typed = [("key", key), ("title_ar", "صفحة لم تحفظ"), ("body_ar", "نص"), ("in_menu", "")];
    admin.post_form("/office/pages/autosave", &typed).await.must(200);
    let list = admin.get("/office/pages").await.must(200).text();
    assert!(
        list.contains(&format!("/office/pages/new?key={key}")) && list.contains("صفحة لم تحفظ"),
        "{list}"
    );
    assert!(!admin.get("/office/articles").await.must(200).text().contains("صفحة لم تحفظ"));
    let form = admin.get(&format!("/office/pages/new?key={key}")).await.must(200).text();
    assert!(form.contains("value=\"صفحة لم تحفظ\"") && !form.contains("value=\"yes\" checked"), "{form}");
    for other in [&editor, &app.staff("agadir", Role::Admin).await] {
        let form = other.get(&format!("/office/pages/new?key={key}")).await.must(200).text();
        assert!(!form.contains("صفحة لم تحفظ"), "{form}");
    }
    // An article is not brought back as a page, nor a page as an article.
    let form = admin.get(&format!("/office/articles/new?key={key}")).await.must(200).text();
    assert!(!form.contains("صفحة لم تحفظ"), "{form}");
    let saved = admin.post_form("/office/pages", &typed).await.must(303);
    let path = saved.header("location").split('?').next().unwrap().to_owned();
    assert!(!admin.get("/office/pages").await.must(200).text().contains(key), "saved is not unsaved");

    // Of a stored page: brought back with its version, so that what changed meanwhile is seen.
    let id = path.rsplit('/').next().unwrap();
    let again = [("key", id), ("version", "1"), ("title_ar", "عنوان لم يحفظ"), ("body_ar", "نص")];
    admin.post_form("/office/pages/autosave", &again).await.must(200);
    assert!(admin.get(&path).await.must(200).text().contains("عنوان لم يحفظ"));
    let theirs = [("version", "1"), ("title_ar", "عنوان آخر"), ("body_ar", "نص")];
    editor.post_form(&path, &theirs).await.must(303);
    let form = admin.get(&path).await.must(200).text();
    assert!(form.contains("name=\"version\" value=\"1\"") && form.contains("عنوان لم يحفظ"), "{form}");
    let mine = [("version", "1"), ("title_ar", "عنوان لم يحفظ"), ("body_ar", "نص")];
    let conflict = admin.post_form(&path, &mine).await.must(409).text();
    assert!(
        conflict.contains("عنوان آخر") && conflict.contains("name=\"version\" value=\"2\""),
        "{conflict}"
    );
    let thrown = admin.post_form("/office/pages/discard", &[("key", id), ("version", "1")]).await.must(303);
    assert!(thrown.header("location").starts_with(&path));
    assert!(!admin.get(&path).await.must(200).text().contains("عنوان لم يحفظ"));

    let focal = app.staff("fes", Role::FocalPoint).await;
    focal.post_form("/office/pages/autosave", &typed).await.must(403);
    admin.post_form("/office/pages/autosave", &[("key", "x")]).await.must(422);
}

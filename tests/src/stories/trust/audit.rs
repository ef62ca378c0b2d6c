//! The audit in the office: sentences with before and after, where from, searched, paged, taken
//! along and checked, and closed to those who may not read it.

use infitah_core::tenancy::permission::Role;
use infitah_core::trust::audit;

use crate::harness::databases::{is_postgres, psql, url_of};
use crate::harness::{Caller, TestApp};
use crate::stories::library::desk::{kept, photograph};
use crate::stories::publishing::version_of;

/// Writes and publishes a news item and gives its address in the office.
async fn publish(editor: &Caller, title: &str) -> String {
    let form = [("title_ar", title), ("body_ar", "نص"), ("then", "publish")];
    let answer = editor.post_form("/office/articles", &form).await.must(303);
    answer.header("location").split('?').next().unwrap().to_owned()
}

async fn page(admin: &Caller, query: &str) -> String {
    admin.get(&format!("/office/audit{query}")).await.must(200).text()
}

#[tokio::test]
async fn audit_says_who_did_what_from_where_and_what_changed() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    let path = publish(&admin, "خبر جديد").await;
    admin.post_form(&format!("{path}/unpublish"), &[("version", "2")]).await.must(303);

    let shown = page(&admin, "").await;
    for words in ["سحب", "خبرا من النشر", "خبر جديد", "127.0.0.0/24", "منشور", "مسودة", "دخل"]
    {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    // The newest stands first.
    assert!(shown.find("خبرا من النشر").unwrap() < shown.find("خبرا جديدا").unwrap());
    assert!(!shown.contains("127.0.0.1"), "an address is shown by its network");
    let other = page(&app.staff("agadir", Role::Admin).await, "").await;
    assert!(!other.contains("خبر جديد"), "{other}");
}

#[tokio::test]
async fn acts_on_events_pages_documents_and_files_name_them_and_what_changed() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    let event = [("titles_ar", "ورشة"), ("kind", "workshop"), ("day", "2026-10-01"), ("starts_at", "09:30")];
    let at =
        |answer: &crate::harness::Answer| answer.header("location").split('?').next().unwrap().to_owned();
    let path = at(&admin.post_form("/office/events", &event).await.must(303));
    let version = version_of(&admin, &path).await;
    let record = [
        ("version", version.as_str()),
        ("minutes_ar", "اتفق الحاضرون"),
        ("hall_total", "40"),
        ("hall_women", "18"),
    ];
    admin.post_form(&format!("{path}/record"), &record).await.must(303);
    let later = [("titles_ar", "ورشة"), ("kind", "meeting"), ("day", "2026-10-01"), ("starts_at", "10:00")];
    let version = version_of(&admin, &path).await;
    admin.post_form(&path, &[&later[..], &[("version", version.as_str())]].concat()).await.must(303);
    let about = [("title_ar", "من نحن"), ("body_ar", "نص"), ("slug_ar", ""), ("then", "publish")];
    admin.post_form("/office/pages", &about).await.must(303);
    let file = kept(&admin, "ساحة.jpg", &photograph(400, 300)).await;
    let version = version_of(&admin, &format!("/office/media/{file}")).await;
    let said = [("version", version.as_str()), ("alternatives_ar", "ساحة المدينة")];
    admin.post_form(&format!("/office/media/{file}"), &said).await.must(303);

    let read = page(&admin, "").await.replace(['\u{2068}', '\u{2069}'], "");
    for said in [
        "ورشة</span>",
        "من نحن</span>",
        "ساحة.jpg</span>",
        "<td><bdi>ورشة</bdi></td><td><bdi>لقاء</bdi></td>",
        "<td><bdi>2026-10-01 09:30</bdi></td><td><bdi>2026-10-01 10:00</bdi></td>",
        "<td>—</td><td><bdi>40 · 18 · – · –</bdi></td>",
        "<td>—</td><td><bdi>&#60;p&#62;اتفق الحاضرون&#60;/p&#62;</bdi></td>",
        "<td><bdi>مسودة</bdi></td><td><bdi>منشور</bdi></td>",
        "<td>—</td><td><bdi>ساحة المدينة</bdi></td>",
    ] {
        assert!(read.contains(said), "{said}: {read}");
    }
}

#[tokio::test]
async fn audit_is_searched_and_paged() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    publish(&admin, "خبر جديد").await;
    for turn in 0..52 {
        let eyes = if turn % 2 == 0 { "two" } else { "one" };
        admin.post_form("/office/reports/eyes", &[("eyes", eyes)]).await.must(303);
    }
    let news = page(&admin, "?group=news").await;
    assert!(news.contains("خبر جديد") && !news.contains("عدد من يراجعون"));
    assert!(page(&admin, "?subject=session").await.contains("لا توجد عمليات مطابقة"));
    assert!(page(&admin, "?from=2026-11-23&to=2026-11-23").await.contains("عدد من يراجعون"));
    assert!(page(&admin, "?from=2026-11-24").await.contains("لا توجد عمليات مطابقة"));

    let first = page(&admin, "?group=reports").await;
    assert_eq!(first.matches("عدد من يراجعون التقارير").count(), 50);
    let older = first.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    let older = older.replace("&#38;", "&").replace("&amp;", "&");
    assert!(older.contains("group=reports&"), "{older}");
    let second = admin.get(&older).await.must(200).text();
    assert_eq!(second.matches("عدد من يراجعون التقارير").count(), 2);
    let newer = second.split("rel=\"prev\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    let back = admin.get(&newer.replace("&#38;", "&").replace("&amp;", "&")).await.must(200).text();
    assert_eq!(back.matches("عدد من يراجعون التقارير").count(), 50);

    for bad in ["?from=yesterday", "?person=nobody", "?group=x", "?subject=x"] {
        let refused = admin.get(&format!("/office/audit{bad}")).await.must(422).text();
        assert!(refused.contains("field-error"), "{bad}");
    }
    admin.get("/office/audit?after=garbage").await.must(422);
}

#[tokio::test]
async fn audit_is_taken_along_and_no_cell_is_a_formula() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    publish(&admin, "=HYPERLINK(\"http://evil.example\")").await;
    let csv = admin.get("/office/audit.csv?group=news").await.must(200);
    assert!(csv.header("content-type").starts_with("text/csv"));
    assert!(csv.header("content-disposition").starts_with("attachment"));
    let text = csv.text();
    assert!(text.starts_with('\u{FEFF}') && text.contains("\"'=HYPERLINK"), "{text}");
    assert!(text.contains("publish_article") && !text.contains("sign_in"));
    let lines = admin.get("/office/audit.jsonl?group=news").await.must(200).text();
    let newest: serde_json::Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    assert_eq!(newest["action"], "publish_article");
    assert_eq!(newest["changes"]["status"], serde_json::json!(["draft", "published"]));
    assert_eq!(newest["who"]["kind"], "person");
    assert_eq!(newest["network"], "127.0.0.0/24");
}

#[tokio::test]
async fn audit_is_closed_to_those_who_may_not_read_it() {
    let app = TestApp::new().await;
    for role in [Role::Editor, Role::FocalPoint, Role::Moderator] {
        let caller = app.staff("fes", role).await;
        for path in ["/office/audit", "/office/audit.csv", "/office/audit.jsonl", "/office/audit?check=1"] {
            caller.get(path).await.must(403);
        }
    }
    app.staff("", Role::Observer).await.get("/office/audit").await.must(403);
    app.staff("", Role::Coordinator).await.get("/office/audit").await.must(200);
}

#[tokio::test]
async fn chain_is_checked_when_asked_and_a_changed_line_is_found() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    publish(&admin, "خبر جديد").await;
    assert!(!page(&admin, "").await.contains("السلسلة سليمة"), "nobody asked");
    let scope = app.hub.system_scope(app.fes.clone(), "audit verify");
    let verified = audit::verify(&scope).await.unwrap();
    let shown = page(&admin, "?check=1").await;
    assert!(shown.contains("السلسلة سليمة") && shown.contains(&verified.last_hash), "{shown}");
    assert_eq!((verified.broken_at, verified.last_hash.len()), (None, 64));
    if !is_postgres() {
        return;
    }
    let database = app.database_url.rsplit('/').next().unwrap();
    let changed = psql(
        &url_of(database, "postgres"),
        &format!(
            "UPDATE audit_entries SET changes = replace(changes, 'published', 'draft')
             WHERE tenant_id = '{}' AND action = 'publish_article'",
            app.fes.id
        ),
    );
    assert!(!changed.contains("ERROR"), "{changed}");
    let broken = audit::verify(&scope).await.unwrap().broken_at.expect("it is found");
    let shown = page(&admin, "?check=1").await;
    assert!(shown.contains("السلسلة مقطوعة") && shown.contains(&broken.to_string()), "{shown}");
}

//! The mark of a member: a picture sent with the settings, looked at before it is saved, public while it
//! is the mark and no longer, and of this member alone.

use infitah_core::tenancy::permission::Role;

use super::desk::{form, kept, pdf, png, post};
use crate::harness::{Answer, Caller, TestApp};

const SETTINGS: &str = "/office/settings";
const PREVIEW: &str = "/office/settings/preview";

/// The version that the form of the settings carries.
async fn version(admin: &Caller) -> String {
    let page = admin.get(SETTINGS).await.must(200).text();
    value(&page, "version").expect("a version")
}

/// The value of a hidden field.
fn value(page: &str, name: &str) -> Option<String> {
    let rest = page.split(&format!("name=\"{name}\" value=\"")).nth(1)?;
    rest.split('"').next().map(str::to_owned)
}

/// Sends the settings with a picture, or with what names one.
async fn send(admin: &Caller, path: &str, typed: &[(&str, &str)], file: Option<(&str, &[u8])>) -> Answer {
    let version = version(admin).await;
    let base = [
        ("version", version.as_str()),
        ("names_ar", "فاس العتيقة"),
        ("offers_fr", "yes"),
        ("default_locale", "ar"),
        ("keep_subscriptions_months", "12"),
        ("keep_addresses_months", "12"),
    ];
    let fields = [base.as_slice(), typed].concat();
    let files: Vec<_> = file.into_iter().map(|(name, bytes)| ("logo_file", name, bytes)).collect();
    post(admin, path, form(&fields, &files)).await
}

/// The address of the mark on a public page.
async fn shown(reader: &Caller, path: &str) -> Option<String> {
    let page = reader.get(path).await.must(200).text();
    let image = page.split("<img class=\"site-logo\" src=\"").nth(1)?;
    let tag = image.split('>').next()?;
    assert!(tag.contains("alt=\"\"") && tag.contains("width=\"640\" height=\"320\""), "{tag}");
    image.split('"').next().map(str::to_owned)
}

#[tokio::test]
async fn mark_is_looked_at_saved_shown_changed_and_taken_off() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    let (reader, neighbour) = (app.anyone("fes"), app.anyone("agadir"));
    let picture = png(640, 320);

    // Looked at before it is saved: the office shows it, the public does not have it.
    let page = send(&admin, PREVIEW, &[], Some(("شعار.png", &picture))).await.must(200).text();
    let id = value(&page, "logo").expect("the preview names the picture");
    assert!(page.contains(&format!("src=\"/office/media/{id}/picture/320\"")), "{page}");
    admin.get(&format!("/office/media/{id}/picture/320")).await.must(200);
    let path = format!("/media/{id}/320/picture.webp");
    reader.get(&path).await.must(404);
    assert_eq!(shown(&reader, "/ar/news").await, None);

    send(&admin, SETTINGS, &[("logo", &id)], None).await.must(303);
    for page in ["/ar/", "/fr/news", "/ar/about"] {
        assert_eq!(shown(&reader, page).await.as_deref(), Some(path.as_str()), "{page}");
        assert_eq!(shown(&neighbour, page).await, None, "{page}");
    }
    reader.get(&path).await.must(200);
    neighbour.get(&path).await.must(404);
    assert!(admin.get(SETTINGS).await.must(200).text().contains("class=\"site-logo\""));

    // It is in use, and the library says where.
    let held = admin.get(&format!("/office/media/{id}")).await.must(200).text();
    assert!(held.contains("شعار الموقع") && held.contains("href=\"/office/settings\""), "{held}");
    admin.post_form(&format!("/office/media/{id}/delete"), &[]).await.must(409);

    // Another one takes its place.
    send(&admin, SETTINGS, &[("logo", &id)], Some(("blason.webp.png", &picture))).await.must(303);
    let second = shown(&reader, "/ar/news").await.expect("a mark");
    assert_ne!(second, path);
    reader.get(&second).await.must(200);
    reader.get(&path).await.must(404);
    let audit = admin.get("/office/audit?group=site").await.must(200).text();
    assert!(audit.contains("شعار.png") && audit.contains("blason.webp.png"), "{audit}");

    // Taken off; the last change is taken back; a mark that left the library meanwhile does not return.
    let logo = value(&admin.get(SETTINGS).await.must(200).text(), "logo").expect("the form names it");
    send(&admin, SETTINGS, &[("logo", &logo), ("remove_logo", "yes")], None).await.must(303);
    assert_eq!(shown(&reader, "/ar/news").await, None);
    reader.get(&second).await.must(404);
    let seen = version(&admin).await;
    admin.post_form("/office/settings/restore", &[("version", &seen)]).await.must(303);
    assert_eq!(shown(&reader, "/ar/news").await.as_deref(), Some(second.as_str()));
    reader.get(&second).await.must(200);
    send(&admin, SETTINGS, &[("remove_logo", "yes")], None).await.must(303);
    admin.post_form(&format!("/office/media/{logo}/delete"), &[]).await.must(303);
    let seen = version(&admin).await;
    admin.post_form("/office/settings/restore", &[("version", &seen)]).await.must(303);
    assert_eq!(shown(&reader, "/ar/news").await, None);
}

#[tokio::test]
async fn what_is_no_picture_of_the_member_is_refused_and_nothing_typed_is_lost() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    let neighbour = app.staff("agadir", Role::Admin).await;
    let theirs = kept(&neighbour, "theirs.png", &png(40, 40)).await;
    let document = kept(&admin, "pv.pdf", &pdf("minutes")).await;
    for path in [SETTINGS, PREVIEW] {
        for (name, bytes) in [
            ("pv.pdf", pdf("minutes")),
            ("logo.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec()),
            ("logo.png", b"\x89PNG\r\n\x1a\nbroken".to_vec()),
        ] {
            let page = send(&admin, path, &[], Some((name, &bytes))).await.must(422).text();
            assert!(page.contains("id=\"logo_file_error\""), "{name}: {page}");
            assert!(page.contains("فاس العتيقة"), "{name}: what was typed is there");
        }
        for id in [theirs.as_str(), document.as_str(), "nothing"] {
            let page = send(&admin, path, &[("logo", id)], None).await.must(422).text();
            assert!(page.contains("id=\"logo_file_error\""), "{id}: {page}");
            assert!(!page.contains("class=\"site-logo\""), "{id}: {page}");
        }
    }
    // What is wrong elsewhere does not lose the picture.
    let good = png(640, 320);
    let wrong = [("mailbox", "x")];
    let page = send(&admin, SETTINGS, &wrong, Some(("logo.png", &good))).await.must(422).text();
    let id = value(&page, "logo").expect("the form names the picture");
    assert!(page.contains("mailbox_error"), "{page}");
    send(&admin, SETTINGS, &[("logo", &id)], None).await.must(303);
    assert!(shown(&app.anyone("fes"), "/ar/about").await.is_some());
    for role in [Role::Editor, Role::FocalPoint, Role::Moderator] {
        let caller = app.staff("fes", role).await;
        post(&caller, SETTINGS, form(&[], &[("logo_file", "logo.png", &good)])).await.must(403);
    }
}

#[tokio::test]
async fn rules_of_moderation_are_published_where_they_can_be_pointed_to() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    let reader = app.anyone("fes");
    let anchor = "<h2 id=\"moderation\">";
    assert!(!reader.get("/ar/about").await.must(200).text().contains(anchor));
    let rules = [("moderation_policies_ar", "يقرأ الفريق <كل> تعليق.\n\nيمكن الاعتراض لدى الجماعة.")];
    send(&admin, SETTINGS, &rules, None).await.must(303);
    for language in ["ar", "fr"] {
        let page = reader.get(&format!("/{language}/about")).await.must(200).text();
        let shown = page.split(anchor).nth(1).expect("the rules");
        assert!(
            shown.contains(
                "<div lang=\"ar\" dir=\"rtl\"><p class=\"lines\">يقرأ الفريق &#60;كل&#62; تعليق.</p>"
            ),
            "{shown}"
        );
        assert!(shown.contains("<p class=\"lines\">يمكن الاعتراض لدى الجماعة.</p>"), "{shown}");
    }
    assert!(!app.anyone("agadir").get("/ar/about").await.must(200).text().contains(anchor));
    let audit = admin.get("/office/audit?group=site").await.must(200).text();
    assert!(audit.contains("قواعد الإشراف"), "{audit}");
    let long = "x".repeat(10_001);
    let page = send(&admin, SETTINGS, &[("moderation_policies_ar", &long)], None).await.must(422).text();
    assert!(page.contains("id=\"moderation_policies_ar_error\""), "the field is named");
}

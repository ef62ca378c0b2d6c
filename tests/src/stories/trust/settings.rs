//! The settings of a site: in effect at once, refused with the reason, two people at once, looked at
//! before and taken back after.

use infitah_core::tenancy::permission::Role;

use crate::harness::{Answer, Caller, TestApp};

/// The form as it stands, with some fields typed anew; an empty value takes a field out.
async fn form(admin: &Caller, typed: &[(&str, &str)]) -> Vec<(String, String)> {
    let page = admin.get("/office/settings").await.must(200).text();
    let form = page.split("<form class=\"office-form\"").nth(1).unwrap().split("</form>").next().unwrap();
    let mut fields: Vec<(String, String)> = Vec::new();
    let attribute = |tag: &str, name: &str| {
        tag.split(&format!(" {name}=\"")).nth(1).map(|rest| rest.split('"').next().unwrap().to_owned())
    };
    for tag in form.split("<input").skip(1).map(|rest| rest.split('>').next().unwrap()) {
        let is_off = tag.contains("type=\"checkbox\"") && !tag.contains(" checked");
        if let Some(name) = attribute(tag, "name").filter(|_| !is_off) {
            fields.push((name, attribute(tag, "value").unwrap_or_default()));
        }
    }
    for select in form.split("<select").skip(1) {
        let chosen = select.split(" selected").next().unwrap().rsplit("value=\"").next().unwrap();
        fields.push((attribute(select, "name").unwrap(), chosen.split('"').next().unwrap().to_owned()));
    }
    for (name, value) in typed {
        fields.retain(|(one, _)| one != name);
        if !value.is_empty() {
            fields.push(((*name).to_owned(), (*value).to_owned()));
        }
    }
    fields
}

async fn post(admin: &Caller, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    admin.post_form(path, &fields).await
}

async fn save(admin: &Caller, typed: &[(&str, &str)]) -> Answer {
    post(admin, "/office/settings", &form(admin, typed).await).await
}

#[tokio::test]
async fn settings_are_in_effect_at_once_on_public_pages_and_in_mails() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    let anyone = app.anyone("fes");
    anyone.get("/ar/about").await.must(200);
    let typed = [
        ("names_ar", "فاس الجديدة"),
        ("postal_addresses_ar", "ساحة المقاومة"),
        ("telephone", "+212 5 35 62 00 00"),
        ("mailbox", "Contact@fes.example.org"),
        ("accent", "#123456"),
        ("sender_name", "خلية الانفتاح"),
        ("reply_to", "ouverture@fes.example.org"),
        ("cndp_number", "D-W-77/2026"),
        ("privacy_notices_ar", "نص خاص بالجماعة."),
        ("keep_subscriptions_months", "3"),
    ];
    save(&admin, &typed).await.must(303);

    let about = anyone.get("/ar/about").await.must(200).text();
    for words in [
        "فاس الجديدة",
        "ساحة المقاومة",
        "+212 5 35 62 00 00",
        "mailto:contact@fes.example.org",
        "theme-123456",
    ] {
        assert!(about.contains(words), "{words}: {about}");
    }
    let privacy = anyone.get("/ar/privacy").await.must(200).text();
    for words in ["D-W-77/2026", "نص خاص بالجماعة.", "\u{2068}3\u{2069} أشهر"] {
        assert!(privacy.contains(words), "{words}: {privacy}");
    }
    assert!(app.anyone("").get("/ar/members").await.must(200).text().contains("فاس الجديدة"));

    anyone.post_form("/ar/subscribe", &[("email", "amina@example.org")]).await.must(200);
    app.run_worker().await;
    let mail = app.mails().into_iter().find(|mail| mail.header("to").contains("amina")).expect("a mail");
    assert!(mail.header("from").contains("خلية الانفتاح"), "{}", mail.header("from"));
    assert!(mail.header("from").contains("@example.org"), "the address stays the installation's");
    assert_eq!(mail.header("reply-to"), "ouverture@fes.example.org");

    let audit = admin.get("/office/audit?group=site").await.must(200).text();
    assert!(
        audit.contains("إعدادات الموقع") && audit.contains("فاس الجديدة") && audit.contains("#123456"),
        "{audit}"
    );
    let other = app.anyone("agadir").get("/ar/about").await.must(200).text();
    assert!(!other.contains("theme-123456"));
}

#[tokio::test]
async fn colour_that_cannot_be_read_is_refused_with_its_ratio() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    let refused = save(&admin, &[("accent", "#ffcc00"), ("mailbox", "x"), ("names_ar", "اسم آخر")]).await;
    let page = refused.must(422).text();
    assert!(
        page.contains("accent_error") && page.contains("1.4") && page.contains("mailbox_error"),
        "{page}"
    );
    assert!(page.contains("value=\"#ffcc00\"") && page.contains("اسم آخر"), "nothing typed is lost");
    assert!(!app.anyone("fes").get("/ar/").await.must(200).text().contains("theme-ffcc00"));
}

#[tokio::test]
async fn language_that_is_not_offered_leads_to_the_default_one() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    let anyone = app.anyone("fes");
    assert!(anyone.get("/ar/news").await.must(200).text().contains("hreflang=\"en\""));
    save(&admin, &[("offers_en", ""), ("offers_zgh", "")]).await.must(303);
    let page = anyone.get("/ar/news").await.must(200).text();
    assert!(!page.contains("hreflang=\"en\"") && page.contains("hreflang=\"fr\""), "{page}");
    let led = anyone.get("/en/news?category=workshop").await.must(302);
    assert_eq!(led.header("location"), "/ar/news?category=workshop");
    assert!(!anyone.get("/sitemap.xml").await.must(200).text().contains("/en/"));
    let chosen = anyone.clone().with("accept-language", "en").get("/").await.must(302);
    assert_eq!(chosen.header("location"), "/ar/");
    // Leaving works in every language that a mail was ever written in.
    anyone.post_form("/en/subscribe", &[("email", "amina@example.org")]).await.must(200);
    app.anyone("agadir").get("/en/news").await.must(200);
    save(&admin, &[("default_locale", "en")]).await.must(422);
}

#[tokio::test]
async fn two_who_save_at_once_see_both_and_the_last_change_is_taken_back() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    let mine = form(&admin, &[("names_ar", "اسم أول")]).await;
    save(&admin, &[("names_ar", "اسم ثان"), ("telephone", "0535620000")]).await.must(303);
    let conflict = post(&admin, "/office/settings", &mine).await.must(409).text();
    for words in ["اسم أول", "اسم ثان", "0535620000"] {
        assert!(conflict.contains(words), "{words}: {conflict}");
    }
    assert!(app.anyone("fes").get("/ar/about").await.must(200).text().contains("اسم ثان"));
    let version = conflict.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    admin.post_form("/office/settings/restore", &[("version", "1")]).await.must(409);
    admin.post_form("/office/settings/restore", &[("version", version)]).await.must(303);
    let about = app.anyone("fes").get("/ar/about").await.must(200).text();
    assert!(!about.contains("اسم ثان") && !about.contains("0535620000"), "{about}");
}

#[tokio::test]
async fn preview_shows_what_was_typed_and_stores_nothing() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    let typed = form(&admin, &[("names_ar", "اسم للمعاينة"), ("accent", "#123456")]).await;
    let page = post(&admin, "/office/settings/preview", &typed).await.must(200).text();
    assert!(page.contains("اسم للمعاينة") && page.contains("theme-123456") && page.contains("4.5"), "{page}");
    assert!(!app.anyone("fes").get("/ar/").await.must(200).text().contains("اسم للمعاينة"));
    let mut again = typed.clone();
    again.push(("then".into(), "edit".into()));
    assert!(post(&admin, "/office/settings", &again).await.must(200).text().contains("اسم للمعاينة"));
    let coordinator = app.staff("", Role::Coordinator).await;
    for path in ["/office/settings", "/office/settings/domain", "/office/personal-data"] {
        coordinator.get(path).await.must(200);
    }
    let networks = form(&coordinator, &[("names_ar", "شبكة للمعاينة")]).await;
    let page = post(&coordinator, "/office/settings/preview", &networks).await.must(200).text();
    assert!(page.contains("شبكة للمعاينة"), "{page}");
    for role in [Role::Editor, Role::FocalPoint, Role::Moderator] {
        let caller = app.staff("fes", role).await;
        for path in ["/office/settings", "/office/settings/preview", "/office/settings/restore"] {
            post(&caller, path, &typed).await.must(403);
        }
    }
}

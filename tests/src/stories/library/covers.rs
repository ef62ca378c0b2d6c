//! Pictures of articles: at the head and in the text, in the size that a screen needs, on the page, in
//! lists, in feeds and in the graph; one that says nothing, or is not there, is refused.

use infitah_core::tenancy::permission::Role;
use serde_json::{Value, json};

use super::desk::{kept, pdf, photograph};
use crate::harness::{Caller, TestApp};
use crate::stories::publishing::version_of;

/// Says in Arabic what a picture shows.
async fn describe(caller: &Caller, id: &str, words: &str) {
    let version = version_of(caller, &format!("/office/media/{id}")).await;
    let form = [("version", version.as_str()), ("alternatives_ar", words)];
    caller.post_form(&format!("/office/media/{id}"), &form).await.must(303);
}

async fn published(editor: &Caller, fields: &[(&str, &str)]) -> String {
    let saved =
        editor.post_form("/office/articles", &[fields, &[("then", "publish")]].concat()).await.must(303);
    saved.header("location").split('?').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_cover_is_shown_wherever_its_article_is() {
    let app = TestApp::new().await;
    let (editor, reader) = (app.staff("fes", Role::Editor).await, app.anyone("fes"));
    let id = kept(&editor, "ساحة.jpg", &photograph(900, 600)).await;
    describe(&editor, &id, "ساحة المدينة").await;
    let form = [("title_ar", "افتتاح"), ("body_ar", "نص"), ("slug_ar", "افتتاح"), ("cover", id.as_str())];
    let offered = editor.get("/office/articles/new").await.must(200).text();
    assert!(offered.contains(&format!("name=\"cover\" value=\"{id}\"")), "{offered}");
    let path = published(&editor, &form).await;

    let page = reader.get("/ar/news/افتتاح").await.must(200).text();
    let smaller = format!("/media/{id}/640/picture.webp 640w");
    let figure =
        page.split("class=\"article-cover\"").nth(1).expect("a cover").split("</figure>").next().unwrap();
    assert!(figure.contains(&smaller) && figure.contains("alt=\"ساحة المدينة\""), "{figure}");
    let shared =
        page.split("og:image\" content=\"").nth(1).expect("a picture to share").split('"').next().unwrap();
    let (_, address) = shared.split_once("/media/").expect("a file");
    assert!(shared.starts_with("http://fes.localhost"), "{shared}");
    for address in [format!("/media/{address}"), format!("/media/{id}/320/picture.webp")] {
        reader.get(&address).await.must(200);
    }
    let list = reader.get("/ar/news").await.must(200).text();
    let face = list.split("card-face").nth(1).expect("a picture in the list").split("</div>").next().unwrap();
    assert!(face.contains(&id) && face.contains("alt=\"\""), "{face}");
    assert!(!reader.get("/ar/").await.must(200).text().contains("card-face"), "the home stays light");
    for host in ["", "agadir"] {
        let elsewhere = app.anyone(host).get("/ar/news").await.must(200).text();
        assert!(!elsewhere.contains(&id), "a page loads nothing from elsewhere");
    }
    let feed: Value = serde_json::from_slice(&reader.get("/ar/feed.json").await.must(200).body).unwrap();
    assert_eq!(feed["items"][0]["image"], shared);
    let query = "query($s: String) { article(slug: $s) { cover { url width height alternative alternativeLocale(locale: FR) } } }";
    let said = reader.gql(query, json!({ "s": "افتتاح" })).await;
    let cover = &said["data"]["article"]["cover"];
    assert_eq!((&cover["width"], &cover["height"]), (&json!(900), &json!(600)), "{said}");
    assert_eq!((&cover["alternative"], &cover["alternativeLocale"]), (&json!("ساحة المدينة"), &json!("AR")));
    assert_eq!(cover["url"], shared);

    // It stays with its article: neither it nor its words go, until the article lets it go.
    editor.post_form(&format!("/office/media/{id}/delete"), &[]).await.must(409);
    let version = version_of(&editor, &format!("/office/media/{id}")).await;
    let mute = [("version", version.as_str()), ("alternatives_ar", "")];
    let refused = editor.post_form(&format!("/office/media/{id}"), &mute).await.must(422).text();
    assert!(refused.contains("id=\"alternatives_ar_error\""), "{refused}");
    let version = version_of(&editor, &path).await;
    let text = [("version", version.as_str()), ("title_ar", "افتتاح"), ("body_ar", "نص آخر")];
    editor.post_form(&path, &text).await.must(303);
    assert!(
        reader.get("/ar/news/افتتاح").await.text().contains("article-cover"),
        "a form may be silent of it"
    );
    let version = version_of(&editor, &path).await;
    let without = [("version", version.as_str()), ("title_ar", "افتتاح"), ("body_ar", "نص"), ("cover", "")];
    editor.post_form(&path, &without).await.must(303);
    assert!(!reader.get("/ar/news/افتتاح").await.text().contains("article-cover"));
    reader.get(&format!("/media/{id}/320/picture.webp")).await.must(404);
    editor.post_form(&format!("/office/media/{id}/delete"), &[]).await.must(303);
}

#[tokio::test]
async fn a_cover_that_cannot_be_one_is_refused_and_nothing_typed_is_lost() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let mute = kept(&editor, "a.jpg", &photograph(400, 300)).await;
    let document = kept(&editor, "a.pdf", &pdf("minutes")).await;
    let foreign = kept(&app.staff("agadir", Role::Editor).await, "b.jpg", &photograph(400, 300)).await;
    for (cover, sentence) in [
        (mute.as_str(), "لا نص بديلا"),
        (&document, "لم تعد في المكتبة"),
        (&foreign, "لم تعد في المكتبة"),
        ("x' OR 1=1", "لم تعد في المكتبة"),
    ] {
        let form = [("title_ar", "عنوان كتبته"), ("body_ar", "نص كتبته"), ("cover", cover)];
        let page = editor.post_form("/office/articles", &form).await.must(422).text();
        let error = page.split("id=\"cover_error\">").nth(1).expect("a sentence at the field");
        assert!(
            error.starts_with(&format!("هذه الصورة {sentence}")) || error.contains(sentence),
            "{cover}: {error:.200}"
        );
        assert!(
            page.contains("عنوان كتبته") && page.contains("نص كتبته") && page.contains("href=\"#cover\"")
        );
    }
}

#[tokio::test]
async fn a_picture_in_a_text_has_the_size_of_its_file_and_is_shown_in_the_office_before_it_is_public() {
    let app = TestApp::new().await;
    let (editor, reader) = (app.staff("fes", Role::Editor).await, app.anyone("fes"));
    let id = kept(&editor, "a.jpg", &photograph(900, 600)).await;
    let body = format!("<p>نص</p><img src=\"/media/{id}/a.jpg\" alt=\"ساحة\" width=\"9\" srcset=\"/x 1w\">");
    let form = [("title_ar", "صورة"), ("body_ar", body.as_str()), ("slug_ar", "صورة")];
    let saved = editor.post_form("/office/articles", &form).await.must(303);
    let path = saved.header("location").split('?').next().unwrap().to_owned();
    let preview = editor.get(&format!("{path}/preview")).await.must(200).text();
    assert!(preview.contains(&format!("src=\"/office/media/{id}/picture/0\" alt=\"ساحة\"")), "{preview}");
    let version = version_of(&editor, &path).await;
    editor.post_form(&format!("{path}/publish"), &[("version", &version)]).await.must(303);
    let page = reader.get("/ar/news/صورة").await.must(200).text();
    let tag = page.split("<img src=\"/media/").nth(1).expect("the picture").split('>').next().unwrap();
    assert!(tag.contains("alt=\"ساحة\" width=\"900\" height=\"600\" srcset=\""), "{tag}");
    assert!(tag.contains("/320/picture.webp 320w") && tag.contains("a.jpg 900w"), "{tag}");
    let feed = reader.get("/ar/feed.json").await.must(200).text();
    assert!(feed.contains(&format!("/media/{id}/a.jpg")) && !feed.contains("src=\\\"/media/"), "{feed}");
}

#[tokio::test]
async fn a_script_reads_the_pictures_of_its_own_member_only() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await.with("accept", "application/json");
    let id = kept(&editor, "a.jpg", &photograph(900, 600)).await;
    kept(&editor, "a.pdf", &pdf("minutes")).await;
    kept(&app.staff("agadir", Role::Editor).await, "b.jpg", &photograph(400, 300)).await;
    let said: Value =
        serde_json::from_slice(&editor.get("/office/media?kind=picture").await.must(200).body).unwrap();
    let pictures = said["pictures"].as_array().expect("pictures");
    assert_eq!(pictures.len(), 1, "{said}");
    assert_eq!(pictures[0]["id"], id.as_str());
    assert_eq!(pictures[0]["path"], format!("/media/{id}/a.jpg"));
    assert_eq!((&pictures[0]["width"], &said["next"]), (&json!(900), &Value::Null));
    app.anyone("fes").with("accept", "application/json").get("/office/media?kind=picture").await.must(401);
}

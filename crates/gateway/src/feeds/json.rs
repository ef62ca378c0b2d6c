//! JSON Feed 1.1. Each item says its own language, which the older formats cannot all do.

use serde_json::{Value, json};

use super::stories::{Feed, Phrase, Story};

/// The feed as a document.
pub(crate) fn write(feed: &Feed, own_url: &str) -> String {
    json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": own_url,
        "language": feed.locale.code(),
        "items": feed.stories.iter().map(item).collect::<Vec<_>>(),
    })
    .to_string()
}

fn item(story: &Story) -> Value {
    let text =
        |phrase: &Option<Phrase>| phrase.as_ref().map(|phrase| phrase.text.clone()).unwrap_or_default();
    let mut item = json!({
        "id": format!("urn:uuid:{}", story.id),
        "url": story.url,
        "title": story.title.text,
        "language": story.title.locale.code(),
        "content_html": text(&story.html),
        "date_published": story.published.to_rfc3339(),
        "date_modified": story.updated.to_rfc3339(),
        "authors": [{ "name": story.author }],
    });
    if let Some(summary) = &story.summary {
        item["summary"] = summary.text.clone().into();
    }
    if let Some(picture) = &story.picture {
        item["image"] = picture.clone().into();
    }
    if let Some(category) = &story.category {
        item["tags"] = json!([category]);
    }
    item
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feeds::stories::sample;

    #[test]
    fn every_item_says_its_language() {
        let written: Value = serde_json::from_str(&write(&sample(), "u")).expect("JSON");
        assert_eq!(written["language"], "ar");
        assert_eq!(written["items"][0]["language"], "fr");
        assert_eq!(written["items"][0]["image"], "http://fes.localhost/media/1/a.jpg");
        assert_eq!(written["items"][0]["date_published"], "2023-11-14T22:13:20+00:00");
    }
}

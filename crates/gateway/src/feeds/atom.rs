//! Atom (RFC 4287). Ids are the articles' own and outlive their addresses. Each text says the
//! language it is really in.

use atom_syndication as atom;
use chrono::{DateTime, FixedOffset, Utc};

use super::stories::{Feed, Phrase, Story};

/// The feed as a document.
pub(crate) fn write(feed: &Feed, own_url: &str) -> String {
    let document = atom::Feed {
        title: atom::Text::plain(feed.title.clone()),
        id: format!("urn:uuid:{}", feed.id),
        updated: fixed(feed.updated),
        lang: Some(feed.locale.code().to_owned()),
        links: vec![
            link(own_url, "self", "application/atom+xml"),
            link(&feed.home, "alternate", "text/html"),
        ],
        entries: feed.stories.iter().map(entry).collect(),
        ..atom::Feed::default()
    };
    document.to_string()
}

fn entry(story: &Story) -> atom::Entry {
    atom::Entry {
        title: text(&story.title),
        id: format!("urn:uuid:{}", story.id),
        updated: fixed(story.updated),
        published: Some(fixed(story.published)),
        authors: vec![atom::Person { name: story.author.clone(), ..atom::Person::default() }],
        categories: story
            .category
            .iter()
            .map(|name| atom::Category { term: name.clone(), ..atom::Category::default() })
            .collect(),
        links: vec![link(&story.url, "alternate", "text/html")],
        summary: story.summary.as_ref().map(text),
        content: story.html.as_ref().map(|html| atom::Content {
            lang: Some(html.locale.code().to_owned()),
            value: Some(html.text.clone()),
            content_type: Some("html".to_owned()),
            ..atom::Content::default()
        }),
        ..atom::Entry::default()
    }
}

fn text(phrase: &Phrase) -> atom::Text {
    atom::Text { lang: Some(phrase.locale.code().to_owned()), ..atom::Text::plain(phrase.text.clone()) }
}

fn link(href: &str, rel: &str, mime_type: &str) -> atom::Link {
    atom::Link {
        href: href.to_owned(),
        rel: rel.to_owned(),
        mime_type: Some(mime_type.to_owned()),
        ..atom::Link::default()
    }
}

fn fixed(time: DateTime<Utc>) -> DateTime<FixedOffset> {
    time.fixed_offset()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feeds::stories::sample;

    #[test]
    fn language_of_each_text_is_said() {
        let written = write(&sample(), "http://fes.localhost/ar/feed.atom");
        let read: atom::Feed = written.parse().expect("a feed");
        assert_eq!(read.lang.as_deref(), Some("ar"));
        assert_eq!(read.entries[0].title.lang.as_deref(), Some("fr"));
        assert_eq!(read.entries[0].title.value, "Eau & <lumière>");
        assert_eq!(read.entries[0].id, "urn:uuid:00000000-0000-0000-0000-000000000002");
        assert_eq!(read.links[0].rel, "self");
    }
}

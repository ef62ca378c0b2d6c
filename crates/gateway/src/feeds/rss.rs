//! RSS 2.0, with a link to itself as its best practice profile asks. It has one language for the
//! whole feed; the other formats say more.

use std::collections::BTreeMap;

use rss::extension::atom::{AtomExtension, Link};

use super::stories::{Feed, Story};

/// The feed as a document.
pub(crate) fn write(feed: &Feed, own_url: &str) -> String {
    let own = Link {
        href: own_url.to_owned(),
        rel: "self".to_owned(),
        mime_type: Some("application/rss+xml".to_owned()),
        ..Link::default()
    };
    let channel = rss::Channel {
        title: feed.title.clone(),
        link: feed.home.clone(),
        description: feed.title.clone(),
        language: Some(feed.locale.code().to_owned()),
        last_build_date: Some(feed.updated.to_rfc2822()),
        items: feed.stories.iter().map(item).collect(),
        atom_ext: Some(AtomExtension { links: vec![own] }),
        namespaces: BTreeMap::from([("atom".to_owned(), "http://www.w3.org/2005/Atom".to_owned())]),
        ..rss::Channel::default()
    };
    channel.to_string()
}

fn item(story: &Story) -> rss::Item {
    let category = |name: &String| rss::Category { name: name.clone(), ..rss::Category::default() };
    rss::Item {
        title: Some(story.title.text.clone()),
        link: Some(story.url.clone()),
        description: story.summary.as_ref().or(story.html.as_ref()).map(|phrase| phrase.text.clone()),
        categories: story.category.iter().map(category).collect(),
        guid: Some(rss::Guid { value: format!("urn:uuid:{}", story.id), permalink: false }),
        pub_date: Some(story.published.to_rfc2822()),
        ..rss::Item::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feeds::stories::sample;

    #[test]
    fn what_was_written_can_be_read() {
        let written = write(&sample(), "http://fes.localhost/ar/feed.rss");
        let read = rss::Channel::read_from(written.as_bytes()).expect("a feed");
        assert_eq!(read.items[0].link.as_deref(), Some("http://fes.localhost/ar/news/a?b=1&c=2"));
        assert_eq!(read.items[0].description.as_deref(), Some("]]> \"q\""));
        assert!(written.contains("rel=\"self\""), "{written}");
    }
}

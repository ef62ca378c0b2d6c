//! The pictures of cleaned HTML: each says in words what it shows and how large it is. Where a body is
//! shown decides in which of its sizes and from where.

use std::fmt::Write as _;

use crate::ground::ids::MediaId;
use crate::media::{self, WIDTHS};

/// How wide a picture of running text is shown at most.
const SIZES: &str = "(min-width: 46rem) 42rem, 92vw";

/// An `<img>` of cleaned HTML.
#[derive(Debug, Clone, Copy)]
pub(in crate::news) struct Tag<'a>(pub(super) &'a str);

impl<'a> Tag<'a> {
    /// The value of an attribute as it is written.
    pub(super) fn attribute(self, name: &str) -> Option<&'a str> {
        let (_, rest) = self.0.split_once(&format!(" {name}=\""))?;
        rest.split('"').next()
    }

    /// The file of the library that it shows.
    pub(in crate::news) fn file(self) -> Option<MediaId> {
        self.attribute("src")?.strip_prefix("/media/")?.get(..36)?.parse().ok().map(MediaId)
    }

    /// The same with its size, or without one.
    pub(in crate::news) fn sized(self, size: Option<(i32, i32)>) -> String {
        let kept =
            ["src", "alt", "lang", "dir"].into_iter().filter_map(|name| Some((name, self.attribute(name)?)));
        let mut tag = kept.fold("<img".to_owned(), |tag, (name, value)| format!("{tag} {name}=\"{value}\""));
        if let Some((width, height)) = size {
            // Writing into a String cannot fail.
            write!(tag, " width=\"{width}\" height=\"{height}\"").expect("a string takes what is written");
        }
        tag + ">"
    }

    /// The same with its smaller pictures, which exist for every file whose width is known.
    fn shown(self) -> String {
        let width = self.attribute("width").and_then(|width| width.parse().ok()).unwrap_or(0);
        let smaller = |file| {
            let sources = WIDTHS.into_iter().filter(|&one| one < width);
            let sources: Vec<String> =
                sources.map(|one| format!("{} {one}w", media::smaller_path(&file, one))).collect();
            (!sources.is_empty()).then(|| sources.join(", "))
        };
        let mut more = String::from(" loading=\"lazy\" decoding=\"async\"");
        if let (Some(sources), Some(src)) = (self.file().and_then(smaller), self.attribute("src")) {
            more = format!(" srcset=\"{sources}, {src} {width}w\" sizes=\"{SIZES}\"{more}");
        }
        format!("{}{more}>", self.0.trim_end_matches('>'))
    }

    /// The same from the office's own door, which shows what is not public yet.
    fn in_office(self) -> String {
        match (self.file(), self.attribute("src")) {
            (Some(file), Some(src)) => self.0.replacen(
                &format!("src=\"{src}\""),
                &format!("src=\"/office/media/{file}/picture/0\""),
                1,
            ),
            _ => self.0.to_owned(),
        }
    }
}

/// The HTML with each picture in the words of `change`, or without it.
pub(in crate::news) fn each_picture(
    cleaned: &str,
    mut change: impl FnMut(Tag<'_>) -> Option<String>,
) -> String {
    let mut kept = String::with_capacity(cleaned.len());
    let mut rest = cleaned;
    while let Some(place) = rest.find("<img") {
        let end = rest[place..].find('>').map_or(rest.len(), |end| place + end + 1);
        kept.push_str(&rest[..place]);
        kept.push_str(&change(Tag(&rest[place..end])).unwrap_or_default());
        rest = &rest[end..];
    }
    kept.push_str(rest);
    kept
}

/// Whether every picture of a cleaned body says in words what it shows.
pub(crate) fn pictures_are_described(cleaned: &str) -> bool {
    let mut is_described = true;
    each_picture(cleaned, |tag| {
        is_described &= tag.attribute("alt").is_some_and(|said| !said.trim().is_empty());
        None
    });
    is_described
}

/// Pictures from elsewhere have lost their address; nothing is left to show of them.
pub(super) fn without_empty_pictures(cleaned: &str) -> String {
    each_picture(cleaned, |tag| tag.attribute("src").map(|_| tag.0.to_owned()))
}

/// A stored body as public pages show it: a picture in the width that the screen needs.
pub fn shown(body: &str) -> String {
    each_picture(body, |tag| Some(tag.shown()))
}

/// A stored body as the office shows it before it is public.
pub fn in_office(body: &str) -> String {
    each_picture(body, |tag| Some(tag.in_office()))
}

/// A stored body as it is read away from its site, such as in a feed: files lead to `site`.
pub fn away(body: &str, site: &str) -> String {
    ["src", "href"].into_iter().fold(body.to_owned(), |body, name| {
        body.replace(&format!(" {name}=\"/media/"), &format!(" {name}=\"{site}/media/"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::news::html::clean;

    const ID: &str = "0198c5f0-0000-7000-8000-000000000001";

    #[test]
    fn pictures_say_what_they_show() {
        for (html, is_described) in [
            ("<p>x</p>", true),
            ("<img src=\"/media/1/a.webp\" alt=\"مكتب\">", true),
            ("<img src=\"/media/1/a.webp\">", false),
            ("<img src=\"/media/1/a.webp\" alt=\" \">", false),
            ("<img src=\"/media/1/a.webp\" alt=\"a\"><img src=\"/media/1/b.webp\" alt=\"\">", false),
        ] {
            assert_eq!(pictures_are_described(&clean(html)), is_described, "{html}");
        }
    }

    #[test]
    fn a_size_is_that_of_the_file_and_never_what_was_typed() {
        let typed =
            format!("<p>أ <img width=\"9\" src=\"/media/{ID}/a.jpg\" alt=\"a &gt; b\" lang=\"fr\"></p>");
        let sized = |size| each_picture(&clean(&typed), |tag| Some(tag.sized(size)));
        let tag = format!("<p>أ <img src=\"/media/{ID}/a.jpg\" alt=\"a &gt; b\" lang=\"fr\"");
        assert_eq!(sized(Some((800, 600))), format!("{tag} width=\"800\" height=\"600\"></p>"));
        assert_eq!(sized(None), format!("{tag}></p>"));
    }

    #[test]
    fn a_picture_is_shown_in_the_sizes_that_there_are() {
        let body = format!("<img src=\"/media/{ID}/a.jpg\" alt=\"a\" width=\"640\" height=\"480\">");
        let page = shown(&body);
        let smaller = format!("srcset=\"/media/{ID}/320/picture.webp 320w, /media/{ID}/a.jpg 640w\"");
        assert!(page.contains(&smaller) && page.ends_with(" loading=\"lazy\" decoding=\"async\">"), "{page}");
        assert!(!page.contains("640/picture"), "{page}");
        for plain in [
            format!("<img src=\"/media/{ID}/a.jpg\" alt=\"a\">"),
            "<img src=\"/media/x\" width=\"700\">".into(),
        ] {
            assert!(!shown(&plain).contains("srcset"), "{plain}");
        }
        assert!(in_office(&body).starts_with(&format!("<img src=\"/office/media/{ID}/picture/0\" alt")));
        let linked = format!("<a href=\"/media/{ID}/a.pdf\">a</a>{body}");
        let read = away(&linked, "https://fes.example");
        assert_eq!(read.matches("=\"https://fes.example/media/").count(), 2, "{read}");
    }
}

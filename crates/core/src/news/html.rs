//! What HTML an article may hold. Editors paste from anywhere; only the elements of running text
//! stay, with the attributes that language and direction need, and pictures of the member's own
//! files. Nothing that runs, frames or loads from elsewhere: what was framed becomes a link.

mod pictures;

use std::sync::LazyLock;

use ammonia::Builder;

pub(super) use pictures::each_picture;
pub(crate) use pictures::pictures_are_described;
use pictures::without_empty_pictures;
pub use pictures::{away, in_office, shown};

static ARTICLE: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(
            [
                "p",
                "br",
                "hr",
                "h2",
                "h3",
                "h4",
                "ul",
                "ol",
                "li",
                "blockquote",
                "cite",
                "strong",
                "em",
                "b",
                "i",
                "u",
                "s",
                "sub",
                "sup",
                "a",
                "abbr",
                "time",
                "table",
                "caption",
                "thead",
                "tbody",
                "tr",
                "th",
                "td",
                "span",
                "bdi",
                "dl",
                "dt",
                "dd",
                "img",
            ]
            .into(),
        )
        .clean_content_tags(
            ["script", "style", "title", "noscript", "template", "iframe", "object", "svg", "math"].into(),
        )
        .generic_attributes(["lang", "dir"].into())
        .tag_attributes(
            [
                ("a", ["href"].into()),
                ("th", ["scope", "colspan", "rowspan"].into()),
                ("td", ["colspan", "rowspan"].into()),
                ("abbr", ["title"].into()),
                ("time", ["datetime"].into()),
                ("ol", ["start"].into()),
                ("img", ["src", "alt", "width", "height"].into()),
            ]
            .into(),
        )
        .attribute_filter(|element, attribute, value| match (element, attribute) {
            ("img", "src") => is_own_file(value).then(|| value.into()),
            ("img", "width" | "height") => value.parse::<u16>().is_ok().then(|| value.into()),
            _ => Some(value.into()),
        })
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .link_rel(Some("noopener nofollow"));
    builder
});

/// The part of a body that may be shown.
pub fn clean(html: &str) -> String {
    without_empty_pictures(&ARTICLE.clean(&frames_as_links(html)).to_string())
}

/// A file of the media library, by a path on the site's own host.
fn is_own_file(address: &str) -> bool {
    let is_plain = |c: char| c.is_alphanumeric() || "/-_.%?=&".contains(c);
    address.strip_prefix("/media/").is_some_and(|rest| {
        !rest.is_empty() && !rest.contains("..") && !rest.contains("//") && rest.chars().all(is_plain)
    })
}

/// What was to be framed, such as a film, as a plain link to it. Cleaning comes after.
fn frames_as_links(html: &str) -> String {
    let lower = html.to_ascii_lowercase();
    let mut kept = String::with_capacity(html.len());
    let mut from = 0;
    while let Some(place) = lower[from..].find("<iframe").map(|place| from + place) {
        kept.push_str(&html[from..place]);
        let head = lower[place..].find('>').map_or(html.len(), |end| place + end + 1);
        let end = lower[head..].find("</iframe>").map_or(head, |end| head + end + "</iframe>".len());
        if let Some(address) = framed(&html[place..head]) {
            kept.push_str(&format!("<p><a href=\"{address}\">{address}</a></p>"));
        }
        from = end;
    }
    kept.push_str(&html[from..]);
    kept
}

/// The address that a frame shows, if it is one of the web.
fn framed(tag: &str) -> Option<&str> {
    let (_, rest) = tag.split_once("src=")?;
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
    let address = match quote {
        Some(quote) => rest[1..].split(quote).next()?,
        None => rest.split([' ', '>']).next()?,
    };
    let is_plain = !address.contains(['<', '>', '"', '\'', ' ', '\n']);
    (is_plain && (address.starts_with("https://") || address.starts_with("http://"))).then_some(address)
}

/// The words of a body without their markup, one line a block.
pub fn text(html: &str) -> String {
    let mut spaced = html.to_owned();
    for end in
        ["</p>", "</li>", "</h2>", "</h3>", "</h4>", "</tr>", "</dt>", "</dd>", "<br>", "</blockquote>"]
    {
        spaced = spaced.replace(end, &format!("{end}\n"));
    }
    let bare = Builder::empty().clean(&spaced).to_string();
    let words = bare
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&");
    let lines: Vec<&str> = words.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_running_text_stays() {
        for (dirty, kept) in [
            ("<p dir=\"rtl\" lang=\"ar\">سلام</p>", "<p dir=\"rtl\" lang=\"ar\">سلام</p>"),
            ("<script>alert(1)</script><p>x</p>", "<p>x</p>"),
            ("<p onclick=\"x()\" style=\"color:red\">x</p>", "<p>x</p>"),
            ("<a href=\"javascript:x()\">x</a>", "<a rel=\"noopener nofollow\">x</a>"),
            ("<img src=x onerror=alert(1)>", ""),
            ("<p>a<img src=\"https://elsewhere.example/x.png\" alt=\"x\">b</p>", "<p>ab</p>"),
            ("<img src=\"/media/../office\" alt=\"x\">", ""),
            (
                "<img src=\"/media/0193/a.webp\" alt=\"مكتب\" width=\"640\" height=\"9999999\" onload=\"x()\">",
                "<img src=\"/media/0193/a.webp\" alt=\"مكتب\" width=\"640\">",
            ),
            (
                "<IFRAME width=5 src=\"https://video.example/1?a=b\"></IFRAME>x",
                "<p><a href=\"https://video.example/1?a=b\" rel=\"noopener nofollow\">https://video.example/1?a=b</a></p>x",
            ),
            ("<iframe src=\"javascript:x()\"></iframe>x", "x"),
            ("<iframe src='https://a.example/\"><script>1</script>'></iframe>", ""),
            ("<iframe", ""),
            ("<svg><script>1</script></svg>", ""),
            ("<h1>x</h1>", "x"),
        ] {
            assert_eq!(clean(dirty), kept, "{dirty}");
        }
    }

    #[test]
    fn text_keeps_blocks_apart() {
        assert_eq!(text("<h2>A &amp; B</h2><p>c<br>d</p>"), "A & B\nc\nd");
    }
}

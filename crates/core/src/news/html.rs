//! What HTML an article may hold. Editors paste from anywhere; only the elements of running text
//! stay, with the attributes that language and direction need. Nothing that runs, loads or frames.

use std::sync::LazyLock;

use ammonia::Builder;

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
            ]
            .into(),
        )
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .link_rel(Some("noopener nofollow"));
    builder
});

/// The part of a body that may be shown.
pub fn clean(html: &str) -> String {
    ARTICLE.clean(html).to_string()
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

//! The form of an article as browsers send it, and the step from what is typed to HTML: plain
//! paragraphs need no markup.

use infitah_core::ground::ids::MediaId;
use infitah_core::ground::localised::Localised;
use infitah_core::news::articles::{Article, ArticleInput, Cover};
use infitah_core::news::autosaves::Autosave;
use infitah_i18n::Locale;
use serde::Deserialize;

/// What was typed. A form that only publishes sends the version alone.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ArticleForm {
    pub(crate) version: String,
    pub(crate) category: String,
    pub(crate) then: String,
    /// Under which what is typed is kept: the article's id, or a key of a new form.
    pub(crate) key: String,
    /// A word to the writer, when an article is returned.
    pub(crate) note: String,
    /// When it is to become public.
    pub(crate) publish_at: String,
    /// The id of the picture at its head, or nothing for none; a form that does not say so keeps it.
    pub(crate) cover: Option<String>,
    pub(crate) slug_ar: String,
    pub(crate) slug_fr: String,
    pub(crate) slug_zgh: String,
    pub(crate) slug_en: String,
    pub(crate) title_ar: Option<String>,
    pub(crate) title_fr: Option<String>,
    pub(crate) title_zgh: Option<String>,
    pub(crate) title_en: Option<String>,
    pub(crate) summary_ar: Option<String>,
    pub(crate) summary_fr: Option<String>,
    pub(crate) summary_zgh: Option<String>,
    pub(crate) summary_en: Option<String>,
    pub(crate) body_ar: Option<String>,
    pub(crate) body_fr: Option<String>,
    pub(crate) body_zgh: Option<String>,
    pub(crate) body_en: Option<String>,
}

impl ArticleForm {
    /// The form that shows a stored article; its HTML is shown as it is stored.
    pub(crate) fn of(article: &Article) -> Self {
        let title = |locale| Some(article.titles.exact(locale).unwrap_or_default().to_owned());
        let summary = |locale| Some(article.summaries.exact(locale).unwrap_or_default().to_owned());
        let body = |locale| Some(article.bodies.exact(locale).unwrap_or_default().to_owned());
        // Until an article was public its addresses follow its titles.
        let slug = |locale| match article.published_at {
            Some(_) => article.slugs.get(&locale).cloned().unwrap_or_default(),
            None => String::new(),
        };
        Self {
            version: article.version.to_string(),
            category: article.category.clone().unwrap_or_default(),
            cover: Some(article.cover.as_ref().map(|cover| cover.id.to_string()).unwrap_or_default()),
            key: article.id.to_string(),
            slug_ar: slug(Locale::Ar),
            slug_fr: slug(Locale::Fr),
            slug_zgh: slug(Locale::Zgh),
            slug_en: slug(Locale::En),
            title_ar: title(Locale::Ar),
            title_fr: title(Locale::Fr),
            title_zgh: title(Locale::Zgh),
            title_en: title(Locale::En),
            summary_ar: summary(Locale::Ar),
            summary_fr: summary(Locale::Fr),
            summary_zgh: summary(Locale::Zgh),
            summary_en: summary(Locale::En),
            body_ar: body(Locale::Ar),
            body_fr: body(Locale::Fr),
            body_zgh: body(Locale::Zgh),
            body_en: body(Locale::En),
            ..Self::default()
        }
    }

    /// The form with what was typed and kept, over nothing else.
    pub(crate) fn kept(autosave: &Autosave) -> Self {
        let content = &autosave.content.0;
        let text = |name: &str| content.get(name).cloned().unwrap_or_default();
        let some = |name: &str| Some(text(name));
        Self {
            version: autosave.version.to_string(),
            key: autosave.key.to_string(),
            category: text("category"),
            publish_at: text("publish_at"),
            cover: some("cover"),
            slug_ar: text("slug_ar"),
            slug_fr: text("slug_fr"),
            slug_zgh: text("slug_zgh"),
            slug_en: text("slug_en"),
            title_ar: some("title_ar"),
            title_fr: some("title_fr"),
            title_zgh: some("title_zgh"),
            title_en: some("title_en"),
            summary_ar: some("summary_ar"),
            summary_fr: some("summary_fr"),
            summary_zgh: some("summary_zgh"),
            summary_en: some("summary_en"),
            body_ar: some("body_ar"),
            body_fr: some("body_fr"),
            body_zgh: some("body_zgh"),
            body_en: some("body_en"),
            ..Self::default()
        }
    }

    /// The version that was seen; what is no number matches none.
    pub(crate) fn seen(&self) -> i32 {
        self.version.trim().parse().unwrap_or(-1)
    }

    /// Whether any text was sent along.
    pub(crate) fn has_text(&self) -> bool {
        Locale::ALL.into_iter().any(|locale| {
            self.field("title", locale)
                .or(self.field("summary", locale))
                .or(self.field("body", locale))
                .is_some()
        })
    }

    /// The text of a field in a language, as it was typed.
    pub(crate) fn text(&self, name: &str, locale: Locale) -> &str {
        self.field(name, locale).unwrap_or_default()
    }

    /// The same for core: line ends as one character, bodies as HTML.
    pub(crate) fn input(&self) -> ArticleInput {
        let texts = |name| {
            Localised::new(Locale::ALL.map(|locale| (locale, self.text(name, locale).replace("\r\n", "\n"))))
        };
        ArticleInput {
            titles: texts("title"),
            summaries: texts("summary"),
            bodies: texts("body").map(paragraphs),
            category: (!self.category.is_empty()).then(|| self.category.clone()),
            slugs: Localised::new(Locale::ALL.map(|locale| (locale, self.slug(locale).trim().to_owned()))),
            cover: match self.cover.as_deref() {
                None => Cover::AsIs,
                Some("") => Cover::Without,
                // What is no id is that of no picture.
                Some(id) => Cover::Picture(MediaId(id.parse().unwrap_or_default())),
            },
        }
    }

    /// The address that was chosen for a language.
    pub(crate) fn slug(&self, locale: Locale) -> &str {
        match locale {
            Locale::Ar => &self.slug_ar,
            Locale::Fr => &self.slug_fr,
            Locale::Zgh => &self.slug_zgh,
            Locale::En => &self.slug_en,
        }
    }

    fn field(&self, name: &str, locale: Locale) -> Option<&str> {
        let field = match (name, locale) {
            ("title", Locale::Ar) => &self.title_ar,
            ("title", Locale::Fr) => &self.title_fr,
            ("title", Locale::Zgh) => &self.title_zgh,
            ("title", Locale::En) => &self.title_en,
            ("summary", Locale::Ar) => &self.summary_ar,
            ("summary", Locale::Fr) => &self.summary_fr,
            ("summary", Locale::Zgh) => &self.summary_zgh,
            ("summary", Locale::En) => &self.summary_en,
            ("body", Locale::Ar) => &self.body_ar,
            ("body", Locale::Fr) => &self.body_fr,
            ("body", Locale::Zgh) => &self.body_zgh,
            ("body", Locale::En) => &self.body_en,
            _ => &None,
        };
        field.as_deref()
    }
}

/// The HTML of a typed body. A body with blocks of its own is HTML already. Otherwise a blank line
/// starts a paragraph and a line end stays one; where nothing looks like a tag, `<` and `&` are text.
/// Core cleans the result, so what is no element of running text goes there.
pub(crate) fn paragraphs(typed: &str) -> String {
    if BLOCKS.iter().any(|block| has_tag(typed, block)) {
        return typed.to_owned();
    }
    let text = if has_any_tag(typed) { typed.to_owned() } else { escape(typed) };
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    lines
        .split(|line| line.is_empty())
        .filter(|lines| !lines.is_empty())
        .map(|lines| format!("<p>{}</p>", lines.join("<br>\n")))
        .collect::<Vec<_>>()
        .join("\n")
}

/// A stored body as it is typed where there is no editor for HTML: what is nothing but paragraphs is
/// plain text with blank lines, all else stays HTML.
pub(crate) fn unwrapped(html: &str) -> String {
    let plain = html.replace("</p>", "\n\n").replace("<p>", "").replace("<br>\n", "\n").replace("<br>", "\n");
    let plain =
        plain.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", "\u{a0}").replace("&amp;", "&");
    let lines: Vec<&str> = plain.lines().map(str::trim).collect();
    let plain = lines.join("\n").replace("\n\n\n", "\n\n").trim().to_owned();
    let same = |html: &str| {
        let html = html
            .replace("&nbsp;", "\u{a0}")
            .replace("&gt;", ">")
            .replace("&#34;", "\"")
            .replace("&#39;", "'");
        html.split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .replace("<br> ", "<br>")
            .replace("</p> <p>", "</p><p>")
    };
    // Only what comes back as it was: nothing is lost by opening and saving a form.
    if same(&paragraphs(&plain)) == same(html) { plain } else { html.to_owned() }
}

/// Elements that make a body HTML.
const BLOCKS: [&str; 13] =
    ["p", "h1", "h2", "h3", "h4", "ul", "ol", "dl", "div", "blockquote", "table", "hr", "section"];

fn has_any_tag(text: &str) -> bool {
    text.match_indices('<').any(|(place, _)| {
        text.as_bytes()
            .get(place + 1)
            .is_some_and(|next| next.is_ascii_alphabetic() || *next == b'/' || *next == b'!')
    })
}

fn has_tag(text: &str, name: &str) -> bool {
    text.match_indices('<').any(|(place, _)| {
        let rest = &text.as_bytes()[place + 1..];
        let starts = rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()));
        starts && matches!(rest.get(name.len()), Some(b'>' | b'/' | b' ' | b'\n' | b'\t'))
    })
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_paragraphs_become_html() {
        for (typed, html) in [
            ("سطر أول\n\nسطر ثان", "<p>سطر أول</p>\n<p>سطر ثان</p>"),
            ("a\nb\n \n\n\nc\n", "<p>a<br>\nb</p>\n<p>c</p>"),
            ("3 < 5 & 7 > 2", "<p>3 &lt; 5 &amp; 7 &gt; 2</p>"),
            ("un <strong>mot</strong>\n\nfin", "<p>un <strong>mot</strong></p>\n<p>fin</p>"),
            ("<p>a</p>\n\n<p>b</p>", "<p>a</p>\n\n<p>b</p>"),
            ("<H2>a</H2>", "<H2>a</H2>"),
            ("a<script>x</script>", "<p>a<script>x</script></p>"),
            ("a <", "<p>a &lt;</p>"),
            ("", ""),
            (" \n ", ""),
        ] {
            assert_eq!(paragraphs(typed), html, "{typed:?}");
        }
    }

    #[test]
    fn stored_paragraphs_are_typed_as_plain_text() {
        for (html, typed) in [
            ("<p>سطر أول</p>\n<p>سطر ثان</p>", "سطر أول\n\nسطر ثان"),
            ("<p>a</p><p>b<br>c</p>", "a\n\nb\nc"),
            ("<p>3 &lt; 5 &amp; 7 &gt; 2</p>", "3 < 5 & 7 > 2"),
            ("<p>un <strong>mot</strong></p>", "un <strong>mot</strong>"),
            ("<ul><li>a</li></ul><p>b</p>", "<ul><li>a</li></ul><p>b</p>"),
            ("<p>&lt;p&gt;</p>", "<p>&lt;p&gt;</p>"),
            ("<p lang=\"fr\">a</p>", "<p lang=\"fr\">a</p>"),
            ("", ""),
        ] {
            assert_eq!(unwrapped(html), typed, "{html:?}");
        }
    }

    #[test]
    fn a_form_is_read_language_by_language() {
        let form = ArticleForm {
            title_ar: Some("عنوان".into()),
            title_fr: Some(String::new()),
            body_ar: Some("فقرة\r\n\r\nأخرى".into()),
            ..ArticleForm::default()
        };
        let input = form.input();
        assert_eq!(input.titles.locales().collect::<Vec<_>>(), [Locale::Ar]);
        assert_eq!(input.bodies.text(Locale::Ar), "<p>فقرة</p>\n<p>أخرى</p>");
        assert!(form.has_text() && !ArticleForm::default().has_text());
        assert_eq!((form.seen(), input.category), (-1, None));
    }
}

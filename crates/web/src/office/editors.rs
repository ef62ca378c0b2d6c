//! The page on which an article is written: one panel a language, side by side. The same page shows
//! broken rules beside their fields and, when two people wrote at once, both versions.

use askama::Template;
use infitah_core::ground::calendar;
use infitah_core::news::articles::{Article, Desk, NOTE_MAX, Status};
use infitah_core::news::autosaves::Autosave;
use infitah_core::news::{categories, html};
use infitah_core::tenancy::permission::Action;
use infitah_i18n::Locale;

use super::articles::status_key;
use super::breaches::Breach;
use super::covers::CoverChoice;
use super::forms::ArticleForm;
use super::frames::Frame;
use super::visits::Visit;
use crate::words::Phrase;

/// The page.
#[derive(Debug, Template)]
#[template(path = "office/editor.html")]
pub(crate) struct EditorPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) article: Option<Facts>,
    pub(crate) panels: Vec<Panel>,
    pub(crate) categories: Vec<Choice>,
    pub(crate) category_breach: Option<String>,
    /// The pictures that it may have at its head.
    pub(crate) covers: Vec<CoverChoice>,
    pub(crate) cover_breach: Option<String>,
    /// Files may be sent to the library from here.
    pub(crate) may_send: bool,
    pub(crate) breaches: Vec<Breach>,
    pub(crate) problem: Option<Phrase>,
    pub(crate) may_publish: bool,
    pub(crate) theirs: Vec<Side>,
    /// Under which what is typed is kept.
    pub(crate) key: String,
    /// What was typed and not saved stands in the form, since then.
    pub(crate) brought_back: Option<String>,
    /// The time that was typed for its publication.
    pub(crate) publish_at: String,
    pub(crate) publish_breach: Option<String>,
    pub(crate) note_breach: Option<String>,
    pub(crate) note: String,
}

/// What is known of a stored article.
#[derive(Debug, Clone)]
pub(crate) struct Facts {
    pub(crate) id: String,
    pub(crate) version: i32,
    pub(crate) status_key: String,
    pub(crate) is_public: bool,
    pub(crate) may_unpublish: bool,
    pub(crate) public_url: String,
    /// Where it stands.
    pub(crate) status: Status,
    /// When it becomes public by itself.
    pub(crate) scheduled: Option<String>,
    /// Why it was returned to its writer.
    pub(crate) return_note: Option<String>,
}

/// The fields of one language.
#[derive(Debug, Clone)]
pub(crate) struct Panel {
    pub(crate) locale: Locale,
    pub(crate) is_empty: bool,
    /// It opens with the page: the site's own language, and whatever holds something.
    pub(crate) is_open: bool,
    /// Its text is older than that of the site's own language.
    pub(crate) is_older: bool,
    pub(crate) fields: Vec<Field>,
    pub(crate) slug: Field,
}

/// One field of a panel.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) control: String,
    pub(crate) value: String,
    pub(crate) breach: Option<String>,
}

/// One category to choose.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    pub(crate) code: &'static str,
    pub(crate) name: Phrase,
    pub(crate) is_chosen: bool,
}

/// The stored version in one language, beside what was typed.
#[derive(Debug, Clone)]
pub(crate) struct Side {
    pub(crate) locale: Locale,
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) body: String,
}

impl EditorPage {
    /// The page of a form, stored or not.
    pub(crate) fn of(visit: &Visit, article: Option<&Article>, form: &ArticleForm) -> Self {
        let title = if article.is_some() { "office-editor-title-edit" } else { "office-editor-title-new" };
        Self {
            frame: visit.frame(title),
            room: "/office/articles",
            article: article.map(|article| Facts::of(visit, article)),
            panels: panels(visit.scope.tenant().default_locale, form),
            categories: choices(visit, &form.category),
            category_breach: None,
            covers: Vec::new(),
            cover_breach: None,
            may_send: visit.permits(Action::ManageMedia),
            breaches: Vec::new(),
            problem: None,
            may_publish: visit.permits(Action::PublishArticle),
            theirs: Vec::new(),
            key: article.map_or_else(|| form.key.clone(), |article| article.id.to_string()),
            brought_back: None,
            publish_at: form.publish_at.clone(),
            publish_breach: None,
            note_breach: None,
            note: form.note.clone(),
        }
    }

    /// The same page with what only the office knows of the article.
    pub(crate) fn at_desk(mut self, visit: &Visit, article: &Article, desk: &Desk) -> Self {
        let older = desk.older_than(visit.scope.tenant().default_locale);
        for panel in &mut self.panels {
            panel.is_older = older.contains(&panel.locale) && article.titles.exact(panel.locale).is_some();
        }
        if let Some(facts) = &mut self.article {
            facts.scheduled = desk.publish_at.map(|at| visit.words.date_time(calendar::local(at)));
            facts.return_note = desk.return_note.clone();
        }
        if let Some(at) = desk.publish_at.filter(|_| self.publish_at.is_empty()) {
            self.publish_at = calendar::local(at).format("%Y-%m-%dT%H:%M").to_string();
        }
        self
    }

    /// The same page with these pictures to choose.
    pub(crate) fn offering(self, covers: Vec<CoverChoice>) -> Self {
        Self { covers, ..self }
    }

    /// The picture that is ticked.
    pub(crate) fn cover(&self) -> Option<&CoverChoice> {
        self.covers.iter().find(|choice| choice.is_chosen)
    }

    /// The same page, saying that what was typed and not saved is back.
    pub(crate) fn brought_back(mut self, visit: &Visit, kept: Option<&Autosave>) -> Self {
        self.brought_back = kept.map(|kept| visit.words.date_time(calendar::local(kept.saved_at)));
        // The version that was being changed, so that what somebody else saved meanwhile is told.
        if let Some((facts, kept)) = self.article.as_mut().zip(kept) {
            facts.version = kept.version;
        }
        self
    }

    /// The longest word to a writer.
    pub(crate) fn note_max(&self) -> usize {
        NOTE_MAX
    }

    /// The same page with broken rules at their fields.
    pub(crate) fn with_breaches(mut self, breaches: Vec<Breach>) -> Self {
        let at = |control: &str| breaches.iter().find(|breach| breach.control == control);
        Panel::mark(&mut self.panels, &breaches);
        self.publish_breach = at("publish_at").map(|breach| breach.sentence.clone());
        self.note_breach = at("note").map(|breach| breach.sentence.clone());
        self.category_breach = at("category").map(|breach| breach.sentence.clone());
        self.cover_breach = at("cover").map(|breach| breach.sentence.clone());
        self.breaches = breaches;
        self
    }

    /// The same page with a sentence above it.
    pub(crate) fn with_problem(mut self, problem: Phrase) -> Self {
        self.problem = Some(problem);
        self
    }

    /// The same page with the stored version beside the form.
    pub(crate) fn beside(mut self, stored: &Article) -> Self {
        self.theirs = self.panels.iter().filter_map(|panel| Side::of(stored, panel.locale)).collect();
        self.frame.title = self.frame.t("office-conflict-title");
        self
    }
}

impl Facts {
    fn of(visit: &Visit, article: &Article) -> Self {
        let is_public = article.status == Status::Published;
        Self {
            id: article.id.to_string(),
            version: article.version,
            status_key: status_key(article.status),
            is_public,
            status: article.status,
            scheduled: None,
            return_note: None,
            may_unpublish: is_public && visit.permits(Action::UnpublishArticle),
            public_url: article.url(&visit.scope.tenant().url, visit.locale()),
        }
    }
}

impl Facts {
    /// It is being written.
    pub(crate) fn is_draft(&self) -> bool {
        self.status == Status::Draft
    }

    /// It was handed in.
    pub(crate) fn is_in_review(&self) -> bool {
        self.status == Status::InReview
    }

    /// It is put away.
    pub(crate) fn is_archived(&self) -> bool {
        self.status == Status::Archived
    }
}

impl Panel {
    /// One a language with these fields and a slug; the site's own language first, for it is the
    /// fallback of all others.
    pub(crate) fn all<'a>(
        main: Locale,
        names: &[&'static str],
        value: impl Fn(&'static str, Locale) -> &'a str,
    ) -> Vec<Self> {
        let others = Locale::ALL.into_iter().filter(|&locale| locale != main);
        let panel = |locale| {
            let field = |name| Field::of(name, locale, value(name, locale));
            let fields: Vec<Field> = names.iter().map(|&name| field(name)).collect();
            let is_empty = fields.iter().all(|field| field.value.is_empty());
            let is_open = locale == main || !is_empty;
            Self { locale, is_empty, is_open, is_older: false, fields, slug: field("slug") }
        };
        std::iter::once(main).chain(others).map(panel).collect()
    }

    /// The same panels with broken rules at their fields.
    pub(crate) fn mark(panels: &mut [Self], breaches: &[Breach]) {
        for panel in panels {
            for field in panel.fields.iter_mut().chain([&mut panel.slug]) {
                let breach = breaches.iter().find(|breach| breach.control == field.control);
                field.breach = breach.map(|breach| breach.sentence.clone());
                panel.is_open |= field.breach.is_some();
            }
        }
    }

    /// Its fields in their order.
    pub(crate) fn controls(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().chain([&self.slug])
    }
}

impl Field {
    /// It holds one line.
    pub(crate) fn is_line(&self) -> bool {
        matches!(self.name, "title" | "slug")
    }

    fn of(name: &'static str, locale: Locale, value: &str) -> Self {
        Self { name, control: format!("{name}_{}", locale.code()), value: value.to_owned(), breach: None }
    }

    /// The ids of what describes the control: its hint and, when a rule is broken, the sentence.
    pub(crate) fn described_by(&self) -> String {
        let hint = ["summary", "body", "slug"].contains(&self.name).then(|| format!("{}_hint", self.name));
        let error = self.breach.is_some().then(|| format!("{}_error", self.control));
        hint.into_iter().chain(error).collect::<Vec<_>>().join(" ")
    }

    /// The message key of the label.
    pub(crate) fn label(&self) -> String {
        format!("office-editor-field-{}", self.name)
    }
}

impl Side {
    fn of(stored: &Article, locale: Locale) -> Option<Self> {
        let title = stored.titles.exact(locale)?.to_owned();
        let summary = stored.summaries.exact(locale).unwrap_or_default().to_owned();
        let body = html::in_office(stored.bodies.exact(locale).unwrap_or_default());
        Some(Self { locale, title, summary, body })
    }
}

/// The panels of an article.
pub(crate) fn panels(main: Locale, form: &ArticleForm) -> Vec<Panel> {
    Panel::all(main, &["title", "summary", "body"], |name, locale| match name {
        "slug" => form.slug(locale),
        name => form.text(name, locale),
    })
}

fn choices(visit: &Visit, chosen: &str) -> Vec<Choice> {
    let choice =
        |code| Choice { code, name: visit.phrase(&format!("category-{code}")), is_chosen: code == chosen };
    categories::ALL.into_iter().map(choice).collect()
}

//! One line of the sheet of reports: what is known of a milestone, what was typed about it, and how
//! what was typed is read. Names of controls begin with the id of the milestone.

use infitah_core::ground::error::{Error, FieldError, Result};
use infitah_core::ground::ids::{MediaId, ReportId};
use infitah_core::ground::localised::Localised;
use infitah_core::programme::drafts::DraftInput;
use infitah_core::programme::reporting::{Due, LastReport, Period};
use infitah_core::programme::reports::{OBSTACLES, ReportInput, ReportStatus, Seen};
use infitah_core::programme::states::State;
use infitah_i18n::{Arg, Locale};

use super::fields::{Broken, Choice, sentence};
use super::typed::{Reader, Typed};
use super::visits::Visit;
use crate::states::Shape;
use crate::words::Phrase;

/// A line as the page shows it.
#[derive(Debug, Clone)]
pub(crate) struct LineView {
    pub(crate) id: String,
    pub(crate) number: i32,
    pub(crate) title: Option<Phrase>,
    pub(crate) due: Option<Phrase>,
    pub(crate) is_overdue: bool,
    pub(crate) is_reported: bool,
    pub(crate) is_open: bool,
    pub(crate) shape: Shape,
    pub(crate) last: Option<LastView>,
    pub(crate) theirs: Option<LastView>,
    pub(crate) states: Vec<Choice>,
    pub(crate) texts: [(Locale, String); 2],
    pub(crate) on: String,
    pub(crate) url: String,
    pub(crate) obstacles: Vec<Choice>,
    pub(crate) kept: Vec<(String, String)>,
    pub(crate) seen: String,
    pub(crate) key: String,
    pub(crate) has_draft: bool,
    pub(crate) breaches: Vec<Broken>,
}

/// An entry of the ledger beside a line.
#[derive(Debug, Clone)]
pub(crate) struct LastView {
    pub(crate) shape: Shape,
    pub(crate) day: String,
    pub(crate) text: Option<Phrase>,
    pub(crate) url: Option<String>,
    pub(crate) status: String,
    pub(crate) reason: Option<String>,
    pub(crate) is_own: bool,
    /// Where it is corrected, once it is in the ledger.
    pub(crate) correction: Option<String>,
}

/// The languages that reports are typed in.
const LOCALES: [Locale; 2] = [Locale::Ar, Locale::Fr];

/// What was typed of one line.
#[derive(Debug, Clone)]
pub(crate) struct TypedLine {
    /// The fields without the id in their names.
    typed: Typed,
}

impl TypedLine {
    /// The part of a form that is about a milestone.
    pub(crate) fn of(form: &Typed, id: &str) -> Self {
        let prefix = format!("{id}-");
        let pairs = form.pairs().filter_map(|(name, value)| {
            name.strip_prefix(&prefix).map(|name| (name.to_owned(), value.to_owned()))
        });
        Self { typed: Typed::new(pairs.collect()) }
    }

    /// A line whose fields have names of their own.
    pub(crate) fn alone(typed: Typed) -> Self {
        Self { typed }
    }

    /// What was kept of it the last time.
    fn of_draft(due: &Due) -> Self {
        let Some(draft) = &due.draft else { return Self { typed: Typed::default() } };
        let typed = Typed::default()
            .with_some("state", draft.state.map(State::code))
            .with_texts("texts", &draft.texts)
            .with_some("reported_on", draft.reported_on)
            .with_some("evidence_url", draft.evidence_url.as_deref())
            .with_some("obstacle", draft.obstacle.as_deref());
        Self { typed }
    }

    /// Something was filled in.
    pub(crate) fn is_filled(&self) -> bool {
        let has = |name: &str| self.typed.some(name).is_some();
        has("state") || has("evidence_url") || has("obstacle") || has("kept") || !self.texts().is_empty()
    }

    /// Files were sent with it.
    pub(crate) fn has_files(&self) -> bool {
        self.typed.some("kept").is_some()
    }

    /// The same with one more file.
    pub(crate) fn keep(&mut self, id: MediaId, name: &str) {
        self.typed = std::mem::take(&mut self.typed).with("kept", format!("{id} {name}"));
    }

    /// As a draft, as far as it can be read.
    pub(crate) fn draft(&self) -> DraftInput {
        DraftInput {
            state: State::from_code(self.typed.get("state")),
            texts: self.texts(),
            evidence_url: self.typed.some("evidence_url"),
            obstacle: self.typed.some("obstacle"),
            reported_on: super::typed::day(self.typed.get("reported_on")),
        }
    }

    /// As a report.
    ///
    /// # Errors
    /// `Invalid` with all that cannot be read.
    pub(crate) fn report(&self, period: Option<Period>) -> Result<ReportInput> {
        let mut reader = Reader::of(&self.typed);
        let state = reader.chosen("state", State::from_code);
        let reported_on = reader.needed_day("reported_on");
        if state.is_some_and(|state| matches!(state, State::NotStarted | State::Limited))
            && self.typed.some("obstacle").is_none()
        {
            reader.refuse(FieldError::new("obstacle", "field-required"));
        }
        reader.finish()?;
        let missing = |field| Error::invalid(field, "field-required");
        let state = state.ok_or_else(|| missing("state"))?;
        let reported_on = reported_on.ok_or_else(|| missing("reported_on"))?;
        Ok(ReportInput {
            texts: self.texts(),
            evidence_url: self.typed.some("evidence_url"),
            files: self.kept().filter_map(|(id, _)| id.parse().ok().map(MediaId)).collect(),
            obstacle: self.typed.some("obstacle"),
            period_ends_on: period.map(|period| period.ends_on),
            client_key: self.typed.some("key"),
            seen: seen(self.typed.get("seen")),
            ..ReportInput::of(state, reported_on)
        })
    }

    fn texts(&self) -> Localised {
        self.typed.texts("texts")
    }

    fn kept(&self) -> impl Iterator<Item = (&str, &str)> {
        self.typed.all("kept").filter_map(|kept| kept.split_once(' '))
    }
}

fn seen(text: &str) -> Seen {
    match text {
        "nothing" => Seen::Nothing,
        id => id.parse().map_or(Seen::Unknown, |id| Seen::Latest(ReportId(id))),
    }
}

/// Whether a report of a milestone is asked for in a period: work on it has begun, and is not over.
pub(crate) fn is_wanted(due: &Due, period: Option<Period>) -> bool {
    let is_over =
        due.published.as_ref().is_some_and(|last| matches!(last.state, State::Complete | State::Dropped));
    let has_begun = period.is_none_or(|period| due.starts_on.is_none_or(|day| day <= period.ends_on));
    !due.is_reported && !is_over && has_begun
}

impl LineView {
    /// A line of the sheet with what was typed now, or kept the last time.
    pub(crate) fn of(visit: &Visit, due: &Due, period: Option<Period>, sent: Option<&TypedLine>) -> Self {
        let kept_before = TypedLine::of_draft(due);
        let line = sent.unwrap_or(&kept_before);
        let typed = &line.typed;
        let dated = |day| {
            let day = visit.words.date(day);
            Phrase::of(visit.words.with("office-sheet-due", &[("date", Arg::Text(&day))]), visit.locale())
        };
        let state = |state: State| Choice {
            code: state.code().to_owned(),
            name: visit.phrase(Shape::of_state(Some(state)).key),
            is_chosen: typed.get("state") == state.code(),
        };
        let obstacle = |code: &str| Choice {
            code: code.to_owned(),
            name: visit.phrase(&if code.is_empty() {
                "office-sheet-no-obstacle".to_owned()
            } else {
                format!("obstacle-{code}")
            }),
            is_chosen: typed.get("obstacle") == code,
        };
        let text = |locale: Locale| (locale, typed.get(&format!("texts_{}", locale.code())).to_owned());
        // The site's own language first, the other one folded away until it is needed.
        let [ar, fr] = LOCALES.map(text);
        let texts = if visit.scope.tenant().default_locale == Locale::Fr { [fr, ar] } else { [ar, fr] };
        let latest = due.last.as_ref().map_or("nothing".to_owned(), |last| last.id.to_string());
        Self {
            id: due.milestone.to_string(),
            number: due.number,
            title: Phrase::written(&due.titles, visit.locale()),
            due: due.due_on.map(dated),
            is_overdue: due.is_overdue,
            is_reported: due.is_reported,
            is_open: is_wanted(due, period) || line.is_filled(),
            shape: Shape::of_state(due.published.as_ref().map(|report| report.state)),
            last: due.last.as_ref().or(due.published.as_ref()).map(|last| LastView::of(visit, last)),
            theirs: None,
            states: State::ALL.map(state).into(),
            texts,
            on: typed.some("reported_on").unwrap_or_else(|| visit.scope.today().to_string()),
            url: typed.get("evidence_url").to_owned(),
            obstacles: std::iter::once("").chain(OBSTACLES).map(obstacle).collect(),
            kept: line.kept().map(|(id, name)| (format!("{id} {name}"), name.to_owned())).collect(),
            seen: latest,
            key: typed.some("key").unwrap_or_else(|| visit.scope.hub().new_request_id().to_string()),
            has_draft: sent.is_none() && due.draft.is_some(),
            breaches: Vec::new(),
        }
    }

    /// The same with why core did not take it.
    pub(crate) fn refused(mut self, visit: &Visit, error: &Error, due: &Due) -> Self {
        let broken = |control: &str, label: &str, sentence: String| Broken {
            control: if control.is_empty() { String::new() } else { format!("{}-{control}", self.id) },
            label: if label.is_empty() { String::new() } else { visit.words.plain(label, &[]) },
            sentence,
        };
        let of_field = |error: &FieldError| {
            let (control, label) = match error.field.split('.').next().unwrap_or_default() {
                "state" => ("state", "office-sheet-state"),
                "reported_on" => ("reported_on", "office-sheet-day"),
                "evidence_url" => ("evidence_url", "office-sheet-evidence"),
                "obstacle" => ("obstacle", "office-sheet-obstacle"),
                "files" | "file" => ("file", "office-sheet-files"),
                "texts" => ("texts_ar", "office-sheet-text"),
                _ => ("", ""),
            };
            broken(control, label, sentence(visit.words, error))
        };
        let breaches = match error {
            Error::Invalid(errors) => errors.iter().map(of_field).collect(),
            Error::Conflict(key) | Error::Denied(key) => vec![broken("", "", visit.words.plain(key, &[]))],
            _ => vec![broken("", "", visit.words.plain("error-unavailable-text", &[]))],
        };
        if let Error::Conflict("report-newer") = error {
            self.theirs = due.last.as_ref().map(|last| LastView::of(visit, last));
        }
        self.breaches.extend(breaches);
        self.is_open = true;
        self
    }

    /// What is to be corrected at one control.
    pub(crate) fn breach(&self, control: &str) -> Option<&Broken> {
        let id = format!("{}-{control}", self.id);
        self.breaches.iter().find(|breach| breach.control == id)
    }
}

impl LastView {
    fn of(visit: &Visit, last: &LastReport) -> Self {
        Self {
            shape: Shape::of_state(Some(last.state)),
            day: visit.words.date(last.reported_on),
            text: Phrase::written(&last.texts, visit.locale()),
            url: last.evidence_url.clone(),
            status: format!("office-report-{}", last.status.code()),
            reason: last.return_reason.clone(),
            is_own: last.is_own,
            correction: (last.status == ReportStatus::Approved)
                .then(|| format!("/office/reports/corrections/{}", last.id)),
        }
    }
}

//! Where the day begins: what needs the person who is signed in, each with the way to it. What
//! waits is core's to say; here it is put into words, the most pressing first.

use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use infitah_core::desk::needs::{self, Needs};
use infitah_core::ground::calendar;
use infitah_core::ground::few::Few;
use infitah_core::news::articles::ArticleLine;
use infitah_core::news::events::EventLine;
use infitah_core::notify::deliveries::Failed;
use infitah_core::programme::cycle::StepLine;
use infitah_core::programme::reporting::Wanting;
use infitah_core::programme::reports::ReportLine;
use infitah_core::programme::sessions::SessionLine;
use infitah_core::tenancy::permission::Action;
use infitah_core::trust::personal_data::Request;
use infitah_i18n::Arg;

use super::deliveries;
use super::frames::Frame;
use super::programmes::Done;
use super::visits::Visit;
use crate::answers::{Answer, page_with};
use crate::words::Phrase;

/// Where it is.
pub(crate) const ROOM: &str = "/office/home";

/// The page.
#[derive(Debug, Template)]
#[template(path = "office/home.html")]
pub(crate) struct HomePage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) today: String,
    pub(crate) needs: Vec<NeedView>,
    /// Where to go when nothing waits.
    pub(crate) onward: (&'static str, &'static str),
}

/// One thing that waits, or several of a kind.
#[derive(Debug, Clone)]
pub(crate) struct NeedView {
    /// The name of the need in message keys and in the page.
    pub(crate) code: &'static str,
    pub(crate) total: u64,
    /// The list that holds all of them.
    pub(crate) path: String,
    pub(crate) rows: Vec<NeedRow>,
}

/// One of them.
#[derive(Debug, Clone)]
pub(crate) struct NeedRow {
    pub(crate) path: String,
    pub(crate) title: Phrase,
    /// When, or why.
    pub(crate) about: Option<Phrase>,
    pub(crate) is_late: bool,
    /// What somebody wrote about it.
    pub(crate) note: Option<String>,
}

/// `GET /office/home`.
pub(crate) async fn show(visit: Visit, Query(after): Query<Done>) -> Answer {
    let needs = needs::today(&visit.scope).await?;
    let page = HomePage {
        frame: visit.frame("office-home-title").after(&after.done),
        room: ROOM,
        today: visit.words.date_with_weekday(visit.scope.today()),
        needs: views(&visit, &needs),
        onward: if visit.permits(Action::ReadDashboard) {
            ("/office/dashboard", "office-menu-dashboard")
        } else {
            ("/office/articles", "office-menu-articles")
        },
    };
    page_with(StatusCode::OK, &page)
}

/// The needs in the order in which they press.
fn views(visit: &Visit, needs: &Needs) -> Vec<NeedView> {
    let articles = &needs.articles;
    let article = |key: &'static str| move |line: &ArticleLine| NeedRow::article(visit, line, key);
    let views = [
        needs.reports.as_ref().map(|wanting| NeedView::reports(visit, wanting)),
        NeedView::of("returned-reports", "/office/reports/mine", &needs.returned_reports, |line| {
            NeedRow::report(visit, line)
        }),
        NeedView::of("returned", "/office/articles?status=draft", &articles.returned, article("")),
        NeedView::of("queue", "/office/reports/queue", &needs.reports_to_judge, |line| NeedRow {
            path: "/office/reports/queue".to_owned(),
            ..NeedRow::report(visit, line)
        }),
        NeedView::of(
            "review",
            "/office/articles?status=in_review",
            &articles.to_review,
            article("today-handed-in"),
        ),
        NeedView::of("steps", "/office/programme", &needs.steps, |line| NeedRow::step(visit, line)),
        NeedView::of("sessions", "/office/sessions", &needs.sessions, |line| NeedRow::session(visit, line)),
        NeedView::of("minutes", "/office/events?shown=past", &needs.events, |line| {
            NeedRow::event(visit, line)
        }),
        NeedView::of("requests", "/office/personal-data", &needs.requests, |line| {
            NeedRow::request(visit, line)
        }),
        NeedView::of("failures", deliveries::ROOM, &needs.failures, |line| NeedRow::failure(visit, line)),
        NeedView::of(
            "drafts",
            "/office/articles?status=draft",
            &articles.drafts,
            article("today-last-changed"),
        ),
        NeedView::of(
            "scheduled",
            "/office/articles?status=scheduled",
            &articles.scheduled,
            article("today-appears"),
        ),
    ];
    views.into_iter().flatten().collect()
}

impl NeedView {
    fn of<T>(code: &'static str, path: &str, few: &Few<T>, row: impl Fn(&T) -> NeedRow) -> Option<Self> {
        let rows = few.first.iter().map(row).collect();
        (!few.is_empty()).then(|| Self { code, total: few.total, path: path.to_owned(), rows })
    }

    /// The sheet is the only way to all of them, so it is the only row.
    fn reports(visit: &Visit, wanting: &Wanting) -> Self {
        let path = format!("/office/reports/{}?period={}", wanting.cycle, wanting.period.ends_on);
        let until = visit.words.date(wanting.period.due_on);
        let missing = i64::try_from(wanting.missing).unwrap_or(i64::MAX);
        let title = visit.words.with("office-sheet-missing", &[("count", Arg::Number(missing))]);
        let row = NeedRow {
            path: path.clone(),
            title: Phrase::of(title, visit.locale()),
            about: Some(dated(visit, "office-sheet-due-on", &until)),
            is_late: wanting.is_late,
            note: None,
        };
        Self { code: "reports", total: wanting.missing, path, rows: vec![row] }
    }

    /// More wait than are shown.
    pub(crate) fn has_more(&self) -> bool {
        self.code != "reports" && self.total > self.rows.len() as u64
    }
}

impl NeedRow {
    fn new(path: String, title: Phrase) -> Self {
        Self { path, title, about: None, is_late: false, note: None }
    }

    fn report(visit: &Visit, line: &ReportLine) -> Self {
        let period = line.period_ends_on.map(|day| format!("?period={day}")).unwrap_or_default();
        let place = format!("{}.{}", line.commitment_number, line.milestone_number);
        let title = Phrase::written(&line.milestone_titles, visit.locale());
        let title = title.map_or_else(
            || Phrase::own(place.clone(), visit.locale()),
            |title| Phrase::new(format!("{place} {}", title.plain()), title.locale(), visit.locale()),
        );
        let day = visit.words.date(calendar::day(line.submitted_at));
        Self {
            about: Some(dated(visit, "today-handed-in", &day)),
            note: line.return_reason.clone(),
            ..Self::new(format!("/office/reports/{}{period}#line-{}", line.cycle, line.milestone), title)
        }
    }

    fn article(visit: &Visit, line: &ArticleLine, key: &str) -> Self {
        let title = Phrase::written(&line.titles, visit.locale())
            .unwrap_or_else(|| visit.phrase("office-articles-untitled"));
        let at = visit.words.date_time(calendar::local(line.at));
        Self {
            about: (!key.is_empty()).then(|| dated(visit, key, &at)),
            note: line.return_note.clone(),
            ..Self::new(format!("/office/articles/{}", line.id), title)
        }
    }

    fn step(visit: &Visit, line: &StepLine) -> Self {
        let path = format!("/office/programme/{}/steps/{}", line.cycle, line.step);
        let day = visit.words.date(line.planned_on);
        Self {
            about: Some(dated(visit, "today-planned", &day)),
            is_late: line.planned_on < visit.scope.today(),
            ..Self::new(path, visit.phrase(&format!("step-{}", line.step)))
        }
    }

    fn session(visit: &Visit, line: &SessionLine) -> Self {
        let title = visit.phrase(&format!("council-session-{}", line.kind.code()));
        let day = visit.words.date(line.starts_on);
        Self {
            about: Some(Phrase::own(day, visit.locale())),
            ..Self::new(format!("/office/sessions/{}", line.id), title)
        }
    }

    fn event(visit: &Visit, line: &EventLine) -> Self {
        let title = Phrase::written(&line.titles, visit.locale())
            .unwrap_or_else(|| visit.phrase("office-articles-untitled"));
        let day = visit.words.date(calendar::day(line.starts_at));
        Self {
            about: Some(Phrase::own(day, visit.locale())),
            ..Self::new(format!("/office/events/{}", line.id), title)
        }
    }

    fn request(visit: &Visit, line: &Request) -> Self {
        let day = visit.words.date(line.received_on);
        Self {
            about: Some(dated(visit, "today-received", &day)),
            ..Self::new(
                "/office/personal-data".to_owned(),
                visit.phrase(&format!("personal-kind-{}", line.kind)),
            )
        }
    }

    fn failure(visit: &Visit, line: &Failed) -> Self {
        Self {
            about: Some(deliveries::reason(visit, line)),
            ..Self::new(deliveries::ROOM.to_owned(), deliveries::title(visit, line))
        }
    }
}

/// A message with a day or a time in it.
fn dated(visit: &Visit, key: &str, date: &str) -> Phrase {
    Phrase::of(visit.words.with(key, &[("date", Arg::Text(date))]), visit.locale())
}

//! Every page of a member in every language, from sample values.

use chrono::NaiveDate;
use infitah_core::ground::ids::{
    AssessmentId, AxisId, CommitmentId, IndicatorId, MeasurementId, ProgrammeId, TenantId,
};
use infitah_core::ground::localised::Localised;
use infitah_core::programme::assessments::{Assessment, Completion, EarlyResults, EvaluatorKind};
use infitah_core::programme::commitments::Commitment;
use infitah_core::programme::committee::Parity;
use infitah_core::programme::indicators::{Indicator, Measurement};
use infitah_core::programme::programmes::{Origin, Programme, ProgrammeStatus, SessionKind};
use infitah_core::programme::progress::Progress;
use infitah_core::programme::reporting::Freshness;
use infitah_core::programme::revisions::Revision;
use infitah_core::programme::states::{State, Status};
use infitah_core::programme::versions::{Changed, Comparison, Differences, Field, FieldChange, Item};
use infitah_core::programme::words;
use infitah_i18n::Locale;
use uuid::Uuid;

use super::changes::ChangeDay;
use super::commitments::{CommitmentPage, FileLine, MilestoneLine, ReportLine};
use super::comparison::{ChangesPage, Compared};
use super::council::{Seat, SessionLine};
use super::homes::HomePage;
use super::news::{ArticlePage, NewsPage};
use super::notices::{AboutPage, Notice, PrivacyPage};
use super::outcomes::{AssessmentLine, IndicatorPart};
use super::past::Past;
use super::programme::{AxisPart, CommitmentLine, NoProgrammePage, ProgrammePage};
use super::subscriptions::{Said, SubscribePage, TokenPage};
use super::summary::{SummaryAxis, SummaryLine, SummaryPage};
use crate::cards::{Card, Turns};
use crate::layout::{Page, Room};
use crate::qr::QrCode;
use crate::samples::{arabic, check, member_page, settings};
use crate::states::{Shape, StepMark};
use crate::words::{Attributes, CleanHtml};

const PROGRESS: Progress =
    Progress { done: 1, reported: 2, total: 4, dropped: 1, extra_done: 0, extra_reported: 0 };

fn day() -> NaiveDate {
    "2023-03-06".parse().expect("a day")
}

fn card(page: &Page) -> Card {
    Card {
        href: page.href("/news/workshop"),
        title: page.titled(&arabic("ورشة <b>")),
        summary: page.written(&arabic("ملخص")),
        category: Some("workshop".to_owned()),
        published_on: Some(day()),
        member: None,
        is_sample: true,
        picture: None,
    }
}

fn programme() -> Programme {
    Programme {
        id: ProgrammeId(Uuid::nil()),
        tenant: TenantId(Uuid::nil()),
        cycle: "2024-2025".to_owned(),
        origin: Origin::Council,
        status: ProgrammeStatus::Implementing,
        notes: arabic("ملاحظة"),
        source_url: Some("https://example.org/source".to_owned()),
        starts_on: Some(day()),
        ends_on: Some(day()),
        adopted_on: Some(day()),
        session_kind: Some(SessionKind::Ordinary),
        report_every_months: 3,
        draft_published_on: None,
        draft_validated_on: None,
        committee: Parity { total: 9, women: 4, men: 5, civil_society: 3 },
        version: 1,
        is_sample: true,
        progress: PROGRESS,
        step: Some(10),
    }
}

fn commitment() -> Commitment {
    Commitment {
        id: CommitmentId(Uuid::nil()),
        tenant: TenantId(Uuid::nil()),
        programme: ProgrammeId(Uuid::nil()),
        programme_cycle: "2024-2025".to_owned(),
        axis: AxisId(Uuid::nil()),
        number: 1,
        titles: arabic("مكتب المواطن"),
        descriptions: Localised::default(),
        problems: arabic("المشكلة"),
        status_quos: Localised::default(),
        actions: Localised::default(),
        contributions: Localised::default(),
        long_term_goals: arabic("الهدف"),
        budget: Some(1_250_000),
        funding_sources: arabic("ميزانية الجماعة"),
        version: 1,
        expected_results: Localised::default(),
        leads: arabic("المديرية"),
        partners: Localised::default(),
        values: vec!["civic_participation".to_owned()],
        policy_areas: vec!["democratizing_decision-making".to_owned(), "not_in_any_catalogue".to_owned()],
        ogp_code: Some("MOA0123".to_owned()),
        source_url: Some("https://example.org".to_owned()),
        starts_on: Some(day()),
        ends_on: None,
        is_sample: true,
        status: Status::Limited,
        progress: PROGRESS,
        is_late: true,
        last_reported_on: Some(day()),
    }
}

fn indicator() -> Indicator {
    Indicator {
        id: IndicatorId(Uuid::nil()),
        commitment: CommitmentId(Uuid::nil()),
        number: 1,
        titles: arabic("عدد الطلبات"),
        units: arabic("طلب"),
        is_percentage: false,
        baseline: Some(10.5),
        baseline_on: "2022-01-01".parse().ok(),
        target: Some(1_500.0),
        target_on: Some(day()),
        is_sample: true,
        measurements: vec![Measurement {
            id: MeasurementId(Uuid::nil()),
            value: 1_200.25,
            measured_on: day(),
            notes: arabic("مذكرة"),
            source_url: Some("https://example.org/value".to_owned()),
            corrects: None,
            published_on: day(),
            is_sample: true,
        }],
    }
}

fn assessment() -> Assessment {
    Assessment {
        id: AssessmentId(Uuid::nil()),
        commitment: CommitmentId(Uuid::nil()),
        evaluator: "IRM".to_owned(),
        evaluator_kind: EvaluatorKind::Irm,
        completion: Completion::NoEvidence,
        early_results: Some(EarlyResults::NoNotable),
        texts: arabic("خلاصة"),
        source_url: Some("https://example.org/assessment".to_owned()),
        assessed_on: day(),
        is_sample: true,
    }
}

fn revision() -> Revision {
    let change = |field, milestone, locale, before: &str, after: &str| FieldChange {
        field,
        milestone,
        locale,
        before: Some(before.to_owned()),
        after: Some(after.to_owned()),
    };
    Revision {
        id: Uuid::nil(),
        changed_on: day(),
        changes: vec![
            change(Field::Title, None, Some(Locale::Ar), "مكتب <المواطن>", "مكتب المواطنين"),
            change(Field::MilestoneDueOn, Some(1), None, "2024-06-30", "2025-06-30"),
            change(Field::Budget, None, None, "1000", "250000"),
        ],
    }
}

#[test]
fn news_in_every_language() {
    let pages = check("news", |locale| {
        let page = member_page(locale, Room::News);
        NewsPage {
            heading: page.sited("public-news-of"),
            categories: &infitah_core::news::categories::ALL,
            category: "workshop".to_owned(),
            cards: vec![card(&page)],
            total: 1,
            empty_key: "public-news-empty",
            turns: Turns { previous: None, next: Some("/ar/news?after=y".to_owned()) },
            page,
        }
    });
    for html in &pages {
        assert_eq!(html.matches("rel=\"alternate\" hreflang=").count(), 4);
        assert!(
            html.contains("<a href=\"/fr/news?after=x\" lang=\"fr\""),
            "the switch of language keeps the page"
        );
        assert!(html.contains("/assets/theme-123456.css"));
        assert!(
            html.contains("<option value=\"workshop\" selected>") || html.contains("dir=\"rtl\" selected>")
        );
        assert!(html.contains("class=\"notice sample\""));
    }
}

#[test]
fn articles_in_every_language() {
    let pages = check("article", |locale| {
        let page = member_page(locale, Room::News);
        let foreign = Some(Locale::Ar).filter(|_| locale != Locale::Ar);
        ArticlePage {
            title: page.titled(&arabic("ورشة")),
            language: "العربية".to_owned(),
            summary: page.written(&arabic("ملخص")),
            cover: None,
            body: Some((Attributes(foreign), CleanHtml::trusted("<p>نص</p>".to_owned()))),
            category: Some("workshop".to_owned()),
            published_on: Some(day()),
            updated_on: Some(day()),
            related: vec![card(&page)],
            page,
        }
    });
    assert!(pages[0].contains("<div class=\"prose\"><p>نص</p></div>"));
    assert!(pages[1].contains("<div class=\"prose\" lang=\"ar\" dir=\"rtl\"><p>نص</p></div>"));
}

#[test]
fn programmes_in_every_language() {
    let pages = check("programme", |locale| {
        let page = member_page(locale, Room::Programme);
        let line = CommitmentLine {
            number: 1,
            href: page.href("/programme/2024-2025/commitments/1"),
            title: page.titled(&arabic("مكتب")),
            shape: Shape::of_status(Status::NoData),
            cells: vec![Shape::of_state(None), Shape::of_state(Some(State::Complete))],
            last_reported_on: Some(day()),
            is_late: true,
            is_sample: true,
        };
        let axis = AxisPart {
            number: 1,
            title: page.titled(&arabic("محور")),
            progress: PROGRESS,
            changes: ChangeDay::all(&page, &[revision()]),
            commitments: vec![line],
        };
        ProgrammePage {
            programme: programme(),
            status_key: "programme-status-running",
            adoption_key: "common-not-known",
            axes: vec![axis],
            has_commitments: true,
            steps: Some(StepMark::all(&[], Some(10))),
            others: vec!["2022-2023".to_owned()],
            sessions: vec![SessionLine {
                kind: "ordinary",
                starts_on: day(),
                ends_on: None,
                outcome: "adopted",
                decision_number: Some("12/2023".to_owned()),
                decision: page.written(&arabic("مقرر")),
                votes: vec![("session-votes-for", 31)],
                document_url: Some("https://example.org/decision".to_owned()),
                is_unusual: true,
                is_sample: true,
            }],
            seats: vec![Seat { name: "<فاطمة>".to_owned(), capacity: None, body: "civil_society" }],
            has_comparison: true,
            past: Past::default(),
            page,
        }
    });
    for html in &pages {
        assert_eq!(html.matches("aria-current=\"step\"").count(), 1);
        assert!(html.contains("<li class=\"state-none\">") && html.contains("<li class=\"state-complete\">"));
    }
    check("no programme", |locale| NoProgrammePage { page: member_page(locale, Room::Programme) });
}

#[test]
fn summaries_in_every_language() {
    let pages = check("summary", |locale| {
        let page = member_page(locale, Room::Programme);
        let line = |progress, status| SummaryLine {
            number: 1,
            title: page.titled(&arabic("مكتب <المواطن>")),
            shape: Shape::of_status(status),
            progress,
            is_late: true,
            is_sample: true,
        };
        let address = "https://fes.example.org/ar/programme/2024-2025".to_owned();
        SummaryPage {
            programme: programme(),
            status_key: "programme-status-running",
            step: Some(("10".to_owned(), "step-10".to_owned())),
            axes: vec![SummaryAxis {
                number: 1,
                title: page.titled(&arabic("محور")),
                progress: PROGRESS,
                lines: vec![
                    line(PROGRESS, Status::Limited),
                    line(Progress { total: 4, ..Progress::default() }, Status::NoData),
                    line(Progress::default(), Status::NoData),
                ],
            }],
            last_reported_on: Some(day()),
            last_evidence_on: Some(None),
            code: QrCode::of(&address).expect("a code"),
            address,
            printed_on: day(),
            past: Past::default(),
            page,
        }
    });
    for html in &pages {
        assert!(html.contains("href=\"https://fes.example.org/ar/programme/2024-2025\" dir=\"ltr\""));
        assert_eq!(html.matches("class=\"qr\"").count(), 1);
        assert!(!html.contains("<المواطن>"), "what people wrote is escaped");
    }
    let french = pages[1].replace(['\u{2068}', '\u{2069}'], "");
    assert!(french.contains("0 sur 4"), "no data is never nought");
    assert_eq!(french.matches("class=\"chip state-none\"").count(), 2);
}

#[test]
fn comparisons_in_every_language() {
    let item = |number| Item { number, titles: arabic("محور <جديد>") };
    let found = Comparison {
        draft_on: day(),
        adopted_on: day(),
        axes: Differences { added: vec![item(2)], withdrawn: vec![item(3)], changed: vec![], unchanged: 1 },
        commitments: Differences {
            added: vec![],
            withdrawn: vec![],
            changed: vec![Changed { number: 1, titles: arabic("مشروع"), fields: revision().changes }],
            unchanged: 11,
        },
    };
    let pages = check("changes", |locale| {
        let page = member_page(locale, Room::Programme);
        let comparison = Some(Compared::of(&page, &found));
        ChangesPage { cycle: "2024-2025".to_owned(), comparison, page }
    });
    for html in &pages {
        assert_eq!((html.matches("<del>").count(), html.matches("<ins>").count()), (4, 4));
        assert!(!html.contains("<جديد>"), "what people wrote is escaped");
    }
    check("no changes", |locale| ChangesPage {
        page: member_page(locale, Room::Programme),
        cycle: "2024-2025".to_owned(),
        comparison: None,
    });
}

#[test]
fn commitments_in_every_language() {
    let pages = check("commitment", |locale| {
        let page = member_page(locale, Room::Programme);
        let milestone = MilestoneLine {
            number: 1,
            title: page.titled(&arabic("نشاط")),
            shape: Shape::of_state(Some(State::Limited)),
            text: page.written(&arabic("تقرير")),
            due_on: Some(day()),
            weight: Some(3),
            added_on: Some(day()),
            last_reported_on: Some(day()),
            evidence_url: Some("https://example.org/evidence".to_owned()),
            obstacle: Some("funding".to_owned()),
            is_overdue: true,
            is_sample: true,
        };
        let report = ReportLine {
            milestone_number: 1,
            milestone: "1".to_owned(),
            reported_on: day(),
            shape: Shape::of_state(Some(State::Limited)),
            text: page.written(&arabic("تقرير")),
            pieces: words::diff("مكتب <المواطن>", "مكتب المواطنين"),
            evidence_url: None,
            files: vec![FileLine {
                href: "/media/x/y.pdf".to_owned(),
                name: "محضر.pdf".to_owned(),
                kilobytes: 12,
            }],
            obstacle: Some("funding".to_owned()),
            corrects: true,
            superseded_on: Some(day()),
        };
        CommitmentPage {
            programme_href: page.href("/programme/2024-2025"),
            axis: Some(("1".to_owned(), page.titled(&arabic("محور")))),
            number: "1".to_owned(),
            title: page.titled(&arabic("مكتب المواطن")),
            shape: Shape::of_status(Status::Limited),
            cells: vec![Shape::of_state(Some(State::Limited))],
            texts: vec![("public-commitment-problem", page.titled(&arabic("المشكلة")))],
            milestones: vec![milestone],
            reports: vec![report],
            changes: ChangeDay::all(&page, &[revision()]),
            indicators: vec![IndicatorPart::of(&page, &indicator())],
            assessments: vec![AssessmentLine::of(&page, &assessment())],
            freshness: Some(Freshness { last_evidence_on: None, next_due_on: Some(day()), is_stale: true }),
            past: Past::default(),
            commitment: commitment(),
            page,
        }
    });
    for html in &pages {
        assert!(!html.contains("policy-democratizing"), "policy areas are words");
        assert!(html.contains("not in any catalogue"), "an unknown policy area is shown as it is");
        assert!(html.contains("MOA0123"));
        assert_eq!((html.matches("<del>").count(), html.matches("<ins>").count()), (4, 4));
        assert!(html.contains("<polyline") && html.contains("IRM"), "outcomes are drawn and judged");
        assert!(html.contains("href=\"/media/x/y.pdf\""));
        assert!(html.contains("&#60;المواطن&#62;"), "what people wrote is escaped");
        assert!(!html.contains("2024-06-30<"), "days are written for people");
    }
}

#[test]
fn front_and_standing_pages_in_every_language() {
    check("home", |locale| {
        let page = member_page(locale, Room::Home);
        HomePage {
            name: page.titled(&page.site.names),
            region: page.written(&arabic("جهة")),
            cohort: Some("1".to_owned()),
            joined_on: Some(day()),
            programme: Some(programme()),
            step_key: "step-10".to_owned(),
            axes: vec![(1, page.titled(&arabic("محور")), PROGRESS)],
            cards: vec![card(&page)],
            page,
        }
    });
    check("about", |locale| {
        let page = member_page(locale, Room::About);
        let moderation = Some(Notice { locale: Locale::Ar, paragraphs: vec!["قاعدة".to_owned()] });
        let region = page.written(&arabic("جهة"));
        AboutPage { region, collectivity: None, settings: settings(), moderation, page }
    });
    check("privacy", |locale| {
        let mut page = member_page(locale, Room::Other);
        page.site.names = arabic("فاس");
        let notice = Notice { locale: Locale::Ar, paragraphs: vec!["فقرة".to_owned()] };
        PrivacyPage { page, settings: settings(), notice: Some(notice) }
    });
}

#[test]
fn forms_keep_what_was_typed_and_name_the_field() {
    let pages = check("subscribe", |locale| SubscribePage {
        followed: None,
        page: member_page(locale, Room::Other),
        email: "\"><b>".to_owned(),
        locale: Locale::Fr,
        topic_key: "public-subscribe-topic-member",
        error: Some(("email".to_owned(), "wrong".to_owned())),
        label_key: "public-subscribe-email",
    });
    for html in &pages {
        assert!(
            html.contains("value=\"&#34;&#62;&#60;b&#62;\"")
                || html.contains("value=\"&quot;&gt;&lt;b&gt;\"")
        );
        assert!(html.contains("aria-invalid=\"true\"") && html.contains("<a href=\"#email\">"));
        assert!(html.contains("<option value=\"fr\" lang=\"fr\" dir=\"ltr\" selected>"));
    }
    check("token", |locale| {
        let mut page = member_page(locale, Room::Other);
        page.is_private = true;
        TokenPage { page, said: Said::SENT }
    });
}

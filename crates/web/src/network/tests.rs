//! Every page of the network in every language, from sample values.

use infitah_core::ground::ids::{ProgrammeId, TenantId};
use infitah_core::ground::localised::Localised;
use infitah_core::ground::paging;
use infitah_core::network::events::MemberEvent;
use infitah_core::network::overview::{Overview, RegionRow};
use infitah_core::news::events::{EventKind, EventStatus};
use infitah_core::programme::calendar::EntryKind;
use infitah_core::programme::programmes::SessionKind;
use infitah_core::programme::progress::Progress;
use infitah_core::programme::sessions::Outcome;
use infitah_core::programme::states::Status;
use infitah_core::tenancy::collectivities::Kind;
use infitah_core::tenancy::regions::Region;
use uuid::Uuid;

use super::events::{Choice, NetworkEventsPage};
use super::members::{Choosable, MemberRow, MembersPage};
use super::portals::PortalPage;
use super::progress::ProgressPage;
use crate::cards::Turns;
use crate::layout::Room;
use crate::samples::{arabic, check, network_page};

fn region(code: &str, progress: Progress) -> RegionRow {
    let region = Region {
        code: code.to_owned(),
        iso: format!("MA-{code}"),
        names: arabic("جهة \"<1>\""),
        population: None,
    };
    RegionRow { region, members: 2, commitments: 3, progress, late: 1 }
}

fn overview() -> Overview {
    let half = Progress { done: 1, reported: 2, total: 4, ..Progress::default() };
    let zero = Progress { done: 0, ..half };
    Overview {
        members: 66,
        by_kind: Kind::MEMBERS.map(|kind| (kind, 4)).into(),
        by_cohort: vec![(Some(1), 60), (None, 6)],
        by_region: vec![region("01", half), region("02", Progress::default()), region("03", zero)],
        by_step: vec![(Some(1), 3), (Some(10), 60), (None, 3)],
        commitments_by_status: Status::ALL.map(|status| (status, 2)).into(),
        progress: half,
        late_count: 5,
        stale_count: 6,
        no_data_count: 7,
        has_sample: true,
    }
}

#[test]
fn portal_and_progress_in_every_language() {
    let portals =
        check("portal", |locale| PortalPage::of(network_page(locale, Room::Home), overview(), Vec::new()));
    let day = "2026-11-23".parse().expect("a day");
    let numbers =
        check("progress", |locale| ProgressPage::of(network_page(locale, Room::Progress), overview(), day));
    for html in portals.iter().chain(&numbers) {
        assert!(html.contains("class=\"region level-3\""), "half is the third step");
        assert!(html.contains("class=\"region none\""), "no data");
        assert!(html.contains("class=\"region level-0\""), "and zero is not the same");
        assert!(html.contains("OpenStreetMap"));
        assert!(html.contains("class=\"notice sample\""));
    }
}

#[test]
fn members_in_every_language() {
    let pages = check("members", |locale| {
        let page = network_page(locale, Room::Members);
        let option =
            |chosen| Choosable { value: "01".to_owned(), label: page.t("kind-region"), is_chosen: chosen };
        let row = MemberRow {
            href: "https://fes.example.org/ar/".to_owned(),
            name: page.titled(&arabic("فاس")),
            kind: Kind::Commune,
            region: page.written(&arabic("جهة")),
            cohort: None,
            step_key: None,
            progress: Some(Progress::default()),
            is_sample: false,
            has_sample_programme: true,
        };
        MembersPage {
            kinds: vec![option(false)],
            regions: vec![option(true)],
            cohorts: Vec::new(),
            rows: vec![row],
            total: 1,
            turns: Turns::default(),
            page,
        }
    });
    for html in &pages {
        assert!(html.contains("<option value=\"01\" selected>"));
        assert!(html.contains("chip state-none"), "a programme without reports has no data, not zero");
        assert!(html.contains("badge sample"));
    }
}

#[test]
fn calendars_of_all_members_in_every_language() {
    let day = |text: &str| text.parse::<chrono::NaiveDate>().expect("a day");
    let step = MemberEvent {
        id: Uuid::nil(),
        tenant: TenantId(Uuid::nil()),
        member_kind: Kind::Commune,
        names: arabic("فاس <1>"),
        url: "https://fes.example.org".to_owned(),
        day: day("2026-12-30"),
        until: Some(day("2027-01-02")),
        kind: EntryKind::Workshop,
        step: Some(4),
        session: None,
        event: None,
        times: None,
        places: Localised::default(),
        agendas: Localised::default(),
        programme: Some(ProgrammeId(Uuid::nil())),
        cycle: Some("2026-2027".to_owned()),
        is_planned: true,
        is_sample: true,
    };
    let session = MemberEvent {
        day: day("2027-01-08"),
        until: None,
        kind: EntryKind::Session,
        step: None,
        session: Some((SessionKind::Ordinary, Outcome::Planned)),
        places: arabic("مقر \"الجماعة\""),
        agendas: arabic("جدول <الأعمال>"),
        is_sample: false,
        ..step.clone()
    };
    let start = "2027-01-09T08:00:00Z".parse().expect("a time");
    let event = MemberEvent {
        day: day("2027-01-09"),
        kind: EntryKind::Event,
        session: None,
        event: Some((EventKind::OpenDay, arabic("يوم <مفتوح>"), EventStatus::Cancelled)),
        times: Some((start, None)),
        ..session.clone()
    };
    let found = paging::Page {
        items: vec![step, session, event],
        cursors: vec!["a".to_owned(), "c".to_owned(), "b".to_owned()],
        has_next: true,
        has_previous: false,
        total: 7,
    };
    let choice = Choice::of("commune", "03");
    let regions =
        [Region {
            code: "03".to_owned(), iso: "MA-03".to_owned(), names: arabic("جهة"), population: None
        }];
    let pages = check("network events", |locale| {
        let page = network_page(locale, Room::Events);
        NetworkEventsPage::of(page, &choice, (Some(2026), day("2026-11-27")), &found, &regions)
    });
    for html in &pages {
        assert_eq!(html.matches("class=\"month\"").count(), 2, "December and January");
        assert!(html.contains("href=\"https://fes.example.org/") && !html.contains("<الأعمال>"));
        assert!(
            html.contains("kind=commune&#38;region=03&#38;year=2026&#38;after=b"),
            "the choice goes along"
        );
        assert!(html.contains("/events/00000000-") && html.contains("09:00") && !html.contains("<مفتوح>"));
        assert!(html.contains("class=\"flag late\""), "it is cancelled");
        assert!(html.contains("class=\"flag\""), "communes have no ordinary session in January");
    }
}

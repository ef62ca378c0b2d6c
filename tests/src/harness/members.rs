//! Two members with the same data, each with a word that occurs nowhere else: whatever of one
//! shows the other's word is a leak.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use infitah_core::Locale;
use infitah_core::ground::localised::Localised;
use infitah_core::news::articles::{self, ArticleInput, Cover, SeedArticle};
use infitah_core::programme::programmes::{Origin, Phase, ProgrammeStatus, SessionKind};
use infitah_core::programme::reports::ReportInput;
use infitah_core::programme::seeding::{
    self, SeedAxis, SeedCommitment, SeedMilestone, SeedProgramme, SeedReport,
};
use infitah_core::programme::states::State;
use infitah_core::tenancy::collectivities::{Kind, NewCollectivity, create};
use infitah_core::tenancy::hub::Hub;
use infitah_core::tenancy::regions::{Region, put_all};
use infitah_core::tenancy::scope::Tenant;

/// The word of a member.
pub(crate) fn canary(slug: &str) -> String {
    format!("canary{slug}")
}

/// A text in Arabic and French that holds the canary.
pub(crate) fn texts(arabic: &str, french: &str, canary: &str) -> Localised {
    Localised::new([(Locale::Ar, format!("{arabic} {canary}")), (Locale::Fr, format!("{french} {canary}"))])
}

/// The reference list, with two regions.
pub(crate) async fn plant_regions(hub: &Hub) {
    let region = |code: &str, ar: &str, fr: &str| Region {
        code: code.to_owned(),
        iso: format!("MA-{code}"),
        names: Localised::new([(Locale::Ar, ar.to_owned()), (Locale::Fr, fr.to_owned())]),
        population: Some(1_000_000),
    };
    let regions = vec![region("03", "فاس-مكناس", "Fès-Meknès"), region("09", "سوس-ماسة", "Souss-Massa")];
    put_all(hub, regions).await.unwrap();
}

/// A collectivity without content.
pub(crate) async fn plant_tenant(
    hub: &Hub,
    slug: &str,
    kind: Kind,
    region: Option<&str>,
    ar: &str,
    fr: &str,
) -> Arc<Tenant> {
    create(hub, collectivity(slug, kind, region, ar, fr)).await.unwrap()
}

/// What the twins are made from, for those who want to change something.
pub(crate) fn collectivity(
    slug: &str,
    kind: Kind,
    region: Option<&str>,
    ar: &str,
    fr: &str,
) -> NewCollectivity {
    NewCollectivity {
        slug: slug.to_owned(),
        kind,
        names: Localised::new([(Locale::Ar, ar.to_owned()), (Locale::Fr, fr.to_owned())]),
        hcp_code: None,
        region_code: region.map(str::to_owned),
        cohort: (kind != Kind::Network).then_some(1),
        cohort_is_probable: false,
        joined_on: NaiveDate::from_ymd_opt(2022, 10, 21),
        default_locale: Locale::Ar,
        population: Some(500_000),
        source: None,
        is_sample: false,
    }
}

/// News and a programme, every text with the canary of the member.
pub(crate) async fn plant_content(hub: &Hub, tenant: &Arc<Tenant>, articles_count: i64) {
    let word = canary(&tenant.slug);
    let scope = hub.system_scope(tenant.clone(), "test seed");
    let news = (0..articles_count)
        .map(|number| SeedArticle {
            input: ArticleInput {
                titles: texts(&format!("خبر {number}"), &format!("Nouvelle {number}"), &word),
                summaries: texts("ملخص", "Résumé", &word),
                bodies: texts("<p>نص</p><p>", "<p>Texte</p><p>", &word),
                category: Some(if number % 2 == 0 { "workshop" } else { "council" }.to_owned()),
                slugs: Localised::default(),
                cover: Cover::AsIs,
            },
            published_at: hub.clock().now() - TimeDelta::days(number + 1),
            is_sample: false,
        })
        .collect();
    articles::seed(&scope, news).await.unwrap();
    seeding::plant(&scope, programme(hub, &word)).await.unwrap();
}

/// A programme with two axes; its six milestones cover every state, no data and lateness.
pub(crate) fn programme(hub: &Hub, word: &str) -> SeedProgramme {
    let today = infitah_core::ground::calendar::day(hub.clock().now());
    let states = [
        Some(State::Complete),
        Some(State::Limited),
        None,
        Some(State::Complete),
        Some(State::Dropped),
        None,
    ];
    let commitment = |number: i32, states: &[Option<State>]| SeedCommitment {
        number,
        titles: texts(&format!("مشروع {number}"), &format!("Projet {number}"), word),
        descriptions: texts("وصف", "Description", word),
        problems: texts("مشكل", "Problème", word),
        status_quos: texts("الوضع", "Situation", word),
        actions: texts("إجراء", "Action", word),
        expected_results: texts("نتائج", "Résultats", word),
        leads: texts("المسؤول", "Pilote", word),
        partners: texts("شركاء", "Partenaires", word),
        values: vec!["access_to_information".into()],
        policy_areas: vec![],
        ogp_code: None,
        source_url: None,
        starts_on: Some(today - TimeDelta::days(300)),
        ends_on: Some(today + TimeDelta::days(300)),
        is_sample: false,
        milestones: states
            .iter()
            .zip(1..)
            .map(|(state, number)| SeedMilestone {
                number,
                titles: texts(&format!("نشاط {number}"), &format!("Activité {number}"), word),
                starts_on: Some(today - TimeDelta::days(200)),
                due_on: Some(today - TimeDelta::days(20)),
                is_sample: false,
                reports: state.iter().map(|&state| report(today, state, word)).collect(),
                ..SeedMilestone::default()
            })
            .collect(),
        ..SeedCommitment::default()
    };
    let axis = |number: i32, commitments| SeedAxis {
        number,
        titles: texts(&format!("محور {number}"), &format!("Axe {number}"), word),
        is_sample: false,
        commitments,
        ..SeedAxis::default()
    };
    SeedProgramme {
        cycle: "2026-2027".into(),
        origin: Origin::Council,
        status: ProgrammeStatus::Implementing,
        notes: texts("ملاحظة", "Note", word),
        source_url: None,
        starts_on: Some(today - TimeDelta::days(300)),
        ends_on: Some(today + TimeDelta::days(400)),
        adopted_on: Some(today - TimeDelta::days(320)),
        session_kind: Some(SessionKind::Ordinary),
        is_draft_hidden: false,
        is_sample: false,
        phases: (1..=10)
            .map(|step| Phase {
                step,
                planned_on: Some(today - TimeDelta::days(700 - i64::from(step) * 40)),
                started_on: Some(today - TimeDelta::days(700 - i64::from(step) * 40)),
                finished_on: (step < 10).then_some(today - TimeDelta::days(690 - i64::from(step) * 40)),
                ..Phase::default()
            })
            .collect(),
        axes: vec![axis(1, vec![commitment(1, &states[..3])]), axis(2, vec![commitment(2, &states[3..])])],
    }
}

fn report(today: NaiveDate, state: State, word: &str) -> SeedReport {
    let needs_obstacle = matches!(state, State::NotStarted | State::Limited);
    SeedReport {
        report: ReportInput {
            texts: texts("تقرير", "Rapport", word),
            obstacle: needs_obstacle.then(|| "resources".to_owned()),
            ..ReportInput::of(state, today - TimeDelta::days(30))
        },
        is_sample: false,
    }
}

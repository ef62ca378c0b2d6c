//! Walks on several days of the year, on a database of their own: whatever the day, each member
//! arrives where it is to stand, and the past can be looked at.

use infitah_core::ground::bus::Bus;
use infitah_core::ground::calendar;
use infitah_core::ground::database::{Database, DatabaseConfig};
use infitah_core::ground::resolver::Resolver;
use infitah_core::ground::secret::SecretKey;
use infitah_core::programme::{assessments, indicators, programmes, reports, versions};
use infitah_core::tenancy::collectivities::{self, Kind, NewCollectivity};
use infitah_core::tenancy::hub::HubConfig;
use infitah_core::tenancy::regions;

use super::*;
use crate::demo::{accounts, waiting};

/// A network of the walked members only, walked on a day.
async fn walked(
    folder: &std::path::Path,
    samples: &Samples,
    now: &str,
) -> (Hub, HashMap<String, Arc<Tenant>>) {
    let file = folder.join(format!("{}.db", &now[..10]));
    infitah_migrations::run::migrate(&crate::config::sqlite_url(&file)).await.expect("a schema");
    let config = DatabaseConfig { url: crate::config::sqlite_url(&file), read_url: None, connections: 2 };
    let now: DateTime<Utc> = now.parse().expect("an instant");
    let clock = Arc::new(ManualClock::starting_at(now));
    let hub = Hub::new(HubConfig {
        database: Database::connect(&config).await.expect("a database"),
        clock: clock.clone(),
        secret: SecretKey::new(&[7; 32]).expect("a key"),
        domain: "localhost".into(),
        public_url: "http://localhost:1".into(),
        bus: Bus::in_process(),
        store: None,
        resolver: Resolver::default(),
        provider: None,
    });
    regions::put_all(&hub, samples.regions.clone()).await.expect("regions");
    let mut tenants = HashMap::new();
    for member in samples.members.iter().filter(|member| is_walked(&member.slug)) {
        let new = NewCollectivity {
            slug: member.slug.clone(),
            kind: Kind::Commune,
            names: member.names.clone(),
            hcp_code: None,
            region_code: member.region_code.clone(),
            cohort: None,
            cohort_is_probable: false,
            joined_on: None,
            default_locale: infitah_core::Locale::Ar,
            population: None,
            source: None,
            is_sample: member.is_sample,
        };
        tenants.insert(member.slug.clone(), collectivities::create(&hub, new).await.expect("a member"));
    }
    walk_all(&hub, &clock, samples, &tenants, now).await.expect("walks");
    (hub, tenants)
}

#[tokio::test]
async fn members_arrive_whatever_the_day() {
    let samples = Samples::read().expect("shipped files");
    let folder = tempfile::tempdir().expect("a folder");
    for now in
        ["2026-01-01T09:00:00Z", "2026-05-31T23:30:00Z", "2026-11-23T10:00:00Z", "2027-12-31T18:00:00Z"]
    {
        let (hub, tenants) = walked(folder.path(), &samples, now).await;
        let today = calendar::day(now.parse().expect("an instant"));
        for (slug, end) in WALKS {
            let public = hub.public_scope(tenants[slug].clone(), hub.new_request_id());
            let programme = programmes::current(&public).await.expect("a read").expect("a programme");
            let expected = match end {
                End::Drafted => ProgrammeStatus::Preparing,
                End::Adopted => ProgrammeStatus::Adopted,
                End::Implementing => ProgrammeStatus::Implementing,
                End::Evaluating => ProgrammeStatus::Evaluating,
            };
            let case = format!("{slug} on {now}");
            assert_eq!((programme.status, programme.is_sample), (expected, true), "{case}");
            assert!(programme.draft_published_on.is_some_and(|day| day <= today), "{case}");
            let committee = programme.committee;
            assert_eq!((committee.total, committee.women, committee.men), (7, 4, 2), "{case}");
            let held = sessions::by_programmes(&public, &[programme.id]).await.expect("a read");
            let held = &held[&programme.id];
            assert!(held.iter().all(|session| session.is_sample), "{case}");
            assert_eq!(held.len(), if end == End::Adopted { 2 } else { 1 }, "{case}");
            let compared = versions::compare(&public, programme.id).await.expect("a read");
            assert_eq!(compared.is_some(), end != End::Drafted, "{case}");
            let walk = Walk {
                hub: &hub,
                clock: &ManualClock::starting_at(now.parse().expect("an instant")),
                samples: &samples,
                tenant: &tenants[slug],
                end,
                today,
            };
            let all = walk.commitments(programme.id).await.expect("a read");
            let judged = assessments::by_commitments(&public, &all, None).await.expect("a read");
            assert_eq!(judged.len(), if end == End::Evaluating { 2 } else { 0 }, "{case}");
            if matches!(end, End::Implementing | End::Evaluating) {
                let measured = indicators::by_commitments(&public, &all, None).await.expect("a read");
                let values = measured[&all[0]][0].measurements.len();
                assert!(values >= 1, "{case}: {values} values");
                let ledger: Vec<_> = reports::by_commitments(&public, &all, None, 200)
                    .await
                    .expect("a read")
                    .into_values()
                    .flatten()
                    .collect();
                assert!(ledger.iter().all(|one| one.is_sample && one.published_on <= today), "{case}");
                assert!(ledger.iter().filter(|one| one.evidence_url.is_some()).count() > 5, "{case}");
                let corrected = ledger.iter().find(|one| one.superseded_on.is_some()).expect("a correction");
                let day = corrected.superseded_on.expect("a day");
                let before = day.pred_opt();
                let then = reports::by_commitments(&public, &all, before, 200).await.expect("a read");
                let then: Vec<_> = then.into_values().flatten().collect();
                assert!(then.len() < ledger.len(), "{case}: the past knew less");
                assert!(
                    then.iter().any(|one| one.id == corrected.id && one.superseded_on.is_none()),
                    "{case}"
                );
            }
        }
        let mut names = Vec::new();
        for account in samples.staff.iter().filter(|one| one.collectivity.as_deref() == Some("el-marsa")) {
            names.push(accounts::make(&hub, &tenants["el-marsa"], account).await.expect("an account").email);
        }
        assert_eq!(names.len(), 2);
        waiting::fill(&hub, &samples, &tenants).await.expect("a desk");
        hub.database().close().await;
    }
}

//! Handing in, approving, returning, correcting: what each person may do and what the public sees.

use infitah_core::ground::error::Error;
use infitah_core::ground::paging::PageRequest;
use infitah_core::media;
use infitah_core::programme::drafts::{self, DraftInput};
use infitah_core::programme::programmes::{self, Programme};
use infitah_core::programme::reporting;
use infitah_core::programme::reports::{self, Eyes, ReportInput, ReportStatus, Seen};
use infitah_core::programme::states::State;
use infitah_core::tenancy::permission::Role;

use super::desk::{Colleague, public, refusals, report, today, tree, until};
use crate::harness::TestApp;

async fn programme(app: &TestApp) -> Programme {
    programmes::current(&public(app, "fes")).await.unwrap().expect("a programme")
}

#[tokio::test]
async fn nobody_approves_their_own_report() {
    let app = TestApp::new().await;
    let amina = Colleague::new(&app, "fes", "amina", Role::FocalPoint).await;
    let driss = Colleague::new(&app, "fes", "driss", Role::Admin).await;
    let editor = Colleague::new(&app, "fes", "editor", Role::Editor).await;
    assert!(matches!(reports::set_eyes(&amina.scope(), Eyes::Two).await, Err(Error::Denied(_))));
    reports::set_eyes(&driss.scope(), Eyes::Two).await.unwrap();
    assert_eq!(reports::eyes(&amina.scope()).await.unwrap(), Eyes::Two);
    let silent = tree(&app, "fes", None).await[0][2].clone();
    let sent =
        reports::submit(&amina.scope(), silent.id, report(&app, State::Complete)).await.expect("a report");
    assert_eq!(sent.status, ReportStatus::Submitted);
    assert_eq!(tree(&app, "fes", None).await[0][2].state, None, "it does not count yet");
    assert_eq!(programme(&app).await.progress.reported, 3);

    let queue = reports::queue(&amina.scope(), &PageRequest::first(10)).await.unwrap();
    assert_eq!((queue.total, queue.items[0].is_own), (1, true));
    assert!(matches!(reports::approve(&amina.scope(), sent.id).await, Err(Error::Denied("report-own"))));
    assert!(matches!(
        reports::return_with(&amina.scope(), sent.id, "Non").await,
        Err(Error::Denied("report-own"))
    ));
    assert!(matches!(reports::approve(&editor.scope(), sent.id).await, Err(Error::Denied("denied-role"))));
    let elsewhere = Colleague::new(&app, "agadir", "hamid", Role::Admin).await;
    assert!(matches!(reports::approve(&elsewhere.scope(), sent.id).await, Err(Error::NotFound(_))));

    let queue = reports::queue(&driss.scope(), &PageRequest::first(10)).await.unwrap();
    assert_eq!((queue.items[0].author.as_deref(), queue.items[0].is_own), (Some("amina"), false));
    reports::approve(&driss.scope(), sent.id).await.unwrap();
    let counted = tree(&app, "fes", None).await[0][2].clone();
    assert_eq!((counted.state, counted.last_report), (Some(State::Complete), Some(sent.id)));
    assert_eq!(programme(&app).await.progress.reported, 4);
    assert!(matches!(
        reports::approve(&driss.scope(), sent.id).await,
        Err(Error::Conflict("report-decided"))
    ));
    assert_eq!(reports::queue(&driss.scope(), &PageRequest::first(10)).await.unwrap().total, 0);
}

#[tokio::test]
async fn returned_report_comes_back_with_its_reason() {
    let app = TestApp::new().await;
    let amina = Colleague::new(&app, "fes", "amina", Role::FocalPoint).await;
    let salma = Colleague::new(&app, "fes", "salma", Role::FocalPoint).await;
    let driss = Colleague::new(&app, "fes", "driss", Role::Admin).await;
    reports::set_eyes(&driss.scope(), Eyes::Two).await.unwrap();
    let silent = tree(&app, "fes", None).await[0][2].id;
    let sent = reports::submit(&amina.scope(), silent, report(&app, State::Complete)).await.unwrap();
    let nothing = reports::return_with(&salma.scope(), sent.id, "  ").await.unwrap_err();
    assert_eq!(refusals(&nothing), [("reason", "field-required")]);
    reports::return_with(&salma.scope(), sent.id, "أين الدليل؟").await.unwrap();
    assert_eq!(tree(&app, "fes", None).await[0][2].state, None);
    let mine = reports::mine(&amina.scope()).await.unwrap();
    assert_eq!(mine.len(), 1);
    assert_eq!(
        (mine[0].status, mine[0].return_reason.as_deref()),
        (ReportStatus::Returned, Some("أين الدليل؟"))
    );
    assert!(reports::mine(&salma.scope()).await.unwrap().is_empty(), "another's");
    let line = |sheet: reporting::Sheet| {
        sheet.lines.into_iter().find(|line| line.milestone == silent).expect("the line")
    };
    let sheet = reporting::sheet(&amina.scope(), programme(&app).await.id, None).await.unwrap();
    let last = line(sheet).last.expect("an entry");
    assert_eq!(
        (last.status, last.is_own, last.return_reason.is_some()),
        (ReportStatus::Returned, true, true)
    );

    let better = ReportInput {
        evidence_url: Some("https://fes.ma/pv.pdf".into()),
        seen: Seen::Latest(sent.id),
        ..report(&app, State::Complete)
    };
    let again = reports::submit(&amina.scope(), silent, better).await.unwrap();
    let mine = reports::mine(&amina.scope()).await.unwrap();
    assert_eq!(mine.iter().map(|own| own.report.id).collect::<Vec<_>>(), [again.id], "it is answered");
    reports::approve(&salma.scope(), again.id).await.unwrap();
    assert!(reports::mine(&amina.scope()).await.unwrap().is_empty());
    let shown = tree(&app, "fes", None).await[0][2].clone();
    assert_eq!(shown.evidence_url.as_deref(), Some("https://fes.ma/pv.pdf"));
}

#[tokio::test]
async fn report_sent_twice_is_one_report() {
    let app = TestApp::new().await;
    let amina = Colleague::new(&app, "fes", "amina", Role::FocalPoint).await;
    let driss = Colleague::new(&app, "fes", "driss", Role::Admin).await;
    let all = tree(&app, "fes", None).await;
    let keyed = || ReportInput {
        client_key: Some("k-1".into()),
        seen: Seen::Nothing,
        ..report(&app, State::Complete)
    };
    let first = reports::submit(&amina.scope(), all[0][2].id, keyed()).await.unwrap();
    let second = reports::submit(&amina.scope(), all[0][2].id, keyed()).await.unwrap();
    assert_eq!(first, second, "although something came between what was seen and the second");
    let entries = reports::by_commitment(&public(&app, "fes"), all[0][2].commitment, None, 50).await.unwrap();
    assert_eq!(entries.iter().filter(|entry| entry.milestone == all[0][2].id).count(), 1);
    for (who, milestone) in [(&driss, all[0][2].id), (&amina, all[0][1].id)] {
        let error = reports::submit(&who.scope(), milestone, keyed()).await.unwrap_err();
        assert_eq!(refusals(&error), [("client_key", "field-not-unique")]);
    }
    let odd = ReportInput { client_key: Some("a b".into()), ..report(&app, State::Complete) };
    let error = reports::submit(&amina.scope(), all[0][2].id, odd).await.unwrap_err();
    assert_eq!(refusals(&error), [("client_key", "field-unknown-value")]);
}

#[tokio::test]
async fn of_two_at_once_the_second_is_told() {
    let app = TestApp::new().await;
    let amina = Colleague::new(&app, "fes", "amina", Role::FocalPoint).await;
    let driss = Colleague::new(&app, "fes", "driss", Role::Admin).await;
    let silent = tree(&app, "fes", None).await[0][2].clone();
    let seen = |seen| ReportInput { seen, ..report(&app, State::Substantial) };
    let (one, other) = (amina.scope(), driss.scope());
    let (first, second) = tokio::join!(
        reports::submit(&one, silent.id, seen(Seen::Nothing)),
        reports::submit(&other, silent.id, seen(Seen::Nothing)),
    );
    let (won, lost) = if first.is_ok() { (first, second) } else { (second, first) };
    let won = won.expect("one of them is first");
    assert!(matches!(lost, Err(Error::Conflict("report-newer"))), "{lost:?}");
    // Told, they may still say so: both are entries.
    reports::submit(&other, silent.id, seen(Seen::Latest(won.id))).await.unwrap();
    reports::submit(&one, silent.id, seen(Seen::Unknown)).await.unwrap();
    let entries = reports::by_commitment(&public(&app, "fes"), silent.commitment, None, 50).await.unwrap();
    assert_eq!(entries.iter().filter(|entry| entry.milestone == silent.id).count(), 3);
}

#[tokio::test]
async fn correction_takes_the_place_and_the_past_stays() {
    let app = TestApp::new().await;
    let amina = Colleague::new(&app, "fes", "amina", Role::FocalPoint).await;
    let silent = tree(&app, "fes", None).await[0][2].clone();
    let first_day = today(&app);
    let wrong = reports::submit(&amina.scope(), silent.id, report(&app, State::Complete)).await.unwrap();
    until(&app, "2026-11-25T09:00:00Z");
    let right = || ReportInput { corrects: Some(wrong.id), ..report(&app, State::Limited) };
    let right_id = reports::submit(&amina.scope(), silent.id, right()).await.unwrap().id;

    let state = async |day| tree(&app, "fes", day).await[0][2].state;
    assert_eq!(state(None).await, Some(State::Limited));
    assert_eq!(state(first_day.pred_opt()).await, None);
    assert_eq!(state(Some(first_day)).await, Some(State::Complete), "as it was shown then");
    assert_eq!(state(first_day.succ_opt()).await, Some(State::Complete));
    assert_eq!(state(Some(today(&app))).await, Some(State::Limited));
    let reader = public(&app, "fes");
    let history = async |day| {
        let all = reports::by_commitment(&reader, silent.commitment, day, 50).await.unwrap();
        let of_it = all.into_iter().filter(|entry| entry.milestone == silent.id);
        of_it.map(|entry| (entry.id, entry.superseded_on, entry.corrects)).collect::<Vec<_>>()
    };
    assert_eq!(
        history(None).await,
        [(right_id, None, Some(wrong.id)), (wrong.id, Some(today(&app)), None)],
        "both stay to be read"
    );
    assert_eq!(history(Some(first_day)).await, [(wrong.id, None, None)]);

    let twice = reports::submit(&amina.scope(), silent.id, right()).await;
    assert!(matches!(twice, Err(Error::Conflict("report-corrected-meanwhile"))));
    let other = tree(&app, "fes", None).await[0][0].id;
    let error = reports::submit(&amina.scope(), other, right()).await.unwrap_err();
    assert_eq!(refusals(&error), [("corrects", "field-unknown-value")], "of another milestone");
}

#[tokio::test]
async fn of_two_corrections_one_is_approved() {
    let app = TestApp::new().await;
    let amina = Colleague::new(&app, "fes", "amina", Role::FocalPoint).await;
    let driss = Colleague::new(&app, "fes", "driss", Role::Admin).await;
    let done = tree(&app, "fes", None).await[0][0].clone();
    reports::set_eyes(&driss.scope(), Eyes::Two).await.unwrap();
    let right = |state| ReportInput { corrects: done.last_report, ..report(&app, state) };
    let one = reports::submit(&amina.scope(), done.id, right(State::Limited)).await.unwrap();
    let other = reports::submit(&amina.scope(), done.id, right(State::Dropped)).await.unwrap();
    reports::approve(&driss.scope(), other.id).await.unwrap();
    let refused = reports::approve(&driss.scope(), one.id).await;
    assert!(matches!(refused, Err(Error::Conflict("report-corrected-meanwhile"))), "{refused:?}");
    assert_eq!(tree(&app, "fes", None).await[0][0].state, Some(State::Dropped));
    reports::return_with(&driss.scope(), one.id, "Déjà corrigé.").await.unwrap();
}

#[tokio::test]
async fn bad_reports_name_their_fields() {
    let app = TestApp::new().await;
    let amina = Colleague::new(&app, "fes", "amina", Role::FocalPoint).await;
    let editor = Colleague::new(&app, "fes", "editor", Role::Editor).await;
    let silent = tree(&app, "fes", None).await[0][2].id;
    for (input, expected) in [
        (ReportInput { obstacle: None, ..report(&app, State::NotStarted) }, ("obstacle", "field-required")),
        (ReportInput { obstacle: None, ..report(&app, State::Limited) }, ("obstacle", "field-required")),
        (
            ReportInput { obstacle: Some("rain".into()), ..report(&app, State::Complete) },
            ("obstacle", "field-unknown-value"),
        ),
        (
            ReportInput { evidence_url: Some("javascript:x".into()), ..report(&app, State::Complete) },
            ("evidence_url", "field-unknown-value"),
        ),
        (
            ReportInput::of(State::Complete, today(&app).succ_opt().unwrap()),
            ("reported_on", "field-invalid-date"),
        ),
        (
            ReportInput { period_ends_on: Some(today(&app)), ..report(&app, State::Complete) },
            ("period_ends_on", "report-unknown-period"),
        ),
        (
            ReportInput {
                files: vec![infitah_core::ground::ids::MediaId(app.hub.new_request_id())],
                ..report(&app, State::Complete)
            },
            ("files", "field-unknown-value"),
        ),
    ] {
        let error = reports::submit(&amina.scope(), silent, input).await.unwrap_err();
        assert_eq!(refusals(&error), [expected]);
    }
    assert_eq!(tree(&app, "fes", None).await[0][2].state, None, "nothing was written");
    let denied = reports::submit(&editor.scope(), silent, report(&app, State::Complete)).await;
    assert!(matches!(denied, Err(Error::Denied(_))));
    let neighbour = tree(&app, "agadir", None).await[0][2].id;
    let foreign = reports::submit(&amina.scope(), neighbour, report(&app, State::Complete)).await;
    assert!(matches!(foreign, Err(Error::NotFound(_))));
}

#[tokio::test]
async fn what_was_typed_waits_for_its_author() {
    let app = TestApp::new().await;
    let amina = Colleague::new(&app, "fes", "amina", Role::FocalPoint).await;
    let driss = Colleague::new(&app, "fes", "driss", Role::Admin).await;
    let (programme, silent) = (programme(&app).await.id, tree(&app, "fes", None).await[0][2].id);
    let typed = |evidence: &str| DraftInput {
        state: Some(State::Limited),
        evidence_url: Some(evidence.to_owned()),
        ..DraftInput::default()
    };
    drafts::save(&amina.scope(), silent, typed("htt")).await.unwrap();
    drafts::save(&amina.scope(), silent, typed("https://fes.ma/")).await.unwrap();
    let draft = async |who: &Colleague<'_>| {
        let sheet = reporting::sheet(&who.scope(), programme, None).await.unwrap();
        sheet.lines.into_iter().find(|line| line.milestone == silent).expect("the line").draft
    };
    let kept = draft(&amina).await.expect("a draft");
    assert_eq!(kept.evidence_url.as_deref(), Some("https://fes.ma/"));
    assert!(draft(&driss).await.is_none(), "nobody else sees it");
    reports::submit(&driss.scope(), silent, report(&app, State::Substantial)).await.unwrap();
    assert!(draft(&amina).await.is_some(), "another's report does not take it away");
    reports::submit(&amina.scope(), silent, report(&app, State::Complete)).await.unwrap();
    assert!(draft(&amina).await.is_none());
    let neighbour = tree(&app, "agadir", None).await[0][2].id;
    assert!(matches!(
        drafts::save(&amina.scope(), neighbour, typed("")).await,
        Err(Error::NotFound("milestone"))
    ));
}

#[tokio::test]
async fn evidence_is_public_once_its_report_is() {
    let app = TestApp::new().await;
    let amina = Colleague::new(&app, "fes", "amina", Role::FocalPoint).await;
    let driss = Colleague::new(&app, "fes", "driss", Role::Admin).await;
    reports::set_eyes(&driss.scope(), Eyes::Two).await.unwrap();
    let silent = tree(&app, "fes", None).await[0][2].clone();
    let file =
        media::put(&amina.scope(), media::Upload::of("pv.pdf", b"%PDF-1.7\n%%EOF".as_slice())).await.unwrap();
    let proven = ReportInput { files: vec![file.id], ..report(&app, State::Complete) };
    let sent = reports::submit(&amina.scope(), silent.id, proven).await.unwrap();
    let reader = public(&app, "fes");
    assert!(matches!(media::open(&reader, file.id).await, Err(Error::NotFound(_))));
    assert!(reports::files(&reader, &[sent.id]).await.unwrap().is_empty());
    let queue = reports::queue(&driss.scope(), &PageRequest::first(10)).await.unwrap();
    assert_eq!(queue.items[0].files.iter().map(|one| one.media).collect::<Vec<_>>(), [file.id]);
    reports::approve(&driss.scope(), sent.id).await.unwrap();
    media::open(&reader, file.id).await.expect("the file is public");
    let shown = reports::files(&reader, &[sent.id]).await.unwrap();
    assert_eq!(shown[&sent.id][0].file_name, "pv.pdf");
    let fresh = reporting::freshness(&reader, &[silent.commitment]).await.unwrap();
    assert_eq!(fresh[&silent.commitment].last_evidence_on, Some(today(&app)), "a file is evidence too");
}

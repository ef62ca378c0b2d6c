//! Who may enter which room of the office: one table, asked over HTTP. A room for
//! changing something is asked with an empty form, which those who may are told to fill in.

use infitah_core::tenancy::permission::Role;

use crate::harness::TestApp;

/// Rooms that are shown: those who may get the page, the others a refusal.
const SHOWN: &str = "\
admin editor focal_point moderator
x x x x /office/home
x x x x /office/programme
x - x - /office/programme/new
x x x x /office/programme/2026-2027
x - x - /office/programme/2026-2027/settings
x - x - /office/programme/2026-2027/steps/4
x - x - /office/programme/2026-2027/copy
x x x x /office/programme/2026-2027/tree
x - x - /office/programme/2026-2027/import
x x x x /office/programme/2026-2027/export.xlsx
x x x x /office/programme/2026-2027/export.csv
x x x x /office/programme/template.xlsx
x x x x /office/programme/template.csv
x - x - /office/programme/2026-2027/tree/axes/new
x - x - /office/programme/2026-2027/tree/commitments/new
x x x x /office/programme/2026-2027/committee
x - x - /office/programme/2026-2027/committee/new
x x x x /office/programme/2026-2027/commitments/1/outcomes
x - x - /office/programme/2026-2027/commitments/1/indicators/new
x - - - /office/programme/2026-2027/commitments/1/assessments/new
x x x x /office/sessions
x - x - /office/sessions/new
x x x x /office/events
x x x - /office/events/new
x x - - /office/pages
x x - - /office/pages/new
x - x - /office/reports/2026-2027
x - x - /office/reports/queue
x - x - /office/reports/mine
x x x x /office/media
x x x x /office/documents
x x x - /office/documents/new
x - - - /office/people
x - - - /office/people/new
x x x x /office/account
x x x x /office/account/details
x x x x /office/account/password
x x x x /office/account/second-factor
x x x x /office/account/passkeys/new
x - - - /office/audit
x - - - /office/audit.csv
x - - - /office/audit.jsonl
x - - - /office/settings
x - - - /office/settings/domain
x - - - /office/personal-data
x - - - /office/deliveries
";

/// Rooms that change something, asked with an empty form: refused for what is missing, or at all.
const CHANGED: &str = "\
admin editor focal_point moderator
x - x - /office/programme
x - x - /office/programme/2026-2027/settings
x - x - /office/programme/2026-2027/next/begin_evaluation
x - x - /office/programme/2026-2027/import
x - x - /office/programme/2026-2027/copy
x - x - /office/programme/2026-2027/tree/axes
x - x - /office/programme/2026-2027/tree/commitments
x - x - /office/programme/2026-2027/committee
x - x - /office/programme/2026-2027/commitments/1/indicators
x - - - /office/programme/2026-2027/commitments/1/assessments
x - x - /office/sessions
x x x - /office/events
x x - - /office/pages
x - - - /office/reports/eyes
x - x - /office/reports/2026-2027/files
x x x - /office/media
x x x - /office/documents
x - - - /office/people
x x x x /office/account/details
x x x x /office/account/password
x x x x /office/account/second-factor
x x x x /office/account/passkeys/new
x - - - /office/settings
x - - - /office/settings/preview
x - - - /office/settings/domain
x - - - /office/personal-data
x - - - /office/personal-data/requests
";

#[tokio::test]
async fn rooms_of_the_programme_open_as_written_down() {
    let app = TestApp::new().await;
    let mut people = Vec::new();
    for role in [Role::Admin, Role::Editor, Role::FocalPoint, Role::Moderator] {
        people.push((role, app.staff("fes", role).await));
    }
    let mut findings = Vec::new();
    for (table, changes) in [(SHOWN, false), (CHANGED, true)] {
        for row in table.lines().skip(1) {
            let (marks, path) = row.split_at(8);
            for ((role, caller), mark) in people.iter().zip(marks.split(' ')) {
                let answer = if changes { caller.post_form(path, &[]).await } else { caller.get(path).await };
                let expected = match (mark, changes) {
                    ("x", false) => 200,
                    ("x", true) => 422,
                    _ => 403,
                };
                if answer.status != expected {
                    findings.push(format!("{role:?} at {path}: {} instead of {expected}", answer.status));
                }
            }
            let path = path.trim();
            let anyone = app.anyone("fes");
            let answer = if changes { anyone.post_form(path, &[]).await } else { anyone.get(path).await };
            if answer.status != 303 || !answer.header("location").starts_with("/office/sign-in") {
                findings.push(format!("anybody at {path}: {}", answer.status));
            }
        }
    }
    assert!(findings.is_empty(), "{findings:#?}");
}

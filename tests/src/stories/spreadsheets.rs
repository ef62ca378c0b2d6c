//! Programmes as spreadsheets: what a focal point uploads and downloads, every mistake a file may
//! have, and that what is written out is what is read in.

mod mistakes;
mod returning;
mod two_steps;

use bytes::Bytes;
use chrono::NaiveDate;
use infitah_core::Locale;
use infitah_core::ground::ids::ProgrammeId;
use infitah_core::ground::localised::Localised;
use infitah_core::programme::cycle::{self, NewProgramme};
use infitah_core::programme::spreadsheets::{self, Outcome};
use infitah_core::tenancy::scope::Scope;

use crate::harness::TestApp;

const CYCLE: &str = "2028-2029";

/// The headings of a short sheet, by their codes.
const HEAD: &str = "axis_number;axis_title_fr;commitment_number;commitment_title_fr;budget;\
                    milestone_number;milestone_title_fr;milestone_due_on;milestone_weight";

fn scope(app: &TestApp, slug: &str) -> Scope {
    app.hub.system_scope(app.tenant(slug).clone(), "test")
}

/// A programme in preparation without a tree.
async fn empty_programme(app: &TestApp, slug: &str, cycle: &str) -> ProgrammeId {
    let new = NewProgramme {
        cycle: cycle.to_owned(),
        notes: Localised::default(),
        starts_on: NaiveDate::from_ymd_opt(2028, 1, 1),
        ends_on: NaiveDate::from_ymd_opt(2029, 12, 31),
        report_every_months: 3,
    };
    cycle::create(&scope(app, slug), new).await.unwrap()
}

/// A sheet of these rows.
pub(super) fn sheet(rows: &[&str]) -> Vec<u8> {
    [&[HEAD], rows].concat().join("\n").into_bytes()
}

/// What is wrong with a file, in English.
async fn mistakes_of(app: &TestApp, programme: ProgrammeId, file: Vec<u8>) -> Vec<String> {
    match spreadsheets::examine(&scope(app, "fes"), programme, Bytes::from(file)).await.unwrap() {
        Outcome::Good(plan) => panic!("nothing is wrong: {:?}", plan.counts()),
        Outcome::Refused(problems) => problems.sentences(Locale::En),
    }
}

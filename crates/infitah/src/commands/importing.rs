//! `infitah import programme`: the tree of a programme from a spreadsheet, or all that is wrong with
//! the file, one mistake a line.

use std::process::ExitCode;

use anyhow::Context as _;
use infitah_core::Locale;
use infitah_core::programme::spreadsheets::{self, Counts, Outcome, Problems};
use serde_json::json;

use crate::cli::{self, ImportProgramme};
use crate::starting;
use crate::terminal::{complain, say, say_json};
use crate::variables::Variables;

/// Bytes of a file at most: as much as the office takes.
const MOST_BYTES: u64 = infitah_core::media::MOST_BYTES as u64;

/// `infitah import programme`.
pub(crate) async fn run(variables: &Variables, verb: cli::Import) -> anyhow::Result<ExitCode> {
    let cli::Import::Programme(options) = verb;
    let file = options.file.display().to_string();
    let size = std::fs::metadata(&options.file).with_context(|| format!("cannot read {file}"))?.len();
    if size > MOST_BYTES {
        anyhow::bail!("{file} has more than {} MB", MOST_BYTES / 1024 / 1024);
    }
    let bytes = std::fs::read(&options.file).with_context(|| format!("cannot read {file}"))?;
    let hub = starting::installation(variables).await?;
    let scope = starting::member_scope(&hub, &options.collectivity, "import programme").await?;
    let programme = spreadsheets::target(&scope, options.cycle.as_deref()).await?;
    let outcome = if options.dry_run {
        spreadsheets::examine(&scope, programme.id, bytes.into()).await?
    } else {
        spreadsheets::import(&scope, programme.id, bytes.into()).await?
    };
    hub.database().close().await;
    match outcome {
        Outcome::Good(plan) => told(&options, &programme.cycle, plan.counts()),
        Outcome::Refused(problems) => refused(&options, &problems),
    }
}

fn told(options: &ImportProgramme, cycle: &str, counts: Counts) -> anyhow::Result<ExitCode> {
    let (Counts { axes, commitments, milestones }, slug) = (counts, &options.collectivity);
    if options.json.json {
        say_json(&json!({
            "collectivity": slug, "cycle": cycle, "dryRun": options.dry_run,
            "axes": axes, "commitments": commitments, "milestones": milestones,
        }))?;
        return Ok(ExitCode::SUCCESS);
    }
    let done = if options.dry_run { "would import" } else { "imported" };
    say(format_args!(
        "{done} into {cycle} of {slug}: axes {axes}, commitments {commitments}, milestones {milestones}"
    ));
    Ok(ExitCode::SUCCESS)
}

fn refused(options: &ImportProgramme, problems: &Problems) -> anyhow::Result<ExitCode> {
    if options.json.json {
        let one = |problem: &spreadsheets::Problem| {
            json!({
                "sheet": problem.sheet, "row": problem.row, "column": problem.column(),
                "heading": problem.heading, "problem": problem.rule(Locale::En),
            })
        };
        let all: Vec<_> = problems.shown().iter().map(one).collect();
        say_json(&json!({ "problems": all, "more": problems.more() }))?;
        return Ok(ExitCode::FAILURE);
    }
    problems.sentences(Locale::En).iter().for_each(complain);
    Ok(ExitCode::FAILURE)
}

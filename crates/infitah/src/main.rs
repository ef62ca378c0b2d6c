//! The program: reads configuration, wires the rooms together and ends with an exit status. All
//! rules live in `infitah-core`; what is printed here is for operators, in English.

mod cli;
mod commands;
mod config;
mod demo;
mod observing;
mod serving;
mod starting;
mod terminal;
mod variables;
mod watching;

use std::process::ExitCode;

use clap::Parser as _;

use cli::{Cli, Command};
use variables::Variables;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // Wrong usage ends here with status 2.
    let cli = Cli::parse();
    // Traces leave by an HTTP client, which is made before anything else.
    infitah_core::ground::tls::provide();
    match start(cli.command) {
        Ok(code) => code,
        Err(error) => {
            terminal::say_failure(&error);
            ExitCode::FAILURE
        }
    }
}

fn start(command: Command) -> anyhow::Result<ExitCode> {
    let variables = Variables::of_process();
    let serves = matches!(command, Command::Serve(_) | Command::Worker);
    let spans = if serves { config::Spans::read(&variables)? } else { config::Spans(None) };
    let logs = config::Logs::read(&variables)?;
    let observed = observing::begin(&logs, &spans, if serves { "info" } else { "warn" })?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let ended = runtime.block_on(Box::pin(run(command, variables)));
    observed.end();
    ended
}

async fn run(command: Command, variables: Variables) -> anyhow::Result<ExitCode> {
    match command {
        Command::Doctor(form) => return Box::pin(commands::doctor::examine(&variables, form.json)).await,
        Command::Import(verb) => return Box::pin(commands::importing::run(&variables, verb)).await,
        Command::Schema => terminal::say(infitah_gateway::sdl().trim_end()),
        Command::Demo(options) => Box::pin(demo::run(&variables, options)).await?,
        Command::Serve(options) => Box::pin(serving::serve(&variables, options)).await?,
        Command::Worker => Box::pin(serving::work(&variables)).await?,
        Command::Migrate(options) => Box::pin(commands::migrating::run(&variables, options)).await?,
        Command::Collectivity(verb) => Box::pin(commands::collectivities::run(&variables, verb)).await?,
        Command::Staff(verb) => Box::pin(commands::staff::run(&variables, verb)).await?,
        Command::Audit(verb) => Box::pin(commands::audit::run(&variables, verb)).await?,
    }
    Ok(ExitCode::SUCCESS)
}

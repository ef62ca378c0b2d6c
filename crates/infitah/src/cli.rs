//! The command line: what may be typed, and nothing of what it does.

use std::net::SocketAddr;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};

/// The hub of the Moroccan Network of Open Territorial Collectivities.
///
/// Configuration is read from the environment; deploy/env.example lists every variable.
/// Exit status: 0 done, 1 failed (stderr says why, in one line or one for each mistake of a file),
/// 2 wrong usage.
#[derive(Debug, Parser)]
#[command(name = "infitah", version, propagate_version = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve a demonstration network from a folder: everything in one process
    Demo(Demo),
    /// Serve the sites, the office and GraphQL
    Serve(Serve),
    /// Run the notification worker
    Worker,
    /// Bring the database schema up
    Migrate(Migrate),
    /// Members of the network: create, list, show, suspend, resume, archive, domain
    #[command(subcommand)]
    Collectivity(Collectivity),
    /// Staff accounts: invite, revoke, reset-second-factor
    #[command(subcommand)]
    Staff(Staff),
    /// Content from files: programmes
    #[command(subcommand)]
    Import(Import),
    /// The audit trail
    #[command(subcommand)]
    Audit(Audit),
    /// Print the GraphQL schema
    Schema,
    /// Check configuration, database, roles and mail; one line each
    Doctor(Json),
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// Address to listen on
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    pub(crate) listen: SocketAddr,
    /// Folder of the database, the mails and the sign-ins
    #[arg(long, value_name = "DIR", default_value = "demo-data")]
    pub(crate) data_dir: PathBuf,
    /// Delete the demonstration in the folder and make a new one
    #[arg(long)]
    pub(crate) reset: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// Run the worker in this process too (it is, when no Redis could wake another)
    #[arg(long)]
    pub(crate) with_worker: bool,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Migrate {
    #[command(subcommand)]
    pub(crate) command: Option<MigrateCommand>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum MigrateCommand {
    /// Print what is pending and change nothing
    Status(Json),
}

#[derive(Debug, Args)]
pub(crate) struct Json {
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Collectivity {
    /// Create a member and its site
    Create(Box<CreateCollectivity>),
    /// List all members with their status
    List(Json),
    /// Show one member
    Show {
        /// Its subdomain
        slug: String,
        #[command(flatten)]
        json: Json,
    },
    /// Give the files of a member another room
    Room {
        /// Its subdomain
        slug: String,
        /// Megabytes of all its files at most
        #[arg(long)]
        megabytes: u32,
    },
    /// Close a site for now
    Suspend {
        /// Its subdomain
        slug: String,
    },
    /// Open a suspended site again
    Resume {
        /// Its subdomain
        slug: String,
    },
    /// Close a site for good; its data are kept
    Archive {
        /// Its subdomain
        slug: String,
    },
    /// Domains of a member's own
    #[command(subcommand)]
    Domain(Domain),
}

#[derive(Debug, Subcommand)]
pub(crate) enum Domain {
    /// Let a domain lead to the site of a member, on your word
    Add {
        /// The member
        slug: String,
        /// The domain, for example fes.ma
        domain: String,
    },
    /// Let it lead there no more
    Remove {
        /// The member
        slug: String,
        /// The domain
        domain: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct CreateCollectivity {
    /// Its subdomain
    pub(crate) slug: String,
    /// What it is; `network` once, for the network itself
    #[arg(long)]
    pub(crate) kind: KindName,
    /// Arabic name
    #[arg(long, value_name = "NAME")]
    pub(crate) name_ar: String,
    /// French name
    #[arg(long, value_name = "NAME")]
    pub(crate) name_fr: Option<String>,
    /// English name
    #[arg(long, value_name = "NAME")]
    pub(crate) name_en: Option<String>,
    /// Amazigh name, in Tifinagh
    #[arg(long, value_name = "NAME")]
    pub(crate) name_zgh: Option<String>,
    /// Code in the list of the High Commission for Planning
    #[arg(long, value_name = "CODE")]
    pub(crate) hcp_code: Option<String>,
    /// Code of its region, 01 to 12
    #[arg(long, value_name = "CODE")]
    pub(crate) region: Option<String>,
    /// The cohort with which it joined
    #[arg(long)]
    pub(crate) cohort: Option<i32>,
    /// The day it joined, as 2026-01-31
    #[arg(long, value_name = "DATE")]
    pub(crate) joined_on: Option<NaiveDate>,
    /// Inhabitants
    #[arg(long)]
    pub(crate) population: Option<i64>,
    /// Language of the site when nothing else decides: ar, fr, zgh or en
    #[arg(long, default_value = "ar", value_parser = locale)]
    pub(crate) locale: infitah_i18n::Locale,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum KindName {
    Network,
    Region,
    Prefecture,
    Province,
    Commune,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Staff {
    /// Invite somebody by mail; the link is printed when no mail is configured
    Invite(Invite),
    /// Take all roles of an account away
    Revoke {
        /// The address of the account
        email: String,
        #[command(flatten)]
        place: Place,
    },
    /// Let somebody in again who lost the second factor: it is removed, with all passkeys and sign-ins at every member
    ResetSecondFactor {
        /// The address of the account; make sure that its owner asked for it
        #[arg(long, value_name = "ADDRESS")]
        email: String,
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Invite {
    /// The address that the link goes to
    pub(crate) email: String,
    /// The member
    #[arg(long, value_name = "SLUG", requires = "role", conflicts_with = "network")]
    pub(crate) collectivity: Option<String>,
    /// What the person will be at the member
    #[arg(long, requires = "collectivity")]
    pub(crate) role: Option<MemberRole>,
    /// What the person will be at the network
    #[arg(long, value_name = "ROLE", required_unless_present = "collectivity")]
    pub(crate) network: Option<NetworkRole>,
    /// The name shown in the office; the address's own name if not given
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// Language of the mail and of the office: ar, fr, zgh or en
    #[arg(long, default_value = "ar", value_parser = locale)]
    pub(crate) locale: infitah_i18n::Locale,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Place {
    /// The member
    #[arg(long, value_name = "SLUG")]
    pub(crate) collectivity: Option<String>,
    /// The network itself
    #[arg(long)]
    pub(crate) network: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(crate) enum MemberRole {
    Admin,
    Editor,
    FocalPoint,
    Moderator,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum NetworkRole {
    Coordinator,
    Observer,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Import {
    /// The axes, commitments and milestones of a programme in preparation, from XLSX or CSV
    Programme(ImportProgramme),
}

#[derive(Debug, Args)]
pub(crate) struct ImportProgramme {
    /// The file; the office has an empty one to fill in
    pub(crate) file: PathBuf,
    /// The member
    #[arg(long, value_name = "SLUG")]
    pub(crate) collectivity: String,
    /// The years of the programme, as 2026-2027; needed when several are in preparation
    #[arg(long, value_name = "YEARS")]
    pub(crate) cycle: Option<String>,
    /// Check the file, say what it would add, and change nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[command(flatten)]
    pub(crate) json: Json,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Audit {
    /// Check the chain of hashes of one member, or of all
    Verify {
        /// The member; all when not given
        #[arg(long, value_name = "SLUG")]
        collectivity: Option<String>,
    },
}

fn locale(text: &str) -> Result<infitah_i18n::Locale, String> {
    infitah_i18n::Locale::from_code(text).ok_or_else(|| "one of ar, fr, zgh, en is expected".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory as _, Parser as _};

    use super::*;

    #[test]
    fn command_line_is_sound() {
        Cli::command().debug_assert();
        for (line, good) in [
            ("infitah demo --listen 127.0.0.1:0 --data-dir d --reset", true),
            ("infitah demo --listen nowhere", false),
            ("infitah migrate", true),
            ("infitah migrate status --json", true),
            ("infitah staff invite a@b.ma --collectivity fes --role focal_point", true),
            ("infitah staff invite a@b.ma --collectivity fes", false),
            ("infitah staff invite a@b.ma --collectivity fes --role coordinator", false),
            ("infitah staff invite a@b.ma --network coordinator", true),
            ("infitah staff invite a@b.ma", false),
            ("infitah collectivity domain add fes fes.ma", true),
            ("infitah collectivity domain add fes", false),
            ("infitah staff revoke a@b.ma", false),
            (
                "infitah import programme plan.xlsx --collectivity fes --cycle 2026-2027 --dry-run --json",
                true,
            ),
            ("infitah import programme plan.xlsx", false),
            ("infitah import programme --collectivity fes", false),
            ("infitah staff revoke a@b.ma --network", true),
            ("infitah staff reset-second-factor --email a@b.ma --collectivity fes", true),
            ("infitah staff reset-second-factor --email a@b.ma --network", true),
            ("infitah staff reset-second-factor --email a@b.ma", false),
            ("infitah staff reset-second-factor --network", false),
            ("infitah", false),
        ] {
            assert_eq!(Cli::try_parse_from(line.split(' ')).is_ok(), good, "{line}");
        }
    }
}

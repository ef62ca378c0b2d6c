//! The schema of Infitah: one SQL file a topic, written once for SQLite and PostgreSQL.
//! Run by the owner of the tables only; the program itself runs under roles that own nothing.
//! Migrations go forward only; a merged file is never edited.
//!
//! Deliberately absent: data (that is core's work) and `down` steps (restore a backup instead).

mod dialect;
pub mod roles;
pub mod run;

use sea_orm_migration::prelude::*;

use dialect::{On, Topic, TopicMigration};

/// The ordered list of migrations.
#[derive(Debug)]
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        TOPICS.iter().map(|topic| Box::new(TopicMigration(topic)) as Box<dyn MigrationTrait>).collect()
    }
}

/// The names of all migrations of this program, oldest first.
pub fn names() -> Vec<&'static str> {
    TOPICS.iter().map(|topic| topic.name).collect()
}

const TOPICS: &[Topic] = &[
    Topic { name: "m0001_tenancy", sql: include_str!("sql/tenancy.sql"), on: On::Both },
    Topic { name: "m0002_news", sql: include_str!("sql/news.sql"), on: On::Both },
    Topic { name: "m0003_programme", sql: include_str!("sql/programme.sql"), on: On::Both },
    Topic { name: "m0004_notify", sql: include_str!("sql/notify.sql"), on: On::Both },
    Topic { name: "m0005_trust", sql: include_str!("sql/trust.sql"), on: On::Both },
    Topic { name: "m0006_row_security", sql: include_str!("sql/row_security.sql"), on: On::Postgres },
    Topic { name: "m0007_trace", sql: include_str!("sql/trace.sql"), on: On::Both },
    Topic { name: "m0008_cycle", sql: include_str!("sql/cycle.sql"), on: On::Both },
    Topic { name: "m0009_cycle_walls", sql: include_str!("sql/cycle_walls.sql"), on: On::Postgres },
    Topic { name: "m0010_recipients", sql: include_str!("sql/recipients_postgres.sql"), on: On::Postgres },
    Topic { name: "m0011_recipients", sql: include_str!("sql/recipients_sqlite.sql"), on: On::Sqlite },
    Topic { name: "m0012_weights", sql: include_str!("sql/weights.sql"), on: On::Both },
    Topic { name: "m0013_reminder_walls", sql: include_str!("sql/reminder_walls.sql"), on: On::Postgres },
    Topic { name: "m0014_timer_walls", sql: include_str!("sql/timer_walls.sql"), on: On::Postgres },
    Topic { name: "m0015_axis_revisions", sql: include_str!("sql/axis_revisions.sql"), on: On::Both },
    Topic {
        name: "m0015_axis_revisions_walls",
        sql: include_str!("sql/axis_revision_walls.sql"),
        on: On::Postgres,
    },
    Topic { name: "m0016_topics", sql: include_str!("sql/topics_postgres.sql"), on: On::Postgres },
    Topic { name: "m0017_topics", sql: include_str!("sql/topics_sqlite.sql"), on: On::Sqlite },
    Topic { name: "m0020_accounts", sql: include_str!("sql/accounts.sql"), on: On::Both },
    Topic { name: "m0021_accounts_walls", sql: include_str!("sql/accounts_walls.sql"), on: On::Postgres },
    Topic { name: "m0030_library", sql: include_str!("sql/library.sql"), on: On::Both },
    Topic { name: "m0031_library_walls", sql: include_str!("sql/library_walls.sql"), on: On::Postgres },
    Topic { name: "m0032_documents", sql: include_str!("sql/documents.sql"), on: On::Both },
    Topic { name: "m0033_documents_walls", sql: include_str!("sql/documents_walls.sql"), on: On::Postgres },
    Topic { name: "m0040_newsroom", sql: include_str!("sql/newsroom.sql"), on: On::Both },
    Topic { name: "m0041_newsroom_walls", sql: include_str!("sql/newsroom_walls.sql"), on: On::Postgres },
    Topic { name: "m0050_audit", sql: include_str!("sql/audit.sql"), on: On::Both },
    Topic { name: "m0051_audit_walls", sql: include_str!("sql/audit_walls.sql"), on: On::Postgres },
    Topic { name: "m0052_settings", sql: include_str!("sql/settings.sql"), on: On::Both },
    Topic { name: "m0054_personal_data", sql: include_str!("sql/personal_data.sql"), on: On::Both },
    Topic {
        name: "m0055_personal_data_walls",
        sql: include_str!("sql/personal_data_walls.sql"),
        on: On::Postgres,
    },
    Topic { name: "m0060_events", sql: include_str!("sql/events.sql"), on: On::Both },
    Topic { name: "m0061_events_walls", sql: include_str!("sql/events_walls.sql"), on: On::Postgres },
    Topic { name: "m0062_pages", sql: include_str!("sql/pages.sql"), on: On::Both },
    Topic { name: "m0063_pages_walls", sql: include_str!("sql/pages_walls.sql"), on: On::Postgres },
    Topic { name: "m0064_kept_files", sql: include_str!("sql/kept_files.sql"), on: On::Both },
    Topic { name: "m0065_kept_files_walls", sql: include_str!("sql/kept_files_walls.sql"), on: On::Postgres },
    Topic { name: "m0066_covers", sql: include_str!("sql/covers.sql"), on: On::Both },
    Topic { name: "m0067_covers", sql: include_str!("sql/covers_postgres.sql"), on: On::Postgres },
    Topic { name: "m0068_covers", sql: include_str!("sql/covers_sqlite.sql"), on: On::Sqlite },
    Topic {
        name: "m0069_documents_of_network",
        sql: include_str!("sql/documents_of_network.sql"),
        on: On::Both,
    },
    Topic { name: "m0070_passkeys", sql: include_str!("sql/passkeys.sql"), on: On::Both },
    Topic { name: "m0071_passkeys_walls", sql: include_str!("sql/passkeys_walls.sql"), on: On::Postgres },
    Topic { name: "m0072_providers", sql: include_str!("sql/providers.sql"), on: On::Both },
    Topic { name: "m0073_providers_walls", sql: include_str!("sql/providers_walls.sql"), on: On::Postgres },
    Topic { name: "m0075_needs", sql: include_str!("sql/needs.sql"), on: On::Both },
    Topic { name: "m0076_faces", sql: include_str!("sql/faces.sql"), on: On::Both },
    Topic { name: "m0077_faces_walls", sql: include_str!("sql/faces_walls.sql"), on: On::Postgres },
    Topic { name: "m0078_autosaves", sql: include_str!("sql/autosaves.sql"), on: On::Both },
];

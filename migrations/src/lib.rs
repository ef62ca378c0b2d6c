//! The schema of Infitah: one SQL file a topic, written once for SQLite and PostgreSQL.
//! Run by the owner of the tables only; the program itself runs under roles that own nothing.
//! Migrations go forward only; a merged file is never edited.
//!
//! Deliberately absent: data (that is core's work) and `down` steps (restore a backup instead).

mod dialect;
pub mod roles;
pub mod run;

use sea_orm_migration::prelude::*;

use dialect::{Topic, TopicMigration};

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
    Topic { name: "m0001_tenancy", sql: include_str!("sql/tenancy.sql"), postgres_only: false },
    Topic { name: "m0002_news", sql: include_str!("sql/news.sql"), postgres_only: false },
    Topic { name: "m0003_programme", sql: include_str!("sql/programme.sql"), postgres_only: false },
    Topic { name: "m0004_notify", sql: include_str!("sql/notify.sql"), postgres_only: false },
    Topic { name: "m0005_trust", sql: include_str!("sql/trust.sql"), postgres_only: false },
    Topic { name: "m0006_row_security", sql: include_str!("sql/row_security.sql"), postgres_only: true },
];

//! Turns one SQL text into the dialect at hand. The files are written in PostgreSQL's words;
//! SQLite stores UUIDs as blobs and times, dates and JSON as text, which is what sea-orm binds.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

/// One file of the schema.
#[derive(Debug)]
pub(crate) struct Topic {
    /// Its name in the table of applied migrations.
    pub(crate) name: &'static str,
    /// The statements.
    pub(crate) sql: &'static str,
    /// Where it is run: row security exists in PostgreSQL only.
    pub(crate) on: On,
}

/// The engines that a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum On {
    Both,
    Postgres,
    Sqlite,
}

pub(crate) struct TopicMigration(pub(crate) &'static Topic);

impl MigrationName for TopicMigration {
    fn name(&self) -> &str {
        self.0.name
    }
}

#[expect(elided_lifetimes_in_paths, reason = "the trait spells its methods without them")]
#[async_trait::async_trait]
impl MigrationTrait for TopicMigration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let sql = match (connection.get_database_backend(), self.0.on) {
            (DbBackend::Sqlite, On::Postgres) | (DbBackend::Postgres, On::Sqlite) => return Ok(()),
            (DbBackend::Sqlite, _) => for_sqlite(self.0.sql),
            _ => self.0.sql.to_owned(),
        };
        connection.execute_unprepared(&sql).await.map(|_| ())
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup instead".into()))
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn for_sqlite(sql: &str) -> String {
    sql.replace(" UUID", " BLOB")
        .replace(" TIMESTAMPTZ", " TEXT")
        .replace(" JSONB", " TEXT")
        .replace(" DATE", " TEXT")
}

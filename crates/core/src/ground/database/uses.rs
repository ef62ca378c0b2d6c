//! What the gauges need of the database: how full the pools are, and single readings of the
//! worker's role over the queue of all tenants.

use std::sync::atomic::AtomicU64;

use sea_orm::DatabaseConnection;

use super::{Database, Engine};
use crate::ground::sql::{Handle, Source};

/// How full a pool is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PoolUse {
    /// Which pool.
    pub pool: &'static str,
    /// Connections at work.
    pub used: u32,
    /// Connections that wait for work.
    pub idle: u32,
    /// Connections that there may be.
    pub max: u32,
}

impl Database {
    /// How full each pool is now. Nothing is asked of the database.
    pub fn pool_use(&self) -> Vec<PoolUse> {
        self.0.named().map(|(name, pool)| use_of(name, self.engine(), pool)).collect()
    }

    /// Single readings of the worker's role; on SQLite they do not wait for the one writer.
    pub(crate) fn worker_reads(&self) -> WorkerReads {
        WorkerReads(self.clone())
    }
}

/// Single statements of the worker's role.
#[derive(Debug, Clone)]
pub(crate) struct WorkerReads(Database);

impl Source for WorkerReads {
    fn handle(&self) -> Handle<'_> {
        let pools = &self.0.0;
        Handle::Pool(if pools.engine == Engine::Sqlite { &pools.public } else { &pools.worker })
    }
    fn counter(&self) -> &AtomicU64 {
        &self.0.0.statements
    }
}

fn use_of(pool: &'static str, engine: Engine, connection: &DatabaseConnection) -> PoolUse {
    let (size, idle, max) = match engine {
        Engine::Postgres => {
            let pool = connection.get_postgres_connection_pool();
            (pool.size(), pool.num_idle(), pool.options().get_max_connections())
        }
        Engine::Sqlite => {
            let pool = connection.get_sqlite_connection_pool();
            (pool.size(), pool.num_idle(), pool.options().get_max_connections())
        }
    };
    let idle = u32::try_from(idle).unwrap_or(u32::MAX);
    PoolUse { pool, used: size.saturating_sub(idle), idle, max }
}

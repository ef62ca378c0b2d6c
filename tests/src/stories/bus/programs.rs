//! The program with Redis: what it says of it, what it leaves to a worker of its own, and that it
//! starts without.

use std::process::{Command, Stdio};

use super::servers::{Redis, is_there, wait_for};
use crate::harness::{Caller, databases};

const KEY: &str = "0123456789abcdef0123456789abcdef0123456789";

/// The program over a fresh database and this Redis.
async fn program(redis: &Redis, folder: &std::path::Path) -> Option<impl Fn(&str) -> Command + use<>> {
    let Ok(path) = std::env::var("INFITAH_BIN") else {
        eprintln!("left out: INFITAH_BIN names no program; tests/run builds it");
        return None;
    };
    let (database, redis) = (databases::fresh(folder).await.url, redis.url());
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    Some(move |command: &str| {
        let mut program = Command::new(&path);
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("INFITAH_")) {
            program.env_remove(name);
        }
        program.env("INFITAH_DATABASE_URL", &database).env("INFITAH_SECRET_KEY", KEY);
        program.env("INFITAH_REDIS_URL", &redis).env("INFITAH_LISTEN", &free);
        program.arg(command).stdin(Stdio::null()).stderr(Stdio::null());
        program
    })
}

fn doctor(program: &impl Fn(&str) -> Command) -> String {
    let said = program("doctor").output().unwrap().stdout;
    let said = String::from_utf8(said).unwrap();
    said.lines().find(|line| line.contains(" redis: ")).unwrap_or_else(|| panic!("{said}")).to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn program_says_where_it_is_woken_and_starts_without() {
    if !is_there() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut redis = Redis::new();
    let Some(program) = program(&redis, folder.path()).await else { return };
    let said = doctor(&program);
    assert!(said.starts_with("ok") && said.contains(", one server"), "{said}");

    redis.kill();
    let said = doctor(&program);
    assert!(said.starts_with("FAILED"), "{said}");
    // Nobody has told it where mail goes: that is the worker's affair, and it runs none.
    let out = folder.path().join("said");
    let mut serve = program("serve");
    let mut child = serve.stdout(std::fs::File::create(&out).unwrap()).spawn().unwrap();
    let said = || std::fs::read_to_string(&out).unwrap();
    wait_for("the gateway", || said().contains("wake-up"));
    let all = said();
    let has =
        |start: &str, word: &str| all.lines().any(|line| line.starts_with(start) && line.contains(word));
    assert!(has("wake-up", "Redis") && has("mail", "left to the workers"), "{all}");
    let address = all.split("http://").nth(1).unwrap().split_whitespace().next().unwrap();
    let caller = Caller::new(address.parse().unwrap(), address);
    assert_eq!(caller.get("/healthz").await.status, 200);
    assert_eq!(caller.get("/readyz").await.status, 200);

    redis.start();
    let prefix = format!("infitah:localhost:{}:", address.rsplit(':').next().unwrap());
    wait_for("its ear", || redis.listeners(&prefix) == 1);
    child.kill().unwrap();
    child.wait().unwrap();
}

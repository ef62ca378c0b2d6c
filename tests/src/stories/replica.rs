//! A replica for public reads: people who are signed in see what they wrote at once, everybody
//! else what has arrived, nothing old is remembered as new, and its absence costs nothing. Runs
//! where a replica is at hand, and not beside stories that need it to keep up.

use infitah_core::ground::database::DatabaseConfig;
use infitah_core::tenancy::permission::Role;

use super::publishing::{version_of, write};
use crate::harness::TestApp;
use crate::harness::databases::{at, is_postgres, psql};
use crate::harness::fleet::until;
use crate::harness::forwarder::{Forwarder, server_of};

/// Replay stands still until this is dropped.
struct Paused(String);

impl Paused {
    fn new(replica: &str) -> Self {
        let said = psql(replica, "SELECT pg_wal_replay_pause()");
        assert!(!said.contains("ERROR"), "{said}");
        Self(replica.to_owned())
    }
}

impl Drop for Paused {
    fn drop(&mut self) {
        psql(&self.0, "SELECT pg_wal_replay_resume()");
    }
}

#[tokio::test]
async fn replica_serves_readers_and_the_primary_those_who_write() {
    let Ok(server) = std::env::var("INFITAH_TEST_REPLICA_URL") else { return };
    if !is_postgres() {
        return;
    }
    let app = TestApp::new().await;
    let database = app.database_url.rsplit('/').next().unwrap();
    let replica = at(&server, database, "postgres");
    until("the replica has the twins", async || {
        psql(&replica, "SELECT count(*) FROM milestones") != "0"
            && psql(&replica, "SELECT count(*) FROM articles") == "6"
    })
    .await;
    let mut way = Forwarder::to(&server_of(&server)).await;
    let read_url = Some(way.url(&at(&server, database, "infitah")));
    let config = DatabaseConfig { url: app.database_url.clone(), read_url, connections: 4 };
    let door = app.another_door(&config, Default::default()).await;
    assert_eq!(door.hub.database().replica_answers(), Some(true));
    let reader = app.anyone("fes").at(door.address);
    let editor = app.staff("fes", Role::Editor).await.at(door.address);
    let title = "انقطاع الماء";
    assert!(!reader.get("/ar/news").await.must(200).text().contains(title));

    let paused = Paused::new(&replica);
    let path = write(&editor).await;
    let version = version_of(&editor, &path).await;
    editor.post_form(&format!("{path}/publish"), &[("version", &version)]).await.must(303);
    assert!(editor.get("/ar/news").await.must(200).text().contains(title), "the writer reads it at once");
    assert!(!reader.get("/ar/news").await.must(200).text().contains(title), "the replica does not know yet");
    assert!(editor.get("/ar/news").await.must(200).text().contains(title), "and it stays so");
    drop(paused);
    until("the replica has replayed it", async || {
        reader.get("/ar/news").await.must(200).text().contains(title)
    })
    .await;

    way.cut().await;
    reader.get("/fr/programme").await.must(200);
    until("the replica is given up", async || door.hub.database().replica_answers() == Some(false)).await;
    reader.get("/fr/about").await.must(200);
    way.mend().await;
    until("the replica is found again", async || door.hub.database().replica_answers() == Some(true)).await;
    reader.get("/fr/subscribe").await.must(200);
}

//! What only several processes can show: what is done at one gateway holds at the other at once, and
//! the end of a process, asked for or not, costs nobody anything. `tests/run` gives these stories
//! their servers, and leaves them out of its other steps.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use chrono::TimeDelta;
use infitah_core::tenancy::permission::Role;
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::publishing::{subscriber, version_of, write};
use crate::harness::app::PASSWORD;
use crate::harness::databases::{at, psql};
use crate::harness::fleet::until;
use crate::harness::mails::Mail;
use crate::harness::{TestApp, wire};

/// An installation and the doors of its two gateways.
async fn two_doors() -> (TestApp, SocketAddr, SocketAddr) {
    let app = TestApp::new().await;
    let doors = app.fleet().doors();
    let [one, two] = doors[..] else { panic!("two gateways: {doors:?}") };
    (app, one, two)
}

#[tokio::test]
#[ignore = "needs the servers of tests/run"]
async fn published_at_one_gateway_is_seen_at_the_other_at_once() {
    let (app, one, two) = two_doors().await;
    let editor = app.staff("fes", Role::Editor).await.at(one);
    let path = write(&editor).await;
    for (verb, is_seen) in [("publish", true), ("unpublish", false)] {
        // Both hosts are remembered at the other gateway, with the pages that hang on them.
        for slug in ["fes", ""] {
            let before = app.anyone(slug).at(two).get("/ar/news").await.must(200).text();
            assert_eq!(before.contains("انقطاع الماء"), !is_seen, "{slug} before {verb}");
        }
        let version = version_of(&editor, &path).await;
        editor.post_form(&format!("{path}/{verb}"), &[("version", &version)]).await.must(303);
        for slug in ["fes", ""] {
            let after = app.anyone(slug).at(two).get("/ar/news").await.must(200).text();
            assert_eq!(after.contains("انقطاع الماء"), is_seen, "{slug} after {verb}");
        }
    }
}

#[tokio::test]
#[ignore = "needs the servers of tests/run"]
async fn signed_in_at_one_gateway_is_signed_in_at_the_other() {
    let (app, one, two) = two_doors().await;
    let email = app.account("fes", Role::Editor).await;
    let form = [("email", email.as_str()), ("password", PASSWORD)];
    let signed_in = app.anyone("fes").at(one).post_form("/office/sign-in", &form).await.must(303);
    let editor = app.anyone("fes").with("cookie", &signed_in.cookie().expect("a cookie"));
    editor.clone().at(two).get("/office/articles").await.must(200);
    editor.clone().at(two).post_form("/office/sign-out", &[]).await.must(303);
    editor.at(one).get("/office/articles").await.must(303);
}

#[tokio::test]
#[ignore = "needs the servers of tests/run"]
async fn quota_is_counted_by_both_gateways_together() {
    let (app, one, two) = two_doors().await;
    let query = "{ rateLimit { remaining } articles(first: 4) { nodes { id } } }";
    let mut remaining = Vec::new();
    for door in [one, two, two, one] {
        let answer = app.anyone("fes").at(door).gql(query, json!({})).await;
        remaining.push(answer["data"]["rateLimit"]["remaining"].as_u64().expect("a number"));
    }
    assert_eq!(remaining, [199_994, 199_988, 199_982, 199_976]);
}

#[tokio::test]
#[ignore = "needs the servers of tests/run"]
async fn readers_are_served_by_the_replica_and_do_not_notice_when_it_hangs_up() {
    let (app, one, two) = two_doors().await;
    let database = app.database_url.rsplit('/').next().unwrap();
    let replica = std::env::var("INFITAH_TEST_REPLICA_URL").expect("tests/run names the replica");
    let replica = at(&replica, database, "postgres");
    let cut = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()";
    let scans = || -> u64 {
        let sum = psql(
            &replica,
            "SELECT sum(COALESCE(seq_scan, 0) + COALESCE(idx_scan, 0)) FROM pg_stat_user_tables",
        );
        sum.parse().unwrap_or_else(|_| panic!("no number: {sum}"))
    };
    assert_eq!(psql(&replica, "SELECT pg_is_in_recovery()"), "t");
    for door in [one, two, one, two] {
        let before = scans();
        until("the replica was read", async || {
            for (slug, path) in [("fes", "/fr/news"), ("agadir", "/ar/programme"), ("", "/fr/members")] {
                app.anyone(slug).at(door).get(path).await.must(200);
            }
            // A connection that ends says what it read.
            assert!(!psql(&replica, cut).contains("ERROR"));
            scans() > before
        })
        .await;
    }
    assert!(psql(&replica, "CREATE TABLE x (y INT)").contains("read-only"));
}

#[tokio::test]
#[ignore = "needs the servers of tests/run"]
async fn killed_workers_messages_are_sent_by_the_other() {
    let app = TestApp::new().await;
    // The server keeps the second mail to each of the first three and never says so.
    let of_this_run = app.hub.new_request_id().simple();
    let address = |name: &str| format!("{name}-{of_this_run}@example.org");
    let quiet = ["mute-2-amina", "mute-2-louis", "mute-2-said"].map(address);
    let others = ["idir", "salma", "zineb"].map(address);
    for email in quiet.iter().chain(&others) {
        subscriber(&app, "fes", "ar", email).await;
    }
    let editor = app.staff("fes", Role::Editor).await;
    let path = write(&editor).await;
    let version = version_of(&editor, &path).await;
    editor.post_form(&format!("{path}/publish"), &[("version", &version)]).await.must(303);

    let fleet = app.fleet();
    let is_news = |mail: &Mail| mail.header("subject").contains("انقطاع الماء");
    let held = || -> Vec<_> { fleet.arrivals().into_iter().filter(|(_, mail)| is_news(mail)).collect() };
    until("all is sent, and a worker waits for three answers", async || held().len() == 6).await;
    let killed = held()[0].0.clone();
    fleet.kill_worker(&killed).await;
    app.pass(TimeDelta::seconds(61));
    app.run_worker().await;

    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (sender, mail) in held() {
        let ids = names.entry(mail.header("to")).or_default();
        assert_eq!(sender == killed, ids.is_empty(), "the first by the killed worker, then by the other");
        ids.push(mail.header("message-id"));
    }
    assert_eq!(names.len(), 6, "{names:?}");
    for (to, ids) in &names {
        assert!(ids.len() <= 2 && ids.iter().all(|id| id == &ids[0]), "{to}: {ids:?}");
    }
    for email in &quiet {
        let ids = names.iter().find(|(to, _)| to.contains(email)).expect("a mail").1;
        assert_eq!(ids.len(), 2, "nobody knew that {email} had it already");
    }
    let distinct: std::collections::BTreeSet<&String> = names.values().flatten().collect();
    assert_eq!(distinct.len(), 6, "{names:?}");
}

#[tokio::test]
#[ignore = "needs the servers of tests/run"]
async fn gateway_that_stops_finishes_what_it_began_while_the_other_serves() {
    let (app, one, _) = two_doors().await;
    let body = json!({ "query": "{ collectivity { slug } }" }).to_string();
    let head = format!(
        "POST /graphql HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
         Expect: 100-continue\r\nConnection: close\r\n\r\n",
        app.anyone("fes").host,
        body.len()
    );
    let mut stream = TcpStream::connect(one).await.unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    // The gateway asks for the body: the request is in hand.
    let mut came = [0; 256];
    let count = stream.read(&mut came).await.unwrap();
    assert!(came[..count].starts_with(b"HTTP/1.1 100"), "{}", String::from_utf8_lossy(&came[..count]));

    let mut gateway = app.fleet().take_gateway(0).await;
    gateway.tell_to_stop();
    until("the door is closed", async || {
        // Whoever comes meanwhile is served by the other.
        app.anyone("fes").get("/fr/news").await.must(200);
        TcpStream::connect(one).await.is_err()
    })
    .await;
    for slug in ["fes", "agadir", ""] {
        app.anyone(slug).get("/ar/news").await.must(200);
    }
    stream.write_all(body.as_bytes()).await.unwrap();
    let mut rest = Vec::new();
    stream.read_to_end(&mut rest).await.unwrap();
    let answer = String::from_utf8_lossy(&rest);
    assert_eq!(wire::status(&answer), 200, "{answer}");
    assert!(answer.contains("\"fes\""), "{answer}");
    assert!(gateway.ended().await.success());
}

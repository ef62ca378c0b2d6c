//! Redis as a cluster of three: notices reach whoever listens at any node, keys find their node,
//! and the loss of a node is the loss of nothing.

use std::process::Command;

use infitah_core::ground::bus::{Bus, Charge, Charged, prefix};
use infitah_core::tenancy::hub::Hub;
use tokio::time::{Duration, timeout};

use super::servers::{PATIENCE, Redis, is_there};
use super::{PUBLIC_URL, Processes, nudged, publish, version, wait};
use crate::harness::TestApp;

fn cluster() -> Vec<Redis> {
    let nodes: Vec<Redis> = (0..3).map(|_| Redis::node()).collect();
    let addresses = nodes.iter().map(|node| format!("127.0.0.1:{}", node.port));
    let made = Command::new("redis-cli")
        .args(["--cluster", "create"])
        .args(addresses)
        .args(["--cluster-yes"])
        .output()
        .expect("redis-cli comes with redis-server");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stdout));
    let is_whole = |node: &Redis| {
        node.ask("CLUSTER INFO").is_some_and(|lines| lines.iter().any(|line| line == "cluster_state:ok"))
    };
    super::servers::wait_for("the cluster", || nodes.iter().all(is_whole));
    nodes
}

async fn hears(one: &Hub, other: &Hub, title: &str) {
    let before = version(other).await;
    publish(one, title).await;
    nudged(other).await;
    assert_ne!(version(other).await, before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn cluster_carries_notices_and_quotas() {
    if !is_there() {
        return;
    }
    let (app, mut nodes) = (TestApp::with_articles(1).await, cluster());
    let urls: Vec<String> = nodes.iter().map(Redis::url).collect();
    let processes = Processes::over(&app, &urls);
    let one = processes.start().await;
    // Its first node is another one, so that what is told has to cross.
    let turned = Processes { urls: [&urls[1..], &urls[..1]].concat(), ..Processes::over(&app, &urls) };
    let other = turned.start().await;
    let listeners = |nodes: &[Redis]| -> Vec<usize> {
        nodes.iter().map(|node| node.listeners(&prefix(PUBLIC_URL))).collect()
    };
    wait("a listener at each of two nodes", || listeners(&nodes) == [1, 1, 0]).await;
    nudged(&other).await;
    hears(&one, &other, "من عقدة إلى أخرى").await;
    assert!(one.bus().check().await.unwrap().contains("a cluster"));

    // Quotas of many clients lie on all nodes and are shared by both processes.
    let charge = |client| Charge {
        tenant: app.fes.id,
        client,
        window: 1,
        lasts: Duration::from_secs(600),
        cost: 60,
        limit: 100,
    };
    for client in 0..30 {
        assert_eq!(charged(one.bus(), &charge(client)).await, Charged::Spent(60));
        assert_eq!(charged(other.bus(), &charge(client)).await, Charged::Refused(60));
    }
    let keys: Vec<bool> = nodes.iter().map(|node| node.ask("DBSIZE").unwrap() != [":0"]).collect();
    assert_eq!(keys, [true; 3], "each node holds some");

    // The node at which the other listens goes; it listens at the next one, which tells it.
    nodes[1].kill();
    wait("the listener at the next node", || listeners(&nodes)[2] == 1).await;
    nudged(&other).await;
    let heard = timeout(PATIENCE, async {
        loop {
            publish(&one, "بعد سقوط عقدة").await;
            // What is told while the cluster finds itself anew may be lost.
            if timeout(Duration::from_secs(1), other.nudged()).await.is_ok() {
                return;
            }
        }
    });
    heard.await.expect("notices go round the lost node");
}

/// A charge that Redis has counted; a slow moment of the machine is passed over.
async fn charged(bus: &Bus, charge: &Charge) -> Charged {
    let counted = async {
        loop {
            if let Some(charged) = bus.charge(charge).await {
                return charged;
            }
            tokio::task::yield_now().await;
        }
    };
    timeout(PATIENCE, counted).await.expect("Redis counts")
}

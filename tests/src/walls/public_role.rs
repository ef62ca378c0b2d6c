//! The role of the public pool in the hands of somebody with psql: whatever table and column they
//! try, they find no address, no token, no draft and nothing of a suspended member. The catalogue
//! is walked, so a new table or column is tried too. SQLite has no roles; nothing to try there.

use infitah_core::tenancy::collectivities::suspend;
use infitah_core::tenancy::permission::Role;

use crate::harness::databases::{is_postgres, psql, url_of};
use crate::harness::members::canary;
use crate::harness::outcomes::UNPUBLISHED;
use crate::harness::{Caller, TestApp};

/// A word of a text that nobody has published.
const DRAFT: &str = UNPUBLISHED;

/// Names of what a person keeps to themselves, or a token stands in.
const PRIVATE: &str = "(email|token|hash|secret|password|note|ip_address)";

/// Columns that are called so and are published on purpose: remarks on the programme for its readers.
const PUBLISHED: [&str; 3] = ["measurements.notes", "phases.notes", "programmes.notes"];

async fn draft(editor: &Caller) {
    let title = format!("مسودة {DRAFT}");
    let form = [("title_ar", title.as_str()), ("summary_ar", DRAFT), ("body_ar", DRAFT)];
    editor.post_form("/office/articles", &form).await.must(303);
}

/// Lines of what psql printed.
fn lines(url: &str, sql: &str) -> Vec<String> {
    let said = psql(url, sql);
    assert!(!said.starts_with("ERROR"), "{sql}: {said}");
    said.lines().map(str::to_owned).filter(|line| !line.is_empty()).collect()
}

/// Every table of the program.
const TABLES: &str = "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY 1";

/// The columns of a table that the asker may read.
fn readable(url: &str, table: &str) -> Vec<String> {
    lines(
        url,
        &format!(
            "SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = '{table}'::regclass AND attnum > 0
             AND NOT attisdropped AND has_column_privilege(attrelid, attnum, 'SELECT') ORDER BY attnum"
        ),
    )
}

/// All that can be read of a table, as one text.
fn contents(url: &str, table: &str, columns: &[String]) -> String {
    let all: Vec<String> = columns.iter().map(|column| format!("{column}::text")).collect();
    let sql = format!("SELECT concat_ws(' ', {}) FROM {table}", all.join(", "));
    lines(url, &sql).join("\n")
}

#[tokio::test]
async fn psql_under_the_public_role_finds_nothing_private() {
    if !is_postgres() {
        return;
    }
    let app = TestApp::with_outcomes(3).await;
    let editor = app.staff("fes", Role::Editor).await;
    draft(&editor).await;
    let address = "canaryreader@example.org";
    app.anyone("fes").post_form("/fr/subscribe", &[("email", address)]).await.must(200);
    suspend(&app.hub, "agadir").await.unwrap();

    let database = app.database_url.rsplit('/').next().unwrap();
    let everything = url_of(database, "postgres");
    let url = format!("{}?options=-c%20role%3Dinfitah_public", url_of(database, "infitah"));
    assert_eq!(psql(&url, "SELECT current_user"), "infitah_public");
    let tables = lines(&url, TABLES);
    assert!(tables.len() > 15, "{tables:?}");
    let suspended = canary("agadir");
    let is_private = |text: &str| {
        [DRAFT, &suspended, "@example.org"].into_iter().find(|word| text.contains(word)).map(str::to_owned)
    };

    let mut seen = String::new();
    for table in &tables {
        let columns = readable(&url, table);
        if columns.is_empty() {
            let answer = psql(&url, &format!("SELECT * FROM {table}"));
            assert!(answer.contains("permission denied"), "{table}: {answer}");
            continue;
        }
        let text = contents(&url, table, &columns);
        assert_eq!(is_private(&text), None, "{table} {columns:?}");
        seen.push_str(&text);
    }
    // What was looked for is there, and what is published is found by the same walk.
    assert!(seen.contains(&canary("fes")), "nothing was walked");
    for (table, word) in [
        ("articles", DRAFT),
        ("articles", suspended.as_str()),
        ("subscriptions", address),
        ("committee_members", DRAFT),
        ("report_drafts", DRAFT),
        ("progress_reports", DRAFT),
        ("axes", DRAFT),
        ("council_sessions", suspended.as_str()),
        ("measurements", suspended.as_str()),
        ("assessments", suspended.as_str()),
    ] {
        assert!(contents(&everything, table, &readable(&everything, table)).contains(word), "{table} {word}");
    }
}

#[tokio::test]
async fn columns_of_addresses_tokens_and_notes_are_closed_by_name() {
    if !is_postgres() {
        return;
    }
    let app = TestApp::new().await;
    let database = app.database_url.rsplit('/').next().unwrap();
    let url = format!("{}?options=-c%20role%3Dinfitah_public", url_of(database, "infitah"));
    let private = lines(
        &url,
        &format!(
            "SELECT c.relname || '.' || a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
             JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm')
             AND a.attnum > 0 AND NOT a.attisdropped AND a.attname ~ '{PRIVATE}' ORDER BY 1"
        ),
    );
    for known in ["people.email", "people.password_hash", "sign_ins.token_hash", "subscriptions.email"] {
        assert!(private.iter().any(|column| column == known), "{known} is in the catalogue: {private:?}");
    }
    for column in private.iter().filter(|column| !PUBLISHED.contains(&column.as_str())) {
        let (table, name) = column.split_once('.').unwrap();
        let answer = psql(&url, &format!("SELECT {name} FROM {table} LIMIT 1"));
        assert!(answer.contains("permission denied"), "{column}: {answer}");
    }
    for sql in [
        "UPDATE articles SET version = 2",
        "DELETE FROM hosts",
        "INSERT INTO regions (code, iso, names) VALUES ('99', 'X', '{}')",
        "TRUNCATE articles",
        "CREATE TABLE mine (x int)",
        "SET ROLE infitah_owner",
        "SET ROLE infitah_backup",
        "COPY articles TO PROGRAM 'cat'",
    ] {
        let answer = psql(&url, sql);
        assert!(answer.contains("ERROR"), "{sql}: {answer}");
    }
}

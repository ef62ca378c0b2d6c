//! The database's own catalogue, asked by hand on PostgreSQL: the eight ordinary ways in which row
//! security leaks, and what each role can really read. SQLite has no row security; these guards
//! pass there without looking, because there is nothing to look at.

use infitah_core::tenancy::collectivities::suspend;
use infitah_core::tenancy::permission::Role;

use crate::harness::TestApp;
use crate::harness::databases::{is_postgres, psql, url_of};

fn database(app: &TestApp) -> String {
    app.database_url.rsplit('/').next().unwrap().to_owned()
}

#[tokio::test]
async fn catalogue_shows_no_leak() {
    if !is_postgres() {
        return;
    }
    let app = TestApp::new().await;
    let admin = url_of(&database(&app), "postgres");
    for (what, sql) in [
        (
            "tables without forced row security",
            "SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public'
             AND relkind = 'r' AND NOT (relrowsecurity AND relforcerowsecurity) AND relname NOT IN ('seaql_migrations', 'regions')",
        ),
        (
            "tables without a policy for the owner",
            "SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public'
             AND relkind = 'r' AND relrowsecurity AND NOT EXISTS (SELECT 1 FROM pg_policies p
             WHERE p.tablename = relname AND 'infitah_owner' = ANY (p.roles))",
        ),
        (
            "policies that read the setting without NULLIF",
            "SELECT tablename || '.' || policyname FROM pg_policies
             WHERE COALESCE(qual, '') || COALESCE(with_check, '') LIKE '%infitah.tenant_id%'
             AND COALESCE(qual, '') || COALESCE(with_check, '') NOT LIKE '%NULLIF(current_setting(''infitah.tenant_id''%'",
        ),
        (
            "views that run with their owner's rights, and materialized views",
            "SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public'
             AND (relkind = 'm' OR (relkind = 'v' AND NOT COALESCE(array_to_string(reloptions, ','), '') LIKE '%security_invoker%'))",
        ),
        (
            "functions that run with their owner's rights",
            "SELECT proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'public' AND prosecdef",
        ),
        (
            "rights to TRUNCATE",
            "SELECT table_name || ' ' || grantee FROM information_schema.role_table_grants WHERE table_schema = 'public'
             AND privilege_type = 'TRUNCATE' AND grantee LIKE 'infitah%' AND grantee <> 'infitah_owner'",
        ),
        (
            "roles that stand above row security",
            "SELECT rolname FROM pg_roles WHERE rolname IN ('infitah', 'infitah_public', 'infitah_app', 'infitah_worker', 'infitah_owner')
             AND (rolsuper OR rolbypassrls)",
        ),
        (
            "tables owned by a role that serves requests",
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tableowner <> 'infitah_owner'",
        ),
        (
            "unique keys that reach over tenants",
            "SELECT i.relname FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
             JOIN pg_namespace n ON n.oid = t.relnamespace JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.indkey[0]
             WHERE n.nspname = 'public' AND x.indisunique AND a.attname <> 'tenant_id'
             AND t.relname NOT IN ('regions', 'collectivities', 'hosts', 'people', 'seaql_migrations')",
        ),
    ] {
        assert_eq!(psql(&admin, sql), "", "{what}");
    }
}

#[tokio::test]
async fn public_role_reads_no_address_no_draft_and_nothing_of_a_suspended_member() {
    if !is_postgres() {
        return;
    }
    let app = TestApp::with_outcomes(3).await;
    let url = format!("{}?options=-c%20role%3Dinfitah_public", url_of(&database(&app), "infitah"));
    assert_eq!(psql(&url, "SELECT count(*) FROM events"), "4", "the drafts are not among them");
    assert_eq!(psql(&url, "SELECT count(*) FROM event_attendances"), "2");
    assert_eq!(psql(&url, "SELECT count(*) FROM pages"), "2");
    for table in [
        "people",
        "grants",
        "sign_ins",
        "invitations",
        "subscriptions",
        "deliveries",
        "audit_entries",
        "throttles",
        "password_resets",
        "second_steps",
        "passkeys",
        "passkey_challenges",
        "provider_visits",
        "provider_links",
    ] {
        let answer = psql(&url, &format!("SELECT count(*) FROM {table}"));
        assert!(answer.contains("permission denied"), "{table}: {answer}");
    }
    assert_eq!(psql(&url, "SELECT count(*) FROM articles"), "6");
    suspend(&app.hub, "agadir").await.unwrap();
    for table in [
        "articles",
        "article_slugs",
        "programmes",
        "axes",
        "commitments",
        "milestones",
        "progress_reports",
        "member_summaries",
        "events",
        "event_attendances",
        "pages",
        "page_slugs",
    ] {
        let sql = format!("SELECT count(*) FROM {table} WHERE tenant_id = '{}'", app.agadir.id);
        assert_eq!(psql(&url, &sql), "0", "{table}");
    }
    assert_eq!(psql(&url, "SELECT count(*) FROM articles"), "3");
}

#[tokio::test]
async fn tenant_role_sees_and_writes_one_tenant_only() {
    if !is_postgres() {
        return;
    }
    let app = TestApp::new().await;
    let url = format!("{}?options=-c%20role%3Dinfitah_app", url_of(&database(&app), "infitah"));
    assert_eq!(psql(&url, "SELECT count(*) FROM articles"), "0", "no setting, no rows");
    let within = |sql: &str| {
        let set = format!("SELECT set_config('infitah.tenant_id', '{}', true)", app.fes.id);
        psql(&url, &format!("BEGIN; {set}; {sql}; COMMIT"))
    };
    let seen = within("SELECT count(DISTINCT tenant_id) || ' ' || count(*) FROM articles");
    assert!(seen.ends_with("1 3"), "{seen}");
    let foreign = within(&format!("UPDATE articles SET version = 99 WHERE tenant_id = '{}'", app.agadir.id));
    assert!(!foreign.contains("ERROR"));
    let written = within(&format!(
        "INSERT INTO throttles (tenant_id, key, count, window_started_at) VALUES ('{}', 'x', 1, now())",
        app.agadir.id
    ));
    assert!(written.contains("row-level security"), "{written}");
    let rewritten = within("UPDATE audit_entries SET action = 'x'");
    assert!(rewritten.contains("permission denied"), "{rewritten}");
    let ledger = within("UPDATE progress_reports SET state = 'complete'");
    assert!(ledger.contains("permission denied"), "{ledger}");
}

#[tokio::test]
async fn account_that_speaks_for_itself_reaches_its_own_rows_only() {
    if !is_postgres() {
        return;
    }
    let app = TestApp::new().await;
    for slug in ["fes", "agadir"] {
        app.staff(slug, Role::Editor).await;
    }
    let url = format!("{}?options=-c%20role%3Dinfitah_app", url_of(&database(&app), "infitah"));
    let admin = url_of(&database(&app), "postgres");
    let neighbour = psql(&admin, "SELECT id FROM people WHERE email = 'editor@agadir.example.org'");
    let within = |person: &str, sql: &str| {
        let set = format!(
            "SELECT set_config('infitah.tenant_id', '{}', true), set_config('infitah.person_id', '{person}', true)",
            app.fes.id
        );
        psql(&url, &format!("BEGIN; {set}; {sql}; COMMIT"))
    };
    let count = |person: &str| within(person, "SELECT 'seen ' || count(*) FROM sign_ins");
    let (own, both) = (count(""), count(&neighbour));
    assert!(own.ends_with("seen 1") && both.ends_with("seen 2"), "{own} {both}");
    let changed =
        within(&neighbour, &format!("UPDATE sign_ins SET host = 'x' WHERE person_id = '{neighbour}'"));
    assert!(!changed.contains("ERROR"), "{changed}");
    let host = psql(&admin, &format!("SELECT DISTINCT host FROM sign_ins WHERE person_id = '{neighbour}'"));
    assert!(host.starts_with("agadir."), "{host}");
    let given = within(
        &neighbour,
        &format!(
            "INSERT INTO grants (tenant_id, id, person_id, role, created_at)
             VALUES ('{}', gen_random_uuid(), '{neighbour}', 'admin', now())",
            app.agadir.id
        ),
    );
    assert!(given.contains("row-level security"), "{given}");
}

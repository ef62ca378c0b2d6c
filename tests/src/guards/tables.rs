//! Every table has its walls, read from the migrations: a tenant that leads its key, composite
//! keys to other tenant tables, and its place in the row security of PostgreSQL.

use super::refuse;
use super::tree;

/// Tables that belong to no tenant, and why.
const PLATFORM: [(&str, &str); 4] = [
    ("regions", "a public reference list"),
    ("collectivities", "the tenants themselves: the id is the tenant"),
    ("hosts", "read before the tenant is known; its rows name their tenant and only it may write them"),
    ("people", "one account serves several members; seen through grants and invitations only"),
];

struct Table {
    name: String,
    body: String,
}

fn tables() -> Vec<Table> {
    let folder = tree::root().join("migrations/src/sql");
    let mut tables = Vec::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for part in text.split("CREATE TABLE ").skip(1) {
            let (name, rest) = part.split_once(" (").unwrap();
            let body = rest.split("\n);").next().unwrap();
            tables.push(Table { name: name.to_owned(), body: body.to_owned() });
        }
    }
    assert!(tables.len() > 20, "the migrations were read");
    tables
}

fn is_platform(name: &str) -> bool {
    PLATFORM.iter().any(|(one, _)| *one == name)
}

fn findings(tables: &[Table], walls: &str) -> Vec<String> {
    let mut findings = Vec::new();
    for table in tables.iter().filter(|table| !is_platform(&table.name)) {
        let name = &table.name;
        if !table.body.contains("tenant_id UUID NOT NULL") {
            findings.push(format!("{name} has no tenant_id"));
        }
        let leads = table.body.contains("PRIMARY KEY (tenant_id")
            || table.body.contains("tenant_id UUID NOT NULL PRIMARY KEY");
        if !leads {
            findings.push(format!("{name}: the tenant does not lead its key"));
        }
        for unique in table.body.lines().filter(|line| line.trim_start().starts_with("UNIQUE")) {
            if !unique.contains("(tenant_id") {
                findings.push(format!("{name}: {} reaches over tenants", unique.trim()));
            }
        }
        for line in table.body.lines().filter(|line| line.contains("REFERENCES")) {
            let target = line.split("REFERENCES ").nth(1).unwrap().split(' ').next().unwrap();
            if !is_platform(target) && !line.contains("(tenant_id,") {
                findings.push(format!("{name}: a key to {target} without the tenant"));
            }
        }
        if !walls.contains(&format!("'{name}'")) {
            findings.push(format!("{name} has no row security"));
        }
    }
    findings
}

fn walls() -> String {
    let folder = tree::root().join("migrations/src/sql");
    let files = ["row_security.sql", "cycle_walls.sql", "axis_revision_walls.sql"];
    files.map(|file| std::fs::read_to_string(folder.join(file)).unwrap()).concat()
}

#[test]
fn every_table_has_its_walls() {
    refuse("tables without a wall", &findings(&tables(), &walls()));
    for (name, _) in PLATFORM {
        assert!(
            tables().iter().any(|table| table.name == name),
            "{name} is in the list but not in the schema"
        );
    }
}

#[test]
fn eyes_see_a_missing_wall() {
    let bad = Table {
        name: "leaks".into(),
        body: "  id UUID NOT NULL PRIMARY KEY,\n  slug VARCHAR(9),\n  UNIQUE (slug),\n  FOREIGN KEY (article_id) REFERENCES articles (id)".into(),
    };
    assert_eq!(findings(&[bad], &walls()).len(), 5);
}

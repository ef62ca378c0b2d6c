//! What cannot be done is refused in one line that says why, and nothing is half done.

use std::net::TcpListener;

use super::{KEY, program, run, url_in};

#[test]
fn help_and_usage() {
    let Some(mut command) = program(&[]) else { return };
    let help = run(&mut command, &["--help"]).good();
    for word in ["demo", "serve", "worker", "migrate", "collectivity", "staff", "schema", "doctor", "audit"] {
        assert!(help.contains(word), "{word}: {help}");
        let help = run(&mut program(&[]).unwrap(), &[word, "--help"]).good();
        assert!(help.contains("Usage: infitah"), "{help}");
    }
    for wrong in [
        &[][..],
        &["nothing"],
        &["demo", "--listen", "nowhere"],
        &["collectivity", "create"],
        &["staff", "invite", "a@b.ma"],
    ] {
        let done = run(&mut program(&[]).unwrap(), wrong);
        assert_eq!(done.status, Some(2), "{wrong:?}: {}", done.err);
        assert_eq!(done.out, "", "{wrong:?}");
    }
    assert!(run(&mut program(&[]).unwrap(), &["--version"]).good().starts_with("infitah "));
}

#[test]
fn schema_is_printed_without_configuration() {
    let Some(mut command) = program(&[]) else { return };
    assert_eq!(run(&mut command, &["schema"]).good(), infitah_gateway::sdl());
}

#[test]
fn wrong_and_missing_values_name_their_variable() {
    let folder = tempfile::tempdir().unwrap();
    let url = url_in(folder.path());
    let good = [("INFITAH_DATABASE_URL", url.as_str()), ("INFITAH_SECRET_KEY", KEY)];
    for (name, value) in [
        ("INFITAH_LISTEN", "8080"),
        ("INFITAH_DOMAIN", "not a domain"),
        ("INFITAH_PUBLIC_URL", "http://elsewhere.example"),
        ("INFITAH_DATABASE_URL", "mysql://localhost/x"),
        ("INFITAH_DATABASE_URL", ""),
        ("INFITAH_SECRET_KEY", "short"),
        ("INFITAH_SECRET_KEY", ""),
        ("INFITAH_TRUSTED_PROXIES", "everybody"),
        ("INFITAH_SMTP_URL", "mail.example"),
        ("INFITAH_LOG_FORMAT", "xml"),
        ("INFITAH_REDIS_URL", "http://127.0.0.1:6379"),
    ] {
        let Some(mut command) = program(&good) else { return };
        let line = run(command.env(name, value), &["serve"]).failed();
        assert!(line.contains(name), "{name}={value}: {line}");
        assert!(value.len() < 6 || !line.contains("short"), "{line}");
    }
    assert!(!folder.path().join("infitah.db").exists(), "nothing was made");
}

#[test]
fn database_that_does_not_fit_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let url = url_in(folder.path());
    let environment = [
        ("INFITAH_DATABASE_URL", url.as_str()),
        ("INFITAH_SECRET_KEY", KEY),
        ("INFITAH_LISTEN", "127.0.0.1:0"),
    ];
    let serve = || Some(run(&mut program(&environment)?, &["serve"]));
    let Some(none) = serve() else { return };
    assert!(none.failed().contains("infitah migrate"));
    let file = folder.path().join("infitah.db");
    std::fs::write(&file, b"").unwrap();
    assert!(serve().unwrap().failed().contains("run `infitah migrate`"));
    std::fs::write(&file, vec![b'x'; 8_192]).unwrap();
    let line = serve().unwrap().failed();
    assert!(line.contains("database"), "{line}");
    std::fs::remove_file(&file).unwrap();

    run(&mut program(&environment).unwrap(), &["migrate"]).good();
    // A version of the program that is still to come has left its mark: the last migration is
    // called otherwise, in the table and in its index.
    let last = infitah_migrations::names().into_iter().max().unwrap();
    let mut bytes = std::fs::read(&file).unwrap();
    let places: Vec<usize> = bytes
        .windows(last.len())
        .enumerate()
        .filter(|(_, part)| *part == last.as_bytes())
        .map(|(place, _)| place)
        .collect();
    assert!(!places.is_empty(), "{last} is written down");
    for place in places {
        bytes[place + last.len() - 1] = b'~';
    }
    std::fs::write(&file, bytes).unwrap();
    for arguments in [&["serve"][..], &["collectivity", "list"], &["migrate"]] {
        let line = run(&mut program(&environment).unwrap(), arguments).failed();
        assert!(line.contains("newer"), "{arguments:?}: {line}");
    }
}

#[test]
fn port_that_is_taken_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let url = url_in(folder.path());
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let environment =
        [("INFITAH_DATABASE_URL", url.as_str()), ("INFITAH_SECRET_KEY", KEY), ("INFITAH_LISTEN", &address)];
    let Some(mut command) = program(&environment) else { return };
    run(&mut command, &["migrate"]).good();
    let line = run(&mut program(&environment).unwrap(), &["serve"]).failed();
    assert!(line.contains(&address), "{line}");
    let data = folder.path().join("demo");
    let line = run(
        &mut program(&[]).unwrap(),
        &["demo", "--listen", &address, "--data-dir", data.to_str().unwrap()],
    )
    .failed();
    assert!(line.contains(&address), "{line}");
    assert!(!data.exists(), "nothing was made for a program that cannot serve");
}

#[test]
fn folder_that_cannot_be_written_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a file");
    std::fs::write(&file, "mine").unwrap();
    let beneath = file.join("data");
    for place in ["/proc/infitah", file.to_str().unwrap(), beneath.to_str().unwrap()] {
        let Some(mut command) = program(&[]) else { return };
        let line = run(&mut command, &["demo", "--listen", "127.0.0.1:0", "--data-dir", place]).failed();
        assert!(line.contains(place), "{place}: {line}");
        let url = format!("sqlite://{place}/infitah.db");
        let environment = [("INFITAH_DATABASE_URL", url.as_str()), ("INFITAH_SECRET_KEY", KEY)];
        run(&mut program(&environment).unwrap(), &["migrate"]).failed();
    }
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "mine");
}

#[test]
fn worker_of_its_own_needs_another_database() {
    let folder = tempfile::tempdir().unwrap();
    let url = url_in(folder.path());
    let environment = [("INFITAH_DATABASE_URL", url.as_str()), ("INFITAH_SECRET_KEY", KEY)];
    let Some(mut command) = program(&environment) else { return };
    run(&mut command, &["migrate"]).good();
    let line = run(&mut program(&environment).unwrap(), &["worker"]).failed();
    assert!(line.contains("PostgreSQL"), "{line}");
}

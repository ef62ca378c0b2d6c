//! Configuration: each wrong value is refused by the name of its variable, and the example file
//! lists what the program reads.

use std::collections::BTreeSet;

use super::*;
use crate::variables::{KNOWN, SECRETS};

fn variables(pairs: &[(&str, &str)]) -> Variables {
    Variables::new(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
}

/// Reads everything, as a start does, and gives the variable that was refused.
fn refused(pairs: &[(&str, &str)]) -> Option<&'static str> {
    let variables = variables(pairs);
    let all = || -> Result<()> {
        Door::read(&variables)?;
        let addresses = Addresses::read(&variables, 8080)?;
        store(Place::read(&variables, &Storage::read(&variables)?)?)?;
        bus(&variables, &addresses)?;
        secret_key(&variables)?;
        Post::read(&variables)?;
        Logs::read(&variables)?;
        OpsDoor::read(&variables)?;
        Spans::read(&variables)?;
        clock(&variables, &addresses)?;
        Ok(())
    };
    let error = all().err()?;
    assert!(error.to_string().starts_with(error.name));
    Some(error.name)
}

const GOOD: [(&str, &str); 2] = [
    ("INFITAH_DATABASE_URL", "sqlite://infitah.db"),
    ("INFITAH_SECRET_KEY", "0123456789abcdef0123456789abcdef"),
];

#[tokio::test]
async fn wrong_value_names_its_variable() {
    assert_eq!(refused(&GOOD), None);
    for (name, value) in [
        ("INFITAH_LISTEN", "8080"),
        ("INFITAH_DRAIN_SECONDS", "-1"),
        ("INFITAH_DRAIN_SECONDS", "301"),
        ("INFITAH_TRUSTED_PROXIES", "10.0.0.0/33"),
        ("INFITAH_SECURITY_CONTACT", "me"),
        ("INFITAH_DOMAIN", "Hub.example"),
        ("INFITAH_DOMAIN", "a..b"),
        ("INFITAH_PUBLIC_URL", "localhost:8080"),
        ("INFITAH_PUBLIC_URL", "http://elsewhere:8080"),
        ("INFITAH_PUBLIC_URL", "http://localhost:8080/path"),
        ("INFITAH_DATABASE_URL", "mysql://x"),
        ("INFITAH_DATABASE_URL", "sqlite::memory:"),
        ("INFITAH_DATABASE_READ_URL", "postgres://replica/x"),
        ("INFITAH_SECRET_KEY", "short"),
        ("INFITAH_SMTP_URL", "mail.example"),
        ("INFITAH_LOG", "a=b=c"),
        ("INFITAH_OPS_LISTEN", "9464"),
        ("INFITAH_OPS_LISTEN", "on"),
        ("INFITAH_OTLP_ENDPOINT", "127.0.0.1:4318"),
        ("INFITAH_OTLP_ENDPOINT", "https://collector.example"),
        ("INFITAH_OTLP_ENDPOINT", "http:///v1"),
        ("INFITAH_LOG_FORMAT", "xml"),
        ("INFITAH_REDIS_URL", "127.0.0.1:6379"),
        ("INFITAH_REDIS_URL", "redis://one:7000,rediss://two:7000"),
        ("INFITAH_MEDIA_URL", "files"),
        ("INFITAH_MEDIA_URL", "file://relative"),
        ("INFITAH_MEDIA_URL", "s3://"),
        ("INFITAH_MEDIA_URL", "s3://Files"),
        ("INFITAH_MEDIA_URL", "s3://files/../else"),
        ("INFITAH_S3_ENDPOINT", "https://s3.example"),
        ("INFITAH_S3_SECRET_KEY", "without a bucket"),
    ] {
        let pairs: Vec<_> =
            GOOD.iter().copied().filter(|pair| pair.0 != name).chain([(name, value)]).collect();
        assert_eq!(refused(&pairs), Some(name), "{value}");
    }
    let server = [GOOD[0], GOOD[1], ("INFITAH_SMTP_URL", "smtp://127.0.0.1:25")];
    assert_eq!(refused(&server), Some("INFITAH_MAIL_FROM"));
    let clock = [GOOD[0], GOOD[1], ("INFITAH_DOMAIN", "hub.ma"), ("INFITAH_TEST_CLOCK", "/tmp/clock")];
    assert_eq!(refused(&clock), Some("INFITAH_TEST_CLOCK"));
}

#[tokio::test]
async fn bucket_needs_its_keys_and_never_tells_them() {
    let bucket = [GOOD[0], GOOD[1], ("INFITAH_MEDIA_URL", "s3://files/media/")];
    let with = |more: &[(&'static str, &'static str)]| [&bucket[..], more].concat();
    let keys = [("INFITAH_S3_ACCESS_KEY", "somebody"), ("INFITAH_S3_SECRET_KEY", "something secret")];
    assert_eq!(refused(&bucket), Some("INFITAH_S3_ACCESS_KEY"));
    assert_eq!(refused(&with(&keys[..1])), Some("INFITAH_S3_SECRET_KEY"));
    assert_eq!(refused(&with(&keys)), None);
    let odd = |name, value| refused(&with(&[keys[0], keys[1], (name, value)]));
    assert_eq!(odd("INFITAH_S3_ENDPOINT", "s3.example.ma"), Some("INFITAH_S3_ENDPOINT"));
    assert_eq!(odd("INFITAH_S3_ENDPOINT", "https://user:word@s3.example.ma"), Some("INFITAH_S3_ENDPOINT"));
    assert_eq!(odd("INFITAH_S3_REGION", "here or there"), Some("INFITAH_S3_REGION"));
    assert_eq!(odd("INFITAH_S3_ENDPOINT", "http://127.0.0.1:9000/"), None);
    let variables = variables(&with(&keys));
    let place = Place::read(&variables, &Storage::read(&variables).expect("storage")).expect("a place");
    let told = format!("{place:?} {}", place.as_ref().expect("a bucket"));
    assert!(
        told.contains("prefix: \"media\"") && !told.contains("secret") && !told.contains("somebody"),
        "{told}"
    );
}

#[test]
fn missing_value_names_its_variable() {
    for (pair, missing) in [(GOOD[1], "INFITAH_DATABASE_URL"), (GOOD[0], "INFITAH_SECRET_KEY")] {
        assert_eq!(refused(&[pair]), Some(missing));
    }
    assert_eq!(refused(&[GOOD[0], ("INFITAH_SECRET_KEY", " ")]), Some("INFITAH_SECRET_KEY"));
    let no_owner = [("INFITAH_DATABASE_URL", "postgres://infitah@host/infitah")];
    assert_eq!(
        owner_url(&variables(&no_owner)).map_err(|error| error.name),
        Err("INFITAH_DATABASE_OWNER_URL")
    );
}

#[test]
fn secret_may_stand_in_a_file() {
    let folder = std::env::temp_dir().join(format!("infitah-variables-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("key");
    std::fs::write(&file, "from a file\n").expect("a file");
    let path = file.to_string_lossy().into_owned();
    let named = variables(&[("INFITAH_SECRET_KEY_FILE", &path)]);
    assert_eq!(named.require("INFITAH_SECRET_KEY").as_deref(), Ok("from a file"));
    let both = variables(&[("INFITAH_SECRET_KEY_FILE", &path), ("INFITAH_SECRET_KEY", "x")]);
    assert!(both.require("INFITAH_SECRET_KEY").is_err());
    let gone = variables(&[("INFITAH_SECRET_KEY_FILE", "/nowhere/key")]);
    assert!(gone.require("INFITAH_SECRET_KEY").is_err());
    std::fs::remove_dir_all(folder).expect("the folder can go");
}

#[test]
fn addresses_have_sensible_defaults() {
    for (domain, port, url) in [
        ("localhost", 8080, "http://localhost:8080"),
        ("localhost", 80, "http://localhost"),
        ("hub.ma", 8080, "https://hub.ma"),
    ] {
        let read = Addresses::read(&variables(&[("INFITAH_DOMAIN", domain)]), port);
        assert_eq!(read.map(|addresses| addresses.public_url).as_deref(), Ok(url));
    }
    let slash = Addresses::read(&variables(&[("INFITAH_PUBLIC_URL", "http://localhost:90/")]), 1);
    assert_eq!(slash.map(|addresses| addresses.public_url).as_deref(), Ok("http://localhost:90"));
}

#[test]
fn ops_listener_has_a_place_or_none() {
    for (value, listens) in
        [("", Some("127.0.0.1:9464")), ("off", None), ("0.0.0.0:9000", Some("0.0.0.0:9000"))]
    {
        let read = OpsDoor::read(&variables(&[("INFITAH_OPS_LISTEN", value)]));
        assert_eq!(read, Ok(OpsDoor(listens.map(|text| text.parse().expect("an address")))), "{value}");
    }
    let spans = Spans::read(&variables(&[("INFITAH_OTLP_ENDPOINT", "http://127.0.0.1:4318/")]));
    assert_eq!(spans, Ok(Spans(Some("http://127.0.0.1:4318".to_owned()))));
}

#[test]
fn provider_is_whole_or_none() {
    let whole = [
        ("INFITAH_OIDC_ISSUER", "https://sso.example.ma"),
        ("INFITAH_OIDC_CLIENT_ID", "infitah"),
        ("INFITAH_OIDC_CLIENT_SECRET", "secret"),
    ];
    assert!(provider(&variables(&[])).expect("none").is_none());
    let named = provider(&variables(&whole)).expect("a provider").expect("a provider");
    assert_eq!(named.name(), "sso.example.ma");
    for left_out in 0..whole.len() {
        let mut rest = whole.to_vec();
        let (name, _) = rest.remove(left_out);
        let wrong = provider(&variables(&rest)).expect_err(name);
        assert!(wrong.name == name || name == "INFITAH_OIDC_ISSUER", "{wrong}");
    }
    for (name, value) in [
        ("INFITAH_OIDC_ISSUER", "http://sso.example.ma"),
        ("INFITAH_OIDC_ISSUER", "sso.example.ma"),
        ("INFITAH_OIDC_NAME", "a name that is far too long for the button that it stands on"),
    ] {
        let mut one = whole.to_vec();
        one.retain(|(known, _)| *known != name);
        one.push((name, value));
        assert_eq!(provider(&variables(&one)).expect_err(value).name, name);
    }
    let here = [("INFITAH_OIDC_ISSUER", "http://127.0.0.1:9000"), whole[1], whole[2]];
    assert!(provider(&variables(&here)).is_ok_and(|provider| provider.is_some()));
}

#[test]
fn odd_folders_survive_the_address() {
    let file = Path::new("/tmp/50% of? #1/infitah.db");
    assert_eq!(file_of(&sqlite_url(file)).as_deref(), Some(file));
}

#[test]
fn example_file_lists_every_variable() {
    let text = include_str!("../../../../deploy/env.example");
    let sign =
        |character: char| character.is_ascii_uppercase() || character.is_ascii_digit() || character == '_';
    let listed: BTreeSet<&str> =
        text.split(|character| !sign(character)).filter(|word| word.starts_with("INFITAH_")).collect();
    let read: BTreeSet<&str> = KNOWN.into_iter().collect();
    assert_eq!(listed, read);
    for name in KNOWN {
        let line = text.lines().find(|line| line.trim_start_matches('#').starts_with(&format!("{name}=")));
        assert!(line.is_some(), "{name} has no line of its own");
    }
    assert_eq!(text.matches("(or _FILE)").count(), SECRETS.len(), "each secret says so");
}

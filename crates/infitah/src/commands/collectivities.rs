//! `infitah collectivity`: the life of members, for the operator.

use anyhow::{anyhow, bail};
use infitah_core::Locale;
use infitah_core::ground::localised::Localised;
use infitah_core::media;
use infitah_core::tenancy::collectivities::{self, Kind, Listed, NewCollectivity};
use infitah_core::tenancy::domains;
use infitah_core::tenancy::hub::Hub;
use infitah_core::tenancy::regions;
use serde_json::{Value, json};

use crate::cli::{self, KindName};
use crate::demo::samples;
use crate::starting;
use crate::terminal::{say, say_json};
use crate::variables::Variables;

/// `infitah collectivity VERB`.
pub(crate) async fn run(variables: &Variables, verb: cli::Collectivity) -> anyhow::Result<()> {
    let hub = starting::installation(variables).await?;
    match verb {
        cli::Collectivity::Create(options) => create(&hub, *options).await?,
        cli::Collectivity::List(form) => list(&hub, form.json).await?,
        cli::Collectivity::Show { slug, json } => show(&hub, &slug, json.json).await?,
        cli::Collectivity::Room { slug, megabytes } => {
            let scope = starting::member_scope(&hub, &slug, "collectivity room").await?;
            media::set_quota(&scope, i64::from(megabytes) * 1024 * 1024).await?;
            say(format_args!("the files of {slug} have room for {megabytes} MB"));
        }
        cli::Collectivity::Suspend { slug } => {
            collectivities::suspend(&hub, &slug).await?;
            say(format_args!("{slug} is suspended"));
        }
        cli::Collectivity::Resume { slug } => {
            collectivities::resume(&hub, &slug).await?;
            say(format_args!("{slug} is active"));
        }
        cli::Collectivity::Archive { slug } => {
            collectivities::archive(&hub, &slug).await?;
            say(format_args!("{slug} is archived"));
        }
        cli::Collectivity::Domain(verb) => domain(&hub, verb).await?,
    }
    hub.database().close().await;
    Ok(())
}

async fn domain(hub: &Hub, verb: cli::Domain) -> anyhow::Result<()> {
    match verb {
        cli::Domain::Add { slug, domain } => {
            let scope = starting::member_scope(hub, &slug, "collectivity domain add").await?;
            domains::add(&scope, &domain).await?;
            say(format_args!("{domain} leads to {slug}"));
        }
        cli::Domain::Remove { slug, domain } => {
            let scope = starting::member_scope(hub, &slug, "collectivity domain remove").await?;
            domains::remove(&scope, &domain).await?;
            say(format_args!("{domain} leads to {slug} no more"));
        }
    }
    Ok(())
}

async fn create(hub: &Hub, options: cli::CreateCollectivity) -> anyhow::Result<()> {
    if let Some(code) = &options.region {
        put_regions(hub, code).await?;
    }
    let names = [
        (Locale::Ar, Some(options.name_ar)),
        (Locale::Fr, options.name_fr),
        (Locale::En, options.name_en),
        (Locale::Zgh, options.name_zgh),
    ];
    let new = NewCollectivity {
        slug: options.slug,
        kind: kind(options.kind),
        names: Localised::new(names.into_iter().filter_map(|(locale, name)| Some((locale, name?)))),
        hcp_code: options.hcp_code,
        region_code: options.region,
        cohort: options.cohort,
        cohort_is_probable: false,
        joined_on: options.joined_on,
        default_locale: options.locale,
        population: options.population,
        source: None,
        is_sample: false,
    };
    let tenant = collectivities::create(hub, new).await?;
    say(format_args!("created {} at {}", tenant.slug, tenant.url));
    Ok(())
}

/// Members point to their region, so the shipped list of the twelve is written before the first
/// one that does.
async fn put_regions(hub: &Hub, code: &str) -> anyhow::Result<()> {
    let shipped = samples::regions()?;
    if shipped.iter().all(|region| region.code != code) {
        bail!("there is no region {code}; codes go from 01 to 12");
    }
    Ok(regions::put_all(hub, shipped).await?)
}

async fn list(hub: &Hub, as_json: bool) -> anyhow::Result<()> {
    let all = collectivities::list_all(hub).await?;
    if as_json {
        return say_json(&all.iter().map(listed_json).collect::<Vec<_>>());
    }
    for one in all {
        say(format_args!("{:<10} {:<40} {}", one.status, one.slug, one.host));
    }
    Ok(())
}

async fn show(hub: &Hub, slug: &str, as_json: bool) -> anyhow::Result<()> {
    let all = collectivities::list_all(hub).await?;
    let listed =
        all.iter().find(|one| one.slug == slug).ok_or_else(|| anyhow!("there is no member {slug}"))?;
    let mut shown = listed_json(listed);
    // Only an active site can be read through its published row.
    if let (Some(fields), "active") = (shown.as_object_mut(), listed.status.as_str()) {
        let scope = starting::network_scope(hub, "collectivity show").await;
        let scope = match scope {
            Ok(scope) => scope,
            Err(_) => starting::member_scope(hub, slug, "collectivity show").await?,
        };
        let member = collectivities::find(scope.public(), slug).await?;
        fields.insert("kind".into(), json!(member.kind.code()));
        fields.insert("names".into(), json!(member.names));
        fields.insert("hcpCode".into(), json!(member.hcp_code));
        fields.insert("region".into(), json!(member.region_code));
        fields.insert("cohort".into(), json!(member.cohort));
        fields.insert("joinedOn".into(), json!(member.joined_on));
        fields.insert("population".into(), json!(member.population));
        fields.insert("isSample".into(), json!(member.is_sample));
        fields.insert("url".into(), json!(member.url));
    }
    if as_json {
        return say_json(&shown);
    }
    for (name, value) in shown.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null()) {
        match value.as_str() {
            Some(text) => say(format_args!("{name:<11} {text}")),
            None => say(format_args!("{name:<11} {value}")),
        }
    }
    Ok(())
}

fn listed_json(listed: &Listed) -> Value {
    json!({ "slug": listed.slug, "host": listed.host, "status": listed.status })
}

fn kind(name: KindName) -> Kind {
    match name {
        KindName::Network => Kind::Network,
        KindName::Region => Kind::Region,
        KindName::Prefecture => Kind::Prefecture,
        KindName::Province => Kind::Province,
        KindName::Commune => Kind::Commune,
    }
}

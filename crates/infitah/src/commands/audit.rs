//! `infitah audit verify`: checks the chains of hashes.

use anyhow::bail;
use infitah_core::tenancy::collectivities;
use infitah_core::tenancy::hub::Hub;
use infitah_core::tenancy::scope::Scope;
use infitah_core::trust::audit;

use crate::cli;
use crate::starting;
use crate::terminal::say;
use crate::variables::Variables;

/// `infitah audit verify`.
pub(crate) async fn run(variables: &Variables, verb: cli::Audit) -> anyhow::Result<()> {
    let cli::Audit::Verify { collectivity } = verb;
    let hub = starting::installation(variables).await?;
    let scopes = match collectivity {
        Some(slug) => vec![starting::member_scope(&hub, &slug, "audit verify").await?],
        None => every_scope(&hub).await?,
    };
    let mut broken = 0;
    for scope in &scopes {
        let slug = &scope.tenant().slug;
        let verified = audit::verify(scope).await?;
        match verified.broken_at {
            None => say(format_args!("{slug}: {} entries, whole", verified.entries)),
            Some(number) => {
                broken += 1;
                say(format_args!("{slug}: broken at entry {number}"));
            }
        }
    }
    hub.database().close().await;
    if broken > 0 {
        bail!("{broken} of {} chains are broken", scopes.len());
    }
    Ok(())
}

/// The network and all active members; a suspended one is checked again once it is resumed.
async fn every_scope(hub: &Hub) -> anyhow::Result<Vec<Scope>> {
    let mut scopes = vec![starting::network_scope(hub, "audit verify").await?];
    for listed in collectivities::list_all(hub).await? {
        let is_site = listed.status == "active" && listed.host == listed.slug;
        if is_site {
            scopes.push(starting::member_scope(hub, &listed.slug, "audit verify").await?);
        } else if listed.status != "active" {
            say(format_args!("{}: {}, not checked", listed.slug, listed.status));
        }
    }
    Ok(scopes)
}

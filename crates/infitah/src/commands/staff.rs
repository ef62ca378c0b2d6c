//! `infitah staff`: accounts of a member or of the network.

use anyhow::bail;
use infitah_core::tenancy::hub::Hub;
use infitah_core::tenancy::permission::Role;
use infitah_core::tenancy::scope::Scope;
use infitah_core::tenancy::second_factors;
use infitah_core::tenancy::staff::{self, NewInvitation};

use crate::cli::{self, MemberRole, NetworkRole};
use crate::config::Post;
use crate::starting;
use crate::terminal::say;
use crate::variables::Variables;

/// `infitah staff VERB`.
pub(crate) async fn run(variables: &Variables, verb: cli::Staff) -> anyhow::Result<()> {
    let mails = matches!(Post::read(variables)?, Post::Server(..));
    let hub = starting::installation(variables).await?;
    match verb {
        cli::Staff::Invite(options) => invite(&hub, options, mails).await?,
        cli::Staff::Revoke { email, place } => {
            let scope = scope_of(&hub, place.collectivity.as_deref(), "staff revoke").await?;
            staff::revoke(&scope, &email).await?;
            say(format_args!("{email} has no role at {} any more", scope.tenant().slug));
        }
        cli::Staff::ResetSecondFactor { email, place } => {
            let command = "staff reset-second-factor";
            let scope = scope_of(&hub, place.collectivity.as_deref(), command).await?;
            second_factors::reset(&scope, &email).await?;
            say(format_args!("{email} signs in with the password alone; all former sessions have ended"));
        }
    }
    hub.database().close().await;
    Ok(())
}

async fn invite(hub: &Hub, options: cli::Invite, mails: bool) -> anyhow::Result<()> {
    let role = match (options.role, options.network) {
        (Some(role), None) => member_role(role),
        (None, Some(role)) => network_role(role),
        _ => bail!("give --collectivity with --role, or --network"),
    };
    let scope = scope_of(hub, options.collectivity.as_deref(), "staff invite").await?;
    let own_name = options.email.split('@').next().unwrap_or_default().to_owned();
    let invitation = NewInvitation {
        display_name: options.name.unwrap_or(own_name),
        email: options.email,
        role,
        locale: options.locale,
    };
    let email = invitation.email.clone();
    let invited = staff::invite(&scope, invitation).await?;
    if mails {
        say(format_args!(
            "{email} is invited by mail; the link is good for {} hours",
            staff::INVITATION_HOURS
        ));
    } else {
        say(invited.link);
    }
    Ok(())
}

async fn scope_of(hub: &Hub, collectivity: Option<&str>, command: &'static str) -> anyhow::Result<Scope> {
    match collectivity {
        Some(slug) => starting::member_scope(hub, slug, command).await,
        None => starting::network_scope(hub, command).await,
    }
}

fn member_role(role: MemberRole) -> Role {
    match role {
        MemberRole::Admin => Role::Admin,
        MemberRole::Editor => Role::Editor,
        MemberRole::FocalPoint => Role::FocalPoint,
        MemberRole::Moderator => Role::Moderator,
    }
}

fn network_role(role: NetworkRole) -> Role {
    match role {
        NetworkRole::Coordinator => Role::Coordinator,
        NetworkRole::Observer => Role::Observer,
    }
}

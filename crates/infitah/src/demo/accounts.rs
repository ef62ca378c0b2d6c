//! The staff of the demonstration: accounts made as everybody's are, by an invitation that is
//! accepted, with passwords of chance that are written down for whoever tries the program.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, anyhow};
use infitah_core::tenancy::hub::Hub;
use infitah_core::tenancy::permission::Role;
use infitah_core::tenancy::scope::{Actor, Tenant};
use infitah_core::tenancy::staff::{self, NewInvitation};
use infitah_core::tenancy::{collectivities::Kind, invitations};
use serde::{Deserialize, Serialize};

use super::folder;
use super::samples::Account;

/// How somebody signs in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SignIn {
    pub(crate) url: String,
    pub(crate) email: String,
    pub(crate) password: String,
    pub(crate) role: String,
    pub(crate) collectivity: String,
}

/// Makes an account at a tenant.
pub(crate) async fn make(hub: &Hub, tenant: &Arc<Tenant>, account: &Account) -> anyhow::Result<SignIn> {
    let role = Role::from_code(&account.role).ok_or_else(|| anyhow!("unknown role {}", account.role))?;
    let password = password()?;
    let invitation = NewInvitation {
        email: account.email.clone(),
        display_name: account.name.clone(),
        role,
        locale: account.locale,
    };
    let invited = staff::invite(&hub.system_scope(tenant.clone(), "demo staff"), invitation).await?;
    let token = invited.link.rsplit('/').next().context("an invitation's link ends with its token")?;
    let anyone = hub.public_scope(tenant.clone(), hub.new_request_id()).acted_by(Actor::Anonymous);
    // Accepted at once, so that the worker finds nothing to mail.
    invitations::accept(&anyone, token, &password).await?;
    Ok(SignIn {
        url: format!("{}/office", tenant.url),
        email: account.email.clone(),
        password,
        role: account.role.clone(),
        collectivity: tenant.slug.clone(),
    })
}

/// Writes the sign-ins where only the owner of the folder can read them.
pub(crate) fn write(path: &Path, sign_ins: &[SignIn]) -> anyhow::Result<()> {
    folder::write_private(path, format!("{}\n", serde_json::to_string_pretty(sign_ins)?).as_bytes())
}

/// Reads the sign-ins. The port may be another one than at the last start, so the addresses are
/// made again, and kept if they have changed.
pub(crate) fn read(path: &Path, hub: &Hub) -> anyhow::Result<Vec<SignIn>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let kept: Vec<SignIn> =
        serde_json::from_str(&text).with_context(|| format!("cannot read {}", path.display()))?;
    let mut current = kept.clone();
    for one in &mut current {
        let kind = if one.collectivity == "network" { Kind::Network } else { Kind::Commune };
        one.url = format!("{}/office", hub.url_of(kind, &one.collectivity));
    }
    if current != kept {
        write(path, &current)?;
    }
    Ok(current)
}

/// A password that can be read aloud: five groups of two syllables, 60 bits of chance.
fn password() -> anyhow::Result<String> {
    const CONSONANTS: &[u8; 16] = b"bdfghjklmnprstvz";
    const VOWELS: &[u8; 4] = b"aiou";
    let mut chance = [0_u8; 10];
    getrandom::fill(&mut chance).map_err(|error| anyhow!("the system gives no random bytes: {error}"))?;
    let syllable = |byte: u8| {
        let (consonant, vowel) = (CONSONANTS[usize::from(byte >> 4)], VOWELS[usize::from(byte & 3)]);
        [char::from(consonant), char::from(vowel)]
    };
    let groups: Vec<String> =
        chance.chunks(2).map(|pair| pair.iter().flat_map(|&byte| syllable(byte)).collect()).collect();
    Ok(groups.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_long_and_differ() {
        let (one, two) = (password().expect("chance"), password().expect("chance"));
        assert_ne!(one, two);
        assert_eq!(one.len(), 24);
        assert!(one.chars().all(|sign| sign.is_ascii_lowercase() || sign == '-'));
    }
}

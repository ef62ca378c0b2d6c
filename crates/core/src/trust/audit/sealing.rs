//! The seals of the chain. An entry's hash covers the hash of the one before it and all that the
//! entry says. Seal 1 is that of entries which know neither address nor changes; seal 2 covers both,
//! the address by a salted hash of its own that outlives it.

use std::net::IpAddr;

use chrono::{DateTime, SecondsFormat, Utc};
use sea_orm::FromQueryResult;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::ground::secret::random_token;

/// The seal of new entries.
pub(super) const PRESENT: i32 = 2;

/// All that is sealed, and the seal.
#[derive(Debug, FromQueryResult)]
pub(super) struct Entry {
    pub(super) sequence: i64,
    pub(super) at: DateTime<Utc>,
    pub(super) actor_kind: String,
    pub(super) actor_id: Option<Uuid>,
    pub(super) action: String,
    pub(super) subject_kind: String,
    pub(super) subject_id: Uuid,
    pub(super) previous_hash: String,
    pub(super) hash: String,
    pub(super) format: i32,
    pub(super) address: Option<String>,
    pub(super) address_salt: Option<String>,
    pub(super) address_seal: Option<String>,
    pub(super) changes: Option<String>,
}

/// The columns of an [`Entry`].
pub(super) const COLUMNS: &str = "sequence, at, actor_kind, actor_id, action, subject_kind, subject_id,
  previous_hash, hash, format, address, address_salt, address_seal, changes";

impl Entry {
    /// The same, from this network address.
    pub(super) fn coming_from(mut self, address: Option<IpAddr>) -> Self {
        let Some(address) = address.map(|address| address.to_string()) else { return self };
        // Without a salt of its own an address would be found by trying all of them.
        let salt: String = random_token().chars().take(22).collect();
        self.address_seal = Some(address_seal(&salt, &address));
        self.address_salt = Some(salt);
        self.address = Some(address);
        self
    }

    /// The hash that this entry should have.
    pub(super) fn seal(&self, tenant: Uuid) -> String {
        let at = self.at.to_rfc3339_opts(SecondsFormat::Micros, true);
        let sequence = self.sequence.to_string();
        let actor = self.actor_id.map(|id| id.to_string()).unwrap_or_default();
        let (tenant, subject) = (tenant.to_string(), self.subject_id.to_string());
        let mut parts = vec![
            self.previous_hash.as_str(),
            &tenant,
            &sequence,
            &at,
            &self.actor_kind,
            &actor,
            &self.action,
            &self.subject_kind,
            &subject,
        ];
        if self.format >= 2 {
            parts.extend([
                "2",
                self.address_seal.as_deref().unwrap_or_default(),
                self.changes.as_deref().unwrap_or_default(),
            ]);
        }
        digest(&parts)
    }

    /// Whether it says what it said when it was written. An erased address is no fault.
    pub(super) fn is_as_sealed(&self, tenant: Uuid) -> bool {
        let has_known_format = (1..=PRESENT).contains(&self.format);
        let has_no_more_than_its_seal = self.format > 1
            || (self.address.is_none() && self.address_seal.is_none() && self.changes.is_none());
        let address_fits = match (&self.address, &self.address_salt) {
            (None, None) => true,
            (Some(address), Some(salt)) => self.address_seal == Some(address_seal(salt, address)),
            _ => false,
        };
        has_known_format && has_no_more_than_its_seal && address_fits && self.hash == self.seal(tenant)
    }
}

fn address_seal(salt: &str, address: &str) -> String {
    digest(&[salt, address])
}

fn digest(parts: &[&str]) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update((part.len() as u64).to_be_bytes());
        digest.update(part.as_bytes());
    }
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(format: i32) -> Entry {
        Entry {
            sequence: 3,
            at: "2026-11-23T10:00:00Z".parse().expect("a time"),
            actor_kind: "person".into(),
            actor_id: Some(Uuid::from_u128(7)),
            action: "publish_article".into(),
            subject_kind: "article".into(),
            subject_id: Uuid::from_u128(9),
            previous_hash: "ab".into(),
            hash: String::new(),
            format,
            address: None,
            address_salt: None,
            address_seal: None,
            changes: None,
        }
    }

    fn sealed(mut entry: Entry) -> Entry {
        entry.hash = entry.seal(Uuid::from_u128(1));
        entry
    }

    #[test]
    fn first_seal_is_what_it_was() {
        // Computed by the program before there was a second one: chains in use must still fit.
        let hash = sealed(entry(1)).hash;
        assert_eq!(hash, "b6d5a6a2bffbf02966cc76823fd61484131af9fdfd521b9ac19a1544d9f6eacb");
        assert!(sealed(entry(1)).is_as_sealed(Uuid::from_u128(1)));
    }

    #[test]
    fn every_change_of_an_entry_is_found_and_an_erased_address_is_none() {
        let tenant = Uuid::from_u128(1);
        let made = || {
            let mut entry = entry(2).coming_from(Some([192, 0, 2, 7].into()));
            entry.changes = Some(r#"{"status":["draft","published"]}"#.into());
            sealed(entry)
        };
        assert!(made().is_as_sealed(tenant) && !made().is_as_sealed(Uuid::from_u128(2)));
        let erased = Entry { address: None, address_salt: None, ..made() };
        assert!(erased.is_as_sealed(tenant));
        for changed in [
            Entry { address: Some("192.0.2.8".into()), ..made() },
            Entry { address: None, ..made() },
            Entry { address_seal: None, address: None, address_salt: None, ..made() },
            Entry { changes: None, ..made() },
            Entry { changes: Some(r#"{"status":["draft","archived"]}"#.into()), ..made() },
            Entry { format: 1, ..made() },
            Entry { format: 3, ..made() },
            Entry { actor_id: None, ..made() },
            Entry { action: "unpublish_article".into(), ..made() },
        ] {
            assert!(!changed.is_as_sealed(tenant), "{changed:?}");
        }
        let dressed = Entry { changes: Some("{}".into()), ..sealed(entry(1)) };
        assert!(!dressed.is_as_sealed(tenant));
    }
}

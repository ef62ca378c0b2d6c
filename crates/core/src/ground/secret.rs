//! Keyed hashes and tokens. Links in mails carry a token made from the installation's secret key
//! and the row they are for, so the database holds nothing that opens a door, and a token of one
//! tenant or purpose is worthless for another.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::XChaCha20Poly1305;
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use hmac::{Hmac, Mac as _};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::ids::TenantId;

/// The secret key of the installation. Not shown by `Debug`.
#[derive(Clone)]
pub struct SecretKey(std::sync::Arc<[u8]>);

impl std::fmt::Debug for SecretKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("SecretKey(..)")
    }
}

/// The length of the number that each sealed text begins with; long enough to be made of chance.
const NONCE: usize = 24;

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Confirm a subscription.
    Confirm,
    /// End a subscription.
    Unsubscribe,
    /// Accept an invitation.
    Invitation,
    /// Set a new password.
    PasswordReset,
}

impl SecretKey {
    /// A key from at least 32 bytes.
    ///
    /// Returns nothing when there are fewer: such a key could be guessed.
    pub fn new(bytes: &[u8]) -> Option<Self> {
        (bytes.len() >= 32).then(|| Self(bytes.into()))
    }

    /// The token of a link: the id of its row and a keyed hash over tenant, purpose and id.
    pub(crate) fn token(&self, purpose: Purpose, tenant: TenantId, id: Uuid) -> String {
        let mut bytes = id.as_bytes().to_vec();
        bytes.extend_from_slice(&self.seal(purpose, tenant, id)[..16]);
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// The id in a token of this tenant and purpose, if the token is ours.
    pub(crate) fn open(&self, purpose: Purpose, tenant: TenantId, token: &str) -> Option<Uuid> {
        let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
        let (id, seal) = bytes.split_at_checked(16)?;
        let id = Uuid::from_slice(id).ok()?;
        same(seal, &self.seal(purpose, tenant, id)[..16]).then_some(id)
    }

    /// A keyed hash of something personal that must be compared but not kept.
    pub(crate) fn fingerprint(&self, label: &str, text: &str) -> String {
        URL_SAFE_NO_PAD.encode(self.mac(&[label.as_bytes(), text.as_bytes()]))
    }

    /// Closes a text that must be read again, for one owner: whoever reads the database alone has
    /// nothing, and what is put beside another owner does not open.
    pub(crate) fn lock(&self, label: &str, owner: Uuid, text: &[u8]) -> Option<String> {
        let mut sealed = vec![0_u8; NONCE];
        getrandom::fill(&mut sealed).ok()?;
        let nonce = chacha20poly1305::XNonce::try_from(sealed.as_slice()).ok()?;
        let payload = Payload { msg: text, aad: owner.as_bytes() };
        sealed.extend(self.cipher(label).encrypt(&nonce, payload).ok()?);
        Some(URL_SAFE_NO_PAD.encode(sealed))
    }

    /// The text that was closed for this owner.
    pub(crate) fn unlock(&self, label: &str, owner: Uuid, sealed: &str) -> Option<Vec<u8>> {
        let bytes = URL_SAFE_NO_PAD.decode(sealed).ok()?;
        let (nonce, sealed) = bytes.split_at_checked(NONCE)?;
        let nonce = chacha20poly1305::XNonce::try_from(nonce).ok()?;
        self.cipher(label).decrypt(&nonce, Payload { msg: sealed, aad: owner.as_bytes() }).ok()
    }

    fn cipher(&self, label: &str) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.mac(&[b"lock", label.as_bytes()]).into())
    }

    fn seal(&self, purpose: Purpose, tenant: TenantId, id: Uuid) -> [u8; 32] {
        let purpose = format!("{purpose:?}");
        self.mac(&[purpose.as_bytes(), tenant.0.as_bytes(), id.as_bytes()])
    }

    fn mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        for part in parts {
            // Lengths keep ("ab", "c") and ("a", "bc") apart.
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

/// 256 bits of chance for a cookie.
pub(crate) fn random_token() -> String {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).expect("the system's random generator works");
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The hash under which a random token is kept. It needs no key: the token cannot be guessed.
pub(crate) fn token_hash(token: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(token.as_bytes()))
}

fn same(left: &[u8], right: &[u8]) -> bool {
    left.len() == right.len()
        && left.iter().zip(right).fold(0, |difference, (a, b)| difference | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn token_opens_only_its_own_door() {
        let key = SecretKey::new(&[7; 32]).expect("long enough");
        let (tenant, other) = (TenantId(Uuid::from_u128(1)), TenantId(Uuid::from_u128(2)));
        let id = Uuid::from_u128(3);
        let token = key.token(Purpose::Confirm, tenant, id);
        assert_eq!(key.open(Purpose::Confirm, tenant, &token), Some(id));
        assert_eq!(key.open(Purpose::Confirm, other, &token), None);
        assert_eq!(key.open(Purpose::Unsubscribe, tenant, &token), None);
        assert_eq!(key.open(Purpose::Confirm, tenant, &token[1..]), None);
        assert_eq!(key.open(Purpose::Confirm, tenant, ""), None);
    }

    #[test]
    fn what_is_locked_opens_for_its_owner_and_label_alone() {
        let key = SecretKey::new(&[7; 32]).expect("long enough");
        let (owner, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let sealed = key.lock("factor", owner, b"text").expect("it can be locked");
        assert_eq!(key.unlock("factor", owner, &sealed).as_deref(), Some(&b"text"[..]));
        assert_ne!(key.lock("factor", owner, b"text"), Some(sealed.clone()), "no two are alike");
        assert_eq!(key.unlock("factor", other, &sealed), None);
        assert_eq!(key.unlock("other", owner, &sealed), None);
        assert_eq!(SecretKey::new(&[8; 32]).and_then(|key| key.unlock("factor", owner, &sealed)), None);
        assert_eq!(key.unlock("factor", owner, "x"), None);
    }
}

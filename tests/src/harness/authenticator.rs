//! A device with passkeys (WebAuthn level 3), which signs whatever it is told to: the stories need honest
//! devices and others. Keys are ES256, attestation is `none`.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// Somebody is there, and the device has made sure who.
const PRESENT_AND_VERIFIED: u8 = 0b0000_0101;
const HAS_KEY: u8 = 0b0100_0000;

/// A device with one key.
#[derive(Clone)]
pub(crate) struct Authenticator {
    key: SigningKey,
    id: Vec<u8>,
    owner: String,
    /// The site that the browser says it shows.
    pub(crate) origin: String,
    /// How often it has signed.
    pub(crate) counter: u32,
    /// What it says of whoever holds it.
    pub(crate) flags: u8,
}

impl Authenticator {
    /// A device in front of a site; another number is another key.
    pub(crate) fn new(number: u8, origin: &str) -> Self {
        Self {
            key: SigningKey::from_slice(&[number; 32]).expect("a number above zero is a key"),
            id: vec![number; 20],
            owner: String::new(),
            origin: origin.to_owned(),
            counter: 0,
            flags: PRESENT_AND_VERIFIED,
        }
    }

    /// The name under which the device keeps the key, for lists of those it should not make again.
    pub(crate) fn id(&self) -> String {
        URL_SAFE_NO_PAD.encode(&self.id)
    }

    /// Whom the key stands for, as the site named them.
    pub(crate) fn owner(&self) -> &str {
        &self.owner
    }

    /// Makes a passkey: the answer to the options of a site.
    pub(crate) fn create(&mut self, options: &Value) -> String {
        let options = &options["publicKey"];
        self.owner = options["user"]["id"].as_str().expect("a user").to_owned();
        self.counter += 1;
        let mut signed = self.facts(options["rp"]["id"].as_str().expect("a site"), self.flags | HAS_KEY);
        signed.extend([0; 16]);
        signed.extend(u16::try_from(self.id.len()).expect("a short id").to_be_bytes());
        signed.extend(&self.id);
        signed.extend(self.public_key());
        // {"fmt": "none", "attStmt": {}, "authData": ..} in CBOR.
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(signed.len()).expect("shorter than 256 bytes"));
        object.extend(signed);
        let response = json!({
            "attestationObject": URL_SAFE_NO_PAD.encode(object),
            "clientDataJSON": URL_SAFE_NO_PAD.encode(self.client(options, "webauthn.create")),
        });
        self.answer(response)
    }

    /// Signs somebody in: the answer to the options of a site.
    pub(crate) fn get(&mut self, options: &Value) -> String {
        let options = &options["publicKey"];
        self.counter += 1;
        let facts = self.facts(options["rpId"].as_str().expect("a site"), self.flags);
        let client = self.client(options, "webauthn.get");
        let signed = [facts.as_slice(), &Sha256::digest(&client)].concat();
        let signature: Signature = self.key.sign(&signed);
        let response = json!({
            "authenticatorData": URL_SAFE_NO_PAD.encode(facts),
            "clientDataJSON": URL_SAFE_NO_PAD.encode(client),
            "signature": URL_SAFE_NO_PAD.encode(signature.to_der().as_bytes()),
            "userHandle": self.owner,
        });
        self.answer(response)
    }

    fn answer(&self, response: Value) -> String {
        let id = self.id();
        json!({ "id": id, "rawId": id, "type": "public-key", "extensions": {}, "response": response })
            .to_string()
    }

    fn facts(&self, site: &str, flags: u8) -> Vec<u8> {
        let mut facts = Sha256::digest(site.as_bytes()).to_vec();
        facts.push(flags);
        facts.extend(self.counter.to_be_bytes());
        facts
    }

    fn client(&self, options: &Value, kind: &str) -> Vec<u8> {
        let challenge = &options["challenge"];
        json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false })
            .to_string()
            .into_bytes()
    }

    /// The public key as COSE writes it: `{1: 2, 3: -7, -1: 1, -2: x, -3: y}` in CBOR.
    fn public_key(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_sec1_point(false);
        let mut key = b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20".to_vec();
        key.extend(point.x().expect("a point with two coordinates"));
        key.extend(b"\x22\x58\x20");
        key.extend(point.y().expect("a point with two coordinates"));
        key
    }
}

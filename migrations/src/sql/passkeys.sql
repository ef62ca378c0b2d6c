-- Passkeys: keys that live in a device and open the office at the host of one member.

-- The passkey that a sign-in was opened with: device and fingerprint or code are both factors. It may
-- be gone by now.
ALTER TABLE sign_ins ADD COLUMN passkey_id UUID;

CREATE TABLE passkeys (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  person_id UUID NOT NULL REFERENCES people (id),
  name VARCHAR(60) NOT NULL,
  -- The hash of the name under which the device keeps it.
  credential_hash VARCHAR(64) NOT NULL,
  -- The public key and how often it has signed. Nothing in it opens a door.
  credential TEXT NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  last_used_at TIMESTAMPTZ,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, credential_hash)
);
CREATE INDEX passkeys_by_person ON passkeys (person_id);

-- What a device was asked to sign: once, by one browser, within minutes. Nobody's for signing in, and
-- of whoever is signed in for adding a passkey, with the name that it will have.
CREATE TABLE passkey_challenges (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  person_id UUID REFERENCES people (id),
  name VARCHAR(60),
  token_hash VARCHAR(64) NOT NULL,
  host VARCHAR(253) NOT NULL,
  state TEXT NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  expires_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, token_hash)
);
CREATE INDEX passkey_challenges_by_person ON passkey_challenges (person_id);
CREATE INDEX passkey_challenges_by_age ON passkey_challenges (expires_at);

-- Accounts: what people need to come in again, to come in safely, and to see where they are.

-- Rises with every new password: sign-ins and links made under an older one are void, at every member.
ALTER TABLE people ADD COLUMN password_version INTEGER NOT NULL DEFAULT 0;
-- The second factor: the sealed secret, since when it is asked for, the last step used, and the
-- keyed hashes of the recovery codes that are left, with spaces between.
ALTER TABLE people ADD COLUMN second_factor_secret VARCHAR(200);
ALTER TABLE people ADD COLUMN second_factor_since TIMESTAMPTZ;
ALTER TABLE people ADD COLUMN second_factor_step BIGINT NOT NULL DEFAULT 0;
ALTER TABLE people ADD COLUMN recovery_hashes VARCHAR(600) NOT NULL DEFAULT '';

-- A member can demand a second factor of its staff.
ALTER TABLE collectivities ADD COLUMN requires_second_factor BOOLEAN NOT NULL DEFAULT FALSE;

-- When the person last signed in at this member; other members are not told.
ALTER TABLE grants ADD COLUMN last_sign_in_at TIMESTAMPTZ;

-- As the inviter typed it: what an existing account holds is not shown to who invites.
ALTER TABLE invitations ADD COLUMN display_name VARCHAR(120);
ALTER TABLE invitations ADD COLUMN locale VARCHAR(3);

ALTER TABLE sign_ins ADD COLUMN password_version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sign_ins ADD COLUMN last_seen_at TIMESTAMPTZ;
-- Families only, and the network address without its end.
ALTER TABLE sign_ins ADD COLUMN browser VARCHAR(16);
ALTER TABLE sign_ins ADD COLUMN system VARCHAR(16);
ALTER TABLE sign_ins ADD COLUMN network_part VARCHAR(48);
CREATE INDEX sign_ins_by_person ON sign_ins (person_id);

-- Links that set a new password. An address that nobody has makes a row of nobody, which is the
-- same work.
CREATE TABLE password_resets (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  person_id UUID REFERENCES people (id),
  host VARCHAR(253) NOT NULL,
  password_version INTEGER NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  expires_at TIMESTAMPTZ NOT NULL,
  used_at TIMESTAMPTZ,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX password_resets_by_age ON password_resets (expires_at);

-- Half a sign-in: the password was right and the second factor is asked for. It opens no room.
CREATE TABLE second_steps (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  person_id UUID NOT NULL REFERENCES people (id),
  token_hash VARCHAR(64) NOT NULL,
  host VARCHAR(253) NOT NULL,
  password_version INTEGER NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  expires_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, token_hash)
);
CREATE INDEX second_steps_by_age ON second_steps (expires_at);

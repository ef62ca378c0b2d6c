-- PostgreSQL only. The audit stays append-only for the program; the worker's timer may erase an
-- address, of the tenant it entered, and nothing else.
CREATE POLICY worker_sweep ON audit_entries TO infitah_worker
  USING (tenant_id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid);
GRANT SELECT (tenant_id, sequence, at, address), UPDATE (address, address_salt) ON audit_entries TO infitah_worker;

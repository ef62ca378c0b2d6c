-- The roles of Infitah, for a database administrator: once for a server, as a superuser, with psql.
-- `infitah migrate` makes the first block itself when its account may; the logins and passwords are
-- the administrator's. Passwords come from the environment, so that no process list shows them:
--   APP_PASSWORD=... MIGRATOR_PASSWORD=... DUMP_PASSWORD=... psql -v ON_ERROR_STOP=1 -f roles.sql
\getenv app_password APP_PASSWORD
\getenv migrator_password MIGRATOR_PASSWORD
\getenv dump_password DUMP_PASSWORD

CREATE ROLE infitah_owner NOLOGIN NOSUPERUSER NOBYPASSRLS;
CREATE ROLE infitah_public NOLOGIN NOSUPERUSER NOBYPASSRLS;
CREATE ROLE infitah_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
CREATE ROLE infitah_worker NOLOGIN NOSUPERUSER NOBYPASSRLS;
CREATE ROLE infitah_backup NOLOGIN NOSUPERUSER BYPASSRLS;
CREATE ROLE infitah LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS;
GRANT infitah_public, infitah_app, infitah_worker TO infitah;

-- The account of serve and worker.
ALTER ROLE infitah PASSWORD :'app_password';
-- The account of migrate and restore: may become the owner of the tables, and nothing else.
CREATE ROLE infitah_migrator LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'migrator_password';
GRANT infitah_owner TO infitah_migrator;
-- The account of dumps: becomes infitah_backup, which reads all and writes nothing.
CREATE ROLE infitah_dump LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS PASSWORD :'dump_password';
GRANT infitah_backup TO infitah_dump;

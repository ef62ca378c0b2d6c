#!/usr/bin/env bash
# Runs once, when the database container makes its data folder: the roles, and a database that the
# migrator owns.
set -euo pipefail

APP_PASSWORD=$(cat /run/secrets/app_password)
MIGRATOR_PASSWORD=$(cat /run/secrets/migrator_password)
DUMP_PASSWORD=$(cat /run/secrets/dump_password)
export APP_PASSWORD MIGRATOR_PASSWORD DUMP_PASSWORD

psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -f /infitah/roles.sql \
  -c 'CREATE DATABASE infitah OWNER infitah_migrator' \
  -c 'REVOKE CONNECT, TEMPORARY ON DATABASE infitah FROM PUBLIC' \
  -c 'GRANT CONNECT ON DATABASE infitah TO infitah, infitah_dump'

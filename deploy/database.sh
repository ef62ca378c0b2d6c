# shellcheck shell=bash
# What backup and restore share; sourced, not run.

say() { printf '%s: %s\n' "$me" "$*"; }
fail() { printf '%s: %s\n' "$me" "$*" >&2; exit 1; }
need() {
  local tool
  for tool; do command -v "$tool" >/dev/null || fail "$tool is not installed"; done
}

# address NAME: the value of the variable, or of the file that NAME_FILE names.
address() {
  local file_name=$1_FILE
  local value=${!1:-} file=${!file_name:-}
  if [ -z "$value" ] && [ -n "$file" ]; then
    value=$(tr -d '\r\n' <"$file") || fail "$file_name: cannot read $file"
  fi
  printf '%s' "$value"
}

# sqlite_file ADDRESS: the file of an embedded database.
sqlite_file() {
  local path=${1#sqlite:}
  path=${path#//}
  path=${path%%\?*}
  path=${path//%23/#} path=${path//%3F/?} path=${path//%25/%}
  printf '%s' "$path"
}

# use_postgres ADDRESS: sets $database to the address without its password, which goes into the
# environment: an address on a command line is seen in the list of processes.
use_postgres() {
  database=$1
  if [[ $1 =~ ^(postgres(ql)?://[^:/@?]*):([^@/]*)@(.*)$ ]]; then
    database=${BASH_REMATCH[1]}@${BASH_REMATCH[4]}
    local password=${BASH_REMATCH[3]//\\/\\\\}
    PGPASSWORD=$(printf '%b' "${password//%/\\x}")
    export PGPASSWORD
  fi
  export PGTZ=UTC PGCLIENTENCODING=UTF8 PGCONNECT_TIMEOUT=10
}

query() { psql --no-psqlrc -X -q -A -t -v ON_ERROR_STOP=1 --dbname "$database" "$@"; }

# Prints one SELECT that gives, for each table of the schema, its name, its number of rows and a sum
# over all of its contents that does not depend on the order of rows. Run with \gexec.
contents_sql() {
  cat <<'SQL'
SELECT string_agg(format(
  $f$SELECT %L AS table_name, count(*) AS rows,
     coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0) AS contents FROM ONLY %I.%I AS t$f$,
  relname, nspname, relname), ' UNION ALL ' ORDER BY relname COLLATE "C") || ' ORDER BY 1'
FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
WHERE relkind = 'r' AND nspname = 'public'
\gexec
SQL
}

# The servers that the tests bring along: found or installed, started on free
# ports in one temporary folder, and ended by their process ids. Sourced by tests/run.

servers=()                # "pid signal name", in the order of their start
postgres_bin=""
redis_bin=""
chromium_bin=""

# ---- Finding and installing -------------------------------------------------

find_postgres() {
  local candidate
  for candidate in $(ls -d /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql@*/bin 2>/dev/null | sort -rV) \
    "$(pg_config --bindir 2>/dev/null)"; do
    if [ -x "$candidate/initdb" ] && [ -x "$candidate/postgres" ]; then
      local version
      version=$("$candidate/postgres" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
      if [ "$version" -ge 15 ]; then postgres_bin=$candidate; return 0; fi
    fi
  done
  return 1
}

find_redis() {
  redis_bin=$(command -v redis-server || command -v valkey-server)
}

find_chromium() {
  local candidate
  for candidate in "${chromium_wanted:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    if [ -n "$candidate" ] && chromium_bin=$(command -v "$candidate"); then return 0; fi
  done
  return 1
}

# Installs what is missing where that can be done without asking, else names it.
provide_servers() {
  local missing=() packages=()
  find_postgres || { missing+=("PostgreSQL 15 or newer"); packages+=(postgresql); }
  find_redis || { missing+=("Redis 7 or Valkey"); packages+=(redis-server); }
  if [ "$with_fleet" = yes ]; then
    command -v caddy >/dev/null || { missing+=("Caddy 2.6 or newer"); packages+=(caddy); }
    command -v sqlite3 >/dev/null || { missing+=("sqlite3"); packages+=(sqlite3); }
  fi
  if [ "$with_browser" = yes ]; then
    find_chromium || { missing+=("Chromium"); packages+=(chromium fonts-dejavu-core); }
  fi
  [ ${#missing[@]} -eq 0 ] && return 0

  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "installing with apt-get: ${packages[*]}"
    install_with_apt "${packages[@]}" || fail_early "apt-get could not install ${packages[*]} (see above)"
    find_postgres && find_redis || fail_early "PostgreSQL 15+ or Redis is still missing after apt-get install"
    [ "$with_browser" = no ] || find_chromium || fail_early "Chromium is still missing after apt-get install"
    return 0
  fi
  say "missing: $(join ', ' "${missing[@]}")"
  say "  Debian, Ubuntu: sudo apt-get install -y ${packages[*]}"
  say "  macOS:          brew install postgresql@16 redis caddy; brew install --cask chromium"
  say "  elsewhere:      put initdb (pg_config), redis-server, caddy, sqlite3 and chromium on the PATH,"
  say "                  or name the browser in INFITAH_TEST_CHROMIUM"
  fail_early "or run tests/run --quick, which needs nothing installed"
}

# Debian starts a service after installing it. These tests need the programs only,
# so a policy forbids the start while apt-get runs.
install_with_apt() {
  local policy=/usr/sbin/policy-rc.d made=no status=0
  if [ ! -e $policy ]; then
    printf '#!/bin/sh\nexit 101\n' > $policy && chmod 755 $policy && made=yes
  fi
  apt_policy=$([ $made = yes ] && echo $policy)
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -q && apt-get install -y -q --no-install-recommends "$@"; } </dev/null || status=1
  if [ $made = yes ]; then rm -f $policy; apt_policy=""; fi
  return $status
}

provide_node_packages() {
  command -v node >/dev/null && command -v npm >/dev/null \
    || fail_early "Node 20 or newer is missing (https://nodejs.org, or apt-get install nodejs npm); tests/run --quick does without"
  local version
  version=$(node -p 'process.versions.node.split(".")[0]')
  [ "$version" -ge 20 ] || fail_early "Node $version is too old: 20 or newer is needed"

  local folder=$root/tests/browser
  local stamp=$folder/node_modules/.lock-of-the-tests
  if ! cmp -s "$folder/package-lock.json" "$stamp"; then
    say "npm ci in tests/browser"
    (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null) \
      || fail_early "npm ci failed in tests/browser (see above)"
    cp "$folder/package-lock.json" "$stamp"
  fi
}

# ---- Starting ---------------------------------------------------------------

free_port() {
  node -e 'const s = require("net").createServer(); s.listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'
}

# setpriv gives up root for the servers that refuse it, and ends a server whose parent dies.
has_setpriv() { setpriv --pdeathsig TERM true 2>/dev/null; }

# start NAME SIGNAL COMMAND...: in the background, its output in a log.
start() {
  local name=$1 signal=$2; shift 2
  "$@" >"$logs/$name.log" 2>&1 </dev/null &
  servers+=("$! $signal $name")
}

# await NAME COMMAND...: until the command succeeds, the server has died, or 30 s are over.
await() {
  local name=$1 pid; shift
  pid=$(printf '%s\n' "${servers[@]}" | awk -v name="$name" '$3 == name { print $1 }')
  for _ in $(seq 150); do
    "$@" >/dev/null 2>&1 && return 0
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.2
  done
  tail -n 20 "$logs/$name.log" >&2
  fail_early "$name did not start (its log is above)"
}

# PostgreSQL refuses to run as root: `run` becomes the words before its programs, and the folder is
# given to the account that runs them.
run=()
run_as_postgres() {
  run=()
  if [ "$(id -u)" = 0 ]; then
    local account=postgres
    id -u postgres >/dev/null 2>&1 || account=nobody
    chown "$account" "$1"
    has_setpriv || fail_early "setpriv (util-linux) is missing: PostgreSQL cannot be started as another user"
    run=(setpriv --reuid="$account" --regid="$(id -g "$account")" --clear-groups --pdeathsig INT)
  elif has_setpriv; then
    run=(setpriv --pdeathsig INT)
  fi
}

make_cluster() {
  local name=$1 data=$2
  mkdir -p "$data"
  run_as_postgres "$data"
  (cd "$data" && "${run[@]}" "$postgres_bin/initdb" -D "$data/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 \
    --no-sync --no-instructions) >"$logs/initdb-$name.log" 2>&1 </dev/null \
    || { cat "$logs/initdb-$name.log" >&2; fail_early "initdb failed"; }
}

# run_cluster NAME DATA PORT SETTING...: a crash of the machine may cost these databases: speed is
# all they are asked for.
run_cluster() {
  local name=$1 data=$2 port=$3 setting settings=(); shift 3
  for setting in listen_addresses=127.0.0.1 fsync=off full_page_writes=off log_min_messages=warning "$@"; do
    settings+=(-c "$setting")
  done
  start "$name" INT "${run[@]}" "$postgres_bin/postgres" -D "$data/data" -p "$port" -k "$data" "${settings[@]}"
  await "$name" "$postgres_bin/pg_isready" -q -h 127.0.0.1 -p "$port"
}

start_postgres() {
  local data=$scratch/postgres port
  port=$(free_port)
  make_cluster postgres "$data"
  run_cluster postgres "$data" "$port" max_connections=200 synchronous_commit=off
  export INFITAH_TEST_POSTGRES_URL=postgres://postgres@127.0.0.1:$port/postgres
}

# A primary whose commits return when its streaming replica shows them, so that no test waits for
# the replica. Databases live for seconds here: vacuum would only hold up what is replayed.
start_primary_and_replica() {
  local primary=$scratch/primary replica=$scratch/replica port replica_port
  local settings=(max_connections=300 autovacuum=off)
  port=$(free_port)
  make_cluster primary "$primary"
  run_cluster primary "$primary" "$port" "${settings[@]}" wal_level=replica synchronous_commit=remote_apply
  mkdir -p "$replica"
  run_as_postgres "$replica"
  (cd "$replica" && "${run[@]}" "$postgres_bin/pg_basebackup" -D "$replica/data" -R -c fast -X stream --no-sync \
    -d "postgres://postgres@127.0.0.1:$port/postgres") >"$logs/basebackup.log" 2>&1 </dev/null \
    || { cat "$logs/basebackup.log" >&2; fail_early "pg_basebackup failed"; }
  replica_port=$(free_port)
  run_cluster replica "$replica" "$replica_port" "${settings[@]}" hot_standby_feedback=on
  export INFITAH_TEST_POSTGRES_URL=postgres://postgres@127.0.0.1:$port/postgres
  export INFITAH_TEST_REPLICA_URL=postgres://postgres@127.0.0.1:$replica_port/postgres
  keep_replica_in_step '*'
}

# keep_replica_in_step '*': commits wait for the replica; '': they do not, and it may fall behind.
keep_replica_in_step() {
  "$postgres_bin/psql" "$INFITAH_TEST_POSTGRES_URL" -X -q -v ON_ERROR_STOP=1 \
    -c "ALTER SYSTEM SET synchronous_standby_names = '$1'" -c "SELECT pg_reload_conf()" >/dev/null \
    || fail_early "the primary refuses its settings"
  await primary "$postgres_bin/psql" "$INFITAH_TEST_POSTGRES_URL" -X -q -v ON_ERROR_STOP=1 -c \
    "SELECT 1 / count(*) FROM pg_stat_replication WHERE (sync_state = 'async') = ('$1' = '')"
}

start_redis() {
  local port run=()
  port=$(free_port)
  mkdir -p "$scratch/redis"
  has_setpriv && run=(setpriv --pdeathsig TERM)
  start redis TERM "${run[@]}" "$redis_bin" --port "$port" --bind 127.0.0.1 --dir "$scratch/redis" \
    --save '' --appendonly no --daemonize no
  await redis node -e 'const s = require("net").connect(process.argv[1], "127.0.0.1", () => s.write("PING\r\n")); s.on("data", d => process.exit(`${d}`.startsWith("+PONG") ? 0 : 1)); s.on("error", () => process.exit(1))' "$port"
  export INFITAH_TEST_REDIS_URL=redis://127.0.0.1:$port
}

start_mail() {
  local run=()
  mkdir -p "$scratch/mail"
  has_setpriv && run=(setpriv --pdeathsig TERM)
  start mail TERM "${run[@]}" node "$root/tests/browser/smtp-sink.mjs" "$scratch/mail"
  await mail test -s "$scratch/mail/port"
  export INFITAH_TEST_SMTP_URL=smtp://127.0.0.1:$(cat "$scratch/mail/port")
  export INFITAH_TEST_SMTP_DIR=$scratch/mail
}

start_servers() {
  start_postgres
  start_redis
  start_mail
  say "PostgreSQL  $INFITAH_TEST_POSTGRES_URL ($("$postgres_bin/postgres" --version | awk '{ print $3 }'))"
  say "Redis       $INFITAH_TEST_REDIS_URL"
  say "mail        $INFITAH_TEST_SMTP_URL"
}

# What the step with several processes needs beyond the servers above.
start_fleet_servers() {
  start_primary_and_replica
  say "primary     $INFITAH_TEST_POSTGRES_URL"
  say "replica     $INFITAH_TEST_REPLICA_URL"
}

# ---- Ending -----------------------------------------------------------------

# Asks every server to end, newest first, and insists after five seconds.
end_servers() {
  local index pid signal name
  for ((index = ${#servers[@]} - 1; index >= 0; index--)); do
    read -r pid signal name <<<"${servers[index]}"
    kill -s "$signal" "$pid" 2>/dev/null || continue
    for _ in $(seq 50); do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.1
    done
    kill -s KILL "$pid" 2>/dev/null
    wait "$pid" 2>/dev/null
  done
  servers=()
}

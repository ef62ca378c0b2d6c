// A PostgreSQL of our own, and replicas of it. A crash of the machine may cost it (no fsync); a crash
// of its processes may not: commits wait for the write-ahead log.
import { readdirSync } from "node:fs";
import { chown, mkdir } from "node:fs/promises";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { Missing, freePort, postgresAccount, whereIs } from "./processes.mjs";
import { until } from "./waiting.mjs";

const settings = [
  "listen_addresses=127.0.0.1",
  "fsync=off",
  "full_page_writes=off",
  "synchronous_commit=on",
  "max_connections=200",
  "log_min_messages=warning",
  // What a replica that was away for a while asks for, and how soon it asks.
  "wal_keep_size=512MB",
  "wal_retrieve_retry_interval=200ms",
  "hot_standby_feedback=on",
];

export class Postgres {
  /** Settings beside the usual ones. */
  more = [];

  static async create(ground, name = "postgres") {
    const postgres = await Postgres.#prepare(ground, name);
    const words = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"];
    await postgres.#fill("initdb", words);
    await postgres.start();
    return postgres;
  }

  /** A streaming replica of this server, which answers reads. Commits do not wait for it. */
  async follow(name = "replica") {
    const replica = await Postgres.#prepare(this.ground, name);
    await replica.#fill("pg_basebackup", ["-R", "-X", "stream", "-c", "fast", "--no-sync", "-d", this.url()]);
    replica.primary = this;
    await replica.start();
    return replica;
  }

  static async #prepare(ground, name) {
    const postgres = new Postgres();
    Object.assign(postgres, { ground, name, port: await freePort(), tools: tools() });
    postgres.folder = join(ground.folder, name);
    await mkdir(postgres.folder);
    const account = postgresAccount();
    if (account) {
      const number = (flag) => Number(execFileSync("id", [flag, account], { encoding: "utf8" }));
      await chown(postgres.folder, number("-u"), number("-g"));
    }
    return postgres;
  }

  /** Makes the folder of the data by one of the tools. */
  async #fill(tool, words) {
    const place = ["-D", join(this.folder, "data")];
    await this.ground.run(this.tool(tool), [...place, ...words], { account: postgresAccount(), cwd: this.folder });
  }

  tool(name) {
    const path = whereIs(name, this.tools);
    if (!path) throw new Missing(`${name} of PostgreSQL`);
    return path;
  }

  /** The address of a database for an account. */
  url(database = "postgres", user = "postgres") {
    return `postgres://${user}@127.0.0.1:${this.port}/${database}`;
  }

  /** Starts it and waits until it answers. Right after a kill, its old processes may still be leaving. */
  async start() {
    const words = ["-D", join(this.folder, "data"), "-p", String(this.port), "-k", this.folder];
    for (const setting of [...settings, ...this.more]) words.push("-c", setting);
    const ready = () => this.query("SELECT 1").then(() => true, () => false);
    await until(`${this.name} answers`, async () => {
      if (!this.server?.isAlive) {
        const options = { account: postgresAccount(), endsBy: "SIGINT" };
        this.server = this.ground.start(this.name, this.tool("postgres"), words, options);
      }
      return ready();
    }, 30, 50);
  }

  /** Kills the postmaster in the middle of whatever it does; its children follow. */
  async kill() {
    await this.server.kill("SIGKILL");
  }

  /** Starts it anew with modules of the server that come with it in most packages. */
  async load(module, more) {
    const found = await this.query(`SELECT 1 FROM pg_available_extensions WHERE name = '${module}'`);
    if (found.length === 0) throw new Missing(`${module} of PostgreSQL (postgresql-contrib)`);
    await this.stop();
    this.more = more;
    await this.start();
  }

  /** A fast shutdown: transactions in hand are rolled back. */
  async stop() {
    await this.server.kill("SIGINT");
  }

  /** Waits until this replica shows all that is committed at its primary now. */
  async catchUp(seconds = 60) {
    const goal = await this.primary.value("SELECT pg_current_wal_lsn() AS place");
    const shows = () => this.value(`SELECT pg_last_wal_replay_lsn() >= '${goal}'::pg_lsn AS shows`).catch(() => false);
    await until(`${this.name} has caught up`, shows, seconds, 50);
  }

  /** Lets this replica stand still, or go on, while it answers. */
  async replay(goes) {
    await this.execute(`SELECT pg_wal_replay_${goes ? "resume" : "pause"}()`);
  }

  /** How often a table of the database was looked into here since the server started. */
  async looks(database) {
    const sum = "SELECT coalesce(sum(seq_scan + coalesce(idx_scan, 0)), 0)::bigint AS looks FROM pg_stat_user_tables";
    return this.value(sum, database);
  }

  /** Rows of a statement as objects, by the superuser. */
  async query(text, database = "postgres") {
    const wrapped = `SELECT coalesce(json_agg(row), '[]') FROM (${text}) AS row`;
    const words = ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", this.url(database), "-c", wrapped];
    return JSON.parse(await this.ground.run(this.tool("psql"), words));
  }

  /** The only value of the only row of a statement. */
  async value(text, database) {
    return Object.values((await this.query(text, database))[0] ?? {})[0];
  }

  /** Runs statements, each by itself, in one session. */
  async execute(texts, database = "postgres") {
    const words = ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", this.url(database)];
    for (const text of [texts].flat()) words.push("-c", text);
    await this.ground.run(this.tool("psql"), words);
  }
}

/** Folders of the tools, the newest version first. */
function tools() {
  const home = "/usr/lib/postgresql";
  let versions = [];
  try {
    versions = readdirSync(home).sort((one, other) => Number(other) - Number(one));
  } catch {
    // Elsewhere they stand on the PATH.
  }
  const folders = versions.map((version) => join(home, version, "bin"));
  if (!whereIs("initdb", folders)) throw new Missing("PostgreSQL 15 or newer");
  return folders;
}

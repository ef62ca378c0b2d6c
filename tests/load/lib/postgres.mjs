// A PostgreSQL of our own. A crash of the machine may cost it (no fsync); a crash of its processes
// may not: commits wait for the write-ahead log.
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
];

export class Postgres {
  static async create(ground, name = "postgres") {
    const postgres = new Postgres();
    Object.assign(postgres, { ground, name, port: await freePort(), tools: tools() });
    postgres.folder = join(ground.folder, name);
    await mkdir(postgres.folder);
    const account = postgresAccount();
    if (account) {
      const number = (flag) => Number(execFileSync("id", [flag, account], { encoding: "utf8" }));
      await chown(postgres.folder, number("-u"), number("-g"));
    }
    const words = ["-D", join(postgres.folder, "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8"];
    await ground.run(postgres.tool("initdb"), [...words, "--locale=C.UTF-8", "--no-sync", "--no-instructions"], {
      account,
      cwd: postgres.folder,
    });
    await postgres.start();
    return postgres;
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
    for (const setting of settings) words.push("-c", setting);
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

  /** A fast shutdown: transactions in hand are rolled back. */
  async stop() {
    await this.server.kill("SIGINT");
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

  /** Runs statements. */
  async execute(text, database = "postgres") {
    const words = ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", this.url(database), "-c", text];
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

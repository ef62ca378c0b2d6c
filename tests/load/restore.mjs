// The restore drill: an installation is filled, backed up with deploy/backup, wiped, and put back
// with deploy/restore. Afterwards every public page and the ledger of deliveries must be the same,
// by hash; and it must go on working. Once with PostgreSQL, once with the embedded database.
import { mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { chanceFrom } from "./lib/chance.mjs";
import { Clock } from "./lib/clock.mjs";
import { differences, ledgerTables, publicContent, rowsHash } from "./lib/content.mjs";
import { call } from "./lib/http.mjs";
import { Installation } from "./lib/installation.mjs";
import { settle } from "./lib/ledger.mjs";
import { Editor, subscribe } from "./lib/people.mjs";
import { Postgres } from "./lib/postgres.mjs";
import { Ground, Missing, freePort, repository, whereIs } from "./lib/processes.mjs";
import { judge, leaveOut, unmet } from "./lib/report.mjs";
import { Sink } from "./lib/sink.mjs";
import { until } from "./lib/waiting.mjs";
import { Writer } from "./lib/writer.mjs";

const deploy = join(repository, "deploy");

/** Both drills. */
export async function restore() {
  for (const [name, drill] of [["postgresql", postgresql], ["embedded", embedded]]) {
    const ground = await Ground.open(`load-restore-${name}`);
    try {
      await drill(ground, name);
    } catch (error) {
      if (error instanceof Missing) leaveOut(`restore::${name}`, `missing: ${error.message}`);
      else judge(`restore::${name}`, [error.stack ?? String(error)]);
    } finally {
      await ground.close();
    }
  }
}

async function postgresql(ground, name) {
  const chance = chanceFrom(1);
  const clock = await Clock.create(ground);
  const [postgres, sink] = await Promise.all([Postgres.create(ground), Sink.open(chance)]);
  const hub = await Installation.create({ ground, postgres, sink, clock });
  await Promise.all([hub.addGateway(), hub.addWorker()]);
  const addresses = (who, count) => Array.from({ length: count }, (_, index) => `${who}-${index + 1}@example.org`);
  await subscribe(hub, "fes", addresses("fes", 12));
  await subscribe(hub, "agadir", addresses("agadir", 6));
  await subscribe(hub, "", addresses("press", 2));
  for (const slug of ["fes", "agadir"]) await publish(hub, await Editor.invite(hub, slug), chance);
  await settle(hub);

  const hosts = ["localhost", "fes.localhost", "agadir.localhost"].map((host) => `${host}:${hub.publicPort}`);
  const read = () => publicContent(hub.gateways[0].port, hosts);
  const ledger = () => ledgerOf((table) => hub.query(`SELECT * FROM ${table}`));
  const before = { pages: await read(), ledger: await ledger() };
  await postgres.execute("CREATE ROLE infitah_dump LOGIN NOINHERIT; GRANT infitah_backup TO infitah_dump");
  const backup = await backUp(ground, { DUMP_DATABASE_URL: postgres.url("hub", "infitah_dump") }, postgres.tools);

  for (const process of hub.processes) await process.stop();
  await postgres.execute("DROP DATABASE hub");
  await postgres.execute("CREATE DATABASE hub");
  const env = { ...hub.variables, INFITAH_DATABASE_OWNER_URL: postgres.url("hub") };
  await putBack(ground, backup, hub.program, env, postgres.tools);
  await Promise.all(hub.processes.map((process) => process.start()));
  const after = { pages: await read(), ledger: await ledger() };
  compare(name, before, after);

  // It goes on where it stopped: the editor's account, the subscribers and the outbox are there.
  const mails = sink.taken.length;
  const editor = new Editor();
  Object.assign(editor, { slug: "fes", address: "editor@fes.example.org", host: hosts[1] });
  await editor.signIn(hub.gateways[0].port);
  const written = await publish(hub, editor, chance, 1, "after");
  await settle(hub);
  const sent = sink.taken.length - mails;
  judge(`restore::${name}_goes_on`, unmet([
    [sent === written * 14, `${sent} mails for ${written} publications and 14 subscribers`],
    [hub.processes.every((process) => process.isAlive), "a process ended"],
  ]));
  await sink.close();
}

/** Publishes some articles; gives how many. */
async function publish(hub, editor, chance, count = 8, name = editor.slug) {
  const writer = new Writer(hub, editor, name, chance).begin();
  await until("articles are published", () => writer.acknowledged.length >= count, 60);
  await writer.finish();
  if (writer.troubles.length > 0) throw new Error(writer.troubles[0]);
  return writer.acknowledged.length;
}

/** The demonstration network, which has more to lose: programmes, reports, assessments. */
async function embedded(ground, name) {
  const sqlite = whereIs("sqlite3");
  if (!sqlite) throw new Missing("sqlite3");
  const program = await ground.program();
  const data = join(ground.folder, "data");
  const file = join(data, "infitah.db");
  const port = await freePort();
  const start = async () => {
    const demo = ground.start("demo", program, ["demo", "--listen", `127.0.0.1:${port}`, "--data-dir", data]);
    const ready = () => call(port, "/readyz").then((answer) => answer.status === 200, () => false);
    await until("the demonstration is ready", ready, 120, 100);
    return demo;
  };
  const demo = await start();
  const hosts = ["", "fes.", "tanger.", "agadir.", "oriental."].map((slug) => `${slug}localhost:${port}`);
  const known = [];
  for (const host of hosts) if ((await call(port, "/fr/", { host })).status === 200) known.push(host);
  const rows = async (table) => JSON.parse((await ground.run(sqlite, ["-json", "-readonly", file, `SELECT * FROM ${table}`])) || "[]");
  const read = () => publicContent(port, known);
  const before = { pages: await read(), ledger: await ledgerOf(rows) };
  const env = { INFITAH_DATABASE_URL: `sqlite://${file}`, INFITAH_SECRET_KEY: "not used by the backup but wanted by doctor" };
  const backup = await backUp(ground, env, [dirname(sqlite)]);

  await demo.end();
  for (const end of ["", "-wal", "-shm"]) await rm(file + end, { force: true });
  await putBack(ground, backup, program, env, [dirname(sqlite)]);
  await start();
  const after = { pages: await read(), ledger: await ledgerOf(rows) };
  compare(name, before, after);
}

/** The rows of the ledger as numbers and one hash. */
async function ledgerOf(rowsOf) {
  const all = [];
  for (const table of ledgerTables) for (const row of await rowsOf(table)) all.push({ table, ...row });
  return { hash: rowsHash(all), count: all.length };
}

async function backUp(ground, env, tools) {
  const folder = join(ground.folder, "backups");
  await mkdir(folder);
  const said = await ground.run(join(deploy, "backup"), ["--to", folder], { env: withTools(env, tools) });
  console.log(`     ${said.trim().replace(folder, "")}`);
  const made = (await readdir(folder)).find((file) => /\.(dump|db)$/.test(file));
  return join(folder, made);
}

async function putBack(ground, backup, program, env, tools) {
  const said = await ground.run(join(deploy, "restore"), [backup, "--infitah", program], { env: withTools(env, tools) });
  console.log(`     ${said.trim().split("\n").find((line) => line.includes("restored"))}`);
}

const withTools = (env, tools) => ({ ...env, PATH: [...tools, process.env.PATH].join(":") });

function compare(name, before, after) {
  for (const what of ["pages", "ledger"]) {
    console.log(`     ${what} before: ${before[what].count} sha256 ${before[what].hash}`);
    console.log(`     ${what} after:  ${after[what].count} sha256 ${after[what].hash}`);
  }
  const changed = differences(before.pages, after.pages);
  judge(`restore::${name}_shows_the_same`, unmet([
    [before.pages.unread.length === 0, before.pages.unread.slice(0, 5).join("; ")],
    [after.pages.unread.length === 0, after.pages.unread.slice(0, 5).join("; ")],
    [before.pages.hash === after.pages.hash, `${changed.length} differ: ${changed.slice(0, 5).join(", ")}`],
  ]));
  judge(`restore::${name}_owes_the_same`, unmet([
    [before.ledger.count > 0, "the ledger was empty"],
    [before.ledger.hash === after.ledger.hash, `${before.ledger.count} rows before, ${after.ledger.count} after`],
  ]));
}

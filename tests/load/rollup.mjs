// The roll-up of the whole network: 1,590 members with 20 commitments, 4 milestones in each and 6
// reports of each milestone. The running program is asked for the network's numbers; they must be
// those that rules.mjs counts, in one statement over all members, and they are timed. On PostgreSQL
// the plans are told too.
import { isDeepStrictEqual } from "node:util";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Clock } from "./lib/clock.mjs";
import { Embedded } from "./lib/embedded.mjs";
import { call, postQuery } from "./lib/http.mjs";
import { Installation } from "./lib/installation.mjs";
import { Postgres } from "./lib/postgres.mjs";
import { Ground, Missing, freePort, whereIs } from "./lib/processes.mjs";
import { judge, leaveOut, table, unmet } from "./lib/report.mjs";
import { Sink } from "./lib/sink.mjs";
import { until } from "./lib/waiting.mjs";
import { chanceFrom } from "./lib/chance.mjs";
import { postgresql, sqlite } from "./rollup/dialects.mjs";
import { disagreements, statements } from "./rollup/fill.mjs";
import { counted, forget, plansOf, settings } from "./rollup/plans.mjs";
import { expected } from "./rollup/rules.mjs";

const question = `{ network {
  members { total byKind { kind count } byCohort { cohort count }
    byRegion { region { code } members commitments late progress { done reported total dropped percent } } }
  programmesByPhase { step count } commitmentsByStatus { status count }
  progress { done reported total dropped percent } lateCount staleCount noDataCount hasSample } }`;

/** More than this is too slow for people who wait, on the slowest machine that is thought of. */
const mostMillis = 1000;

/** Both engines, large and timed, or small and only counted; and whether what is filled in here is
    what the program itself would have written. */
export async function rollup({ short, members = short ? 20 : 1590 }) {
  for (const [name, run] of [["demonstration", onDemonstration], ["postgresql", onPostgres], ["embedded", onSqlite]]) {
    const ground = await Ground.open(`load-rollup-${name}`);
    try {
      await run(ground, name, { members, short });
    } catch (error) {
      if (error instanceof Missing) leaveOut(`rollup::${name}`, `missing: ${error.message}`);
      else judge(`rollup::${name}`, [error.stack ?? String(error)]);
    } finally {
      await ground.close();
    }
  }
}

async function onPostgres(ground, name, { members, short }) {
  const postgres = await Postgres.create(ground);
  await postgres.load("pg_stat_statements", settings);
  const sink = await Sink.open(chanceFrom(1));
  const hub = await Installation.create({ ground, postgres, sink, members: [] });
  await postgres.execute("CREATE EXTENSION pg_stat_statements", hub.database);
  const began = Date.now();
  const { begin, end } = postgresql;
  const script = [begin, ...statements(postgresql, members, today()), ...end.split("; ")];
  await postgres.execute(script.map((statement) => `${statement};`), hub.database);
  const size = await postgres.value("SELECT pg_size_pretty(pg_database_size('hub')) AS size");
  await tell(members, began, size, (text) => hub.query(text).then(([row]) => row.count));
  const gateway = await hub.addGateway();
  const host = `localhost:${hub.publicPort}`;
  await check(name, gateway.port, host, members);

  const runs = short ? 3 : 20;
  await forget(hub);
  const times = await timed(gateway.port, host, runs);
  const asked = (await counted(hub)).filter(({ calls }) => calls >= runs);
  const sums = asked.filter(({ query }) => /\bmember_summaries\b|\bmilestones\b/.test(query) && /SUM\(/i.test(query));
  judge(`rollup::${name}_rolls_up_in_one_statement`, unmet([
    [sums.length === 1 && sums[0].calls === runs, `${sums.map(({ calls, query }) => `${calls} x ${query}`).join("\n")}`],
    // Regions, sums, what is late, who is silent; what the door asks is remembered.
    [asked.length <= 4, `${asked.length} statements for one question`],
  ]));
  if (!short) {
    judge(`rollup::${name}_is_quick`, unmet([[times.p95 < mostMillis, `${times.p95} ms`]]));
    show(times, asked, runs);
    await explain(hub, gateway.port, host, runs);
  }
  await sink.close();
}

/** The summaries that the program wrote for its demonstration, counted again by the SQL of fill.mjs. */
async function onDemonstration(ground, name) {
  const sqlite3 = whereIs("sqlite3");
  if (!sqlite3) throw new Missing("sqlite3");
  const [data, port] = [join(ground.folder, "data"), await freePort()];
  ground.start("demo", await ground.program(), ["demo", "--listen", `127.0.0.1:${port}`, "--data-dir", data]);
  const ready = () => call(port, "/readyz").then((answer) => answer.status === 200, () => false);
  await until("the demonstration is ready", ready, 120, 100);
  const said = (await ground.run(sqlite3, ["-readonly", join(data, "infitah.db"), disagreements()])).trim();
  judge(`rollup::${name}_is_counted_alike`, unmet([[/^0 of [1-9]/.test(said), `${said} summaries differ`]]));
}

async function onSqlite(ground, name, { members, short }) {
  const program = whereIs("sqlite3");
  if (!program) throw new Missing("sqlite3");
  const folder = join(ground.folder, "data");
  await mkdir(folder);
  const hub = await Embedded.create({ ground, folder, clock: await Clock.create(ground), members: [] });
  const began = Date.now();
  const script = [sqlite.begin, ...statements(sqlite, members, today()), sqlite.end].join(";\n");
  await ground.run(program, ["-bail", hub.file, script]);
  const bytes = Number(await hub.ask("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"));
  await tell(members, began, `${Math.round(bytes / 2 ** 20)} MB`, (text) => hub.ask(text).then(Number));
  await hub.start();
  const host = `localhost:${hub.publicPort}`;
  await check(name, hub.publicPort, host, members);
  if (short) return;
  const times = await timed(hub.publicPort, host, 20);
  judge(`rollup::${name}_is_quick`, unmet([[times.p95 < mostMillis, `${times.p95} ms`]]));
  show(times);
}

/** The day by which everything is dated. Nothing lies within a month of a limit, so midnight is none. */
const today = () => new Date().toISOString().slice(0, 10);

async function tell(members, began, size, count) {
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const rows = [];
  for (const name of ["commitments", "milestones", "progress_reports"]) {
    rows.push(`${await count(`SELECT count(*) AS count FROM ${name}`)} ${name}`);
  }
  console.log(`     ${members} members and one suspended: ${rows.join(", ")}; ${size}, filled in ${seconds} s`);
}

/** Asks for the network's numbers, each time as somebody behind another address. */
let turn = 0;
async function ask(port, host) {
  turn += 1;
  const headers = { "x-forwarded-for": `198.19.${(turn >> 8) % 256}.${turn % 256}` };
  const began = performance.now();
  const answer = await postQuery(port, question, {}, { host, headers, timeout: 60_000 });
  const millis = performance.now() - began;
  if (!answer.data?.network) throw new Error(`${answer.status} ${JSON.stringify(answer.errors)} ${answer.text.slice(0, 300)}`);
  return { millis, numbers: answer.data.network };
}

async function check(name, port, host, members) {
  const { numbers } = await ask(port, host);
  const wanted = expected(members);
  const wrong = Object.keys(wanted).filter((key) => !isDeepStrictEqual(numbers[key], wanted[key]));
  const words = (key) => `${key}: ${JSON.stringify(numbers[key])}, and not ${JSON.stringify(wanted[key])}`;
  judge(`rollup::${name}_counts_exactly`, wrong.map(words));
}

async function timed(port, host, runs) {
  const millis = [];
  for (let number = 0; number < runs; number += 1) millis.push((await ask(port, host)).millis);
  return spread(millis);
}

/** The middle and the slow end of some times. */
function spread(millis) {
  const sorted = [...millis].sort((one, other) => one - other);
  const at = (share) => Number(sorted[Math.ceil(share * sorted.length) - 1].toFixed(1));
  return { runs: sorted.length, p50: at(0.5), p95: at(0.95), slowest: at(1) };
}

function show(times, asked = [], runs = 1) {
  console.log(`     network { ... }: ${times.runs} runs, p50 ${times.p50} ms, p95 ${times.p95} ms, slowest ${times.slowest} ms`);
  if (asked.length === 0) return;
  console.log(`     ${asked.length} statements for one question:`);
  table(asked.map(({ calls, mean, rows, query }) => ({ calls, "mean ms": mean, rows: rows / runs, statement: shortened(query) })));
}

/** Times and plan of each statement, as the database tells them of the running program. */
async function explain(hub, port, host, runs) {
  const plans = await plansOf(hub, () => timed(port, host, runs));
  for (const [query, some] of grouped(plans)) {
    if (some.length < runs) continue;
    const { p50, p95 } = spread(some.map(({ millis }) => millis));
    console.log(`\n${shortened(query)}\n${some.length} runs with EXPLAIN (ANALYZE, BUFFERS): p50 ${p50} ms, p95 ${p95} ms\n${some.at(-1).plan}`);
  }
}

function grouped(plans) {
  const found = new Map();
  for (const plan of plans) found.set(plan.query, [...(found.get(plan.query) ?? []), plan]);
  return found;
}

const shortened = (query) => {
  const text = query.replaceAll(/\s+/g, " ").trim();
  return text.length > 110 ? `${text.slice(0, 107)}...` : text;
};

// Rounds of faults: an editor publishes without pause, readers read, mails go out, and in the
// middle of it something is killed, emptied, restarted or made to misbehave. When everything has
// been delivered, both accounts are compared: acknowledged publications with the outbox, and
// subscribers times publications with what the mail server was given. Readers are served by a replica.
import { writeFile } from "node:fs/promises";
import { kinds } from "./faults/kinds.mjs";
import { chanceFrom } from "./lib/chance.mjs";
import { Clock } from "./lib/clock.mjs";
import { Installation } from "./lib/installation.mjs";
import { count, expectations, settle } from "./lib/ledger.mjs";
import { Editor, subscribe } from "./lib/people.mjs";
import { Postgres } from "./lib/postgres.mjs";
import { Ground } from "./lib/processes.mjs";
import { Reader } from "./lib/reader.mjs";
import { Redis } from "./lib/redis.mjs";
import { Looks, differing, showsAll } from "./lib/replica.mjs";
import { judge, table, unmet } from "./lib/report.mjs";
import { Sink } from "./lib/sink.mjs";
import { pause, until } from "./lib/waiting.mjs";
import { Writer } from "./lib/writer.mjs";

/** Runs the rounds that the options ask for. */
export async function faults({ rounds, short, subscribers, seed, out, only }) {
  const ground = await Ground.open("load-faults");
  const chance = chanceFrom(seed);
  const plan = planned(chance, { rounds, short, only });
  console.log(`faults: ${plan.length} rounds, ${subscribers} subscribers, seed ${seed}`);
  const began = Date.now();
  const lines = [];
  let totals = {};
  try {
    const stage = await open(ground, chance, subscribers);
    console.log(`ready after ${seconds(began)} s: 2 gateways, 2 workers, PostgreSQL and a replica, Redis, mail server`);
    for (const [index, kind] of plan.entries()) lines.push(await play(stage, index + 1, kind));
    totals = await conclude(stage, lines);
    await stage.sink.close();
  } catch (error) {
    judge("faults::the_run_itself", [error.stack ?? String(error)]);
  } finally {
    await ground.close();
  }
  show(lines, totals);
  if (out) await writeFile(out, `${JSON.stringify({ seed, subscribers, rounds: lines, totals }, null, 2)}\n`);
}

/** Which fault is met in which round: each kind in turn, in a new order every time. */
function planned(chance, { rounds, short, only }) {
  const names = Object.keys(kinds).filter((name) => (only ? name.includes(only) : !short || !kinds[name].isSlow));
  const plan = [];
  while (plan.length < (rounds ?? names.length)) plan.push(...chance.shuffled(names));
  return plan.slice(0, rounds ?? names.length);
}

async function open(ground, chance, subscribers) {
  const clock = await Clock.create(ground);
  const [postgres, redis, sink] = await Promise.all([Postgres.create(ground), Redis.create(ground), Sink.open(chance)]);
  const replica = await postgres.follow();
  const installation = await Installation.create({ ground, postgres, replica, redis, sink, clock });
  await Promise.all([1, 2].flatMap(() => [installation.addGateway(), installation.addWorker()]));
  const address = (name) => (_, index) => `${name}-${index + 1}@example.org`;
  const people = {
    member: Array.from({ length: subscribers }, address("reader")),
    network: Array.from({ length: Math.ceil(subscribers / 10) }, address("press")),
  };
  await Promise.all([subscribe(installation, "fes", people.member), subscribe(installation, "", people.network)]);
  const editor = await Editor.invite(installation, "fes");
  await settle(installation);
  return { installation, sink, chance, people, editor, looks: new Looks(installation), acknowledged: [] };
}

/** One round: life, a fault in the middle of it, life again, and the count. */
async function play(stage, number, name) {
  const { installation, sink, chance, people, editor, looks } = stage;
  const kind = kinds[name];
  const began = Date.now();
  await looks.begin();
  const from = sink.taken.length;
  const before = { ...sink.counts };
  const writer = new Writer(installation, editor, `r${number}`, chance).begin();
  const reader = new Reader(installation, "fes").begin();
  let faults = [];
  let counts = {};
  try {
    // The moment is one in the middle of deliveries: after so many mails, a little later, and while
    // a mail is being handed in.
    const moment = chance.between(1, people.member.length * 3);
    await until("mails go out", () => sink.taken.length - from >= moment, 60, 5);
    await pause(chance.between(0, 150));
    await until("a mail is handed in", () => sink.isBusy, 60, 1);
    await looks.read();
    const struck = await kind.strike({ installation, chance, writer });
    const goal = writer.acknowledged.length + chance.between(2, 4);
    await until("life goes on", () => writer.acknowledged.length >= goal, 60);
    await Promise.all([writer.finish(), reader.finish()]);
    await settle(installation);
    await showsAll(installation);
    counts = await count(installation, people, `r${number}-`, writer.acknowledged, from);
    const did = Object.fromEntries(Object.entries(sink.counts).map(([what, times]) => [what, times - before[what]]));
    const bound = kind.mayRepeat(installation, did);
    const strangers = [...writer.troubles, ...reader.failures].filter(
      (trouble) => !kind.mayRefuse(trouble.split(/[:/]/)[0], struck),
    );
    const gone = installation.processes.filter((process) => !process.isAlive);
    faults = unmet([
      ...expectations(counts),
      [counts.repeats <= bound, `${counts.repeats} mails repeated, ${bound} are allowed`],
      [strangers.length === 0, `${strangers.length} requests failed that should not: ${strangers.slice(0, 3).join("; ")}`],
      [reader.errors === 0, `${reader.errors} readers were told of an error: ${reader.failures.slice(0, 3).join("; ")}`],
      [gone.length === 0, `${gone.map((process) => process.name).join(", ")} ended without being asked to`],
    ]);
  } catch (error) {
    faults = [error.stack ?? String(error), ...writer.troubles.slice(0, 5)];
    sink.behave();
  }
  await Promise.all([writer.finish(), reader.finish()]).catch(() => {});
  await looks.read();
  stage.acknowledged.push(...writer.acknowledged);
  judge(`faults::round_${number}_${name.toLowerCase().replaceAll(" ", "_")}`, faults);
  const line = {
    round: number,
    fault: name,
    published: counts.acknowledged ?? writer.acknowledged.length,
    outbox: counts.outbox ?? 0,
    expected: counts.expected ?? 0,
    deliveries: counts.deliveries ?? 0,
    sent: counts.sent ?? 0,
    refused: counts.dead ?? 0,
    lost: counts.lost ?? 0,
    repeats: counts.repeats ?? 0,
    "lost answers": writer.asked,
    troubles: writer.troubles.length,
    reads: reader.read,
    "not read": reader.failures.length,
    "5xx": reader.errors,
    replica: looks.sum,
    seconds: Number(seconds(began)),
  };
  console.log(
    `     ${line.published} published, ${line.outbox} in the outbox; ${line.expected} expected, ${line.sent} sent, ` +
      `${line.refused} refused; lost ${line.lost}, repeats ${line.repeats}; ${line.seconds} s`,
  );
  return line;
}

/** The same accounts over all rounds together, and what else must be whole in the end. */
async function conclude(stage, lines) {
  const { installation, people, sink, acknowledged } = stage;
  const totals = await count(installation, people, "", acknowledged);
  const repeats = lines.reduce((all, line) => all + line.repeats, 0);
  judge("faults::all_rounds_together", unmet([
    ...expectations(totals),
    [totals.repeats === repeats, `${totals.repeats} repeats in all, ${repeats} in the rounds`],
    [totals.dead === sink.refused.size, `${totals.dead} deliveries given up, ${sink.refused.size} refused for good`],
  ]));
  const different = await differing(installation);
  judge("faults::replica_holds_the_same", unmet([[different.length === 0, different.join("; ")]]));
  const looks = lines.reduce((all, line) => all + line.replica, 0);
  judge("faults::readers_were_served_by_the_replica", unmet([[looks > 0, "nobody ever read there"]]));
  const audit = await installation.command("audit verify").catch((error) => error.message);
  judge("faults::audit_trail_is_whole", unmet([[!/broken|ended with/i.test(audit), audit.trim()]]));
  return totals;
}

function show(lines, totals) {
  if (lines.length === 0) return;
  console.log("");
  table(lines);
  const summed = ["published", "deliveries", "lost", "repeats", "reads", "not read", "5xx", "replica"];
  const byKind = new Map();
  for (const line of lines) {
    const sum = byKind.get(line.fault) ?? { fault: line.fault, rounds: 0 };
    sum.rounds += 1;
    for (const field of summed) sum[field] = (sum[field] ?? 0) + line[field];
    byKind.set(line.fault, sum);
  }
  console.log("");
  table([...byKind.values()]);
  console.log(
    `\nin all: ${totals.acknowledged} publications acknowledged, ${totals.outbox} in the outbox; ` +
      `${totals.expected} deliveries expected, ${totals.deliveries} made, ${totals.sent} sent, ` +
      `${totals.dead} refused for good; lost ${totals.lost}; repeated ${totals.repeats}, ` +
      `${totals.otherId} of them under another Message-ID`,
  );
}

const seconds = (since) => ((Date.now() - since) / 1000).toFixed(1);

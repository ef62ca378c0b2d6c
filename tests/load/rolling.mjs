// A rolling restart: two gateways behind Caddy, with the settings of deploy/Caddyfile, are stopped
// and started one after the other while visitors read, programs query and an editor publishes. No
// request may fail.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chanceFrom } from "./lib/chance.mjs";
import { Clock } from "./lib/clock.mjs";
import { call, keptOpen, postQuery } from "./lib/http.mjs";
import { Installation } from "./lib/installation.mjs";
import { Editor } from "./lib/people.mjs";
import { Postgres } from "./lib/postgres.mjs";
import { Ground, Missing, repository, whereIs } from "./lib/processes.mjs";
import { Redis } from "./lib/redis.mjs";
import { judge, table, unmet } from "./lib/report.mjs";
import { Sink } from "./lib/sink.mjs";
import { pause, until } from "./lib/waiting.mjs";
import { Writer } from "./lib/writer.mjs";

/** How long a gateway says that it stops before it closes: the health interval of the proxy, twice,
    and one more for a proxy that is late. */
const drain = 3;
/** Client addresses of the loopback: each has a quota of its own, as visitors have. */
const clients = 16;

const paths = ["/fr/", "/ar/", "/fr/news", "/ar/news", "/fr/feed.atom", "/fr/feed.json", "/sitemap.xml", "/fr/about"];
const queries = [
  "{ collectivity(slug: \"fes\") { slug kind } }",
  "{ articles(first: 5) { totalCount nodes { slug(locale: FR) title(locale: FR) publishedAt } } }",
];

/** Restarts both gateways so many times under load. */
export async function rolling({ short, out }) {
  const ground = await Ground.open("load-rolling");
  const times = short ? 1 : 5;
  try {
    const stage = await open(ground);
    const load = new Load(stage.installation, short ? 100 : 200).begin();
    const writer = new Writer(stage.proxied, stage.editor, "rolling", stage.chance).begin();
    await until("the load is on", () => load.answered > 200 && writer.acknowledged.length > 2, 60);
    const restarts = [];
    for (let time = 1; time <= times; time += 1) {
      for (const gateway of stage.installation.gateways) restarts.push(await restart(gateway, time));
    }
    await Promise.all([load.finish(), writer.finish()]);
    await conclude({ stage, load, writer, restarts, out });
    await stage.sink.close();
  } catch (error) {
    judge("rolling::the_run_itself", [error.stack ?? String(error)]);
  } finally {
    await ground.close();
  }
}

async function open(ground) {
  const chance = chanceFrom(1);
  const program = whereIs("caddy");
  if (!program) throw new Missing("Caddy");
  const clock = await Clock.create(ground);
  const [postgres, redis, sink] = await Promise.all([Postgres.create(ground), Redis.create(ground), Sink.open(chance)]);
  const installation = await Installation.create({ ground, postgres, redis, sink, clock });
  const variables = { INFITAH_DRAIN_SECONDS: String(drain) };
  await Promise.all([installation.addGateway(variables), installation.addGateway(variables), installation.addWorker()]);
  const editor = await Editor.invite(installation, "fes");
  const proxy = { name: "caddy", port: installation.publicPort };
  await startProxy(ground, program, installation);
  // The writer goes through the proxy like everybody.
  return { installation, sink, chance, editor, proxied: { gateways: [proxy] } };
}

/** The snippets of deploy/Caddyfile, which hold its settings, before our gateways and without TLS. */
async function startProxy(ground, program, installation) {
  const deployed = await readFile(join(repository, "deploy/Caddyfile"), "utf8");
  const snippets = [...deployed.matchAll(/^\(\w+\) \{$[\s\S]*?^\}$/gm)].map((match) => match[0]).join("\n\n");
  const upstreams = installation.gateways.map((gateway) => `127.0.0.1:${gateway.port}`).join(" ");
  const ours = snippets.replace("gateway-1:8080 gateway-2:8080", upstreams);
  if (ours === snippets) throw new Error("deploy/Caddyfile names its gateways in another way");
  const home = join(ground.folder, "caddy");
  await mkdir(home);
  const file = join(home, "Caddyfile");
  const whole = `{\n\tadmin off\n\tauto_https off\n}\n\n${ours}\n\nhttp://:${installation.publicPort} {\n\timport hub\n}\n`;
  await writeFile(file, whole);
  const env = { XDG_DATA_HOME: home, XDG_CONFIG_HOME: home, HOME: home };
  ground.start("caddy", program, ["run", "--adapter", "caddyfile", "--config", file], { env });
  const host = `fes.localhost:${installation.publicPort}`;
  await until("Caddy serves", () =>
    call(installation.publicPort, "/fr/", { host }).then((answer) => answer.status === 200, () => false));
}

/** Stops a gateway, starts it again, and waits until the proxy has had time to see it. */
async function restart(gateway, time) {
  const began = Date.now();
  await gateway.stop();
  const stopped = Date.now();
  await gateway.start();
  // What a deployment waits for as well: two looks of the proxy at /readyz.
  await pause(2500);
  return { time, gateway: gateway.name, "stopped in ms": stopped - began, "ready after ms": Date.now() - began };
}

/** Requests at a steady rate, whether the ones before have been answered or not. */
class Load {
  failures = [];
  times = [];
  kinds = { pages: 0, queries: 0 };
  #agents = Array.from({ length: clients }, () => keptOpen(8));
  #open = new Set();
  #stopped = false;

  constructor(installation, rate) {
    Object.assign(this, { port: installation.publicPort, rate });
  }

  get answered() {
    return this.times.length;
  }

  begin() {
    this.began = Date.now();
    this.done = (async () => {
      for (let number = 0; !this.#stopped; ) {
        const wanted = ((Date.now() - this.began) / 1000) * this.rate;
        for (; number < wanted; number += 1) {
          const one = this.#ask(number).finally(() => this.#open.delete(one));
          this.#open.add(one);
        }
        await pause(5);
      }
      await Promise.all(this.#open);
    })();
    return this;
  }

  async finish() {
    this.#stopped = true;
    this.ended = Date.now();
    await this.done;
  }

  async #ask(number) {
    const client = number % clients;
    const options = {
      host: `fes.localhost:${this.port}`,
      agent: this.#agents[client],
      socket: { localAddress: `127.0.0.${client + 2}` },
      timeout: 20_000,
    };
    const isQuery = number % 4 === 3;
    const began = performance.now();
    const what = isQuery ? "POST /graphql" : `GET ${paths[number % paths.length]}`;
    try {
      const answer = isQuery
        ? await postQuery(this.port, queries[(number >> 2) % queries.length], {}, options)
        : await call(this.port, paths[number % paths.length], options);
      if (answer.status !== 200 || answer.errors?.length > 0) {
        this.failures.push(`${what}: ${answer.status} ${answer.errors?.[0]?.message ?? ""}`);
      }
    } catch (error) {
      this.failures.push(`${what}: ${error.message}`);
    }
    this.kinds[isQuery ? "queries" : "pages"] += 1;
    this.times.push(performance.now() - began);
  }
}

async function conclude({ stage, load, writer, restarts, out }) {
  const times = [...load.times].sort((one, other) => one - other);
  const at = (share) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))]);
  const seconds = (load.ended - load.began) / 1000;
  const result = {
    requests: times.length,
    pages: load.kinds.pages,
    queries: load.kinds.queries,
    "per second": Math.round(times.length / seconds),
    failed: load.failures.length,
    "median ms": at(0.5),
    "99 % ms": at(0.99),
    "slowest ms": at(1),
    published: writer.acknowledged.length,
    "not published": writer.troubles.length,
  };
  table(restarts);
  console.log("");
  table([result]);
  judge("rolling::no_request_fails", unmet([
    [load.failures.length === 0, `${load.failures.length} failed: ${[...new Set(load.failures)].slice(0, 5).join("; ")}`],
    [times.length > load.rate * seconds * 0.8, `only ${times.length} requests in ${Math.round(seconds)} s`],
  ]));
  judge("rolling::no_publication_fails", unmet([
    [writer.troubles.length === 0, `${writer.troubles.length} troubles: ${writer.troubles.slice(0, 3).join("; ")}`],
    [writer.acknowledged.length > 0, "nothing was published"],
  ]));
  const long = restarts.filter((one) => one["stopped in ms"] > (drain + 12) * 1000);
  judge("rolling::gateways_leave_within_their_bound", unmet([[long.length === 0, `${long.length} took too long`]]));
  if (out) await writeFile(out, `${JSON.stringify({ drain, restarts, result, failures: load.failures }, null, 2)}\n`);
}

// The disk of the data folder fills up: what is written is refused and said so, what is read goes
// on, nothing breaks, and with space again everything works without a restart.
import { execFileSync } from "node:child_process";
import { mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { Clock } from "./lib/clock.mjs";
import { Embedded } from "./lib/embedded.mjs";
import { call, postQuery } from "./lib/http.mjs";
import { Editor, subscribe } from "./lib/people.mjs";
import { Ground } from "./lib/processes.mjs";
import { judge, leaveOut, unmet } from "./lib/report.mjs";
import { until } from "./lib/waiting.mjs";

const mebibytes = 24;
const readers = ["reader-1@example.org", "reader-2@example.org", "reader-3@example.org"];
const create = `mutation ($input: ArticleInput!) { createArticle(input: $input) { id version } }`;
const publish = `mutation ($id: ID!, $version: Int!) { publishArticle(id: $id, version: $version) { status } }`;

/** Runs it on a file system of its own, in memory; without the right to mount one it is left out. */
export async function disk() {
  const ground = await Ground.open("load-disk");
  const folder = join(ground.folder, "data");
  await mkdir(folder);
  try {
    const words = ["-t", "tmpfs", "-o", `size=${mebibytes}m`, "tmpfs", folder];
    execFileSync("mount", words, { stdio: ["ignore", "ignore", "pipe"] });
  } catch (error) {
    leaveOut("disk::full", `mount: ${String(error.stderr ?? error.message).trim()}`);
    await ground.close();
    return;
  }
  try {
    await fill(ground, folder);
  } catch (error) {
    judge("disk::the_run_itself", [error.stack ?? String(error)]);
  } finally {
    await ground.close(() => execFileSync("umount", [folder]));
  }
}

async function fill(ground, folder) {
  const clock = await Clock.create(ground);
  const hub = await Embedded.create({ ground, folder, clock });
  await hub.start();
  const editor = await Editor.invite(hub, "fes");
  await subscribe(hub, "fes", readers);
  const acknowledged = [];
  for (const name of ["before-1", "before-2", "before-3"]) {
    const refusal = await attempt(hub, editor, name);
    if (refusal) throw new Error(`with space: ${refusal.words}`);
    acknowledged.push(name);
  }

  const filler = join(folder, "filler");
  const bytes = await stuff(filler);
  // The journal may still have room of its own: publishing goes on until it has not.
  let refusal;
  for (let number = 1; !refusal && number <= 1000; number += 1) {
    refusal = await attempt(hub, editor, `full-${number}`);
    if (!refusal) acknowledged.push(`full-${number}`);
    await stuff(filler);
  }
  const log = await readFile(hub.running.log, "utf8");
  console.log(`disk: ${mebibytes} MiB, ${bytes} bytes of filler; refused after ${acknowledged.length}: ${refusal?.words}`);
  judge("disk::publishing_is_refused_with_a_reason", unmet([
    [refusal !== undefined, "a full disk refused nothing"],
    [refusal?.code === "UNAVAILABLE", `the code is ${refusal?.code}`],
    [/disk is full|No space left/i.test(log), "the log does not say that the disk is full"],
    [hub.running.isAlive, "the program ended"],
  ]));

  const unread = [];
  for (const path of ["/fr/", "/ar/news", "/fr/news", "/fr/news/publication-before-1", "/fr/feed.atom", "/healthz"]) {
    const { status } = await call(hub.publicPort, path, { host: editor.host }).catch((error) => ({ status: error.message }));
    if (status !== 200) unread.push(`${path} was answered with ${status}`);
  }
  judge("disk::reading_goes_on", unread);
  const whole = await hub.ask("PRAGMA integrity_check");
  judge("disk::database_is_whole_while_full", unmet([[whole === "ok", whole]]));

  await rm(filler);
  const { pid } = hub.running;
  const name = "after-1";
  await until("publishing works again", async () => !(await attempt(hub, editor, name)), 30, 200);
  acknowledged.push(name);
  judge("disk::publishing_works_again_without_restart", unmet([[hub.running.isAlive && hub.running.pid === pid, "it ended"]]));

  await judgeDeliveries(hub, acknowledged);
  const wholeAgain = await hub.ask("PRAGMA integrity_check");
  judge("disk::database_is_whole_afterwards", unmet([[wholeAgain === "ok", wholeAgain]]));
}

/** Every acknowledged publication is in the outbox, and every reader has its mail, whole. */
async function judgeDeliveries(hub, acknowledged) {
  const expected = acknowledged.length * readers.length;
  let heard = { count: -1, at: 0 };
  const waiting = `SELECT (SELECT count(*) FROM outbox_events WHERE dispatched_at IS NULL)
    + (SELECT count(*) FROM deliveries WHERE status = 'due')`;
  await until("everything is delivered", async () => {
    const left = Number(await hub.ask(waiting));
    if (left !== heard.count) heard = { count: left, at: Date.now() };
    // Nothing moves: the rest waits for its next try.
    else if (Date.now() - heard.at > 3000) {
      await hub.clock.move(120);
      heard.at = Date.now();
    }
    return left === 0;
  }, 120, 250);
  const titles = (await hub.ask(`SELECT a.titles ->> 'fr' FROM outbox_events e JOIN articles a ON a.id = e.subject_id
    WHERE e.kind = 'article_published' AND e.tenant_id = e.origin_tenant_id`)).split("\n");
  const lost = acknowledged.filter((name) => !titles.includes(`Publication ${name}`));
  const mails = (await hub.mails()).filter((mail) => /^Subject:.*Publication/m.test(mail));
  const kinds = new Map();
  for (const mail of mails) {
    const key = `${mail.match(/^To: *(.*?)\r?$/m)[1]} ${mail.match(/Publication (\S+)/)[1]}`;
    kinds.set(key, [...(kinds.get(key) ?? []), mail.match(/^Message-ID: *(\S+)/im)[1]]);
  }
  const cut = mails.filter((mail) => !mail.trimEnd().endsWith("--"));
  const otherId = [...kinds.values()].filter((ids) => new Set(ids).size > 1);
  console.log(
    `disk: ${acknowledged.length} acknowledged, ${titles.length} in the outbox; ${expected} deliveries expected, ` +
      `${kinds.size} mails, lost ${lost.length + expected - kinds.size}, repeats ${mails.length - kinds.size}`,
  );
  judge("disk::nothing_acknowledged_is_lost", unmet([
    [lost.length === 0, `not in the outbox: ${lost.join(", ")}`],
    [titles.length === acknowledged.length, `${titles.length} in the outbox, ${acknowledged.length} acknowledged`],
    [kinds.size === expected, `${kinds.size} mails, ${expected} expected`],
    [cut.length === 0, `${cut.length} mails are cut off`],
    [otherId.length === 0, `${otherId.length} mails repeated under another Message-ID`],
  ]));
}

/** Publishes; gives what was said when it was refused. */
async function attempt(hub, editor, name) {
  const both = (text) => ({ ar: text, fr: text });
  const input = { title: both(`Publication ${name}`), summary: both(name), bodyHtml: both(`<p>${name}</p>`) };
  const options = { host: editor.host, headers: editor.headers };
  const draft = await postQuery(hub.publicPort, create, { input }, options);
  const failed = ({ status, errors, text }) =>
    ({ code: errors[0]?.extensions?.code, words: `${status} ${errors[0]?.message ?? text.slice(0, 200)}` });
  if (!draft.data?.createArticle) return failed(draft);
  const done = await postQuery(hub.publicPort, publish, draft.data.createArticle, options);
  return done.data?.publishArticle?.status === "PUBLISHED" ? undefined : failed(done);
}

/** Writes into a file until nothing more fits, and gives its size. */
async function stuff(path) {
  const file = await open(path, "a");
  try {
    for (let size = 65_536; size >= 512; ) {
      const { bytesWritten } = await file.write(Buffer.alloc(size)).catch((error) => {
        if (error.code !== "ENOSPC") throw error;
        return { bytesWritten: 0 };
      });
      if (bytesWritten < size) size /= 2;
    }
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

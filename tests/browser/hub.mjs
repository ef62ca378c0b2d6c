// The program under test: `infitah demo` on a free port with a data folder of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const patience = 120_000;

/** Starts the demonstration network and waits until it is ready. */
export async function startHub(program, logs, { port, env } = {}) {
  if (!program) throw new Error("INFITAH_BIN names no program: run tests/run, or set it");
  const folder = await mkdtemp(join(process.env.INFITAH_TEST_DIR ?? tmpdir(), "infitah-browser-"));
  port ??= await freePort();
  const child = spawn(program, ["demo", "--listen", `127.0.0.1:${port}`, "--data-dir", folder], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  const log = createWriteStream(join(logs, env ? `hub-${port}.log` : "hub.log"));
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const gone = once(child, "exit");
  const hub = {
    folder,
    /** The address of a path on the host of `slug`; empty for the network's own. */
    url: (slug, path = "/") => `http://${slug ? `${slug}.` : ""}localhost:${port}${path}`,
    /** The demonstration sign-ins: [{ url, email, password, role, collectivity }]. */
    signIns: async () => JSON.parse(await readFile(join(folder, "sign-ins.json"), "utf8")),
    /** The mails sent so far, oldest first, as they would go over the wire. */
    mails: async () => {
      const mails = join(folder, "mail");
      const names = (await readdir(mails).catch(() => [])).filter((name) => name.endsWith(".eml"));
      return Promise.all(names.sort().map((name) => readFile(join(mails, name), "utf8")));
    },
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill("SIGTERM");
        const insist = setTimeout(() => child.kill("SIGKILL"), 10_000);
        await gone;
        clearTimeout(insist);
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
  try {
    await ready(`http://127.0.0.1:${port}/readyz`, child);
  } catch (error) {
    await hub.stop();
    throw new Error(`${error.message}\n${await readFile(log.path, "utf8")}`);
  }
  return hub;
}

async function ready(url, child) {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`infitah demo ended with status ${child.exitCode}`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`infitah demo was not ready after ${patience / 1000} s`);
}

/** A port that nobody listens at. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

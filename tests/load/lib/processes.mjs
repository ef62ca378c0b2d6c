// The processes of a run: started with a log each, ended by their ids, newest first, whatever
// happens. They live in one temporary folder that goes with them.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants, createWriteStream } from "node:fs";
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = fileURLToPath(new URL("../../../", import.meta.url));
const isRoot = process.getuid?.() === 0;

/** Something that a run needs is missing on this machine. */
export class Missing extends Error {}

/** The ground that a run stands on. */
export class Ground {
  #children = [];

  static async open(name) {
    const ground = new Ground();
    ground.folder = await mkdtemp(join(process.env.INFITAH_TEST_DIR ?? tmpdir(), `infitah-${name}-`));
    // PostgreSQL runs as another user and must be able to pass.
    await chmod(ground.folder, 0o711);
    ground.logs = join(process.env.INFITAH_TEST_LOGS ?? join(repository, "target/load-logs"), name);
    await rm(ground.logs, { recursive: true, force: true });
    await mkdir(ground.logs, { recursive: true });
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
      process.once(signal, () => ground.close().finally(() => process.exit(1)));
    }
    return ground;
  }

  /** The program under test, as a copy: a build meanwhile must not change it under a run. */
  async program() {
    const built = process.env.INFITAH_BIN ?? join(repository, "target/debug/infitah");
    const copy = join(this.folder, "infitah");
    await copyFile(built, copy);
    return copy;
  }

  /** Starts a server. Its output goes into the log of its name; it ends when we end. */
  start(name, command, words, { env = {}, account, endsBy = "SIGTERM" } = {}) {
    const log = createWriteStream(join(this.logs, `${name}.log`), { flags: "a" });
    const [program, ...before] = wrapped(account, endsBy);
    const child = spawn(program ?? command, program ? [...before, command, ...words] : words, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...clean(), ...env },
      cwd: this.folder,
    });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    const running = new Running(name, child, endsBy, join(this.logs, `${name}.log`));
    this.#children.push(running);
    running.gone.then(() => (this.#children = this.#children.filter((one) => one !== running)));
    return running;
  }

  /** Runs a command to its end and gives what it printed; fails with what it complained about. */
  async run(command, words, { env = {}, account, cwd } = {}) {
    const [program, ...before] = wrapped(account, "SIGTERM");
    const child = spawn(program ?? command, program ? [...before, command, ...words] : words, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...clean(), ...env },
      cwd: cwd ?? this.folder,
    });
    const printed = { stdout: [], stderr: [] };
    for (const stream of ["stdout", "stderr"]) child[stream].on("data", (part) => printed[stream].push(part));
    const [status] = await once(child, "close");
    const text = (stream) => Buffer.concat(printed[stream]).toString("utf8");
    if (status !== 0) throw new Error(`${command} ${words[0]} ended with ${status}: ${text("stderr").trim()}`);
    return text("stdout");
  }

  /** Ends all that still runs, undoes what the run did besides, and removes the folder. */
  async close(undo = () => {}) {
    for (const child of [...this.#children].reverse()) await child.end();
    await undo();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** A process that was started. */
class Running {
  constructor(name, child, endsBy, log) {
    Object.assign(this, { name, child, endsBy, log });
    this.gone = new Promise((resolve) => child.once("exit", resolve).once("error", resolve));
  }

  get pid() {
    return this.child.pid;
  }

  get isAlive() {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Sends a signal and waits until the process is gone. */
  async kill(signal = "SIGKILL") {
    if (this.isAlive) this.child.kill(signal);
    await this.gone;
  }

  /** Asks to end, and insists after ten seconds. */
  async end() {
    const insist = setTimeout(() => this.child.kill("SIGKILL"), 10_000);
    await this.kill(this.endsBy);
    clearTimeout(insist);
  }

  /** The last lines of its log, for whoever must be told why it did not work. */
  async lastWords(lines = 15) {
    const text = await readFile(this.log, "utf8").catch(() => "");
    return text.trimEnd().split("\n").slice(-lines).join("\n");
  }
}

/** What gives up root for servers that refuse it, and ends a server whose parent dies. */
function wrapped(account, endsBy) {
  const setpriv = whereIs("setpriv");
  if (!setpriv) {
    if (account && isRoot) throw new Missing("setpriv (util-linux), to start PostgreSQL as another user");
    return [];
  }
  const words = [setpriv, "--pdeathsig", endsBy.replace(/^SIG/, "")];
  if (account && isRoot) words.push(`--reuid=${account}`, `--regid=${groupOf(account)}`, "--clear-groups");
  return words;
}

function groupOf(account) {
  return execFileSync("id", ["-g", account], { encoding: "utf8" }).trim();
}

/** The environment without what is meant for the program: each server is given its own. */
function clean() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("INFITAH_")));
}

/** The account that PostgreSQL runs under, when we are root. */
export function postgresAccount() {
  if (!isRoot) return undefined;
  try {
    execFileSync("id", ["-u", "postgres"], { stdio: "ignore" });
    return "postgres";
  } catch {
    return "nobody";
  }
}

/** The full path of a program on the PATH or in one of these folders. */
export function whereIs(name, folders = []) {
  for (const folder of [...folders, ...(process.env.PATH ?? "").split(delimiter)]) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      continue;
    }
  }
  return undefined;
}

/** A port of the loopback that nobody listens on. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

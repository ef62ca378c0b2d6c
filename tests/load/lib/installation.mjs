// An installation of several processes: gateways and workers over one PostgreSQL, with a replica for
// readers or without, one Redis and one mail server, each with the environment of deploy/env.example.
import { call } from "./http.mjs";
import { freePort } from "./processes.mjs";
import { until } from "./waiting.mjs";

const secret = "a key that only the tests of this folder know";

export class Installation {
  gateways = [];
  workers = [];

  /** Migrates an empty database and creates the network and these members. */
  static async create({ ground, postgres, replica, redis, sink, clock, members = ["fes", "agadir"], variables = {} }) {
    const installation = new Installation();
    const program = await ground.program();
    Object.assign(installation, { ground, postgres, replica, redis, sink, clock, program, database: "hub" });
    // The address that people see; the gateways stand behind it on ports of their own.
    installation.publicPort = await freePort();
    installation.variables = {
      INFITAH_DOMAIN: "localhost",
      INFITAH_PUBLIC_URL: `http://localhost:${installation.publicPort}`,
      INFITAH_DATABASE_URL: postgres.url("hub", "infitah"),
      INFITAH_SECRET_KEY: secret,
      INFITAH_SMTP_URL: sink.url,
      INFITAH_MAIL_FROM: "hub@example.org",
      INFITAH_TRUSTED_PROXIES: "127.0.0.1",
      INFITAH_LOG: "info",
      ...(clock ? { INFITAH_TEST_CLOCK: clock.file } : {}),
      ...(redis ? { INFITAH_REDIS_URL: redis.url } : {}),
      ...variables,
    };
    await postgres.execute("CREATE DATABASE hub");
    await installation.command("migrate");
    await installation.command("collectivity create network --kind network --name-ar Network --name-fr Network");
    for (const slug of members) {
      const name = slug[0].toUpperCase() + slug.slice(1);
      await installation.command(`collectivity create ${slug} --kind commune --name-ar ${name} --name-fr ${name}`);
    }
    return installation;
  }

  /** Runs a command of the program, as an operator does. */
  command(line, variables = {}) {
    const owner = { INFITAH_DATABASE_OWNER_URL: this.postgres.url(this.database) };
    return this.ground.run(this.program, line.split(" "), { env: { ...this.variables, ...owner, ...variables } });
  }

  /** Rows of a statement, read by hand. */
  query(text) {
    return this.postgres.query(text, this.database);
  }

  async addGateway(variables = {}) {
    const { replica } = this;
    const read = replica ? { INFITAH_DATABASE_READ_URL: replica.url(this.database, "infitah") } : {};
    const found = { ...(await doors()), ...read, ...variables };
    const gateway = new Process(this, `gateway-${this.gateways.length + 1}`, "serve", found);
    this.gateways.push(gateway);
    await gateway.start();
    return gateway;
  }

  async addWorker() {
    const found = await doors();
    const worker = new Process(this, `worker-${this.workers.length + 1}`, "worker", found);
    this.workers.push(worker);
    await worker.start();
    return worker;
  }

  get processes() {
    return [...this.gateways, ...this.workers];
  }
}

/** Doors that no other process of this machine has. */
async function doors() {
  return { INFITAH_LISTEN: `127.0.0.1:${await freePort()}`, INFITAH_OPS_LISTEN: `127.0.0.1:${await freePort()}` };
}

/** A gateway or a worker, which keeps its ports over its lives. */
class Process {
  constructor(installation, name, command, variables) {
    Object.assign(this, { installation, name, command, variables });
    const port = (door) => Number(variables[door].split(":")[1]);
    this.port = port(command === "serve" ? "INFITAH_LISTEN" : "INFITAH_OPS_LISTEN");
  }

  get isAlive() {
    return this.running?.isAlive ?? false;
  }

  /** Starts it and waits until it says that it is ready. */
  async start() {
    const { ground, program, variables } = this.installation;
    this.running = ground.start(this.name, program, [this.command], { env: { ...variables, ...this.variables } });
    const ready = async () => {
      if (!this.isAlive) throw new Error(`${this.name} ended at its start:\n${await this.running.lastWords()}`);
      return call(this.port, "/readyz", { timeout: 2000 }).then((answer) => answer.status === 200, () => false);
    };
    await until(`${this.name} is ready`, ready, 60);
  }

  /** Asks it to stop and waits until it has left. */
  async stop() {
    await this.running.kill("SIGTERM");
  }

  /** Ends it in the middle of whatever it does. */
  async kill() {
    await this.running.kill("SIGKILL");
  }
}

// A Redis of our own that keeps nothing: after a restart it is empty.
import { mkdir } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { Missing, freePort, whereIs } from "./processes.mjs";
import { until } from "./waiting.mjs";

export class Redis {
  static async create(ground) {
    const redis = new Redis();
    const program = whereIs("redis-server") ?? whereIs("valkey-server");
    if (!program) throw new Missing("Redis 7 or Valkey");
    Object.assign(redis, { ground, program, port: await freePort(), folder: join(ground.folder, "redis") });
    await mkdir(redis.folder);
    await redis.start();
    return redis;
  }

  get url() {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start() {
    const words = ["--port", String(this.port), "--bind", "127.0.0.1", "--dir", this.folder];
    words.push("--save", "", "--appendonly", "no", "--daemonize", "no");
    this.server = this.ground.start("redis", this.program, words);
    await until("redis answers", () => this.say("PING").then((said) => said.startsWith("+PONG"), () => false));
  }

  async kill() {
    await this.server.kill("SIGKILL");
  }

  async flush() {
    const said = await this.say("FLUSHALL");
    if (!said.startsWith("+OK")) throw new Error(`FLUSHALL: ${said}`);
  }

  /** Says a command without arguments and gives the answer. */
  say(command) {
    return new Promise((resolve, reject) => {
      const socket = connect(this.port, "127.0.0.1", () => socket.write(`${command}\r\n`));
      socket.setTimeout(2000, () => socket.destroy(new Error("no answer")));
      socket.once("data", (data) => {
        resolve(data.toString());
        socket.end();
      });
      socket.once("error", reject);
    });
  }
}

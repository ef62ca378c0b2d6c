// The command line of this folder.
import { parseArgs } from "node:util";
import { Missing } from "./lib/processes.mjs";
import { conclude, leaveOut } from "./lib/report.mjs";

const usage = `usage: tests/load/run faults [--rounds N] [--short] [--subscribers N] [--seed N] [--only WORDS] [--out FILE]
       tests/load/run disk
       tests/load/run rolling [--short] [--out FILE]
       tests/load/run restore
       tests/load/run rollup [--short] [--members N]

The program under test is INFITAH_BIN, or target/debug/infitah. README.md says what each does.`;

const number = (text) => (text === undefined ? undefined : Number(text));

const options = {
  rounds: { type: "string" },
  short: { type: "boolean", default: false },
  subscribers: { type: "string" },
  members: { type: "string" },
  seed: { type: "string" },
  only: { type: "string" },
  out: { type: "string" },
  help: { type: "boolean", default: false },
};

const runs = {
  faults: async (values) => {
    const { faults } = await import("./faults.mjs");
    const rounds = number(values.rounds) ?? (values.short || values.only ? undefined : 60);
    const seed = number(values.seed) ?? Math.floor(Math.random() * 1_000_000);
    const subscribers = number(values.subscribers) ?? (values.short ? 20 : 40);
    await faults({ ...values, rounds, seed, subscribers });
  },
  disk: async () => (await import("./disk.mjs")).disk(),
  rolling: async (values) => (await import("./rolling.mjs")).rolling(values),
  restore: async () => (await import("./restore.mjs")).restore(),
  rollup: async (values) => (await import("./rollup.mjs")).rollup({ ...values, members: number(values.members) }),
};

let parsed;
try {
  parsed = parseArgs({ options, allowPositionals: true });
} catch (error) {
  console.error(`${error.message}\n${usage}`);
  process.exit(2);
}
const [name, ...more] = parsed.positionals;
if (parsed.values.help || !Object.hasOwn(runs, name ?? "") || more.length > 0) {
  console.error(usage);
  process.exit(parsed.values.help ? 0 : 2);
}
try {
  await runs[name](parsed.values);
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  leaveOut(name, `missing: ${error.message}`);
}
conclude();

// The browser suite: starts the demonstration network on a free port, opens it in Chromium and runs
// every story of the folder `stories`. Usage: node run.mjs [PATTERN]
//
// A story file exports functions; each export is a test, named like a sentence, and is given
// { page, context, browser, hub } with a fresh browser context. One that takes longer than the others
// says by its property `seconds` how long it may take. `tests/run` sets INFITAH_BIN and INFITAH_TEST_CHROMIUM. The last line has the form of cargo's, so that it is counted alike.
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { startHub } from "./hub.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const pattern = process.argv[2] ?? "";
const patience = 60;

const stories = await collect();
if (stories.length === 0) {
  report(0, 0, 0);
  process.exit(0);
}

const logs = join(process.env.INFITAH_TEST_LOGS ?? join(here, "../../target/test-logs"), "browser");
await mkdir(logs, { recursive: true });

let hub;
let browser;
let passed = 0;
const failures = [];
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => stop().finally(() => process.exit(1)));
try {
  hub = await startHub(process.env.INFITAH_BIN, logs);
  browser = await launch();
  console.log(`running ${stories.length} stories in Chromium ${browser.version()} on ${hub.url("")}`);
  for (const story of stories) await run(story);
} catch (error) {
  failures.push(["the suite itself", error]);
} finally {
  await stop();
}
for (const [name, error] of failures) console.log(`\n---- ${name} ----\n${error.stack ?? error}`);
report(passed, failures.length, 0);
process.exitCode = failures.length > 0 ? 1 : 0;

async function collect() {
  const files = (await readdir(join(here, "stories"))).filter((file) => file.endsWith(".mjs")).sort();
  const found = [];
  for (const file of files) {
    const story = await import(new URL(`stories/${file}`, import.meta.url));
    for (const [name, body] of Object.entries(story)) {
      const full = `${file.replace(/\.mjs$/, "")}::${name}`;
      if (typeof body === "function" && full.includes(pattern)) found.push({ full, body });
    }
  }
  return found;
}

function launch() {
  // Chromium's own sandbox refuses root, which a test machine often is. Only our pages are opened.
  const args = ["--disable-dev-shm-usage"];
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  return chromium.launch({ executablePath: process.env.INFITAH_TEST_CHROMIUM, args, chromiumSandbox: false });
}

async function run({ full, body }) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "ar-MA" });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error));
  const seconds = body.seconds ?? patience;
  let timer;
  const late = new Promise((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(`not done after ${seconds} s`)), seconds * 1000);
  });
  try {
    await Promise.race([body({ page, context, browser, hub }), late]);
    if (errors.length > 0) throw errors[0];
    passed += 1;
    console.log(`test ${full} ... ok`);
  } catch (error) {
    failures.push([full, error]);
    console.log(`test ${full} ... FAILED`);
    await keepEvidence(page, full);
  } finally {
    clearTimeout(timer);
    await context.close();
  }
}

async function keepEvidence(page, full) {
  const name = join(logs, full.replaceAll("::", "-"));
  try {
    await page.screenshot({ path: `${name}.png`, fullPage: true });
    await writeFile(`${name}.html`, await page.content());
    console.log(`     at ${page.url()}, picture and page in ${logs}`);
  } catch (error) {
    console.log(`     no picture: ${error.message}`);
  }
}

async function stop() {
  await browser?.close().catch(() => {});
  await hub?.stop();
}

function report(good, bad, left) {
  console.log(`\ntest result: ${bad > 0 ? "FAILED" : "ok"}. ${good} passed; ${bad} failed; ${left} ignored`);
}

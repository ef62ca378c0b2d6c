// Signing in by a provider of OpenID Connect, with a real one: who has a role here comes in, whoever else
// stays outside, and what was begun in one browser ends in no other.
import assert from "node:assert/strict";
import { once } from "node:events";
import { request } from "node:http";
import { join } from "node:path";
import { mustBeAccessible } from "../axe.mjs";
import { freePort, startHub } from "../hub.mjs";
import { startProvider } from "../oidc-provider.mjs";
import { signIn } from "../office.mjs";

const secret = "a secret that only the tests know";
const finish = "/office/sign-in/provider/finish";

/** Goes to the provider and signs in there as somebody; ends where that leads. */
async function visit(page, hub, login, next = "/office/account") {
  await page.goto(hub.url("fes", `/office/sign-in?next=${next}`));
  await page.click(".provider a");
  await page.waitForURL(/\/interaction\//);
  await page.fill("input[name=login]", login);
  await page.fill("input[name=password]", "anything");
  await page.click("button[type=submit]");
  // Then it asks whether the hub may know.
  await page.waitForSelector("input[name=prompt][value=consent]", { state: "attached" });
  await page.click("button[type=submit]");
  await page.waitForURL((url) => url.hostname === "fes.localhost" && !url.pathname.endsWith("/arrival"));
}

async function withProvider(story, { isAway } = {}) {
  const port = await freePort();
  const people = {};
  const provider = await startProvider({ redirect: `http://localhost:${port}/office/sign-in/provider/callback`, secret, people });
  if (isAway) await provider.stop();
  const logs = join(process.env.INFITAH_TEST_LOGS ?? "target/test-logs", "browser");
  const env = {
    INFITAH_OIDC_ISSUER: provider.issuer, INFITAH_OIDC_CLIENT_ID: "infitah", INFITAH_OIDC_CLIENT_SECRET: secret,
    INFITAH_OIDC_NAME: "Portail",
  };
  const hub = await startHub(process.env.INFITAH_BIN, logs, { port, env });
  try {
    const start = hub.url("fes", "/office");
    const editor = (await hub.signIns()).find((one) => one.role === "editor" && one.url.startsWith(start)).email;
    Object.assign(people, {
      amina: { email: editor.toUpperCase(), email_verified: true },
      other: { email: editor, email_verified: true },
      stranger: { email: "stranger@example.org", email_verified: true },
      liar: { email: editor, email_verified: false },
    });
    await story({ hub, people });
  } finally {
    if (!isAway) await provider.stop();
    await hub.stop();
  }
}

const fresh = (browser) => browser.newContext({ viewport: { width: 390, height: 844 }, locale: "fr-MA" });

export async function provider_lets_in_who_has_a_role_here_and_nobody_else({ browser, page }) {
  await withProvider(async ({ hub, people }) => {
    // Whoever is nobody here, and whoever has not proved the mailbox, is told the same.
    const said = [];
    for (const login of ["stranger", "liar"]) {
      const context = await fresh(browser);
      const other = await context.newPage();
      await visit(other, hub, login);
      said.push(await other.textContent("#refusal"));
      await mustBeAccessible(other);
      assert.equal(await other.isVisible("input[name=password]"), true);
      await other.goto(hub.url("fes", "/office/account"));
      assert.match(other.url(), /\/office\/sign-in/);
      await context.close();
    }
    assert.equal(said[0], said[1]);

    await visit(page, hub, "amina");
    assert.equal(new URL(page.url()).pathname, "/office/account");
    await mustBeAccessible(page);
    assert.match(await page.textContent("main"), /Portail/);
    const cookies = (await page.context().cookies()).filter((cookie) => cookie.name.startsWith("infitah"));
    assert.deepEqual(cookies.map((cookie) => [cookie.name, cookie.domain]), [["infitah", "fes.localhost"]]);

    // From now on it is the name that counts: another mailbox changes nothing, and the same mailbox in
    // other hands opens nothing.
    people.amina = { email: "moved@example.org", email_verified: false };
    for (const [login, path] of [["amina", "/office/account"], ["other", finish]]) {
      const context = await fresh(browser);
      const again = await context.newPage();
      await visit(again, hub, login);
      assert.equal(new URL(again.url()).pathname, path, login);
      await context.close();
    }
    await page.goto(hub.url("fes", "/office/account"));
    await page.click("form[action='/office/account/provider'] button");
    await page.waitForURL(/done=provider-unlinked/);
  });
}
provider_lets_in_who_has_a_role_here_and_nobody_else.seconds = 120;

export async function provider_that_is_away_leaves_the_password({ page }) {
  await withProvider(async ({ hub }) => {
    await page.goto(hub.url("fes", "/office/account"));
    const [away] = await Promise.all([page.waitForResponse((response) => response.url().includes("/sign-in/provider")), page.click(".provider a")]);
    assert.equal(away.status(), 503);
    await page.waitForSelector("#refusal");
    await mustBeAccessible(page);
    await signIn(page, hub, "fes", "editor");
  }, { isAway: true });
}

export async function return_counts_once_in_the_browser_that_went({ browser, page }) {
  await withProvider(async ({ hub }) => {
    const returns = [];
    page.on("request", (request) => { if (request.url().includes(`${finish}?`)) returns.push(request.url()); });
    await visit(page, hub, "amina");
    assert.equal(returns.length, 1);
    // Sent again by the same browser, though it is signed in, and by one that never went.
    await page.goto(returns[0]);
    await page.waitForSelector("#refusal");
    assert.equal((await get(returns[0])).status, 409);
    // Somebody is sent to the end of another's visit, having begun one too.
    const thief = await fresh(browser);
    const caught = await thief.newPage();
    let stopped = "";
    await caught.route(`**${finish}?**`, (route) => {
      stopped = route.request().url();
      return route.fulfill({ status: 200, contentType: "text/html", body: "<title>stopped</title>" });
    });
    await visit(caught, hub, "amina");
    assert.match(stopped, /state=fes\..+code=/);
    const begun = await get(hub.url("fes", "/office/sign-in/provider"));
    assert.equal(begun.status, 303);
    const foreign = await get(stopped, begun.cookie);
    assert.equal(foreign.status, 409);
    assert.doesNotMatch(foreign.cookies, /infitah=[^;]/);
    // Nor does the state of one visit go with the code of another.
    const state = stateOf(hub, begun);
    const mixed = await get(stopped.replace(/state=[^&]*/, `state=${state}`), begun.cookie);
    assert.equal(mixed.status, 401);
    // Said no there.
    const second = await get(hub.url("fes", "/office/sign-in/provider"));
    const denied = hub.url("fes", `${finish}?state=${stateOf(hub, second)}&error=access_denied`);
    assert.equal((await get(denied, second.cookie)).status, 409);
    assert.equal((await get(denied, second.cookie)).status, 409);
    // The network's host passes on to members alone, and they to nobody.
    const callback = (slug, state) => get(hub.url(slug, `/office/sign-in/provider/callback?code=x&state=${state}`));
    for (const state of ["evil.example/x", "", "nobody.x", "//evil.x", "fes"]) assert.equal((await callback("", state)).status, 404, state);
    assert.equal((await callback("fes", "fes.x")).status, 404);
    const passed = await callback("", "el-marsa.x%22%3E");
    assert.equal(passed.location, hub.url("el-marsa", "/office/sign-in/provider/arrival?state=el-marsa.x%22%3E&code=x"));
    await thief.close();
  });
}
return_counts_once_in_the_browser_that_went.seconds = 120;

/** Where the browser was sent, and what was asked there. */
function stateOf(hub, begun) {
  const asked = new URL(begun.location).searchParams;
  assert.equal(asked.get("code_challenge_method"), "S256");
  assert.equal(asked.get("redirect_uri"), hub.url("", "/office/sign-in/provider/callback"));
  return asked.get("state");
}

/** One request without a browser, on whose machine names under localhost may lead nowhere. */
async function get(address, cookie) {
  const { host, port, pathname, search } = new URL(address);
  const headers = { host, ...(cookie && { cookie }) };
  const asked = request({ host: "127.0.0.1", port, path: `${pathname}${search}`, headers }).end();
  const [answer] = await once(asked, "response");
  answer.resume();
  await once(answer, "end");
  const cookies = answer.headers["set-cookie"] ?? [];
  return { status: answer.statusCode, location: answer.headers.location, cookies: cookies.join("\n"), cookie: cookies[0]?.split(";")[0] };
}

// Passkeys with a device of the browser's own making: one is added in the page of the account, signs in
// without a password, and once removed opens nothing.
import assert from "node:assert/strict";
import { mustBeAccessible } from "../axe.mjs";
import { signIn } from "../office.mjs";

/** A device with a fingerprint reader, as Chromium makes one for tests. */
async function withDevice(context, page) {
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true,
      isUserVerified: true, automaticPresenceSimulation: true,
    },
  });
  return {
    verifies: (isUserVerified) => devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
    keys: async () => (await devtools.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
  };
}

async function passwordOf(hub, slug, role) {
  const start = hub.url(slug, "/office");
  return (await hub.signIns()).find((one) => one.role === role && one.url.startsWith(start)).password;
}

async function add(page, hub, password, name) {
  await page.goto(hub.url("fes", "/office/account"));
  await page.click("a[href='/office/account/passkeys/new']");
  await page.fill("input[name=name]", name);
  await page.fill("input[name=password]", password);
  await page.press("input[name=password]", "Enter");
  await page.waitForSelector("#passkey-add:not([hidden])");
}

async function signOut(page, hub) {
  await page.goto(hub.url("fes", "/office/account"));
  await page.click("form[action='/office/sign-out'] button");
  await page.waitForURL(/\/office\/sign-in/);
}

export async function passkey_is_added_signs_in_and_opens_nothing_once_removed({ page, context, hub }) {
  const device = await withDevice(context, page);
  const password = await passwordOf(hub, "fes", "editor");
  await signIn(page, hub, "fes", "editor");
  await add(page, hub, password, "حاسوب المكتب");
  await mustBeAccessible(page);
  await page.click("#passkey-add button");
  await page.waitForURL(/done=passkey-added/);
  await page.waitForSelector("main .notice.ok[role=status]");
  assert.match(await page.textContent("main"), /حاسوب المكتب/);
  await mustBeAccessible(page);
  const [key] = await device.keys();
  assert.equal(key.rpId, "fes.localhost");
  assert.equal(key.isResidentCredential, true);

  // The same device is not asked to make a second one, and says so.
  await add(page, hub, password, "مرة أخرى");
  await page.click("#passkey-add button");
  await page.waitForSelector("#passkey-add [role=alert]:not(:empty)");
  assert.equal(await page.textContent("#passkey-add [role=alert]"), await page.getAttribute("#passkey-add", "data-known"));

  await signOut(page, hub);
  await page.waitForSelector("#passkey-sign-in:not([hidden])");
  await mustBeAccessible(page);
  // Whoever is not the owner gets nowhere, and the form with the password is still there.
  await device.verifies(false);
  await page.click("#passkey-sign-in button");
  await page.waitForSelector("#passkey-sign-in [role=alert]:not(:empty)");
  await mustBeAccessible(page);
  assert.equal(await page.isVisible("input[name=password]"), true);
  await device.verifies(true);
  await page.goto(hub.url("fes", "/office/account"));
  await page.click("#passkey-sign-in button");
  await page.waitForURL((url) => url.pathname === "/office/account");
  await page.waitForSelector("#passkeys");

  await page.click("#passkeys ~ .office-list a[href^='/office/account/passkeys/']");
  await mustBeAccessible(page);
  await page.fill("input[name=password]", password);
  await page.press("input[name=password]", "Enter");
  await page.waitForURL(/done=passkey-removed/);
  assert.equal(await page.locator("main a[href^='/office/account/passkeys/']:not([href$=new])").count(), 0);
  await signOut(page, hub);
  await page.click("#passkey-sign-in button");
  await page.waitForSelector("#refusal");
  await mustBeAccessible(page);
  assert.match(page.url(), /\/office\/sign-in\/passkey$/);
  await page.goto(hub.url("fes", "/office/account"));
  assert.match(page.url(), /\/office\/sign-in/);
}

export async function button_is_not_shown_where_it_would_not_work({ browser, page, hub }) {
  await page.addInitScript(() => delete globalThis.PublicKeyCredential);
  await page.goto(hub.url("fes", "/office/sign-in"));
  assert.equal(await page.isVisible("#passkey-sign-in"), false);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(hub.url("fes", "/office/sign-in"));
  assert.equal(await plain.isVisible("#passkey-sign-in"), false);
  assert.equal(await plain.isVisible("input[name=password]"), true);
  await context.close();
}

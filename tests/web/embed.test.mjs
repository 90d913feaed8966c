// The elements on somebody else's page: attributes in, restore and save, events out.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { open, stage } from "./support/page.mjs";

/** @type {import("./support/page.mjs").Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

/**
 * A host page with one element of ours; everything it tells is kept in `told`.
 * @param {string} markup
 * @param {(page: import("playwright-core").Page, told: () => Promise<{name: string, detail: any}[]>) => Promise<void>} body
 * @param {(page: import("playwright-core").Page) => Promise<void>} [prepare]
 */
async function host(markup, body, prepare) {
  const { page, context, said } = await open(on);
  try {
    await prepare?.(page);
    await page.evaluate((markup) => {
      const state = /** @type {any} */ (globalThis);
      state.told = [];
      for (const name of ["allymark-ready", "allymark-change", "allymark-error", "allymark-export"]) document.addEventListener(name, (event) => {
        const { detail } = /** @type {CustomEvent} */ (event);
        state.told.push({ name, detail: JSON.parse(JSON.stringify({ ...detail, result: undefined })), frame: performance.now() });
      });
      document.body.innerHTML = markup;
    }, markup);
    await page.evaluate(() => Promise.race([/** @type {any} */ (document.body.firstElementChild).ready, new Promise((resolve) => setTimeout(resolve, 1500))]));
    await body(page, () => page.evaluate(() => /** @type {any} */ (globalThis).told));
    assert.deepEqual(said, []);
  } finally {
    await context.close();
  }
}

test("attributes choose language, theme and step, and change them later; nothing of it is kept in the browser", () => host('<allymark-app lang="en" theme="dark" view="commission"><p>fallback</p></allymark-app>', async (page, told) => {
  assert.match(await page.locator("allymark-commission h1").innerText(), /Commission/);
  assert.equal(await page.locator("allymark-app").getAttribute("data-theme"), "dark");
  await page.locator("allymark-app").evaluate((app) => {
    app.setAttribute("lang", "zh-CN");
    app.setAttribute("theme", "light");
    /** @type {any} */ (app).view = "scorecard";
  });
  await page.locator("allymark-scorecard h1", { hasText: "月度评估" }).waitFor();
  assert.equal(await page.locator("allymark-app").getAttribute("data-theme"), "light");
  assert.equal((await told())[0].name, "allymark-ready");
  assert.equal(await page.locator(".kept").count(), 0);
  assert.deepEqual(await page.evaluate(() => indexedDB.databases().then((all) => all.map((one) => one.name))).then((names) => names.filter((name) => name === "allymark").length <= 1), true);
}));

test("save gives the state, restore shows it elsewhere, and a bad state is refused and told", () => host("<allymark-app></allymark-app>", async (page, told) => {
  const state = await page.evaluate(() => /** @type {any} */ (document.body.firstElementChild).save());
  assert.deepEqual(Object.keys(state).sort(), ["data", "policy", "schemaVersion"]);
  assert.match(state.policy.digest, /^[0-9a-f]{64}$/);
  state.data.dossiers[0].trial.metrics.failure_rate = { value: "0.8" };
  await page.evaluate((state) => /** @type {any} */ (document.body.firstElementChild).restore(state), state);
  await page.locator(".strip .v", { hasText: /^\s*签约/ }).waitFor();
  const refused = await page.evaluate(() => /** @type {any} */ (document.body.firstElementChild).restore({ schemaVersion: 99 }).then(() => "taken", (/** @type {Error} */ error) => error.message));
  assert.equal(refused, "allymark: newer");
  assert.deepEqual((await told()).filter(({ name }) => name === "allymark-error").map(({ detail }) => detail.code), ["newer"]);
}));

test("changes are told with the state, why, and at most once a frame", () => host("<allymark-app></allymark-app>", async (page, told) => {
  await page.evaluate(() => {
    const { store } = /** @type {any} */ (document.body.firstElementChild);
    for (const text of ["1", "2", "3", "4", "5"]) store.set("/dossiers/0/trial/users", text);
  });
  await page.waitForFunction(() => /** @type {any} */ (globalThis).told.some((/** @type {any} */ entry) => entry.name === "allymark-change"));
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const changes = (await told()).filter(({ name }) => name === "allymark-change");
  assert.equal(changes.length, 1);
  assert.equal(changes[0].detail.state.data.dossiers[0].trial.users, "5");
  assert.equal(changes[0].detail.reason, "edit");
}));

test("readonly shows everything and takes nothing", () => host('<allymark-app readonly view="scorecard"></allymark-app>', async (page, told) => {
  await page.locator("allymark-scorecard h1").waitFor();
  const field = page.locator("#f-dossiers-0-months-0-metrics-policies-value");
  assert.equal(await field.getAttribute("readonly"), "");
  assert.equal(await page.locator(".tools button[aria-label='撤销']").count(), 0);
  await page.evaluate(() => /** @type {any} */ (document.body.firstElementChild).store.set("/name", "x"));
  await page.evaluate(() => { /** @type {any} */ (document.body.firstElementChild).view = "trial"; });
  await page.locator("allymark-trial .mx").waitFor();
  assert.equal(await page.locator("allymark-trial .inputs:visible").count(), 0);
  assert.equal((await told()).filter(({ name }) => name === "allymark-change").length, 0);
}));

test("a trial card alone on a page explains its figures", () => host("<allymark-trial></allymark-trial>", async (page) => {
  await page.locator("allymark-trial .flips table").waitFor();
  await page.locator('allymark-trial [data-figure="trial/zhongan/conversion"]').click();
  assert.match(await page.locator("allymark-trial .how").innerText(), /21%/);
}));

test("compact shows the result alone", () => host("<allymark-trial compact></allymark-trial>", async (page) => {
  assert.equal(await page.locator("allymark-trial .mx:visible").count() + await page.locator("allymark-trial .rank:visible").count() > 0, true);
  for (const part of [".inputs", ".cols", ".foot"]) assert.equal(await page.locator(`allymark-trial ${part}:visible`).count(), 0, part);
}));

test("src and policy-src bring a host's own data and rules", () => host('<allymark-app src="/their/data.json" policy-src="/their/pack.json"></allymark-app>', async (page) => {
  assert.match(await page.locator(".strip .who").innerText(), /Their partner/);
  assert.match(await page.locator(".top .policy").innerText(), /7\.7/);
}, async (page) => {
  const data = JSON.parse(readFileSync("web/store/examples/insurance-data.json", "utf8"));
  data.dossiers[0].name = "Their partner";
  data.policy = { id: "insurance-data", edits: {} };
  const pack = JSON.parse(readFileSync("core/policies/insurance-data.json", "utf8"));
  pack.version = "7.7";
  await page.route("**/their/data.json", (route) => route.fulfill({ json: data }));
  await page.route("**/their/pack.json", (route) => route.fulfill({ json: pack }));
}));

test("data that cannot be read is told in words and as an event", async () => {
  const { page, context } = await open(on);
  await page.route("**/none.json", (route) => route.fulfill({ status: 200, body: "{" }));
  const code = await page.evaluate(() => new Promise((resolve) => {
    document.addEventListener("allymark-error", (event) => resolve(/** @type {CustomEvent} */ (event).detail.code));
    document.body.innerHTML = '<allymark-app src="/none.json"></allymark-app>';
  }));
  assert.equal(code, "src");
  assert.match(await page.locator(".failure").innerText(), /打不开/);
  await context.close();
});

test("an export is told to the host", () => host("<allymark-app></allymark-app>", async (page, told) => {
  await page.locator(".tools summary", { hasText: "保存" }).click();
  await Promise.all([page.waitForEvent("download"), page.locator(".tools .panel:visible button", { hasText: "保存为文件" }).click()]);
  assert.deepEqual((await told()).filter(({ name }) => name === "allymark-export").map(({ detail }) => detail.kind), ["json"]);
}));

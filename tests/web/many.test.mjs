// A workspace with hundreds of partners: the one in view is judged at each key press, the others behind it, and nothing is
// done to the page that it does not need.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, stage } from "./support/page.mjs";

const PARTNERS = 300;
/** @type {import("./support/page.mjs").Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

/** @param {number} count */
const workspace = (count) => ({
  schemaVersion: 1,
  name: "很多家",
  policy: { id: "insurance-data", edits: {} },
  current: "p0",
  asOf: "2025-01-10",
  dossiers: Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    name: `伙伴${index}`,
    trial: index % 100 === 0 ? { users: 300, metrics: { nps: { value: 76 } } } : { metrics: {} },
    agreement: { contractYear: 1, volume: 1000, metrics: {} },
    months: [],
  })),
});

/** @param {import("./support/page.mjs").Look} look */
async function many(look) {
  const opened = await open(on, look);
  await opened.page.evaluate((workspace) => /** @type {any} */ (document.querySelector("allymark-app")).store.replace(workspace), workspace(PARTNERS));
  return opened;
}
/** @param {import("playwright-core").Page} page */
const caughtUp = (page) => page.waitForFunction(() => /** @type {any} */ (document.querySelector("allymark-app")).store.behind === false);

test("all partners are added up behind the key press, in parts, to what one call says", async () => {
  const { page, context, said } = await many({ step: "portfolio" });
  await caughtUp(page);
  assert.equal(await page.locator("allymark-portfolio .port tbody tr").count(), PARTNERS);
  // 1,000 policies at 200 yuan each, below the target.
  const expected = await page.evaluate(() => {
    const { store } = /** @type {any} */ (document.querySelector("allymark-app"));
    return store.engine.assessMany({ policy: "insurance-data", dossiers: store.workspace.dossiers, asOf: store.workspace.asOf }).totals.yearPay;
  });
  assert.equal(expected, PARTNERS * 200_000);
  const sub = page.locator("allymark-portfolio .head p");
  assert.match(await sub.innerText(), /300 家.*60,000,000/);
  await page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).store.set("/dossiers/299/agreement/volume", 2000));
  assert.match(await sub.innerText(), /60,000,000/, "the last sum stands meanwhile");
  await caughtUp(page);
  await page.locator("allymark-portfolio .head p", { hasText: "60,200,000" }).waitFor();
  assert.deepEqual(said, []);
  await context.close();
});

test("a dozen stand side by side: the one in view, those with trial figures, the newest; and the page says so", async () => {
  const { page, context } = await many({ step: "trial" });
  assert.match(await page.locator(".wrap > p").first().innerText(), /共 300 家伙伴，这里并列 12 家/);
  const names = await page.locator("allymark-trial .grid .who input").evaluateAll((all) => all.map((input) => /** @type {HTMLInputElement} */ (input).value));
  assert.deepEqual(names, [0, 100, 200, 291, 292, 293, 294, 295, 296, 297, 298, 299].map((index) => `伙伴${index}`));
  await page.locator(".strip .picker select").selectOption("p150");
  assert.ok(await page.locator('allymark-trial .grid .who input[id="f-dossiers-150-name"]').isVisible());
  await context.close();
});

test("the overview lists fifty, and all of them on request", async () => {
  const { page, context } = await many({ step: "overview" });
  assert.equal(await page.locator(".partner-list > li").count(), 50);
  await page.locator("button", { hasText: "显示全部 300 家" }).click();
  assert.equal(await page.locator(".partner-list > li").count(), PARTNERS);
  await context.close();
});

test("what is typed among many is kept once the typing pauses", async () => {
  const { page, context } = await many({ step: "commission" });
  const volume = page.locator("#f-dossiers-0-agreement-volume");
  await volume.fill("5000");
  assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).store.keeper.state), "saving");
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("allymark-app")).store.keeper.state === "saved");
  await page.reload();
  await volume.waitFor();
  assert.equal(await volume.inputValue(), "5,000");
  await context.close();
});

test("a key press sets no attribute of the page anew: that would lay all of it out", async () => {
  const { page, context } = await open(on, { step: "commission" });
  const set = await page.evaluate(async () => {
    const app = /** @type {any} */ (document.querySelector("allymark-app"));
    let count = 0;
    const watch = new MutationObserver((list) => (count += list.length));
    for (const element of [document.documentElement, app, app.shadowRoot.querySelector("allymark-commission")]) watch.observe(element, { attributes: true });
    app.store.set("/dossiers/0/agreement/volume", 9000);
    await app.updateComplete;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return count;
  });
  assert.equal(set, 0);
  await context.close();
});

test("a key press waits for no simulation, no search and no steps; they follow behind its frame", async () => {
  for (const [step, call, field, value] of [["commission", "simulate", "/dossiers/0/agreement/plannedVolume", 9000], ["trial", "explore", "/dossiers/0/trial/metrics/nps/value", 71]]) {
    const { page, context } = await open(on, { step: /** @type {string} */ (step) });
    await page.waitForTimeout(300);
    const asked = await page.evaluate(async ([call, field, value]) => {
      const app = /** @type {any} */ (document.querySelector("allymark-app"));
      const { engine } = app.store;
      let [calls, steps] = [0, 0];
      const before = engine[call].bind(engine);
      engine[call] = (/** @type {any} */ request) => (calls += 1, before(request));
      for (const name of ["select", "assess", "quote"]) {
        const one = engine[name].bind(engine);
        engine[name] = (/** @type {any} */ request) => (steps += request.trace ? 1 : 0, one(request));
      }
      app.store.set(field, value);
      await app.updateComplete;
      await app.renderRoot.querySelector(".wrap > *").updateComplete;
      const inFrame = calls;
      for (let wait = 0; calls === 0 && wait < 300; wait += 1) await new Promise((done) => setTimeout(done, 10));
      return [inFrame, steps, calls > 0];
    }, /** @type {[string, string, number]} */ ([call, field, value]));
    assert.deepEqual(asked, [0, 0, true], /** @type {string} */ (step));
    await context.close();
  }
});

test("the what-if card follows the figure typed last, and says so until it has", async () => {
  const { page, context } = await open(on, { step: "commission" });
  const card = page.locator("#card-whatIf");
  for (const field of ["plannedVolume", "downsideVolume"]) await page.locator(`#f-dossiers-0-agreement-${field}`).fill("5000");
  await card.locator('[aria-busy="false"] .draws').waitFor();
  // With both ends at 5,000 every drawn year pays the same.
  await card.locator(".draws tr:nth-child(1) td", { hasText: "¥1,250,000" }).waitFor();
  await card.locator(".draws tr:nth-child(3) td", { hasText: "¥1,250,000" }).waitFor();
  await context.close();
});

test("an explanation opened among many shows the steps of the figures as they are now", async () => {
  const { page, context } = await open(on, { step: "commission" });
  await page.locator('allymark-commission [data-figure="pay/net"]').first().click();
  const how = page.locator("allymark-commission .how");
  assert.match(await how.innerText(), /2,730,000/);
  await page.locator("#f-dossiers-0-agreement-volume").fill("5000");
  assert.match(await how.innerText(), /1,250,000/);
  assert.doesNotMatch(await how.innerText(), /2,730,000/);
  await context.close();
});

test("a row that is not drawn anew still takes its name, its errors and the tidy form of what was typed", async () => {
  const { page, context } = await open(on, { step: "trial" });
  const users = page.locator("#f-dossiers-0-trial-users");
  await users.fill("1200");
  await users.blur();
  assert.equal(await users.inputValue(), "1,200");
  await users.fill("1.5");
  await users.blur();
  await page.locator("#f-dossiers-0-trial-users-e").waitFor();
  await users.fill("300");
  await users.blur();
  assert.equal(await page.locator("#f-dossiers-0-trial-users-e").count(), 0);
  await page.locator("#f-dossiers-1-name").fill("另一家");
  await page.locator("allymark-trial .cand .pick", { hasText: "另一家" }).waitFor();
  await page.locator(".strip .picker option", { hasText: "另一家" }).waitFor({ state: "attached" });
  await page.locator("allymark-trial .cand .pick", { hasText: "蔚来保" }).click();
  assert.equal(await page.locator("allymark-trial .cand.current .pick").innerText(), "蔚来保");
  await page.locator(".tools .lang").click();
  await page.locator("allymark-trial .cand", { hasText: "Retry" }).first().waitFor();
  await context.close();
});

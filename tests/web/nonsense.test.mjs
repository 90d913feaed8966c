// Every field of every step under nonsense: a sentence under the field or plain text, never a crash, never markup, never
// a broken layout.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { exampleOf, open, stage } from "./support/page.mjs";

/** @type {import("./support/page.mjs").Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

const NONSENSE = ["abc", "1e400", "🙂", "\u202eabc", "１２．５％％", "--5", "<b>1</b>", "9".repeat(400), "0.".padEnd(300, "1"), "'; DROP", "NaN", "Infinity", "null", "constructor", "-1"];
const NAMES = ["<img src=x onerror=alert(1)>", "名".repeat(10000), "\u202eevil", "a".repeat(10000), "{names}", "**x**", "\ud800", "=cmd|' /C calc'!A0"];

/** Steps with fields to type into. */
const STEPS = ["level", "readiness", "diligence", "trial", "commission", "stop-loss", "scorecard", "relationship", "crisis"];
/** What opens fields that are not there from the start: written into the partner, or pressed. @type {Record<string, {set?: [string, unknown], press?: string}>} */
const OPENED = {
  level: { set: ["/dossiers/0/keyLevel/override", { level: "S", reason: "x" }] },
  diligence: { press: ".hc .twin" },
  crisis: { set: ["/dossiers/0/events", [{ kind: "data_leak", date: "2024-08-20", state: "suspected" }]] },
};
for (const step of STEPS) {
  test(`every field of ${step} takes nonsense without breaking`, async () => {
    const { page, context, said } = await open(on, { step, width: 1440, height: 900, ...exampleOf(step) });
    /** @type {string[]} */
    const dialogs = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const faults = await page.evaluate(async ({ nonsense, names, step, opened }) => {
      const app = /** @type {any} */ (document.querySelector("allymark-app"));
      const card = app.shadowRoot.querySelector(`allymark-${step}`);
      if (opened?.set) app.store.set(...opened.set);
      if (opened?.press) card.shadowRoot.querySelector(opened.press).click();
      await card.updateComplete;
      /** @type {string[]} */
      const found = [];
      const settled = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const fields = /** @type {HTMLInputElement[]} */ ([...card.shadowRoot.querySelectorAll("input:not([type]), input[type=text], textarea")]).map((field) => field.id).filter(Boolean);
      // What is folded takes no focus.
      for (const fold of card.shadowRoot.querySelectorAll("details")) fold.open = true;
      const words = () => card.shadowRoot.textContent + app.shadowRoot.querySelector(".strip").textContent;
      for (const id of fields) {
        const field = () => card.shadowRoot.getElementById(id);
        const before = field().value;
        const list = field().inputMode === "decimal" ? nonsense : names;
        // A lone dash is "missing": it is taken away when the field is left, from an empty field as well.
        for (const text of field().inputMode === "decimal" || field().closest(".date") ? ["", "-", "—"] : []) {
          field().focus();
          field().value = text;
          field().dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
          field().blur();
          await settled();
          if (field() && (field().value !== "" || /看不懂/.test(card.shadowRoot.getElementById(`${id}-e`)?.textContent ?? ""))) found.push(`${id} keeps “${text}” as “${field().value}”`);
          if (!field()) break;
        }
        if (!field()) continue;
        for (const text of list) {
          const input = field();
          if (!input) break;
          input.focus();
          input.value = text;
          input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
          input.blur();
          await settled();
          const told = `${id} with ${JSON.stringify(text.slice(0, 20))}`;
          if (/undefined|\[object|NaN(?!”)/.test(words().replaceAll(text, "").replaceAll("NaN”", ""))) found.push(`${told} says ${/.{30}(undefined|\[object|NaN).{20}/s.exec(words())?.[0]}`);
          if (document.documentElement.scrollWidth > document.documentElement.clientWidth) found.push(`${told} scrolls sideways`);
          if (card.shadowRoot.querySelector("img, script, b > b")) found.push(`${told} became markup`);
          const number = list === nonsense && field();
          if (number && number.getAttribute("aria-invalid") !== "true" && !/^[-−\d.,—]*$/.test(number.value)) found.push(`${told} is not refused: “${number.value.slice(0, 20)}”`);
        }
        const input = field();
        if (!input) continue;
        input.focus();
        input.value = before;
        input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
        input.blur();
      }
      return { faults: found, fields: fields.length };
    }, { nonsense: NONSENSE, names: NAMES, step, opened: OPENED[step] });
    assert.deepEqual(faults.faults, []);
    assert.ok(faults.fields > 0, "no field was found");
    assert.deepEqual(dialogs, []);
    assert.deepEqual(said, []);
    await context.close();
  });
}

test("names of any kind stay names everywhere: strip, overview, report, links", async () => {
  const { page, context, said } = await open(on, { step: "overview", width: 1000 });
  const views = /** @type {string[]} */ (await page.evaluate(() => [...(document.querySelector("allymark-app")?.shadowRoot?.querySelectorAll(".rail a") ?? [])].map((link) => (link.getAttribute("href") ?? "").slice(1))));
  assert.ok(views.length > 10);
  for (const name of NAMES) {
    await page.evaluate((name) => /** @type {any} */ (document.querySelector("allymark-app")).store.set("/dossiers/0/name", name), name);
    for (const view of views) {
      await page.evaluate((view) => {
        /** @type {any} */ (document.querySelector("allymark-app")).view = view;
      }, view);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true, `${name.slice(0, 20)} on ${view} scrolls sideways`);
      assert.equal(await page.locator("img").count(), 0);
    }
  }
  assert.deepEqual(said, []);
  await context.close();
});

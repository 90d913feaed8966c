// A key press until its frame is drawn, in Chromium, with a thousand partners in the workspace: what the page is busy with
// between the key and the frame's end, that is the event, the elements' updates and their layout, and then the frame, with
// paint and commit. Waiting for the screen's next beat is not counted, for it is the screen's; nor is a message's way
// through the browser, which a clock that is told by one would count.
import { open, stage } from "../web/support/page.mjs";
import { row } from "./report.mjs";

const PARTNERS = 1000;
const FRAME = 1000 / 60;
const PRESSES = 60;
/** Where is typed: a step, its field, and figures in turn. @type {[string, string, string[]][]} */
const FIELDS = [
  ["commission", "#f-dossiers-0-agreement-volume", ["9000", "9001"]],
  ["scorecard", "#f-dossiers-0-months-11-metrics-policies-value", ["510", "430"]],
  ["trial", "#f-dossiers-0-trial-metrics-failure_rate-value", ["0.8", "0.9"]],
];

/** @param {number} count */
function workspace(count) {
  const dossiers = Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    name: `伙伴${index}`,
    keyLevel: { strategicValue: 1 + (index % 5), substitutability: 3, investment: 3 },
    // A few are on trial at a time; with the others there is a contract.
    trial: index % 200 === 0 ? { users: 300, metrics: { conversion: { value: 21 - (index % 7) }, nps: { value: 76 }, complaint_rate: { events: 8, of: 300 }, response_hours: { value: 12 } } } : { metrics: {} },
    agreement: { contractYear: 1, volume: 4000 + (index % 9) * 1000, metrics: { complaint_rate: { value: "3.2" }, nps: { value: 72 } } },
    months: Array.from({ length: 12 }, (_, at) => ({ month: `2024-${String(at + 1).padStart(2, "0")}`, metrics: { policies: { value: 480 + ((index + at) % 11) * 7 }, conversion: { value: "18.4" }, nps: { value: 71 + (at % 4) }, complaint_rate: { value: "3.2" }, quote_hours: { value: 16 }, failure_rate: { value: "0.3" } } })),
    relationship: { start: "2024-01-15", backup: "乙", meetings: [{ layer: "managers", date: "2024-12-15" }] },
  }));
  return { schemaVersion: 1, name: "一千家", policy: { id: "insurance-data", edits: {} }, current: "p0", asOf: "2025-01-10", dossiers };
}

/** @param {number[]} values @param {number} share */
const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

export async function keyPress() {
  const on = await stage();
  for (const [step, field, figures] of FIELDS) {
    const { page, context } = await open(on, { step });
    await page.evaluate((workspace) => /** @type {any} */ (document.querySelector("allymark-app")).store.replace(workspace), workspace(PARTNERS));
    await page.locator(field).waitFor();
    await page.waitForTimeout(3000);
    const busy = /** @type {number[]} */ (await page.evaluate(async ({ step, field, figures, presses }) => {
      const app = /** @type {any} */ (document.querySelector("allymark-app"));
      const card = app.shadowRoot.querySelector(`allymark-${step}`);
      const input = card.shadowRoot.querySelector(field);
      input.focus();
      /** @type {number[]} */
      const times = [];
      const task = () => /** @type {any} */ (globalThis).scheduler.postTask(() => performance.now(), { priority: "user-blocking" });
      for (let press = 0; press < presses; press += 1) {
        await new Promise((done) => setTimeout(done, 120));
        const begin = performance.now();
        input.value = figures[press % figures.length];
        input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
        await app.updateComplete;
        await card.updateComplete;
        void app.offsetHeight;
        const handled = performance.now();
        const drawn = new Promise((done) => requestAnimationFrame(() => {
          const from = performance.now();
          void task().then((/** @type {number} */ to) => done(to - from));
        }));
        times.push(handled - begin + (await drawn));
      }
      return times;
    }, { step, field, figures, presses: PRESSES }));
    row(`key press to repaint, ${step}, ${PARTNERS} partners, p95 ms`, quantile(busy, 0.95), FRAME, `median ${quantile(busy, 0.5).toFixed(1)}`);
    const edited = await page.evaluate(async () => {
      const { store } = /** @type {any} */ (document.querySelector("allymark-app"));
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
      await frame();
      const begin = performance.now();
      store.editPolicy("/trial/criteria/0/threshold", 16);
      const shown = /** @type {number} */ (await frame());
      while (store.behind) await new Promise((done) => setTimeout(done, 5));
      return [shown - begin, performance.now() - begin];
    });
    row(`policy edit to repaint, ${step}, ms`, edited[0], 2 * FRAME, "with the wait for the screen's beat");
    row(`policy edit until all ${PARTNERS} are judged, ${step}, ms`, edited[1], 1000, "chunked");
    await context.close();
  }
  await on.close();
}

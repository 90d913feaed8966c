// The same build in real Chromium under a strict Content-Security-Policy: the bytes of Node.
import assert from "node:assert/strict";
import test, { after } from "node:test";
import { emptyPage } from "./support/browser.mjs";
import { cases, packs } from "./support/cases.mjs";
import { loadEngine } from "./support/engine.mjs";

const { page, said, close } = await emptyPage();
after(close);

const policies = packs;

/** Answers of the engine in the page. @param {string[]} requests @returns {Promise<string[]>} */
const evaluateInPage = (requests) =>
  page.evaluate(
    async (/** @type {{ texts: string[], policies: object[] }} */ { texts, policies }) => {
      const { loadEngine: load } = await import(/** @type {any} */ ("/engine.js"));
      const engine = await load({ policies });
      return texts.map((text) => engine.evaluate(text));
    },
    { texts: requests, policies },
  );

test("Chromium answers every golden case with the bytes of Node", async () => {
  const requests = cases().map((item) => item.request);
  const engine = await loadEngine({ policies });
  const answers = await evaluateInPage(requests);
  assert.equal(answers.length, requests.length);
  const different = requests.filter((request, i) => answers[i] !== engine.evaluate(request));
  assert.deepEqual(different.map((request) => request.slice(0, 500)), []);
});

test("Chromium and Node pay the same for many volumes", async () => {
  const engine = await loadEngine();
  const volumes = Array.from({ length: 5000 }, (_, i) => (i * 7919) % 26000);
  const paid = await page.evaluate(async (/** @type {number[]} */ list) => {
    const { loadEngine: load } = await import(/** @type {any} */ ("/engine.js"));
    return [...(await load()).payMany({ policy: "insurance-data" }, Float64Array.from(list))];
  }, volumes);
  assert.deepEqual(paid, [...engine.payMany({ policy: "insurance-data" }, Float64Array.from(volumes))]);
});

test("a missing wasm rejects with one plain sentence", async () => {
  const sentence = await page.evaluate(async () => {
    const { loadEngine: load } = await import(/** @type {any} */ ("/engine.js"));
    return load({ wasm: "/nothing-here.wasm" }).then(
      () => "loaded",
      (/** @type {Error} */ error) => error.message,
    );
  });
  assert.match(sentence, /^Cannot load http:\/\/127\.0\.0\.1:\d+\/nothing-here\.wasm: 404$/);
  // The browser itself reports the missing file; nothing else was said.
  said.splice(0, said.length, ...said.filter((line) => !line.includes("404")));
});

test("a browser without WebAssembly is told so in one sentence", async () => {
  const sentence = await page.evaluate(async () => {
    const { loadEngine: load } = await import(/** @type {any} */ ("/engine.js"));
    const kept = WebAssembly;
    Reflect.deleteProperty(globalThis, "WebAssembly");
    try {
      return await load().then(() => "loaded", (/** @type {Error} */ error) => error.message);
    } finally {
      Object.defineProperty(globalThis, "WebAssembly", { value: kept, configurable: true, writable: true });
    }
  });
  assert.equal(sentence, "This browser has no WebAssembly, which the calculator needs.");
});

test("the browser said nothing, so the policy was never broken", () => {
  assert.deepEqual(said, []);
});

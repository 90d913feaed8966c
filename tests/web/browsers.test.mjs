// The same page in Chromium, Firefox and WebKit: under the strict policy from a server, and as one file from the disk.
// Every step shows the same words and figures in all three, an entry changes them, axe-core objects to nothing, the
// browser has nothing to say.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { CONTENT_SECURITY_POLICY, listen, server } from "../../scripts/lib/server.mjs";
import { HEARD, NAMES, start } from "./support/engines.mjs";
import { SITE } from "./support/page.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const APP = 'document.querySelector("allymark-app")';
const STRIP = `${APP}.shadowRoot.querySelector(".strip .v").innerText`;
const FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";
/** Two frames, and what follows behind them. */
const QUIET = `(async () => { await ${FRAMES}; for (let wait = 0; wait < 50 && [...${APP}.shadowRoot.querySelectorAll(".wrap > *")].some((card) => card.shadowRoot?.querySelector('[aria-busy="true"]')); wait += 1) await new Promise((done) => setTimeout(done, 100)); })()`;
const READY = `(async () => { for (let wait = 0; wait < 100 && !(${APP}?.shadowRoot?.querySelector(".frame")); wait += 1) await new Promise((done) => setTimeout(done, 100)); await ${APP}.complete(); await ${FRAMES}; })()`;
/** @param {string} step @param {string} selector */
const at = (step, selector) => `${APP}.shadowRoot.querySelector("allymark-${step}").shadowRoot.querySelector(${JSON.stringify(selector)})`;
/** @param {string} step @param {string} selector */
const press = (step, selector) => ({ run: `${at(step, selector)}.click()` });
/** @param {string} step @param {string} selector @param {string} value */
const choose = (step, selector, value) => ({ run: `(() => { const field = ${at(step, selector)}; field.value = ${JSON.stringify(value)}; field.dispatchEvent(new Event("change", { bubbles: true, composed: true })); })()` });
/** @param {string} step @param {string} selector @param {string} text */
const type = (step, selector, text) => ({ field: at(step, selector), text });

/** One entry for each step that must change what it shows. @type {Record<string, {run?: string, field?: string, text?: string}>} */
const ENTRIES = {
  level: press("level", '[name="f-dossiers-0-keyLevel-strategicValue"][value="5"]'),
  readiness: choose("readiness", "#f-dossiers-0-willingness-signals-team", "no"),
  diligence: choose("diligence", "#f-dossiers-0-screening-reputation", "no"),
  trial: type("trial", "#f-dossiers-0-trial-metrics-failure_rate-value", "0.8"),
  commission: type("commission", "#f-dossiers-0-agreement-volume", "4999"),
  "stop-loss": type("stop-loss", "#f-dossiers-0-investment-months", "30"),
  scorecard: type("scorecard", "#f-dossiers-0-months-0-metrics-policies-value", "430"),
  relationship: type("relationship", "#f-dossiers-0-relationship-start", "2024-05-01"),
  crisis: press("crisis", "p.hint + .btn, .entries + .btn, .btn:not(.head .btn)"),
  portfolio: press("portfolio", "th .sort"),
};

/** Words and figures of the strip and the page, without the drawings, whose scales and labels depend on their width. */
const WORDS = `(() => {
  const words = (node) => node.nodeType === 3 ? node.textContent : node instanceof SVGElement || node instanceof HTMLOptionElement || node.localName === "allymark-sized" ? "" : [...(node.shadowRoot ?? node).childNodes].map(words).join(" ") + (node instanceof HTMLInputElement ? node.value : "");
  return words(${APP}.shadowRoot.querySelector("main")).replace(/\\s+/g, " ").trim();
})()`;
const OBJECTIONS = "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].target.flat().join(' ')}`))";

/** What Chromium showed, which the others must show, too. @type {Map<string, unknown>} */
const shown = new Map();
/** @param {string} what @param {unknown} here */
function same(what, here) {
  if (!shown.has(what)) shown.set(what, here);
  assert.deepEqual(here, shown.get(what), `${what} differs from Chromium's`);
}

/** @type {import("node:http").Server} */
let files;
let url = "";
before(async () => {
  const site = server(SITE);
  const page = readFileSync(`${SITE}/index.html`, "utf8").replace("<head>", '<head><script src="heard.js"></script>');
  files = createServer((request, response) => {
    response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    if (request.url?.endsWith("/heard.js")) response.setHeader("Content-Type", "text/javascript").end(HEARD);
    else if (/^\/(\?.*)?$/.test(request.url ?? "")) response.setHeader("Content-Type", "text/html; charset=utf-8").end(page);
    else site.emit("request", request, response);
  });
  url = `http://127.0.0.1:${await listen(files, 0)}/`;
});
after(() => {
  files.closeAllConnections();
  files.close();
});

for (const name of NAMES) {
  describe(name, { timeout: 300000 }, () => {
    /** @type {import("./support/engines.mjs").Visitor} */
    let visitor;
    before(async () => {
      visitor = await start(name);
    });
    after(() => visitor?.close());
    const silent = async () => assert.deepEqual([...visitor.said(), ...((await visitor.run("globalThis.heard ?? []")) ?? [])], []);

    test("from a server under the strict policy: the same figures on every page, an entry changes them, nothing said", async () => {
      await visitor.go(url);
      await visitor.run(READY);
      assert.match(await visitor.run(STRIP), /有条件签约/);
      const pages = /** @type {string[]} */ (await visitor.run(`[...${APP}.shadowRoot.querySelectorAll(".rail a")].map((link) => link.getAttribute("href").slice(1))`));
      same("the list of pages", pages);
      // The policy lets no script element in, so axe-core comes as an expression.
      await visitor.run(`(() => { ${axe}; return 0; })()`);
      for (const page of pages) {
        await visitor.run(`(${APP}.view = ${JSON.stringify(page)}, ${READY})`);
        const words = String(await visitor.run(WORDS));
        assert.ok(words.length > 100, `${page} is empty`);
        assert.doesNotMatch(words, /undefined|NaN|\[object/, page);
        same(page, words);
        assert.deepEqual(await visitor.run(OBJECTIONS), [], page);
        assert.equal(await visitor.run("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), true, `${page} scrolls sideways`);
      }
      for (const page of pages) {
        const entry = ENTRIES[page];
        if (!entry) continue;
        await visitor.run(`(${APP}.view = ${JSON.stringify(page)}, ${READY})`);
        const before = await visitor.run(WORDS);
        if (entry.run) await visitor.run(`(${entry.run}, 0)`);
        else await visitor.type(String(entry.field), String(entry.text));
        await visitor.run(QUIET);
        const words = await visitor.run(WORDS);
        assert.notEqual(words, before, `an entry on ${page} changes nothing`);
        same(`${page} after an entry`, words);
      }
      assert.deepEqual(Object.keys(ENTRIES).filter((step) => !pages.includes(step)), []);
      await silent();
    });

    test("what was typed is there after a reload", async () => {
      await visitor.run(`(async () => { for (let wait = 0; wait < 50 && ${APP}.store.keeper.state !== "saved"; wait += 1) await new Promise((done) => setTimeout(done, 100)); })()`);
      assert.equal(await visitor.run(`${APP}.store.keeper.state`), "saved");
      await visitor.go(`${url}?again#trial`);
      await visitor.run(READY);
      assert.match(await visitor.run(STRIP), /^\s*签约/);
      assert.equal(await visitor.run(`${ENTRIES.trial.field}.value`), "0.8");
      await silent();
    });

    test("as one file from the disk: the same verdicts, and an entry changes them", async () => {
      await visitor.go(pathToFileURL(resolve("build/release/allymark.html")).href);
      await visitor.run(READY);
      const scores = await visitor.run(`[...${APP}.shadowRoot.querySelector("allymark-trial").shadowRoot.querySelectorAll(".mx .sc .raw")].map((raw) => raw.innerText)`);
      assert.deepEqual(scores, ["95.36", "78.14", "72.46"]);
      await visitor.type(String(ENTRIES.trial.field), "0.8");
      assert.match(await visitor.run(STRIP), /^\s*签约/);
      await silent();
    });
  });
}

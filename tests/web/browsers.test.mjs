// The same page in Firefox and WebKit: under the strict policy from a server, and as one file from the disk. Every step
// shows its figures, typing changes them, axe-core objects to nothing, the browser has nothing to say.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { listen, server } from "../../scripts/lib/server.mjs";
import { firefox, hasFirefox, hasWebKit, webkit } from "./support/engines.mjs";
import { SITE } from "./support/page.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const APP = 'document.querySelector("allymark-app")';
const STRIP = `${APP}.shadowRoot.querySelector(".strip .v").innerText`;
const RATE = `${APP}.shadowRoot.querySelector("allymark-trial").shadowRoot.querySelector("#f-dossiers-0-trial-metrics-failure_rate-value")`;
const READY = `(async () => { for (let wait = 0; wait < 100 && !(${APP}?.shadowRoot?.querySelector(".frame")); wait += 1) await new Promise((done) => setTimeout(done, 100)); await ${APP}.complete(); await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))); })()`;

/** @type {import("node:http").Server} */
let files;
let url = "";
before(async () => {
  files = server(SITE);
  url = `http://127.0.0.1:${await listen(files, 0)}/`;
});
after(() => {
  files.closeAllConnections();
  files.close();
});

for (const [name, start, here] of /** @type {const} */ ([["Firefox", firefox, hasFirefox], ["WebKit", webkit, hasWebKit]])) {
  describe(name, { skip: here ? false : `${name} is not installed`, timeout: 170000 }, () => {
    /** @type {import("./support/engines.mjs").Visitor} */
    let visitor;
    before(async () => {
      visitor = await start();
    });
    after(() => visitor?.close());

    test("from a server under the strict policy: verdict, typing, every page, nothing said", async () => {
      await visitor.go(url);
      await visitor.run(READY);
      assert.match(await visitor.run(STRIP), /有条件签约/);
      await visitor.type(RATE, "0.8");
      assert.match(await visitor.run(STRIP), /^\s*签约/);
      const pages = /** @type {string[]} */ (await visitor.run(`[...${APP}.shadowRoot.querySelectorAll(".rail a")].map((link) => link.getAttribute("href").slice(1))`));
      assert.ok(pages.length >= 6, pages.join());
      // The policy lets no script element in, so axe-core comes as an expression.
      await visitor.run(`(() => { ${axe}; return 0; })()`);
      for (const page of pages) {
        await visitor.run(`(${APP}.view = ${JSON.stringify(page)}, ${READY})`);
        const text = String(await visitor.run(`${APP}.shadowRoot.querySelector("main").innerText + [...${APP}.shadowRoot.querySelectorAll("main *")].map((element) => element.shadowRoot?.textContent ?? "").join("")`));
        assert.ok(text.trim().length > 100, `${page} is empty`);
        const objections = await visitor.run("axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].target.flat().join(' ')}`))");
        assert.deepEqual(objections, [], page);
        assert.doesNotMatch(text, /undefined|NaN|\[object/, page);
        assert.equal(await visitor.run("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), true, `${page} scrolls sideways`);
      }
      assert.deepEqual([...visitor.said(), ...((await visitor.run("globalThis.heard ?? []")) ?? [])], []);
    });

    test("what was typed is there after a reload", async () => {
      await visitor.run(`(async () => { for (let wait = 0; wait < 50 && ${APP}.store.keeper.state !== "saved"; wait += 1) await new Promise((done) => setTimeout(done, 100)); })()`);
      assert.equal(await visitor.run(`${APP}.store.keeper.state`), "saved");
      await visitor.go(`${url}?again`);
      await visitor.run(READY);
      assert.match(await visitor.run(STRIP), /^\s*签约/);
    });

    test("as one file from the disk: the same verdicts", async () => {
      await visitor.go(pathToFileURL(resolve("build/release/allymark.html")).href);
      await visitor.run(READY);
      const scores = await visitor.run(`[...${APP}.shadowRoot.querySelector("allymark-trial").shadowRoot.querySelectorAll(".mx .sc .raw")].map((raw) => raw.innerText)`);
      assert.deepEqual(scores, ["95.36", "78.14", "72.46"]);
      assert.deepEqual([...visitor.said(), ...((await visitor.run("globalThis.heard ?? []")) ?? [])], []);
    });
  });
}

// The built page in real Chromium, served with the strict policy on a free local port. Everything the browser says is
// kept, so that a test can ask for silence.
import { chromium } from "playwright-core";
import { existsSync } from "node:fs";
import { listen, server } from "../../../scripts/lib/server.mjs";

export const SITE = process.env.ALLYMARK_SITE ?? "build/release/site";

export const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

/** Pages beside the steps, which have no element of their own. */
export const PAGES = ["overview", "policy", "report"];

/** Where a step has something to show. @param {string} step @returns {{example?: "used-car"}} */
export const exampleOf = (step) => (step === "stop-loss" ? { example: "used-car" } : {});

/** @typedef {import("playwright-core").BrowserContext} BrowserContext */
/** @typedef {{url: string, browser: import("playwright-core").Browser, idle: Map<string, BrowserContext[]>, close: () => Promise<void>}} Stage */

export const launchChromium = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGS });

/** @returns {Promise<Stage>} */
export async function stage() {
  if (!existsSync(`${SITE}/index.html`)) throw new Error(`${SITE} is not built: run scripts/build`);
  const files = server(SITE);
  const port = await listen(files, 0);
  const browser = await launchChromium();
  return {
    url: `http://127.0.0.1:${port}/`,
    browser,
    idle: new Map(),
    async close() {
      await browser.close();
      files.closeAllConnections();
      await new Promise((resolve) => files.close(resolve));
    },
  };
}

/**
 * A browser's profile of its own. Closed, it is emptied and waits for the next one who wants such a screen: its cache has
 * the page's files then, which a third of a start's time goes into.
 * @param {Stage} on
 * @param {{width: number, height: number, scale: number}} screen
 * @returns {Promise<BrowserContext>}
 */
async function profile(on, { width, height, scale }) {
  const phone = width < 900;
  const kind = `${phone} ${scale}`;
  const waiting = on.idle.get(kind) ?? [];
  on.idle.set(kind, waiting);
  const idle = waiting.pop();
  if (idle) return idle;
  const context = await on.browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale, hasTouch: phone, isMobile: phone });
  // Hundreds of windows need not hold all files for later; tests/web/offline.test.mjs lets one do it.
  await context.addInitScript("delete Navigator.prototype.serviceWorker");
  const keeper = await context.newPage();
  const devtools = await context.newCDPSession(keeper);
  context.close = async () => {
    for (const page of context.pages()) if (page !== keeper) await page.close();
    await devtools.send("Storage.clearDataForOrigin", { origin: new URL(on.url).origin, storageTypes: "indexeddb,local_storage" });
    waiting.push(context);
  };
  return context;
}

/**
 * @typedef {object} Look
 * @property {string} [step]
 * @property {number} [width]
 * @property {number} [height]
 * @property {"zh" | "en"} [lang]
 * @property {"light" | "dark"} [theme]
 * @property {number} [scale]
 * @property {"used-car"} [example] opened in place of the first one
 */

/**
 * Opens the page and waits for its first figures.
 * @param {Stage} on
 * @param {Look} [look]
 */
export async function open(on, { step = "trial", width = 1440, height = 900, lang = "zh", theme = "light", scale = 1, example } = {}) {
  const context = await profile(on, { width, height, scale });
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  await page.addInitScript(`localStorage.setItem("allymark.preferences", ${JSON.stringify(JSON.stringify({ lang, theme }))})`);
  /** @type {string[]} */
  const said = [];
  /** @type {string[]} */
  const asked = [];
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(`error: ${error.message}`));
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${on.url}#${step}`);
  await page.locator("allymark-app .frame").waitFor();
  if (!PAGES.includes(step)) await page.locator(`allymark-${step}`).waitFor({ state: "attached" });
  await page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).complete());
  if (example) await openExample(page, step);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return { page, context, said, asked };
}

/**
 * The other example, by its entry in the menu, and then the step that was asked for.
 * @param {import("playwright-core").Page} page
 * @param {string} step
 */
async function openExample(page, step) {
  const entry = page.locator("allymark-app .menu button", { hasText: /及早止损|stop early/ }).first();
  await entry.evaluate((button) => /** @type {HTMLElement} */ (button).click());
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("allymark-app"))?.store.workspace.example === "used-car");
  await page.evaluate((step) => /** @type {any} */ (document.querySelector("allymark-app")).store.look({ view: step, ...(["overview", "policy", "report"].includes(step) ? {} : { step }) }), step);
  await page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).updateComplete);
}

// Chromium, Firefox and WebKit, each behind the same few calls. They are Debian's own packages, which scripts/setup
// installs: a browser that is missing fails its tests.
import { existsSync, readdirSync } from "node:fs";
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { launchChromium } from "./page.mjs";

export const FIREFOX = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
const MINI = (() => {
  for (const library of ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"]) {
    if (!existsSync(library)) continue;
    const found = readdirSync(library).filter((name) => /^webkit2?gtk-/.test(name)).map((name) => `${library}/${name}/MiniBrowser`).filter(existsSync);
    if (found.length > 0) return found[found.length - 1];
  }
  return "";
})();
/** WebKit's driver tells nothing of the console: then the page listens itself, from its first script on where it can. */
export const HEARD = `if (!globalThis.heard) {
  globalThis.heard = [];
  const hear = (word) => heard.push(String(word));
  addEventListener("error", (event) => hear(event.message));
  addEventListener("unhandledrejection", (event) => hear(event.reason));
  document.addEventListener("securitypolicyviolation", (event) => hear(event.violatedDirective));
  for (const name of ["debug", "log", "info", "warn", "error"]) console[name] = (...words) => hear(words.join(" "));
}`;

const ENGINES = /** @type {const} */ ({ Chromium: chromium, Firefox: firefox, WebKit: webkit });
export const NAMES = /** @type {(keyof typeof ENGINES)[]} */ (Object.keys(ENGINES));

/** Starts one of them. @param {keyof typeof ENGINES} name */
export function start(name) {
  if (name === "Firefox" && !existsSync(FIREFOX)) throw new Error(`${FIREFOX} is missing: run scripts/setup`);
  if (name === "WebKit" && (!existsSync("/usr/bin/WebKitWebDriver") || !existsSync("/usr/bin/Xvfb") || MINI === "")) throw new Error("WebKitWebDriver, its MiniBrowser or Xvfb is missing: run scripts/setup");
  return ENGINES[name]();
}

/**
 * @typedef {object} Visitor
 * @property {(url: string) => Promise<void>} go
 * @property {(script: string) => Promise<any>} run an expression in the page; a promise is awaited
 * @property {(script: string, text: string) => Promise<void>} type real key presses into the element an expression gives
 * @property {() => string[]} said what the browser had to say
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<Visitor>} */
export async function chromium() {
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  /** @type {string[]} */
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  return {
    go: async (url) => void (await page.goto(url)),
    run: (script) => page.evaluate(script),
    async type(script, text) {
      await page.evaluate(`(() => { const field = ${script}; field.focus(); field.select(); })()`);
      await page.keyboard.type(text);
    },
    said: () => said,
    close: () => browser.close(),
  };
}

/** @returns {Promise<Visitor>} */
export async function firefox() {
  const { launch } = await import("puppeteer-core");
  // A window of the size instead of a set viewport, for which Firefox 140 lacks a command.
  const browser = await launch({ browser: "firefox", executablePath: FIREFOX, headless: true, defaultViewport: null, args: ["--width=1440", "--height=900"], extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true, "intl.accept_languages": "zh-CN" } });
  const page = await browser.newPage();
  /** @type {string[]} */
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(/** @type {Error} */ (error).message)));
  return {
    go: async (url) => void (await page.goto(url)),
    run: (script) => page.evaluate(script),
    async type(script, text) {
      const element = /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (await page.evaluateHandle(script));
      await element.focus();
      await page.evaluate((input) => input.select(), element);
      await page.keyboard.type(text);
    },
    said: () => said,
    close: () => browser.close(),
  };
}

/** @returns {Promise<Visitor>} */
export async function webkit() {
  const { Builder, Capabilities, Key } = await import("selenium-webdriver");
  const display = await screen();
  const port = await freePort();
  const driver = spawn("/usr/bin/WebKitWebDriver", ["-p", String(port), "--host=127.0.0.1"], { stdio: "ignore", env: { ...process.env, DISPLAY: display.name, GDK_BACKEND: "x11" } });
  await listening(port);
  const capabilities = new Capabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary: MINI, args: ["--automation"] } });
  const session = await limited(new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build(), 30000);
  await session.manage().setTimeouts({ script: 20000, pageLoad: 30000 });
  const script = (/** @type {string} */ expression) => `const done = arguments[arguments.length - 1]; Promise.resolve().then(() => (${expression})).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
  const run = async (/** @type {string} */ expression) => {
    const answer = /** @type {any} */ (await limited(session.executeAsyncScript(script(expression)), 30000));
    if (answer?.error) throw new Error(answer.error);
    return answer?.value;
  };
  return {
    async go(url) {
      await limited(session.get(url), 40000);
      await run(`(() => { ${HEARD} })()`);
    },
    run,
    async type(expression, text) {
      const element = /** @type {import("selenium-webdriver").WebElement} */ (await limited(session.executeScript(`const field = ${expression}; field.focus(); field.select(); return field;`), 10000));
      await limited(element.sendKeys(Key.BACK_SPACE, text), 20000);
    },
    said: () => [],
    async close() {
      await limited(session.quit(), 10000).catch(() => {});
      driver.kill();
      display.end();
    },
  };
}

/** A screen nobody sees. @returns {Promise<{name: string, end: () => void}>} */
async function screen() {
  const server = spawn("/usr/bin/Xvfb", ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const number = await limited(new Promise((resolve) => /** @type {import("node:stream").Readable} */ (server.stdio[3]).once("data", (data) => resolve(String(data).trim()))), 15000);
  return { name: `:${number}`, end: () => server.kill() };
}

/** @returns {Promise<number>} */
const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    server.close(() => resolve(port));
  });
});

/** @param {number} port */
async function listening(port) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answered = await fetch(`http://127.0.0.1:${port}/status`).then(() => true, () => false);
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("WebKitWebDriver does not answer");
}

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {number} milliseconds
 * @returns {Promise<T>}
 */
function limited(promise, milliseconds) {
  /** @type {NodeJS.Timeout} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([promise, /** @type {Promise<T>} */ (late)]).finally(() => clearTimeout(timer));
}

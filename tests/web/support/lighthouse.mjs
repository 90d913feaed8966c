// Lighthouse over the served page, for a phone and for a screen: its four scores and what it objects to.
import { chromium } from "playwright-core";
import lighthouse, { desktopConfig } from "lighthouse";
import { createServer } from "node:net";
import { listen, server } from "../../../scripts/lib/server.mjs";
import { ARGS, SITE } from "./page.mjs";

/** What each category must reach. */
export const LEAST = 95;

/**
 * @param {"phone" | "screen"} [form]
 * @param {string[]} [categories] all four unless told
 * @returns {Promise<{scores: Record<string, number>, objections: string[]}>} scores of 100
 */
export async function audit(form = "phone", categories = ["performance", "accessibility", "best-practices", "seo"]) {
  const port = await freePort();
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: [...ARGS, `--remote-debugging-port=${port}`] });
  const files = server(SITE);
  const url = `http://127.0.0.1:${await listen(files, 0)}/`;
  try {
    const run = await lighthouse(url, { port, output: "json", logLevel: "silent", onlyCategories: categories }, form === "screen" ? desktopConfig : undefined);
    if (!run) throw new Error("Lighthouse gave no answer");
    const { lhr } = run;
    if (lhr.runtimeError) throw new Error(`${lhr.runtimeError.code}: ${lhr.runtimeError.message}`);
    const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]));
    const counted = Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id));
    const objections = [...new Set(counted)].map((id) => lhr.audits[id]).filter(({ score }) => score !== null && score < 0.9).map(({ id, title, displayValue = "" }) => `${id}: ${title} ${displayValue}`.trim());
    return { scores, objections };
  } finally {
    await browser.close();
    files.closeAllConnections();
    files.close();
  }
}

/** @returns {Promise<number>} */
const freePort = () => new Promise((resolve) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
    probe.close(() => resolve(port));
  });
});

// The shipped engine inside real Chromium, on an otherwise empty page that is served with the strict policy.
import { chromium } from "playwright-core";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { CONTENT_SECURITY_POLICY, listen, server } from "../../../scripts/lib/server.mjs";
import { packageFolder } from "./engine.mjs";

const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

/** An empty page beside build/release/npm. `said` collects everything the browser says. */
export async function emptyPage() {
  const files = server(fileURLToPath(packageFolder));
  const site = createServer((request, response) => {
    if (request.url !== "/") return void files.emit("request", request, response);
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    response.end('<!doctype html><html lang="en"><title>engine</title><link rel="icon" href="data:,">');
  });
  const port = await listen(site, 0);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });
  const page = await browser.newPage();
  /** @type {string[]} */
  const said = [];
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(`error: ${error.message}`));
  await page.goto(`http://127.0.0.1:${port}/`);
  return {
    page,
    said,
    async close() {
      await browser.close();
      site.closeAllConnections();
      await new Promise((resolve) => site.close(resolve));
    },
  };
}

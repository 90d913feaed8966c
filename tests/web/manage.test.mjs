// The room manage in the browser: the calendar and its file, an event that fires a plan, its checklist, the portfolio.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { calendarText } from "../../web/io/calendar.js";
import { open, stage } from "./support/page.mjs";

/** @type {import("./support/page.mjs").Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on.close());

test("a calendar file has whole days, ends lines as it must and folds them at 75 bytes", () => {
  const text = calendarText([{ date: "2024-12-31", title: "众安在线 · 高层", text: `议程,一;二\\三\n${"很长".repeat(40)}` }], "众安", "2024-09-01");
  const lines = text.split("\r\n");
  assert.equal(lines.pop(), "");
  for (const line of lines) assert.ok(Buffer.byteLength(line) <= 75, line);
  const whole = text.replaceAll("\r\n ", "");
  assert.match(whole, /DTSTART;VALUE=DATE:20241231\r\nDTEND;VALUE=DATE:20250101\r\n/);
  assert.ok(whole.includes("DESCRIPTION:议程\\,一\\;二\\\\三\\n很长"));
  assert.equal(whole.split("BEGIN:VEVENT").length, 2);
});

test("a date is typed sign by sign: what is typed stays as it is, and its tidy form counts", async () => {
  const { page, context, said } = await open(on, { step: "relationship" });
  const field = page.locator("#f-dossiers-0-relationship-start");
  for (const [text, kept] of [["2024-05-01", "2024-05-01"], ["2024/5/12", "2024-05-12"], ["２０２４年６月１日", "2024-06-01"]]) {
    await field.focus();
    await field.selectText();
    await page.keyboard.type(text);
    assert.equal(await field.inputValue(), text);
    assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).store.workspace.dossiers[0].relationship.start), kept);
    await field.blur();
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    assert.equal(await field.inputValue(), kept);
    assert.equal(await field.getAttribute("aria-invalid"), "false");
  }
  assert.deepEqual(said, []);
  await context.close();
});

test("the relationship shows the year as lanes, and a meeting held today takes its date off the list", async () => {
  const { page, context, said } = await open(on, { step: "relationship" });
  const card = page.locator("allymark-relationship");
  await card.locator("svg.lanes").waitFor();
  assert.equal(await card.locator("svg.lanes .mark-held").count(), 2);
  const first = async () => (await card.locator(".tasks li").first().textContent())?.replaceAll(/\s+/g, " ") ?? "";
  assert.match(await first(), /管理层 2024-09-01/);
  await card.locator(".entries + .btn").first().click();
  await card.locator("svg.lanes .mark-held").nth(2).waitFor();
  assert.match(await first(), /高层 2024-10-01/);
  await card.locator(".tasks .fig").first().click();
  await card.locator(".how").waitFor();
  assert.match((await card.locator(".how").textContent()) ?? "", /2024-07-01/);
  const download = page.waitForEvent("download");
  await card.locator(".head .btn").first().click();
  assert.match((await download).suggestedFilename(), /\.ics$/);
  assert.deepEqual(said, []);
  await context.close();
});

test("a date before the first day gets its sentence and leaves the last calendar standing", async () => {
  const { page, context } = await open(on, { step: "relationship" });
  const card = page.locator("allymark-relationship");
  const field = card.locator('input[id$="meetings-0-date"]');
  await field.fill("2024-06-30");
  await field.blur();
  await card.locator(".msg.bad").waitFor();
  assert.match((await card.locator(".msg.bad").textContent()) ?? "", /2024-06-30.*2024-07-01/);
  assert.ok((await card.locator("svg.lanes").count()) === 1);
  await context.close();
});

test("a leak that is suspected warns, and fires once it is confirmed; a step is ticked off by hand", async () => {
  const { page, context, said } = await open(on, { step: "crisis" });
  const card = page.locator("allymark-crisis");
  await card.locator("tr.plan").nth(3).waitFor();
  await card.locator(".edit-part .btn").last().click();
  await card.locator("tr.plan").first().locator(".st.warn").waitFor();
  await card.locator(".entries select").nth(1).selectOption("confirmed");
  await card.locator("tr.plan").first().locator(".st.bad").waitFor();
  assert.equal(await card.locator(".checklist tbody tr").count(), 4);
  await card.locator(".checklist input").first().click();
  await page.waitForFunction(() => document.querySelector("allymark-app")?.shadowRoot?.querySelector("allymark-crisis")?.shadowRoot?.querySelector(".checklist tbody tr td:last-child")?.textContent?.includes("2024-09-01"));
  assert.match((await page.locator("allymark-app .strip").textContent()) ?? "", /已触发/);
  assert.deepEqual(said, []);
  await context.close();
});

test("the portfolio names whom the commission hangs on and what is next, and sorts", async () => {
  const { page, context, said } = await open(on, { step: "portfolio" });
  const card = page.locator("allymark-portfolio");
  await card.locator("table.port tbody tr").nth(2).waitFor();
  assert.match((await card.locator(".cap").first().textContent()) ?? "", /众安在线占 100%/);
  const tasks = await card.locator(".tasks li").allTextContents();
  assert.equal(tasks.length, 3);
  assert.ok(tasks.some((task) => /众安在线.*补测系统故障率/s.test(task)), tasks.join());
  await card.locator("table.port .sort").first().click();
  const levels = await card.locator("table.port tbody td:nth-child(2)").allTextContents();
  assert.deepEqual(levels.map((text) => text.trim()), ["A", "A", "B"]);
  const column = async (/** @type {number} */ nth) => (await card.locator(`table.port tbody td:nth-child(${nth})`).allTextContents()).map((text) => text.trim());
  const order = (/** @type {number} */ nth) => card.locator("table.port thead th").nth(nth).getAttribute("aria-sort");
  assert.equal(await order(1), "descending");
  await card.locator("table.port .sort").first().click();
  assert.deepEqual(await column(2), ["B", "A", "A"], "a second click turns the order");
  assert.equal(await order(1), "ascending");
  await card.locator("table.port .sort").nth(1).click();
  assert.deepEqual([await order(1), await order(3)], ["none", "descending"]);
  assert.equal((await column(4))[0], "¥2,730,000");
  await card.locator("table.port .sort").nth(1).click();
  assert.deepEqual([await order(3), (await column(4))[0]], ["ascending", "¥2,730,000"], "what is missing stays last");
  await card.locator('[data-figure="port/share/0"]').click();
  assert.match((await card.locator(".how").textContent()) ?? "", /2,730,000/);
  assert.deepEqual(said, []);
  await context.close();
});

for (const width of [320, 768, 1440]) {
  test(`the room's steps need no sideways scroll at ${width} pixels, in the dark too`, async () => {
    for (const step of ["relationship", "crisis", "portfolio"]) {
      const { page, context, said } = await open(on, { step, width, theme: "dark" });
      await page.locator(`allymark-${step} .head`).waitFor();
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, step);
      assert.deepEqual(said, [], step);
      await context.close();
    }
  });
}

/**
 * 伙伴组合: all partners in one table, where the commission hangs, levels against grades, what to do this week.
 * @module
 */
import { html, nothing } from "lit";
import { figure, staleTag } from "../shared/figure.js";
import { howPanel, sources, sumHow } from "../shared/how.js";
import { icon } from "../shared/icon.js";
import { place } from "../shared/place.js";
import { aged, gradeMark, status, verdictMark } from "../shared/status.js";
import { copyButton, moneyUnit } from "../shared/toolbar.js";
import { goTo } from "../pages.js";
import { partnerName, portfolio, portfolioSum } from "./answer.js";

/** @typedef {import("../context.js").Context} Context */
/** @typedef {import("allymark/engine").Portfolio} Portfolio */
/** @typedef {import("allymark/engine").PortfolioRow} PortfolioRow */

/** @typedef {"ascending" | "descending"} Order */

/**
 * What the table can be sorted by, and which way first: the best, the largest, the gravest or the earliest on top.
 * @type {Record<string, {of: (row: PortfolioRow, ctx: Context) => string | number | null, first: Order}>}
 */
const KEYS = {
  level: { of: (row, ctx) => (row.level === null ? null : -rankOf(ctx, row.level)), first: "descending" },
  pay: { of: (row) => row.yearPay, first: "descending" },
  month: { of: (row) => row.shownTotal, first: "descending" },
  crisis: { of: (row) => (row.crisis.some((plan) => plan.state === "fired") ? 2 : row.crisis.length > 0 ? 1 : 0), first: "descending" },
  next: { of: (row) => row.next?.due ?? null, first: "ascending" },
};
/** The flag that the order of the column sorted by is the other one. */
const TURNED = "port-turned";

/** @param {Context} ctx @param {string} level */
const rankOf = (ctx, level) => /** @type {any[]} */ (ctx.w.labels.policy.keyLevel?.levels ?? []).findIndex(({ id }) => id === level);

const GRADES = /** @type {const} */ (["excellent", "good", "fair", "poor", null]);
const LEVELS = ["S", "A", "B", "C"];

/** @param {Context} ctx */
export function portfolioView(ctx) {
  const { w } = ctx;
  const { result, stale } = portfolio(ctx);
  if (!result) return html`<div class="head" part="heading"><h1>${w.t("step.portfolio")}</h1></div>`;
  return html`<div class="head" part="heading"><h1>${w.t("step.portfolio")}</h1><p>${portfolioSum(ctx, result)}${stale ? staleTag(ctx) : nothing}</p><div class="act" part="toolbar">${moneyUnit(ctx)}${copyButton(ctx, () => portfolioTable(ctx, result))}</div></div>
    ${table(ctx, result, stale)}
    <div class="cols c2"><section>${concentration(ctx, result)}${costly(ctx, result)}</section><section>${matrix(ctx, result)}</section></div>
    ${tasks(ctx, result)}
    <p class="foot"><span>${w.t("how.policy")} ${ctx.policyName}</span></p>`;
}

/** The column sorted by and which way; nothing: as the partners stand in the workspace. @param {Context} ctx */
function sorting({ store: { ui } }) {
  const key = Object.keys(KEYS).find((name) => ui.flags[`port-${name}`]);
  if (!key) return null;
  const { first } = KEYS[key];
  return { key, order: /** @type {Order} */ (ui.flags[TURNED] ? (first === "ascending" ? "descending" : "ascending") : first) };
}

/**
 * Missing figures stand last, whichever way.
 * @param {Context} ctx
 * @param {Portfolio} result
 */
function sorted(ctx, result) {
  const by = sorting(ctx);
  if (!by) return result.rows;
  const { of } = KEYS[by.key];
  const way = by.order === "ascending" ? 1 : -1;
  return [...result.rows].sort((a, b) => {
    const [x, y] = [of(a, ctx), of(b, ctx)];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    return x < y ? -way : x > y ? way : 0;
  });
}

/**
 * @param {Context} ctx
 * @param {string} key
 * @param {boolean} [num]
 */
function head(ctx, key, num = false) {
  const { w, store } = ctx;
  const by = sorting(ctx);
  const on = by?.key === key;
  const rest = Object.fromEntries(Object.keys(KEYS).map((name) => [`port-${name}`, name === key]));
  const name = w.t(`port.${key}`);
  return html`<th scope="col" class=${num ? "num" : ""} aria-sort=${on ? by.order : "none"}><button type="button" class="sort" title=${w.t("port.sort", { name })} @click=${() => store.look({ flags: { ...store.ui.flags, ...rest, [TURNED]: on && !store.ui.flags[TURNED] } })}>${name}${on ? html` <span aria-hidden="true">${by.order === "ascending" ? "▴" : "▾"}</span>` : nothing}</button></th>`;
}

/**
 * Opens a partner in a step.
 * @param {Context} ctx
 * @param {string} id
 * @param {string} step
 */
function open(ctx, id, step) {
  ctx.store.pick(id);
  goTo(ctx.store, step);
}

/**
 * @param {Context} ctx
 * @param {Portfolio} result
 * @param {boolean} stale
 */
function table(ctx, result, stale) {
  const { w } = ctx;
  return html`<div class="sheet bleed wide" part="card" role="region" tabindex="0" aria-label=${w.t("port.table")}><table class="port" part="table"><caption class="sr">${w.t("port.table")}</caption><thead><tr><th scope="col">${w.t("port.partner")}</th>${head(ctx, "level")}<th scope="col">${w.t("col.verdict")}</th>${head(ctx, "pay", true)}${head(ctx, "month")}${head(ctx, "crisis")}<th scope="col">${w.t("port.backup")}</th>${head(ctx, "next")}</tr></thead>
    <tbody>${sorted(ctx, result).map((row) => html`<tr><th scope="row"><button type="button" class="do" @click=${() => open(ctx, row.id, "relationship")}><bdi>${partnerName(ctx, row)}</bdi></button></th>
      <td data-name=${w.t("port.level")}>${row.level ?? html`<span class="q">—</span>`}</td><td data-name=${w.t("col.verdict")}>${row.verdict ? aged(ctx, stale, verdictMark(ctx, row.verdict)) : html`<span class="q">—</span>`}</td>
      <td class="num" data-name=${w.t("port.pay")}><button type="button" class=${`fig n${row.yearPay === null ? " gone" : ""}${stale ? " stale" : ""}`} title=${w.t("how.open")} @click=${() => open(ctx, row.id, "commission")}>${w.money(row.yearPay, { symbol: true })}</button></td>
      <td data-name=${w.t("port.month")}><button type="button" class=${`fig n${row.shownTotal === null ? " gone" : ""}${stale ? " stale" : ""}`} title=${w.t("how.open")} @click=${() => open(ctx, row.id, "scorecard")}>${w.num(row.shownTotal, 0, 0)}</button> ${row.grade ? aged(ctx, stale, gradeMark(ctx, row.grade)) : nothing}</td>
      <td data-name=${w.t("port.crisis")}>${plans(ctx, row)}</td><td data-name=${w.t("port.backup")}>${row.backup ? html`<bdi>${row.backup}</bdi>` : row.backupMissing ? html`<span class="warn">${icon("find")} ${w.t("port.noBackup")}</span>` : html`<span class="q">—</span>`}</td>
      <td class="next" data-name=${w.t("port.next")}>${row.next ? actionText(ctx, row.next) : html`<span class="q">—</span>`}</td></tr>`)}</tbody></table></div>`;
}

/**
 * @param {Context} ctx
 * @param {PortfolioRow} row
 */
function plans(ctx, row) {
  const { w } = ctx;
  // Nothing fires without months; that is no quiet.
  if (row.crisis.length === 0) return html`<span class="q">${w.t(row.shownTotal === null ? "crisis.unknown" : "crisis.quiet")}</span>`;
  return row.crisis.map((plan) => html`<span class="pair">${status(plan.state === "fired" ? { tone: "bad", icon: "stop" } : { tone: "warn", icon: "find" }, w.labels.plan(plan.id))}</span>`);
}

/**
 * @param {Context} ctx
 * @param {import("allymark/engine").NextAction} action
 */
export function actionText(ctx, action) {
  return ctx.w.t(ctx.w.known(`next.${action.code}`, "unknown"), action.params);
}

/**
 * @param {Context} ctx
 * @param {Portfolio} result
 */
function concentration(ctx, result) {
  const { w } = ctx;
  const found = result.concentration;
  const { stale } = portfolio(ctx);
  if (!found) return html`<h2 class="sec">${w.t("port.concentration")}</h2><p class="q none">${w.t("port.noPay")}</p>`;
  const [first] = found.shares;
  const names = (/** @type {{id: string, name: string}} */ share) => partnerName(ctx, /** @type {any} */ (share));
  const shown = found.shares.reduce((sum, share) => sum + share.share, 0);
  const opened = ctx.store.ui.open?.startsWith("port/share/") ? found.shares[Number(ctx.store.ui.open.slice("port/share/".length))] : undefined;
  return html`<h2 class="sec">${w.t("port.concentration")}</h2><p class="cap">${first.over ? html`<span class="warn">${icon("find")}</span> ` : nothing}${w.rich(first.over ? "port.concentrationOver" : "port.concentrationOk", { name: names(first), share: first.share, limit: found.limitPercent })}</p>
    <div class="stack" role="img" aria-label=${found.shares.map((share) => `${names(share)} ${w.num(share.share)}%`).join(w.t("punct.list"))}>${found.shares.map((share, index) => html`<span class="part s${index % 4}" ${place({ "--share": String(share.share) })}></span>`)}${shown < 99.9 ? html`<span class="part rest" ${place({ "--share": String(100 - shown) })}></span>` : nothing}<i class="limit" ${place({ "--at": `${found.limitPercent}%` })}></i></div>
    <ul class="plain shares">${found.shares.map((share, index) => html`<li><span class="key s${index % 4}" aria-hidden="true"></span><bdi>${names(share)}</bdi> ${figure(ctx, `port/share/${index}`, `${w.num(share.share)}%`, { stale, label: `${names(share)} ${w.t("port.share")}` })} <span class="q n">${w.money(share.yearPay, { symbol: true })}</span></li>`)}</ul>
    <p class="s under">${w.t("port.total")} <b>${figure(ctx, "port/total", w.money(found.total, { symbol: true }), { stale, label: w.t("port.total") })}</b></p>
    ${found.unpriced > 0 ? html`<p class="q s">${w.t("port.unpriced", { n: found.unpriced })}</p>` : nothing}
    ${ctx.store.ui.open === "port/total" ? sumHow(ctx, { title: w.t("port.total"), parts: [...found.shares.map((share) => ({ name: names(share), text: w.money(share.yearPay, { symbol: true }) })), ...(found.shares.length + found.unpriced < result.totals.partners ? [{ name: w.t("port.others"), text: "" }] : [])], total: w.money(found.total, { symbol: true }), rules: ["portfolio"] }) : nothing}
    ${opened ? howPanel(ctx, { title: `${names(opened)} ${w.t("port.share")}`, left: html`<p class="f">${w.t("port.formula")}</p><p class="f"><span class="n">${w.money(opened.yearPay, { symbol: true })} ÷ ${w.money(found.total, { symbol: true })}</span> <span class="arrow" aria-hidden="true">→</span> <b class="n">${w.num(opened.share)}%</b></p>`, right: sources(ctx, [{ term: w.t("room.rule"), text: w.labels.rule("portfolio"), origin: w.labels.origin("portfolio") }]) }) : nothing}`;
}

/**
 * @param {Context} ctx
 * @param {Portfolio} result
 */
function costly(ctx, result) {
  const { w } = ctx;
  const rows = result.rows.filter((row) => row.costly);
  const rule = w.labels.policy.portfolio ?? {};
  return html`<h2 class="sec later">${w.t("port.costly")}</h2>${rows.length === 0 ? html`<p class="q">${w.t("port.noCostly", { stars: rule.costlyInvestment, grade: rule.costlyGrade })}</p>` : html`<ul class="plain">${rows.map((row) => html`<li><span class="warn">${icon("find")}</span> <bdi>${partnerName(ctx, row)}</bdi> ${row.grade ? gradeMark(ctx, row.grade) : nothing}</li>`)}</ul>`}`;
}

/**
 * @param {Context} ctx
 * @param {Portfolio} result
 */
function matrix(ctx, result) {
  const { w } = ctx;
  const named = result.totals.matrix.map((cell) => cell.level);
  const levels = [...LEVELS, ...(named.includes(null) ? [null] : [])];
  const at = (/** @type {string | null} */ level, /** @type {string | null} */ grade) => result.rows.filter((row) => row.level === level && row.grade === grade);
  const count = (/** @type {string | null} */ level, /** @type {string | null} */ grade) => result.totals.matrix.find((cell) => cell.level === level && cell.grade === grade)?.count ?? 0;
  return html`<h2 class="sec">${w.t("port.matrix")} <small>${w.t("port.matrixHint")}</small></h2>
    <div class="scroll" role="region" tabindex="0" aria-label=${w.t("port.matrix")}><table class="matrix" part="table"><thead><tr><th scope="col"><span class="sr">${w.t("port.level")}</span></th>${GRADES.map((grade) => html`<th scope="col">${w.t(`grade.${grade ?? "none"}`)}</th>`)}</tr></thead>
    <tbody>${levels.map((level) => html`<tr><th scope="row">${level ?? w.t("port.noLevel")}</th>${GRADES.map((grade) => {
      const n = count(level, grade);
      return html`<td class=${n > 0 ? `some g-${grade ?? "none"}` : "q"}>${n > 0 ? html`<b class="n">${n}</b><small>${at(level, grade).slice(0, 2).map((row) => partnerName(ctx, row)).join(w.t("punct.list"))}${n > 2 ? "…" : ""}</small>` : "·"}</td>`;
    })}</tr>`)}</tbody></table></div>`;
}

/**
 * @param {Context} ctx
 * @param {Portfolio} result
 */
function tasks(ctx, result) {
  const { w } = ctx;
  const rows = result.rows.filter((row) => row.next !== null).sort((a, b) => (a.next?.due ?? "9999").localeCompare(b.next?.due ?? "9999"));
  return html`<h2 class="sec gap">${w.t("port.tasks")}</h2>${rows.length === 0 ? html`<p class="q none">${w.t("port.noTasks")}</p>` : html`<ul class="tasks">${rows.map((row) => row.next && html`<li><p><b><bdi>${partnerName(ctx, row)}</bdi></b> ${actionText(ctx, row.next)}</p>
    <p class="q s">${w.labels.role(row.next.ownerRole)}${row.next.due ? html`${w.t("punct.comma")}<span class="n">${w.t("port.dueOn", { due: row.next.due })}</span>` : nothing}${row.next.lateDays > 0 ? html` <span class="bad">${w.t("room.lateDays", { n: row.next.lateDays })}</span>` : nothing}</p></li>`)}</ul>`}`;
}

/**
 * @param {Context} ctx
 * @param {Portfolio} result
 * @returns {import("../shared/table.js").TableData}
 */
export function portfolioTable(ctx, result) {
  const { w } = ctx;
  return {
    caption: w.t("port.table"),
    head: [w.t("port.partner"), w.t("port.level"), w.t("col.verdict"), w.t("port.pay"), w.t("port.month"), w.t("port.crisis"), w.t("port.backup"), w.t("port.next")],
    rows: sorted(ctx, result).map((row) => [partnerName(ctx, row), row.level ?? "—", row.verdict ? w.t(`verdict.${row.verdict}`) : "—", w.num(row.yearPay), w.num(row.shownTotal, 0, 0), row.crisis.map((plan) => `${w.labels.plan(plan.id)} ${w.t(`crisis.${plan.state}`)}`).join(w.t("punct.list")), row.backup ?? (row.backupMissing ? w.t("port.noBackup") : "—"), row.next ? actionText(ctx, row.next) : "—"]),
  };
}

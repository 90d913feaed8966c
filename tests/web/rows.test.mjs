// Tables from a spreadsheet: which column is what, what each cell says, and what would be written.
import assert from "node:assert/strict";
import { test } from "node:test";
import { applied, maybeShares, plan, planning, readMonth, rowsOfText, understand, withErrors } from "../../web/io/rows.js";
import { emptyWorkspace } from "../../web/store/workspace.js";

/** @type {import("../../web/io/rows.js").Metric[]} */
const METRICS = [
  { id: "policies", unit: "count", rate: false, labels: ["policies", "签约份数", "Policies signed"] },
  { id: "conversion", unit: "%", rate: true, labels: ["conversion", "转化率", "Conversion"] },
  { id: "nps", unit: "points", rate: false, labels: ["nps", "NPS"] },
  { id: "complaint_rate", unit: "%", rate: true, labels: ["complaint_rate", "投诉率", "Complaint rate"] },
  { id: "quote_hours", unit: "h", rate: false, labels: ["quote_hours", "平均报价时间", "Mean quote time"] },
];
const blank = () => emptyWorkspace("insurance-data", "2024-09-01");
/** @param {string} text */
const planned = (text, workspace = blank()) => {
  const table = understand(rowsOfText(text), METRICS);
  return plan(workspace, table, METRICS, 0);
};

test("a cell with a tab, a break or a quote in it stays one cell", () => {
  assert.deepEqual(rowsOfText('a\t"b\tc\n""d"""\r\ne\tf'), [["a", 'b\tc\n"d"'], ["e", "f"]]);
  assert.deepEqual(rowsOfText("a,b\n1,2"), [["a", "b"], ["1", "2"]]);
  assert.deepEqual(rowsOfText("\ufeffa\tb\n\n1\t\n"), [["a", "b"], ["1", ""]]);
});

for (const [written, month] of /** @type {[string, string | null][]} */ ([["2024-08", "2024-08"], ["2024/8", "2024-08"], ["2024年8月", "2024-08"], ["２０２４年８月", "2024-08"], ["202408", "2024-08"], ["2024-08-01", "2024-08"], ["Aug-24", "2024-08"], ["August 2024", "2024-08"], ["2024-13", null], ["8月", null], ["", null]])) {
  test(`“${written}” is ${month ?? "no month"}`, () => assert.equal(readMonth(written), month));
}

test("months are found by their head, whatever the order, brackets and words", () => {
  const { kind, columns } = understand(rowsOfText("月份\tNPS\t转化率（%）\t签约量\t报价时效\t备注\n2024-08\t70\t18\t500\t20\tx"), METRICS);
  assert.equal(kind, "months");
  assert.deepEqual(columns, ["key", "nps", "conversion", "policies", "quote_hours", ""]);
});

test("a table on its side is turned", () => {
  const { kind, rows, columns } = understand(rowsOfText("指标\t2024-08\t2024-09\nNPS\t70\t71\n投诉率\t3\t4"), METRICS);
  assert.equal(kind, "months");
  assert.deepEqual(columns, ["key", "nps", "complaint_rate"]);
  assert.deepEqual(rows, [["2024-08", "70", "3"], ["2024-09", "71", "4"]]);
});

test("figures are read as people write them, and a dash is missing, not 0", () => {
  const { rows } = planned("月份\t签约份数\t转化率\t投诉率\t平均报价时间\n2024-08\t1.2万\t１９％\t—\t16h");
  assert.deepEqual(rows[0].cells.slice(1).map((cell) => cell.writes), [
    [["/dossiers/0/months/2024-08/metrics/policies/value", "12000"]],
    [["/dossiers/0/months/2024-08/metrics/conversion/value", "19"]],
    [["/dossiers/0/months/2024-08/metrics/complaint_rate/value", null]],
    [["/dossiers/0/months/2024-08/metrics/quote_hours/value", "16"]],
  ]);
});

test("an error stands at its own cell, and the rest is written", () => {
  const workspace = blank();
  const result = planned("月份\tNPS\t投诉率\n2024-08\tabc\t3\n13月\t70\t3\n2024-09\t71\t", workspace);
  assert.deepEqual(result.rows.map((row) => [row.keyError, ...row.cells.slice(1).map((cell) => cell.error)]), [[null, "number", null], ["month", null, null], [null, null, null]]);
  const next = applied(workspace, result, 0);
  assert.deepEqual(next.dossiers[0].months, [{ month: "2024-08", metrics: { complaint_rate: { value: "3" } } }, { month: "2024-09", metrics: { nps: { value: "71" } } }]);
  assert.deepEqual(workspace.dossiers[0].months, [], "the workspace itself is untouched");
});

test("a month that is there keeps what the table does not name", () => {
  const workspace = { ...blank() };
  workspace.dossiers = [{ ...workspace.dossiers[0], months: [{ month: "2024-08", metrics: { nps: { value: "60" }, policies: { value: "500" } } }] }];
  const next = applied(workspace, planned("月份\tNPS\t签约份数\n2024-08\t75\t", workspace), 0);
  assert.deepEqual(next.dossiers[0].months, [{ month: "2024-08", metrics: { nps: { value: "75" }, policies: { value: "500" } } }]);
});

test("candidates are matched by name, others are added, counts are taken", () => {
  const workspace = { ...blank() };
  workspace.dossiers = [{ ...workspace.dossiers[0], name: "众安在线" }];
  const result = planned("候选\t用户数\t转化率\tNPS\n众安在线\t300\t63/300\t71\n平安\t280\t18%\t—", workspace);
  assert.equal(result.kind, "candidates");
  const next = applied(workspace, result, 0);
  assert.deepEqual(next.dossiers.map((dossier) => dossier.name), ["众安在线", "平安"]);
  assert.deepEqual(next.dossiers[0].trial, { users: "300", metrics: { conversion: { events: "63", of: "300" }, nps: { value: "71" } } });
  assert.deepEqual(next.dossiers[1].trial, { users: "280", metrics: { conversion: { value: "18" }, nps: { value: null } } });
});

test("a candidate of whom nothing can be used is not added", () => {
  const next = applied(blank(), planned("候选\tNPS\nA\tabc\nB\t70"), 0);
  assert.deepEqual(next.dossiers.map((dossier) => dossier.name), ["", "B"]);
});

test("a month or a name that comes twice is told and used once", () => {
  assert.deepEqual(planned("月份\tNPS\n2024-08\t70\n2024/8\t71").rows.map((row) => row.keyError), [null, "twice"]);
  assert.deepEqual(planned("候选\tNPS\nA\t70\nA\t71\n\t5").rows.map((row) => row.keyError), [null, "twice", "name"]);
});

test("what the core objects to lands on the cell it came from", () => {
  const workspace = blank();
  const first = planned("月份\tNPS\n2024-09\t70\n2024-08\t500", workspace);
  const next = applied(workspace, first, 0);
  const errors = [{ code: "above_maximum", path: "/dossiers/0/months/0/metrics/nps", params: { maximum: 100 } }];
  const result = withErrors(first, next, 0, errors);
  assert.deepEqual(result.rows.map((row) => row.cells[1].error), [null, "above_maximum"]);
});

test("nothing typed is markup, a path or a formula: names stay names", () => {
  const name = '<img src=x onerror=alert(1)>/../~0';
  const next = applied(blank(), planned(`候选\tNPS\n${name}\t70`), 0);
  assert.ok(next.dossiers.some((dossier) => dossier.name === name));
});

test("percentages that Excel keeps as shares are asked about, and multiplied when told", () => {
  const table = understand(rowsOfText("月份\t转化率\t投诉率\tNPS\n2024-08\t0.18\t0.3%\t0.5\n2024-09\t0.205\t0.4%\t0.6"), METRICS);
  assert.deepEqual(maybeShares(table, METRICS), ["conversion"]);
  const { rows } = plan(blank(), { ...table, shares: ["conversion"] }, METRICS, 0);
  assert.deepEqual(rows.map((row) => row.cells[1].writes[0][1]), ["18", "20.5"]);
  assert.deepEqual(plan(blank(), table, METRICS, 0).rows[0].cells[1].writes[0][1], "0.18");
});

test("what was put in and sold by month goes into the investment, in order, and begins the contract where nothing did", () => {
  /** @type {import("../../web/io/rows.js").Metric[]} */
  const money = [
    { id: "amount", unit: "CNY", rate: false, plain: true, labels: ["投入"] },
    { id: "units", unit: "count", rate: false, plain: true, labels: ["成交"] },
    { id: "gate", unit: "", rate: false, plain: true, labels: ["把关条件"] },
  ];
  const table = understand(rowsOfText("月份\t投入\t成交\t把关条件\n2022-03\t30万\t20\t成交 60 单\n2022-01\t300,000\t—\t\n2022-02\tabc\t20\t"), money);
  assert.deepEqual(table.columns, ["key", "amount", "units", "gate"]);
  const planned = plan(blank(), { ...table, kind: "money" }, money, 0);
  assert.deepEqual(planned.rows.map((row) => row.cells.map((cell) => cell.error)), [[null, null, null, null], [null, null, null, null], [null, "number", null, null]]);
  const { investment } = /** @type {any} */ (applied(blank(), planned, 0).dossiers[0]);
  assert.equal(investment.start, "2022-01");
  assert.deepEqual(investment.invested, [{ month: "2022-01", amount: "300000" }, { month: "2022-03", amount: "300000", gate: "成交 60 单" }]);
  assert.deepEqual(investment.sold, [{ month: "2022-02", units: "20" }, { month: "2022-03", units: "20" }]);
  const refused = withErrors(planned, applied(blank(), planned, 0), 0, [{ code: "below_minimum", path: "/dossiers/0/investment/invested/1/amount", params: {} }]);
  assert.equal(refused.rows[0].cells[1].error, "below_minimum");
});

test("a long table is read in steps, and what it writes is what it writes at once", () => {
  const text = ["月份\tNPS\t投诉率", ...Array.from({ length: 1_000 }, (_, at) => `${1900 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}\t${at % 100}\t3.1%`)].join("\n");
  const workspace = blank();
  const table = understand(rowsOfText(text), METRICS);
  /** @type {number[]} */
  const told = [];
  const steps = planning(workspace, table, METRICS, 0);
  let step = steps.next();
  for (; !step.done; step = steps.next()) told.push(step.value);
  assert.ok(told.length > 10 && told.every((rows, at) => at === 0 || rows > told[at - 1]), "progress only grows");
  assert.deepEqual(step.value, planned(text, workspace));
  const months = applied(workspace, step.value, 0).dossiers[0].months ?? [];
  assert.equal(months.length, 1_000);
  assert.deepEqual(months[999], { month: "1983-04", metrics: { nps: { value: "99" }, complaint_rate: { value: "3.1" } } });
});

test("many candidates are added once each, with names and ids of their own, in the order of the table", () => {
  const workspace = blank();
  const result = planned(["候选\tNPS", ...Array.from({ length: 300 }, (_, at) => `公司${at}\t${at % 100}`)].join("\n"), workspace);
  const { dossiers } = applied(workspace, result, 0);
  assert.equal(dossiers.length, workspace.dossiers.length + 300);
  assert.equal(new Set(dossiers.map(({ id }) => id)).size, dossiers.length);
  assert.deepEqual(dossiers.slice(-2).map(({ name, trial }) => [name, trial?.metrics.nps]), [["公司298", { value: "98" }], ["公司299", { value: "99" }]]);
});

test("a list that is longer than the core takes is refused as a whole, not cell by cell", () => {
  const workspace = blank();
  const result = planned("月份\tNPS\n2024-08\t70\n2024-09\t71", workspace);
  const error = { code: "too_long", path: "/dossiers/0/months", params: { longest: 1, length: 2 } };
  const checked = withErrors(result, applied(workspace, result, 0), 0, [/** @type {any} */ (error)]);
  assert.deepEqual(checked.refused, [error]);
  assert.ok(checked.rows.every((row) => row.cells.every((cell) => cell.error === null)));
});

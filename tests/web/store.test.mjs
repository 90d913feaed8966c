import assert from "node:assert/strict";
import { test } from "node:test";
import { History, STEPS } from "../../web/store/history.js";
import { settled } from "../../web/store/judge.js";
import { read, within, write } from "../../web/store/pointer.js";
import { addMonth, addPartner, emptyWorkspace, nextMonth, previousMonth, removePartner } from "../../web/store/workspace.js";
import { keepApart, spread } from "../../web/charts/declutter.js";
import { axisEnd, roundUp } from "../../web/charts/axis.js";

test("writing shares everything beside the path", () => {
  const before = { a: { b: [{ c: 1 }, { c: 2 }] }, z: {} };
  const after = write(before, "/a/b/1/c", 3);
  assert.equal(after.a.b[1].c, 3);
  assert.equal(before.a.b[1].c, 2);
  assert.equal(after.z, before.z);
});

test("writing makes the way to a new field, and undefined removes one", () => {
  assert.deepEqual(write({}, "/trial/metrics/nps/value", "7"), { trial: { metrics: { nps: { value: "7" } } } });
  assert.deepEqual(write({ a: 1, b: 2 }, "/a", undefined), { b: 2 });
  assert.deepEqual(write([1, 2, 3], "/1", undefined), [1, 3]);
});

test("a pointer's escapes are read, and nothing inherited is", () => {
  assert.equal(read({ "a/b": { "~": 5 } }, "/a~1b/~0"), 5);
  assert.equal(read({}, "/constructor"), undefined);
  assert.equal(read({ a: null }, "/a/b"), undefined);
  assert.equal(within("/a/b", "/a"), true);
  assert.equal(within("/ab", "/a"), false);
});

test("key presses in one field are one undo step until it is left", () => {
  const history = new History();
  history.note("a", "/x");
  history.note("ab", "/x");
  history.seal();
  history.note("abc", "/x");
  assert.equal(history.undo("abcd"), "abc");
  assert.equal(history.undo("abc"), "a");
  assert.equal(history.canUndo, false);
  assert.equal(history.redo("a"), "abc");
});

test("a change after undo forgets what was undone, and only a hundred steps are kept", () => {
  const history = new History();
  for (let step = 0; step < STEPS + 20; step += 1) history.note(step);
  let now = STEPS + 20;
  let count = 0;
  while (history.canUndo) {
    now = history.undo(now);
    count += 1;
  }
  assert.equal(count, STEPS);
  assert.equal(now, 20);
  history.note(now);
  assert.equal(history.canRedo, false);
});

test("a month follows December in the next year", () => {
  assert.equal(nextMonth("2024-12"), "2025-01");
  assert.equal(nextMonth("2024-08"), "2024-09");
  assert.equal(previousMonth("2024-01"), "2023-12");
});

test("partners get free ids, and the last one stays", () => {
  let workspace = addPartner(addPartner(emptyWorkspace("insurance-data", "2024-09-01")));
  assert.deepEqual(workspace.dossiers.map((dossier) => dossier.id), ["p1", "p2", "p3"]);
  workspace = addPartner(removePartner(workspace, "p2"));
  assert.equal(new Set(workspace.dossiers.map((dossier) => dossier.id)).size, 3);
  workspace = removePartner(workspace, "p1");
  assert.ok(workspace.dossiers.some((dossier) => dossier.id === workspace.current));
  const alone = emptyWorkspace("insurance-data", "2024-09-01");
  assert.equal(removePartner(alone, "p1"), alone);
});

test("a month is added once, in its place", () => {
  let workspace = addMonth(emptyWorkspace("insurance-data", "2024-09-01"), 0, "2024-09");
  workspace = addMonth(workspace, 0, "2024-08");
  assert.deepEqual(workspace.dossiers[0].months?.map((month) => month.month), ["2024-08", "2024-09"]);
  assert.equal(addMonth(workspace, 0, "2024-08"), workspace);
});

test("labels are spread without overlap, inside the box, in their order", () => {
  const places = spread([100, 101, 102, 300], 16, 0, 310);
  for (let index = 1; index < places.length; index += 1) assert.ok(places[index] - places[index - 1] >= 16);
  assert.ok(Math.max(...places) <= 310);
  assert.deepEqual(spread([50, 10], 16, 0, 100), [50, 10]);
});

test("of two marks too close the more important stays", () => {
  const kept = keepApart([{ at: 50 }, { at: 55 }, { at: 100 }], (mark) => [mark.at - 10, mark.at + 10]);
  assert.deepEqual(kept.map((mark) => mark.at), [50, 100]);
});

test("the volume axis passes the last bound and the volume, in round figures", () => {
  assert.equal(axisEnd(10000, [5000, 8000, 12000]), 14000);
  assert.ok(axisEnd(50000, [5000, 8000, 12000]) > 50000);
  assert.equal(roundUp(0.93), 1);
});

test("what is as before in a new answer is the same object, and an answer with steps is a new one", () => {
  const before = { ranking: [{ id: "a", score: 1 }, { id: "b", metrics: [{ v: 1 }, { v: 2 }] }], trace: {} };
  const [one, two] = before.ranking;
  const after = settled(before, { ranking: [{ id: "a", score: 2 }, { id: "b", metrics: [{ v: 1 }, { v: 2 }] }], trace: { x: 1 } });
  assert.notEqual(after, before);
  assert.notEqual(after.ranking[0], one);
  assert.equal(after.ranking[1], two);
  assert.deepEqual(after, { ranking: [{ id: "a", score: 2 }, two], trace: { x: 1 } });
  const whole = { a: 1, trace: {} };
  assert.notEqual(settled(whole, { a: 1, trace: {} }), whole, "its steps may tell of other figures");
  for (const [old, fresh] of [[null, { a: 1 }], [[1], { 0: 1 }], [{ a: 1 }, { a: 1, b: 2 }], [{ a: 1, b: 2 }, { a: 1 }]]) assert.deepEqual(settled(old, structuredClone(fresh)), fresh);
});

// Memory: an engine that lives as long as its page must not grow with every key press.
import assert from "node:assert/strict";
import test from "node:test";
import { changedPack } from "./support/cases.mjs";
import { good, loadEngine, refused } from "./support/engine.mjs";

/** An engine and a function that tells the size of its WebAssembly memory. */
async function measured() {
  const instantiate = WebAssembly.instantiate;
  /** @type {WebAssembly.Memory | undefined} */
  let memory;
  const watched = async (/** @type {any[]} */ ...args) => {
    const result = await /** @type {any} */ (instantiate)(...args);
    const { exports } = result.instance ?? result;
    memory = /** @type {any} */ (Object.values(exports).find((item) => item instanceof WebAssembly.Memory));
    return result;
  };
  WebAssembly.instantiate = /** @type {any} */ (watched);
  try {
    const engine = await loadEngine();
    assert.ok(memory, "the engine's memory was not seen");
    const seen = memory;
    return { engine, bytes: () => seen.buffer.byteLength };
  } finally {
    WebAssembly.instantiate = instantiate;
  }
}

const kilobytes = 1024;

test("20,000 quotes leave the memory as it was", async () => {
  const { engine, bytes } = await measured();
  const quote = (/** @type {number} */ volume) =>
    good(engine.quote({ policy: "insurance-data", volume, metrics: { complaint_rate: 9, nps: 60 }, trace: true }));
  for (let i = 0; i < 500; ++i) quote(i * 37);
  const before = bytes();
  for (let i = 0; i < 20000; ++i) quote(i);
  assert.ok(bytes() - before <= 256 * kilobytes, `${before} grew to ${bytes()}`);
});

test("refusals and malformed texts leave nothing behind", async () => {
  const { engine, bytes } = await measured();
  const refuse = (/** @type {number} */ i) => {
    refused(engine.quote({ policy: "insurance-data", volume: -i - 1, metrics: { nps: `text ${i}`, [`unknown${i}`]: 1 } }));
    assert.equal(JSON.parse(engine.evaluate(`{"call":"quote","a${i}":[1,{"b":`)).ok, false);
  };
  for (let i = 0; i < 200; ++i) refuse(i);
  const before = bytes();
  for (let i = 0; i < 5000; ++i) refuse(i);
  assert.ok(bytes() - before <= 256 * kilobytes, `${before} grew to ${bytes()}`);
});

test("a pack edited a thousand times is kept a few times, not a thousand times", async () => {
  const { engine, bytes } = await measured();
  const edit = (/** @type {number} */ i) =>
    good(engine.quote({ policy: changedPack({ "/commission/years/0/target": 4000 + i }), volume: 1 }));
  for (let i = 0; i < 50; ++i) edit(i);
  const before = bytes();
  for (let i = 50; i < 1000; ++i) edit(i);
  assert.ok(bytes() - before <= 512 * kilobytes, `${before} grew to ${bytes()}`);
});

test("a pack added again under its name frees the one before", async () => {
  const { engine, bytes } = await measured();
  const add = (/** @type {number} */ i) => good(engine.addPolicy(changedPack({ "/commission/years/0/target": 4000 + i })));
  for (let i = 0; i < 50; ++i) add(i);
  const before = bytes();
  for (let i = 50; i < 1000; ++i) add(i);
  assert.ok(bytes() - before <= 512 * kilobytes, `${before} grew to ${bytes()}`);
});

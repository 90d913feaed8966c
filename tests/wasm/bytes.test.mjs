// Golden requests whose bytes were spoilt, so that many are no JSON and no UTF-8: native and WebAssembly say the same of them.
import assert from "node:assert/strict";
import test from "node:test";
import { differing } from "./support/bytes.mjs";
import { cases } from "./support/cases.mjs";
import { nativeTool } from "./support/native.mjs";

/** Bytes that UTF-8 forbids, half of a character, a byte of 0, and what JSON's grammar turns on. */
const strange = ["ff", "c0af", "eda080", "e79b", "f4908080", "80", "00", "7b", "5d", "22", "5c", "2c", "0a", "5c7564383030", "31653939", "e4bf9d"].map((hex) =>
  Buffer.from(hex, "hex"),
);

/** A draw by seed. @param {number} seed */
function random(seed) {
  let state = seed >>> 0;
  return (/** @type {number} */ count) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * count);
  };
}

/** @param {Buffer} request @param {number} seed */
function spoilt(request, seed) {
  const below = random(seed);
  below(2);
  const at = below(request.length + 1);
  const put = strange[below(strange.length)];
  const kind = below(4);
  if (kind === 0) return request.subarray(0, at);
  if (kind === 1) return Buffer.concat([request.subarray(0, at), put, request.subarray(at)]);
  if (kind === 2) return Buffer.concat([request.subarray(0, at), put, request.subarray(at + put.length)]);
  return Buffer.concat([request.subarray(0, at), request.subarray(at + 1 + below(8))]);
}

test("native and WebAssembly answer thousands of spoilt requests with the same bytes, UTF-8 or not", async () => {
  const golden = cases()
    .map(({ request }) => Buffer.from(request))
    .filter(({ length }) => length < 3000);
  const requests = Array.from({ length: 3000 }, (_, seed) => spoilt(golden[seed % golden.length], seed));
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const broken = requests.filter((request) => {
    try {
      decoder.decode(request);
      return false;
    } catch {
      return true;
    }
  });
  assert.ok(broken.length > 300, `${broken.length} of them are no UTF-8`);
  const different = await differing(requests, nativeTool("evaluate"));
  assert.deepEqual(different.map((index) => requests[index].toString("latin1")), []);
});

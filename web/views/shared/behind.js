/**
 * Work that the frame of a key press does not wait for: simulations and searches. It begins once that frame is drawn, in
 * tasks of a few milliseconds, and is given up when the same is asked anew.
 * @module
 */
import { breath, drawn } from "../../store/open.js";

/** Milliseconds that parts may follow each other in one task. */
const SLICE = 4;

/** The work of each asker that is still under way. @type {WeakMap<object, object>} */
const under = new WeakMap();

/**
 * @param {object} asker new work takes the place of its older work
 * @param {(() => void)[]} parts each far shorter than a frame
 * @param {() => void} done once all parts are
 */
export async function behind(asker, parts, done) {
  const mine = {};
  under.set(asker, mine);
  await drawn();
  let begun = -Infinity;
  for (const part of parts) {
    if (performance.now() - begun > SLICE) {
      await breath();
      if (under.get(asker) !== mine) return;
      begun = performance.now();
    }
    part();
  }
  if (under.get(asker) !== mine) return;
  under.delete(asker);
  done();
}

/** Gives up what is still to be done. @param {object} asker */
export const giveUp = (asker) => under.delete(asker);

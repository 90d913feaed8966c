/**
 * Work that the frame of a key press does not wait for: simulations and searches. It begins once that frame is drawn, in
 * parts that are tasks of their own, and is given up when the same is asked anew.
 * @module
 */
import { breath, drawn } from "../../store/open.js";

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
  for (const part of parts) {
    await breath();
    if (under.get(asker) !== mine) return;
    part();
  }
  if (under.get(asker) !== mine) return;
  under.delete(asker);
  done();
}

/** Gives up what is still to be done. @param {object} asker */
export const giveUp = (asker) => under.delete(asker);

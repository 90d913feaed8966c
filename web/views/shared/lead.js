/**
 * The way from a remark to what it is about: a field of this card, of another step, or of the rule pack.
 * @module
 */
import { parts } from "../../store/pointer.js";
import { fieldId } from "./field.js";

/** @typedef {import("../context.js").Context} Context */

/** The step where a part of a dossier is typed. @type {Record<string, string>} */
export const STEP_OF = {
  keyLevel: "level", ability: "readiness", willingness: "readiness", needs: "readiness", offers: "readiness",
  sourcing: "diligence", screening: "diligence", diligence: "diligence", trial: "trial",
  agreement: "commission", contract: "commission", investment: "stop-loss", months: "scorecard",
  relationship: "relationship", events: "crisis",
};

/** The page that a card stands in; a card of its own has none. @param {Context} ctx @returns {any} */
function pageOf({ host }) {
  if (host.localName === "allymark-app") return host;
  const root = /** @type {ShadowRoot} */ (host.getRootNode?.());
  return root?.host?.localName === "allymark-app" ? root.host : null;
}

/**
 * Where a path leads beyond the card in view: the view that has its field, and what the field is called there.
 * @param {Context} ctx
 * @param {string} path into the workspace, or `policy` and a pointer into the pack
 * @returns {{view: string, section: string | null, field: string} | null}
 */
export function wayTo(ctx, path) {
  if (!pageOf(ctx)) return null;
  if (path.startsWith("policy/")) return { view: "policy", section: parts(path.slice("policy".length))[0] ?? null, field: fieldId(path) };
  const [list, index, part] = parts(path);
  if (list !== "dossiers" || Number(index) !== ctx.store.index || !part) return null;
  const view = STEP_OF[part];
  return view && view !== ctx.store.ui.view ? { view, section: null, field: fieldId(path) } : null;
}

/**
 * Goes there and puts the focus into the field, or into the first one of what the path holds together.
 * @param {Context} ctx
 * @param {{view: string, section: string | null, field: string}} way
 */
export async function lead(ctx, { view, section, field }) {
  const { store } = ctx;
  const page = pageOf(ctx);
  const step = view === "policy" ? {} : { step: view };
  store.look({ view, ...step, open: null, pane: "edit", flags: section ? { ...store.ui.flags, [`policy/${section}`]: true } : store.ui.flags });
  // What comes behind the first verdict may still be on its way.
  for (let turn = 0; turn < 60; turn += 1) {
    await page.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const found = fieldIn(page.renderRoot, field);
    if (!found) continue;
    for (let fold = found.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
    found.focus({ preventScroll: true });
    found.scrollIntoView({ block: "center" });
    return;
  }
}

/**
 * @param {ParentNode} root
 * @param {string} field
 * @returns {HTMLElement | null}
 */
function fieldIn(root, field) {
  const roots = [root, ...[...root.querySelectorAll("*")].map((element) => element.shadowRoot).filter((inner) => inner !== null)];
  for (const suffix of ["-value", "-events", ""]) {
    for (const one of roots) {
      const found = /** @type {HTMLElement | null} */ (one.querySelector(`#${CSS.escape(field + suffix)}`));
      if (found) return found;
    }
  }
  for (const one of roots) {
    const found = /** @type {HTMLElement | null} */ (one.querySelector(`[id^="${CSS.escape(field)}-"]:not([id$="-e"])`));
    if (found) return found;
  }
  return null;
}

/**
 * `<allymark-readiness>`: The readiness card: can a candidate do it, and does it want to.
 * @module
 */
import { AllymarkCard } from "./card.js";
import { readinessView } from "../views/select/readiness/view.js";
import { selectStyles } from "../styles/select-sheets.js";

export class AllymarkReadiness extends AllymarkCard {
  static styles = selectStyles;

  /** @param {import("../views/context.js").Context} ctx */
  view(ctx) {
    return readinessView(ctx);
  }
}

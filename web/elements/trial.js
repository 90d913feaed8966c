/**
 * `<allymark-trial>`: The trial card: candidates judged, and why.
 * @module
 */
import { AllymarkCard } from "./card.js";
import { trialView } from "../views/select/trial/view.js";
import { trialStyles } from "../styles/sheets.js";

export class AllymarkTrial extends AllymarkCard {
  static styles = trialStyles;

  /** @param {import("../views/context.js").Context} ctx */
  view(ctx) {
    return trialView(ctx);
  }
}

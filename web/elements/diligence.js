/**
 * `<allymark-diligence>`: The diligence card: screening and due diligence, candidate by candidate.
 * @module
 */
import { AllymarkCard } from "./card.js";
import { diligenceView } from "../views/select/diligence/view.js";
import { selectStyles } from "../styles/select-sheets.js";

export class AllymarkDiligence extends AllymarkCard {
  static styles = selectStyles;

  /** @param {import("../views/context.js").Context} ctx */
  view(ctx) {
    return diligenceView(ctx);
  }
}

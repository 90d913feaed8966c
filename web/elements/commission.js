/**
 * `<allymark-commission>`: The commission card: what a year pays and how it is made up.
 * @module
 */
import { AllymarkCard } from "./card.js";
import { commissionView } from "../views/agree/commission/view.js";
import { commissionStyles } from "../styles/sheets.js";

export class AllymarkCommission extends AllymarkCard {
  static styles = commissionStyles;

  /** @param {import("../views/context.js").Context} ctx */
  view(ctx) {
    return commissionView(ctx);
  }
}

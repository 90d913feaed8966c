/**
 * `<allymark-commission>`: The commission card: what a year pays and how it is made up.
 * @module
 */
import { AllymarkCard } from "./card.js";
import { commissionView } from "../views/agree/commission/view.js";
import { agreeStyles } from "../styles/agree-sheets.js";

export class AllymarkCommission extends AllymarkCard {
  static styles = agreeStyles;

  /** @param {import("../views/context.js").Context} ctx */
  view(ctx) {
    return commissionView(ctx);
  }
}

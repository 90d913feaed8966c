/**
 * `<allymark-crisis>`: The crisis card: what burns, what is near, what to do.
 * @module
 */
import { AllymarkCard } from "./card.js";
import { crisisView } from "../views/manage/crisis/view.js";
import { manageStyles } from "../styles/manage-sheets.js";

export class AllymarkCrisis extends AllymarkCard {
  static styles = manageStyles;

  /** @param {import("../views/context.js").Context} ctx */
  view(ctx) {
    return crisisView(ctx);
  }
}

/**
 * `<allymark-relationship>`: The relationship card: meetings of the year, workshops, renewal.
 * @module
 */
import { AllymarkCard } from "./card.js";
import { relationshipView } from "../views/manage/relationship/view.js";
import { manageStyles } from "../styles/manage-sheets.js";

export class AllymarkRelationship extends AllymarkCard {
  static styles = manageStyles;

  /** @param {import("../views/context.js").Context} ctx */
  view(ctx) {
    return relationshipView(ctx);
  }
}

/**
 * `<allymark-scorecard>`: The scorecard card: the month's score and grade.
 * @module
 */
import { AllymarkCard } from "./card.js";
import { scorecardView } from "../views/manage/scorecard/view.js";
import { scorecardStyles } from "../styles/manage-sheets.js";

export class AllymarkScorecard extends AllymarkCard {
  static styles = scorecardStyles;

  /** @param {import("../views/context.js").Context} ctx */
  view(ctx) {
    return scorecardView(ctx);
  }
}

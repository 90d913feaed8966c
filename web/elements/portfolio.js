/**
 * `<allymark-portfolio>`: The portfolio card: all partners side by side.
 * @module
 */
import { AllymarkCard } from "./card.js";
import { portfolioView } from "../views/portfolio/view.js";
import { manageStyles } from "../styles/manage-sheets.js";

export class AllymarkPortfolio extends AllymarkCard {
  static styles = manageStyles;

  /** @param {import("../views/context.js").Context} ctx */
  view(ctx) {
    return portfolioView(ctx);
  }
}

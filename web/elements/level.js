/**
 * `<allymark-level>`: The level card: how much a partner matters, and why.
 * @module
 */
import { AllymarkCard } from "./card.js";
import { levelView } from "../views/select/level/view.js";
import { selectStyles } from "../styles/select-sheets.js";

export class AllymarkLevel extends AllymarkCard {
  static styles = selectStyles;

  /** @param {import("../views/context.js").Context} ctx */
  view(ctx) {
    return levelView(ctx);
  }
}

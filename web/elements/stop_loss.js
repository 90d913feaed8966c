/**
 * `<allymark-stop-loss>`: The stop-loss card: what was put in, what came back, and whether to stop.
 * @module
 */
import { AllymarkCard } from "./card.js";
import { stopLossView } from "../views/agree/stop_loss/view.js";
import { agreeStyles } from "../styles/agree-sheets.js";

export class AllymarkStopLoss extends AllymarkCard {
  static styles = agreeStyles;

  /** @param {import("../views/context.js").Context} ctx */
  view(ctx) {
    return stopLossView(ctx);
  }
}

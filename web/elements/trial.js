/**
 * `<allymark-trial>`: The trial card: candidates judged, and why.
 * @module
 */
import { AllymarkCard } from "./card.js";
import { drawn } from "../store/open.js";
import { loadTrialParts } from "../views/select/trial/lazy.js";
import { trialView } from "../views/select/trial/view.js";
import { trialStyles } from "../styles/sheets.js";

export class AllymarkTrial extends AllymarkCard {
  static styles = trialStyles;

  connectedCallback() {
    super.connectedCallback();
    // Inside the app the app brings it, with everything else.
    if (!this.inner) void this.ready.then(drawn).then(loadTrialParts).then(() => this.requestUpdate());
  }

  /** @param {import("../views/context.js").Context} ctx */
  view(ctx) {
    return trialView(ctx, this.starting && !this.hasUpdated);
  }
}

/**
 * The one polite voice of the page: it waits until things have been quiet for a moment, and never repeats itself.
 * @module
 */
import { createRef } from "lit/directives/ref.js";

const QUIET = 600;

export class Speaker {
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
  /** @type {string | null} */ #last = null;

  /** @param {EventTarget} host */
  constructor(host) {
    this.host = host;
    this.region = /** @type {import("lit/directives/ref.js").Ref<HTMLElement>} */ (createRef());
  }

  /**
   * What the page now says; spoken when it has stayed so. The first one is on the screen anyway.
   * @param {string} text
   */
  settle(text) {
    if (this.#last === null) this.#last = text;
    if (text === this.#last) return;
    this.#last = text;
    this.say(text);
  }

  /** @param {string} text */
  say(text) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.region.value) this.region.value.textContent = text;
    }, QUIET);
  }
}

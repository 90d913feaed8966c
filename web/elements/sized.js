/**
 * `<allymark-sized>`: draws a picture at the width it really has, and again when that changes. It renders into itself,
 * so that the card's styles apply.
 * @module
 */
import { LitElement, nothing } from "lit";

export class AllymarkSized extends LitElement {
  static properties = { draw: { attribute: false }, width: { state: true } };

  constructor() {
    super();
    /** @type {(width: number) => unknown} */
    this.draw = () => nothing;
    this.width = 0;
    this.observer = new ResizeObserver(() => this.measure());
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.observer.observe(this);
    this.measure();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  measure() {
    const width = Math.floor(this.getBoundingClientRect().width);
    if (width > 0) this.width = width;
  }

  render() {
    return this.width > 0 ? this.draw(this.width) : nothing;
  }
}

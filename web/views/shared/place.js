/**
 * Sets style properties of an element through the object model. Lit's own styleMap writes an attribute at first, which
 * the content security policy refuses.
 * @module
 */
import { noChange } from "lit";
import { Directive, PartType, directive } from "lit/directive.js";

class Place extends Directive {
  /** @param {import("lit/directive.js").PartInfo} part */
  constructor(part) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error("place() stands on an element");
  }

  /** @param {Record<string, string>} _properties */
  render(_properties) {
    return noChange;
  }

  /**
   * @param {import("lit/directive.js").ElementPart} part
   * @param {[Record<string, string>]} values
   */
  update(part, [properties]) {
    const { style } = /** @type {HTMLElement} */ (part.element);
    for (const [name, value] of Object.entries(properties)) style.setProperty(name, value);
    return noChange;
  }
}

export const place = directive(Place);

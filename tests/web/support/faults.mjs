// What a page must never show; runs in the page.

/** Everything that sticks out of the page, is cut off, or lies on another text. */
export function faults() {
  /** @type {string[]} */
  const found = [];
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > wide) found.push(`page scrolls sideways: ${document.documentElement.scrollWidth} > ${wide}`);
  /** @type {{text: string, box: DOMRect, owner: Element}[]} */
  const labels = [];
  /** @param {ParentNode} root */
  const walk = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) walk(element.shadowRoot);
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0 || style.visibility === "hidden" || element.closest(".sr, .scroll, .tabs, details:not([open]) > :not(summary)")) continue;
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent?.trim()).join("");
      const name = `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} “${own.slice(0, 20)}”`;
      if (own && (box.right > wide + 1 || box.left < -1)) found.push(`${name} sticks out: ${Math.round(box.left)}–${Math.round(box.right)}`);
      if (own && style.overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1 && style.display !== "inline") found.push(`${name} is cut off`);
      if (element instanceof HTMLInputElement && element.type === "text" && element.value && !element.matches(".text, .line, .ws-name, .rule-text, [readonly]") && element.scrollWidth > element.clientWidth + 1) found.push(`field ${element.id} is cut off`);
      if (element instanceof SVGTextElement) labels.push({ text: own || element.textContent || "", box, owner: /** @type {Element} */ (element.ownerSVGElement) });
    }
  };
  walk(document);
  for (let one = 0; one < labels.length; one += 1) {
    for (let two = one + 1; two < labels.length; two += 1) {
      if (labels[one].owner !== labels[two].owner) continue;
      const [a, b] = [labels[one].box, labels[two].box];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 2 && down > 4) found.push(`“${labels[one].text}” lies on “${labels[two].text}”`);
    }
  }
  return found;
}

// What a page must never show; runs in the page.

/** Everything that sticks out of the page, is cut off, or lies on another text. */
export function faults() {
  /** @type {string[]} */
  const found = [];
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > wide) found.push(`page scrolls sideways: ${document.documentElement.scrollWidth} > ${wide}`);
  /** @type {{text: string, box: DOMRect, owner: Element}[]} */
  const labels = [];
  /** A column so narrow that its words stand one sign under the other. @param {Element} cell @param {string[]} into */
  const squeezed = (cell, into) => {
    const words = cell.textContent?.replace(/\s+/g, "") ?? "";
    if (words.length < 3 || cell.closest(".sr")) return;
    const range = document.createRange();
    range.selectNodeContents(cell);
    const lines = [...range.getClientRects()].filter((line) => line.width > 0 && line.height > 0);
    const size = Number.parseFloat(getComputedStyle(cell).fontSize);
    if (new Set(lines.map((line) => Math.round(line.top))).size >= 3 && Math.max(...lines.map((line) => line.width)) < size * 1.6) into.push(`“${words.slice(0, 20)}” stands one sign a line`);
  };
  /**
   * Lines of a picture through its words. A text with a halo that is drawn later interrupts the line, and stays legible.
   * @param {SVGSVGElement} plot
   * @param {string[]} into
   */
  const crossed = (plot, into) => {
    const texts = [...plot.querySelectorAll("text")].map((text) => ({ text, box: text.getBoundingClientRect() })).filter(({ box }) => box.width > 0);
    const after = plot.closest("allymark-sized")?.nextElementSibling?.getBoundingClientRect();
    if (after && after.height > 0) for (const { text, box } of texts) if (after.top - box.bottom < 3) into.push(`“${text.textContent}” touches what stands below its picture`);
    for (const line of /** @type {NodeListOf<SVGGeometryElement>} */ (plot.querySelectorAll(".pace, .ahead, .stop-line, .put, .plan-line, .here, .since"))) {
      const onScreen = line.getScreenCTM();
      const long = line.getTotalLength();
      if (!onScreen) continue;
      const points = Array.from({ length: Math.ceil(long / 3) + 1 }, (_, at) => line.getPointAtLength(Math.min(long, at * 3)).matrixTransform(onScreen));
      for (const { text, box } of texts) {
        // A halo keeps a word legible on a line that runs along; one that stands across it is taken for part of the word.
        if (text.matches(".halo") && !(plot.matches(".payback") && line.matches(".here, .since")) && line.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) continue;
        if (text.matches(".badge-text")) continue;
        if (points.some((point) => point.x > box.left + 1 && point.x < box.right - 1 && point.y > box.top + 4 && point.y < box.bottom - 4)) into.push(`a line (${line.getAttribute("class")}) runs through “${text.textContent}”`);
      }
    }
  };
  /** @param {ParentNode} root */
  const walk = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) walk(element.shadowRoot);
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0 || style.visibility === "hidden" || element.closest(".sr, .tabs, details:not([open]) > :not(summary)")) continue;
      if (element.matches("td, th")) squeezed(element, found);
      if (element.matches(".scroll, .sheet.wide") && element.scrollWidth > element.clientWidth + 1 && !style.backgroundAttachment.includes("local")) found.push(`${element.getAttribute("aria-label")} scrolls sideways and does not show it`);
      if (element.closest(".scroll")) continue;
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent?.trim()).join("");
      const name = `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} “${own.slice(0, 20)}”`;
      if (own && (box.right > wide + 1 || box.left < -1)) found.push(`${name} sticks out: ${Math.round(box.left)}–${Math.round(box.right)}`);
      if (own && style.overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1 && style.display !== "inline") found.push(`${name} is cut off`);
      if (element instanceof HTMLInputElement && element.type === "text" && element.value && !element.matches(".text, .line, .ws-name, .rule-text, [readonly]") && element.scrollWidth > element.clientWidth + 1) found.push(`field ${element.id} is cut off`);
      if (element instanceof SVGSVGElement && element.matches(".plot")) crossed(element, found);
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

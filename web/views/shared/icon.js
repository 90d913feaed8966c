/**
 * The page's icons, drawn in the size of the text beside them. Always next to a word, so hidden from readers.
 * @module
 */
import { html, svg } from "lit";

const SURFACE = "var(--allymark-surface)";

const SHAPES = {
  logo: svg`<g fill="none" stroke="currentColor" stroke-width="1.7"><circle cx="5.5" cy="8" r="4.4"></circle><circle cx="10.5" cy="8" r="4.4"></circle></g>`,
  ok: svg`<circle cx="8" cy="8" r="8" fill="currentColor"></circle><path d="M4.4 8.3 7 10.8l4.7-5.3" fill="none" stroke=${SURFACE} stroke-width="2"></path>`,
  tick: svg`<path d="M2.5 8.6 6.3 12.4 13.5 4" fill="none" stroke="currentColor" stroke-width="2"></path>`,
  half: svg`<circle cx="8" cy="8" r="6.9" fill="none" stroke="currentColor" stroke-width="2.2"></circle><path d="M8 1.1a6.9 6.9 0 0 0 0 13.8z" fill="currentColor"></path>`,
  retry: svg`<path d="M13.6 8.6A5.7 5.7 0 1 1 11.7 3.7" fill="none" stroke="currentColor" stroke-width="2.2"></path><path d="M8.9 5.4h5.3V.2z" fill="currentColor"></path>`,
  stop: svg`<path d="M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7z" fill="currentColor"></path><path d="M4 8h8" stroke=${SURFACE} stroke-width="2.6"></path>`,
  x: svg`<path d="m3.4 3.4 9.2 9.2m0-9.2-9.2 9.2" fill="none" stroke="currentColor" stroke-width="2.2"></path>`,
  none: svg`<circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" stroke-width="1.8" stroke-dasharray="2.6 2.6"></circle>`,
  find: svg`<path d="M8 1.4 15.2 14.4H.8z" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"></path><path d="M8 5.6v4.2M8 11v1.7" stroke="currentColor" stroke-width="1.7"></path>`,
  info: svg`<circle cx="8" cy="8" r="6.8" fill="none" stroke="currentColor" stroke-width="1.5"></circle><path d="M8 7v4.6M8 4.2v1.7" stroke="currentColor" stroke-width="1.7"></path>`,
  empty: svg`<circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.8"></circle>`,
  part: svg`<circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.8"></circle><path d="M8 1.6a6.4 6.4 0 0 0 0 12.8z" fill="currentColor"></path>`,
  full: svg`<circle cx="8" cy="8" r="7.2" fill="currentColor"></circle>`,
  undo: svg`<path d="M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M6 3 2.6 6.5 6 10" fill="none" stroke="currentColor" stroke-width="1.5"></path>`,
  redo: svg`<path d="M13 6.5H6.5a3.5 3.5 0 0 0 0 7H10M10 3l3.4 3.5L10 10" fill="none" stroke="currentColor" stroke-width="1.5"></path>`,
  auto: svg`<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.5"></circle><path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor"></path>`,
  light: svg`<circle cx="8" cy="8" r="3.1" fill="none" stroke="currentColor" stroke-width="1.5"></circle><path d="M8 .8v2.4M8 12.800v2.400M.800 8h2.400M12.800 8h2.400M2.900 2.900l1.700 1.700M11.400 11.400l1.700 1.700M13.100 2.900l-1.700 1.700M4.600 11.400l-1.700 1.700" stroke="currentColor" stroke-width="1.5"></path>`,
  dark: svg`<path d="M13.600 10.300A6.200 6.200 0 0 1 5.700 2.400a6.200 6.200 0 1 0 7.900 7.900z" fill="none" stroke="currentColor" stroke-width="1.500" stroke-linejoin="round"></path>`,
  chevron: svg`<path d="m4 6.300 4 4 4-4" fill="none" stroke="currentColor" stroke-width="1.600"></path>`,
  plus: svg`<path d="M8 2.500v11M2.500 8h11" stroke="currentColor" stroke-width="1.600"></path>`,
  more: svg`<circle cx="3" cy="8" r="1.5" fill="currentColor"></circle><circle cx="8" cy="8" r="1.5" fill="currentColor"></circle><circle cx="13" cy="8" r="1.5" fill="currentColor"></circle>`,
  policy: svg`<path d="M2.4 4.400h6.200M12.600 4.400h1M2.400 11.600h1.400M7.800 11.600h5.800" fill="none" stroke="currentColor" stroke-width="1.400"></path><circle cx="10.600" cy="4.400" r="1.900" fill="none" stroke="currentColor" stroke-width="1.300"></circle><circle cx="5.800" cy="11.600" r="1.900" fill="none" stroke="currentColor" stroke-width="1.300"></circle>`,
  up: svg`<path d="m4 9.700 4-4 4 4" fill="none" stroke="currentColor" stroke-width="1.600"></path>`,
  print: svg`<path d="M4.500 5.500v-4h7v4M4.500 11.500H2v-6h12v6h-2.500M4.500 9h7v5.500h-7z" fill="none" stroke="currentColor" stroke-width="1.400"></path>`,
  overview: svg`<path d="M2.400 2.800h11.200v10.400H2.400zM2.400 6.400h11.200M6.400 6.400v6.800" fill="none" stroke="currentColor" stroke-width="1.300"></path>`,
  edit: svg`<path d="m2.800 13.200.6-2.700L11 2.900 13.100 5l-7.600 7.600zM9.300 4.600l2.100 2.100" fill="none" stroke="currentColor" stroke-width="1.300"></path>`,
  result: svg`<path d="M2.400 13.200h11.200M4 10.800h3.200M4 7.600h7.200M4 4.400h4.800" fill="none" stroke="currentColor" stroke-width="1.400"></path>`,
  report: svg`<path d="M4 2h5.600l2.800 2.800V14H4zM6 7.200h4M6 9.600h4" fill="none" stroke="currentColor" stroke-width="1.300"></path>`,
};

/** @typedef {keyof typeof SHAPES} IconName */

/** @param {IconName} name */
export function icon(name) {
  return html`<svg class="i" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${SHAPES[name]}</svg>`;
}

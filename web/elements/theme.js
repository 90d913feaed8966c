/**
 * Light or dark: as chosen, or as the system is.
 * @module
 */

const dark = typeof matchMedia === "function" ? matchMedia("(prefers-color-scheme: dark)") : null;

/** @param {"auto" | "light" | "dark"} theme */
export function resolvedTheme(theme) {
  if (theme !== "auto") return theme;
  return dark?.matches ? "dark" : "light";
}

/**
 * @param {() => void} listener
 * @returns {() => void} stops listening
 */
export function onSystemTheme(listener) {
  dark?.addEventListener("change", listener);
  return () => dark?.removeEventListener("change", listener);
}

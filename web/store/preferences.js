/**
 * How this person likes the page (language, light or dark, money unit), kept in this browser where it allows it.
 * @module
 */

/** @typedef {{lang: "zh" | "en", theme: "auto" | "light" | "dark", money: "yuan" | "wan"}} Preferences */

const KEY = "allymark.preferences";

/** @type {Preferences} */
const DEFAULTS = { lang: "zh", theme: "auto", money: "yuan" };
const ALLOWED = { lang: ["zh", "en"], theme: ["auto", "light", "dark"], money: ["yuan", "wan"] };

/** @returns {Preferences} */
export function loadPreferences() {
  const preferences = { ...DEFAULTS };
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    for (const name of /** @type {(keyof Preferences)[]} */ (Object.keys(ALLOWED))) {
      if (ALLOWED[name].includes(stored?.[name])) Object.assign(preferences, { [name]: stored[name] });
    }
  } catch {
    // Storage is refused in a sandboxed frame and may be on a local file: the defaults serve.
  }
  return preferences;
}

/** @param {Preferences} preferences */
export function savePreferences(preferences) {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // The choice then lasts as long as the page.
  }
}

/**
 * Dates as a calendar file (RFC 5545) for Outlook or a phone: whole days with a reminder the day before. Written here,
 * because the packages that do it weigh as much as a quarter of the single file.
 * @module
 */

/** @typedef {{date: string, title: string, text: string}} Entry */

const LINE = 75;

/**
 * @param {Entry[]} entries
 * @param {string} name of the calendar
 * @param {string} day the day it is written
 * @returns {string}
 */
export function calendarText(entries, name, day) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Allymark//calendar//EN",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escape(name)}`,
    ...entries.flatMap((entry) => [
      "BEGIN:VEVENT",
      `UID:${entry.date}-${hash(entry.title)}@allymark`,
      `DTSTAMP:${day.replaceAll("-", "")}T000000Z`,
      `DTSTART;VALUE=DATE:${entry.date.replaceAll("-", "")}`,
      `DTEND;VALUE=DATE:${after(entry.date)}`,
      `SUMMARY:${escape(entry.title)}`,
      ...(entry.text ? [`DESCRIPTION:${escape(entry.text)}`] : []),
      "TRANSP:TRANSPARENT",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${escape(entry.title)}`,
      "TRIGGER:-P1D",
      "END:VALARM",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.flatMap(folded).join("\r\n") + "\r\n";
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, "\\n");
}

/** The day after, which ends a whole day. @param {string} date */
function after(date) {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10).replaceAll("-", "");
}

/**
 * Lines of at most 75 bytes, never cut inside a character; the rest begins with a blank.
 * @param {string} line
 */
function folded(line) {
  const encoder = new TextEncoder();
  const parts = [""];
  let size = 0;
  for (const sign of line) {
    const bytes = encoder.encode(sign).length;
    if (size + bytes > LINE) {
      parts.push(" ");
      size = 1;
    }
    parts[parts.length - 1] += sign;
    size += bytes;
  }
  return parts;
}

/** The same title gives the same id, so that a second import changes a date and does not double it. @param {string} text */
function hash(text) {
  let value = 5381;
  for (const sign of text) value = (value * 33 + (sign.codePointAt(0) ?? 0)) >>> 0;
  return value.toString(36);
}

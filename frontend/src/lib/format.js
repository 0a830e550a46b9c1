/** Numbers, sizes, dates and lists as sentences carry them. British spelling, 24 hours. */

/** @param {number} bytes */
export function size(bytes) {
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`;
}

/**
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export function counted(count, one, many = `${one}s`) {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}

/** @param {readonly string[]} words */
export function listed(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/**
 * "22 Nov 2026", from a date or a time with an offset.
 *
 * @param {string} iso
 */
export function day(iso) {
  return new Date(iso).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: iso.length === 10 ? "UTC" : undefined });
}

/**
 * "Thu 26 Nov, 14:00", in a zone of one's own.
 *
 * @param {string} iso
 * @param {string} [timeZone] an IANA name; the device's without it
 */
export function moment(iso, timeZone) {
  const date = new Date(iso);
  const days = date.toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone });
  const time = date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone });
  return `${days.replace(",", "")}, ${time}`;
}

/** Two letters for a person's mark. @param {string} name */
export function initials(name) {
  const words = name.trim().split(/[\s@._-]+/).filter(Boolean);
  return ((words[0]?.[0] ?? "") + (words.length > 1 ? (words.at(-1)?.[0] ?? "") : (words[0]?.[1] ?? ""))).toUpperCase();
}

/**
 * A name for narrow places: "Problem solving and algorithms" keeps its first half; short ones stay whole.
 *
 * @param {string} name
 */
export function shortName(name) {
  return name.length > 22 ? name.split(" and ")[0] : name;
}

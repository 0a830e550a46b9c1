/** Wall clocks and instants: an interview has its own time zone, its reader another. Pure. */

/**
 * What a clock in that zone shows: "2026-11-26T14:00".
 *
 * @param {string} iso
 * @param {string} timeZone
 */
export function wallTime(iso, timeZone) {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).formatToParts(new Date(iso));
  const part = (/** @type {string} */ type) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

/** Minutes that the zone's clock is ahead of UTC at that instant. @param {number} instant @param {string} timeZone */
function offsetAt(instant, timeZone) {
  return Math.round((Date.parse(`${wallTime(new Date(instant).toISOString(), timeZone)}Z`) - Math.floor(instant / 60000) * 60000) / 60000);
}

/** @param {number} minutes */
function offsetText(minutes) {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${String(Math.floor(size / 60)).padStart(2, "0")}:${String(size % 60).padStart(2, "0")}`;
}

/**
 * The instant at which a clock in that zone shows this, as RFC 3339 with the zone's offset. Where
 * the clocks go back and a time comes twice, the first.
 *
 * @param {string} wall "2026-11-26T14:00"
 * @param {string} timeZone
 * @returns {string | undefined} nothing for a time that the clocks skip, or that is no time
 */
export function instantOf(wall, timeZone) {
  const naive = Date.parse(`${wall}Z`);
  if (Number.isNaN(naive)) return undefined;
  const offsets = [naive - 86_400_000, naive + 86_400_000].map((near) => offsetAt(near, timeZone));
  const instants = [...new Set(offsets)].map((offset) => ({ offset, instant: naive - offset * 60000 }));
  const fits = instants.filter(({ offset, instant }) => offsetAt(instant, timeZone) === offset).sort((one, other) => one.instant - other.instant);
  return fits[0] && `${wall}:00${offsetText(fits[0].offset)}`;
}

/**
 * Whether clocks in two zones differ at that instant.
 *
 * @param {string} iso
 * @param {string} one
 * @param {string} other
 */
export const differ = (iso, one, other) => wallTime(iso, one) !== wallTime(iso, other);

/** "Europe/Lisbon" as people say it. @param {string} timeZone */
export const zoneName = (timeZone) => (timeZone === "UTC" ? "UTC" : (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ") + " time");

/** The zone of this device. */
export const deviceZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * All zones for a choice, those near at hand first.
 *
 * @param {ReadonlyArray<string | undefined>} near
 */
export function zoneOptions(near) {
  const first = [...new Set([...near, "UTC"])].filter((zone) => zone !== undefined);
  const rest = Intl.supportedValuesOf("timeZone").filter((zone) => zone.includes("/") && !first.includes(zone));
  return [...first, ...rest].map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}

/** What a token may do, and for how long. Pure. */
import { day, listed } from "../../lib/format.js";

/** Every scope with what it allows, in the server's order. */
export const SCOPES = /** @type {const} */ ([
  ["bank:read", "Read the question bank, rubrics and kits"],
  ["me:read", "Read your name, address and time zone"],
  ["me:write", "Change your name, time zone and preferences"],
  ["tokens:read", "List your tokens"],
  ["tokens:write", "Make and revoke tokens, none stronger than this one"],
  ["openings:read", "Read your openings and applications"],
  ["openings:write", "Change your openings and applications"],
  ["interviews:read", "Read your interviews and notes"],
  ["interviews:write", "Change your interviews and notes"],
]);

/** What most programs need: reading everything of one's own. */
export const READING = SCOPES.map(([scope]) => scope).filter((scope) => scope.endsWith(":read") && scope !== "tokens:read");

export const LIFETIMES = [
  { value: "7", label: "7 days" },
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "A year" },
];

/**
 * @param {string} days
 * @param {number} now
 */
export const expiry = (days, now) => new Date(now + Number(days) * 86_400_000).toISOString();

/**
 * "bank, openings to read; interviews to read and change".
 *
 * @param {readonly string[]} scopes
 */
export function scopeWords(scopes) {
  if (scopes.length === SCOPES.length) return "everything";
  const things = [...new Set(scopes.map((scope) => scope.split(":")[0]))];
  const writable = things.filter((thing) => scopes.includes(`${thing}:write`));
  const readOnly = things.filter((thing) => !writable.includes(thing));
  const parts = [readOnly.length > 0 && `reads ${listed(readOnly)}`, writable.length > 0 && `changes ${listed(writable)}`];
  return parts.filter(Boolean).join("; ");
}

/**
 * @param {string | undefined} expires
 * @param {number} now
 */
export function expiryWords(expires, now) {
  if (!expires) return "";
  return Date.parse(expires) <= now ? `expired ${day(expires)}` : `until ${day(expires)}`;
}

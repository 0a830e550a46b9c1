/** What somebody who found a mistake sends along, so that it can be found again. Pure. */
import { day } from "../../lib/format.js";

/**
 * @param {Pick<import("../../api/models.d.ts").Question, "id" | "number" | "version" | "pack" | "prompt" | "checked_on">} question
 * @param {string} address of its page
 */
export function reportText({ id, number, version, pack, prompt, checked_on }, address) {
  const checks = checked_on.map((check) => `${check.package} ${check.version}, ${check.database}, ${day(check.on)}`);
  return [
    `A mistake in question ${number}, version ${version}: “${prompt}”`,
    `uid: ${id}`,
    ...(pack ? [`pack: ${pack}`] : []),
    `page: ${address}`,
    `code checked on: ${checks.join("; ") || "not run"}`,
    "what is wrong: ",
  ].join("\n");
}

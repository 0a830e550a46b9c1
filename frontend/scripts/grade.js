/**
 * Lets the grader of MDN's HTTP Observatory look at pages of a server on this machine, without any network:
 * node scripts/grade.js localhost:8443/ localhost:8443/api/docs/
 *
 * Prints each page's score and what cost or earned points; exits 1 when a page has less than MOST_MODEST.
 */
import { existsSync, writeFileSync } from "node:fs";
import { scan } from "@mdn/mdn-http-observatory";

const MOST_MODEST = 110;

// The package fetches browsers' list of preloaded domains when it is installed; ours runs no scripts then, and no
// name of this machine is on that list.
const preloaded = new URL("../node_modules/@mdn/mdn-http-observatory/conf/hsts-preload.json", import.meta.url);
if (!existsSync(preloaded)) writeFileSync(preloaded, "{}");

/** @type {number[]} */
const scores = [];
for (const page of process.argv.slice(2)) {
  const { scan: result, tests } = await scan(page);
  const points = Object.entries(tests).filter(([, { pass, scoreModifier }]) => !pass || scoreModifier);
  const told = points.map(([name, { pass, scoreModifier, result: found }]) => `${pass ? "" : "FAILED "}${name} ${scoreModifier} (${found})`);
  console.log(`${page}: ${result.score} (${result.grade}); ${told.join(", ")}`);
  scores.push(points.some(([, { pass }]) => !pass) ? 0 : result.score);
}
const good = scores.filter((score) => score >= MOST_MODEST);
console.log(`pages: ${good.length} passed, ${scores.length - good.length} failed, lowest score ${Math.min(...scores)} of the ${MOST_MODEST} that are asked`);
process.exit(good.length === scores.length && good.length > 0 ? 0 : 1);

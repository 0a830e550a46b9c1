import { expect, test } from "vitest";
import { isHeld, sectionsOf, shownOn } from "./listing.js";

const now = Date.parse("2026-11-22T12:00:00Z");
const row = (/** @type {string} */ purpose, /** @type {string} */ state, /** @type {string | null} */ start = null) => /** @type {any} */ ({ purpose, state, starts_at: start, ends_at: start });
const tracked = row("tracked", "scheduled", "2026-11-26T13:00:00Z");
const hiring = row("hiring", "scheduled", "2026-11-28T13:00:00Z");
const mock = row("mock", "in_progress");
const waits = row("hiring", "awaiting_feedback", "2026-11-20T13:00:00Z");

test("hiring is on the interviewer's side, or where it is asked for", () => {
  expect(shownOn([tracked, hiring, mock], "candidate", [])).toEqual([tracked, mock]);
  expect(shownOn([tracked, hiring], "candidate", ["hiring"])).toEqual([tracked, hiring]);
  expect(shownOn([tracked, hiring], "interviewer", [])).toEqual([tracked, hiring]);
});

test("what runs and what lacks scorecards has a part of its own", () => {
  const titles = (/** @type {any[]} */ rows) => sectionsOf(rows, now, "candidate").filter((section) => section.rows.length > 0).map(({ title }) => title);
  expect(titles([tracked, hiring, mock, waits])).toEqual(["Running", "Waiting for scorecards", "Ahead"]);
  expect(titles([row("tracked", "scheduled", "2026-11-20T13:00:00Z")])).toEqual(["Over, and waiting for a word"]);
});

test("on the interviewer's side hiring comes first in every part", () => {
  const ahead = (/** @type {"candidate" | "interviewer"} */ side) => sectionsOf([tracked, hiring], now, side).find(({ title }) => title === "Ahead")?.rows;
  expect(ahead("interviewer")).toEqual([hiring, tracked]);
  expect(ahead("candidate")).toEqual([tracked, hiring]);
});

test("what runs here is neither ahead nor past", () => {
  const row = (/** @type {any} */ purpose, /** @type {any} */ state) => ({ purpose, state });
  expect([isHeld(row("hiring", "in_progress")), isHeld(row("mock", "awaiting_feedback")), isHeld(row("tracked", "in_progress")), isHeld(row("hiring", "complete"))]).toEqual([true, true, false, false]);
});

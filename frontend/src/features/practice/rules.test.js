import { describe, expect, test } from "vitest";
import { clock, distances, habits, lastSeen, mixed, placesOf, returns, span, stripWords, timeAxis, took, weakest, withoutUnknown } from "./rules.js";

const DAY = 86_400_000;

test.each([
  [60_000, "1 min"],
  [600_000, "10 min"],
  [59.6 * 60_000, "1 hour"],
  [23.8 * 3_600_000, "1 day"],
  [6 * DAY, "6 days"],
  [15.2 * DAY, "15 days"],
  [120 * DAY, "4 months"],
  [900 * DAY, "2 years"],
])("says %d ms as %s", (ms, words) => expect(span(ms)).toBe(words));

test("says when a card returns: in this session, or on a day", () => {
  const now = Date.parse("2026-11-24T10:00:00Z");
  expect(returns(600_000, now)).toBe("this session");
  expect(returns(6 * DAY, now)).toBe("Mon 30 Nov");
});

test("writes times of the clock", () => {
  expect([clock(102), clock(5.9), took(102), took(60), took(0)]).toEqual(["1:42", "0:05", "1 min 42 s", "1 min", "0 s"]);
});

test("reckons distances from when the server was asked, not from now", () => {
  const next = { again: "2026-11-24T10:10:00Z", hard: "2026-11-25T10:00:00Z", good: "2026-11-30T10:00:00Z", easy: "2026-12-09T10:00:00Z" };
  expect(distances(next, "2026-11-24T10:00:00Z")).toEqual({ again: 600_000, hard: DAY, good: 6 * DAY, easy: 15 * DAY });
  expect(distances(null, "2026-11-24T10:00:00Z")).toBeNull();
});

describe("axis", () => {
  const away = { again: 600_000, hard: 2 * DAY, good: 6 * DAY, easy: 15 * DAY };

  test("holds every grade and the interview, in the order of time", () => {
    const axis = timeAxis(away, 2.2 * DAY);
    const places = axis.marks.map(({ x }) => x);
    expect([...places].sort((one, other) => one - other)).toEqual(places);
    for (const x of [...places, axis.interview ?? -1]) expect(x).toBeGreaterThan(0);
    for (const x of places) expect(x).toBeLessThan(1);
    expect(axis.interview).toBeGreaterThan(places[1]);
    expect(axis.interview).toBeLessThan(places[2]);
  });

  test("sets marks of the same time side by side", () => {
    const { marks } = timeAxis({ ...away, good: DAY, easy: DAY });
    const [good, easy] = marks.filter(({ grade }) => grade === "good" || grade === "easy");
    expect(good.x).toBe(easy.x);
    expect([good.step, easy.step]).toEqual([-0.5, 0.5]);
  });

  test("leaves out an interview that is over", () => {
    expect(timeAxis(away, -DAY).interview).toBeUndefined();
  });
});

test("mixes kinds in turn and loses nothing", () => {
  expect(mixed(["a1", "a2", "a3", "b1", "c1", "c2"], ([kind]) => kind)).toEqual(["a1", "b1", "c1", "a2", "c2", "a3"]);
  expect(mixed([], String)).toEqual([]);
});

test("says the strip in words", () => {
  const items = [{ grade: /** @type {const} */ ("good") }, { grade: /** @type {const} */ ("again") }, { grade: null }];
  expect(stripWords(items, 2)).toBe("Card 3 of 3. So far: 1 again, 1 good.");
  expect(stripWords([{ grade: null }], 0)).toBe("Card 1 of 1.");
});

test("names one weak spot, or none where all was good", () => {
  const quality = (/** @type {string} */ slug) => [{ quality: { slug, name: slug }, strength: 2 }];
  const graded = [
    { grade: /** @type {const} */ ("again"), qualities: quality("security") },
    { grade: /** @type {const} */ ("good"), qualities: quality("database") },
  ];
  expect(weakest(graded)).toEqual({ slug: "security", name: "security" });
  expect(weakest(graded.slice(1))).toBeNull();
  expect(weakest([])).toBeNull();
});

test("finds sentences in the text they came from, in code points, whatever stands between their words", () => {
  const text = "😀 First.\nIt’s **lazy**, so\n  nothing runs.";
  const [place] = placesOf(text, ["It's lazy, so nothing runs."]);
  expect(Array.from(text).slice(...place).join("")).toBe("It’s **lazy**, so\n  nothing runs.");
  expect(placesOf(text, [null, "Not there."])).toEqual([]);
});

test("says when a question was seen last and how it went, and how long one usually takes", () => {
  const review = (/** @type {string} */ at, /** @type {import("./records.js").Grade} */ grade, /** @type {number} */ seconds, question = "signals") => ({ question, grade, seconds, reviewed_at: at });
  const found = habits([review("2026-11-10T10:00:00Z", "again", 300), review("2026-11-12T10:00:00Z", "hard", 100), review("2026-11-11T10:00:00Z", "good", 0), review("2026-11-12T10:00:00Z", "good", 80, "lookups")]);
  const signals = /** @type {import("./rules.js").Habit} */ (found.get("signals"));
  expect(lastSeen(signals, Date.parse("2026-11-24T10:00:00Z"))).toBe("last seen 12 days ago: Hard");
  expect(signals.seconds).toBe(100);
  // Once is no habit, and what was never graded has none.
  expect([found.get("lookups")?.seconds, found.get("other")]).toEqual([undefined, undefined]);
});

test("leaves out what the server does not know, by its whole name", () => {
  expect(withoutUnknown(["signals", "gone", "gone-too"], [{ detail: '"gone" is not known.' }])).toEqual(["signals", "gone-too"]);
  expect(withoutUnknown(["signals"], [{ detail: "The body is not valid." }])).toEqual(["signals"]);
});

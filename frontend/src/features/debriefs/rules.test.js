import { expect, test } from "vitest";
import { about, agreementWords, bothSides, clock, letters, linesOf, lowest, missingWords, parted, percentages, places, share, shortNames, sideOf, spoken, strictShare, strictWords, waitingWords, whence } from "./rules.js";

const people = [
  { id: "n", name: "Nora Riis", is_me: true },
  { id: "j", name: "Jonas Brandt", is_me: false },
  { id: "p", name: "Priya Nair", is_me: false },
];
const names = shortNames(people);

/** @param {Record<string, number | null>} scores @param {object} [more] */
const criterion = (scores, more) => {
  const given = Object.values(scores).filter((score) => score !== null);
  const spread = given.length > 0 ? Math.max(...given) - Math.min(...given) : null;
  return {
    criterion: { id: "1", slug: "security", name: "Security", url: "/" },
    weight: 10,
    target: 3,
    scores: Object.entries(scores).map(([person, score]) => ({ person, interview: "i", score, not_assessed_reason: "", evidence: [] })),
    median: given.toSorted()[Math.floor(given.length / 2)] ?? null,
    spread,
    n: given.length,
    disagreement: (spread ?? 0) >= 2,
    ...more,
  };
};

test("a letter is nobody else's", () => {
  expect([...letters(people).values()]).toEqual(["N", "J", "P"]);
  expect([...letters([...people, { id: "n2", name: "Nils Ek", is_me: false }]).values()]).toEqual(["NR", "J", "P", "NE"]);
  const twins = [people[0], { id: "n2", name: "Nadia Roth", is_me: false }];
  expect([...letters(twins).values()]).toEqual(["NR", "NR2"]);
});

test("first names do until two people share one", () => {
  expect(names.get("n")).toBe("Nora");
  expect(shortNames([...people, { id: "x", name: "Nora Voss", is_me: false }]).get("n")).toBe("Nora Riis");
});

test("weights are told as parts of a hundred", () => {
  const one = (/** @type {string} */ slug, /** @type {number} */ weight) => criterion({}, { weight, criterion: { id: slug, slug, name: slug, url: "/" } });
  expect([...percentages([one("a", 1), one("b", 2), one("c", 5)]).entries()]).toEqual([
    ["a", 12.5],
    ["b", 25],
    ["c", 62.5],
  ]);
});

test("scores stand at the middle of four equal parts", () => {
  expect([1, 2, 3, 4].map(share)).toEqual(["12.50%", "37.50%", "62.50%", "87.50%"]);
});

test("equal scores stand side by side around their place, a fifth begins a second line", () => {
  const three = places(criterion({ n: 3, j: 3, p: 1 }).scores);
  expect(three.map(({ person, dx }) => [person, dx])).toEqual([
    ["p", 0],
    ["n", -10.5],
    ["j", 10.5],
  ]);
  const six = criterion({ a: 2, b: 2, c: 2, d: 2, e: 2, f: 2 }).scores;
  expect(linesOf(six)).toBe(2);
  const marks = places(six);
  expect(new Set(marks.map(({ dx, dy }) => `${dx} ${dy}`)).size).toBe(6);
  expect(linesOf(criterion({ n: null }).scores)).toBe(1);
});

test("a row can be heard, with what is missing and what is apart", () => {
  expect(spoken(criterion({ n: 1, j: 3, p: null }, { median: 2 }), names)).toBe("Security: Nora 1, Jonas 3; median 2; 2 scores apart; Priya did not assess it");
  expect(spoken(criterion({ n: null, j: null }), names)).toBe("Security: nobody gave a score; Nora and Jonas did not assess it");
  expect(missingWords(criterion({ n: 2 }), names)).toBe("");
});

test("both sides of a disagreement are its ends, nobody between", () => {
  const four = criterion({ n: 2, j: 4, p: 2, t: 3 });
  expect(bothSides(four).map(({ person }) => person)).toEqual(["n", "p", "j"]);
  expect(bothSides(criterion({ n: null }))).toEqual([]);
});

test("what follows from the counts of agreement is said", () => {
  const far = [criterion({ n: 1, j: 3 })];
  expect(agreementWords({ pairs: 42, within_one: 39, exact: 27 }, [...far, ...far])).toBe("The 3 that are not lie in 2 qualities: talk about those before you decide.");
  expect(agreementWords({ pairs: 8, within_one: 7, exact: 5 }, far)).toMatch(/The one that is not lies in 1 quality: talk about that/);
  expect(agreementWords({ pairs: 8, within_one: 8, exact: 5 }, [])).toBe("Nobody is two scores apart from anybody.");
  expect(agreementWords({ pairs: 0, within_one: 0, exact: 0 }, [])).toMatch(/nothing to compare/);
});

test("without a disagreement the lowest median is what to talk about", () => {
  const criteria = [criterion({ n: 3 }, { median: 3 }), criterion({ n: 2 }, { median: 2.5 }), criterion({ n: null }, { median: null })];
  expect(lowest(criteria)).toBe(criteria[1]);
  expect(lowest([criteria[2]])).toBeUndefined();
});

test("strict and generous are distances, drawn within the line", () => {
  expect(strictWords(-0.31)).toBe("0.31 below");
  expect(strictWords(0.5)).toBe("0.50 above");
  expect(strictWords(0)).toBe("as the others");
  expect(strictShare(-9)).toBe("4.00%");
  expect(strictShare(0)).toBe("50.00%");
});

test("evidence says its question and its minute", () => {
  expect(clock(1335)).toBe("22:15");
  expect(whence({ kind: "said", text: "", number: 41, at: "", seconds: 65 })).toBe("041, 1:05");
  expect(whence({ kind: "impression", text: "", number: null, at: "", seconds: null })).toBe("impression");
});

test("who is waited for is named, and nothing else", () => {
  expect(waitingWords({ waiting_for: [people[2]], people })).toBe("Waiting for Priya. Scores open when all are in.");
  expect(waitingWords({ waiting_for: [people[0]], people })).toBe("Only your scorecard is missing. Scores open when it is in.");
  expect(waitingWords({ waiting_for: people.slice(0, 2), people })).toBe("Waiting for you and Jonas. Scores open when yours is in.");
  expect(waitingWords({ waiting_for: [], people })).toBe("Scores are not open to you.");
});

test("a debrief says what it is about and when people met", () => {
  const interviews = ["2026-11-24T12:00:00Z", "2026-11-25T12:00:00Z"].map((starts_at, index) => ({ id: `${index}`, name: "", url: "", starts_at, kit: null }));
  const debrief = /** @type {any} */ ({ purpose: "hiring", opening: { name: "Django developer" }, level: "mid", interviews });
  expect(about(debrief)).toBe("Debrief, Django developer, mid. Interviewed 24 November and 25 November");
  expect(about({ ...debrief, purpose: "mock", opening: null, level: null, interviews: [] })).toBe("Debrief of a mock interview");
});

test("what is to be decided stands before what waits", () => {
  const one = (/** @type {object} */ more) => ({ decision: null, waiting_for: /** @type {any[]} */ ([]), purpose: /** @type {const} */ ("hiring"), ...more });
  const [ready, waiting, decided, mock] = [one({}), one({ waiting_for: [people[0]] }), one({ decision: "hold" }), one({ purpose: "mock" })];
  expect(parted([decided, waiting, mock, ready])).toEqual({ ready: [ready], waiting: [waiting], settled: [decided, mock] });
});

test("a debrief is on the interviewer's side, a mock's on the side where one sat", () => {
  const people = (/** @type {boolean} */ me) => /** @type {any} */ ([{ id: "1", name: "Noor", is_me: me }]);
  expect([
    sideOf({ purpose: "hiring", people: people(false), candidate_name: "Mara" }),
    sideOf({ purpose: "mock", people: people(false), candidate_name: "Mara" }),
    sideOf({ purpose: "mock", people: people(true), candidate_name: "Mara" }),
    sideOf({ purpose: "mock", people: people(true), candidate_name: "Noor" }),
  ]).toEqual(["interviewer", "candidate", "interviewer", undefined]);
});

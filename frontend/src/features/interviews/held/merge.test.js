import { describe, expect, test } from "vitest";
import { emptyCard, notAssessed, scored, ticked, unscored, withNote, withoutNote } from "./card.js";
import { assemble, canJoin, changedParts, clashesOf, merge, partsOf, patchOf, resolved, same, sendable } from "./merge.js";

const AT = "2026-11-22T14:00:00Z";

/** @param {string} id @param {string} text @param {object} [more] @returns {import("./card.js").Note} */
const note = (id, text, more) => ({ id, criterion: "database", item: null, kind: "said", text, at: AT, ...more });

/** @param {Partial<import("./card.js").Content>} parts @returns {import("./card.js").Content} */
const card = (parts) => ({ ...emptyCard(), ...parts });

const base = card({
  ratings: { database: { score: 2, not_assessed_reason: "" } },
  evidence: [note("a", "Counts the queries.")],
  marks: { item: { heard: ["one"], probes: [] } },
  key_takeaways: "Calm.",
});

test("a card taken apart and put together again is the same card", () => {
  expect(assemble(partsOf(base))).toEqual(base);
});

test("what one device changed and the other did not, holds", () => {
  const mine = scored(base, "security", 3);
  const theirs = scored(base, "database", 4);
  const { content, held } = merge(base, mine, theirs);
  expect(content.ratings).toEqual({ database: { score: 4, not_assessed_reason: "" }, security: { score: 3, not_assessed_reason: "" } });
  expect(held).toEqual([]);
});

test("the same change on both is one change", () => {
  const both = scored(base, "database", 3);
  expect(merge(base, both, both)).toEqual({ content: both, held: [] });
});

describe("scores that differ", () => {
  const mine = scored(base, "database", 3);
  const theirs = scored(base, "database", 1);

  test("clash: one's own is shown, the other is kept", () => {
    const { content, held } = merge(base, mine, theirs);
    expect(content.ratings.database.score).toBe(3);
    expect(held).toEqual(["ratings/database"]);
    expect(clashesOf(content, theirs, held)).toEqual([{ key: "ratings/database", mine: mine.ratings.database, theirs: theirs.ratings.database }]);
  });

  test("nothing of a clash is sent", () => {
    const { content, held } = merge(base, mine, theirs);
    expect(sendable(content, theirs, held).ratings.database.score).toBe(1);
    expect(patchOf(theirs, sendable(content, theirs, held))).toEqual({});
  });

  test("a score against a reason for none clashes as well", () => {
    expect(merge(base, mine, notAssessed(base, "database", "No time.")).held).toEqual(["ratings/database"]);
  });

  test("a score taken back gives way to a score that was changed", () => {
    const { content, held } = merge(base, unscored(base, "database"), theirs);
    expect([content.ratings.database.score, held]).toEqual([1, []]);
  });
});

describe("notes", () => {
  test("new ones of both stay", () => {
    const { content } = merge(base, withNote(base, note("b", "mine")), withNote(base, note("c", "theirs")));
    expect(content.evidence.map(({ id }) => id)).toEqual(["a", "c", "b"]);
  });

  test("two new texts of one note clash, and no word is lost", () => {
    const mine = withNote(base, note("a", "Counts the queries first."));
    const theirs = withNote(base, note("a", "Counts them aloud."));
    const { content, held } = merge(base, mine, theirs);
    expect(held).toEqual(["evidence/a"]);
    expect(content.evidence[0].text).toBe("Counts the queries first.");
    expect(sendable(content, theirs, held).evidence[0].text).toBe("Counts them aloud.");
  });

  test("a text that holds the other whole is taken", () => {
    const mine = withNote(base, note("a", "Counts the queries. Then"));
    const theirs = withNote(base, note("a", "Counts the queries. Then reads the plan."));
    expect(merge(base, mine, theirs)).toEqual({ content: theirs, held: [] });
    expect(merge(base, theirs, mine)).toEqual({ content: theirs, held: [] });
  });

  test("its kind on one device and its words on the other do not clash", () => {
    const { content, held } = merge(base, withNote(base, note("a", "Counts the queries.", { kind: "did" })), withNote(base, note("a", "Counts aloud.")));
    expect(content.evidence[0]).toMatchObject({ kind: "did", text: "Counts aloud." });
    expect(held).toEqual([]);
  });

  test("removed on one and untouched on the other is gone", () => {
    expect(merge(base, withoutNote(base, "a"), scored(base, "security", 1)).content.evidence).toEqual([]);
    expect(merge(base, scored(base, "security", 1), withoutNote(base, "a")).content.evidence).toEqual([]);
  });

  test("removed on one and changed on the other stays, with the change", () => {
    const changed = withNote(base, note("a", "Counts twice."));
    expect(merge(base, withoutNote(base, "a"), changed).content.evidence[0].text).toBe("Counts twice.");
    expect(merge(base, changed, withoutNote(base, "a")).content.evidence[0].text).toBe("Counts twice.");
  });

  test("one without words is kept here and never sent", () => {
    const mine = withNote(base, note("b", ""));
    const { content } = merge(base, mine, scored(base, "security", 2));
    expect(content.evidence.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(patchOf(base, mine)).toEqual({});
  });

  test("the space that a server cuts off and its way to write a time are no change", () => {
    expect(same(note("a", "Counts. "), note("a", "Counts.", { at: "2026-11-22T14:00:00.400+00:00" }))).toBe(true);
    expect(same(note("a", "Counts."), note("a", "Counts!"))).toBe(false);
  });
});

test("ticks of both join, and one that was taken away stays away", () => {
  const mine = ticked(ticked(base, "item", "heard", "one"), "item", "probes", 0);
  const theirs = ticked(base, "item", "heard", "two");
  expect(merge(base, mine, theirs).content.marks).toEqual({ item: { heard: ["two"], probes: [0] } });
});

describe("texts", () => {
  const mine = card({ ...base, key_takeaways: "Calm and exact." });
  const theirs = card({ ...base, key_takeaways: "Calm under pressure." });

  test("written on both clash; cleared on one gives way", () => {
    expect(merge(base, mine, theirs).held).toEqual(["key_takeaways"]);
    expect(merge(base, card({ ...base, key_takeaways: "" }), theirs)).toEqual({ content: theirs, held: [] });
  });

  test("a recommendation is not joined with one that contains its letters", () => {
    expect(merge(base, card({ ...base, recommendation: "no" }), card({ ...base, recommendation: "strong_no" })).held).toEqual(["recommendation"]);
  });

  test("a clash lasts while the server's version stays, and ends when they agree", () => {
    const first = merge(base, mine, theirs);
    expect(merge(theirs, first.content, scored(theirs, "security", 1), first.held).held).toEqual(["key_takeaways"]);
    expect(merge(theirs, first.content, mine, first.held).held).toEqual([]);
  });

  test("a person keeps one's own, the other, or both", () => {
    expect(resolved(mine, theirs, "key_takeaways", "mine").key_takeaways).toBe("Calm and exact.");
    expect(resolved(mine, theirs, "key_takeaways", "theirs").key_takeaways).toBe("Calm under pressure.");
    expect(resolved(mine, theirs, "key_takeaways", "both").key_takeaways).toBe("Calm under pressure.\nCalm and exact.");
    expect([canJoin("key_takeaways"), canJoin("evidence/a"), canJoin("recommendation"), canJoin("ratings/database")]).toEqual([true, true, false, false]);
  });

  test("two notes become one with the words of both", () => {
    const [one, other] = [withNote(base, note("a", "mine")), withNote(base, note("a", "theirs"))];
    expect(resolved(one, other, "evidence/a", "both").evidence[0].text).toBe("theirs\nmine");
  });
});

test("a request names only what changed, and of a list the whole list", () => {
  const wanted = scored(base, "security", 3);
  expect(patchOf(base, wanted)).toEqual({
    ratings: [
      { criterion: "database", score: 2, not_assessed_reason: "" },
      { criterion: "security", score: 3, not_assessed_reason: "" },
    ],
  });
  expect(changedParts(base, wanted)).toEqual(["ratings/security"]);
});

test("a cleared text and a recommendation taken back are sent", () => {
  const from = card({ recommendation: "yes", private_note: "Hm." });
  expect(patchOf(from, emptyCard())).toEqual({ recommendation: null, private_note: "" });
});

test("no word that either device wrote is missing from both versions, whatever the order of changes", () => {
  const edits = [
    (/** @type {any} */ c) => scored(c, "database", 4),
    (/** @type {any} */ c) => withNote(c, note("a", "Edited here.")),
    (/** @type {any} */ c) => withNote(c, note("n", "New here.")),
    (/** @type {any} */ c) => withoutNote(c, "a"),
    (/** @type {any} */ c) => ({ ...c, key_takeaways: "Words here." }),
    (/** @type {any} */ c) => ({ ...c, key_takeaways: "" }),
  ];
  const others = [
    (/** @type {any} */ c) => scored(c, "database", 1),
    (/** @type {any} */ c) => withNote(c, note("a", "Changed there.")),
    (/** @type {any} */ c) => ({ ...c, key_takeaways: "Lines there." }),
  ];
  for (const edit of edits)
    for (const other of others) {
      const [mine, theirs] = [edit(base), other(base)];
      const { content, held } = merge(base, mine, theirs);
      const said = JSON.stringify([content, clashesOf(content, theirs, held), sendable(content, theirs, held)]);
      for (const key of [...changedParts(base, mine), ...changedParts(base, theirs)]) {
        for (const version of [partsOf(mine)[key], partsOf(theirs)[key]]) {
          const removed = version === undefined || same(version, partsOf(base)[key]);
          if (!removed) expect(said).toContain(JSON.stringify(version.text ?? version));
        }
      }
    }
});

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { notePractised } from "../../lib/practised.js";
import { openDraft } from "./api.js";
import { allKept, keep } from "../../lib/device.js";
import { isBefore, judgedIn, newAttempt, settled, writtenIn } from "./records.js";
import { flush, heard } from "./sync.js";

/** @typedef {import("./records.js").Attempt} Attempt */

const AUTOSAVE = 3000;

/**
 * The attempt at one card: on this device at every change, with the server every three seconds and
 * at every step.
 *
 * @param {string} owner the person's id; empty for a guest
 * @param {string} question slug
 * @param {string} card of the session; another begins another attempt
 * @param {Map<string, Attempt>} seen those of the session's cards, so that an undone grade finds its attempt again
 */
export function useAttempt(owner, question, card, seen) {
  const [attempt, setAttempt] = useState(() => newAttempt(owner, question));
  const [saved, setSaved] = useState(/** @type {"" | "here" | "there"} */ (""));
  const current = useRef(attempt);
  current.current = attempt;

  const put = useCallback(
    (/** @type {Attempt} */ next) => {
      current.current = next;
      seen.set(card, next);
      setAttempt(next);
    },
    [card],
  );

  useEffect(() => {
    const before = seen.get(card);
    const fresh = before ?? newAttempt(owner, question);
    put(fresh);
    setSaved("");
    if (before) return;
    void earlier(owner, question).then((found) => {
      const now = current.current;
      // Who has typed already goes on with that.
      if (found && now.id === fresh.id && now.body === "" && now.state === "drafting") put(found);
    });
  }, [owner, question, card]);

  useNews(current, put, setSaved);
  useAutosave(owner, attempt, setSaved);

  /** Changes what is in it; a step is sent at once. @type {(change: (before: Attempt) => Attempt) => Promise<void>} */
  const change = useCallback(async (change) => {
    const before = current.current;
    const next = change(before);
    put(next);
    if (isBefore(before.state, next.state)) await hold(next);
  }, [put]);
  const settle = (/** @type {"mine" | "theirs" | "both"} */ choice) => change((before) => settled(before, choice));
  return { attempt, change, settle, saved };
}

/**
 * What the server says of the attempt in view.
 *
 * @param {{ current: Attempt }} current
 * @param {(next: Attempt) => void} put
 * @param {(saved: "there") => void} setSaved
 */
function useNews(current, put, setSaved) {
  useEffect(
    () =>
      heard.subscribe(() => {
        const news = heard.get()?.attempt;
        if (!news || news.id !== current.current.id) return;
        put({ ...current.current, server: news.server, theirs: news.theirs, refused: news.refused });
        if (news.server && news.server.written === writtenIn(current.current)) setSaved("there");
      }),
    [put],
  );
}

/** @param {Attempt} attempt */
async function hold(attempt) {
  notePractised();
  await keep("attempts", attempt);
  if (attempt.owner) void flush();
}

/**
 * @param {string} owner
 * @param {Attempt} attempt
 * @param {(saved: "" | "here" | "there") => void} setSaved
 */
function useAutosave(owner, attempt, setSaved) {
  const latest = useRef(attempt);
  latest.current = attempt;
  const dirty = useRef(false);
  const mark = `${attempt.id} ${writtenIn(attempt)} ${judgedIn(attempt)}`;
  const before = useRef(mark);
  useEffect(() => {
    if (before.current === mark) return undefined;
    const sameOne = before.current.startsWith(attempt.id);
    before.current = mark;
    if (!sameOne) return undefined;
    dirty.current = true;
    setSaved("");
    // On the device as soon as the fingers rest.
    const timer = setTimeout(() => {
      notePractised();
      void keep("attempts", latest.current).then(() => setSaved("here"));
    }, 250);
    return () => clearTimeout(timer);
  }, [mark]);
  useEffect(() => {
    const save = () => {
      if (!dirty.current) return;
      dirty.current = false;
      void hold(latest.current);
    };
    const timer = setInterval(save, AUTOSAVE);
    addEventListener("pagehide", save);
    return () => {
      clearInterval(timer);
      removeEventListener("pagehide", save);
      save();
    };
  }, [attempt.id, owner]);
}

/**
 * What was begun before and not graded: on this device, else on another one.
 *
 * @param {string} owner
 * @param {string} question
 * @returns {Promise<Attempt | undefined>}
 */
async function earlier(owner, question) {
  const here = /** @type {Attempt[]} */ (await allKept("attempts"))
    .filter((attempt) => attempt.owner === owner && attempt.question === question && attempt.state !== "graded")
    .sort((one, other) => other.created_at.localeCompare(one.created_at));
  if (here.length > 0 || !owner) return here[0];
  const draft = /** @type {any} */ (await openDraft(question).catch(() => undefined));
  if (!draft) return undefined;
  const { id, body, spoken, seconds, created_at } = draft;
  // Without a tag the first change is compared with nothing; its text is what the server had.
  return { ...newAttempt(owner, question), id, body, spoken, seconds, created_at, server: { etag: undefined, state: "drafting", written: writtenIn(draft), judged: judgedIn(draft) } };
}

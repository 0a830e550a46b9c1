import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { notePractised } from "../../lib/practised.js";
import { openDraft } from "./api.js";
import { allKept, drop, keep } from "../../lib/device.js";
import { clearWords, layDown, takeUpWords } from "./lastWords.js";
import { isBefore, judgedIn, newAttempt, settled, writtenIn } from "./records.js";
import { flush, heard } from "./sync.js";

/** @typedef {import("./records.js").Attempt} Attempt */
/** @typedef {"" | "here" | "there" | "page"} Saved nowhere yet, on this device, with the server, or in this page only */

const AUTOSAVE = 3000;

/** What is in it, as one text to compare by. @param {Attempt} attempt */
const contents = (attempt) => `${attempt.id} ${writtenIn(attempt)} ${judgedIn(attempt)}`;

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
  const [saved, setSaved] = useState(/** @type {Saved} */ (""));
  const current = useRef(attempt);
  current.current = attempt;
  const unsaved = useRef(/** @type {Attempt | undefined} */ (undefined));

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

  useNews(current, seen, put, setSaved);
  useAutosave(current, unsaved, attempt, setSaved);

  const change = useChange(current, unsaved, put);
  const settle = (/** @type {"mine" | "theirs" | "both"} */ choice) => change((before) => settled(before, choice));
  return { attempt, change, settle, saved };
}

/**
 * @param {{ current: Attempt }} current
 * @param {{ current: Attempt | undefined }} unsaved
 * @param {(next: Attempt) => void} put
 */
function useChange(current, unsaved, put) {
  /** Changes what is in it; a step is sent at once. @type {(change: (before: Attempt) => Attempt) => Promise<Attempt>} */
  const change = async (change) => {
    const before = current.current;
    const next = change(before);
    // From this moment on, not from the next drawing: the page may be closed before.
    if (contents(next) !== contents(before)) unsaved.current = next;
    put(next);
    if (next.id !== before.id) void drop("attempts", before.id);
    if (isBefore(before.state, next.state)) {
      unsaved.current = undefined;
      await hold(next);
    }
    return next;
  };
  return useCallback(change, [put]);
}

/**
 * What the server says of the attempt in view.
 *
 * @param {{ current: Attempt }} current
 * @param {Map<string, Attempt>} seen an undone grade brings back one of these, as the server has it by then
 * @param {(next: Attempt) => void} put
 * @param {(saved: Saved) => void} setSaved
 */
function useNews(current, seen, put, setSaved) {
  useEffect(
    () =>
      heard.subscribe(() => {
        const news = heard.get()?.attempt;
        if (!news) return;
        const told = { server: news.server, theirs: news.theirs, refused: news.refused };
        for (const [name, one] of seen) if (one.id === news.id) seen.set(name, { ...one, ...told });
        if (news.id !== current.current.id) return;
        put({ ...current.current, ...told });
        if (news.server && news.server.written === writtenIn(current.current)) setSaved("there");
      }),
    [put],
  );
}

/** @param {Attempt} attempt @returns {Promise<boolean>} whether it outlasts the page */
async function shelve(attempt) {
  notePractised();
  const lasts = await keep("attempts", attempt);
  if (lasts) clearWords(attempt.id);
  return lasts;
}

/** @param {Attempt} attempt */
async function hold(attempt) {
  await shelve(attempt);
  if (attempt.owner) void flush();
}

/**
 * @param {{ current: Attempt }} current
 * @param {{ current: Attempt | undefined }} unsaved what was changed and not sent yet; of another card, when one has gone on
 * @param {Attempt} attempt
 * @param {(saved: Saved) => void} setSaved
 */
function useAutosave(current, unsaved, attempt, setSaved) {
  // What the server said of it meanwhile belongs to it.
  const latest = () => (unsaved.current?.id === current.current.id ? current.current : unsaved.current);
  useEffect(() => {
    if (!unsaved.current) return undefined;
    setSaved("");
    // On the device as soon as the fingers rest.
    const timer = setTimeout(() => {
      const one = latest();
      if (one) void shelve(one).then((kept) => setSaved(kept ? "here" : "page"));
    }, 250);
    return () => clearTimeout(timer);
  }, [contents(attempt)]);
  useEffect(() => {
    const save = () => {
      const one = latest();
      unsaved.current = undefined;
      if (one) void hold(one);
    };
    const saveLast = () => {
      const one = latest();
      if (one) layDown(one);
      save();
    };
    // A telephone puts the page away without another word.
    const saveHidden = () => document.hidden && saveLast();
    const timer = setInterval(save, AUTOSAVE);
    addEventListener("pagehide", saveLast);
    document.addEventListener("visibilitychange", saveHidden);
    return () => {
      clearInterval(timer);
      removeEventListener("pagehide", saveLast);
      document.removeEventListener("visibilitychange", saveHidden);
      save();
    };
  }, [attempt.id]);
}

/**
 * What was begun before and not graded: on this device, else on another one.
 *
 * @param {string} owner
 * @param {string} question
 * @returns {Promise<Attempt | undefined>}
 */
async function earlier(owner, question) {
  await takeUpWords();
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

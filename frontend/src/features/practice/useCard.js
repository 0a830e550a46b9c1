import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { showCall } from "../../api/lastCall.js";
import { useKeys } from "../../lib/keys.js";
import { focusHeading } from "../../lib/page.js";
import { mark, suggest, said } from "./matching/marks.js";
import { movedTo, parted } from "./records.js";
import { distances, GRADES, TICK_KEYS } from "./rules.js";
import { useAttempt } from "./useAttempt.js";
import { useClock } from "./useClock.js";
import { gradeCard, timesOf } from "./usePractice.js";
import { useRecorder } from "./useRecorder.js";

/** @typedef {import("./records.js").Grade} Grade */
/** @typedef {"say" | "write" | "speak"} Mode */

/**
 * The card in view: its attempt, its clock, its recording, and the steps from the question to the grade.
 *
 * @param {ReturnType<typeof import("./usePractice.js").usePractice>} session
 */
export function useCard(session) {
  const { deck, at, around } = session.practice;
  const item = deck.items[at];
  const name = `${deck.session ?? "guest"} ${at}`;
  const question = /** @type {import("./api.js").Question} */ (around.questions.get(item.slug));
  const { attempt, change, settle, saved } = useAttempt(deck.owner, item.slug, name, session.seen);
  const answering = attempt.state === "drafting";
  const timer = useClock(attempt.id, answering, attempt.seconds);
  const recorder = useRecorder(deck.owner, item.slug, () => void change((before) => ({ ...before, spoken: true })));
  const [mode, setMode] = useState(/** @type {Mode} */ ("say"));
  const away = useAway(deck.owner, item, name);
  useTop(name, setMode);

  /** @type {Mode} */
  const before = attempt.body ? "write" : recorder.recording ? "speak" : "say";
  const shown = mode === "say" ? before : mode;
  const suggested = answering ? null : suggest(question.key_points, attempt, attempt.overrules, { seconds: Math.round(attempt.seconds), minutes: item.minutes });
  const commit = async () => {
    // Two texts: which of them it is comes first.
    if (attempt.theirs) return void /** @type {HTMLElement | null} */ (document.querySelector(".conflict button"))?.focus();
    if (recorder.state === "recording") await recorder.stop();
    await change((before) => {
      const written = { ...before, version: question.version, seconds: Math.round(timer.seconds.get()), spoken: before.spoken || before.body.trim() === "" };
      // Without a text there is nothing to look through: the card is turned at once.
      return { ...movedTo(written, before.body.trim() ? "committed" : "revealed"), ...mark(question.key_points, question.red_flags, before.body) };
    });
  };
  const reveal = () => change((before) => movedTo(before, "revealed"));
  const grade = useOnce(async (/** @type {Grade} */ chosen) => {
    const graded = await change((before) => movedTo(parted(before), "graded"));
    await gradeCard(session, { grade: chosen, suggested, attempt: graded, away });
  });
  const choose = (/** @type {Mode} */ chosen) => {
    setMode(chosen);
    if (chosen === "speak") void recorder.start();
  };
  const overrule = (/** @type {string} */ id, /** @type {boolean} */ value) => void change((before) => ({ ...before, overrules: { ...before.overrules, [id]: value } }));
  useReadyCall(attempt.state, item, attempt, suggested);
  return { item, name, question, attempt, change, settle, saved, answering, timer, recorder, mode: shown, choose, away, suggested, commit, reveal, grade, overrule };
}

/** @typedef {ReturnType<typeof useCard>} Card */

/**
 * A step that is under way is not begun again: a key pressed twice counts once.
 *
 * @template {unknown[]} A
 * @param {(...given: A) => Promise<void>} step
 * @returns {(...given: A) => Promise<void>}
 */
function useOnce(step) {
  const busy = useRef(false);
  return async (...given) => {
    if (busy.current) return;
    busy.current = true;
    try {
      await step(...given);
    } finally {
      busy.current = false;
    }
  };
}

/** Another card begins at its top, with its question in focus. @param {string} name @param {(mode: Mode) => void} setMode */
function useTop(name, setMode) {
  useEffect(() => {
    setMode("say");
    scrollTo(0, 0);
    focusHeading();
  }, [name]);
}

/**
 * How long each grade keeps the card away, as the server reckons it.
 *
 * @param {string} owner
 * @param {import("./deck.js").Item} item
 * @param {string} name
 */
function useAway(owner, item, name) {
  const [times, setTimes] = useState(/** @type {{ name: string, next: import("./api.js").NextTimes, asked: string } | undefined} */ (undefined));
  useEffect(() => {
    let left = false;
    // Without a network one grades without knowing the times.
    void timesOf(owner, item).then((found) => !left && setTimes({ name, ...found })).catch(() => undefined);
    return () => {
      left = true;
    };
  }, [owner, name, item.card]);
  return useMemo(() => (times?.name === name ? distances(times.next, times.asked) : null), [times, name]);
}

/** The status bar says what a grade would send; nothing is sent before. */
function useReadyCall(/** @type {string} */ state, /** @type {import("./deck.js").Item} */ item, /** @type {import("./records.js").Attempt} */ attempt, /** @type {Grade | null} */ suggested) {
  const body = JSON.stringify({ question: item.slug, grade: suggested ?? "good", seconds: Math.round(attempt.seconds) });
  useEffect(() => {
    // A guest's grades stay here.
    if (state === "drafting" || !attempt.owner) return;
    const path = "/api/v1/reviews/";
    showCall({ method: "POST", url: location.origin + path, path, headers: {}, requestBody: body, status: undefined, contentType: "", text: "", bytes: 0, ms: 0 });
  }, [state, body]);
}

/** Everything on a key is a visible control, too. @param {Card} card @param {{ end: () => void, hint: () => void }} more */
export function useCardKeys(card, { end, hint }) {
  const { attempt, answering, recorder, question } = card;
  const turned = attempt.state === "revealed" || attempt.state === "graded";
  // A key that is held down is one press: else a long space bar would grade, and grade the next.
  const when = (/** @type {boolean} */ holds, /** @type {() => unknown} */ act) => (/** @type {KeyboardEvent} */ event) => void (holds && !event.repeat && act());
  const space = () => (answering ? card.commit() : turned ? card.grade("good") : card.reveal());
  const record = () => (recorder.state === "recording" ? recorder.stop() : card.choose("speak"));
  const tick = (/** @type {number} */ index) => {
    const point = question.key_points[index];
    if (point) card.overrule(point.id, !said(attempt, attempt.overrules)[point.id]);
  };
  const group = "Practice";
  useKeys([
    { keys: ["Space"], label: "show the answer, then Good", group, status: { at: 1, label: "show, then good" }, run: when(true, space) },
    ...GRADES.map((grade, index) => ({ keys: [String(index + 1)], label: `grade ${grade}`, group, status: { at: 2, label: "grade" }, run: when(turned, () => card.grade(grade)) })),
    ...TICK_KEYS.map((key, index) => ({ keys: [key], label: `tick point ${index + 1}`, group, run: when(!answering, () => tick(index)) })),
    { keys: ["M"], label: "record, stop recording", group, status: { at: 5, label: "record" }, run: when(answering, record) },
    { keys: ["N"], label: "type", group, run: when(answering, () => (card.choose("write"), document.getElementById("answer")?.focus())) },
    { keys: ["H"], label: "one hint", group, run: when(answering, hint) },
    { keys: ["O"], label: "open the question", group, status: { at: 6, label: "open question" }, run: when(true, () => open(`/questions/${question.slug}`, "_blank", "noopener")) },
    { keys: ["Ctrl", "Enter"], label: "commit the answer", group, run: when(answering, card.commit) },
    { keys: ["Esc"], label: "end the session", group, run: when(true, end) },
  ]);
}

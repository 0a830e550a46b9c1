import { useEffect, useRef, useState } from "preact/hooks";
import { createStore } from "../../lib/store.js";
import { drop, keep, kept } from "../../lib/device.js";

/**
 * @typedef {object} Recording kept on this device only, the latest of each question
 * @property {string} id
 * @property {Blob} blob
 * @property {number} seconds
 * @property {number[]} levels 0 to 1, for its picture
 * @property {string} made_at
 */

/** @typedef {"idle" | "asking" | "recording" | "refused" | "absent" | "unable"} RecorderState */

/** What is said instead of recording. @type {Partial<Record<RecorderState, string>>} */
export const TROUBLES = {
  refused: "The browser does not let this page use the microphone. Allow it beside the address, or type.",
  absent: "No microphone was found. You can type.",
  unable: "This browser cannot record here. You can type.",
};

/** @param {unknown} thrown @returns {RecorderState} */
function troubleOf(thrown) {
  const name = thrown instanceof DOMException ? thrown.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "refused";
  return name === "NotFoundError" || name === "OverconstrainedError" ? "absent" : "unable";
}

/**
 * Records an answer in the browser. Nothing of it is ever sent.
 *
 * @param {string} owner
 * @param {string} question
 * @param {() => void} onRecorded
 */
export function useRecorder(owner, question, onRecorded) {
  const [state, setState] = useState(/** @type {RecorderState} */ ("idle"));
  const [recording, setRecording] = useState(/** @type {Recording | undefined} */ (undefined));
  const [level] = useState(() => createStore(0));
  const id = `${owner} ${question}`;
  const visit = useVisit(id, setState, setRecording);

  const stop = async () => {
    const here = visit.current;
    const { running } = here;
    here.running = undefined;
    const made = await running?.stop();
    if (here.left) return;
    setState("idle");
    if (!made) return;
    setRecording(made);
    onRecorded();
  };
  const start = async () => {
    const here = visit.current;
    if (here.running || here.asking) return;
    here.asking = true;
    setState("asking");
    try {
      // A microphone that is taken away ends the recording; what it heard is kept.
      here.running = await begin(id, level, here, () => void stop());
      if (here.running) setState("recording");
    } catch (thrown) {
      if (!here.left) setState(troubleOf(thrown));
    } finally {
      here.asking = false;
    }
  };
  const remove = async () => {
    await drop("recordings", id);
    setRecording(undefined);
  };
  return { owner, state, recording, level, start, stop, remove };
}

/** @typedef {{ stop: () => Promise<Recording | undefined> }} Running */
/** @typedef {{ left: boolean, asking: boolean, running: Running | undefined }} Visit one stay at one question */

/**
 * The stay at a question: what is under way ends with it, heard until then; and what was recorded before.
 *
 * @param {string} id
 * @param {(state: RecorderState) => void} setState
 * @param {(recording: Recording | undefined) => void} setRecording
 */
function useVisit(id, setState, setRecording) {
  const visit = useRef(/** @type {Visit} */ ({ left: false, asking: false, running: undefined }));
  useEffect(() => {
    const here = { left: false, asking: false, running: /** @type {Running | undefined} */ (undefined) };
    visit.current = here;
    setRecording(undefined);
    setState("idle");
    void kept("recordings", id).then((found) => !here.left && setRecording(found));
    return () => {
      here.left = true;
      void here.running?.stop();
      here.running = undefined;
    };
  }, [id]);
  return visit;
}

/**
 * @param {string} id
 * @param {import("../../lib/store.js").Store<number>} level
 * @param {Visit} here
 * @param {() => void} onEnded by itself
 * @returns {Promise<Running | undefined>} nothing when one left while the browser still asked
 */
async function begin(id, level, here, onEnded) {
  if (!navigator.mediaDevices || typeof MediaRecorder === "undefined") throw new Error("no recorder");
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const release = () => stream.getTracks().forEach((track) => track.stop());
  if (here.left) return void release();
  try {
    return record(id, stream, level, release, onEnded);
  } catch (thrown) {
    release();
    throw thrown;
  }
}

/**
 * @param {string} id
 * @param {MediaStream} stream
 * @param {import("../../lib/store.js").Store<number>} level
 * @param {() => void} release gives the microphone back
 * @param {() => void} onEnded
 * @returns {Running}
 */
function record(id, stream, level, release, onEnded) {
  const recorder = new MediaRecorder(stream);
  const meter = measure(stream, level);
  /** @type {Blob[]} */
  const chunks = [];
  recorder.ondataavailable = ({ data }) => chunks.push(data);
  const started = performance.now();
  const ended = new Promise((resolve) => recorder.addEventListener("stop", resolve, { once: true }));
  void ended.then(onEnded);
  recorder.start();
  const stop = async () => {
    if (recorder.state !== "inactive") recorder.stop();
    await ended;
    release();
    const made = { id, blob: new Blob(chunks, { type: recorder.mimeType }), seconds: Math.round((performance.now() - started) / 1000), levels: meter.end(), made_at: new Date().toISOString() };
    await keep("recordings", made);
    return made;
  };
  return { stop };
}

const BARS = 32;

/** How loud it is, eight times a second. @param {MediaStream} stream @param {import("../../lib/store.js").Store<number>} level */
function measure(stream, level) {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  /** @type {number[]} */
  const heard = [];
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const loud = Math.min(1, Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length) * 4);
    level.set(loud);
    heard.push(loud);
  }, 125);
  const end = () => {
    clearInterval(timer);
    level.set(0);
    void context.close();
    const width = Math.max(1, heard.length / BARS);
    return Array.from({ length: Math.min(BARS, heard.length) }, (_, bar) => Math.max(0, ...heard.slice(Math.floor(bar * width), Math.floor((bar + 1) * width))));
  };
  return { end };
}

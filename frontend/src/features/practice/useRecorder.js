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
  const running = useRunning(id, setState, setRecording);

  const start = async () => {
    if (running.current || state === "asking") return;
    setState("asking");
    try {
      running.current = await begin(id, level, (made) => {
        setRecording(made);
        onRecorded();
      });
      setState("recording");
    } catch (thrown) {
      setState(troubleOf(thrown));
    }
  };
  const stop = async () => {
    await running.current?.stop(true);
    running.current = undefined;
    setState("idle");
  };
  const remove = async () => {
    await drop("recordings", id);
    setRecording(undefined);
  };
  return { state, recording, level, start, stop, remove };
}

/**
 * What is under way, ended when one goes on to another question; and what was recorded before.
 *
 * @param {string} id
 * @param {(state: RecorderState) => void} setState
 * @param {(recording: Recording | undefined) => void} setRecording
 */
function useRunning(id, setState, setRecording) {
  const running = useRef(/** @type {{ stop: (save: boolean) => Promise<void> } | undefined} */ (undefined));
  useEffect(() => {
    let left = false;
    setRecording(undefined);
    setState("idle");
    void kept("recordings", id).then((found) => !left && setRecording(found));
    return () => {
      left = true;
      void running.current?.stop(false);
      running.current = undefined;
    };
  }, [id]);
  return running;
}

/**
 * @param {string} id
 * @param {import("../../lib/store.js").Store<number>} level
 * @param {(made: Recording) => void} onMade
 */
async function begin(id, level, onMade) {
  if (!navigator.mediaDevices || typeof MediaRecorder === "undefined") throw new Error("no recorder");
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const meter = measure(stream, level);
  const recorder = new MediaRecorder(stream);
  /** @type {Blob[]} */
  const chunks = [];
  recorder.ondataavailable = ({ data }) => chunks.push(data);
  const started = performance.now();
  recorder.start();
  const ended = new Promise((resolve) => recorder.addEventListener("stop", resolve, { once: true }));
  const stop = async (/** @type {boolean} */ save) => {
    recorder.stop();
    await ended;
    for (const track of stream.getTracks()) track.stop();
    const levels = meter.end();
    if (!save) return;
    const made = { id, blob: new Blob(chunks, { type: recorder.mimeType }), seconds: Math.round((performance.now() - started) / 1000), levels, made_at: new Date().toISOString() };
    await keep("recordings", made);
    onMade(made);
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

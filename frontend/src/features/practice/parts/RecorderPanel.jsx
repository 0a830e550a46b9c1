import { useEffect, useRef, useState } from "preact/hooks";
import { useKeys } from "../../../lib/keys.js";
import { useStore } from "../../../lib/store.js";
import { Button } from "../../../ui/Button.jsx";
import { clock, took } from "../rules.js";
import { TROUBLES } from "../useRecorder.js";

/** @typedef {ReturnType<typeof import("../useRecorder.js").useRecorder>} Recorder */

/** Recording: how loud, how long; what was recorded, to hear again or delete. @param {{ recorder: Recorder }} props */
export function RecorderPanel({ recorder }) {
  const { owner, state, recording, level, start, stop, remove } = recorder;
  const trouble = TROUBLES[state];
  return (
    <div class="recorder">
      {state === "recording" ? (
        <>
          <Button icon="stop" shortcut="M" onClick={() => void stop()}>
            Stop
          </Button>
          <Recorded level={level} />
        </>
      ) : (
        <Button icon="microphone" shortcut="M" working={state === "asking"} onClick={() => void start()}>
          {state === "asking" ? "Asking for the microphone" : recording ? "Record again" : "Record"}
        </Button>
      )}
      {state === "idle" && recording && <Replay recording={recording} onDelete={() => void remove()} />}
      <p role="status" class={trouble ? "recorder__trouble" : "sr-only"}>
        {trouble ?? (state === "recording" ? "Recording." : "")}
      </p>
      {!trouble && <Stays owner={owner} />}
    </div>
  );
}

/** @param {{ owner: string }} props */
const Stays = ({ owner }) => <p class="caption recorder__stays">The recording stays on this device, the latest of each question{owner ? ", until you sign out" : ""}.</p>;

/** @param {{ level: import("../../../lib/store.js").Store<number> }} props */
function Recorded({ level }) {
  const loud = useStore(level);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const started = performance.now();
    const timer = setInterval(() => setSeconds((performance.now() - started) / 1000), 500);
    return () => clearInterval(timer);
  }, []);
  return (
    <span class="recorder__now">
      <meter class="sr-only" min={0} max={1} value={loud} aria-label="Loudness">
        {Math.round(loud * 10)} of 10
      </meter>
      <svg class="recorder__level" viewBox="0 0 120 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="recorder__scale" width="120" height="8" />
        <rect width={loud * 120} height="8" />
      </svg>
      <b>{clock(seconds)}</b>
    </span>
  );
}

/** @param {{ recording: import("../useRecorder.js").Recording, onDelete?: () => void }} props */
export function Replay({ recording, onDelete }) {
  const { playing, toggle } = useReplay(recording);
  useKeys([{ keys: ["L"], label: "listen to the recording", group: "Practice", status: { at: 4, label: "listen" }, run: toggle }]);
  return (
    <span class="replay">
      <Button small icon={playing ? "stop" : "play"} shortcut="L" onClick={toggle}>
        {playing ? "Stop" : "Replay"}
      </Button>
      <Wave levels={recording.levels} />
      <span class="caption">recorded, {took(recording.seconds)}</span>
      {onDelete && (
        <Button small look="quiet" onClick={onDelete}>
          Delete
        </Button>
      )}
    </span>
  );
}

/** @param {import("../useRecorder.js").Recording} recording */
function useReplay(recording) {
  const [playing, setPlaying] = useState(false);
  const audio = useRef(/** @type {HTMLAudioElement | undefined} */ (undefined));
  useEffect(() => {
    const address = URL.createObjectURL(recording.blob);
    const player = new Audio(address);
    player.addEventListener("ended", () => setPlaying(false));
    audio.current = player;
    return () => {
      player.pause();
      URL.revokeObjectURL(address);
    };
  }, [recording]);
  const toggle = () => {
    if (playing) audio.current?.pause();
    else void audio.current?.play().catch(() => setPlaying(false));
    setPlaying(!playing);
  };
  return { playing, toggle };
}

/** @param {{ levels: readonly number[] }} props */
function Wave({ levels }) {
  return (
    <svg class="wave wide-only" viewBox={`0 0 ${levels.length * 4} 16`} width={levels.length * 4} height="16" aria-hidden="true" focusable="false">
      {levels.map((level, index) => (
        <rect key={index} x={index * 4} y={8 - Math.max(1, level * 8)} width="2" height={Math.max(2, level * 16)} />
      ))}
    </svg>
  );
}

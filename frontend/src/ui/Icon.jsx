/** Icons: strokes on a 16 px grid, always beside or instead of words that say the same. */

const paths = {
  search: "M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0ZM10.5 10.5 14 14",
  close: "m4 4 8 8M12 4l-8 8",
  check: "m3 8.5 3.2 3.2L13 4.8",
  card: "M4.5 2.5h9v8M2.5 5.5h8.5v8H2.5z",
  microphone: "M8 2a2 2 0 0 1 2 2v4a2 2 0 0 1-4 0V4a2 2 0 0 1 2-2ZM3.5 8a4.5 4.5 0 0 0 9 0M8 12.5V14.5",
  pause: "M5.5 3.5v9M10.5 3.5v9",
  play: "M5 3.2v9.6L12.5 8Z",
  stop: "M4 4h8v8H4z",
  undo: "M6 3 3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H6",
  debrief: "M2.5 4h11M2.5 8h11M2.5 12h11M7 4a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0ZM12 8a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0ZM9 12a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0Z",
  clock: "M13.5 8a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0ZM8 5v3.2l2 1.3",
  flag: "M4 14V2.5h8L10.2 5.7 12 9H4",
  copy: "M6.5 5.5h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-6a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1ZM10.5 5.5v-3h-8v8h3",
  external: "M6.5 3.5h-3v9h9v-3M9 3h4v4M13 3 7.5 8.5",
  down: "m4 6 4 4 4-4",
  back: "m10 4-4 4 4 4",
  next: "m6 4 4 4-4 4",
  braces: "M6 2.5c-2 0-2 .8-2 2.5S3.5 8 2.5 8C3.5 8 4 9.3 4 11s0 2.5 2 2.5M10 2.5c2 0 2 .8 2 2.5s.5 3 1.5 3c-1 0-1.5 1.3-1.5 3s0 2.5-2 2.5",
  sliders: "M2.5 5h6M12 5h1.5M2.5 11h1.5M7.5 11h6M12 5a1.75 1.75 0 1 1-3.5 0A1.75 1.75 0 0 1 12 5ZM7.5 11A1.75 1.75 0 1 1 4 11a1.75 1.75 0 0 1 3.5 0Z",
  questions: "M3 2.8h7.5a2 2 0 0 1 2 2v8.4H5a2 2 0 0 1-2-2zM3 11.2a2 2 0 0 1 2-2h7.5",
  steps: "M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01",
  rubric: "M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.6h11M6.5 6.3V13",
  calendar: "M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.3V4M10.5 2.3V4",
  kit: "M3.5 5h9a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1ZM6 5V3h4v2M2.5 8.5h11",
  home: "M2.5 7.5 8 2.8l5.5 4.7M4 6.5v7h8v-7",
  more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
  person: "M10.5 5.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0ZM3 13.5c.5-2.6 2.5-4 5-4s4.5 1.4 5 4",
  role: "M2.5 13.5h11M4 13.5v-4M8 13.5v-7M12 13.5v-10",
  bolt: "M9 1.8 3.5 9H8l-1 5.2L12.5 7H8z",
  plus: "M8 3v10M3 8h10",
  print: "M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z",
  keys: "M2 4.5h12v7H2zM4.5 7h.01M7 7h.01M9.5 7h.01M12 7h.01M5 9.5h6",
  chat: "M2.5 3h11v8H7l-3 2.5V11H2.5z",
  help: "M13.5 8a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0ZM6.4 6.5A1.6 1.6 0 1 1 8.7 8c-.5.3-.7.6-.7 1.1M8 11h.01",
  lock: "M4.5 7h7a1 1 0 0 1 1 1v4.5a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1ZM5.5 7V5a2.5 2.5 0 0 1 5 0v2",
  settings: "M2.5 5h6M12 5h1.5M2.5 11h1.5M7.5 11h6M12 5a1.75 1.75 0 1 1-3.5 0A1.75 1.75 0 0 1 12 5ZM7.5 11A1.75 1.75 0 1 1 4 11a1.75 1.75 0 0 1 3.5 0Z",
};

/** @typedef {keyof typeof paths} IconName */

/** @param {{ name: IconName }} props */
export function Icon({ name }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}

/** The mark: two people, a V each, across the table; only one's own side is in colour. */
export function Glyph() {
  return (
    <svg class="glyph" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path class="glyph__interviewer" d="M2.4 3.2 8.3 11 14.2 3.2" />
      <path class="glyph__candidate" d="M9.8 20.8 15.7 13l5.9 7.8" />
    </svg>
  );
}

/** A person as a letter in a circle; one's own is filled, the ends of a disagreement are in vermilion. */

/** @param {{ letter: string, me: boolean, apart?: boolean, x?: number, y?: number }} props */
export function Mark({ letter, me, apart, x = 0, y = 0 }) {
  return (
    <g class={`mark${me ? " mark--me" : ""}${apart ? " mark--apart" : ""}`} transform={`translate(${x} ${y})`}>
      <circle r="9.5" />
      <text y="4">{letter}</text>
    </g>
  );
}

/** The same beside words. @param {{ letter: string, me: boolean }} props */
export function MarkOf({ letter, me }) {
  return (
    <svg class="mark-of" width="22" height="22" viewBox="-11 -11 22 22" aria-hidden="true" focusable="false">
      <Mark letter={letter} me={me} />
    </svg>
  );
}

/** Who is who. @param {{ panel: import("../panel.js").Panel }} props */
export function People({ panel }) {
  return (
    <ul class="debrief__people" aria-label="Interviewers">
      {panel.people.map(({ id, name, is_me: me }) => (
        <li key={id}>
          <MarkOf letter={panel.letter(id)} me={me} />
          {name}
          {me && ", you"}
        </li>
      ))}
    </ul>
  );
}

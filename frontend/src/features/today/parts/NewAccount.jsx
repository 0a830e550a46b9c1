import { counted } from "../../../lib/format.js";
import { Button } from "../../../ui/Button.jsx";

/** Nothing has happened yet: three steps in place of the columns. @param {{ steps: import("../shapes.d.ts").StepMark[] }} props */
export function NewAccount({ steps }) {
  const ways = [
    { href: "/practice", act: "Practise now", name: "Answer one question", says: "Write or speak your answer, see what was listened for, and say how well you knew it. From then on it returns when you are about to forget it." },
    { href: "/interviews/new", act: "Add an interview", name: "Note your next interview", says: "With a date, practice is timed so that you know most on that day." },
    { href: "/steps", act: "Read them", name: "Look at the ways to prepare", says: steps.length > 0 ? `${counted(steps.length, "way")}, each with something that you can check. Tick them here when they are done.` : "Each comes with something that you can check." },
  ];
  return (
    <ol class="first-steps">
      {ways.map(({ href, act, name, says }, index) => (
        <li key={href}>
          <span class="first-steps__number" aria-hidden="true">
            {index + 1}
          </span>
          <h2>{name}</h2>
          <p>{says}</p>
          <Button look={index === 0 ? "primary" : "secondary"} href={href}>
            {act}
          </Button>
        </li>
      ))}
    </ol>
  );
}

import { counted } from "../../../lib/format.js";

/** Questions that were forgotten more than once. @param {{ spots: import("../shapes.d.ts").WeakSpot[] }} props */
export function WeakSpots({ spots }) {
  return (
    <section class="block weak" aria-labelledby="weak">
      <h2 id="weak">Weak spots</h2>
      {spots.length === 0 && <p class="caption">No question has been forgotten more than once.</p>}
      <ol class="rows">
        {spots.map(({ question, lapses, quality }) => (
          <li key={question.id}>
            <a href={`/questions/${question.slug}`}>
              <span class="voice">{question.name}</span>
              <span class="caption">{[quality?.name, counted(lapses, "lapse")].filter(Boolean).join(", ")}</span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

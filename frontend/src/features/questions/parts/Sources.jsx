import { day } from "../../../lib/format.js";
import { Section } from "./Article.jsx";

/** What the question rests on, each with where to look and when it was read. @param {{ question: Pick<import("../../../api/models.d.ts").Question, "sources" | "updated_at"> }} props */
export function Sources({ question }) {
  return (
    <Section id="sources" title="Sources">
      <ul class="sources">
        {question.sources.map((source) => (
          <li key={source.url}>
            <a class="link" href={source.url} rel="noreferrer">
              {source.title}
            </a>
            {source.locator && `, “${source.locator}”`}
            {source.read_on && <span class="caption">, read {day(source.read_on)}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

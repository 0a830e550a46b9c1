import { Button } from "../../../ui/Button.jsx";
import { EightBar } from "../../../ui/EightBar.jsx";
import { lateness, load, more } from "../rules.js";

/**
 * What is due, in the order of practice, each question with what it gives evidence of.
 *
 * @param {{ due: import("../shapes.d.ts").Due, minutesADay: number }} props
 */
export function Due({ due, minutesADay }) {
  const rest = more(due.count, due.items.length);
  return (
    <section class="block due" aria-labelledby="due">
      <div class="block__head">
        <h2 id="due">Due today</h2>
        <span class="caption">{load(due, minutesADay)}</span>
        <Button look="primary" href="/practice" shortcut="P">
          Start practice
        </Button>
      </div>
      {due.items.length === 0 && (
        <p class="block__nothing voice">
          Nothing is due. <span class="block__advice">New and weak questions are always there to practise.</span>
        </p>
      )}
      <ol class="rows">
        {due.items.map(({ question, days_late: late, evidence }) => (
          <li key={question.id}>
            <a class="due__row" href={`/practice/${question.slug}`}>
              <span class="due__number mono">{String(question.number).padStart(3, "0")}</span>
              <span class="voice">{question.name}</span>
              <EightBar signals={evidence} />
              <span class={late > 0 ? "due__when due__when--late" : "due__when"}>{lateness(late)}</span>
            </a>
          </li>
        ))}
      </ol>
      {rest && (
        <a class="block__more link" href="/practice">
          {rest}
        </a>
      )}
    </section>
  );
}

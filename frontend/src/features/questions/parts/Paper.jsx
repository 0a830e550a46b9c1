import { day } from "../../../lib/format.js";
import { Html } from "../../../ui/Html.jsx";
import { numbered, WORDS } from "../rules.js";
import { sinceWords } from "../versions.js";

/** @typedef {import("../../../api/models.d.ts").Question} Question */

/** One question on paper, with its example answers where they were asked for. @param {{ question: Omit<Question, "answers"> & Partial<Pick<Question, "answers">> }} props */
export function Paper({ question }) {
  const facts = [question.category.name, WORDS[question.level] ?? question.level, WORDS[question.format] ?? question.format, `${question.minutes} minutes`];
  const qualities = question.qualities.map(({ quality }) => quality.name).join(", ");
  return (
    <article class="paper__question">
      <h2 class="voice">
        <span class="paper__number">{numbered(question.number)}</span> {question.prompt}
      </h2>
      {question.material_html && <Html class="prose material" html={question.material_html} />}
      <p class="paper__facts">
        {facts.join(" · ")}
        {qualities && `. Evidence of ${qualities}.`}
      </p>
      {question.assesses_html && (
        <section>
          <h3>What it assesses</h3>
          <Html html={question.assesses_html} />
        </section>
      )}
      <div class="paper__points">
        <KeyPoints points={question.key_points} />
        <RedFlags flags={question.red_flags} />
      </div>
      {question.probes.length > 0 && (
        <section>
          <h3>Follow-ups</h3>
          <ul class="voice">
            {question.probes.map((probe) => (
              <li key={probe}>{probe}</li>
            ))}
          </ul>
        </section>
      )}
      {question.answers?.map((answer) => <Said key={answer.id} answer={answer} />)}
      <Foot question={question} />
    </article>
  );
}

/** @param {{ points: Question["key_points"] }} props */
function KeyPoints({ points }) {
  if (points.length === 0) return null;
  return (
    <section>
      <h3>Key points</h3>
      <ol>
        {points.map((point) => (
          <li key={point.id}>
            <span class="paper__box" aria-hidden="true" /> {point.text}
            {point.crucial && <b> Crucial.</b>}
            {point.since && <i> {sinceWords(point.since, "")?.words}</i>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** @param {{ flags: Question["red_flags"] }} props */
function RedFlags({ flags }) {
  if (flags.length === 0) return null;
  return (
    <section>
      <h3>Red flags</h3>
      <ul>
        {flags.map((flag) => (
          <li key={flag.id}>
            <span class="paper__box" aria-hidden="true" /> {flag.text} <i>{flag.why}</i>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** @param {{ answer: import("../../../api/models.d.ts").Answer }} props */
function Said({ answer }) {
  return (
    <section class="paper__answer">
      <h3>Example answer with score {answer.score} of 4</h3>
      <Html html={answer.body_html} class="prose voice" />
      {answer.samples.map((sample, index) => (
        <pre key={index}>{sample.code}</pre>
      ))}
      {answer.why_this_score_html && <Html html={answer.why_this_score_html} class="prose paper__why" />}
    </section>
  );
}

/** What the question rests on, and where it stands. @param {{ question: Pick<Question, "sources" | "slug" | "version" | "licence"> }} props */
function Foot({ question }) {
  return (
    <footer class="paper__foot">
      {question.sources.length > 0 && (
        <>
          <h3>Sources</h3>
          <ul>
            {question.sources.map((source) => (
              <li key={source.url}>
                {source.title}
                {source.locator && `, “${source.locator}”`}, {source.url}
                {source.read_on && `, read ${day(source.read_on)}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        {location.origin}/questions/{question.slug}, version {question.version}. {question.licence}
      </p>
    </footer>
  );
}

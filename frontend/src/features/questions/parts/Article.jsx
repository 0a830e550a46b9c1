import { useLocation } from "preact-iso";
import { shortName } from "../../../lib/format.js";
import { useKeys } from "../../../lib/keys.js";
import { hasPage } from "../../../lib/sitemap.js";
import { Button } from "../../../ui/Button.jsx";
import { CopyButton } from "../../../ui/Code.jsx";
import { Signals } from "../../../ui/EightBar.jsx";
import { Html } from "../../../ui/Html.jsx";
import { Breadcrumbs, Heading } from "../../../ui/Page.jsx";
import { numbered, WORDS } from "../rules.js";
import { sectionsOf } from "../sections.js";
import { yourDjango } from "../trail.js";
import { Answers } from "./Answers.jsx";
import { Exercise } from "./Exercise.jsx";
import { Points } from "./Points.jsx";
import { Sources } from "./Sources.jsx";

/** @typedef {import("../../../api/models.d.ts").Question} Question */

/** @param {{ question: Question }} props */
export function Article({ question }) {
  const there = new Set(sectionsOf(question).map(({ id }) => id));
  return (
    <article class="question__article">
      <Whereabouts question={question} />
      <div class={question.prompt.length > 120 ? "question__long" : undefined}>
        <Heading look="ask">{question.prompt}</Heading>
      </div>
      {question.material_html && <Html class="prose material" html={question.material_html} />}
      <Facts question={question} />
      <Signals signals={question.qualities} />
      <PractiseThis question={question} />
      <Exercise question={question} />
      {there.has("assesses") && (
        <Section id="assesses" title="What it assesses">
          <Html html={question.assesses_html} />
        </Section>
      )}
      {there.has("guidance") && (
        <Section id="guidance" title="How to answer">
          <Html html={question.guidance_html} />
        </Section>
      )}
      {there.has("points") && <Points question={question} django={yourDjango()} />}
      {there.has("follow-ups") && <FollowUps probes={question.probes} />}
      {there.has("answers") && <Answers question={question} />}
      {there.has("mistakes") && (
        <Section id="mistakes" title="Common mistakes">
          <Html html={question.common_mistakes_html} />
        </Section>
      )}
      {there.has("sources") && <Sources question={question} />}
    </article>
  );
}

/** @param {{ question: Question }} props */
function PractiseThis({ question: { slug, kind } }) {
  const { route } = useLocation();
  const there = kind === "interview" && hasPage("/practice");
  const address = `/practice/${slug}`;
  useKeys(there ? [{ keys: ["P"], label: "practise this", group: "Question", status: { at: 4, label: "practise this" }, run: () => route(address) }] : []);
  if (!there) return null;
  return (
    <p class="question__practise no-print">
      <Button look="primary" href={address} shortcut="P">
        Practise this
      </Button>
    </p>
  );
}

/** @param {{ question: Question }} props */
function Whereabouts({ question }) {
  const trail = [
    { href: "/questions", label: "Questions" },
    { href: `/questions?category=${question.category.slug}`, label: shortName(question.category.name) },
    { label: numbered(question.number), machine: true },
  ];
  return (
    <Breadcrumbs trail={trail}>
      <CopyButton text={citation(question)} label="Cite" />
      <CopyButton text={address(question)} label="Copy link" />
    </Breadcrumbs>
  );
}

/** @param {{ id: string, title: string, children: import("preact").ComponentChildren }} props */
export function Section({ id, title, children }) {
  return (
    <section id={id} class="question__section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

/** @param {{ question: Question }} props */
function Facts({ question }) {
  const facts = [WORDS[question.level] ?? question.level, WORDS[question.format] ?? question.format, `${question.minutes} minutes`];
  return (
    <ul class="question__facts" aria-label="In short">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
      {question.topics.map((topic) => (
        <li key={topic.slug}>
          <a href={`/questions?topic=${topic.slug}`}>{topic.name}</a>
        </li>
      ))}
    </ul>
  );
}

/** @param {{ probes: readonly string[] }} props */
function FollowUps({ probes }) {
  return (
    <Section id="follow-ups" title="Follow-ups">
      <ol class="follow-ups voice">
        {probes.map((probe) => (
          <li key={probe}>{probe}</li>
        ))}
      </ol>
    </Section>
  );
}

/** A link that lasts: by slug, without what the address happens to carry. @param {Question} question */
const address = (question) => `${location.origin}/questions/${question.slug}`;

/** As people quote it. @param {Question} question */
const citation = (question) => `Vivavoce, question ${question.number}, version ${question.version}: “${question.prompt}” ${address(question)} (${question.licence})`;

import { choose } from "../../../api/preferences.js";
import { day } from "../../../lib/format.js";
import { prefs } from "../../../lib/prefs.js";
import { hasPage } from "../../../lib/sitemap.js";
import { useStore } from "../../../lib/store.js";
import { Icon } from "../../../ui/Icon.jsx";
import { numbered } from "../rules.js";
import { rangeWords } from "../versions.js";
import { Report } from "./Report.jsx";

/** @typedef {import("../../../api/models.d.ts").Question} Question */

const onward = {
  candidate: [
    { href: "/rubrics", label: "The rubric these scores come from" },
    { href: "/steps", label: "Ways to prepare" },
    { href: "/to-ask", label: "What you may ask them" },
  ],
  interviewer: [
    { href: "/kits", label: "Kits that plan an interview" },
    { href: "/rubrics", label: "The rubric these scores come from" },
    { href: "/roles", label: "What the work is at this level" },
  ],
};

/** The right column: how one wants to read, where to go on, what is known about the question. @param {{ question: Question }} props */
export function About({ question }) {
  const { side, shutAnswers } = useStore(prefs);
  const links = [...onward[side].filter(({ href }) => hasPage(href)), { href: `/questions?category=${question.category.slug}&level=${question.level}`, label: "More like this" }];
  return (
    <aside class="question__right no-print" aria-label="About this question">
      <h2>While you read</h2>
      <label class="about__switch">
        <input type="checkbox" role="switch" checked={shutAnswers} onChange={(event) => void choose({ shutAnswers: event.currentTarget.checked })} />
        <span>
          Shut the answers until you have tried
          <span class="caption">For every question, until you say otherwise.</span>
        </span>
      </label>
      <ul class="about__links">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>
              {label}
              <Icon name="next" />
            </a>
          </li>
        ))}
      </ul>
      <h2>About this question</h2>
      <dl class="about__facts">
        {factsOf(question).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="about__wrong">
        <Report question={question} />
      </p>
    </aside>
  );
}

/** @type {Record<string, string>} */
const NAMES = { django: "Django", python: "Python" };

/**
 * @param {Question} question
 * @returns {Array<[string, string]>}
 */
function factsOf(question) {
  const range = Object.entries(question.applies_to ?? {}).map(([name, version]) => `${NAMES[name] ?? name} ${rangeWords(version)}`);
  /** @type {Array<[string, string]>} */
  const facts = [
    ["Number", numbered(question.number)],
    ["Version", String(question.version)],
    ["Applies to", range.join(", ")],
    ["Roles", question.roles.map(({ name }) => name).join(", ")],
    ["Pack", question.pack ?? "your own"],
    ["Licence", question.licence],
    ["Changed", day(question.updated_at)],
  ];
  return facts.filter(([, value]) => value);
}

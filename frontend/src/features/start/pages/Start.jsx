import { useSession } from "../../../api/session.js";
import { prefs } from "../../../lib/prefs.js";
import { hasPage } from "../../../lib/sitemap.js";
import { useStore } from "../../../lib/store.js";
import { Button } from "../../../ui/Button.jsx";
import { Icon } from "../../../ui/Icon.jsx";
import { Heading, Page } from "../../../ui/Page.jsx";
import "../start.css";

/** @typedef {{ href: string, name: string, says: string }} Way */
/** @typedef {{ href: string, act: string }} Begin */

/** What to begin with: the first is the one to press. @type {Record<"candidate" | "interviewer" | "guest", Begin[]>} */
const begins = {
  guest: [
    { href: "/practice", act: "Practise now" },
    { href: "/questions", act: "Look at the questions" },
  ],
  candidate: [
    { href: "/today", act: "Open Today" },
    { href: "/practice", act: "Practise now" },
  ],
  interviewer: [
    { href: "/start-now", act: "Start an interview" },
    { href: "/debriefs", act: "Debriefs" },
  ],
};

/** @type {Record<"candidate" | "interviewer", { sentence: string, ways: Way[] }>} */
const sides = {
  candidate: {
    sentence: "Every answer here shows why it has its score.",
    ways: [
      { href: "/today", name: "Today", says: "What is due, your next interview, and how much of it you would recall on the day." },
      { href: "/practice", name: "Practice", says: "Answer aloud or in writing, see what was listened for, and grade yourself." },
      { href: "/questions", name: "Questions", says: "What interviewers ask, what they listen for, and example answers at four scores." },
      { href: "/steps", name: "Ways to prepare", says: "Ten steps from the documentation to a mock interview, each with something to check." },
      { href: "/rubrics", name: "Rubrics", says: "The page an interviewer scores you on, anchor by anchor." },
      { href: "/asking", name: "Questions to ask", says: "What you may ask them, what a good reply sounds like, and when to worry." },
      { href: "/interviews", name: "My interviews", says: "Dates, rounds and what was asked, with a calendar file." },
    ],
  },
  interviewer: {
    sentence: "The same questions, the same anchors, for everyone you meet.",
    ways: [
      { href: "/rubrics", name: "Rubrics", says: "Eight qualities, four scores each, on one printed page." },
      { href: "/kits", name: "Kits", says: "Planned interviews: timed questions with their follow-ups." },
      { href: "/interviews", name: "Interviews", says: "The kit on the left, your scorecard on the right, nobody else's opinion in sight." },
      { href: "/debriefs", name: "Debriefs", says: "Every score side by side, what you do not agree on, and the decision." },
      { href: "/questions", name: "Questions", says: "What each assesses, key points, red flags and calibrated answers." },
      { href: "/roles", name: "Roles", says: "What the work is at each level, and the words of a job description." },
    ],
  },
};

/** Where the site begins: one sentence, and the ways on. */
export default function Start() {
  const { side } = useStore(prefs);
  const { person, known } = useSession();
  const { sentence, ways } = sides[side];
  const begin = begins[side === "candidate" && !person ? "guest" : side].filter(({ href }) => hasPage(href));
  return (
    <Page title="Vivavoce" class="start">
      <div class="start__inside">
        <Heading look="ask">{sentence}</Heading>
        <p class="start__begin">
          {known && begin.map(({ href, act }, index) => (
            <Button key={href} look={index === 0 ? "primary" : "secondary"} href={href}>
              {act}
            </Button>
          ))}
        </p>
        <ul class="start__ways">
          {ways
            .filter((way) => hasPage(way.href))
            .map((way) => (
              <li key={way.href}>
                <a href={way.href}>
                  <span class="start__name">{way.name}</span>
                  <span class="start__says">{way.says}</span>
                  <Icon name="next" />
                </a>
              </li>
            ))}
        </ul>
        <p class="caption">
          {person ? "Open content, for everyone." : "No account needed: what you practise stays in this browser, and comes with you if you make one."} Everything on this site is also at{" "}
          <a class="link" href="/api/guide/">
            its API
          </a>
          ; press <kbd>`</kbd> on any page to see the call behind it.
        </p>
      </div>
    </Page>
  );
}

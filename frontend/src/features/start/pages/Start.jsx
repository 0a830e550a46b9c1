import { prefs } from "../../../lib/prefs.js";
import { hasPage } from "../../../lib/sitemap.js";
import { useStore } from "../../../lib/store.js";
import { Icon } from "../../../ui/Icon.jsx";
import { Heading, Page } from "../../../ui/Page.jsx";
import "../start.css";

/** @typedef {{ href: string, name: string, says: string }} Way */

/** @type {Record<"candidate" | "interviewer", { sentence: string, ways: Way[] }>} */
const sides = {
  candidate: {
    sentence: "Every answer here shows why it has its score.",
    ways: [
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
      { href: "/questions", name: "Questions", says: "What each assesses, key points, red flags and calibrated answers." },
      { href: "/roles", name: "Roles", says: "What the work is at each level, and the words of a job description." },
    ],
  },
};

/** Where the site begins: one sentence, and the ways on. */
export default function Start() {
  const { side } = useStore(prefs);
  const { sentence, ways } = sides[side];
  return (
    <Page title="Vivavoce" class="start">
      <div class="start__inside">
        <Heading look="ask">{sentence}</Heading>
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
          Open content, no account needed. Everything on this site is also at{" "}
          <a class="link" href="/api/docs/">
            its API
          </a>
          ; press <kbd>`</kbd> on any page to see the call behind it.
        </p>
      </div>
    </Page>
  );
}

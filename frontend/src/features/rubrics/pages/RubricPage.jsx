import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";
import { useResource } from "../../../api/useResource.js";
import { day } from "../../../lib/format.js";
import { useKeys } from "../../../lib/keys.js";
import { Button } from "../../../ui/Button.jsx";
import { Breadcrumbs, Heading, Page } from "../../../ui/Page.jsx";
import { EmptyState, ErrorState, SkeletonText } from "../../../ui/States.jsx";
import { getRubric, listLevels } from "../api.js";
import { Matrix } from "../parts/Matrix.jsx";
import { OneQuality } from "../parts/OneQuality.jsx";
import { inQualityOrder, LEVELS, versionFrom, weightSentence } from "../rules.js";
import "../rubrics.css";

/** One rubric: the page that both sides know, also on paper. @param {{ slug: string }} props */
export default function RubricPage({ slug }) {
  const { query } = useLocation();
  const version = versionFrom(query.version);
  const { data: rubric, problem, slow, reload } = useResource(`${slug} ${version}`, (signal) => getRubric(slug, version, signal), { behindView: true, keep: false });
  return (
    <Page title={rubric?.title ?? "Rubric"} back={{ href: "/rubrics", label: "All rubrics" }} class="rubric">
      {problem && <Failed problem={problem} slug={slug} onRetry={reload} />}
      {slow && !rubric && !problem && <SkeletonText label="Loading the rubric" />}
      {rubric && <Sheet key={rubric.id} rubric={rubric} />}
    </Page>
  );
}

/** @param {{ rubric: import("../api.js").Rubric }} props */
function Sheet({ rubric }) {
  const [signs, setSigns] = useState(false);
  const criteria = inQualityOrder(rubric.criteria);
  const toggle = () => setSigns(!signs);
  useKeys([
    { keys: ["S"], label: "signs to look for", group: "Rubric", status: { at: 1, label: "signs to look for" }, run: toggle },
    { keys: ["Ctrl", "P"], label: "print on one A4 page", group: "Rubric", status: { at: 3, label: "print on one A4 page" } },
  ]);
  return (
    <>
      <Head rubric={rubric} signs={signs} onSigns={toggle} />
      <Matrix criteria={criteria} signs={signs} caption={`${rubric.title}: qualities by scores`} />
      <OneQuality criteria={criteria} signs={signs} />
      <footer class="rubric__foot">
        <p>
          <b>The marked score is the one to aim for at this level.</b> {weightSentence(criteria)} {rubric.summary}
        </p>
        <p class="caption">
          Rubric {rubric.slug}, version {rubric.version}. {rubric.licence}. What was judged by a version keeps it.
        </p>
      </footer>
    </>
  );
}

/** @param {{ rubric: import("../api.js").Rubric, signs: boolean, onSigns: () => void }} props */
function Head({ rubric, signs, onSigns }) {
  return (
    <header class="rubric__head">
      <div>
        <div class="no-print">
          <Breadcrumbs trail={[{ href: "/rubrics", label: "Rubrics" }, { label: rubric.slug, machine: true }]} />
        </div>
        <Heading>{rubric.title}</Heading>
        <p class="page__lead">Eight qualities, four scores. Score what you saw or heard; where you saw nothing, say “no evidence” rather than 1.</p>
      </div>
      <div class="rubric__actions no-print">
        <p class="caption">
          Version {rubric.version}, {day(rubric.updated_at)}
          {rubric.version > 1 && (
            <>
              {" · "}
              <a class="link" href={`/rubrics/${rubric.slug}?version=${rubric.version - 1}`}>
                version {rubric.version - 1}
              </a>
            </>
          )}
        </p>
        <div>
          <Levels rubric={rubric} />
          <button type="button" class="button button--secondary" aria-pressed={signs} onClick={onSigns}>
            {signs ? "Hide signs" : "Show signs"}
          </button>
          <Button icon="print" shortcut="Ctrl P" onClick={() => print()}>
            Print
          </Button>
        </div>
      </div>
    </header>
  );
}

/** From one level of the role to the next. @param {{ rubric: import("../api.js").Rubric }} props */
function Levels({ rubric }) {
  const { route } = useLocation();
  const { data } = useResource(rubric.role.slug, (signal) => listLevels(rubric.role.slug, signal));
  const levels = data?.results ?? [];
  const at = levels.findIndex(({ slug }) => slug === rubric.slug);
  const step = (/** @type {number} */ by) => levels[at + by] && route(`/rubrics/${levels[at + by].slug}`);
  useKeys([
    { keys: ["["], label: "level below", group: "Rubric", status: { at: 2, label: "level below, above" }, run: () => step(-1) },
    { keys: ["]"], label: "level above", group: "Rubric", status: { at: 2, label: "level below, above" }, run: () => step(1) },
  ]);
  if (levels.length < 2) return null;
  return (
    <nav class="levels" aria-label="Levels of this role">
      {levels.map(({ slug, level }) => (
        <a key={slug} href={`/rubrics/${slug}`} aria-current={slug === rubric.slug ? "page" : undefined}>
          {LEVELS[level]}
        </a>
      ))}
    </nav>
  );
}

/** @param {{ problem: import("../../../lib/problem.js").Problem, slug: string, onRetry: () => void }} props */
function Failed({ problem, slug, onRetry }) {
  const missing = problem.missing || problem.errors.some(({ parameter }) => parameter === "version");
  return (
    <>
      <Heading look="hidden">{missing ? "No such rubric" : "Rubric"}</Heading>
      {missing ? (
        <EmptyState
          sentence={`There is no rubric “${slug}” of this version.`}
          actions={
            <Button small href="/rubrics">
              See all rubrics
            </Button>
          }
        >
          It may have been withdrawn, or the address was cut short.
        </EmptyState>
      ) : (
        <ErrorState what="The rubric did not load." problem={problem} onRetry={onRetry} />
      )}
    </>
  );
}

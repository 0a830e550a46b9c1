import { useResource } from "../../../api/useResource.js";
import { Button } from "../../../ui/Button.jsx";
import { Html } from "../../../ui/Html.jsx";
import { Breadcrumbs, Heading, Page } from "../../../ui/Page.jsx";
import { Reading } from "../../../ui/Reading.jsx";
import { EmptyState, ErrorState, SkeletonText } from "../../../ui/States.jsx";
import { getRole } from "../api.js";
import { Keywords } from "../parts/Keywords.jsx";
import { LEVELS } from "../rules.js";
import "../roles.css";

/** The guide to a job title: the work, the ladder, other names, the words of adverts. @param {{ slug: string }} props */
export default function RolePage({ slug }) {
  const { data: role, problem, slow, reload } = useResource(slug, (signal) => getRole(slug, signal), { behindView: true, keep: false });
  return (
    <Page title={role?.title ?? "Role"} back={{ href: "/roles", label: "All roles" }}>
      <Breadcrumbs trail={[{ href: "/roles", label: "Roles" }, { label: role?.title ?? slug }]} />
      {problem && <Failed problem={problem} slug={slug} onRetry={reload} />}
      {slow && !role && !problem && <SkeletonText label="Loading the guide" />}
      {role && <Guide role={role} />}
    </Page>
  );
}

const PARTS = [
  { id: "job", label: "What the job is" },
  { id: "ladder", label: "The ladder" },
  { id: "titles", label: "Other titles" },
  { id: "keywords", label: "Words of adverts" },
];

/** @param {{ role: import("../api.js").Role }} props */
function Guide({ role }) {
  return (
    <>
      <header class="page__head">
        <Heading>{role.title}</Heading>
        <p class="state__actions no-print">
          <Button small href={`/questions?role=${role.slug}`}>
            {`${role.question_count} questions of this role`}
          </Button>
          <Button small look="quiet" href="/rubrics">
            Rubrics
          </Button>
        </p>
      </header>
      <Reading title="Parts of the guide" items={PARTS}>
        <section id="job">
          <h2>What the job is</h2>
          <Html html={role.summary_html} class="prose roles__summary" />
          <h3>The work</h3>
          <ul class="roles__work">
            {role.work.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
        <Ladder role={role} />
        <Titles role={role} />
        <Keywords keywords={role.keywords} />
      </Reading>
    </>
  );
}

/** @param {{ role: import("../api.js").Role }} props */
function Ladder({ role }) {
  return (
    <section id="ladder">
      <h2>The ladder</h2>
      <ol class="ladder">
        {role.ladder.map(({ level, title, summary, signs }) => (
          <li key={level}>
            <h3>
              {title} <span class="caption">{LEVELS[level]}</span>
            </h3>
            <p>{summary}</p>
            <ul>
              {signs.map((sign) => (
                <li key={sign}>{sign}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** @param {{ role: import("../api.js").Role }} props */
function Titles({ role }) {
  return (
    <section id="titles">
      <h2>Other titles</h2>
      <dl class="roles__titles">
        {role.titles.map(({ title, note }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{note}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** @param {{ problem: import("../../../lib/problem.js").Problem, slug: string, onRetry: () => void }} props */
function Failed({ problem, slug, onRetry }) {
  return (
    <>
      <Heading look="hidden">{problem.missing ? "No such role" : "Role"}</Heading>
      {problem.missing ? (
        <EmptyState
          sentence={`There is no guide to “${slug}”.`}
          actions={
            <Button small href="/roles">
              See all roles
            </Button>
          }
        >
          It may have been withdrawn, or the address was cut short.
        </EmptyState>
      ) : (
        <ErrorState what="The guide did not load." problem={problem} onRetry={onRetry} />
      )}
    </>
  );
}

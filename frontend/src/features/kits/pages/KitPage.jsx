import { useResource } from "../../../api/useResource.js";
import { Button } from "../../../ui/Button.jsx";
import { Breadcrumbs, Heading, Page } from "../../../ui/Page.jsx";
import { EmptyState, ErrorState, SkeletonText } from "../../../ui/States.jsx";
import { getKit } from "../api.js";
import { RunSheet } from "../parts/RunSheet.jsx";
import { LEVELS, PURPOSES } from "../rules.js";
import "../kits.css";

/** One kit: the run of the hour, to be read at arm's length and printed. @param {{ slug: string }} props */
export default function KitPage({ slug }) {
  const { data: kit, problem, slow, reload } = useResource(slug, (signal) => getKit(slug, signal), { behindView: true, keep: false });
  return (
    <Page title={kit?.title ?? "Kit"} back={{ href: "/kits", label: "All kits" }} class="page kit">
      <div class="no-print">
        <Breadcrumbs trail={[{ href: "/kits", label: "Kits" }, { label: slug, machine: true }]} />
      </div>
      {problem && <Failed problem={problem} slug={slug} onRetry={reload} />}
      {slow && !kit && !problem && <SkeletonText label="Loading the kit" />}
      {kit && (
        <>
          <Head kit={kit} />
          <RunSheet kit={kit} />
        </>
      )}
    </Page>
  );
}

/** @param {{ kit: import("../api.js").Kit }} props */
function Head({ kit }) {
  const focus = /** @type {import("../api.js").Focus[]} */ (kit.focus);
  return (
    <header class="page__head kit__head">
      <div>
        <Heading>{kit.title}</Heading>
        <p class="page__lead">{kit.summary}</p>
      </div>
      <dl class="kit__facts">
        <div>
          <dt>For</dt>
          <dd>
            {LEVELS[kit.level]}, {PURPOSES[kit.purpose].toLowerCase()}, {kit.minutes} minutes
          </dd>
        </div>
        <div>
          <dt>In focus</dt>
          <dd>{focus.map(({ name }) => name).join(", ")}</dd>
        </div>
        <div>
          <dt>Scored by</dt>
          <dd>
            <a class="link" href={`/rubrics/${kit.rubric.slug}?version=${kit.rubric.version}`}>
              {kit.rubric.name}, version {kit.rubric.version}
            </a>
          </dd>
        </div>
      </dl>
      <p class="kit__actions no-print">
        <Button small look="primary" href={`/start-now?kit=${kit.slug}`}>
          Start now
        </Button>
        <Button small icon="print" onClick={() => print()}>
          Print
        </Button>
      </p>
    </header>
  );
}

/** @param {{ problem: import("../../../lib/problem.js").Problem, slug: string, onRetry: () => void }} props */
function Failed({ problem, slug, onRetry }) {
  return (
    <>
      <Heading look="hidden">{problem.missing ? "No such kit" : "Kit"}</Heading>
      {problem.missing ? (
        <EmptyState
          sentence={`There is no kit “${slug}”.`}
          actions={
            <Button small href="/kits">
              See all kits
            </Button>
          }
        >
          It may have been withdrawn, or the address was cut short.
        </EmptyState>
      ) : (
        <ErrorState what="The kit did not load." problem={problem} onRetry={onRetry} />
      )}
    </>
  );
}

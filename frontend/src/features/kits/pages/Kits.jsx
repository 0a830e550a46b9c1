import { useResource } from "../../../api/useResource.js";
import { Tag } from "../../../ui/Badge.jsx";
import { Icon } from "../../../ui/Icon.jsx";
import { Heading, Page } from "../../../ui/Page.jsx";
import { EmptyState, ErrorState, SkeletonRows } from "../../../ui/States.jsx";
import { listKits } from "../api.js";
import { LEVELS, PURPOSES } from "../rules.js";
import "../kits.css";

/** Planned interviews: timed questions with their follow-ups, and what to say at both ends. */
export default function Kits() {
  const { data, problem, slow, reload } = useResource("kits", listKits, { behindView: true });
  return (
    <Page title="Kits">
      <header class="page__head">
        <Heading>Kits</Heading>
        <p class="page__lead">Planned interviews: the same questions, minutes and follow-ups for everyone you meet, so that scores can be compared.</p>
      </header>
      {problem && <ErrorState what="The kits did not load." problem={problem} onRetry={reload} />}
      {slow && !data && !problem && <SkeletonRows rows={3} label="Loading kits" />}
      {data?.results.length === 0 && <EmptyState sentence="There is no kit yet.">Kits come with a content pack.</EmptyState>}
      <ul class="kits">
        {data?.results.map((kit) => (
          <li key={kit.id}>
            <a href={`/kits/${kit.slug}`}>
              <span class="kits__minutes">
                <b>{kit.minutes}</b> min
              </span>
              <span>
                <span class="kits__title">
                  {kit.title} <Tag>{LEVELS[kit.level]}</Tag> <Tag>{PURPOSES[kit.purpose]}</Tag>
                </span>
                <span class="kits__says">{kit.summary}</span>
              </span>
              <Icon name="next" />
            </a>
          </li>
        ))}
      </ul>
    </Page>
  );
}

import { useResource } from "../../../api/useResource.js";
import { counted } from "../../../lib/format.js";
import { Icon } from "../../../ui/Icon.jsx";
import { Heading, Page } from "../../../ui/Page.jsx";
import { EmptyState, ErrorState, SkeletonRows } from "../../../ui/States.jsx";
import { listRoles } from "../api.js";
import "../roles.css";

/** The jobs that there are guides to. */
export default function Roles() {
  const { data, problem, slow, reload } = useResource("roles", listRoles, { behindView: true });
  return (
    <Page title="Roles">
      <header class="page__head">
        <Heading>Roles</Heading>
        <p class="page__lead">What a job title means: the work, the ladder from junior to lead, and the words of its adverts.</p>
      </header>
      {problem && <ErrorState what="The roles did not load." problem={problem} onRetry={reload} />}
      {slow && !data && !problem && <SkeletonRows rows={2} label="Loading roles" />}
      {data?.results.length === 0 && <EmptyState sentence="There is no guide yet.">Guides come with a content pack.</EmptyState>}
      <ul class="roles">
        {data?.results.map(({ id, slug, title, work, question_count: count }) => (
          <li key={id}>
            <a href={`/roles/${slug}`}>
              <span class="roles__title">{title}</span>
              <span class="roles__says">{work[0]}</span>
              <span class="caption">{counted(count, "question")}</span>
              <Icon name="next" />
            </a>
          </li>
        ))}
      </ul>
    </Page>
  );
}

import { useResource } from "../../../api/useResource.js";
import { Tag } from "../../../ui/Badge.jsx";
import { Icon } from "../../../ui/Icon.jsx";
import { Heading, Page } from "../../../ui/Page.jsx";
import { EmptyState, ErrorState, SkeletonRows } from "../../../ui/States.jsx";
import { listRubrics } from "../api.js";
import { Targets } from "../parts/Targets.jsx";
import { LEVELS } from "../rules.js";
import "../rubrics.css";

/** All rubrics, and how their targets grow from level to level. */
export default function Rubrics() {
  const { data, problem, slow, reload } = useResource("rubrics", listRubrics, { behindView: true });
  return (
    <Page title="Rubrics">
      <header class="page__head">
        <Heading>Rubrics</Heading>
        <p class="page__lead">What an interview judges: eight qualities, and what each looks like at four scores. Both sides of the table read the same page.</p>
      </header>
      {problem && <ErrorState what="The rubrics did not load." problem={problem} onRetry={reload} />}
      {slow && !data && <SkeletonRows rows={3} label="Loading rubrics" />}
      {data?.results.length === 0 && (
        <EmptyState sentence="There is no rubric yet.">Rubrics come with a content pack; load one and they stand here.</EmptyState>
      )}
      {data && data.results.length > 0 && (
        <>
          <ul class="rubrics">
            {data.results.map((rubric) => (
              <li key={rubric.id}>
                <a href={`/rubrics/${rubric.slug}`}>
                  <span class="rubrics__title">
                    {rubric.title} <Tag>{LEVELS[rubric.level]}</Tag>
                  </span>
                  <span class="rubrics__summary">{rubric.summary}</span>
                  <span class="caption">Version {rubric.version}</span>
                  <Icon name="next" />
                </a>
              </li>
            ))}
          </ul>
          <Targets rubrics={data.results} />
        </>
      )}
    </Page>
  );
}

import { useResource } from "../../../api/useResource.js";
import { Html } from "../../../ui/Html.jsx";
import { Heading, Page } from "../../../ui/Page.jsx";
import { Reading, SourceList } from "../../../ui/Reading.jsx";
import { EmptyState, ErrorState, SkeletonText } from "../../../ui/States.jsx";
import { listEntries } from "../api.js";
import { Kinds } from "../parts/Kinds.jsx";

/** What people ask about interviews, answered. */
export default function Faq() {
  const { data, problem, slow, reload } = useResource("faq", (signal) => listEntries("faq", signal), { behindView: true });
  const entries = data?.results ?? [];
  return (
    <Page title="Frequent questions">
      <header class="page__head">
        <Heading>What people ask about interviews</Heading>
        <p class="page__lead">The questions that come up most before an interview, with an answer that you can act on.</p>
        <Kinds here="/faq" />
      </header>
      {problem && <ErrorState what="The answers did not load." problem={problem} onRetry={reload} />}
      {slow && !data && !problem && <SkeletonText label="Loading the answers" />}
      {data && entries.length === 0 && <EmptyState sentence="Nothing is answered here yet.">Answers come with a content pack.</EmptyState>}
      {entries.length > 0 && (
        <Reading title="Frequent questions" items={entries.map(({ slug, prompt }) => ({ id: slug, label: prompt }))}>
          {entries.map((entry) => (
            <Answered key={entry.id} entry={entry} />
          ))}
        </Reading>
      )}
    </Page>
  );
}

/** @param {{ entry: import("../api.js").Entry }} props */
function Answered({ entry }) {
  return (
    <article id={entry.slug}>
      <h2 class="voice">{entry.prompt}</h2>
      <h3>Answer</h3>
      <Html html={entry.guidance_html} />
      <h3>Why people ask</h3>
      <Html html={entry.assesses_html} />
      {entry.common_mistakes_html && (
        <>
          <h3>Common mistakes</h3>
          <Html html={entry.common_mistakes_html} />
        </>
      )}
      {entry.sources.length > 0 && (
        <>
          <h3>Sources</h3>
          <SourceList sources={entry.sources} />
        </>
      )}
    </article>
  );
}

import { useResource } from "../../../api/useResource.js";
import { Html } from "../../../ui/Html.jsx";
import { Heading, Page } from "../../../ui/Page.jsx";
import { Reading } from "../../../ui/Reading.jsx";
import { EmptyState, ErrorState, SkeletonText } from "../../../ui/States.jsx";
import { listEntries } from "../api.js";
import { Kinds } from "../parts/Kinds.jsx";

/** What a candidate may ask, what a good reply sounds like, and when to worry. */
export default function Asking() {
  const { data, problem, slow, reload } = useResource("to-ask", (signal) => listEntries("to-ask", signal), { behindView: true });
  const entries = data?.results ?? [];
  return (
    <Page title="Asking">
      <header class="page__head">
        <Heading>Questions to ask them</Heading>
        <p class="page__lead">The last five minutes are yours. Two or three of these, chosen for the person in front of you, tell more than any advert.</p>
        <Kinds here="/asking" />
      </header>
      {problem && <ErrorState what="The questions did not load." problem={problem} onRetry={reload} />}
      {slow && !data && !problem && <SkeletonText label="Loading the questions" />}
      {data && entries.length === 0 && <EmptyState sentence="No question to ask is written down here yet.">They come with a content pack.</EmptyState>}
      {entries.length > 0 && (
        <Reading title="Questions to ask" items={entries.map(({ slug, prompt }) => ({ id: slug, label: prompt }))}>
          {entries.map((entry) => (
            <ToAsk key={entry.id} entry={entry} />
          ))}
        </Reading>
      )}
    </Page>
  );
}

/** @param {{ entry: import("../api.js").Entry }} props */
function ToAsk({ entry }) {
  return (
    <article id={entry.slug}>
      <h2 class="voice">{entry.prompt}</h2>
      <h3>Why ask</h3>
      <Html html={entry.assesses_html} />
      <div class="asking__pair">
        <div>
          <h3>A good answer</h3>
          <Html html={entry.guidance_html} />
        </div>
        <div>
          <h3>Warning signs</h3>
          <Html html={entry.common_mistakes_html} />
        </div>
      </div>
      {entry.probes.length > 0 && (
        <>
          <h3>Then ask</h3>
          <ul class="asking__probes voice">
            {entry.probes.map((probe) => (
              <li key={probe}>{probe}</li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}

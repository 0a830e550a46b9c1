import { useResource } from "../../../api/useResource.js";
import { counted } from "../../../lib/format.js";
import { Breadcrumbs, Heading, Page } from "../../../ui/Page.jsx";
import { ErrorState, SkeletonText } from "../../../ui/States.jsx";
import { listShelves } from "../api.js";
import "../browse.css";

/** The bank as an index: what each category is about, and its topics, each one link away. */
export default function Browse() {
  const { data: shelves, problem, slow, reload } = useResource("shelves", listShelves, { behindView: true });
  return (
    <Page title="Questions by category" back={{ href: "/questions", label: "All questions" }}>
      <Breadcrumbs trail={[{ href: "/questions", label: "Questions" }, { label: "By category" }]} />
      <header class="page__head">
        <Heading>Questions by category</Heading>
        <p class="page__lead">An interview has parts, and each part asks for something else. Choose a part, or go straight to a topic in it.</p>
      </header>
      {problem && <ErrorState what="The categories did not load." problem={problem} onRetry={reload} />}
      {slow && !shelves && !problem && <SkeletonText label="Loading the categories" />}
      {shelves?.map((shelf) => (
        <section key={shelf.slug} class="shelf" aria-labelledby={`shelf-${shelf.slug}`}>
          <div>
            <h2 id={`shelf-${shelf.slug}`}>
              <a href={`/questions?category=${shelf.slug}`}>{shelf.name}</a>
            </h2>
            <p class="shelf__count">{counted(shelf.count, "question")}</p>
            <p class="shelf__summary">{shelf.summary}</p>
          </div>
          <ul class="shelf__topics" aria-label={`Topics of ${shelf.name}`}>
            {shelf.topics.map((topic) => (
              <li key={topic.value}>
                <a href={`/questions?category=${shelf.slug}&topic=${topic.value}`}>
                  <span>{topic.label}</span>
                  <span class="shelf__number">
                    <span aria-hidden="true">{topic.count}</span>
                    <span class="sr-only">{counted(topic.count, "question")}</span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}

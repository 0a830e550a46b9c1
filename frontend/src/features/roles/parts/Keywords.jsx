import { useState } from "preact/hooks";
import { counted } from "../../../lib/format.js";
import { Field } from "../../../ui/Field.jsx";
import { bankPath, matching } from "../rules.js";

/**
 * The words of job adverts with their other names, and what to make of them.
 *
 * @param {{ keywords: ReadonlyArray<import("../api.js").Keyword> }} props
 */
export function Keywords({ keywords }) {
  const [text, setText] = useState("");
  const found = matching(keywords, text);
  return (
    <section id="keywords" class="keywords">
      <h2>Words of adverts</h2>
      <p class="page__lead">What a word usually asks for. It leads to the questions of its topic.</p>
      <div class="keywords__search no-print">
        <Field label="Find a word of an advert" name="keyword" type="search" value={text} onInput={setText} />
        <p class="caption" role="status">
          {text ? `${counted(found.length, "word")} of ${keywords.length}` : counted(keywords.length, "word")}
        </p>
      </div>
      {found.length === 0 && <p class="voice keywords__none">No word here begins with “{text.trim()}”.</p>}
      <dl class="keywords__list">
        {found.map((keyword) => (
          <Keyword key={keyword.term} keyword={keyword} />
        ))}
      </dl>
    </section>
  );
}

/** @param {{ keyword: import("../api.js").Keyword }} props */
function Keyword({ keyword }) {
  const path = bankPath(keyword);
  return (
    <div>
      <dt>
        {path ? (
          <a class="link" href={path}>
            {keyword.term}
          </a>
        ) : (
          keyword.term
        )}
        {keyword.aliases.length > 0 && <span class="keywords__aliases">{keyword.aliases.join(", ")}</span>}
      </dt>
      <dd>{keyword.note}</dd>
    </div>
  );
}

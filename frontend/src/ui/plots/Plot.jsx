/** Plots are SVG of our own; each can be read as a table instead, by anyone. */
import { useId, useState } from "preact/hooks";
import "./plots.css";

/**
 * The frame of every plot: a title, the drawing, and the same numbers as a table on request.
 *
 * @param {{ title: string, summary: string, columns: readonly string[], rows: ReadonlyArray<ReadonlyArray<string | number>>, children: import("preact").ComponentChildren, heading?: boolean }} props
 *   summary: the drawing in one sentence, for those who do not see it; heading: the title heads a part of the page
 */
export function Plot({ title, summary, columns, rows, children, heading: heads }) {
  const [asTable, setAsTable] = useState(false);
  const heading = useId();
  return (
    <figure class="plot" aria-labelledby={heading}>
      <figcaption class="plot__head">
        {heads ? (
          <h2 id={heading}>{title}</h2>
        ) : (
          <span id={heading} class="label">
            {title}
          </span>
        )}
        <button type="button" class="text-button no-print" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          View as table
        </button>
      </figcaption>
      {asTable ? (
        <NumbersTable columns={columns} rows={rows} />
      ) : (
        <div role="img" aria-label={summary}>
          {children}
        </div>
      )}
    </figure>
  );
}

/** @param {{ columns: readonly string[], rows: ReadonlyArray<ReadonlyArray<string | number>> }} props */
function NumbersTable({ columns, rows }) {
  return (
    <table class="plot__table">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...cells]) => (
          <tr key={first}>
            <th scope="row">{first}</th>
            {cells.map((cell, index) => (
              <td key={columns[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/**
 * Horizontal bars on one scale, each labelled directly with its value.
 *
 * @param {{ title: string, unit: string, bars: ReadonlyArray<{ name: string, value: number, said: string }>, max: number }} props
 *   said: the value as a sentence carries it ("20%", "4 of 6")
 */
export function BarPlot({ title, unit, bars, max }) {
  const summary = bars.map((bar) => `${bar.name} ${bar.said}`).join(", ");
  return (
    <Plot title={title} summary={summary} columns={["", unit]} rows={bars.map((bar) => [bar.name, bar.said])}>
      <ul class="bar-plot">
        {bars.map((bar) => (
          <li key={bar.name}>
            <span>{bar.name}</span>
            <svg viewBox="0 0 100 6" preserveAspectRatio="none" focusable="false">
              <rect width={max > 0 ? (bar.value / max) * 100 : 0} height="6" />
            </svg>
            <span class="bar-plot__value">{bar.said}</span>
          </li>
        ))}
      </ul>
    </Plot>
  );
}

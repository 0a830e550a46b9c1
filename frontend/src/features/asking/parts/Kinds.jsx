import "../asking.css";

const PAGES = /** @type {const} */ ([
  ["/asking", "Questions to ask them"],
  ["/faq", "What people ask about interviews"],
]);

/** The two readings of this feature beside each other. @param {{ here: string }} props */
export function Kinds({ here }) {
  return (
    <nav class="kinds no-print" aria-label="Readings">
      {PAGES.map(([path, label]) => (
        <a key={path} href={path} aria-current={path === here ? "page" : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}

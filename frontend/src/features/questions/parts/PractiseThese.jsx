import { useLocation } from "preact-iso";
import { useKeys } from "../../../lib/keys.js";
import { hasPage } from "../../../lib/sitemap.js";
import { Button } from "../../../ui/Button.jsx";
import { practiceAddress, PRACTISED } from "../rules.js";

/** Practise what the list shows: a session of its first questions. @param {{ questions: ReadonlyArray<{ slug: string }> }} props */
export function PractiseThese({ questions }) {
  const { route } = useLocation();
  const there = questions.length > 0 && hasPage("/practice");
  const address = practiceAddress(questions);
  useKeys(there ? [{ keys: ["P"], label: "practise these", group: "Lists", status: { at: 4, label: "practise these" }, run: () => route(address) }] : []);
  if (!there) return null;
  return (
    <Button small href={address} shortcut="P">
      {questions.length > PRACTISED ? `Practise the first ${PRACTISED}` : questions.length === 1 ? "Practise this one" : `Practise these ${questions.length}`}
    </Button>
  );
}

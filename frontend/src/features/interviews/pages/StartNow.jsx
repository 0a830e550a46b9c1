import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";
import { useSession } from "../../../api/session.js";
import { useResource } from "../../../api/useResource.js";
import { prefs } from "../../../lib/prefs.js";
import { usePageSide } from "../../../lib/side.js";
import { Breadcrumbs, Heading, Page } from "../../../ui/Page.jsx";
import { Segmented } from "../../../ui/Segmented.jsx";
import { SignInNeeded } from "../../../ui/SignInNeeded.jsx";
import { EmptyState, ErrorState, SkeletonText } from "../../../ui/States.jsx";
import { listKits } from "../held/api.js";
import { HiringStart, Partner } from "../held/HiringStart.jsx";
import { MockStart } from "../held/MockStart.jsx";
import { chosenKit, kitsFor } from "../held/starting.js";
import "../held/start-now.css";

/** @typedef {"hiring" | "mock"} Purpose */

const PURPOSES = /** @type {const} */ ([
  { value: "hiring", label: "Hiring" },
  { value: "mock", label: "Mock" },
]);

/** A kit, a name, and the interview runs; everything else can follow. */
export default function StartNow() {
  const { person, known } = useSession();
  return (
    <Page title="Start an interview" back={{ href: "/interviews", label: "My interviews" }} class="page start-now">
      <Breadcrumbs trail={[{ href: "/interviews", label: "My interviews" }, { label: "Start now" }]} />
      <Heading>Start an interview</Heading>
      {person ? <Begin /> : known && <SignInNeeded sentence="An interview belongs to those who take part in it.">Sign in, choose a kit, and it begins.</SignInNeeded>}
    </Page>
  );
}

function Begin() {
  const { query } = useLocation();
  const { groups } = useSession();
  const [purpose, setPurpose] = useState(() => firstPurpose(query.purpose));
  const [slug, setSlug] = useState(query.kit ?? "");
  const [link, setLink] = useState(/** @type {import("../held/HiringStart.jsx").Invited | undefined} */ (undefined));
  const { data, problem, slow, reload } = useResource("kits", listKits, { behindView: true });
  usePageSide(purpose === "hiring" ? "interviewer" : undefined);
  if (link) return <Partner invited={link} />;
  if (problem) return <ErrorState what="The kits did not load." problem={problem} onRetry={reload} />;
  if (!data) return slow ? <SkeletonText label="Loading kits" /> : null;
  const kits = kitsFor(data.results, purpose);
  const kit = chosenKit(kits, slug);
  if (!kit) return <EmptyState sentence="There is no kit to run.">Kits come with a content pack.</EmptyState>;
  const choice = { kits, kit, onKit: setSlug };
  return (
    <>
      <Segmented legend="What for" options={PURPOSES} value={purpose} onChange={setPurpose} />
      {purpose === "hiring" ? <HiringStart {...choice} allowed={groups.includes("interviewers")} /> : <MockStart {...choice} onInvited={setLink} />}
    </>
  );
}

/** @param {string | undefined} asked in the address @returns {Purpose} */
function firstPurpose(asked) {
  if (asked === "mock" || asked === "hiring") return asked;
  return prefs.get().side === "interviewer" ? "hiring" : "mock";
}

import { useSession } from "../../../api/session.js";
import { Button } from "../../../ui/Button.jsx";
import { Heading, Page } from "../../../ui/Page.jsx";
import "../accounts.css";

/**
 * The frame of sign-in and sign-up: one narrow column, and who is in already.
 *
 * @param {{ title: string, lead: import("preact").ComponentChildren, next: string, children: import("preact").ComponentChildren }} props
 */
export function Door({ title, lead, next, children }) {
  const { person } = useSession();
  return (
    <Page title={title}>
      <div class="door">
        <Heading look="ask">{title}</Heading>
        {person ? (
          <>
            <p class="page__lead">You are signed in as {person.name || person.email}.</p>
            <p class="state__actions">
              <Button look="primary" href={next}>
                Go on
              </Button>
            </p>
          </>
        ) : (
          <>
            <p class="page__lead">{lead}</p>
            {children}
          </>
        )}
      </div>
    </Page>
  );
}

import { Button } from "../ui/Button.jsx";
import { Heading, Page } from "../ui/Page.jsx";

/** An address that leads nowhere: the shell stays, the way on is named. */
export function NotFound() {
  return (
    <Page title="Not found">
      <Heading look="ask">There is no page at this address.</Heading>
      <p class="page__lead">It may have moved, or the link was cut short. Nothing of yours is lost.</p>
      <p class="state__actions">
        <Button href="/questions">See the questions</Button>
        <Button href="/" look="quiet">
          To the start
        </Button>
      </p>
    </Page>
  );
}

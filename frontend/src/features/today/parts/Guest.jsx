import { Button } from "../../../ui/Button.jsx";
import { Heading } from "../../../ui/Page.jsx";
import { headline, returns, useDoneHere } from "../guest.js";

/** Without an account: what was done in this browser, and what an account would bring here. */
export function Guest() {
  const done = useDoneHere();
  return (
    <>
      <header class="today__head">
        <Heading look="ask">{done ? headline(done) : "Your day begins with one question."}</Heading>
        {done && <p class="today__date">{returns(done)}</p>}
      </header>
      <div class="guest">
        <p class="page__lead">Practise without an account: what you do stays in this browser. With an account, this page shows what is due, what you may forget before your next interview, and how far you are. What you practised here comes with you.</p>
        <p class="state__actions">
          <Button look="primary" href="/practice">
            {done && done.due > 0 ? "Start practice" : "Practise now"}
          </Button>
          <Button href="/sign-up?next=%2Ftoday">Make an account</Button>
          <Button look="quiet" href="/sign-in?next=%2Ftoday">
            Sign in
          </Button>
        </p>
      </div>
    </>
  );
}

import { Button } from "../../../ui/Button.jsx";
import { Heading } from "../../../ui/Page.jsx";

/** Without an account: what an account would bring here, and that practice works without one. */
export function Guest() {
  return (
    <>
      <header class="today__head">
        <Heading look="ask">Your day begins with one question.</Heading>
      </header>
      <div class="guest">
        <p class="page__lead">Practise without an account: what you do stays in this browser. With an account, this page shows what is due, what you may forget before your next interview, and how far you are. What you practised here comes with you.</p>
        <p class="state__actions">
          <Button look="primary" href="/practice">
            Practise now
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

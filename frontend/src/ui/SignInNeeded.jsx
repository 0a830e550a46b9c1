import { useLocation } from "preact-iso";
import { Button } from "./Button.jsx";
import { EmptyState } from "./States.jsx";

/**
 * In place of what belongs to a person, while nobody is signed in. Both ways in lead back here.
 *
 * @param {{ sentence: string, children: import("preact").ComponentChildren }} props what is so, and what an account would change
 */
export function SignInNeeded({ sentence, children }) {
  const { url } = useLocation();
  const next = encodeURIComponent(url);
  return (
    <EmptyState
      sentence={sentence}
      actions={
        <>
          <Button look="primary" href={`/sign-in?next=${next}`}>
            Sign in
          </Button>
          <Button look="quiet" href={`/sign-up?next=${next}`}>
            Make an account
          </Button>
        </>
      }
    >
      {children}
    </EmptyState>
  );
}

/**
 * The secret of an invitation stands behind the # of its link, where no server reads it. It is kept
 * for this tab while its reader signs in or makes an account, and taken out of the address at once.
 */

const NAME = "vivavoce.invitation";

/** @returns {string} the secret of this tab's invitation; empty without one */
export function takeSecret() {
  const secret = decodeURIComponent(location.hash.slice(1));
  try {
    if (!secret) return sessionStorage.getItem(NAME) ?? "";
    sessionStorage.setItem(NAME, secret);
    history.replaceState(history.state, "", location.pathname);
  } catch {
    // Without storage the link has to be opened again after signing in.
  }
  return secret;
}

export function forgetSecret() {
  try {
    sessionStorage.removeItem(NAME);
  } catch {
    // Nothing was kept.
  }
}

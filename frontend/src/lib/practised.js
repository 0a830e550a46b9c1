/** Whether this device keeps practice that a server may have to be told of: a word in storage, so that nothing need be opened to know. */

const NAME = "vivavoce.practised";

export function notePractised() {
  try {
    localStorage.setItem(NAME, "yes");
  } catch {
    // Where storage is forbidden nothing outlasts the page anyway.
  }
}

export function hasPractised() {
  try {
    return localStorage.getItem(NAME) !== null;
  } catch {
    return false;
  }
}

export function forgetPractised() {
  try {
    localStorage.removeItem(NAME);
  } catch {
    // As above.
  }
}

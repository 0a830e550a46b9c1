/** What addresses and replies around accounts mean. Pure. */

/**
 * Where to go after signing in: a page of this site only, never another site's address.
 *
 * @param {string | null | undefined} wanted the `next` of the address
 */
export function safeNext(wanted) {
  if (!wanted || !/^\/(?![/\\])/.test(wanted) || /^\/sign-(in|up)\b/.test(wanted)) return "/";
  return wanted;
}

/** @typedef {{ message: string, code?: string, param?: string }} SignInFault */

/** In our own words where the sign-in service's are about something else. @type {Record<string, string>} */
const OWN_WORDS = {
  email_password_mismatch: "This address and this password do not belong together.",
  rate_limited: "Too many tries. Wait a few minutes, then try again.",
  email_taken: "There is an account with this address already. Sign in instead.",
};

/**
 * Messages by field from the sign-in service's faults; what belongs to no field is under "".
 *
 * @param {readonly SignInFault[]} faults
 * @returns {Record<string, string>}
 */
export function faultsByField(faults) {
  /** @type {Record<string, string>} */
  const fields = {};
  for (const { message, code = "", param = "" } of faults) {
    // That the pair is wrong says nothing about either alone.
    const field = code === "email_password_mismatch" ? "" : param;
    const words = OWN_WORDS[code] ?? message;
    fields[field] = fields[field] ? `${fields[field]} ${words}` : words;
  }
  return fields;
}

/**
 * What is wrong before anything is sent.
 *
 * @param {{ email: string, password: string }} entered
 * @param {number} [shortest] length of a new password
 * @returns {Record<string, string>}
 */
export function missing({ email, password }, shortest) {
  /** @type {Record<string, string>} */
  const fields = {};
  if (!email.trim()) fields.email = "Enter your e-mail address.";
  else if (!/^\S+@\S+$/.test(email.trim())) fields.email = "An e-mail address has an @ with something on both sides.";
  if (!password) fields.password = shortest ? "Choose a password." : "Enter your password.";
  else if (shortest && password.length < shortest) fields.password = `This has ${password.length} characters; ${shortest} are needed.`;
  return fields;
}

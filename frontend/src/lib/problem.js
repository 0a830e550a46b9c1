/** What the server says when a call fails (RFC 9457), as an error with its members typed. */

/**
 * One call to the API, as it was sent and as its reply came.
 *
 * @typedef {object} Call
 * @property {string} method
 * @property {string} url absolute
 * @property {string} path with its query, as the status bar shows it
 * @property {Record<string, string>} headers sent headers worth repeating
 * @property {string | undefined} requestBody
 * @property {number | undefined} status none before it is sent
 * @property {string} contentType
 * @property {string} text the reply's body as received
 * @property {number} bytes
 * @property {number} ms
 */

/**
 * @typedef {object} ProblemError
 * @property {string} [pointer] JSON pointer into the body that was sent
 * @property {string} [parameter]
 * @property {string} [header]
 * @property {string} code
 * @property {string} detail
 * @property {string[]} [allowed]
 * @property {string | string[]} [did_you_mean]
 */

/**
 * @typedef {object} ProblemBody
 * @property {string} [type]
 * @property {string} [title]
 * @property {number} [status]
 * @property {string} [detail]
 * @property {string} [request_id]
 * @property {ProblemError[]} [errors]
 * @property {string[]} [allowed_transitions]
 */

export class Problem extends Error {
  /**
   * @param {ProblemBody} body
   * @param {number} status 0 when no reply came
   * @param {Call | undefined} call
   */
  constructor(body, status, call) {
    super(body.detail ?? body.title ?? "The call failed.");
    this.name = "Problem";
    this.status = status;
    this.type = body.type ?? "about:blank";
    this.title = body.title ?? "The call failed";
    this.requestId = body.request_id;
    this.errors = body.errors ?? [];
    this.allowedTransitions = body.allowed_transitions ?? [];
    this.call = call;
  }

  /** Whether the thing asked for does not exist, or not for this person. */
  get missing() {
    return this.status === 404;
  }

  /** Whether somebody else changed it first (409, 412). */
  get conflict() {
    return this.status === 409 || this.status === 412;
  }

  /**
   * Messages for the fields of a form, by name ("/starts_at" and "/items/0/minutes" give
   * "starts_at" and "items.0.minutes"); what belongs to no field is under "".
   *
   * @returns {Record<string, string>}
   */
  fieldErrors() {
    /** @type {Record<string, string>} */
    const fields = {};
    for (const error of this.errors) {
      const name = (error.pointer ?? "").replace(/^#?\//, "").replaceAll("/", ".");
      fields[name] = fields[name] ? `${fields[name]} ${error.detail}` : error.detail;
    }
    return fields;
  }
}

/**
 * @param {unknown} thrown
 * @returns {Problem} always a Problem, also for a lost connection
 */
export function asProblem(thrown) {
  if (thrown instanceof Problem) return thrown;
  const offline = typeof navigator !== "undefined" && navigator.onLine === false;
  return new Problem(
    {
      title: offline ? "You are offline" : "The server did not answer",
      detail: offline ? "This needs a connection. What is already on screen stays." : "Nothing was lost. The server may be starting, or the connection was cut.",
    },
    0,
    undefined,
  );
}

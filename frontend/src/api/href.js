/** Addresses of the API for links that a person follows: the site may live on another origin. */
import { apiOrigin } from "./client.js";

let origin = "";
void apiOrigin().then((found) => {
  origin = found;
});

/** @param {string} path */
export const apiHref = (path) => (typeof location !== "undefined" && origin === location.origin ? path : `${origin}${path}`);

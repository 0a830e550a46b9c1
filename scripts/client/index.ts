/** A client of Vivavoce, made by `make client`: what openapi.yaml says is in schema.d.ts, openapi-fetch does the rest. */
import createClient, { type Client, type ClientOptions } from "openapi-fetch";
import type { components, paths } from "./schema.js";

export type { components, operations, paths } from "./schema.js";
export type Schemas = components["schemas"];
/** What is right comes as JSON, what is wrong as a problem; other formats are asked for with `parseAs`. */
type Media = "application/json" | "application/problem+json";
export type Vivavoce = Client<paths, Media>;

/** `baseUrl` is the address of the service; `token` the secret of a token, where one is needed. */
export function vivavoce(options: ClientOptions & { token?: string }): Vivavoce {
  const { token, ...others } = options;
  const client = createClient<paths, Media>(others);
  if (token) {
    client.use({ onRequest: ({ request }) => request.headers.set("Authorization", `Bearer ${token}`) });
  }
  return client;
}

/** The cursor of the page that `next` or `previous` names; undefined when there is none. */
export function cursorOf(page: string | null): string | undefined {
  return new URLSearchParams(page?.split("?")[1]).get("cursor") ?? undefined;
}

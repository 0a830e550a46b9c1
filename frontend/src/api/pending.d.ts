import type { Page, Question } from "./models";

interface Get<Reply> {
  parameters: { query?: Record<string, unknown>; path?: Record<string, string | number> };
  get: {
    parameters: { query?: Record<string, unknown>; path?: Record<string, string | number> };
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": Reply } } };
  };
}

export interface paths {
  "/api/v1/questions/": Get<Page<Question>>;
  "/api/v1/questions/{id}/": Get<Question>;
}

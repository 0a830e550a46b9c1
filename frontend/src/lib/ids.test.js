import { expect, test } from "vitest";
import { newId } from "./ids.js";

test("is a UUID of version 7, in the order of time, never twice", async () => {
  const first = newId();
  await new Promise((resolve) => setTimeout(resolve, 2));
  const second = newId();
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(second > first).toBe(true);
  expect(new Set(Array.from({ length: 1000 }, newId)).size).toBe(1000);
});

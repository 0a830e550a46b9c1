import { beforeEach, expect, test, vi } from "vitest";
import { prefs } from "../lib/prefs.js";

const patch = vi.hoisted(() => vi.fn(() => Promise.resolve({})));
vi.mock("./client.js", () => ({ api: { PATCH: patch }, take: (/** @type {Promise<unknown>} */ pending) => pending }));

const { adopt, choose } = await import("./preferences.js");

beforeEach(() => {
  patch.mockClear();
  adopt(undefined);
});

test("what the account knows is taken over, what it never heard of stays", () => {
  prefs.set((before) => ({ ...before, shutAnswers: true }));
  adopt({ theme: "dark" });
  expect(prefs.get()).toMatchObject({ theme: "dark", shutAnswers: true });
});

test("a choice reaches the account of somebody signed in", async () => {
  adopt({});
  await choose({ theme: "light" });
  expect(patch).toHaveBeenCalledWith("/api/v1/me/", { body: { preferences: expect.objectContaining({ theme: "light" }) } });
});

test("it stays on the device for everybody else, and a failure costs nothing", async () => {
  await choose({ singleKeys: false });
  expect(patch).not.toHaveBeenCalled();
  adopt({});
  patch.mockRejectedValueOnce(new Error("away"));
  await choose({ singleKeys: true });
  expect(prefs.get().singleKeys).toBe(true);
});

import { describe, expect, test } from "vitest";
import { curl, httpie, plain, python, shellQuoted } from "./snippets.js";

const list = { method: "GET", url: "http://localhost:8000/api/v1/questions/?q=n%2B1+query&level=mid&level=senior&page_size=25" };
const write = { method: "PATCH", url: "http://localhost:8000/api/v1/interviews/1/", body: '{"place":"Ada\'s office"}', headers: { "if-match": '"3-ab"' }, token: true };

describe("HTTPie", () => {
  test("gives every parameter by name and quotes what a shell would read", () => {
    expect(plain(httpie(list))).toBe("http GET http://localhost:8000/api/v1/questions/ \\\n  q=='n+1 query' \\\n  level==mid \\\n  level==senior \\\n  page_size==25".replace("'n+1 query'", "'n+1 query'"));
  });

  test("names the token and never holds it", () => {
    expect(plain(httpie(write))).toContain('"Authorization: Bearer $VIVAVOCE_TOKEN"');
  });

  test("sends a body as it was sent", () => {
    expect(plain(httpie(write))).toContain(`--raw '{"place":"Ada'\\''s office"}'`);
  });
});

describe("curl", () => {
  test("a read is one quoted address", () => {
    expect(plain(curl(list))).toBe(`curl --silent --show-error \\\n  '${list.url}'`);
  });

  test("a write names its method, its type and its precondition", () => {
    const text = plain(curl(write));
    expect(text).toContain("--request PATCH");
    expect(text).toContain("--header 'Content-Type: application/json'");
    expect(text).toContain(`--header 'if-match: "3-ab"'`);
  });
});

describe("Python", () => {
  test("gathers repeated parameters into a list", () => {
    expect(plain(python(list))).toContain('"level": ["mid", "senior"],');
    expect(plain(python(list))).not.toContain("import os");
  });

  test("takes the token from the environment", () => {
    expect(plain(python(write))).toContain("os.environ['VIVAVOCE_TOKEN']");
    expect(plain(python(write))).toContain("requests.patch(");
  });
});

test("only what needs quoting is quoted", () => {
  expect(shellQuoted("django:5.2")).toBe("django:5.2");
  expect(shellQuoted("it's")).toBe(`'it'\\''s'`);
});

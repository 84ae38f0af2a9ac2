import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { handlerWords } from "../../../../src/delivery/targets/http/words/handler-words.ts";

const folder = "test/delivery/pages";

/** What somebody who reads the page takes from it. */
const expected: Record<string, string> = {
  "aspnet-development.txt": "System.Exception: unknown plan CRM-PRO",
  "aspnet-problem.json": "An error occurred while processing your request.",
  "aspnet-validation.json": "One or more validation errors occurred.: The Plan field is required.",
  "django-3-debug-not-found.html": "Page not found (404)",
  "django-3-debug.html": "ValueError at /webhooks: unknown plan CRM-PRO",
  "django-3-debug.txt": "ValueError at /webhooks: unknown plan CRM-PRO",
  "django-3.html": "Server Error (500)",
  "express-4-development.html": "Error: unknown plan CRM-PRO",
  "express-4-not-found.html": "Cannot POST /nowhere",
  "express-4-production.html": "Internal Server Error",
  "express-5-development.html": "Error: unknown plan CRM-PRO",
  "express-5-production.html": "Internal Server Error",
  "fastify-5.json": "unknown plan CRM-PRO",
  "flask-2-debug.html": "ValueError: unknown plan CRM-PRO",
  "flask-3-abort.html": "Unprocessable Entity: unknown plan CRM-PRO",
  "flask-3-debug.html": "ValueError: unknown plan CRM-PRO",
  "flask-3.html":
    "Internal Server Error: The server encountered an internal error and was unable to complete your request. Either the server is overloaded or there is an error in the application.",
  "koa-3-exposed.txt": "unknown plan CRM-PRO",
  "koa-3.txt": "Internal Server Error",
  "nest-12-http-exception.json": "unknown plan CRM-PRO",
  "nest-12-validation.json": "plan must be a known plan, id should not be empty",
  "nest-12.json": "Internal server error",
  "next-16-development.html": "Error: unknown plan CRM-PRO",
  "next-16-production.txt": "Internal Server Error",
  "nginx-1-404.html": "404 Not Found",
  "nginx-1-502.html": "502 Bad Gateway",
  "rails-6-api-development.json": "#<ArgumentError: unknown plan CRM-PRO>",
  "rails-6-development.html": "ArgumentError in WebhooksController#take: unknown plan CRM-PRO",
  "rails-6-production.html": "We're sorry, but something went wrong.",
  "spring-boot-message.json": "unknown plan CRM-PRO",
  "spring-boot-whitelabel.html":
    "There was an unexpected error (type=Internal Server Error, status=500). unknown plan CRM-PRO",
  "spring-boot.json": "Internal Server Error",
};

test.each(Object.entries(expected))("%s tells: %s", (file, words) => {
  const text = readFileSync(`${folder}/${file}`, "utf8");
  expect(handlerWords({ text })).toBe(words);
});

test("every page has its words", () => {
  const pages = readdirSync(folder).filter((file) => file !== "README.md");
  expect(pages.toSorted()).toEqual(Object.keys(expected).toSorted());
});

test.each([
  ['{"error":{"code":7,"message":"unknown plan"}}', "unknown plan"],
  ['{"error":"invalid_request","error_description":"no plan"}', "invalid_request: no plan"],
  ['{"message":"","error":"Not Found"}', "Not Found"],
  ['{"title":"No plan","detail":"CRM-PRO is unknown"}', "No plan: CRM-PRO is unknown"],
  ['{"detail":[{"loc":["body","plan"],"msg":"field required"}]}', "field required"],
  ['{"errors":[{"message":"first"},{"message":"second"}]}', "first"],
  ['{"errors":["first","second"]}', "first"],
  ['{ "code": 7,\n  "ok": false }', '{ "code": 7, "ok": false }'],
  ['{"message":"cut in the mid', '{"message":"cut in the mid'],
])("of %s in JSON it says %s", (text, words) => {
  expect(handlerWords({ text, contentType: "application/problem+json; charset=utf-8" })).toBe(words);
});

test.each([
  ["<h1>a &lt;b&gt; &amp;amp; &#8364; &#x20ac;&nbsp; c</h1>", "a <b> &amp; € € c"],
  ["<h1>no such &thing; &#0; &#x110000;</h1>", "no such &thing; \ufffd \ufffd"],
  ["<title>It <b>broke</b></title>", "It broke"],
  ["<style>h1 { }</style><script>'<h1>no</h1>'</script><!-- <h1>no</h1> --><H1 title='>'>yes</H1>", "yes"],
  ["<pre>java.lang.Exception: no plan\n\tat shop.Hooks.take(Hooks.java:7)</pre>", "java.lang.Exception: no plan"],
  ["<h2>Traceback:</h2><pre>Traceback (most recent call last):\n  File 1\nKeyError: 'plan'</pre>", "KeyError: 'plan'"],
  ["1 < 2 <p>Fatal error: no plan", "1 < 2 Fatal error: no plan"],
])("of the page %s it says %s", (text, words) => {
  expect(handlerWords({ text, contentType: "text/html" })).toBe(words);
});

test.each([
  ["\n---\n未知のプラン\nat 7", "未知のプラン"],
  ["404\n", "404"],
  [" \n", ""],
  ["Traceback (most recent call last):\n  File 1\nKeyError: 'plan'\n", "KeyError: 'plan'"],
])("of the text %j it says %s", (text, words) => {
  expect(handlerWords({ text, contentType: "text/plain" })).toBe(words);
});

test("it is 200 characters at most, without half of one", () => {
  expect(handlerWords({ text: "x".repeat(199) + "😀" })).toBe("x".repeat(199));
});

test("a page that is cut off anywhere never says a tag", () => {
  const text = readFileSync(`${folder}/express-4-development.html`, "utf8");
  const words = Array.from(text, (_, end) => handlerWords({ text: text.slice(0, end), contentType: "text/html" }));
  expect(words.filter((one) => /<|pre|meta/.test(one))).toEqual([]);
});

// Each takes minutes where the time grows with the square of the length.
test.each([
  "<",
  "<a",
  "<a<",
  "<!--",
  "<pre>",
  "<h1>",
  "<script>",
  "</",
  '<a "',
  " class=",
  "&#",
  " \n",
  "\nat ",
  "[",
  '{"a":',
])("64 kB of %j are read in one go", (unit) => {
  for (const start of ["", "<html>", "<html><pre>", "<html><h1>x</h1>", "Traceback ("]) {
    const words = handlerWords({ text: (start + unit.repeat(65_536)).slice(0, 65_536) });
    expect(words.length).toBeLessThanOrEqual(200);
  }
});

import type { Answer, Endpoint, HeaderList } from "../endpoint.ts";

/** What a browser gets that opens the webhooks' path: a user tries that first. */
export function landingPage(path: string | undefined): Endpoint {
  return {
    method: "GET",
    path,
    take: async ({ headers }) => (wantsHtml(headers) ? page("html", html) : page("plain", plain)),
  };
}

function wantsHtml(headers: HeaderList): boolean {
  return headers.some(([name, value]) => name.toLowerCase() === "accept" && value.includes("text/html"));
}

function page(form: "html" | "plain", body: string): Answer {
  return { status: 200, headers: { "content-type": `text/${form}; charset=utf-8`, "cache-control": "no-store" }, body };
}

const title = "appdirect-hooks is listening here";
const sentence =
  "This address accepts AppDirect webhooks: HTTP POST requests with a JSON body. Opening it in a browser (GET) records nothing.";
const command = `curl -X POST -H "content-type: application/json" --data @payload.json <this address>`;

const plain = `${title}\n\n${sentence}\n\nTry it:\n  ${command}\n`;

const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
  body { font: 16px/1.6 system-ui, sans-serif; max-width: 40rem; margin: 15vh auto; padding: 0 1.5rem; color: #1c2430; background: #fff }
  code { display: block; padding: .8rem 1rem; border-radius: .4rem; background: #f0f3f7; font-size: .85rem; overflow-x: auto }
  @media (prefers-color-scheme: dark) { body { color: #e6e9ee; background: #14181f } code { background: #222933 } }
</style>
<h1>${title}</h1>
<p>${sentence}</p>
<p>Try it:</p>
<code>${command.replaceAll("<", "&lt;")}</code>
</html>
`;

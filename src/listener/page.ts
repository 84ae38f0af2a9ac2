/** What a browser gets that opens the endpoint: a user tries that first. */
export function landingPage(accept: string | undefined): { type: string; text: string } {
  if (accept?.includes("text/html")) return { type: "text/html; charset=utf-8", text: html };
  return { type: "text/plain; charset=utf-8", text: plain };
}

const title = "appdirect-hooks is listening here";
const sentence =
  "This address takes AppDirect webhooks: HTTP POST requests with a JSON body. Opening it in a browser (GET) records nothing.";
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

import { createServer } from "node:http";

/** What a test tells it while it runs: POST /lose, /regain, /crash, /publish. */
export async function startControl({ edge, end }) {
  const acts = {
    "/lose": () => edge.lose(),
    "/regain": () => edge.regain(),
    "/crash": () => end(1),
    "/publish": () => (edge.isPublished = true),
  };
  const server = createServer((request, response) => {
    response.writeHead(204).end(() => acts[request.url]());
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${server.address().port}`;
}

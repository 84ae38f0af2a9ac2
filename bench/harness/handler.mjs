// Handlers in this process.
import { once } from "node:events";
import { createServer } from "node:http";

/** A handler that takes what comes and never answers. */
export function hangingHandler() {
  return startHandler((call) => call.resume());
}

/** A handler for whom `take(call, answer)` works. */
export async function startHandler(take) {
  const server = createServer(take).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

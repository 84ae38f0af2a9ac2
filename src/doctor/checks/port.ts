import { createServer } from "node:net";
import { systemCode } from "../../errors.ts";
import { findListening } from "../../state/index.ts";
import type { Check, CheckSurroundings, Judgement } from "../check.ts";
import { failure, note, ok } from "../judgements.ts";

/** Whether `listen` could take its port. */
export const port: Check = async (surroundings) => {
  const { options } = surroundings;
  const code = await whyNotTaken(options);
  if (code === undefined && options.port === 0) return [ok("listen uses any free port.")];
  if (code === undefined) return [ok(`${options.port} is free.`)];
  if (code === "EADDRINUSE") return [await taken(surroundings)];
  if (code === "EACCES")
    return [failure(`This user may not listen on port ${options.port}.`, "Choose one above 1023 with --port.")];
  return [
    failure(`${options.host} is not an address that this machine can listen on (${code}).`, "Choose another --host."),
  ];
};

/** The system's code; undefined where it can be. */
function whyNotTaken({ host, port: number }: { host: string; port: number }): Promise<string | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", (cause) => resolve(systemCode(cause) ?? cause.message));
    server.listen({ host, port: number }, () => server.close(() => resolve(undefined)));
  });
}

async function taken({ options, state, isAlive, keptPort }: CheckSurroundings): Promise<Judgement> {
  const ours = await findListening(state, isAlive);
  if (ours?.port === options.port)
    return ok(`${options.port} is used by a running listen of this project (process ${ours.processId}).`);
  if ((await keptPort()) === options.port)
    return ok(`${options.port} is reserved for the kept tunnel of this project; the next listen takes it over.`);
  const message = `Another program uses ${options.port}.`;
  const mend = "End that program, or choose another port with --port.";
  if (options.isPortGiven) return failure(message, mend);
  return note(`${message} listen uses a free one instead, unless you set --public-url.`, mend);
}

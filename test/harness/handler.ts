import { answerWith, startRawServer } from "./raw-server.ts";

/** A handler that takes every event, and shows what it got. */
export interface Handler {
  url: string;
  /** Bodies as text, in the order in which they came. */
  bodies(): string[];
  /** Header lines of each request, in lower case: `content-type: application/json`. */
  headers(): string[][];
}

/** `statusFor` is called with each body; 200 unless told otherwise. Answers once `work` is done. Ends with the test. */
export async function startHandler(
  statusFor: (body: string) => number = () => 200,
  work: () => Promise<void> = () => Promise.resolve(),
): Promise<Handler> {
  const server = await startRawServer((socket) => {
    const status = statusFor(bodyOf(server.requests.at(-1) ?? ""));
    void work().then(() => socket.write(answerWith(status)));
  });
  return {
    url: server.url,
    bodies: () => server.requests.map(bodyOf),
    headers: () => server.requests.map(headersOf),
  };
}

/** Raw requests have a character a byte. */
function bodyOf(request: string): string {
  return Buffer.from(request.slice(request.indexOf("\r\n\r\n") + 4), "latin1").toString("utf8");
}

function headersOf(request: string): string[] {
  const [, ...lines] = request.slice(0, request.indexOf("\r\n\r\n")).split("\r\n");
  return lines.map((line) => line.replace(/^[^:]+/, (name) => name.toLowerCase()));
}

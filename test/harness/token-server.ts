import { startRawServer, type RawServer } from "./raw-server.ts";

/** A token endpoint that answers what the test says, in order, and then the last again. Ends with the test. */
export async function startTokenServer(
  ...answers: (string | { status?: number; headers?: string; body: string })[]
): Promise<RawServer & { tokenUrl: string }> {
  const server = await startRawServer((socket, number) => {
    const answer = answers[Math.min(number, answers.length) - 1] ?? "";
    const { status = 200, headers = "", body } = typeof answer === "string" ? { body: answer } : answer;
    const head = `HTTP/1.1 ${status} Any\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${headers}connection: close`;
    socket.end(`${head}\r\n\r\n${body}`);
  });
  return { ...server, tokenUrl: `${server.url}/oauth2/token` };
}

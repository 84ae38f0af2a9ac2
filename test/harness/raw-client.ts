import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A connection on which a test writes what it likes. Ends with the test. */
export interface RawClient {
  socket: Socket;
  /** Resolves when the system has taken the bytes. */
  write(bytes: Buffer | string): Promise<void>;
  /** Everything that came, once it holds this text, or the other side has ended the connection. */
  untilAnswer(holding: string): Promise<string>;
  /** Everything that came, once the other side has ended the connection. */
  untilClosed(): Promise<string>;
}

export async function rawClient(port: number): Promise<RawClient> {
  const socket = connect(port, "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  let answer = "";
  let isClosed = false;
  const watchers = new Set<() => void>();
  const changed = () => watchers.forEach((look) => look());
  socket.setEncoding("latin1").on("data", (chunk: string) => {
    answer += chunk;
    changed();
  });
  socket.once("close", () => {
    isClosed = true;
    changed();
  });
  await once(socket, "connect");
  socket.on("error", () => socket.destroy());
  const until = (isSo: () => boolean) =>
    new Promise<string>((resolve) => {
      const look = () => {
        if (!isSo()) return;
        watchers.delete(look);
        resolve(answer);
      };
      watchers.add(look);
      look();
    });
  return {
    socket,
    write: (bytes) =>
      new Promise((resolve, reject) => socket.write(bytes, (cause) => (cause ? reject(cause) : resolve()))),
    untilAnswer: (holding) => until(() => isClosed || answer.includes(holding)),
    untilClosed: () => until(() => isClosed),
  };
}

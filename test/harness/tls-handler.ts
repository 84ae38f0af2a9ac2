import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const certificateFile = (name: string) => fileURLToPath(new URL(`certificates/${name}`, import.meta.url));
export const certificate = (name: string) => readFile(certificateFile(name), "utf8");

/** An HTTPS handler on loopback that answers 200 and `over TLS`; ends with the test. */
export async function startTlsHandler(name = "localhost", keyName = name): Promise<number> {
  const server = createServer(
    { cert: await certificate(`${name}.crt`), key: await certificate(`${keyName}.key`) },
    (_, response) => response.end("over TLS"),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

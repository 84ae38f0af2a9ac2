/** The bytes of a request's body, as they came; of what a raw server shows. */
export function sentBody(request: string | undefined): Buffer {
  const [, ...rest] = (request ?? "").split("\r\n\r\n");
  return Buffer.from(rest.join("\r\n\r\n"), "latin1");
}

/** The JSON in it. */
export function sentPayload(request: string | undefined): unknown {
  return JSON.parse(sentBody(request).toString("utf8"));
}

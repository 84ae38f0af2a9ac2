import type { Answer, Endpoint, HeaderList } from "../../src/endpoint.ts";

const formType = ["content-type", "application/x-www-form-urlencoded"] as const;

/** Calls an endpoint with a form, or with a body as it stands. */
export function askEndpoint(
  endpoint: Endpoint,
  form: Record<string, string> | string,
  headers: HeaderList = [formType],
): Promise<Answer> {
  const body = Buffer.from(typeof form === "string" ? form : new URLSearchParams(form).toString());
  return endpoint.take({
    receivedAt: new Date(0),
    method: "POST",
    path: "/",
    headers,
    readBody: async () => ({ outcome: "read", body }),
    done: () => undefined,
  });
}

/** The access token in an answer. */
export function tokenIn({ body }: Answer): string {
  const content: { access_token?: string } = JSON.parse(body);
  return content.access_token ?? "no token";
}

import { request } from "node:http";

export interface PostAnswer {
  status: number;
  body: string;
  headers: Record<string, string | string[] | undefined>;
}

/** Posts on a connection of its own, as nothing but the bytes and the headers that are given. */
export function post(url: string, body: Buffer | string, headers: Record<string, string> = json): Promise<PostAnswer> {
  return call(url, { method: "POST", body, headers });
}

const json = { "content-type": "application/json" };

/** Any call, on a connection of its own. */
export function call(
  url: string,
  { method, body = "", headers = {} }: { method: string; body?: Buffer | string; headers?: Record<string, string> },
): Promise<PostAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, agent: false });
    outgoing.once("error", reject);
    outgoing.once("response", (response) => {
      response.once("error", reject); // it was cut off
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.once("end", () => resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }));
    });
    outgoing.end(body);
  });
}

import { createServer, request as send } from "node:http";

const most = 200;

/** Takes calls at a second loopback address and carries them to the service, with what Cloudflare adds. */
export async function startProxy({ edge, log, hostname, service, swallows }) {
  let inFlight = 0;
  let whenNone = () => undefined;
  const server = createServer((request, response) => {
    if (!edge.isConnected) return void response.writeHead(530).end("error code: 1033");
    if (swallows) return void response.writeHead(404).end();
    if (inFlight >= most) return void response.writeHead(429).end();
    inFlight += 1;
    response.once("close", () => {
      inFlight -= 1;
      if (inFlight === 0) whenNone();
    });
    carry(request, response, { log, hostname, service });
  });
  const host = process.platform === "linux" ? "127.0.0.2" : "127.0.0.1";
  await new Promise((resolve) => server.listen(0, host, resolve));
  return {
    address: `http://${host}:${server.address().port}`,
    /** Takes no more, and gives what is in flight so long. */
    async close(graceMs) {
      server.close();
      const none = new Promise((resolve) => (inFlight === 0 ? resolve() : (whenNone = resolve)));
      let timer;
      await Promise.race([none, new Promise((resolve) => (timer = setTimeout(resolve, graceMs)))]);
      clearTimeout(timer);
    },
  };
}

function carry(request, response, { log, hostname, service }) {
  const headers = {
    ...request.headers,
    host: hostname,
    "cf-ray": "7d0f8a2b5c3e1f2a-LAX",
    "cf-connecting-ip": "203.0.113.7",
    "cf-ipcountry": "US",
    "cf-visitor": '{"scheme":"https"}',
    "cdn-loop": "cloudflare; loops=1",
    "x-forwarded-for": "203.0.113.7",
    "x-forwarded-proto": "https",
    "accept-encoding": "gzip, br",
  };
  const { hostname: to, port } = new URL(service);
  const onward = send({ host: to, port, method: request.method, path: request.url, headers }, (answer) => {
    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
  });
  onward.once("error", (cause) => {
    log.error(
      "Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared",
      { error: cause.message },
    );
    if (response.headersSent) response.destroy();
    else response.writeHead(502).end();
  });
  request.pipe(onward);
}

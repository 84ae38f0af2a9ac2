import { createServer } from "node:http";

/** `/ready`, `/quicktunnel`, `/healthcheck` and `/metrics` as the real one answers them. */
export function startMetrics(address, { edge, hostname, log, end }) {
  const [host, port] = address.split(":");
  const server = createServer((request, response) => {
    const answers = {
      "/ready": () => [edge.isConnected ? 200 : 503, ready(edge)],
      "/quicktunnel": () => [200, JSON.stringify({ hostname })],
      "/healthcheck": () => [200, "OK\n"],
      "/metrics": () => [200, `cloudflared_tunnel_ha_connections ${edge.isConnected ? 1 : 0}\n`],
    };
    const [status, body] = answers[request.url]?.() ?? [404, "404 page not found\n"];
    response.writeHead(status).end(body);
  });
  return new Promise((resolve) => {
    server.once("error", (cause) => {
      log.error("Error opening metrics server listener", { error: cause.message });
      end(1);
    });
    server.listen(Number(port), host, () => {
      log.info(`Starting metrics server on ${host}:${server.address().port}/metrics`);
      resolve();
    });
  });
}

function ready({ isConnected, connectorId }) {
  return JSON.stringify({ status: isConnected ? 200 : 503, readyConnections: isConnected ? 1 : 0, connectorId });
}

import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

/** The connection to Cloudflare's network: whether it stands, and what is said of it. */
export class Edge {
  isConnected = false;
  connectedAt;
  isPublished = false;
  connectorId = randomUUID();
  #parts;

  constructor(parts) {
    this.#parts = parts;
  }

  async connect() {
    const { settings, log, protocol } = this.#parts;
    await sleep(settings.connectAfterMs ?? 0);
    const blocked = settings.blockedProtocols ?? [];
    const tried = protocol === "auto" ? ["quic", "http2"].find((one) => !blocked.includes(one)) : protocol;
    if (settings.unauthorized) return this.#repeat(unauthorized);
    if (settings.neverConnects || tried === undefined || blocked.includes(tried))
      return this.#repeat(tried === "http2" ? refusedTcp : refusedUdp);
    if (log.logForm === "new")
      log.info("Tunnel connection curve preferences: [X25519MLKEM768 CurveID(65074)]", log.connection);
    this.regain(tried);
  }

  lose() {
    const { log, report } = this.#parts;
    this.isConnected = false;
    log.info("Lost connection with the edge", { connIndex: 0 });
    log.warn("Serve tunnel error", { error: "connection with edge closed", ...log.connection });
    log.info("Retrying connection in up to 1s", log.connection);
    report("lost");
  }

  regain(protocol = this.#parts.protocol) {
    const { log, report } = this.#parts;
    this.isConnected = true;
    this.connectedAt ??= Date.now();
    const facts = { ...log.connection, location: "lax01", protocol };
    if (log.logForm === "old") log.info(`Connection ${randomUUID()} registered`, { connIndex: 0, location: "SEA" });
    else log.info("Registered tunnel connection", { connIndex: 0, connection: randomUUID(), ...facts });
    report("connected");
  }

  /** In an orderly stop. */
  unregister() {
    if (this.isConnected) this.#parts.log.info("Unregistered tunnel connection", { connIndex: 0 });
    this.isConnected = false;
  }

  /** For ever, as the real one does. */
  async #repeat(say) {
    const { log } = this.#parts;
    for (;;) {
      say(log);
      log.info("Retrying connection in up to 1s", log.connection);
      await sleep(100);
    }
  }
}

function refusedUdp(log) {
  log.error("Failed to dial a quic connection", {
    error: "failed to dial to edge with quic: timeout: no recent network activity",
    ...log.connection,
  });
}

function refusedTcp(log) {
  log.error("Unable to establish connection with Cloudflare edge", {
    error: "DialContext error: dial tcp 198.41.200.13:7844: i/o timeout",
    ...log.connection,
  });
}

function unauthorized(log) {
  log.error("Register tunnel error from server side", {
    error: "Unauthorized: Failed to get tunnel",
    ...log.connection,
  });
}

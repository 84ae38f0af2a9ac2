/** How cloudflared reaches its network: HTTP/2 over TCP, QUIC over UDP, or QUIC and then HTTP/2. */
export const protocols = ["http2", "quic", "auto"] as const;
export type TunnelProtocol = (typeof protocols)[number];

import { HooksError, systemCode } from "../errors.ts";

// `named`: what asked for it, such as --port.

export function portInUse(port: number, named: string, cause: unknown): HooksError {
  return new HooksError("PORT_IN_USE", {
    message: `Port ${port} (from ${named}) is already in use.`,
    hint: "Choose another with --port, or omit --port to use a free one.",
    cause,
  });
}

export function portNotAllowed(port: number, cause: unknown): HooksError {
  return new HooksError("ADDRESS_UNAVAILABLE", {
    message: `Port ${port} cannot be used: permission denied.`,
    hint: "Choose a port above 1023 with --port.",
    cause,
  });
}

export function notAnAddressHere(host: string, named: string, cause: unknown): HooksError {
  return new HooksError("ADDRESS_UNAVAILABLE", {
    message: `${host} (from ${named}) is not an address of this machine.`,
    hint: "Use 127.0.0.1 for this machine only, or 0.0.0.0 for all its networks.",
    cause,
  });
}

/** What kept the tunnel made the folder of this socket, and took it away when it ended. */
export function socketNotTaken(socket: string, cause: unknown): HooksError {
  return new HooksError("TUNNEL_UNAVAILABLE", {
    message: `The kept tunnel ended while this listener was starting: ${socket} cannot be created (${systemCode(cause) ?? String(cause)}).`,
    hint: "Run listen again.",
    cause,
  });
}

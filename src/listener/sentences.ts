import { HooksError, systemCode } from "../errors.ts";

// `named`: what asked for it, such as --port.

export function portInUse(port: number, named: string, cause: unknown): HooksError {
  return new HooksError("PORT_IN_USE", {
    message: `Port ${port} is already in use (asked for with ${named}).`,
    hint: "Choose another with --port, or leave it out to take a free one.",
    cause,
  });
}

export function portNotAllowed(port: number, cause: unknown): HooksError {
  return new HooksError("ADDRESS_UNAVAILABLE", {
    message: `Port ${port} may not be taken by this user.`,
    hint: "Choose one above 1023 with --port.",
    cause,
  });
}

export function notAnAddressHere(host: string, named: string, cause: unknown): HooksError {
  return new HooksError("ADDRESS_UNAVAILABLE", {
    message: `${host} is not an address of this machine (asked for with ${named}).`,
    hint: "Use 127.0.0.1 for this machine alone, or 0.0.0.0 for every network it is in.",
    cause,
  });
}

/** What kept the tunnel made the folder of this socket, and took it away when it ended. */
export function socketNotTaken(socket: string, cause: unknown): HooksError {
  return new HooksError("TUNNEL_UNAVAILABLE", {
    message: `The kept tunnel ended while this listener started: there is no place for ${socket} (${systemCode(cause) ?? String(cause)}).`,
    hint: "Start listen again.",
    cause,
  });
}

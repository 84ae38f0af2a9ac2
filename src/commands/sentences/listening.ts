import { flagOf, variableOf } from "../../config/index.ts";
import { HooksError } from "../../errors.ts";
import type { Listening } from "../../state/index.ts";
import type { TunnelName, TunnelNeed } from "../../tunnel/index.ts";
import { notTogether } from "./not-together.ts";

export function listenerRunning({ processId, port, local }: Listening): HooksError {
  return new HooksError("LISTENER_RUNNING", {
    message: `A listener of this project is already running: process ${processId} on port ${port}, ${local}`,
    hint: "Stop it, or choose another port with --port to run both.",
  });
}

/** Whose process takes its calls. */
export function keptTunnelInUse(processId: number): HooksError {
  return new HooksError("LISTENER_RUNNING", {
    message: `Another listener (process ${processId}) is using this project's kept tunnel.`,
    hint: "Stop that listener, or leave --keep-tunnel out to open a separate tunnel.",
  });
}

export function tunnelInUse(processId: number): HooksError {
  return new HooksError("LISTENER_RUNNING", {
    message: `A listener (process ${processId}) is using the tunnel.`,
    hint: "Stop the listener first, or stop the tunnel anyway with --yes.",
  });
}

/** It answered, and ended before it was asked again: somebody stopped it, or the machine did. */
export function holderNotStarted(): HooksError {
  return new HooksError("TUNNEL_UNAVAILABLE", {
    message: "The background process of the kept tunnel ended right after it started.",
    hint: "Run listen again, or leave --keep-tunnel out.",
  });
}

/** `named`: what asked for it. `program`: as it is typed. */
export function keptTunnelHasPort(port: number, { named, program }: { named: string; program: string }): HooksError {
  return new HooksError("PORT_IN_USE", {
    message: `Port ${port} (from ${named}) is reserved for this project's kept tunnel.`,
    hint: `Choose another with --port, or stop the tunnel: ${program} tunnel stop`,
  });
}

/** For a port that --public-url leads to: no other may be taken instead. */
export function publicPortInUse(port: number, cause: unknown): HooksError {
  const message = `Port ${port} is already in use, and --public-url points to it.`;
  const hint = "Stop the program that uses it, or choose another with --port and point the public address to it.";
  return new HooksError("PORT_IN_USE", { message, hint, cause });
}

/** `commands` would run for what comes from `places`. */
export function commandsNotAgreed(commands: string, places: string): HooksError {
  return new HooksError("INPUT_NEEDED", {
    message: `Anyone who can reach ${places} could run ${commands} by posting an event.`,
    hint: "Add --auth token so that only AppDirect can, or allow it with --yes.",
  });
}

export function cannotBeUsedTogether(one: string, other: string): HooksError {
  return notTogether(`${one} and ${other} cannot be used together.`);
}

/** `users` are the kinds of tunnel that need the flag. */
export function tunnelNotAskedFor(flag: string, users: readonly TunnelName[]): HooksError {
  const message = `${flag} requires --tunnel ${users.join(" or ")}.`;
  return new HooksError("USAGE", { message, hint: `Add --tunnel ${users[0]}, or leave ${flag} out.` });
}

export function tunnelNeeds(kind: TunnelName, missing: TunnelNeed): HooksError {
  return new HooksError("USAGE", {
    message: `--tunnel ${kind} requires ${flagOf(missing)}.`,
    hint: howToGive[missing],
  });
}

const howToGive = {
  publicUrl: "Add the tunnel's public address, for example --public-url https://hooks.example.com",
  tunnelToken: `Set ${variableOf("tunnelToken")} to the tunnel's token, or put the token in a file and use --tunnel-token @<file>.`,
} satisfies Record<TunnelNeed, string>;

import { flagOf, variableOf } from "../../config/index.ts";
import { HooksError } from "../../errors.ts";
import type { Listening } from "../../state/index.ts";
import type { TunnelName, TunnelNeed } from "../../tunnel/index.ts";
import { notTogether } from "./not-together.ts";

export function listenerRunning({ processId, port, local }: Listening): HooksError {
  return new HooksError("LISTENER_RUNNING", {
    message: `A listener of this project runs already: process ${processId} on port ${port}, ${local}`,
    hint: "End that one, or start this one beside it with --port.",
  });
}

/** Whose process takes its calls. */
export function keptTunnelInUse(processId: number): HooksError {
  return new HooksError("LISTENER_RUNNING", {
    message: `The kept tunnel of this project is used by a listener that runs already: process ${processId}.`,
    hint: "End that one, or start this one without --keep-tunnel: it gets a tunnel of its own.",
  });
}

export function tunnelInUse(processId: number): HooksError {
  return new HooksError("LISTENER_RUNNING", {
    message: `The tunnel is used by a listener that runs: process ${processId}.`,
    hint: "End that one first, or end the tunnel all the same with --yes.",
  });
}

/** It answered, and ended before it was asked again: somebody stopped it, or the machine did. */
export function holderNotStarted(): HooksError {
  return new HooksError("TUNNEL_UNAVAILABLE", {
    message: "The process that was to keep the tunnel has ended as soon as it was started.",
    hint: "Start listen again; or without --keep-tunnel.",
  });
}

/** `named`: what asked for it. `program`: as it is typed. */
export function keptTunnelHasPort(port: number, { named, program }: { named: string; program: string }): HooksError {
  return new HooksError("PORT_IN_USE", {
    message: `Port ${port} is held for the kept tunnel of this project (asked for with ${named}).`,
    hint: `Choose another with --port, or end the tunnel: ${program} tunnel stop`,
  });
}

/** For a port that --public-url leads to: no other may be taken instead. */
export function publicPortInUse(port: number, cause: unknown): HooksError {
  const message = `Port ${port} is already in use, and the address of --public-url leads to it.`;
  const hint = "End the program that has it, or choose another with --port and lead the address there.";
  return new HooksError("PORT_IN_USE", { message, hint, cause });
}

/** `commands` would run for what comes from `places`. */
export function commandsNotAgreed(commands: string, places: string): HooksError {
  return new HooksError("INPUT_NEEDED", {
    message: `Anyone who can reach ${places} could run ${commands} by posting an event, and nobody agreed to that.`,
    hint: "Add --auth token so that only AppDirect can, or agree with --yes.",
  });
}

export function cannotBeUsedTogether(one: string, other: string): HooksError {
  return notTogether(`${one} and ${other} cannot be used together.`);
}

/** `users` are the kinds of tunnel that need the flag. */
export function tunnelNotAskedFor(flag: string, users: readonly TunnelName[]): HooksError {
  const message = `${flag} is for --tunnel ${users.join(" or ")}, and that was not asked for.`;
  return new HooksError("USAGE", { message, hint: `Add --tunnel ${users[0]}, or leave it out.` });
}

export function tunnelNeeds(kind: TunnelName, missing: TunnelNeed): HooksError {
  return new HooksError("USAGE", {
    message: `--tunnel ${kind} needs ${flagOf(missing)}.`,
    hint: howToGive[missing],
  });
}

const howToGive = {
  publicUrl: "Add the address under which the tunnel is reached, such as --public-url https://hooks.example.com.",
  tunnelToken: `Put the tunnel's token into ${variableOf("tunnelToken")}, or into a file and give --tunnel-token @<file>.`,
} satisfies Record<TunnelNeed, string>;

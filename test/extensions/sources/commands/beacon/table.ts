import { defineCommand, type CommandContext, type CommandGroup, type CommandInput } from "../command.ts";

const names = ["port", "events"] as const;

const own = {
  port: { default: 4750, variable: "APPDIRECT_HOOKS_BEACON_PORT", help: "where the beacon shines" },
} as const;
type LightInput = CommandInput<(typeof names)[number], typeof own>;

const light = defineCommand({
  description: "Lights it.",
  positionals: [{ form: "[colour]", help: "what it shines in" }],
  positionalLimit: 1,
  options: names,
  own,
  examples: [["beacon light green --port 4751", "in green"]],
  run: runLight,
});

async function runLight(
  { positionals: [colour = "white"], options, given }: LightInput,
  { terminal }: CommandContext,
): Promise<0> {
  const port: number = options.port;
  await terminal.out(`${colour} on ${port} (${given.originOf("port")}) for ${options.events.text}\n`);
  return 0;
}

const douse = defineCommand({
  description: "Douses it.",
  positionals: [],
  positionalLimit: 0,
  options: [],
  examples: [],
  run: async (_, { terminal }) => {
    await terminal.out("dark\n");
    return 0;
  },
});

export const beacon: CommandGroup = {
  description: "A light that says where the listener is.",
  commands: {
    light: { summary: "light it", load: () => Promise.resolve(light) },
    douse: { summary: "douse it", load: () => Promise.resolve(douse) },
  },
  examples: [["beacon light", "in white"]],
};

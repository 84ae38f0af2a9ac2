// Our program as it is, but for what a tunnel is set to: TUNNELS_OF_TEST holds that as JSON.
import { systemHost } from "../../src/host.ts";
import { run } from "../../src/main.ts";

const tunnelSettings = JSON.parse(process.env["TUNNELS_OF_TEST"] ?? "{}");
process.exit(await run(systemHost(), { tunnelSettings }));

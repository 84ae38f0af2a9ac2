import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { recordedProject } from "../harness/recorded-project.ts";
import { startListener } from "../harness/running-listener.ts";
import { webhook } from "../harness/webhook.ts";

const env = {
  APPDIRECT_HOOKS_TOKEN: "sesame",
  APPDIRECT_HOOKS_CLIENT: "id:sesame",
  APPDIRECT_HOOKS_USER: "ada:sesame",
  APPDIRECT_HOOKS_TUNNEL_TOKEN: "sesame",
  APPDIRECT_HOOKS_HEADER: "x-key: sesame",
  APPDIRECT_CLIENT_SECRET: "sesame",
  APPDIRECT_HOOKS_CONCURRENCY: "3",
};
const keepsEnvironment = `node -e 'fs.writeFileSync("env.json", JSON.stringify(process.env))'`;

test("a command that listen runs inherits no secret of ours, and every other variable", async () => {
  const project = await temporaryProject();
  const { url, ended } = await startListener(project, ["--exec", keepsEnvironment, "--auth", "none", "--count", "1"], {
    env,
  });
  await post(url, webhook());
  await ended;
  const inherited = await readFile(join(project.folder, "env.json"), "utf8");
  expect(inherited).not.toContain("sesame");
  expect(JSON.parse(inherited)).toMatchObject({
    APPDIRECT_HOOKS_CONCURRENCY: "3",
    APPDIRECT_HOOKS_EVENT: "user.added",
  });
});

test("neither does one that replay runs", async () => {
  const project = await recordedProject([webhook()]);
  await project.run(["replay", "last", "--to", `command:${keepsEnvironment}`], { env });
  const inherited = await readFile(join(project.folder, "env.json"), "utf8");
  expect(inherited).not.toContain("sesame");
  expect(JSON.parse(inherited)).toMatchObject({
    APPDIRECT_HOOKS_CONCURRENCY: "3",
    APPDIRECT_HOOKS_EVENT: "user.added",
  });
});

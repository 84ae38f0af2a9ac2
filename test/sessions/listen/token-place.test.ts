import { expect, test } from "vitest";
import { behind, path, up } from "../../harness/behind-tunnel.ts";
import { listening } from "../../harness/listening.ts";
import { scriptedTunnel } from "../../harness/scripted-tunnel.ts";

const other = { kind: "up", url: "https://lamp-orbit.trycloudflare.com" } as const;

test("where access tokens are had is told with the public address, and anew with another one", async () => {
  const script = scriptedTunnel();
  script.tell(up);
  const demanded = { authentication: "oauth2-client", credentials: { client: "shop:s3cret" } } as const;
  const session = await listening(behind(script, demanded));
  script.tell({ kind: "lost" }, other);
  const value = `${other.url}${path}/oauth2/token`;
  expect((await session.until("tunnel", 3)).at(-1)).toMatchObject({
    state: "changed",
    toPaste: [{ label: "access token URI", value, isCredential: false }],
    tokenUrl: value,
  });
  expect(session.notices("ready")).toMatchObject([{ tokenUrl: `${up.url}${path}/oauth2/token` }]);
});

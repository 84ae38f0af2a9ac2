import { expect, test } from "vitest";
import { openPlaces, type ListenTunnel } from "../../../src/sessions/index.ts";
import { behind, up } from "../../harness/behind-tunnel.ts";
import { listening } from "../../harness/listening.ts";
import { scriptedTunnel } from "../../harness/scripted-tunnel.ts";

const own = "https://hooks.example.com";
const { provider } = scriptedTunnel();
const tunnel: ListenTunnel = { kind: "given", provider, publicPath: "/h/x", ownAddress: own };
const quick: ListenTunnel = { kind: "quick", provider, publicPath: "/h/x" };

test.each([
  [{ host: "127.0.0.1" }, []],
  [{ host: "::1" }, []],
  [{ host: "localhost", tunnel: quick }, []],
  [{ host: "0.0.0.0" }, ["here"]],
  [{ host: "::" }, ["here"]],
  [{ host: "192.168.1.7", tunnel: quick }, ["here"]],
  [{ host: "127.0.0.1", tunnel }, [own]],
  [{ host: "0.0.0.0", tunnel }, ["here", own]],
])("what others reach with %j", (options, places) => {
  expect(openPlaces({ ...options, authentication: "none" }, "here")).toEqual(places);
  expect(openPlaces({ ...options, authentication: "token" }, "here")).toEqual([]);
});

test("a listener for every network warns once events can come, and not where a token is asked for", async () => {
  const { port, said } = await listening({ host: "0.0.0.0" });
  expect(said).toMatchObject([
    { kind: "ready" },
    { kind: "warning", about: "open to others", places: [`0.0.0.0:${port}`] },
  ]);
  const asking = await listening({ host: "0.0.0.0", authentication: "token", credentials: { token: "right" } });
  expect(asking.notices("warning")).toEqual([]);
});

test.each([
  [{}, [], false],
  [{ isLedByOthers: true }, [own], true],
])("an address of one's own, %j, is warned of once, by its lines or by a warning", async (more, places, isWarnedOf) => {
  const script = scriptedTunnel();
  script.tell(up);
  const { tunnel: opened, ...rest } = behind(script);
  const { notices } = await listening({ ...rest, tunnel: { ...opened, ownAddress: own, ...more } });
  expect(notices("ready")).toMatchObject([{ isOpen: true, isWarnedOf }]);
  expect(notices("warning")).toMatchObject(places.length === 0 ? [] : [{ about: "open to others", places }]);
});

import { createServer, type AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { listening } from "../../harness/listening.ts";

test("a free port in the place of a taken one is told when it is ready, with both", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void other.close());
  const { port: taken } = other.address() as AddressInfo;
  const { until, port } = await listening({ port: taken, orFreePort: true });
  expect(await until("ready")).toMatchObject([{ instead: { taken, port } }]);
  expect(port).not.toBe(taken);
});

test("a free port that was asked for is in no other's place", async () => {
  const { until } = await listening({ port: 0, orFreePort: true });
  const [ready] = await until("ready");
  expect(ready?.instead).toBeUndefined();
});

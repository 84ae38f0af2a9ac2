import { connect } from "node:net";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { startCrmHandler } from "../../../src/sessions/demo/crm-handler.ts";

async function startCrm() {
  const did: string[] = [];
  const crm = await startCrmHandler((what) => did.push(what));
  onTestFinished(() => crm.close());
  const post = async (body: string) => (await fetch(crm.url, { method: "POST", body })).status;
  return { crm, did, post };
}

const company = (name: string) =>
  JSON.stringify({
    resource: { type: "COMPANY", uuid: "c1", content: { name } },
    resourceAction: "ADDED",
  });

test("an event changes the CRM once, however often it comes", async () => {
  const { crm, did, post } = await startCrm();
  await post(company("Acme Corp"));
  await post(company("Acme Corp"));
  await post(company("Acme Inc"));
  expect(did).toEqual([
    "new company: Acme Corp",
    "has this company already: Acme Corp",
    "updated the company: Acme Inc",
  ]);
  expect(crm.contents()).toEqual({ companies: ["Acme Inc"], contacts: [], deals: [] });
});

test.each(["", "not JSON", '{"half":'])("a call with %j is answered 400, and the CRM lives on", async (body) => {
  const { did, post } = await startCrm();
  expect([await post(body), await post(company("Acme Corp"))]).toEqual([400, 200]);
  expect(did).toEqual(["new company: Acme Corp"]);
});

test("a call that is cut off does not end the CRM", async () => {
  const { crm, post } = await startCrm();
  const socket = connect(Number(new URL(crm.url).port), "127.0.0.1");
  socket.write("POST / HTTP/1.1\r\nhost: crm\r\ncontent-length: 100\r\n\r\nhalf");
  await once(socket, "connect");
  socket.destroy();
  expect(await post(company("Acme Corp"))).toBe(200);
});

test("a CRM that restarts answers 503 to so many events, and knows nothing of them", async () => {
  const { crm, did, post } = await startCrm();
  crm.restart(2);
  const statuses = [];
  for (const name of ["Acme Corp", "Acme Corp", "Acme Corp"]) statuses.push(await post(company(name)));
  expect([statuses, did]).toEqual([[503, 503, 200], ["new company: Acme Corp"]]);
});

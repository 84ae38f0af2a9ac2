import { type InferOutput, nullable, object, picklist, string } from "valibot";
import { defineResource } from "../resource.ts";
import { happenings } from "../story/happenings.ts";
import { ownIdentity } from "../story/own-identity.ts";
import type { Story } from "../story/story.ts";
import { joined, present } from "../text.ts";
import { inferred } from "../schema/certainty.ts";

const voucherOf = ownIdentity((random, { company }) => ({
  uuid: random.uuid(),
  code: `GIFT-${random.integer(1000, 9999)}`,
  owner: company.uuid,
}));

const voucherSchema = object({
  id: string(),
  code: string(),
  owner: string(),
  status: picklist(["UNUSED", "USED"]),
  note: nullable(string()),
});

export const voucher = defineResource({
  type: "VOUCHER",
  typeCertainty: "inferred",
  summary: "A gift of a test's own.",
  source: "https://developer.appdirect.com/webhooks",
  fires: { ADDED: inferred("When somebody gets one."), CHANGED: inferred("When it is used.") },
  url: inferred("/api/vouchers/{uuid}"),
  shape: "inferred",
  schema: voucherSchema,
  headline: ({ code, owner, status }, names) => present(code, names("company", joined(owner) ?? ""), status),
  nameOf: ({ code }) => joined(code),
  changes: [happenings.startSubscription],
  sample: (story) => ({
    uuid: voucherOf(story).uuid,
    path: `/api/vouchers/${voucherOf(story).uuid}`,
    content: voucherContent(story),
  }),
});

function voucherContent(story: Story): InferOutput<typeof voucherSchema> {
  const { uuid, code, owner } = voucherOf(story);
  const used = story.subscription.status === "ACTIVE";
  return { id: uuid, code, owner, status: used ? "USED" : "UNUSED", note: null };
}

import type { ResourceDefinition } from "../resource.ts";
import { present, textAt } from "../text.ts";

export const appAssignment: ResourceDefinition = {
  type: "APP_ASSIGNMENT",
  typeCertainty: "inferred",
  actions: ["ADDED", "CHANGED", "REMOVED"],
  summary: "A user's seat in a subscription, from the moment it is being given until it is taken away.",
  source: "https://developer.appdirect.com/webhooks/working-with-webhooks/payload/app-assignment",
  headline: (content, names) =>
    present(
      names(textAt(content, "userUuid") ?? ""),
      names(textAt(content, "companyUuid") ?? ""),
      textAt(content, "status"),
    ),
};

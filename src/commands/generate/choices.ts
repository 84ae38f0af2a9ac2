import { eventNames } from "../../events/index.ts";

/** What can be generated, for the help. */
export async function choices() {
  return [{ title: "Events, as resource.action", rows: resourcesByActions() }];
}

/** The resources that have the same actions, together: `["added, changed", "quote, order"]`. */
export function resourcesByActions(): (readonly [actions: string, resources: string])[] {
  const named = eventNames.map((name) => name.split("."));
  const resources = [...new Set(named.map(([resource = ""]) => resource))];
  const actionsOf = (resource: string) =>
    named.flatMap(([one, action = ""]) => (one === resource ? [action] : [])).join(", ");
  const groups = [...new Set(resources.map(actionsOf))];
  return groups.map((actions) => [actions, resources.filter((one) => actionsOf(one) === actions).join(", ")]);
}

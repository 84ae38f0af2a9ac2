/** The events of the scenario `purchase`, in the order in which they happen. */
export const purchase = [
  "company.added",
  "user.added",
  "membership.added",
  "order.added",
  "order.changed",
  "subscription.added",
];

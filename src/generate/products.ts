/** What the made-up marketplace sells. */
export interface ProductOffer {
  name: string;
  /** One of AppDirect's pricing units. */
  unit: string;
  editions: readonly Edition[];
}

export interface Edition {
  name: string;
  /** A month of one unit, in dollars. */
  monthlyPrice: number;
  /** Units that somebody buys: at least and at most. */
  quantity: readonly [least: number, most: number];
}

export const products: readonly ProductOffer[] = [
  {
    name: "Harbor CRM",
    unit: "USER",
    editions: [
      { name: "Starter", monthlyPrice: 9.9, quantity: [1, 10] },
      { name: "Pro", monthlyPrice: 24.5, quantity: [5, 80] },
      { name: "Enterprise", monthlyPrice: 49.95, quantity: [40, 400] },
    ],
  },
  {
    name: "Paperlane Docs",
    unit: "USER",
    editions: [
      { name: "Team", monthlyPrice: 6.25, quantity: [3, 60] },
      { name: "Business", monthlyPrice: 12.75, quantity: [10, 200] },
    ],
  },
  {
    name: "Silo Backup",
    unit: "GIGABYTE",
    editions: [
      { name: "Standard", monthlyPrice: 0.12, quantity: [100, 2000] },
      { name: "Archive", monthlyPrice: 0.05, quantity: [1000, 20000] },
    ],
  },
  {
    name: "Postbox Mail",
    unit: "MAILBOX",
    editions: [
      { name: "Basic", monthlyPrice: 2.4, quantity: [1, 50] },
      { name: "Plus", monthlyPrice: 4.8, quantity: [5, 300] },
    ],
  },
  {
    name: "Watchtower Endpoint",
    unit: "DEVICE",
    editions: [
      { name: "Essential", monthlyPrice: 3.15, quantity: [5, 150] },
      { name: "Complete", monthlyPrice: 7.35, quantity: [10, 500] },
    ],
  },
];

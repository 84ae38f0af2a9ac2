import type { Presenter } from "./authentication.ts";

export const presentsNothing: Presenter = {
  headersFor: async () => [],
  preview: () => [],
  refused: () => undefined,
};

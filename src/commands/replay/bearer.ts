import type { HeaderList } from "../../endpoint.ts";

/** `--bearer` is a header from there on, beside those of `-H`. */
export function withBearer<Options extends { header: HeaderList; bearer?: string | undefined }, Input>(
  input: Input & { options: Options },
): Input & { options: Options } {
  const { bearer, header } = input.options;
  if (bearer === undefined) return input;
  const headers: HeaderList = [...header, ["authorization", `Bearer ${bearer}`]];
  return { ...input, options: { ...input.options, header: headers } };
}

/** The value of a JSON text; undefined for any other text. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/** What explains an error in the JSON that frameworks answer with; undefined where none of their fields has words. */
export function jsonWords(value: unknown, depth = 0): string | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : value;
  if (!isRecord(value) || depth > deepest) return undefined;
  const within = (name: string) => jsonWords(value[name], depth + 1);
  return (
    messages(value["message"]) ??
    within("message") ??
    within("msg") ?? // FastAPI, of each field
    within("exception") ?? // Rails as an API, whose `error` is the name of the status
    joined(within("error"), within("error_description")) ??
    joined(within("title"), within("detail") ?? first(value["detail"], depth) ?? first(value["errors"], depth))
  );
}

const deepest = 3;

/** Nest has a list of them where it validates. */
function messages(value: unknown): string | undefined {
  if (!Array.isArray(value)) return undefined;
  const texts = value.filter((one) => typeof one === "string" && one.trim() !== "");
  return texts.length === 0 ? undefined : texts.slice(0, 20).join(", ");
}

/** The first of a list, or of lists by field, as ASP.NET and Laravel have them. */
function first(value: unknown, depth: number): string | undefined {
  if (Array.isArray(value)) return jsonWords(value[0], depth + 1);
  if (!isRecord(value)) return undefined;
  const [one] = Object.values(value);
  return jsonWords(Array.isArray(one) ? one[0] : one, depth + 1);
}

function joined(above: string | undefined, below: string | undefined): string | undefined {
  if (above === undefined || below === undefined) return above ?? below;
  return below.startsWith(above) ? below : `${above}: ${below}`;
}

/** `events` has the same; its whole folder would come with it wherever a target is named. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

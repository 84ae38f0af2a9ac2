import { parseDuration, unitsMs } from "../duration.ts";
import { didYouMean } from "../errors.ts";
import {
  type Moment,
  readOrigin,
  readHeaderText,
  readText,
  readTime,
  readWholeNumber,
  refuseMoreThanAddress,
  Unusable,
  type WholeNumbers,
} from "../values/index.ts";
import type { ValueType } from "./option.ts";

/** Of a text, or of a number in JSON, which has the same digits. */
function numeric(fromText: (given: string) => number, toText?: (value: number) => string): ValueType<number> {
  return { fromText, fromJson: (json) => fromText(JSON.stringify(json)), ...(toText && { toText }) };
}

export const text: ValueType<string> = { fromText: readText };

export function integer(range: WholeNumbers): ValueType<number> {
  return numeric((given) => readWholeNumber(/^[+-]?\d+$/.test(given) ? Number(given) : Number.NaN, range));
}

export const count = integer({ min: 1, max: 1_000_000_000 });
export const port = integer({ min: 0, max: 65_535 });

/** A number of a range, with a fraction too: `0.5`. */
export function decimal({ min, max }: WholeNumbers): ValueType<number> {
  return numeric((given) => {
    const value = /^\d+(?:\.\d+)?$/.test(given) ? Number(given) : Number.NaN;
    if (value >= min && value <= max) return value;
    throw new Unusable(`is not a number from ${min} to ${max}`);
  });
}

/** `500ms`, `30s`, `5m`, `12h`, `7d`, and `0`: milliseconds. */
export const duration: ValueType<number> = numeric(readDuration, (ms) => inUnits(ms, unitsMs));

function readDuration(given: string): number {
  const ms = given === "0" ? 0 : parseDuration(given);
  if (ms === undefined) throw new Unusable("is not a duration such as 500ms, 30s, 5m, 12h or 7d");
  return ms;
}

/** `original`, `10x`, `0.5x`: how many times faster than it was. */
export const pace: ValueType<number> = {
  fromText(given) {
    const [, factor = given === "original" ? "1" : ""] = /^(\d+(?:\.\d+)?)x$/.exec(given) ?? [];
    const value = Number(factor);
    if (factor !== "" && value >= slowestPace && value <= fastestPace) return value;
    throw new Unusable(`is neither original nor a factor from ${slowestPace}x to ${fastestPace}x`);
  },
};

const slowestPace = 0.001;
const fastestPace = 1_000_000;

/** `4h,8h`: milliseconds each. */
export const durations: ValueType<readonly number[]> = {
  fromText: (given) => given.split(",").map((one) => readDuration(one.trim())),
};

/** In the largest unit that leaves a whole number: `30s`, `5mb`. */
function inUnits(amount: number, units: Readonly<Record<string, number>>): string {
  const [unit, factor] = Object.entries(units).findLast(([, one]) => amount % one === 0) ?? ["", 1];
  return amount === 0 ? "0" : `${amount / factor}${unit}`;
}

const sizeUnits: Record<string, number> = {
  "": 1,
  b: 1,
  k: 1024,
  kb: 1024,
  m: 1024 ** 2,
  mb: 1024 ** 2,
  g: 1024 ** 3,
  gb: 1024 ** 3,
};

/** `5mb`, `512kb`, `1000`: bytes, counted in 1,024s. */
export const size: ValueType<number> = numeric(readSize, (bytes) => inUnits(bytes, sizeUnits));

function readSize(given: string): number {
  const [, amount, unit] = /^(\d+(?:\.\d+)?) ?([a-z]{0,2})$/.exec(given.toLowerCase()) ?? [];
  const factor = unit === undefined ? undefined : sizeUnits[unit];
  const bytes = Math.floor(Number(amount) * (factor ?? Number.NaN));
  if (!(bytes > 0)) throw new Unusable("is not a size such as 512kb, 5mb or 1gb");
  return bytes;
}

/** A time as ISO 8601, or as an age: `2h` is two hours ago. */
export const time: ValueType<Moment> = { fromText: readTime };

/** The names of a table, with their type kept. */
export function namesOf<Name extends string>(table: Readonly<Record<Name, unknown>>): Name[] {
  return Object.keys(table) as Name[];
}

/** `pretty, line or json` */
function orList(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

/** One of the names of a table. */
export function choice<Name extends string>(names: readonly Name[]): ValueType<Name> {
  return {
    fromText(given) {
      const found = names.find((name) => name === given);
      if (found !== undefined) return found;
      throw new Unusable(`is unknown: use ${orList(names)}`, didYouMean(given, names));
    },
  };
}

/** Some of the names of a table, separated by commas. */
export function choices<Name extends string>(names: readonly Name[]): ValueType<readonly Name[]> {
  const { fromText: one } = choice(names);
  return { fromText: (given) => Promise.all(given.split(",").map(async (name) => one(name.trim()))) };
}

/** A text that can be the value of a header. */
export const headerText: ValueType<string> = { fromText: readHeaderText };

/** `name:secret`; the name has no colon in it, the secret may have some. */
export const nameAndSecret: ValueType<string> = {
  fromText(given) {
    if (!/^[^:]+:./s.test(readHeaderText(given))) throw new Unusable("is not in the form name:secret");
    return given;
  },
};

/** A path of our own server: `/hooks`. */
export const urlPath: ValueType<string> = {
  fromText(given) {
    if (!/^\/[\w\-./~%]*$/.test(given))
      throw new Unusable("is not a path such as /hooks: a slash, then letters, digits and - . _ ~ % /");
    return given;
  },
};

/** `https://marketplace.example.com`, without a slash at its end. */
export const origin: ValueType<string> = { fromText: readOrigin };

/** `http://localhost:3000/oauth2/token`, with a query if it has one. */
export const webAddress: ValueType<string> = {
  fromText(given) {
    const url = URL.canParse(given) ? new URL(given) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol) || !/^https?:\/\//i.test(given))
      throw new Unusable("is not an address such as http://localhost:3000/oauth2/token");
    return url.href;
  },
};

/** `https://hooks.example.com/appdirect`: the address of a web server, with nothing that is secret or made up for a call. */
export const publicAddress: ValueType<string> = {
  fromText(given) {
    const url = URL.canParse(given) ? new URL(given) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol))
      throw new Unusable("is not an address such as https://hooks.example.com");
    refuseMoreThanAddress(url);
    if (!/^[\w\-./~%]*$/.test(url.pathname))
      throw new Unusable("has a path with a character that --path does not accept");
    return url.href;
  },
};

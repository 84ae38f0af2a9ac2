import { didYouMean } from "../errors.ts";
import type { Story } from "../events/index.ts";
import { noSuchLocale } from "./sentences.ts";

/** Where made-up companies sit, and what their people and currencies look like. */
export interface Country {
  code: string;
  language: string;
  locale: string;
  currency: LocalCurrency;
  /** What companies' names end in. */
  legalForms: readonly string[];
  firstNames: readonly string[];
  lastNames: readonly string[];
  /** One that is obviously nobody's. */
  address: Story["company"]["address"];
}

export interface LocalCurrency {
  /** ISO 4217 */
  code: string;
  /** Decimals of its unit, as ISO 4217 gives them. */
  decimals: number;
  /** Roughly what a price in dollars is multiplied by, to look like a price. */
  priceFactor: number;
}

const euro: LocalCurrency = { code: "EUR", decimals: 2, priceFactor: 1 };

export const countries: readonly Country[] = [
  {
    code: "US",
    language: "en",
    locale: "en-US",
    currency: { code: "USD", decimals: 2, priceFactor: 1 },
    legalForms: ["Inc.", "LLC", "Corp."],
    firstNames: ["Maya", "Jordan", "Denise", "Caleb", "Rosa", "Theo"],
    lastNames: ["Whitfield", "Okafor", "Delgado", "Price", "Lindqvist", "Nguyen"],
    address: { street: "100 Example Avenue", city: "Springfield", state: "IL", zip: "00000" },
  },
  {
    code: "CA",
    language: "fr",
    locale: "fr-CA",
    currency: { code: "CAD", decimals: 2, priceFactor: 1.3 },
    legalForms: ["Inc.", "Ltée"],
    firstNames: ["Élise", "Mathieu", "Noémie", "Olivier", "Audrey"],
    lastNames: ["Tremblay", "Gagnon", "Bouchard", "Côté", "Lavoie"],
    address: { street: "100, rue de l'Exemple", city: "Montréal", state: "QC", zip: "H0H 0H0" },
  },
  {
    code: "GB",
    language: "en",
    locale: "en-GB",
    currency: { code: "GBP", decimals: 2, priceFactor: 0.8 },
    legalForms: ["Ltd", "plc"],
    firstNames: ["Imogen", "Rhys", "Priya", "Alastair", "Niamh"],
    lastNames: ["O'Connell", "Hargreaves", "Patel", "Fairbairn", "Morgan"],
    address: { street: "100 Example Street", city: "London", state: null, zip: "ZZ99 9ZZ" },
  },
  {
    code: "DE",
    language: "de",
    locale: "de-DE",
    currency: euro,
    legalForms: ["GmbH", "AG", "KG"],
    firstNames: ["Jürgen", "Anneke", "Lukas", "Sabine", "Çağla"],
    lastNames: ["Müller", "Brandt", "Weiß", "Kaya", "Vogelsang"],
    address: { street: "Musterstraße 100", city: "Musterstadt", state: null, zip: "00000" },
  },
  {
    code: "ES",
    language: "es",
    locale: "es-ES",
    currency: euro,
    legalForms: ["S.L.", "S.A."],
    firstNames: ["Iñaki", "Lucía", "Marta", "Andrés", "Nuria"],
    lastNames: ["Ibáñez", "Ferrer", "Castaño", "Molina", "Ríos"],
    address: { street: "Calle del Ejemplo 100", city: "Madrid", state: null, zip: "00000" },
  },
  {
    code: "SE",
    language: "sv",
    locale: "sv-SE",
    currency: { code: "SEK", decimals: 2, priceFactor: 10 },
    legalForms: ["AB"],
    firstNames: ["Åsa", "Björn", "Elin", "Göran", "Maja"],
    lastNames: ["Sjöberg", "Åkesson", "Lund", "Nyström", "Ek"],
    address: { street: "Exempelgatan 100", city: "Stockholm", state: null, zip: "000 00" },
  },
  {
    code: "JP",
    language: "ja",
    locale: "ja-JP",
    currency: { code: "JPY", decimals: 0, priceFactor: 150 },
    legalForms: ["K.K.", "G.K."],
    firstNames: ["Haruka", "Kenji", "Sakura", "Daisuke", "Yui"],
    lastNames: ["Tanaka", "Kobayashi", "Fujimoto", "Ishikawa", "Mori"],
    address: { street: "100 Rei", city: "Chiyoda-ku", state: "Tokyo", zip: "000-0000" },
  },
  {
    code: "BR",
    language: "pt",
    locale: "pt-BR",
    currency: { code: "BRL", decimals: 2, priceFactor: 5 },
    legalForms: ["Ltda.", "S.A."],
    firstNames: ["João", "Beatriz", "Thiago", "Conceição", "Rafaela"],
    lastNames: ["Araújo", "Gonçalves", "Teixeira", "Moraes", "Brandão"],
    address: { street: "Rua do Exemplo, 100", city: "São Paulo", state: "SP", zip: "00000-000" },
  },
];

/** The two halves of a company's name before its legal form; domains are made of them, so plain letters only. */
export const companyNames = {
  first: ["Alderbrook", "Bluefern", "Copperline", "Driftwood", "Eastmere", "Foxglove", "Greyhaven", "Hollowell"],
  second: ["Logistics", "Foods", "Robotics", "Partners", "Energy", "Textiles", "Optics", "Travel", "Instruments"],
};

const plain = (locale: string) => locale.trim().replaceAll("_", "-").toLowerCase();

/**
 * The country of a locale, in whichever case and with `-` or `_`: `de-DE`, `de_de`.
 * @throws HooksError BAD_VALUE where no made-up company sits there.
 */
export function countryOf(locale: string): Country {
  const country = countries.find((one) => plain(one.locale) === plain(locale));
  if (country !== undefined) return country;
  const locales = countries.map((one) => one.locale);
  throw noSuchLocale(locale, { suggestion: didYouMean(plain(locale), locales), locales });
}

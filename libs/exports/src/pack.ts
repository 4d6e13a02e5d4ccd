/** The codes of libs/domain, spelt out: a pack is plain data and may come from a file. */
export type FindingCode = 'satisfied' | 'partly' | 'not_satisfied' | 'not_addressed' | 'not_reached' | 'assumed' | 'conceded';
export type ResultCode = 'won' | 'partly_won' | 'lost' | 'no_merits' | 'pending';
export type PackLanguage = 'en' | 'es' | 'fr' | 'ar';

/** One legal test as coded in one record. */
export interface PackFinding {
  limb: string;
  label: string;
  finding: FindingCode;
  findingLabel: string;
  note: string | null;
}

/** Where a record comes from: `ref` is a web address or a bibliographic reference. */
export interface PackSource {
  ref: string;
  /** In words, e.g. "seen in public material"; empty when not stated. */
  basis: string;
  note: string | null;
}

/** A precedent as a brief shows it; every label is already in the pack's language, record text in the record's own. */
export interface PackPrecedent {
  slug: string;
  /** The everyday name, short enough for a column head. */
  name: string;
  title: string;
  country: string;
  court: string;
  /** As printed, the preferred one first. */
  citations: string[];
  /** EDTF for machines, text from the domain's formatter for people. */
  decided: { edtf: string; text: string } | null;
  result: ResultCode;
  resultLabel: string;
  /** What happened to the measure, in words. */
  outcome: string;
  summary: string;
  issues: string[];
  findings: PackFinding[];
  remedies: { label: string; detail: string }[];
  history: string[];
  sources: PackSource[];
  unverified: string[];
}

/** One legal test across all precedents; `cells` stand in the order of `Pack.precedents`. */
export interface PackComparisonRow {
  limb: string;
  label: string;
  question: string;
  /** The courts answered differently. */
  differ: boolean;
  cells: PackCell[];
}

/** `finding` null: not coded yet, which is neither "not addressed" nor zero. */
export interface PackCell {
  finding: FindingCode | null;
  findingLabel: string;
  note: string | null;
}

/** Every fixed word of a handout or a set of slides. Placeholders stand in braces: `{page}`, `{pages}`, `{name}`, `{part}`, `{parts}`, `{organisation}`, `{slug}`. */
export interface PackWords {
  level: string;
  /** The trust mark of every library record. */
  referenceRecord: string;
  intro: string;
  madeBy: string;
  page: string;
  part: string;
  agenda: string;
  brief: string;
  cite: string;
  court: string;
  country: string;
  decided: string;
  result: string;
  asCoded: string;
  outcome: string;
  inShort: string;
  issues: string;
  tests: string;
  testsQuestion: string;
  test: string;
  finding: string;
  reason: string;
  ordered: string;
  history: string;
  unknown: string;
  sources: string;
  record: string;
  /** Where no address can be printed: the record's name in the library; `{slug}`. */
  recordNamed: string;
  /** How a source came to be known: seen, or only known of. */
  known: string;
  decision: string;
  testsAndOrders: string;
  ordersAndAfter: string;
  comparison: string;
  differ: string;
  same: string;
  onlyOne: string;
  notDated: string;
  noneRecorded: string;
  notCoded: string;
  legend: Record<'not_satisfied' | 'partly' | 'satisfied' | 'not_addressed', string>;
  /** What the facilitator may say or ask, one note per kind of slide. */
  speaker: { title: string; agenda: string; brief: string; tests: string; orders: string; comparison: string; sources: string };
}

/** Everything a handout or a set of slides is made from. Public records only: the caller has already asked the database who may read what. */
export interface Pack {
  title: string;
  language: PackLanguage;
  dir: 'ltr' | 'rtl';
  /** The language the records are written in (BCP 47), marked so that it is read out and spell-checked rightly. */
  recordLanguage: string;
  /** Says when the pack was made or which version of the library it shows; the only date in the file. */
  dateLine: string;
  /** The organisation at most, never a person's account. */
  made: { organisation?: string };
  precedents: PackPrecedent[];
  comparison: { rows: PackComparisonRow[] };
  words: PackWords;
  /** The address of the library's records; the slug is appended: `https://amparo.example/precedents`. Null where nobody else could open it: then records are called by their name in the library. */
  sourceUrlBase: string | null;
}

/** How a reader finds the whole record again: its public page, or its name in the library. */
export function recordReference({ sourceUrlBase, words }: Pick<Pack, 'sourceUrlBase' | 'words'>, { slug }: Pick<PackPrecedent, 'slug'>): { text: string; link: string | null } {
  if (sourceUrlBase === null) return { text: fill(words.recordNamed, { slug }), link: null };
  const link = `${sourceUrlBase.replace(/\/+$/, '')}/${encodeURIComponent(slug)}`;
  return { text: link, link };
}

/** What the whole pack rests on: the address of the library, or which library it shows. */
export function librarySource({ sourceUrlBase, dateLine }: Pick<Pack, 'sourceUrlBase' | 'dateLine'>): string {
  return sourceUrlBase ?? dateLine;
}

/** Items in a row with the commas or semicolons of the script, so that a Latin name never runs into the date after it. */
export function inRow(items: (string | null | undefined)[], dir: Pack['dir'], sign: ',' | ';' = ','): string {
  const signs = dir === 'rtl' ? { ',': '، ', ';': '؛ ' } : { ',': ', ', ';': '; ' };
  return items.filter(Boolean).join(signs[sign]);
}

/** "Kenya, High Court of Kenya, 30 Jan 2020": where a decision stands, in one line. */
export function placeLine({ dir, words }: Pick<Pack, 'dir' | 'words'>, precedent: PackPrecedent): string {
  return inRow([precedent.country, precedent.court, precedent.decided?.text ?? words.notDated], dir);
}

/** Puts values into a catalogue sentence. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, key: string) => (key in values ? String(values[key]) : whole));
}

// Not allowed in XML, or able to turn a line round (bidi embeddings and overrides).
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\ufdd0-\ufdef\ufffe\uffff]/gu;

/** Text that every office program can read: no control characters, no lone surrogates, no hidden turning of a line. */
export function printable(text: string): string {
  return text.toWellFormed().replace(/\r\n?|\u2028|\u2029/g, '\n').replace(UNPRINTABLE, '').normalize('NFC');
}

/** The same data with every text made printable. */
export function printableAll<T>(value: T): T {
  if (typeof value === 'string') return printable(value) as T;
  if (Array.isArray(value)) return value.map(printableAll) as T;
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printableAll(item)])) as T;
  return value;
}

/** A field of the record that nobody confirmed, `tests[3]` or in free words, as people would say it: "tests 4". */
export const unconfirmed = (note: string): string =>
  note.replaceAll(/([a-z_]+)\[(\d+)(?:\.\.(\d+))?\]/gu, (_all, field: string, from: string, to?: string) => `${field} ${Number(from) + 1}${to ? `–${Number(to) + 1}` : ''}`).replaceAll(/(?<=[a-z])_(?=[a-z])/gu, ' ');

import { numberOf } from './number-of.ts';

/** What the citation formats need of a decision; nothing here knows where it came from. */
export interface Citable {
  slug: string;
  title: string;
  shortName: string;
  courtName: string;
  neutralCitation?: string | null;
  docketNumber?: string | null;
  ecli?: string | null;
  otherCitations: readonly string[];
  decidedOn?: string | null;
  languages: readonly string[];
}

export const citationFormats = ['bibtex', 'ris', 'csl'] as const;
export type CitationFormat = (typeof citationFormats)[number];

/**
 * Year, month and day that are certain. A citation has no room for doubt: of two possible days only what both agree on is
 * said, of a range its first day.
 */
function certainDate(edtf: string | null | undefined): { parts: number[]; about: boolean } | undefined {
  if (!edtf) return undefined;
  const points = [...edtf.matchAll(/\d{4}(?:-\d\d){0,2}/gu)].map(([point]) => point.split('-').map(Number));
  const [first, second] = points;
  if (!first) return undefined;
  const differs = edtf.startsWith('[') && second ? first.findIndex((part, i) => part !== second[i]) : -1;
  const parts = differs < 0 ? first : first.slice(0, differs);
  return parts.length > 0 ? { parts, about: edtf.endsWith('~') } : undefined;
}

/** A line of text and nothing but: a line break in a title would begin a new field. */
const oneLine = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();

const texEscapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}',
  '{': '\\{', '}': '\\}', $: '\\$', '&': '\\&', '#': '\\#', '%': '\\%', _: '\\_',
};
const tex = (text: string) => oneLine(text).replaceAll(/[\\~^{}$&#%_]/gu, (sign) => texEscapes[sign] ?? sign);

function bibtex(it: Citable, url: string): string {
  const date = certainDate(it.decidedOn);
  const iso = date?.parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
  const fields: [string, string | undefined][] = [
    ['title', `{${tex(it.title)}}`], ['shorttitle', tex(it.shortName)], ['institution', tex(it.courtName)], ['howpublished', tex(it.courtName)],
    ['number', it.docketNumber ? tex(it.docketNumber) : undefined], ['note', numberOf(it) ? tex(numberOf(it) ?? '') : undefined],
    ['date', iso && (date?.about ? `${iso}~` : iso)], ['year', date && String(date.parts[0])],
    ['language', it.languages.length > 0 ? it.languages.map(tex).join(' and ') : undefined], ['url', url.replaceAll(/[{}\\]/gu, '')],
  ];
  return `@misc{${it.slug.replaceAll(/[^\w-]/gu, '')},\n${fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}\n`;
}

function ris(it: Citable, url: string): string {
  const date = certainDate(it.decidedOn);
  const [year, month, day] = date?.parts ?? [];
  const two = (n: number | undefined) => (n === undefined ? '' : String(n).padStart(2, '0'));
  const fields: [string, string | null | undefined][] = [
    ['TY', 'CASE'], ['TI', it.title], ['ST', it.shortName], ['PB', it.courtName], ['DA', year === undefined ? undefined : `${year}/${two(month)}/${two(day)}/`],
    ['PY', year === undefined ? undefined : String(year)], ['M1', it.docketNumber], ['SV', numberOf(it)],
    ...it.languages.map((language): [string, string] => ['LA', language]), ['UR', url],
  ];
  return `${fields.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${oneLine(value ?? '')}`).join('\r\n')}\r\nER  - \r\n`;
}

function csl(it: Citable, url: string): string {
  const date = certainDate(it.decidedOn);
  return `${JSON.stringify([{
    id: it.slug, type: 'legal_case', title: oneLine(it.title), 'title-short': oneLine(it.shortName), authority: oneLine(it.courtName),
    ...(it.docketNumber && { number: oneLine(it.docketNumber) }), ...(numberOf(it) && { references: oneLine(numberOf(it) ?? '') }),
    ...(date && { issued: { 'date-parts': [date.parts], ...(date.about && { circa: true }) } }),
    ...(it.languages.length > 0 && { language: it.languages.join(', ') }), URL: url,
  }], undefined, 2)}\n`;
}

/** The decision in a format of reference managers, as the text of a file. */
export const citationFile = (format: CitationFormat, it: Citable, url: string): { name: string; type: string; text: string } => ({
  bibtex: () => ({ name: `${it.slug}.bib`, type: 'application/x-bibtex', text: bibtex(it, url) }),
  ris: () => ({ name: `${it.slug}.ris`, type: 'application/x-research-info-systems', text: ris(it, url) }),
  csl: () => ({ name: `${it.slug}.json`, type: 'application/vnd.citationstyles.csl+json', text: csl(it, url) }),
})[format]();

/** The citation as a line of text. */
export const citationLine = (it: Citable, dateText: string): string =>
  [oneLine(it.title), numberOf(it), `(${[it.courtName, dateText].filter(Boolean).join(', ')})`].filter(Boolean).join(' ');

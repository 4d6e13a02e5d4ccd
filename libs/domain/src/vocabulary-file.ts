import { z } from 'zod';
import { fileLine, fileRecord, fileText, known, languageTag, listOf, type Extra, readRecords, readWith, type RefusedRecord } from './library-fields.ts';

/** Labels by language; English has to be among them, because it is what we fall back to. */
const prefLabel = z
  .record(languageTag, fileLine(300))
  .refine((labels) => Object.hasOwn(labels, 'en'), { path: ['en'], message: 'required' });

const concept = fileRecord({
  id: fileLine(120), prefLabel, definition: fileText(5000), broader: known(fileLine(120)), sources: listOf(fileRecord({ type: fileLine(60), ref: fileLine(500) })),
});
/** A SKOS concept. What only some schemes have (`instruments`, `year`, `note`) stands in `extra`. */
export type ConceptRecord = z.output<typeof concept>;

const scheme = fileRecord({
  id: fileLine(120), prefLabel, definition: fileText(5000), usedBy: listOf(fileLine(200)), concepts: z.array(concept).max(5000),
}).superRefine(({ concepts }, ctx) => {
  const broader = new Map(concepts.map(({ id, broader: up }) => [id, up]));
  const seen = new Set<string>();
  for (const [at, { id, broader: up }] of concepts.entries()) {
    const fault = (field: string, message: string) => ctx.addIssue({ code: 'custom', message, path: ['concepts', at, field] });
    if (seen.has(id)) fault('id', 'repeated');
    seen.add(id);
    if (up !== null && !broader.has(up)) fault('broader', 'unknown_code');
    let above = up;
    for (let steps = 0; above; steps++, above = broader.get(above) ?? null) {
      if (steps <= concepts.length) continue;
      fault('broader', 'parent_circle');
      break;
    }
  }
});
export type SchemeRecord = z.output<typeof scheme>;
/** What `vocabularies.json` says beside its schemes. */
export type VocabularyHead = { title: string; languages: string[]; licenseNote: string | null; extra: Extra };

const head = fileRecord({ title: fileLine(300), languages: listOf(languageTag), licenseNote: known(fileText(2000)), schemes: z.array(z.unknown()).max(500) });

/** Reads `vocabularies.json`: a faulty scheme is refused alone, a faulty head refuses the file. */
export function readVocabularies(raw: unknown): { head: VocabularyHead | undefined; schemes: SchemeRecord[]; refused: RefusedRecord[] } {
  const file = readWith(head, raw);
  if ('refused' in file) return { head: undefined, schemes: [], refused: file.refused.map((fault) => ({ record: '', ...fault })) };
  const { schemes: raws, ...rest } = file.ok;
  const read = readRecords(raws, (each) => readWith(scheme, each), ({ id }) => id, 'id');
  return { head: rest, schemes: read.records, refused: read.refused };
}

/** The file as it was. */
export const writeVocabularies = ({ title, languages, licenseNote, extra }: VocabularyHead, schemes: readonly SchemeRecord[]): Record<string, unknown> => ({
  title, languages, license_note: licenseNote,
  schemes: schemes.map(({ id, prefLabel: words, definition, usedBy, concepts, extra: more }) => ({
    id, prefLabel: words, definition, used_by: usedBy,
    concepts: concepts.map((each) => ({
      id: each.id, prefLabel: each.prefLabel, definition: each.definition, broader: each.broader,
      sources: each.sources.map(({ type, ref, extra: beside }) => ({ type, ref, ...beside })), ...each.extra,
    })),
    ...more,
  })),
  ...extra,
});

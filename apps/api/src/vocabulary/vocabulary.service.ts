import { Injectable } from '@nestjs/common';
import { Held } from '../library/held.ts';
import { Db, locale } from '../platform/db.ts';
import { Events } from '../platform/events.ts';
import { Concept, ConceptScheme, type Labels } from './concept.entity.ts';

/** A text in the language of the one who asks, else in English, else in whatever there is. */
export const inLanguage = (labels: Labels, language = locale()): string => labels[language] ?? labels['en'] ?? Object.values(labels)[0] ?? '';

/** All vocabularies at once: a few hundred concepts that nearly every answer needs a label of. */
export class Words {
  readonly schemes: readonly ConceptScheme[];
  private readonly byScheme: ReadonlyMap<string, readonly Concept[]>;
  private readonly byId: ReadonlyMap<string, Concept>;

  constructor(schemes: ConceptScheme[], concepts: Concept[]) {
    this.schemes = schemes;
    this.byScheme = Map.groupBy(concepts, (c) => c.scheme);
    this.byId = new Map(concepts.map((c) => [`${c.scheme}/${c.id}`, c]));
  }
  concepts(scheme: string): readonly Concept[] { return this.byScheme.get(scheme) ?? []; }
  concept(scheme: string, id: string): Concept | undefined { return this.byId.get(`${scheme}/${id}`); }
  /** The concepts of these ids, in their order; ids that the scheme does not know are left out. */
  pick(scheme: string, ids: readonly string[]): Concept[] { return ids.flatMap((id) => this.concept(scheme, id) ?? []); }
  /** The label for people. An id that the scheme does not know stands for itself. */
  label(scheme: string, id: string): string {
    const found = this.concept(scheme, id);
    return found ? inLanguage(found.labels) : id;
  }
  schemeLabel(scheme: string): string { return inLanguage(this.schemes.find((s) => s.id === scheme)?.labels ?? { en: scheme }); }
  /** The concept and everything below it. */
  within(scheme: string, id: string): Set<string> {
    const found = new Set([id]);
    for (let before = 0; before !== found.size;) {
      before = found.size;
      for (const c of this.concepts(scheme)) if (c.broader !== null && found.has(c.broader)) found.add(c.id);
    }
    return found;
  }
}

@Injectable()
export class VocabularyService {
  private readonly held: Held<Words>;
  constructor(db: Db, events: Events) {
    this.held = new Held(db, events, async () => {
      const schemes = await (await db.repo(ConceptScheme)).find({ order: { ordinal: 'ASC' } });
      return new Words(schemes, await (await db.repo(Concept)).find({ order: { scheme: 'ASC', ordinal: 'ASC' } }));
    });
  }
  words(): Promise<Words> { return this.held.get(); }
}

import { localWord, type Forum, readTemplates, type Stage, type Track, tracksFor } from '@amparo/domain/procedures';
import { Injectable } from '@nestjs/common';
import type { Court } from '../courts/court.entity.ts';
import { Held } from '../library/held.ts';
import { Db } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import { Events } from '../platform/events.ts';
import { type ProcedureStage, ProcedureTemplateRow, type ProcedureTrack } from './procedure-template.entity.ts';

/** Which procedure a proceeding follows, in which version; all three or none. */
export interface Follows { templateId: string | null; templateVersion: number | null; track: string | null }
const none: Follows = { templateId: null, templateVersion: null, track: null };
type Known = { track: Track; shipped: boolean };

/** Procedure templates: those that are shipped, and every older version that a proceeding follows. */
@Injectable()
export class ProcedureService {
  private readonly held: Held<Known[]>;
  constructor(db: Db, events: Events) {
    this.held = new Held(db, events, async () => {
      const rows = await (await db.repo(ProcedureTemplateRow)).find({ order: { id: 'ASC', version: 'DESC' } });
      // Each version is read beside the newest of all others, to which its stages may lead.
      const newest = rows.filter((row) => row.shipped);
      return rows.flatMap((row) => readTemplates([row.body, ...newest.filter(({ id }) => id !== row.id).map(({ body }) => body)]).tracks
        .filter(({ template }) => template.id === row.id).map((track) => ({ track, shipped: row.shipped })));
    });
  }

  /** The track of a proceeding, in the version it follows; undefined where no procedure is known. */
  async of({ templateId, templateVersion, track }: Follows): Promise<Track | undefined> {
    if (!templateId) return undefined;
    return (await this.held.get()).find((each) => each.track.template.id === templateId && each.track.template.version === templateVersion && each.track.id === track)?.track;
  }
  /** What a new proceeding may follow, the closest to its forum first, then all others. */
  async offered(forum: Forum): Promise<{ track: Track; fits: boolean }[]> {
    const newest = (await this.newest()).map(({ track }) => track);
    const fitting = tracksFor(forum).flatMap(({ key }) => newest.find((each) => each.key === key) ?? []);
    return [...fitting.map((track) => ({ track, fits: true })), ...newest.filter((each) => !fitting.includes(each)).map((track) => ({ track, fits: false }))];
  }
  /**
   * The procedure asked for; without a word the one that fits best, with an empty one none.
   * @throws AppError INVALID where it does not exist, or is there only for the proceedings that follow it already
   */
  async chosen(wanted: string | null | undefined, court: Court, matter: string | null | undefined, before: Follows = none): Promise<Follows> {
    if (wanted === '') return none;
    if (!wanted) return before.templateId ? before : follows((await this.offered(forumOf(court, matter)))[0]);
    if (`${before.templateId}/${before.track}` === wanted) return before;
    const found = (await this.newest()).find(({ track }) => track.key === wanted);
    if (found) return follows({ ...found, fits: true });
    const withdrawn = (await this.held.get()).some(({ track }) => track.key === wanted);
    throw new AppError('INVALID', withdrawn ? 'This procedure is kept for the proceedings that follow it. Choose one that is in use.' : null, { fields: [{ field: 'template', problem: withdrawn ? 'withdrawn' : 'unknown' }] });
  }
  /** Of each template the newest version that is shipped. */
  private async newest(): Promise<Known[]> {
    const shipped = (await this.held.get()).filter((each) => each.shipped);
    return shipped.filter(({ track }) => !shipped.some((other) => other.track.template.id === track.template.id && other.track.template.version > track.template.version));
  }
}

export const forumOf = ({ slug, country, level }: Court, matter?: string | null): Forum => ({ court: slug, country, level, matter: matter ?? null });
const follows = (offered: { track: Track; fits?: boolean } | undefined): Follows => (offered?.fits === false || !offered ? none : { templateId: offered.track.template.id, templateVersion: offered.track.template.version, track: offered.track.id });

/** A stage as it goes out, in the forum's own words where they are firm. */
export function stageShown(track: Track, stage: Stage, court: Pick<Court, 'slug' | 'country'> | undefined, lang: string): ProcedureStage {
  const words = stage.local.filter(({ forum }) => forum === court?.slug || forum === court?.country);
  const local = words.find((word) => word.lang === lang) ?? (court && localWord(track, stage.code, court));
  return {
    code: stage.code, word: local?.word ?? null, lang: local?.lang ?? null, optional: stage.optional ?? false, anyTime: stage.anyTime ?? false, end: stage.end ?? false,
    variants: [...(stage.variants ?? []), ...(track.variants ?? [])], leavesTo: stage.leavesTo ? { link: stage.leavesTo.link, to: stage.leavesTo.to ?? null } : null,
  };
}
export const trackShown = (track: Track, court: Pick<Court, 'slug' | 'country'> | undefined, lang: string, fits = true): ProcedureTrack => ({
  key: track.key, version: track.template.version, name: track.name, templateName: track.template.name, source: track.template.source, verification: track.template.verification,
  notes: [...track.notes], fits, stages: track.stages.map((stage) => stageShown(track, stage, court, lang)),
});

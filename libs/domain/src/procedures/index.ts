import acerwc from './data/sm-acerwc.json' with { type: 'json' };
import af from './data/sm-af.json' with { type: 'json' };
import am from './data/sm-am.json' with { type: 'json' };
import cjeu from './data/sm-cjeu-pr.json' with { type: 'json' };
import cl from './data/sm-cl.json' with { type: 'json' };
import cv from './data/sm-cv.json' with { type: 'json' };
import dpa from './data/sm-dpa.json' with { type: 'json' };
import eacj from './data/sm-eacj.json' with { type: 'json' };
import echr from './data/sm-echr.json' with { type: 'json' };
import ecowas from './data/sm-ecowas.json' with { type: 'json' };
import ia from './data/sm-ia.json' with { type: 'json' };
import tu from './data/sm-tu.json' with { type: 'json' };
import un from './data/sm-un.json' with { type: 'json' };
import { type Fit, type ProcedureTemplate, readTemplates, type Track } from './template.ts';

export * from './history.ts';
export * from './moves.ts';
export * from './stage-entry.ts';
export { type Fit, type ProcedureTemplate, readTemplate, readTemplates, type Stage, type Track } from './template.ts';

const shipped = readTemplates([cl, cv, tu, am, echr, ia, af, acerwc, ecowas, eacj, cjeu, un, dpa]);
/** The 13 procedure templates of domain 2.4. Loading this module is the check at start-up: a broken template throws. */
export const procedureTemplates: readonly ProcedureTemplate[] = shipped.templates;
/** Every track of every template. */
export const procedureTracks: readonly Track[] = shipped.tracks;

/** The track stored as `SM-CL/petition`. */
export const trackOf = (key: string): Track | undefined => procedureTracks.find((track) => track.key === key);

/** What is known of a proceeding's forum; `country` is a country or the code of a body, `matter` the forum's own words. */
export type Forum = { court?: string | null; country?: string | null; level?: string | null; matter?: string | null };

const says = (list: readonly string[] | undefined, value: string | null | undefined, weight: number): number =>
  list === undefined ? 0 : value && list.includes(value) ? weight : Number.NaN;

/** How closely a fit describes a forum; NaN when something it asks for is not so. A court tells most, then the matter. */
const closeness = (fit: Fit, { court, country, level, matter }: Forum): number =>
  says(fit.courts, court, 8) + says(fit.countries, country, 3) + says(fit.levels, level, 2)
  + (fit.matters === undefined ? 0 : fit.matters.some((word) => matter?.toLowerCase().includes(word)) ? 5 : Number.NaN);

/** The tracks that fit a forum, the closest first: a choice to offer, never forced. Empty where no template is known. */
export function tracksFor(forum: Forum): readonly Track[] {
  return procedureTracks
    .map((track) => ({ track, close: Math.max(...track.fits.map((fit) => closeness(fit, forum) || 0)) }))
    .filter(({ close }) => close > 0)
    .sort((a, b) => b.close - a.close)
    .map(({ track }) => track);
}

/** The track that fits best, or undefined: then the page says that no template is known. */
export const templateFor = (forum: Forum): Track | undefined => tracksFor(forum)[0];

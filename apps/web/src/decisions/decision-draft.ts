import type { CitationType, DateBasis, DecisionInput, DecisionKind, OpinionType, PanelPart, TextStatus, TextVersion } from '../gql/graphql.ts';
import type { Decision } from './CaseDecisions.tsx';

/** What is being written of a decision: texts as they stand in the fields. */
export interface DecisionDraft {
  version: number; kind: DecisionKind; title: string; summary: string; source: string; proceedingIds: string[]; panelSize: string;
  dates: { on: string; basis: DateBasis; source: string; used: boolean }[];
  citations: { type: CitationType; value: string; preferred: boolean }[];
  panel: { name: string; part: PanelPart; presiding: boolean; author: boolean }[];
  votes: { issue: string; for: string; against: string }[];
  opinions: { id: string; type: OpinionType; authors: string; joiners: string; fromParagraph: string; toParagraph: string; summary: string }[];
  expressions: { language: string; version: TextVersion; status: TextStatus; translator: string; source: string; url: string; sha256: string }[];
  conflicts: { paragraph: string; languages: string; note: string }[];
}
export const blanks = {
  date: { on: '', basis: 'dated' as DateBasis, source: '', used: false }, citation: { type: 'neutral' as CitationType, value: '', preferred: false }, judge: { name: '', part: 'sat' as PanelPart, presiding: false, author: false },
  vote: { issue: '', for: '', against: '' }, opinion: { id: '', type: 'dissenting' as OpinionType, authors: '', joiners: '', fromParagraph: '', toParagraph: '', summary: '' },
  expression: { language: '', version: 'original' as TextVersion, status: 'authentic' as TextStatus, translator: '', source: '', url: '', sha256: '' }, conflict: { paragraph: '', languages: '', note: '' },
};
const text = (of: string | number | null | undefined) => (of === null || of === undefined ? '' : String(of));

export function draftOf(item: Decision | undefined, firstProceeding: string): DecisionDraft {
  if (!item) return { version: 0, kind: 'judgment', title: '', summary: '', source: '', proceedingIds: firstProceeding ? [firstProceeding] : [], panelSize: '', dates: [{ ...blanks.date, basis: 'pronounced' }], citations: [], panel: [], votes: [], opinions: [{ ...blanks.opinion, type: 'majority' }], expressions: [], conflicts: [] };
  return {
    version: item.version, kind: item.kind, title: text(item.title), summary: text(item.summary), source: text(item.source), proceedingIds: item.proceedings.map(({ id }) => id), panelSize: item.panel.length > 0 ? '' : text(item.panelSize),
    dates: item.dates.map(({ on, basis, source, used }) => ({ on, basis, source: text(source), used: used === true })), citations: item.citations.map(({ type, value, preferred }) => ({ type, value, preferred: preferred === true })),
    panel: item.panel.map(({ name, part, presiding, author }) => ({ name, part, presiding: presiding === true, author: author === true })), votes: item.votes.map((v) => ({ issue: v.issue, for: text(v.for), against: text(v.against) })),
    opinions: item.opinions.map((o) => ({ id: o.id, type: o.type, authors: o.authors.join('; '), joiners: o.joiners.join('; '), fromParagraph: text(o.fromParagraph), toParagraph: text(o.toParagraph), summary: text(o.summary) })),
    expressions: item.expressions.map((e) => ({ language: e.language, version: e.version, status: e.status, translator: text(e.translator), source: text(e.source), url: text(e.url), sha256: text(e.sha256) })),
    conflicts: item.conflicts.map((c) => ({ paragraph: text(c.paragraph), languages: c.languages.join(', '), note: c.note })),
  };
}

const none = (of: string): string | null => (of.trim() === '' ? null : of.trim());
const number = (of: string): number | null => (of.trim() === '' ? null : Number(of));
const list = (of: string, by: RegExp): string[] => of.split(by).map((each) => each.trim()).filter(Boolean);

/** The same as the server takes it. Zones and sources that the form has no field for stay as they were. */
export function inputOf(draft: DecisionDraft, item: Decision | undefined): DecisionInput {
  const { kind, proceedingIds } = draft;
  return {
    kind, proceedingIds, title: none(draft.title), summary: none(draft.summary), source: none(draft.source), panelSize: draft.panel.length > 0 ? null : number(draft.panelSize),
    dates: draft.dates.map(({ on, basis, source, used }) => ({ on, basis, source: none(source), used, timeZone: item?.dates.find((each) => each.basis === basis && each.on === on)?.timeZone ?? null })),
    citations: draft.citations.map(({ type, value, preferred }) => ({ type, value: value.trim(), preferred, source: item?.citations.find((each) => each.value === value)?.source ?? null })),
    panel: draft.panel.map((judge) => ({ ...judge, name: judge.name.trim() })),
    votes: draft.votes.map((vote) => ({ issue: vote.issue.trim(), for: Number(vote.for), against: Number(vote.against) })),
    opinions: draft.opinions.map((o) => ({ id: none(o.id), type: o.type, authors: list(o.authors, /;/u), joiners: list(o.joiners, /;/u), fromParagraph: number(o.fromParagraph), toParagraph: number(o.toParagraph), summary: none(o.summary) })),
    expressions: draft.expressions.map((e) => ({ language: e.language.trim(), version: e.version, status: e.status, translator: none(e.translator), source: none(e.source), url: none(e.url), sha256: none(e.sha256) })),
    conflicts: draft.conflicts.map((c) => ({ paragraph: Number(c.paragraph), languages: list(c.languages, /,/u), note: c.note.trim() })),
  };
}

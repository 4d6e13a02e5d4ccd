import { formatLegalDate } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { dirOf } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { IconTable, iconProps } from '../ui/icons.ts';
import { Section } from '../ui/Section.tsx';
import { resultWords } from '../ui/words.ts';
import { type Case, type CaseEvent, numberOf } from './case-types.ts';
import { eventName, useCaseWords } from './case-words.ts';
import styles from './CaseLanes.module.css';
import { LaneGraph } from './LaneGraph.tsx';
import { LaneList } from './LaneList.tsx';
import { useToday } from './use-today.ts';
import { type Lane, type LaneArrow, laneChart, type LaneMark } from './lanes.ts';
import { LaneTable } from './LaneTable.tsx';
import { useLinkWords } from './link-words.ts';
import { OpenDoors } from './OpenDoors.tsx';
import { StageChips } from './StageChips.tsx';
import { TimeTaken } from './TimeTaken.tsx';

/** What chart, phone list and table all say about a lane. */
export interface LaneWords {
  name(lane: Lane): string;
  /** Number, other numbers, and what "possible" means. */
  lines(lane: Lane): string[];
  mark(mark: LaneMark): string;
  /** The few words on an arrow. */
  arrow(arrow: LaneArrow): string;
  /** How this lane came from others, in full: for the list. */
  links(lane: Lane): string[];
  date(edtf: string): string;
}

/** Proceedings as lanes: one per court, time left to right; on a phone one list running down; a table one key away. */
export function CaseLanes({ legalCase, title, aside }: { legalCase: Case; title: string; aside?: ReactNode }) {
  const { t, i18n } = useLingui();
  const words = useCaseWords();
  const today = useToday();
  const [table, setTable] = useState(false);
  const link = useLinkWords(legalCase);
  const chart = laneChart({ ...legalCase, proceedings: legalCase.proceedings.map((each) => ({ ...each, status: each.statusNow })) }, today);
  const decisionWord = (of: Case, proceedingId: string | null | undefined) => {
    const codes = new Set(of.claims.flatMap(({ dispositions }) => dispositions.filter((each) => each.proceedingId === proceedingId).map(({ code }) => code)));
    const [only] = codes;
    return codes.size === 1 && only ? words.disposition(only) : undefined;
  };
  const events = new Map<string, CaseEvent>(legalCase.events.map((event) => [event.id, event]));
  const proceedings = new Map(legalCase.proceedings.map((each) => [each.id, each]));
  const say: LaneWords = {
    name: ({ id }) => proceedings.get(id)?.court.name ?? '',
    lines: (lane) => {
      const proceeding = proceedings.get(lane.id);
      if (!proceeding) return [];
      const number = numberOf(proceeding);
      const others = proceeding.identifiers.filter((each) => each !== number && each.disputed).map(({ value }) => value);
      const state = proceeding.statusNow === 'active' ? undefined : words.proceedingStatus(proceeding.statusNow);
      return [number?.value, others.length > 0 ? t`(or ${others.join(', ')})` : undefined, lane.state === 'ended' ? undefined : state].filter((line) => line !== undefined);
    },
    // long titles stand in the timeline; on a lane a word or two has to do
    mark: ({ eventId, deadlineId, shape, result }) => {
      if (deadlineId) return legalCase.deadlines.find(({ id }) => id === deadlineId)?.title ?? t`Time limit`;
      const event = eventId ? events.get(eventId) : undefined;
      if (shape === 'decision' && result) return decisionWord(legalCase, event?.proceedingId) ?? i18n._(resultWords[result]);
      if (!event) return shape === 'ring' ? t`Filed` : t`Decided`;
      if (event.type === 'filing') return t`Filed`;
      return event.title && event.title.length <= 30 ? event.title : eventName({ ...event, title: null }, words);
    },
    arrow: link.arrow,
    links: ({ id }) => legalCase.links.filter(({ fromId, type }) => fromId === id && type !== 'consolidated_into').map((each) => [`${words.linkType(each.type)} ${link.court(each.toId)}`, ...(link.some(each, legalCase.links) ? [link.claims(each).join('; ')] : [])].join(': ')),
    date: (edtf) => formatLegalDate(edtf, i18n.locale),
  };
  if (chart.lanes.length === 0) return <Section title={title} aside={aside}><p className={styles['none']}><Trans>No court yet. Add a proceeding when you know where it goes.</Trans></p></Section>;
  return (
    <>
    <Section title={title} note={<span data-print="no"><Trans>Each lane is one court. Dashed: still open, not started.</Trans></span>} aside={(
      <span className={styles['acts']} data-print="no">
        <Button look="text" icon={<IconTable {...iconProps} size={16} />} aria-pressed={table} onClick={() => { setTable(!table); }}>{table ? <Trans>Show as lanes</Trans> : <Trans>Show as table</Trans>}</Button>{aside}
      </span>
    )}>
      <StageChips />
      {table ? <LaneTable chart={chart} words={say} legalCase={legalCase} /> : (
        <>
          <div className={styles['wide']}><LaneGraph chart={chart} words={say} rtl={dirOf(i18n.locale) === 'rtl'} today={say.date(today)} label={t`Proceedings of ${legalCase.shortName ?? legalCase.title}, by court and time`} /></div>
          <div className={styles['narrow']}><LaneList chart={chart} words={say} today={today} /></div>
        </>
      )}
      <TimeTaken legalCase={legalCase} />
    </Section>
    <OpenDoors legalCase={legalCase} />
    </>
  );
}

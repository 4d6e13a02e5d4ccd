import { formatLegalDate } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { dirOf } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { IconTable, iconProps } from '../ui/icons.ts';
import { LegalDate } from '../ui/LegalDate.tsx';
import { Section } from '../ui/Section.tsx';
import { resultWords } from '../ui/words.ts';
import { type Case, type CaseEvent, numberOf } from './case-types.ts';
import { eventName, useCaseWords } from './case-words.ts';
import styles from './CaseLanes.module.css';
import { LaneGraph } from './LaneGraph.tsx';
import { LaneList } from './LaneList.tsx';
import { useToday } from './use-today.ts';
import { type Lane, laneChart, type LaneMark } from './lanes.ts';

/** What chart, phone list and table all say about a lane. */
export interface LaneWords {
  name(lane: Lane): string;
  /** Number, other numbers, and what "possible" means. */
  lines(lane: Lane): string[];
  mark(mark: LaneMark): string;
  date(edtf: string): string;
}

/** Proceedings as lanes: one per court, time left to right; on a phone one list running down; a table one key away. */
export function CaseLanes({ legalCase, title, aside }: { legalCase: Case; title: string; aside?: ReactNode }) {
  const { t, i18n } = useLingui();
  const words = useCaseWords();
  const today = useToday();
  const [table, setTable] = useState(false);
  const chart = laneChart(legalCase, today);
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
      const state = proceeding.status === 'active' ? undefined : words.proceedingStatus(proceeding.status);
      return [number?.value, others.length > 0 ? t`(or ${others.join(', ')})` : undefined, lane.state === 'ended' ? undefined : state].filter((line) => line !== undefined);
    },
    // long titles stand in the timeline; on a lane a word or two has to do
    mark: ({ eventId, shape, result }) => {
      const event = eventId ? events.get(eventId) : undefined;
      if (shape === 'decision' && result) return decisionWord(legalCase, event?.proceedingId) ?? i18n._(resultWords[result]);
      if (!event) return shape === 'ring' ? t`Filed` : t`Decided`;
      if (event.type === 'filing') return t`Filed`;
      return event.title && event.title.length <= 30 ? event.title : eventName({ ...event, title: null }, words);
    },
    date: (edtf) => formatLegalDate(edtf, i18n.locale),
  };
  if (chart.lanes.length === 0) return <Section title={title} aside={aside}><p className={styles['none']}><Trans>No court yet. Add a proceeding when you know where it goes.</Trans></p></Section>;
  const rows = chart.lanes.flatMap((lane): { lane: Lane; mark: LaneMark | undefined }[] => (lane.marks.length > 0 ? lane.marks.map((mark) => ({ lane, mark })) : [{ lane, mark: undefined }]));
  return (
    <Section title={title} note={<span data-print="no"><Trans>Each lane is one court. Dashed: still open, not started.</Trans></span>} aside={(
      <span className={styles['acts']} data-print="no">
        <Button look="text" icon={<IconTable {...iconProps} size={16} />} aria-pressed={table} onClick={() => { setTable(!table); }}>{table ? <Trans>Show as lanes</Trans> : <Trans>Show as table</Trans>}</Button>{aside}
      </span>
    )}>
      {table ? (
        <table className={styles['table']}>
          <caption className="sr"><Trans>Proceedings by court and date</Trans></caption>
          <thead><tr><th scope="col"><Trans>Court</Trans></th><th scope="col"><Trans>Date</Trans></th><th scope="col"><Trans>What happened</Trans></th></tr></thead>
          <tbody>
            {rows.map(({ lane, mark }, i) => (
              <tr key={i}><th scope="row">{say.name(lane)} <small><bdi>{say.lines(lane).join(', ')}</bdi></small></th><td>{mark && <LegalDate edtf={mark.on} />}</td><td>{mark ? say.mark(mark) : words.proceedingStatus(proceedings.get(lane.id)?.status ?? '')}</td></tr>
            ))}
          </tbody>
        </table>
      ) : (
        <>
          <div className={styles['wide']}><LaneGraph chart={chart} words={say} rtl={dirOf(i18n.locale) === 'rtl'} today={say.date(today)} label={t`Proceedings of ${legalCase.shortName ?? legalCase.title}, by court and time`} /></div>
          <div className={styles['narrow']}><LaneList chart={chart} words={say} today={today} /></div>
        </>
      )}
    </Section>
  );
}

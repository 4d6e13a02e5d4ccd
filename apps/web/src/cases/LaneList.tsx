import { Trans } from '@lingui/react/macro';
import { LegalDate } from '../ui/LegalDate.tsx';
import type { LaneWords } from './CaseLanes.tsx';
import styles from './CaseLanes.module.css';
import { Glyph } from './LaneGraph.tsx';
import type { Lane, LaneChart } from './lanes.ts';

/** Lanes on a phone: one list running down, the past solid, then today, then the doors still open. */
export function LaneList({ chart, words, today }: { chart: LaneChart; words: LaneWords; today: string }) {
  const past = chart.lanes.filter(({ state }) => state !== 'possible'), possible = chart.lanes.filter(({ state }) => state === 'possible');
  return (
    <ol className={styles['list']}>
      {past.map((lane) => <LaneSection key={lane.id} lane={lane} words={words} />)}
      <li className={styles['todayRow']}><span><Trans>Today, <LegalDate edtf={today} /></Trans></span></li>
      {possible.map((lane) => <LaneSection key={lane.id} lane={lane} words={words} open />)}
    </ol>
  );
}

function LaneSection({ lane, words, open }: { lane: Lane; words: LaneWords; open?: boolean }) {
  return (
    <li className={styles['section']} data-open={open || undefined}>
      <div className={styles['court']}><strong>{words.name(lane)}</strong>{words.lines(lane).map((line) => <span key={line}><bdi>{line}</bdi></span>)}{words.links(lane).map((line) => <span key={line}><bdi>{line}</bdi></span>)}</div>
      <ol>
        {lane.joined.length > 1 && <li><span className={styles['when']} /><Spot><Glyph shape="ring" result={undefined} /></Spot><span><Trans>{lane.joined.length} petitions joined</Trans></span></li>}
        {lane.marks.map((mark, i) => (
          <li key={i}><span className={styles['when']}><LegalDate edtf={mark.on} /></span><Spot>{mark.rough && mark.shape !== 'decision' ? <rect x={-5} y={-8} width={10} height={16} rx={5} className={styles['dot']} /> : <Glyph shape={mark.shape} result={mark.result} />}</Spot><span className={styles[mark.shape === 'decision' || mark.shape === 'order' ? 'strongLine' : 'plainLine']}>{words.mark(mark)}</span></li>
        ))}
        {lane.marks.length === 0 && <li><span className={styles['when']}><Trans>no fixed date</Trans></span><Spot><Glyph shape="decision" result={undefined} /></Spot><span /></li>}
      </ol>
    </li>
  );
}

const Spot = ({ children }: { children: React.ReactNode }) => <svg width={20} height={24} viewBox="-10 -12 20 24" aria-hidden="true" className={styles['spot']}>{children}</svg>;

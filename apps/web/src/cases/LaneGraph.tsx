import type { CaseResult } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { LaneWords } from './CaseLanes.tsx';
import styles from './CaseLanes.module.css';
import { type ArrowLabel, type Lane, type LaneChart, type LaneMark, offMark, type Place, placeArrowLabels, placeLabels, type Span } from './lanes.ts';

/** Width the words are measured against; a real chart is about as wide, and words only ever get more room. */
const assumed = 660;
const letter = 6.2;

interface Laid { lane: Lane; fan: number; top: number; height: number; middle: number; labels: { mark: LaneMark; place: Place | undefined }[] }

/** Lanes with their heights, and each mark's words where they fit. */
function layOut(chart: LaneChart, words: LaneWords, part: (day: number) => number, arrowLabels: readonly ArrowLabel[]): Laid[] {
  let top = 30;
  const rank = new Map(chart.lanes.map(({ id }, i) => [id, i]));
  // an arrow runs halfway through each of its two lanes: no words there
  const arrowsOf = (lane: Lane): Span[] => chart.arrows.filter(({ from, to }) => from === lane.id || to === lane.id).map(({ from, to, leaves, arrives }) => {
    const half = (leaves + arrives) / 2, ends = (from === lane.id ? [leaves, half] : [half, arrives]).map(part);
    return { side: (rank.get(from) ?? 0) < (rank.get(to) ?? 0) === (from === lane.id) ? 'below' : 'above', from: Math.min(...ends), to: Math.max(...ends) };
  });
  const wordsAt = (lane: Lane): Span[] => arrowLabels.flatMap(({ boundary, from, to }): Span[] => (boundary === rank.get(lane.id) ? [{ side: 'above', from, to }] : boundary === (rank.get(lane.id) ?? 0) + 1 ? [{ side: 'below', from, to }] : []));
  return chart.lanes.map((lane) => {
    const places = placeLabels(lane.marks.map((mark) => ({ shape: mark.shape, at: (part(mark.from) + part(mark.to)) / 2, width: (Math.max(words.mark(mark).length, words.date(mark.on).length) * letter) / assumed })), [...arrowsOf(lane), ...wordsAt(lane)]);
    const labels = lane.marks.map((mark, i) => ({ mark, place: places[i] }));
    const has = (side: Place['side']) => places.some((place) => place?.side === side);
    const above = has('above') ? 46 : 24, below = has('below') ? 46 : 24;
    const fan = lane.joined.length > 1 ? lane.joined.length * 8 : 0;
    // the names stand in a narrow column: about so many letters to a line
    const names = 18 * (Math.ceil(words.name(lane).length / 14) + words.lines(lane).reduce((lines, line) => lines + Math.ceil(line.length / 16), 0));
    const height = Math.max(above + below + fan, names + 12, 62);
    const laid = { lane, fan, top, height, middle: top + above + fan / 2 + Math.max(0, height - above - below - fan) / 2, labels };
    top += height;
    return laid;
  });
}

/** The chart at a desk: names at the side, one line per court. A picture with a name; all it says stands in the table too. */
export function LaneGraph({ chart, words, rtl, today, label }: { chart: LaneChart; words: LaneWords; rtl: boolean; today: string; label: string }) {
  const { t } = useLingui();
  const part = (day: number) => (day - chart.start) / (chart.end - chart.start);
  const x = (day: number) => `${(rtl ? 1 - part(day) : part(day)) * 100}%`;
  const todayWide = Math.max(50, 8 * t`Today`.length + 10); // no browser tells before it is drawn how long a word is
  // a year stands where its words neither leave the chart nor run into Today
  const free = (at: number) => at + 36 / assumed <= 1 && (at + 36 / assumed < part(chart.today) - 27 / assumed || at > part(chart.today) + 25 / assumed);
  const arrowLabels = placeArrowLabels(chart, words.arrow, part, letter / assumed, 12 / assumed);
  const laid = layOut(chart, words, part, arrowLabels);
  const byId = new Map(laid.map((each) => [each.lane.id, each]));
  const height = (laid.at(-1)?.top ?? 30) + (laid.at(-1)?.height ?? 0) + 1;
  return (
    <div className={styles['graph']} role="img" aria-label={label}>
      <div className={styles['names']} aria-hidden="true">
        {laid.map(({ lane, height: tall }) => (
          <div key={lane.id} style={{ blockSize: tall }}><strong>{words.name(lane)}</strong>{words.lines(lane).map((line) => <span key={line}><bdi>{line}</bdi></span>)}</div>
        ))}
      </div>
      <svg width="100%" height={height} aria-hidden="true" className={styles['plot']}>
        {chart.years.map((year) => (
          <g key={year}>
            <line className={styles['year']} x1={x(yearDay(year))} x2={x(yearDay(year))} y1={30} y2={height} />
            <text x={x(yearDay(year))} dx={rtl ? -5 : 5} y={19} className={styles['axis']} textAnchor={rtl ? 'end' : 'start'} direction="ltr">{(chart.years.length > 14 && year % 2) || !free(part(yearDay(year))) ? '' : year}</text>
          </g>
        ))}
        {[{ top: 30 }, ...laid.map(({ top, height: tall }) => ({ top: top + tall }))].map(({ top }) => <line key={top} className={styles['rule']} x1="0" x2="100%" y1={top} y2={top} />)}
        {laid.map(({ lane, middle }) => <LaneLine key={lane.id} lane={lane} middle={middle} x={x} end={chart.end} part={part} rtl={rtl} />)}
        {chart.arrows.map(({ from, to, type, kind, leaves, arrives, dashed }, i) => {
          const lower = byId.get(from), upper = byId.get(to);
          if (!lower || !upper) return null;
          const down = upper.middle > lower.middle;
          const beside = chart.arrows.slice(0, i).filter((other) => other.from === from && Math.abs(part(other.leaves) - part(leaves)) < 0.02).length * (rtl ? 7 : -7); // several from one place
          return (
            <g key={`${from}${to}${type}`} className={styles[dashed ? 'possible' : kind]} transform={beside ? `translate(${beside} 0)` : undefined}>
              <line x1={x(leaves)} y1={lower.middle + (down ? 9 : -9)} x2={x(arrives)} y2={upper.middle + (down ? -12 : 12) * (kind === 'beside' ? 0.75 : 1)} />
              {kind !== 'beside' && <svg x={x(arrives)} y={upper.middle} overflow="visible"><path d={down ? 'M-4 -16 L0 -10 L4 -16' : 'M-4 16 L0 10 L4 16'} /></svg>}
            </g>
          );
        })}
        {arrowLabels.map(({ arrow, words: said, boundary, at, anchor }) => (
          <text key={`${arrow.from}${arrow.to}${arrow.type}`} className={styles['arrowWord']} x={`${(rtl ? 1 - at : at) * 100}%`} y={(laid[boundary]?.top ?? height) + 4} dx={(anchor === 'start') === rtl ? -7 : 7} textAnchor={(anchor === 'start') === rtl ? 'end' : 'start'} direction="ltr">{rtl ? `\u2067${said}\u2069` : said}</text>
        ))}
        <line className={styles['todayLine']} x1={x(chart.today)} x2={x(chart.today)} y1={26} y2={height} />
        <svg x={x(chart.today)} y={14} overflow="visible">
          <rect className={styles['todayBox']} x={-todayWide / 2} y={-13} width={todayWide} height={21} rx={5} />
          <text className={styles['todayWord']} textAnchor="middle" y={2}>{t`Today`}</text>
        </svg>
        {laid.map(({ lane, fan, middle, labels }) => labels.toSorted((a, b) => Number(b.mark.rough) - Number(a.mark.rough)).map(({ mark, place }, i) => { // pills below what is exact
          const clear = lane.joinedAt !== undefined && mark.from < lane.joinedAt ? fan : 0; // past the petitions that run into the line
          const anchor = place?.anchor ?? 'middle', side = place?.side, away = place?.off ? offMark * assumed * ((anchor === 'end') === rtl ? 1 : -1) : 0;
          return (
          <g key={`${lane.id}${i}`}>
            {!(clear > 0 && mark.shape === 'ring') && <MarkGlyph mark={mark} x={x} y={middle} near={part(mark.to) - part(mark.from) < 14 / assumed} rtl={rtl} />}
            {side && (
              <svg x={x((mark.from + mark.to) / 2)} y={middle} overflow="visible">
                <text className={styles['word']} textAnchor={rtl && anchor !== 'middle' ? (anchor === 'start' ? 'end' : 'start') : anchor} direction="ltr">
                  <tspan className={styles['strong']} x={away} y={side === 'above' ? -32 - clear : 25 + clear}>{words.mark(mark)}</tspan>
                  <tspan x={away} y={side === 'above' ? -15 - clear : 42 + clear}>{rtl ? `\u2067${words.date(mark.on)}\u2069` : words.date(mark.on)}</tspan>
                </text>
              </svg>
            )}
          </g>
          );
        }))}
      </svg>
      <p className="sr"><Trans>Today is {today}.</Trans></p>
    </div>
  );
}
const yearDay = (year: number) => Date.parse(`${year}-01-01T00:00:00Z`) / 86_400_000;

interface LineProps { lane: Lane; middle: number; end: number; rtl: boolean; x(day: number): string; part(day: number): number }
function LaneLine({ lane, middle, x, end, part, rtl }: LineProps): ReactNode {
  if (lane.state === 'possible') return <line className={styles['open']} x1={x(lane.from)} x2={x(Math.max(lane.to, end - (end - lane.from) * 0.12))} y1={middle} y2={middle} />;
  const { joined, joinedAt } = lane;
  const from = joined.length > 1 && joinedAt !== undefined ? joinedAt : lane.from;
  return (
    <>
      <line className={styles['line']} x1={x(from)} x2={x(lane.to)} y1={middle} y2={middle} />
      {joined.length > 1 && joinedAt !== undefined && joined.map(({ id, number, from: filed }, i) => {
        const y = (i - (joined.length - 1) / 2) * 18, width = Math.abs(part(joinedAt) - part(filed)) * 100;
        return (
          <g key={id}>
            <svg x={rtl ? x(joinedAt) : x(filed)} y={middle - 50} width={`${width}%`} height={100} viewBox="0 -50 100 100" preserveAspectRatio="none" overflow="visible">
              <path className={styles['line']} vectorEffect="non-scaling-stroke" fill="none" transform={rtl ? 'translate(100 0) scale(-1 1)' : undefined} d={`M0 ${y} L45 ${y} C 75 ${y} 75 0 100 0`} />
            </svg>
            <svg x={x(filed)} y={middle + y} overflow="visible">
              <circle r={4.5} className={styles['ring']} /><text className={styles['word']} x={rtl ? 9 : -9} y={4} textAnchor={rtl ? 'start' : 'end'} direction="ltr">{number}</text>
            </svg>
          </g>
        );
      })}
    </>
  );
}

/** One mark on its line: shape says what, colour only who was favoured. */
function MarkGlyph({ mark, x, y, near, rtl }: { mark: LaneMark; x(day: number): string; y: number; /** Two days too close to be told apart: they are drawn side by side. */ near: boolean; rtl: boolean }) {
  const { shape, from, to, rough, twice, result } = mark;
  if (rough && shape !== 'decision') {
    const left = x(from), right = x(to);
    return <><line className={styles['pillEdge']} x1={left} x2={right} y1={y} y2={y} /><line className={styles['pillFill']} x1={left} x2={right} y1={y} y2={y} /></>;
  }
  const glyph = <Glyph shape={shape} result={result} />, apart = near && twice ? (rtl ? -7 : 7) : 0;
  return (
    <>
      {twice && <svg x={x(from)} y={y} overflow="visible"><g transform={`translate(${-apart} 0)`}>{glyph}</g></svg>}
      {!twice && from !== to && shape !== 'decision' && <line className={styles['span']} x1={x(from)} x2={x(to)} y1={y} y2={y} />}
      <svg x={x(to)} y={y} overflow="visible"><g transform={`translate(${apart} 0)`}>{glyph}</g></svg>
    </>
  );
}

/** The shape alone, drawn around 0 0; the phone's list uses it too. */
export function Glyph({ shape, result }: { shape: LaneMark['shape']; result: CaseResult | undefined }) {
  switch (shape) {
    case 'ring': return <circle r={6} className={styles['ring']} />;
    case 'tick': return <line y1={-7} y2={7} className={styles['tick']} />;
    case 'order': return <path d="M0 -7 L7 0 L0 7 L-7 0 Z" className={styles['order']} />;
    case 'ended': return <path d="M0 -6 L6 0 L0 6 L-6 0 Z" className={styles['ended']} />;
    case 'clock': return <g className={styles['clock']}><circle r={7} /><path d="M0 -4 V0 H3" /></g>;
    case 'next': return <circle r={5.5} className={styles['next']} />;
    case 'decision': return <Disc result={result} />;
    default: return <circle r={4.5} className={styles['dot']} />;
  }
}
function Disc({ result }: { result: CaseResult | undefined }) {
  if (result === 'won') return <circle r={8} className={styles['won']} />;
  if (result === 'lost') return <circle r={7} className={styles['lost']} />;
  if (result === 'partly_won') return <g><circle r={7} className={styles['partlyRing']} /><path d="M0 -8 A8 8 0 0 0 0 8 Z" className={styles['won']} /></g>;
  if (result === 'no_merits') return <g className={styles['noMerits']}><circle r={7} /><path d="M-4 0 H4" /></g>;
  return <circle r={7} className={styles['pending']} />;
}

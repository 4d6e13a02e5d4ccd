import { Trans } from '@lingui/react/macro';
import { arcTiers } from './reliance-arcs.ts';
import classes from './RelianceArcs.module.css';

interface Reliance { from: string; to: string; label: string; verified: boolean }

const tier = 28;
const labelRoom = 16;
/** Where in its column, from 0 to 1, an arc leaves and where it lands. */
const [leaves, lands] = [0.3, 0.14];

/** Arcs above the columns, from the decision cited to the one that cites it; dashed where nobody checked. */
export function RelianceArcs({ slugs, columns, reliance }: { slugs: readonly string[]; columns: number; reliance: readonly Reliance[] }) {
  const placed = reliance.flatMap((link) => {
    const [from, to] = [slugs.indexOf(link.from), slugs.indexOf(link.to)];
    return from < 0 || to < 0 ? [] : [{ ...link, from, to }];
  });
  if (placed.length === 0) return null;
  const arcs = arcTiers(placed).map((arc, i) => ({ ...arc, ...placed[i]!, top: arc.tier * tier }));
  const height = Math.max(...arcs.map(({ top }) => top)) + labelRoom;
  const at = (column: number, share: number) => ((column + share) / columns) * 100;
  return (
    <div className={classes.arcs} aria-hidden="true">
      <div className={classes.legend}><strong><Trans>Who used whom</Trans></strong><span><Trans>cited → citing</Trans></span></div>
      <div className={classes.field} style={{ blockSize: height }}>
        <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none">
          {arcs.map(({ from, to, top, verified }) => {
            const [start, end] = [at(from, leaves), at(to, lands)];
            const lift = height - top / 0.75;
            return <path key={`${from}-${to}`} d={`M${start} ${height}C${start} ${lift} ${end} ${lift} ${end} ${height}`} vectorEffect="non-scaling-stroke" data-open={!verified || undefined} />;
          })}
        </svg>
        {arcs.map(({ from, to, top, label, verified }) => (
          <span key={`${from}-${to}`} className={classes.label} style={{ insetInlineStart: `${(at(from, leaves) + at(to, lands)) / 2}%`, insetBlockStart: height - top - labelRoom + 2 }}>
            {label.toLowerCase()}{!verified && <>, <Trans>not verified</Trans></>}
          </span>
        ))}
        {[...new Set(arcs.map(({ to }) => to))].map((to) => <span key={to} className={classes.point} style={{ insetInlineStart: `${at(to, lands)}%` }} />)}
      </div>
    </div>
  );
}

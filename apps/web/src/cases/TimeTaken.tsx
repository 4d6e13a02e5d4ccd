import { compareLegalDates, type TimeTaken as Taken, timeToJudgment } from '@amparo/domain';
import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { LegalDate } from '../ui/LegalDate.tsx';
import type { Case } from './case-types.ts';
import styles from './CaseLanes.module.css';

/** The day each court gave judgment: of its rulings on claims, else of the judgment that was logged. */
export function timesOf({ proceedings, links, claims, events }: Pick<Case, 'proceedings' | 'links' | 'claims' | 'events'>) {
  const judged = proceedings.map(({ id }) => {
    const days = claims.flatMap(({ dispositions }) => dispositions.flatMap((each) => (each.proceedingId === id && each.decidedOn ? [each.decidedOn] : [])));
    const heard = events.filter((event) => event.proceedingId === id && !event.planned && (event.type === 'judgment' || event.outcome === 'judgment_delivered')).map(({ on }) => on);
    return { proceedingId: id, on: (days.length > 0 ? days : heard).toSorted((a, b) => compareLegalDates(a, b)).at(-1) };
  });
  return timeToJudgment(proceedings, links, judged);
}

/** Days in the unit people say them in; rough dates give a span. */
export function useTimeWords() {
  const { t } = useLingui();
  return ({ days: { min, max } }: Pick<Taken, 'days'>): string => {
    const unit = max < 90 ? 1 : max < 730 ? 30.44 : 365.25, [least, most] = [Math.floor(min / unit), Math.floor(max / unit)];
    const said = max < 90 ? t`${plural(most, { one: '# day', other: '# days' })}` : max < 730 ? t`${plural(most, { one: '# month', other: '# months' })}` : t`${plural(most, { one: '# year', other: '# years' })}`;
    return least === most ? said : t`${least} to ${said}`;
  };
}

/** From the first filing anywhere to the last judgment, through every court (scenario 12). */
export function TimeTaken({ legalCase }: { legalCase: Case }) {
  const say = useTimeWords();
  const { chain } = timesOf(legalCase);
  if (!chain) return null;
  return <p className={styles['taken']}>{chain.courts > 1 ? <Trans>From first filing to last judgment: <strong>{say(chain)}</strong></Trans> : <Trans>From first filing to judgment: <strong>{say(chain)}</strong></Trans>} <span>(<LegalDate edtf={chain.from} /> – <LegalDate edtf={chain.to} />{chain.courts > 1 && <>, <Plural value={chain.courts} one="# court" other="# courts" /></>})</span></p>;
}

/** In one court: from its first filing, before it was moved, to its judgment. */
export function TimeInCourt({ legalCase, id }: { legalCase: Case; id: string }) {
  const say = useTimeWords();
  const taken = timesOf(legalCase).of.get(id);
  return taken ? <div><dt><Trans>To judgment</Trans></dt><dd>{say(taken)}</dd></div> : null;
}

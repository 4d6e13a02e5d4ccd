import { Trans } from '@lingui/react/macro';
import { LegalDate } from '../ui/LegalDate.tsx';
import type { LaneWords } from './CaseLanes.tsx';
import styles from './CaseLanes.module.css';
import type { Case } from './case-types.ts';
import { useCaseWords } from './case-words.ts';
import type { Lane, LaneChart, LaneMark } from './lanes.ts';
import { useLinkWords } from './link-words.ts';

/** All that the chart says, as two tables: what happened in each court, and how the proceedings stand to one another. */
export function LaneTable({ chart, words, legalCase }: { chart: LaneChart; words: LaneWords; legalCase: Case }) {
  const say = useCaseWords(), link = useLinkWords(legalCase);
  const place = (id: string) => legalCase.proceedings.findIndex((each) => each.id === id);
  const rows = chart.lanes.flatMap((lane): { lane: Lane; mark: LaneMark | undefined }[] => (lane.marks.length > 0 ? lane.marks.map((mark) => ({ lane, mark })) : [{ lane, mark: undefined }]));
  const statusOf = (id: string) => say.proceedingStatus(legalCase.proceedings.find((each) => each.id === id)?.statusNow ?? '');
  return (
    <div className={styles['tables']}>
      <table className={styles['table']}>
        <caption className="sr"><Trans>Proceedings by court and date</Trans></caption>
        <thead><tr><th scope="col"><Trans>Court</Trans></th><th scope="col"><Trans>Date</Trans></th><th scope="col"><Trans>What happened</Trans></th></tr></thead>
        <tbody>
          {rows.map(({ lane, mark }, i) => (
            <tr key={i}><th scope="row">{words.name(lane)} <small><bdi>{words.lines(lane).join(', ')}</bdi></small></th><td>{mark && <LegalDate edtf={mark.on} />}</td><td>{mark ? words.mark(mark) : statusOf(lane.id)}</td></tr>
          ))}
        </tbody>
      </table>
      {legalCase.links.length > 0 && (
        <table className={styles['table']}>
          <caption><Trans>How they stand to one another</Trans></caption>
          <thead><tr><th scope="col"><Trans>This proceeding</Trans></th><th scope="col"><Trans>is the</Trans></th><th scope="col"><Trans>that proceeding</Trans></th><th scope="col"><Trans>Date</Trans></th><th scope="col"><Trans>Claims it carries</Trans></th></tr></thead>
          <tbody>
            {legalCase.links.toSorted((a, b) => place(a.fromId) - place(b.fromId)).map((each) => (
              <tr key={each.id}>
                <th scope="row"><bdi>{link.name(each.fromId)}</bdi></th><td>{say.linkType(each.type)}</td><td><bdi>{link.name(each.toId)}</bdi></td><td>{each.on && <LegalDate edtf={each.on} />}</td>
                <td>{each.claimIds ? <ul>{link.claims(each).map((act) => <li key={act}>{act}</li>)}</ul> : link.carriesAll(each.type) && <Trans>all</Trans>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { faultOf } from '../apollo.ts';
import { faultWords } from '../fault-words.ts';
import { StageChips_UndoDocument } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { clsx } from '../ui/clsx.ts';
import { LegalDate } from '../ui/LegalDate.tsx';
import { useToast } from '../ui/Toast.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import { useCase } from './case-context.ts';
import type { CaseProceeding } from './case-types.ts';
import { eventName, useCaseWords } from './case-words.ts';
import { StageForm } from './StageForm.tsx';
import styles from './StageHistory.module.css';
import { useStageWords } from './stage-words.ts';

/** The stages of one proceeding, each with its day and the event that proves it; what was undone stays to be read. */
export function StageHistory({ proceeding }: { proceeding: CaseProceeding }) {
  const { i18n, t } = useLingui();
  const { legalCase, refresh } = useCase();
  const words = useCaseWords(), stages = useStageWords(), toast = useToast();
  const [moving, setMoving] = useState(false);
  const [undo] = useMutation(StageChips_UndoDocument);
  const { procedure, stageHistory } = proceeding;
  const edit = legalCase.viewerCan.edit;
  const take = async (id: string, name: string) => {
    try { await undo({ variables: { entryId: id } }); toast({ words: t`“${name}” undone. Both entries stay in the history.` }); } catch (e) { toast({ alarm: true, words: t`Nothing was changed. ${i18n._(faultWords[faultOf(e).code])}` }); }
    await refresh();
  };
  const last = stageHistory.findLast(({ undoneAt }) => !undoneAt);
  return (
    <div className={styles['stages']}>
      <h3><Trans>Stages</Trans></h3>
      {procedure ? (
        <p className={styles['procedure']}>{procedure.name}, <Trans>version {procedure.version}</Trans> {procedure.verification !== 'verified' && <TrustTag><Trans>not verified</Trans></TrustTag>}</p>
      ) : <p className={styles['procedure']}><Trans>No procedure is known for this proceeding, so its stages cannot be followed.</Trans></p>}
      {procedure?.notes.includes('no_free_standing_amicus') && <p className={styles['procedure']}><Trans>This court takes no free-standing amicus: intervene in the national case instead.</Trans></p>}
      {stageHistory.length === 0 && procedure && <p className={styles['procedure']}><Trans>No stage is on record yet.</Trans></p>}
      <ol>
        {stageHistory.map(({ id, stage, shown, on, basis, event, note, undoneAt, kind, writtenBy }) => {
          const proof = event && legalCase.events.find((each) => each.id === event.id), name = shown ? stages.local(shown) : stages.name(stage);
          return (
            <li key={id} className={clsx(undoneAt && styles['undone'], id === last?.id && styles['now'])} aria-current={id === last?.id ? 'step' : undefined}>
              <span className={styles['when']}>{on ? <LegalDate edtf={on} /> : <Trans>day not known</Trans>}</span>
              <div>
                <p><span className={styles['name']}>{name}</span>{undoneAt && <> <TrustTag><Trans>undone</Trans></TrustTag></>}</p>
                {id === last?.id && <p className={styles['quiet']}>{stages.hint(stage)}</p>}
                {proof ? <p className={styles['quiet']}><a href={`#event-${proof.id}`}>{eventName(proof, words)}</a>{basis && <>, {words.basis(basis)}</>}</p>
                  : kind === 'accepted' && <p className={styles['quiet']}><Trans>The event that proved it was taken back.</Trans></p>}
                {note && <p className={styles['quiet']}>{note}</p>}
                {kind === 'moved' && on && writtenBy && <p className={styles['quiet']}><Trans>recorded by {writtenBy.name}</Trans></p>}
              </div>
              {edit && !undoneAt && <Button look="text" className={styles['undo']} onClick={() => void take(id, name)} data-print="no"><Trans>Undo<span className="sr"> {name}</span></Trans></Button>}
            </li>
          );
        })}
      </ol>
      {edit && procedure && (moving ? <StageForm proceeding={proceeding} after={last?.id} onDone={() => { setMoving(false); }} /> : <Button look="text" data-print="no" onClick={() => { setMoving(true); }}><Trans>Move the stage</Trans></Button>)}
    </div>
  );
}

import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { faultOf } from '../apollo.ts';
import { faultWords } from '../fault-words.ts';
import { StageChips_AnswerDocument, StageChips_UndoDocument } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { IconCheck, iconProps } from '../ui/icons.ts';
import { LegalDate } from '../ui/LegalDate.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useCase } from './case-context.ts';
import { type CaseProceeding, forumOf } from './case-types.ts';
import { eventName, useCaseWords } from './case-words.ts';
import styles from './StageChips.module.css';
import { useStageWords } from './stage-words.ts';

/** What logged events suggest about the stage of each court: to accept or to put off, never forced. Only for those who may write. */
export function StageChips({ only }: { only?: string }) {
  const { legalCase } = useCase();
  const asked = legalCase.viewerCan.edit ? legalCase.proceedings.filter(({ id, suggestion }) => suggestion && (only === undefined || only === id)) : [];
  if (asked.length === 0) return null;
  return <ul className={styles['chips']} data-print="no">{asked.map((proceeding) => <Chip key={proceeding.id} proceeding={proceeding} court={only === undefined && legalCase.proceedings.length > 1} />)}</ul>;
}

function Chip({ proceeding, court }: { proceeding: CaseProceeding; court: boolean }) {
  const { t, i18n } = useLingui();
  const { legalCase, refresh } = useCase();
  const words = useCaseWords(), stages = useStageWords(), toast = useToast();
  const [busy, setBusy] = useState(false);
  const [answer] = useMutation(StageChips_AnswerDocument);
  const [undo] = useMutation(StageChips_UndoDocument);
  const { suggestion, stage } = proceeding;
  if (!suggestion) return null;
  const event = legalCase.events.find(({ id }) => id === suggestion.event.id);
  const next = stages.local({ code: suggestion.stage.code, word: suggestion.stage.word }), now = stage ? stages.name(stage) : undefined;
  const fail = (e: unknown) => { toast({ alarm: true, words: t`Nothing was changed. ${i18n._(faultWords[faultOf(e).code])}` }); };
  const say = async (accept: boolean) => {
    setBusy(true);
    try {
      const { data } = await answer({ variables: { eventId: suggestion.event.id, stage: suggestion.stage.code, accept } });
      await refresh();
      const written = data?.answerStage.stageHistory.findLast(({ undoneAt }) => !undoneAt)?.id;
      if (!accept) toast({ words: t`Not asked again about this event. The stage can be moved on the page of proceedings.` });
      else if (written) toast({ words: t`Stage: ${next}.`, undo: async () => { try { await undo({ variables: { entryId: written } }); } catch (e) { fail(e); } await refresh(); } });
    } catch (e) { fail(e); await refresh(); } finally { setBusy(false); }
  };
  return (
    <li className={styles['chip']}>
      <p>
        {court && <span className={styles['court']}>{forumOf(proceeding)}. </span>}
        {now ? <Trans>Stage: {now} <span className={styles['arrow']} aria-hidden="true">→</span> <strong>{next}</strong>?</Trans> : <Trans>Stage: <strong>{next}</strong>?</Trans>}
        <small>
          {event && <Trans>As logged: {eventName(event, words)}, <LegalDate edtf={event.on} />.</Trans>} {suggestion.over.length > 0 && <Trans>Also records, with the day not known: {suggestion.over.map(stages.name).join(', ')}.</Trans>}
        </small>
      </p>
      <div className={styles['acts']}>
        <Button size="small" look="brand" icon={<IconCheck {...iconProps} size={16} />} busy={busy} onClick={() => void say(true)}><Trans>Accept<span className="sr"> {next}</span></Trans></Button>
        <Button size="small" busy={busy} onClick={() => void say(false)}><Trans>Not now</Trans></Button>
      </div>
    </li>
  );
}

import { useMutation } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { faultOf } from '../apollo.ts';
import { faultWords } from '../fault-words.ts';
import { LawRow_DecideDocument, type LawVersionRow_LawVersionFragment } from '../gql/graphql.ts';
import { momentWords } from '../today/date-locale.ts';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toast.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import styles from './HowCounted.module.css';
import { LawEffects } from './LawEffects.tsx';

/** One version of a rule or calendar: who proposed it, who decided, and how far counting again has come. */
export function LawRow({ version, keeps, me, changed }: { version: LawVersionRow_LawVersionFragment; keeps: boolean; me: string | undefined; changed(): Promise<unknown> }) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [shown, show] = useState(false);
  const [decide, { loading }] = useMutation(LawRow_DecideDocument);
  const { id, lawId, revision, state, note, proposedBy, decidedBy, createdAt, touched, recounted, moved, recountedAt, kind, body } = version;
  const act = async (approved: boolean) => {
    try { await decide({ variables: { id, version: version.version, approved } }); await changed(); } catch (e) { toast({ alarm: true, words: t`Nothing was changed. ${i18n._(faultWords[faultOf(e).code])}` }); }
  };
  const states = { proposed: <Trans>proposed</Trans>, in_force: <Trans>in force</Trans>, replaced: <Trans>replaced</Trans>, refused: <Trans>refused</Trans> };
  return (
    <div className={styles['law']}>
      <p><strong><bdi>{lawId}</bdi>, <Trans>change {revision}</Trans></strong> <TrustTag>{states[state]}</TrustTag></p>
      <p className={styles['quiet']}>
        {proposedBy && <Trans>Proposed by {proposedBy.name}, {momentWords(i18n.locale, new Date(createdAt))}.</Trans>} {decidedBy && state !== 'refused' && <Trans>Approved by {decidedBy.name}.</Trans>} {decidedBy && state === 'refused' && <Trans>Refused by {decidedBy.name}.</Trans>} {note}
      </p>
      {touched !== null && <p role="status">{recountedAt ? <><Plural value={touched} one="# open deadline counted again." other="# open deadlines counted again." /> <Plural value={moved ?? 0} _0="None moved." one="# moved, and its team is told." other="# moved, and their teams are told." /></> : <Trans>Counting again: {recounted} of {touched}.</Trans>}</p>}
      {state === 'proposed' && keeps && (
        <>
          {shown && <LawEffects kind={kind} body={body} />}
          <div className={styles['acts']}>
            <Button size="small" aria-expanded={shown} onClick={() => { show(!shown); }}>{shown ? <Trans>Hide what it changes</Trans> : <Trans>Show what it changes</Trans>}</Button>
            {proposedBy?.id === me ? <span className={styles['quiet']}><Trans>Another steward approves it.</Trans></span> : <Button size="small" look="brand" busy={loading} onClick={() => void act(true)}><Trans>Approve the change</Trans></Button>}
            <Button size="small" busy={loading} onClick={() => void act(false)}><Trans>Refuse it</Trans></Button>
          </div>
        </>
      )}
    </div>
  );
}

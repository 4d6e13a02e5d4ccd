import { useQuery } from '@apollo/client/react';
import { compareLevels } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { faultOf } from '../apollo.ts';
import { refusedBy } from '../check-input.ts';
import { ShareDialogDocument, type ShareLevel } from '../gql/graphql.ts';
import { joined } from '../library/countries.ts';
import { Button } from '../ui/Button.tsx';
import { CaseName } from '../ui/CaseName.tsx';
import { clsx } from '../ui/clsx.ts';
import { TextArea } from '../ui/Fields.tsx';
import { fieldName } from '../ui/form-controls.ts';
import { IconAlertTriangle, IconArrowRight, IconCheck, IconEye, IconEyeOff, iconProps } from '../ui/icons.ts';
import { ShareBadge, ShareGlyph } from '../ui/ShareBadge.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useMutationForm } from '../ui/useMutationForm.tsx';
import { useCase } from './case-context.ts';
import { nameOf } from './case-types.ts';
import { CaseTeam } from './CaseTeam.tsx';
import { type Chosen, ShareAllies } from './ShareAllies.tsx';
import styles from './ShareDialog.module.css';
import { SharePreview } from './SharePreview.tsx';
import { useSharing } from './use-sharing.ts';

/** Who will see this: a ladder, the list of readers as it would be, and one button that names the act. */
export function ShareDialog({ onClose }: { onClose(): void }) {
  const { t, i18n } = useLingui();
  const { legalCase } = useCase();
  const { level } = legalCase;
  const sharing = useSharing();
  const form = useMutationForm();
  const { data } = useQuery(ShareDialogDocument);
  const [rung, setRung] = useState<ShareLevel>(level === 'case_team' ? 'named_allies' : level);
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [reason, setReason] = useState('');
  const organisations = (data?.organisations ?? []).filter(({ id }) => id !== legalCase.leadOrganisation.id);
  const allies = legalCase.readers.filter(({ kind }) => kind === 'organisation');
  const names = chosen.map(({ name }) => name);
  const narrows = compareLevels(rung, level) < 0, widens = compareLevels(rung, level) > 0;

  const send = form.submit(async () => {
    if (rung === 'coalition') {
      if (!reason.trim()) { form.refuse({ code: 'INVALID', fields: [{ field: 'reason', problem: 'required' }] }); return; }
      await sharing.setLevel('coalition', reason.trim());
      sharing.told(t`Every coalition member can read it now. Private notes stay with the case team.`);
      onClose();
      return;
    }
    const fieldOf = (field: string, id: string) => (field === 'reason' ? field : `${field}:${id}`);
    const faults = (await Promise.all(chosen.map(async ({ id, agreement, agreementOn }) => {
      const refused = await refusedBy('shareLegalCase', { organisationIds: [id], agreement, agreementOn, reason: reason || null });
      return refused.map(({ field, reason: problem }) => ({ field: fieldOf(field, id), problem }));
    }))).flat();
    if (faults.length > 0) { form.refuse({ code: 'INVALID', fields: faults }); return; }
    for (const each of chosen) {
      try {
        await sharing.shareWith(each.id, each, reason.trim());
      } catch (e) {
        await sharing.refresh(); // those before it read the case now, and stand in the list as such
        const fault = faultOf(e);
        form.refuse({ ...fault, fields: fault.fields.map(({ field, problem }) => ({ field: fieldOf(fieldName(field), each.id), problem })) });
        return;
      }
      setChosen((left) => left.filter(({ id }) => id !== each.id)); // what went through is not sent again when a later one fails
    }
    await sharing.refresh();
    sharing.told(t`Shared with ${joined(i18n.locale, names)}. You can stop at any time.`);
    onClose();
  });
  const narrow = async () => { if (await sharing.narrow(rung)) onClose(); };

  const act = narrows
    ? <Button look="brand" onClick={() => void narrow()}>{rung === 'case_team' ? <Trans>Back to the case team now</Trans> : <Trans>Back to the named allies now</Trans>}</Button>
    : rung === 'coalition' ? <Button look="brand" type="submit" form="share" busy={form.busy} disabled={!widens}><Trans>Share with the coalition now</Trans></Button>
      : rung === 'named_allies' ? <Button look="brand" type="submit" form="share" busy={form.busy} disabled={chosen.length === 0}>{chosen.length === 0 ? <Trans>Share</Trans> : <Trans>Share with {joined(i18n.locale, names)} now</Trans>}</Button>
        : undefined;
  return (
    <Sheet
      wide title={<Trans>Share this case</Trans>} lead={<CaseName>{nameOf(legalCase)}</CaseName>} onClose={onClose}
      aside={<span className={styles['move']}><ShareBadge level={level} />{rung !== level && <><IconArrowRight {...iconProps} className={styles['arrow']} /><ShareBadge level={rung} /></>}</span>}
      foot={<><span className={styles['calm']}><Trans>You can stop sharing at any time. What was read cannot be unread.</Trans></span><Button className={styles['cancel']} onClick={onClose}>{act ? t`Cancel` : t`Close`}</Button>{act}</>}
    >
      <div className={styles['frame']}>
        <Ladder value={rung} onChange={(next) => { setRung(next); form.clear(); }} />
        <form id="share" className={styles['panel']} onSubmit={send} noValidate>
          {form.summary}
          <SharePreview rung={rung} chosen={chosen} coalition={organisations} onStop={(organisation) => void sharing.stop(organisation)} />
          {rung === 'case_team' && <CaseTeam people={data?.colleagues ?? []} />}
          {rung === 'named_allies' && !narrows && <ShareAllies organisations={organisations.filter(({ id }) => !allies.some((each) => each.id === id))} chosen={chosen} onChange={(next) => { setChosen(next); form.clear(); }} errorOf={form.errorOf} />}
          {!narrows && rung !== 'case_team' && (
            <>
              <WhatTheySee />
              <div className={styles['warning']}>
                <IconAlertTriangle {...iconProps} />
                <p><Trans><strong>Sharing can end legal privilege.</strong> Whether allies are covered differs by country. Share what the agreement on file covers, and nothing that must stay between client and lawyer.</Trans></p>
              </div>
              {(widens || chosen.length > 0) && (
                <TextArea name="reason" label={<Trans>Reason, seen by the case team only</Trans>} value={reason} onChange={(e) => { setReason(e.currentTarget.value); }} error={form.errorOf('reason')} optional={rung !== 'coalition'} maxLength={1000} />
              )}
            </>
          )}
        </form>
      </div>
    </Sheet>
  );
}

/** The rungs from closed to open. Public is shown, and is not reached from here. */
function Ladder({ value, onChange }: { value: ShareLevel; onChange(level: ShareLevel): void }) {
  const { t } = useLingui();
  const rungs = [
    { level: 'case_team' as const, name: t`Case team`, words: t`The people named in the team` },
    { level: 'named_allies' as const, name: t`Named allies`, words: t`Organisations you choose, under a signed agreement` },
    { level: 'coalition' as const, name: t`Coalition`, words: t`Every member organisation` },
    { level: 'public' as const, name: t`Public`, words: t`Anyone. Comes with the publication desk: two approvers, one from outside` },
  ];
  return (
    <fieldset className={styles['ladder']}>
      <legend className="sr"><Trans>Who may read it</Trans></legend>
      {rungs.map(({ level, name, words }) => (
        <label key={level} className={clsx(styles['rung'], value === level && styles['chosen'], level === 'public' && styles['off'])}>
          <input type="radio" name="rung" className="sr" value={level} checked={value === level} disabled={level === 'public'} onChange={() => { if (level !== 'public') onChange(level); }} />
          <ShareGlyph level={level} size={28} /><span><strong>{name}</strong><span>{words}</span></span>{value === level && <IconCheck {...iconProps} />}
        </label>
      ))}
    </fieldset>
  );
}

function WhatTheySee() {
  const seen = [<Trans key="1">Case, courts, numbers and dates</Trans>, <Trans key="2">Public notes, parties, findings and result</Trans>, <Trans key="3">Linked precedents, and harms that follow the case</Trans>];
  const hidden = [<Trans key="1">Private notes</Trans>, <Trans key="2">Who else reads it, the team by name</Trans>, <Trans key="3">The history of changes</Trans>];
  return (
    <>
      <h3 className={styles['head']}><Trans>What they will see</Trans></h3>
      <div className={styles['sides']}>
        <ul>{seen.map((each, i) => <li key={i}><IconEye {...iconProps} size={16} /> {each}</li>)}</ul>
        <ul className={styles['hidden']}>{hidden.map((each, i) => <li key={i}><IconEyeOff {...iconProps} size={16} /> <span className="sr"><Trans>hidden:</Trans> </span>{each}</li>)}</ul>
      </div>
    </>
  );
}

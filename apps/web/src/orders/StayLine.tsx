import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { RecordForm } from '../cases/RecordForm.tsx';
import { OrderSteps_RemoveDocument, StayForm_EndDocument } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { LegalDateField } from '../ui/LegalDateField.tsx';
import type { CaseOrderItem } from './CaseOrders.tsx';
import styles from './CaseOrders.module.css';
import { useTry } from './use-try.ts';

type Row = CaseOrderItem['steps'][number] & { stayId: string; order: CaseOrderItem };

/** A stay with the orders it names; while it goes on its end can be entered, and an end opened again. */
export function StayLine({ rows, can }: { rows: readonly Row[]; can: boolean }) {
  const { i18n } = useLingui();
  const [ending, end] = useState(false);
  const [finish] = useMutation(StayForm_EndDocument), [remove] = useMutation(OrderSteps_RemoveDocument);
  const attempt = useTry();
  const [first] = rows;
  if (!first) return null;
  const names = new Intl.ListFormat(i18n.locale).format(rows.map(({ order }) => order.mark ?? order.ourWords));
  return (
    <div className={styles['stay']}>
      <p><strong><bdi>{names}</bdi></strong>: <LegalDate edtf={first.from} /> – {first.to ? <LegalDate edtf={first.to} /> : <Trans>goes on</Trans>}</p>
      {first.source && <small>{first.source}</small>}
      {can && !ending && (
        <span data-print="no">
          {first.to ? <Button look="text" size="small" onClick={() => void attempt(() => finish({ variables: { stayId: first.stayId, to: null } }))}><Trans>It goes on after all</Trans></Button>
            : <Button look="text" size="small" onClick={() => { end(true); }}><Trans>End the stay</Trans></Button>}{' '}
          <Button look="text" size="small" onClick={() => void attempt(() => remove({ variables: { id: first.id } }))}><Trans>Take back</Trans></Button>
        </span>
      )}
      {ending && (
        <RecordForm name={`stay.${first.stayId}.end`} initial={{ to: '' }} saveWords={<Trans>End the stay</Trans>} onDone={() => { end(false); }} save={({ to }) => finish({ variables: { stayId: first.stayId, to } })}>
          {({ value, change, errorOf }) => <LegalDateField name="to" label={<Trans>The clock runs again on</Trans>} value={value.to} error={errorOf('to')} onChange={(to) => { change({ to }); }} />}
        </RecordForm>
      )}
    </div>
  );
}

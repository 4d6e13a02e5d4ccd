import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useCase } from '../cases/case-context.ts';
import { Observations_RemoveDocument, Observations_VerifyDocument } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { IconEyeCheck, IconShieldCheck, iconProps } from '../ui/icons.ts';
import { later } from '../ui/later.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import type { CaseOrderItem } from './CaseOrders.tsx';
import styles from './CaseOrders.module.css';
import { useOrderWords } from './order-words.ts';
import { OrderMark } from './OrderMark.tsx';
import { useTry } from './use-try.ts';

const ObservationForm = later(() => import('./ObservationForm.tsx').then((m) => m.ObservationForm));
type Observation = CaseOrderItem['observations'][number];

const markOf = (seen: Observation | undefined): string | undefined => (seen?.level === 'full' ? (seen.verifiedAt ? 'full_checked' : 'full_one_person') : seen?.level);

/** What was seen of an order, newest first: the public fact, then what only the team reads; and who checked. */
export function Observations({ order, me }: { order: CaseOrderItem; me: string | undefined }) {
  const { legalCase: { viewerCan }, refresh } = useCase();
  const [open, setOpen] = useState<string>(); // an id, or "new"
  const { state, observations } = order;
  const form = (item?: Observation) => <ObservationForm orders={[{ id: order.id, name: order.ourWords }]} orderId={order.id} {...(item ? { item } : {})} onDone={() => { setOpen(undefined); }} onSaved={refresh} />;
  return (
    <div className={styles['seen']}>
      {(observations.length === 0 || state.mark !== markOf(observations[0])) && <p className={styles['now']}><OrderMark mark={state.mark} />{state.mark === 'unknown' && observations.length === 0 && <span className={styles['quiet']}>{state.group === 'past' ? <Trans>The day passed and nobody has recorded proof of doing or not doing.</Trans> : <Trans>Nothing on file.</Trans>}</span>}</p>}
      {observations.map((each) => (open === each.id ? <div key={each.id}>{form(each)}</div> : <Line key={each.id} each={each} me={me} onEdit={() => { setOpen(each.id); }} />))}
      {open === 'new' ? form() : viewerCan.edit && <p data-print="no"><Button size="small" icon={<IconEyeCheck {...iconProps} size={16} />} onClick={() => { setOpen('new'); }}><Trans>Record what you saw<span className="sr">: {order.ourWords}</span></Trans></Button></p>}
    </div>
  );
}

function Line({ each, me, onEdit }: { each: Observation; me: string | undefined; onEdit(): void }) {
  const { t } = useLingui();
  const { legalCase: { viewerCan } } = useCase();
  const words = useOrderWords();
  const [verify] = useMutation(Observations_VerifyDocument), [remove] = useMutation(Observations_RemoveDocument);
  const attempt = useTry();
  const { id, on, level, publicNote, privateNote, evidence, writtenBy, verifiedBy, verifiedAt } = each;
  const mark = markOf(each);
  return (
    <div className={styles['observation']}>
      <span className={styles['day']}><LegalDate edtf={on} /></span>
      <div>
        <OrderMark mark={mark ?? level}>{verifiedAt || level !== 'full' ? words.level(level) : words.mark(mark ?? level)}</OrderMark>
        {publicNote && <p dir="auto">{publicNote}</p>}
        {evidence.length > 0 && <ul className={styles['evidence']}>{evidence.map((piece) => <li key={piece} dir="auto">{piece}</li>)}</ul>}
        {privateNote && <p className={styles['private']}><ShareBadge level="case_team" /> <bdi>{privateNote}</bdi></p>}
      </div>
      <div className={styles['by']}>
        {writtenBy && <p><Trans>Written {writtenBy.name}</Trans></p>}
        {verifiedAt ? <p>{verifiedBy ? <Trans>Checked <strong>{verifiedBy.name}</strong></Trans> : <Trans>Checked by a second person</Trans>}</p> : <p><Trans>Not checked yet</Trans></p>}
        {viewerCan.edit && (
          <span data-print="no">
            {!verifiedAt && (writtenBy?.id === me
              ? <small><Trans>Yours: a colleague on the team checks it.</Trans></small>
              : <Button size="small" icon={<IconShieldCheck {...iconProps} size={15} />} onClick={() => void attempt(() => verify({ variables: { id } }), t`Checked. Your name stands beside it.`)}><Trans>I have seen the proof</Trans></Button>)}
            <Button look="text" size="small" onClick={onEdit}><Trans>Edit</Trans></Button>
            <Button look="text" size="small" onClick={() => void attempt(() => remove({ variables: { id } }))}><Trans>Remove</Trans></Button>
          </span>
        )}
      </div>
    </div>
  );
}

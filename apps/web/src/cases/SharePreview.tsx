import { Trans } from '@lingui/react/macro';
import type { ShareLevel } from '../gql/graphql.ts';
import { usePlaceName } from '../library/countries.ts';
import { Button } from '../ui/Button.tsx';
import { useCase } from './case-context.ts';
import { useCaseWords } from './case-words.ts';
import type { Chosen } from './ShareAllies.tsx';
import styles from './ShareDialog.module.css';

interface Organisation { id: string; name: string; country: string; coalition: boolean }
interface Props { rung: ShareLevel; chosen: readonly Chosen[]; coalition: readonly Organisation[]; onStop(organisation: { id: string; name: string; agreement: string | null; agreementOn: string | null }): void }

/** Who already can, who is added, who no longer can, who still cannot. The first list is the server's own. */
export function SharePreview({ rung, chosen, coalition, onStop }: Props) {
  const { legalCase: { readers, level, leadOrganisation } } = useCase();
  const placeName = usePlaceName(undefined);
  const words = useCaseWords();
  const people = readers.filter(({ kind }) => kind === 'person'), allies = readers.filter(({ kind, id }) => kind === 'organisation' && id !== leadOrganisation.id);
  const added = rung === 'named_allies' ? chosen : rung === 'coalition' && level !== 'coalition' ? coalition.filter((each) => each.coalition && !allies.some(({ id }) => id === each.id)) : [];
  return (
    <>
      <h3 className={styles['head']}><Trans>Who will see this</Trans></h3>
      <ul className={styles['who']}>
        <li><span><strong>{leadOrganisation.name}</strong> <span className={styles['quiet']}><Trans>leads</Trans></span>{people.length > 0 && <>: {people.map(({ name }) => name).join(', ')}</>}</span><span className={styles['quiet']}><Trans>already</Trans></span></li>
        {allies.map((ally) => (rung === 'case_team'
          ? <li key={ally.id}><span><del>{ally.name}</del></span><span><Trans>can no longer read</Trans></span></li>
          : (
            <li key={ally.id}>
              <span><strong>{ally.name}</strong> {ally.country && <span className={styles['quiet']}>{placeName(ally.country)}</span>}</span>
              <span className={styles['quiet']}>{words.cap(ally.cap)} <Button look="text" onClick={() => { onStop(ally); }}><Trans>Stop sharing<span className="sr"> with {ally.name}</span></Trans></Button></span>
            </li>
          )))}
        {added.map(({ id, name, country }) => <li key={id} className={styles['added']}><span>+ {name} <span className={styles['quiet']}>{placeName(country)}</span></span><span><Trans>will read</Trans></span></li>)}
        {level === 'coalition' && rung !== 'coalition' && <li><span><del><Trans>Every coalition member</Trans></del></span><span><Trans>can no longer read</Trans></span></li>}
        {level === 'coalition' && rung === 'coalition' && <li><span><Trans>Every coalition member</Trans></span><span className={styles['quiet']}><Trans>already</Trans></span></li>}
        <li className={styles['quiet']}>
          <span>{rung === 'coalition' ? <Trans>People outside the coalition, search engines</Trans> : <Trans>Other coalition members, search engines, administrators</Trans>}</span><span><Trans>cannot see that it exists</Trans></span>
        </li>
      </ul>
    </>
  );
}

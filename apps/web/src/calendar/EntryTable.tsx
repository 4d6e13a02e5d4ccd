import { formatLegalDate, isLegalDate } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import deadlineStyles from '../deadlines/HowCounted.module.css';
import { CaseName } from '../ui/CaseName.tsx';
import { CsvButton } from '../ui/CsvButton.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { Section } from '../ui/Section.tsx';
import { type Entry, EntryTime, useEntryName, useEntryState } from './entry-words.tsx';

/** The same dates as a table: to sort out, to save, to hand over. */
export function EntryTable({ entries, onOpen }: { entries: readonly Entry[]; onOpen(id: string): void }) {
  const { t, i18n } = useLingui();
  const nameOf = useEntryName(), stateOf = useEntryState();
  const day = (edtf: string | null) => (edtf && isLegalDate(edtf) ? formatLegalDate(edtf, i18n.locale) : (edtf ?? ''));
  const kindOf = ({ kind, teamOnly }: Entry) => (kind === 'deadline' ? t`deadline` : teamOnly ? t`own date` : t`court date`);
  const csv: [string, (e: Entry) => string][] = [
    [t`Day`, ({ on }) => day(on)], [t`Time`, ({ atTime }) => atTime ?? ''], [t`Time zone`, ({ timeZone }) => timeZone ?? ''], [t`What`, nameOf], [t`Kind`, kindOf], [t`Case`, ({ caseName }) => caseName],
    [t`Court`, ({ court }) => court ?? ''], [t`Aim for`, ({ workingOn }) => day(workingOn)], [t`Who`, ({ ownerName }) => ownerName ?? ''], [t`State`, (e) => stateOf(e) ?? ''],
  ];
  return (
    <Section title={t`List`} note={t`Court time first, then yours.`} aside={<CsvButton name="calendar" rows={entries} columns={csv.map(([head, value]) => ({ head, value }))} />}>
      {entries.length === 0 ? <p><Trans>No date here.</Trans></p> : (
        <DataTable
          caption={t`Dates`} rows={entries} keyOf={({ id }) => id} columns={[
            { id: 'day', head: <Trans>Day</Trans>, width: '19%', cell: (e) => <><LegalDate edtf={e.on} />{e.kind === 'hearing' && <small><br /><EntryTime entry={e} /></small>}</> },
            { id: 'what', head: <Trans>What</Trans>, names: true, cell: (e) => (e.kind === 'deadline' ? <button type="button" className={deadlineStyles['open']} aria-haspopup="dialog" onClick={() => { onOpen(e.id); }}>{nameOf(e)}</button> : nameOf(e)) },
            { id: 'kind', head: <Trans>Kind</Trans>, phoneLabel: t`Kind`, cell: kindOf },
            { id: 'case', head: <Trans>Case</Trans>, phoneLabel: t`Case`, cell: (e) => <Link to="/cases/$id" params={{ id: e.legalCaseId }}><CaseName inherit>{e.caseName}</CaseName></Link> },
            { id: 'court', head: <Trans>Court</Trans>, phoneLabel: t`Court`, cell: ({ court }) => court ?? '' },
            { id: 'who', head: <Trans>Who</Trans>, phoneLabel: t`Who`, cell: ({ ownerName }) => ownerName ?? '' },
            { id: 'state', head: <Trans>State</Trans>, phoneLabel: t`State`, cell: (e) => stateOf(e) ?? '' },
          ]} />
      )}
    </Section>
  );
}

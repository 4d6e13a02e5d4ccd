import { useSuspenseQuery } from '@apollo/client/react';
import type { PeriodUnit } from '@amparo/domain/deadlines';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { RulesPageDocument, type RulesPageQuery } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { DataTable, SecondLine } from '../ui/DataTable.tsx';
import { TextField } from '../ui/Fields.tsx';
import { later } from '../ui/later.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { Page } from '../ui/Page.tsx';
import { Section } from '../ui/Section.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import { useDeadlineWords } from './deadline-words.ts';
import { LawRow } from './LawRow.tsx';

const LawForm = later(() => import('./LawForm.tsx').then((m) => m.LawForm));
type Rule = RulesPageQuery['deadlineRules'][number];
type Calendar = RulesPageQuery['forumCalendars'][number];
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The rules and calendars deadlines are counted by: everybody reads them, two stewards change them. */
export function RulesPage() {
  const { t } = useLingui();
  const words = useDeadlineWords();
  const { data, refetch } = useSuspenseQuery(RulesPageDocument);
  const [text, setText] = useState(''), [open, setOpen] = useState<{ kind: 'rule' | 'calendar'; lawId: string }>();
  const keeps = data.me?.roles.includes('steward') ?? false;
  const running = data.lawVersions.some(({ state, recountedAt }) => state === 'in_force' && !recountedAt);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => { void refetch(); }, 1500); // while deadlines are counted again
    return () => { clearInterval(timer); };
  }, [running, refetch]);
  const asked = plain(text).split(/\s+/u).filter(Boolean);
  const fits = (...of: string[]) => asked.every((word) => plain(of.join(' ')).includes(word));
  const rules = data.deadlineRules.filter(({ id, forum, act }) => fits(id, forum, act));
  const calendars = data.forumCalendars.filter(({ id, name }) => fits(id, name));
  const edit = (kind: 'rule' | 'calendar', lawId: string, name: string) => (keeps ? <Button look="text" aria-label={t`Change ${name}`} onClick={() => { setOpen({ kind, lawId }); }}><Trans>Change</Trans></Button> : null);
  const tag = (verification: string) => (verification === 'verified' ? words.verification(verification) : <TrustTag>{words.verification(verification)}</TrustTag>);
  return (
    <Page
      title={<Trans>Deadline rules</Trans>} aside={<Plural value={data.deadlineRules.length} one="# rule" other="# rules" />}
      lead={keeps ? <Trans>Two stewards change a rule: one proposes, another approves. Before that you see which open deadlines it moves; of cases you cannot read there is the number alone.</Trans> : <Trans>What days are counted by, each with its source. A rule stays “not verified” until a named lawyer has opened the text.</Trans>}
    >
      {data.lawVersions.length > 0 && <Section title={t`Changes`} note={t`newest first`}>{data.lawVersions.map((version) => <LawRow key={version.id} version={version} keeps={keeps} me={data.me?.id} changed={refetch} />)}</Section>}
      <Section title={t`Rules`}>
        <TextField type="search" label={<Trans>Find a rule or a calendar</Trans>} hint={<Trans>A court, an act, or the number of the rule.</Trans>} value={text} onChange={(e) => { setText(e.currentTarget.value); }} />
        <DataTable
          caption={t`Rules`} rows={rules} keyOf={({ id }) => id} columns={[
            { id: 'act', head: <Trans>Act</Trans>, names: true, cell: ({ id, act, forum, enabled }) => <>{act} <SecondLine>{forum}, {id}{!enabled && <>, <Trans>switched off</Trans></>}</SecondLine></> },
            { id: 'period', head: <Trans>Period</Trans>, phoneLabel: t`Period`, cell: ({ n, unit, noPeriod }) => (n && unit ? words.period(n, unit as PeriodUnit) : noPeriod ? words.noPeriod(noPeriod) : '') },
            { id: 'strict', head: <Trans>How strict</Trans>, phoneLabel: t`How strict`, cell: ({ strictness }) => words.strictness(strictness) },
            { id: 'verified', head: <Trans>Verified</Trans>, phoneLabel: t`Verified`, cell: ({ verification, source }) => <>{tag(verification)} <SecondLine>{source}</SecondLine></> },
            { id: 'review', head: <Trans>Next review</Trans>, phoneLabel: t`Next review`, cell: ({ nextReview }) => <LegalDate edtf={nextReview} /> },
            ...(keeps ? [{ id: 'edit', head: <span className="sr"><Trans>Change</Trans></span>, cell: ({ id, act }: Rule) => edit('rule', id, `${act}, ${id}`) }] : []),
          ]} />
      </Section>
      <Section title={t`Court calendars`} note={t`Closed days and vacations.`}>
        <DataTable
          caption={t`Court calendars`} rows={calendars} keyOf={({ id }) => id} columns={[
            { id: 'name', head: <Trans>Calendar</Trans>, names: true, cell: ({ name, zone }) => <>{name} <SecondLine>{zone}</SecondLine></> },
            { id: 'version', head: <Trans>Version</Trans>, phoneLabel: t`Version`, cell: ({ version }) => version },
            { id: 'verified', head: <Trans>Verified</Trans>, phoneLabel: t`Verified`, cell: ({ verification, source }) => <>{tag(verification)} <SecondLine>{source}</SecondLine></> },
            ...(keeps ? [{ id: 'edit', head: <span className="sr"><Trans>Change</Trans></span>, cell: ({ id, name }: Calendar) => edit('calendar', id, name) }] : []),
          ]} />
      </Section>
      {open && <LawForm {...open} onClose={() => { setOpen(undefined); }} onChanged={refetch} />}
    </Page>
  );
}

import { comparisonLimbs } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import type { FindingResult } from '../gql/graphql.ts';
import { Section } from '../ui/Section.tsx';
import { FindingMark } from '../ui/FindingMark.tsx';
import classes from './LegalTests.module.css';

interface LegalTestsProps { findings: readonly { limb: string; label: string; finding: FindingResult; note?: string | null }[] }

/** What was found on each legal test, in the order in which courts ask them; what nobody has coded is said once. */
export function LegalTests({ findings }: LegalTestsProps) {
  const { t } = useLingui();
  const place = (limb: string) => { const at = (comparisonLimbs as readonly string[]).indexOf(limb); return at < 0 ? comparisonLimbs.length : at; };
  const ordered = findings.toSorted((a, b) => place(a.limb) - place(b.limb));
  const open = comparisonLimbs.length - findings.filter(({ limb }) => (comparisonLimbs as readonly string[]).includes(limb)).length;
  return (
    <Section id="tests" title={t`Legal tests`} note={<Trans>Did the State’s measure meet it? Our coding of the reasoning, not the court’s own form.</Trans>}>
      {ordered.length > 0 && (
        <table className={classes.tests}>
          <thead className="sr"><tr><th scope="col"><Trans>Test</Trans></th><th scope="col"><Trans>Finding</Trans></th><th scope="col"><Trans>Note</Trans></th></tr></thead>
          <tbody>
            {ordered.map(({ limb, label, finding, note }) => <tr key={limb}><th scope="row">{label}</th><td><FindingMark finding={finding} /></td><td>{note}</td></tr>)}
          </tbody>
        </table>
      )}
      {open > 0 && <p className={classes.open}><FindingMark finding={null} /> <Trans>on the other tests of the comparison: nobody has looked.</Trans></p>}
    </Section>
  );
}

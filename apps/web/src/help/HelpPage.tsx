import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useAvailableActions } from '../ui/actions.ts';
import { FindingMark, TestLegend } from '../ui/FindingMark.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Margin } from '../ui/Margin.tsx';
import { Page } from '../ui/Page.tsx';
import { ResultMark } from '../ui/ResultMark.tsx';
import { Section } from '../ui/Section.tsx';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import styles from './HelpPage.module.css';

const Entry = ({ mark, children }: { mark: ReactNode; children: ReactNode }) => <div className={styles['entry']}><dt>{mark}</dt><dd>{children}</dd></div>;

/** The signs of the house and what they mean, with the keys at the side. */
export function HelpPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Help`} lead={t`The signs you meet here, and the keys that save time.`}>
      <Margin notes={<Keys />}>
        <Section title={t`Who can read this`} note={t`Every case says it, on every screen.`}>
          <dl>
            <Entry mark={<ShareBadge level="case_team" />}><Trans>The people of the case team, and nobody else. Everything new starts here.</Trans></Entry>
            <Entry mark={<ShareBadge level="named_allies" />}><Trans>Organisations you choose, under an agreement you name. Private notes stay with the team.</Trans></Entry>
            <Entry mark={<ShareBadge level="coalition" />}><Trans>Every member organisation. Private notes stay with the team.</Trans></Entry>
            <Entry mark={<ShareBadge level="public" />}><Trans>Anyone: the library of precedents, ID systems and courts. A case never becomes public from here.</Trans></Entry>
          </dl>
        </Section>
        <Section title={t`Result for the rights side`} note={t`Derived from the claims, never typed.`}>
          <dl>
            <Entry mark={<ResultMark result="won" />}><Trans>The measure, or what was attacked in it, fell.</Trans></Entry>
            <Entry mark={<ResultMark result="partly_won" />}><Trans>Some claims succeeded, some did not.</Trans></Entry>
            <Entry mark={<ResultMark result="lost" />}><Trans>The measure stood.</Trans></Entry>
            <Entry mark={<ResultMark result="no_merits" />}><Trans>Inadmissible, settled, withdrawn or moot. Never counted as won or lost.</Trans></Entry>
            <Entry mark={<ResultMark result="pending" />}><Trans>Not decided yet.</Trans></Entry>
          </dl>
        </Section>
        <Section title={t`Did the State meet the test?`} note={t`One square for each legal test.`}>
          <TestLegend />
          <p className={styles['text']}><Trans>“Not addressed” means that the court was silent. “Not coded yet” means that nobody has looked. Neither is counted as an answer.</Trans></p>
        </Section>
        <Section title={t`How sure we are`}>
          <dl>
            <Entry mark={<TrustTag><Trans>Reference record</Trans></TrustTag>}><Trans>Collected from public sources, not reviewed by two members.</Trans></Entry>
            <Entry mark={<TrustTag><Trans>not verified</Trans></TrustTag>}><Trans>Nobody has checked this against its source.</Trans></Entry>
            <Entry mark={<span>c. March 2025</span>}><Trans>A rough date stays rough: about March 2025. Two dates mean that the sources differ.</Trans></Entry>
            <Entry mark={<FindingMark finding={null} />}><Trans>An empty place says why it is empty.</Trans></Entry>
          </dl>
        </Section>
      </Margin>
    </Page>
  );
}

function Keys() {
  const { t, i18n } = useLingui();
  const { actions } = useAvailableActions();
  return (
    <Section title={t`Keys`} note={t`Single keys rest while you type.`}>
      <dl className={styles['keys']}>
        <div><dt><Trans>Search and commands</Trans></dt><dd><Kbd keys="Mod K" /></dd></div>
        {actions.filter((action) => action.keys).map((action) => <div key={action.id}><dt>{i18n._(action.label)}</dt><dd><Kbd keys={action.keys ?? ''} /></dd></div>)}
      </dl>
    </Section>
  );
}

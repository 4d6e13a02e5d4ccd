import { useLingui } from '@lingui/react/macro';
import type { FindingResult } from '../gql/graphql.ts';
import type { OwnCase } from './compare-search.ts';

/** Answers of the reader's own case to the rows of a comparison. */
export function useOwnRows(ownCase: OwnCase | null | undefined): { finding(limb: string): { finding: FindingResult | null; note?: string | null }; story(row: string): string } {
  const { t, i18n } = useLingui();
  const yes = (value: boolean | null | undefined, is: string, not: string) => (value === true ? is : value === false ? not : '');
  return {
    finding(limb) {
      const found = ownCase?.findings.find((each) => each.limb === limb);
      return { finding: found?.result ?? null, note: found?.note ?? null };
    },
    story(row) {
      if (!ownCase) return '';
      if (row === 'ordered') return t`See the case`;
      if (row === 'afterwards') return ownCase.nextDates.length > 0 ? t`Next dates are set` : t`No next date`;
      return ownCase.systems.map((system) => [
        system.name, yes(system.centralisedDatabase, t`central register`, t`no central register`), new Intl.ListFormat(i18n.locale).format(system.biometrics.map(({ label }) => label)),
        yes(system.mandatoryInLaw, t`compulsory in law`, ''), yes(system.mandatoryDeFacto, t`compulsory in practice`, ''),
      ].filter(Boolean).join('; ')).join('. ') || t`No ID system named`;
    },
  };
}

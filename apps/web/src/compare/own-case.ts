import { useLingui } from '@lingui/react/macro';
import { eventName, useCaseWords } from '../cases/case-words.ts';
import type { FindingResult } from '../gql/graphql.ts';
import type { OwnCase } from './compare-search.ts';
import { ownAfterwards, ownOrders, type OwnStories, type OwnStory, type StoryWords } from './own-story.ts';

/** Answers of the reader's own case to the rows of a comparison. */
export function useOwnRows(ownCase: OwnCase | null | undefined): { finding(limb: string): { finding: FindingResult | null; note?: string | null }; story(row: string): OwnStories } {
  const { t, i18n } = useLingui();
  const caseWords = useCaseWords();
  const words: StoryWords = { ...caseWords, event: (event) => eventName(event, caseWords) };
  const yes = (value: boolean | null | undefined, is: string, not: string) => (value === true ? is : value === false ? not : '');
  return {
    finding(limb) {
      const found = ownCase?.findings.find((each) => each.limb === limb);
      return { finding: found?.result ?? null, note: found?.note ?? null };
    },
    story(row) {
      if (!ownCase) return { lines: [], none: '' };
      if (row === 'ordered') return { lines: ownOrders(ownCase, words), none: t`No order is recorded` };
      if (row === 'afterwards') return { lines: ownAfterwards(ownCase, words), none: t`Nothing later is recorded` };
      const lines = ownCase.systems.map((system): OwnStory => ({ on: null, text: [
        system.name, yes(system.centralisedDatabase, t`central register`, t`no central register`), new Intl.ListFormat(i18n.locale).format(system.biometrics.map(({ label }) => label)),
        yes(system.mandatoryInLaw, t`compulsory in law`, ''), yes(system.mandatoryDeFacto, t`compulsory in practice`, ''),
      ].filter(Boolean).join('; ') }));
      return { lines, none: t`No ID system named` };
    },
  };
}

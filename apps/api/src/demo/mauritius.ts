import type { DemoCase } from './demo-case.ts';

const [supreme, privy, committee] = ['mu-madhewoo-supreme-court-2015', 'mu-madhewoo-privy-council-2016', 'un-madhewoo-v-mauritius-2021'] as const;

/** Madhewoo v Mauritius through three forums: won in part at home, lost in London, won in Geneva. */
export const mauritius: DemoCase = {
  lead: 'Marram Justice Centre', team: { 'lucia@marram.example': 15 }, level: 1,
  allies: [{ organisation: 'Tamarisk Legal', agreement: 'Common-interest agreement between Marram and Tamarisk, no. 1 (demo)', on: '2025-01-15' }],
  title: 'Madhewoo v The State of Mauritius and another', shortName: 'Madhewoo',
  summary: 'Fingerprints for a compulsory identity card: the central register fell in the Supreme Court, the taking of fingerprints was upheld by the Privy Council, and the Human Rights Committee found the data on the card too weakly protected.',
  status: 'implementing', countries: ['MU'], systems: ['mu-national-identity-card'],
  goals: [
    { kind: 'legal', text: 'Fingerprints are kept only where safeguards hold against reading and copying by others.' },
    { kind: 'policy', text: 'The State reviews the grounds for keeping fingerprints on cards, as the Committee asked.' },
  ],
  proceedings: [
    { key: 'sc', court: 'mu-supreme-court', record: supreme, label: 'Plaintiff', matter: 'Constitutional redress', status: 'decided', opened: '2013', closed: '2015-05-29', zone: 'Indian/Mauritius', follows: 'SM-CL/petition',
      stages: [['filed', 'Constitutional redress application'], ['interim_inter_partes', 'Application in chambers for an injunction against the new card rejected (2013 SCJ 401)'], 'served', 'responses', 'submissions', 'hearing', ['judgment', 'Judgment: central storage unconstitutional, taking of fingerprints upheld'], 'notice_of_appeal'],
      numbers: [{ type: 'citation', value: '2015 SCJ 177', preferred: true }, { type: 'citation', value: '2013 SCJ 401', source: 'Judgment in chambers on the injunction' }] },
    { key: 'pc', court: 'gb-jcpc', record: privy, label: 'Appellant', matter: 'Appeal', status: 'final', opened: '2016', closed: '2016-10-31', zone: 'Europe/London', follows: 'SM-CL/appeal', stages: ['notice', 'record', 'submissions', ['hearing', 'Hearing'], ['reserved', 'Hearing'], ['judgment', 'Judgment: appeal dismissed'], ['final', 'Judgment: appeal dismissed']],
      numbers: [{ type: 'appeal', value: 'Privy Council Appeal No. 0006 of 2016', preferred: true }, { type: 'citation', value: '[2016] UKPC 30' }] },
    { key: 'hrc', court: 'un-human-rights-committee', record: committee, label: 'Author', matter: 'Communication', status: 'final', opened: '2017-12-15', closed: '2021-03-24', zone: 'Europe/Zurich', follows: 'SM-UN/communication', stages: [['submitted', 'Communication submitted'], 'registered', ['transmitted', 'Transmitted to the State party'], 'state_observations', ['views', 'Views adopted: violation of article 17'], ['published', 'Views made public']],
      numbers: [{ type: 'international', value: 'Communication No. 3163/2018', preferred: true }, { type: 'citation', value: 'CCPR/C/131/D/3163/2018' }] },
  ],
  links: [
    { from: 'pc', to: 'sc', type: 'appeal_from', note: 'By the claimant, on the part lost.', claims: ['collect'] },
    { from: 'hrc', to: 'pc', type: 'exhausted_for', claims: ['collect', 'card'] },
  ],
  events: [
    { type: 'law_or_policy', on: '2013', title: 'National Identity Card (Miscellaneous Provisions) Act 2013 and launch of the new card', record: supreme },
    { proceeding: 'sc', type: 'filing', on: '2013', basis: 'filed', title: 'Constitutional redress application', record: supreme, privateNote: 'Ask the registry for the day of filing and the number of the plaint.' },
    { proceeding: 'sc', type: 'order', on: '2013', title: 'Application in chambers for an injunction against the new card rejected (2013 SCJ 401)', outcome: 'interim', detail: 'refused', record: supreme },
    { proceeding: 'sc', type: 'judgment', on: '2015-05-29', basis: 'pronounced', title: 'Judgment: central storage unconstitutional, taking of fingerprints upheld', outcome: 'judgment_delivered', reported: 'partly_won', record: supreme },
    { type: 'enforcement', on: '2015', title: 'Regulations of 2015: biometric data kept on the card, not in the register', record: supreme },
    { proceeding: 'pc', type: 'hearing', on: '2016-07-20', title: 'Hearing', outcome: 'heard_reserved', record: privy },
    { proceeding: 'pc', type: 'judgment', on: '2016-10-31', basis: 'pronounced', title: 'Judgment: appeal dismissed', outcome: 'judgment_delivered', reported: 'lost', publicNote: 'Delivered by Lord Hodge. The part won below was not in issue.', record: privy },
    { proceeding: 'hrc', type: 'filing', on: '2017-12-15', basis: 'filed', title: 'Communication submitted', record: committee },
    { proceeding: 'hrc', type: 'context', on: '2018-03-26', title: 'Transmitted to the State party', record: committee },
    { proceeding: 'hrc', type: 'judgment', on: '2021-03-24', basis: 'dated', title: 'Views adopted: violation of article 17', outcome: 'judgment_delivered', reported: 'won', publicNote: 'The State is to review the grounds for storing and keeping fingerprint data on cards, and to report within 180 days.', record: committee },
    { proceeding: 'hrc', type: 'publication', on: '2021-07', basis: 'published', title: 'Views made public', record: committee },
    { type: 'enforcement', on: '2021-08-13', title: 'The claimant serves formal notice asking the State to comply', record: committee, privateNote: 'Ask the claimant\'s side whether the State answered the notice.' },
    { proceeding: 'hrc', type: 'publication', on: '2021-09-16', basis: 'dated', title: 'Date of the document', record: committee },
    { type: 'context', inDays: 9, title: 'Team: what did the State report?', privateNote: 'Our own date. Look for the follow-up report of the Committee before the meeting.' },
  ],
  claims: [
    { key: 'collect', proceeding: 'sc', act: 'Compulsory taking of fingerprints', feature: 'biometric.fingerprint.enrol', provision: 'Constitution of Mauritius, section 9', right: 'privacy', dispositions: [['sc', 'dismissed_on_merits', 'other', '2015-05-29'], ['pc', 'dismissed_on_merits', 'other', '2016-10-31']] },
    { key: 'store', proceeding: 'sc', act: 'Retention in a central register', feature: 'storage.central', provision: 'Constitution of Mauritius, section 9', right: 'privacy', dispositions: [['sc', 'allowed', 'us', '2015-05-29']] },
    { key: 'card', proceeding: 'hrc', act: 'Fingerprint kept on the card', feature: 'storage.on_card', provision: 'ICCPR 17', right: 'privacy', lineageOf: 'store', dispositions: [['hrc', 'allowed', 'us', '2021-03-24']] },
  ],
  findings: [
    { proceeding: 'sc', claim: 'store', limb: 'overall', result: 'not_satisfied', note: 'Paragraph to be found in the judgment.' },
    { proceeding: 'pc', claim: 'collect', limb: 'overall', result: 'satisfied', note: 'Affirms the court below.' },
    { proceeding: 'hrc', claim: 'card', limb: 'safeguards', result: 'not_satisfied', note: 'Paragraph to be found in the views.' },
  ],
  precedents: [[supreme, 'same_matter'], [privy, 'same_matter'], [committee, 'same_matter'], ['coe-s-and-marper-2008', 'relies_on'], ['ke-nubian-rights-forum-niims-2020', 'learn_from']],
};

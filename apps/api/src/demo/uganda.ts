import type { DemoCase } from './demo-case.ts';

const record = 'ug-iser-ndaga-muntu-2025';

/** ISER and others v Attorney General and NIRA. Facts: the reference record, and the day the amici were admitted from published accounts; what sources disagree on stays open. */
export const uganda: DemoCase = {
  lead: 'Tamarisk Legal', team: { 'grace@tamarisk.example': 15, 'ruth@tamarisk.example': 7 }, level: 0,
  title: 'Initiative for Social and Economic Rights, Unwanted Witness and Health Equity and Policy Initiative v Attorney General and NIRA', shortName: 'ISER (Ndaga Muntu)',
  summary: 'Three organisations asked the High Court whether relying on the national identity register alone shuts older people out of grants and women out of health care. The application was dismissed on 10 June 2025.',
  status: 'post_judgment', countries: ['UG'], systems: ['ug-ndaga-muntu'],
  goals: [
    { kind: 'legal', text: 'Other forms of identification are accepted for social grants and health care.' },
    { kind: 'community', text: 'Older people and women who have no card know how to claim what is theirs.' },
    { kind: 'movement', text: 'What was learned in this case is of use to the next one, here and elsewhere.' },
  ],
  proceedings: [
    {
      key: 'high', court: 'ug-high-court', record, label: 'Applicant', matter: 'Miscellaneous cause', status: 'decided', opened: '[2022-04-13,2022-04-25]', closed: '2025-06-10', zone: 'Africa/Kampala',
      follows: 'SM-CL/petition', stages: [['filed', 'Notice of motion'], 'served', 'responses', ['joinder_amici', 'Amici admitted'], 'submissions', 'hearing', ['judgment', 'Ruling: application dismissed, all reliefs refused']],
      numbers: [
        { type: 'application', value: 'Miscellaneous Cause No. 86 of 2022', source: 'The applicants\' own site', disputed: true, preferred: true },
        { type: 'application', value: 'HCT-00-CV-MC-0066-2022', source: 'Commentary on the case', disputed: true },
      ],
    },
    { key: 'appeal', court: 'ug-court-of-appeal', matter: 'Appeal', status: 'anticipated', zone: 'Africa/Kampala', follows: 'SM-CL/appeal' },
    { key: 'commission', court: 'au-achpr', matter: 'Communication', status: 'anticipated', zone: 'Africa/Banjul', follows: 'SM-AF/commission' },
  ],
  links: [
    { from: 'appeal', to: 'high', type: 'appeal_from', note: 'A possible way on. No appeal is on record.', claims: ['grants', 'health', 'equality'] },
    { from: 'commission', to: 'high', type: 'exhausted_for', note: 'A possible way on, once remedies at home have been used.' },
  ],
  events: [
    { type: 'context', on: '2021-06', title: 'Report on exclusion of women and older people', publicNote: 'Published by a New York University centre with two of the applicants.', record },
    { proceeding: 'high', type: 'filing', on: '[2022-04-13,2022-04-25]', basis: 'filed', title: 'Notice of motion', publicNote: 'The notice of motion carries the date 13 April 2022; the case was announced as filed on 25 April.', record, privateNote: 'Ask the registry for the stamped copy: it settles which of the two days counts.' },
    { proceeding: 'high', type: 'joinder', on: '2022-09-19', basis: 'filed', title: 'Amicus sought', publicNote: 'Professor Philip Alston applies to join as amicus.', record, privateNote: 'Ask the registry for the applications of the other amici: three of the names rest on one source.' },
    { proceeding: 'high', type: 'hearing', on: '2022-10', title: 'First hearing', publicNote: 'A date in December was set for the amicus applications.', record, privateNote: 'Ask the registry for the order made that day, then complete the outcome.' },
    { proceeding: 'high', type: 'joinder', on: '2023-03-24', title: 'Amici admitted', outcome: 'amicus', detail: 'admitted', publicNote: 'Philip Alston, CIPESA, ARTICLE 19 and Access Now.', source: 'Published accounts of the case; the reference record has the names, not the day', privateNote: 'Ask the registry for the order that admitted them.' },
    { proceeding: 'high', type: 'judgment', on: '2025-06-10', basis: 'pronounced', title: 'Ruling: application dismissed, all reliefs refused', outcome: 'judgment_delivered', reported: 'lost', publicNote: 'The Court accepted the card for grants because other documents were dearer and harder to get, and found it was not required for public health care.', record, privateNote: 'Ask the registry for a certified copy. Code the findings from the text itself, paragraph by paragraph.' },
    { type: 'deadline', inDays: 3, title: 'Team: is there an appeal?', privateNote: 'Our own date, not a court\'s. Ask the registry whether a notice of appeal is on file.' },
    { type: 'context', inDays: 12, title: 'Team: compare necessity with Kenya, Jamaica and Mauritius', privateNote: 'Prepare the comparison table for the meeting with allies.' },
  ],
  deadlines: [
    { title: 'Notice of appeal to the Court of Appeal of Uganda', owner: 'grace@tamarisk.example', proceeding: 'appeal', rule: 'UG-1', on: '2025-06-10', basis: 'pronounced', zone: 'Africa/Kampala' },
    { title: 'Reference to the East African Court of Justice', owner: 'grace@tamarisk.example', rule: 'EA-1', on: '2025-06-10', basis: 'pronounced', zone: 'Africa/Nairobi' },
    { title: 'African Commission complaint', owner: 'ruth@tamarisk.example', proceeding: 'commission', rule: 'AF-1', on: '2025-06-10', basis: 'pronounced', zone: 'Africa/Banjul' },
    { title: 'Team: decide about leave to appeal out of time', owner: 'ruth@tamarisk.example', proceeding: 'appeal', inDays: 10, zone: 'Africa/Kampala' },
  ],
  claims: [
    { key: 'grants', proceeding: 'high', act: 'Social grants for older people only against the national identity register', feature: 'Sole credential', provision: 'ICESCR 9', right: 'social-security', dispositions: [['high', 'dismissed_on_merits', 'other', '2025-06-10']] },
    { key: 'health', proceeding: 'high', act: 'Health care for women only against the national identity card', feature: 'Sole credential', provision: 'ICESCR 12', right: 'health', dispositions: [['high', 'dismissed_on_merits', 'other', '2025-06-10', 'Found not to be required for public health care.']] },
    { key: 'equality', proceeding: 'high', act: 'Unequal effect on older people and women', feature: 'Sole credential', provision: 'Constitution of Uganda 1995, article 21', right: 'equality', dispositions: [['high', 'dismissed_on_merits', 'other', '2025-06-10']] },
  ],
  precedents: [
    [record, 'same_matter'], ['ke-nubian-rights-forum-niims-2020', 'learn_from', 'Conditions before a system may run.'], ['jm-robinson-nids-2019', 'learn_from'], ['in-puttaswamy-aadhaar-2018', 'learn_from'],
    ['za-mazibuko-id-blocking-2024', 'learn_from'], ['mu-madhewoo-supreme-court-2015', 'learn_from'],
  ],
};

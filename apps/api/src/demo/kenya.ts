import type { DemoCase } from './demo-case.ts';

const record = 'ke-nubian-rights-forum-niims-2020';

/** Nubian Rights Forum and others v Attorney General and others: three petitions heard as one, then the Court of Appeal. */
export const kenya: DemoCase = {
  lead: 'Quillwort Trust', team: { 'joseph@quillwort.example': 15 }, level: 2,
  title: 'Nubian Rights Forum and others v Attorney General and others', shortName: 'Nubian Rights Forum',
  summary: 'Three petitions against the national database NIIMS (Huduma Namba). The High Court let it go ahead without DNA and location data, and only once a comprehensive regulatory framework was in place.',
  status: 'live', countries: ['KE'], systems: ['ke-huduma-namba'],
  goals: [
    { kind: 'legal', text: 'No system runs before the law protects the data in it.' },
    { kind: 'policy', text: 'Communities without base documents have a way to register that the rules name.' },
    { kind: 'movement', text: 'Organisations in other countries can use the findings.' },
  ],
  proceedings: [
    {
      key: 'p56', court: 'ke-high-court', record, label: 'Petitioner', matter: 'Constitutional petition', status: 'decided', opened: '2019-02', closed: '2020-01-30', zone: 'Africa/Nairobi',
      follows: 'SM-CL/petition', stages: [['filed', 'Three petitions filed and later consolidated'], ['interim_inter_partes', 'Conservatory orders: enrolment may go on, but voluntarily and without DNA or GPS'], 'served', 'responses', 'consolidation', 'submissions', 'hearing', ['judgment', 'Judgment of three judges']],
      numbers: [{ type: 'consolidated', value: 'Consolidated Petitions Nos. 56, 58 and 59 of 2019', preferred: true }, { type: 'petition', value: 'Petition No. 56 of 2019' }, { type: 'citation', value: '[2020] eKLR' }],
    },
    { key: 'p58', court: 'ke-high-court', matter: 'Constitutional petition', status: 'consolidated', opened: '2019-02', zone: 'Africa/Nairobi', follows: 'SM-CL/petition', stages: [['filed', 'Three petitions filed and later consolidated']], numbers: [{ type: 'petition', value: 'Petition No. 58 of 2019', preferred: true }] },
    { key: 'p59', court: 'ke-high-court', matter: 'Constitutional petition', status: 'consolidated', opened: '2019-02', zone: 'Africa/Nairobi', follows: 'SM-CL/petition', stages: [['filed', 'Three petitions filed and later consolidated']], numbers: [{ type: 'petition', value: 'Petition No. 59 of 2019', preferred: true }] },
    { key: 'appeal', court: 'ke-court-of-appeal', matter: 'Civil appeal', status: 'active', opened: '2020-02-14', zone: 'Africa/Nairobi', follows: 'SM-CL/appeal', stages: [['notice', 'Application to the Court of Appeal by Nubian Rights Forum']] },
  ],
  links: [
    { from: 'p58', to: 'p56', type: 'consolidated_into' }, { from: 'p59', to: 'p56', type: 'consolidated_into' },
    { from: 'appeal', to: 'p56', type: 'appeal_from', on: '2020-02-14', note: 'By Nubian Rights Forum; the application for suspension was later withdrawn, the appeal kept.' },
  ],
  events: [
    { type: 'law_or_policy', on: '2018-12-31', title: 'Assent to the Statute Law (Miscellaneous Amendments) Act No. 18 of 2018', publicNote: 'It created the system; in force 18 January 2019.', record },
    { proceeding: 'p56', type: 'filing', on: '2019-02', basis: 'filed', title: 'Three petitions filed and later consolidated', record, privateNote: 'Ask the registry for the day each petition was filed: the sources give the month only.' },
    { proceeding: 'p56', type: 'order', on: '2019-04-01', basis: 'pronounced', title: 'Conservatory orders: enrolment may go on, but voluntarily and without DNA or GPS', outcome: 'interim', detail: 'granted', publicNote: 'No denial of services and no deadline.', record },
    { type: 'law_or_policy', on: '2019-11', title: 'Data Protection Act 2019 adopted while judgment was awaited', record },
    { proceeding: 'p56', type: 'judgment', on: '2020-01-30', basis: 'pronounced', title: 'Judgment of three judges', outcome: 'judgment_delivered', reported: 'partly_won', publicNote: 'DNA and GPS struck out; the rest only after an appropriate and comprehensive regulatory framework.', record },
    { proceeding: 'appeal', type: 'appeal', on: '2020-02-14', basis: 'filed', title: 'Application to the Court of Appeal by Nubian Rights Forum', record, privateNote: 'Ask the registry of the Court of Appeal for the number of the appeal.' },
    { proceeding: 'appeal', type: 'application', on: '2022-02', title: 'Application for suspension withdrawn because of delay', publicNote: 'The substantive appeal was kept.', record },
    { type: 'context', inDays: 6, title: 'Team: is the appeal still listed?', privateNote: 'Our own date, not a court\'s. Ask the registry of the Court of Appeal.' },
  ],
  claims: [
    { key: 'dna', proceeding: 'p56', act: 'Collection of DNA and GPS coordinates', feature: 'DNA and location data', provision: 'Constitution of Kenya 2010, article 31', right: 'privacy', dispositions: [['p56', 'allowed', 'us', '2020-01-30', 'Declared unconstitutional.']] },
    { key: 'framework', proceeding: 'p56', act: 'Running the system before a regulatory framework exists', feature: 'Central register', provision: 'Data Protection Act 2019', right: 'data-protection', dispositions: [['p56', 'partly_allowed', 'mixed', '2020-01-30', 'May proceed only once the framework is enacted.']] },
    { key: 'minorities', proceeding: 'p56', act: 'Base documents that minority communities do not have', feature: 'Enrolment', provision: 'Constitution of Kenya 2010, article 27', right: 'equality', dispositions: [['p56', 'partly_allowed', 'mixed', '2020-01-30', 'The danger was acknowledged and left to the framework to cure.']] },
    { key: 'participation', proceeding: 'p56', act: 'Adoption of the amendments without enough public participation', feature: 'Law-making', provision: 'Constitution of Kenya 2010, articles 10 and 118', right: 'public-participation-lawmaking', dispositions: [['p56', 'dismissed_on_merits', 'other', '2020-01-30']] },
  ],
  precedents: [[record, 'same_matter'], ['ke-katiba-institute-huduma-dpia-2021', 'relies_on', 'Second challenge to the same system.'], ['ke-haki-na-sheria-maisha-namba-2024', 'learn_from'], ['au-achpr-nubian-community-2015', 'learn_from'], ['in-puttaswamy-aadhaar-2018', 'relies_on']],
};

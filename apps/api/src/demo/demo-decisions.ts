import { dayShown, sortKey } from '@amparo/domain';
import type { Client } from 'pg';

/** What the courts of the demo cases decided and ordered, as the public records say. Orders are in our words: theirs are to be entered from the judgments. */
interface DemoDecision {
  /** The case by its short name, the proceedings by a number of theirs. */
  of: string; numbers: string[]; kind: string; title: string; summary?: string; source: string;
  dates: { on: string; basis: string; used?: boolean; source?: string }[];
  citations?: { type: string; value: string; preferred?: boolean }[];
  panel?: { name: string; part: 'sat'; author?: boolean }[];
  opinion: { type: 'single' | 'per_curiam'; authors?: string[] };
  orders?: DemoOrder[];
}
interface DemoOrder {
  mark: string; ourWords: string; type: string; addressee?: string; dueKind: 'no_limit' | 'nothing_to_do' | 'period'; source: string;
  period?: { length: number; unit: string; from: 'decision' | 'other'; startOn?: string; startToConfirm?: boolean };
}
const sat = (names: string[], author?: string) => names.map((name) => ({ name, part: 'sat' as const, ...(name === author ? { author: true } : {}) }));
const petitions = ['Petition No. 56 of 2019', 'Petition No. 58 of 2019', 'Petition No. 59 of 2019'];
const [niims, supreme, privy, views, iser] = ['ke-nubian-rights-forum-niims-2020', 'mu-madhewoo-supreme-court-2015', 'mu-madhewoo-privy-council-2016', 'un-madhewoo-v-mauritius-2021', 'ug-iser-ndaga-muntu-2025'].map((slug) => `Reference record ${slug}`) as [string, string, string, string, string];
const threeJudges = sat(['Mumbi Ngugi', 'Pauline Nyamweya', 'Weldon Korir']);

const decisions: DemoDecision[] = [
  {
    of: 'Nubian Rights Forum', numbers: petitions, kind: 'interim_order', title: 'Conservatory orders of 1 April 2019', source: niims, dates: [{ on: '2019-04-01', basis: 'pronounced' }], opinion: { type: 'per_curiam' },
    orders: [{ mark: 'a', ourWords: 'Enrolment goes on voluntarily, without DNA or GPS, without denial of services and without a deadline', type: 'interim_protection', addressee: 'State', dueKind: 'nothing_to_do', source: niims }],
  },
  {
    of: 'Nubian Rights Forum', numbers: petitions, kind: 'judgment', title: 'Judgment of three judges', source: niims, panel: threeJudges, opinion: { type: 'per_curiam' },
    summary: 'DNA and GPS struck out; the rest only after an appropriate and comprehensive regulatory framework.', dates: [{ on: '2020-01-30', basis: 'pronounced' }], citations: [{ type: 'neutral', value: '[2020] eKLR', preferred: true }],
    orders: [
      { mark: 'a', ourWords: 'The provisions that allow DNA and GPS coordinates to be collected are unconstitutional', type: 'invalidity_immediate', dueKind: 'nothing_to_do', source: niims },
      { mark: 'b', ourWords: 'The system may go on only once an appropriate and comprehensive regulatory framework is enacted', type: 'validity_with_conditions', addressee: 'State', dueKind: 'no_limit', source: niims },
    ],
  },
  {
    of: 'Madhewoo', numbers: ['2015 SCJ 177'], kind: 'interim_order', title: 'Ruling in chambers on the injunction', summary: 'Injunction against the new card refused.', source: supreme, dates: [{ on: '2013', basis: 'dated' }], citations: [{ type: 'neutral', value: '2013 SCJ 401', preferred: true }], opinion: { type: 'single' },
  },
  {
    of: 'Madhewoo', numbers: ['2015 SCJ 177'], kind: 'judgment', title: 'Judgment of the Supreme Court', source: supreme, opinion: { type: 'per_curiam' },
    summary: 'Central storage unconstitutional; taking of fingerprints upheld.', dates: [{ on: '2015-05-29', basis: 'pronounced' }], citations: [{ type: 'neutral', value: '2015 SCJ 177', preferred: true }],
    orders: [
      { mark: 'a', ourWords: 'Storing and keeping fingerprints and other biometric data in the register is unconstitutional', type: 'declaration', dueKind: 'nothing_to_do', source: supreme },
      { mark: 'b', ourWords: 'Central storage may not continue', type: 'prohibition', addressee: 'State', dueKind: 'no_limit', source: supreme },
    ],
  },
  {
    of: 'Madhewoo', numbers: ['Privy Council Appeal No. 0006 of 2016'], kind: 'judgment', title: 'Judgment of the Privy Council', summary: 'Appeal dismissed.', source: privy, dates: [{ on: '2016-10-31', basis: 'pronounced' }], citations: [{ type: 'neutral', value: '[2016] UKPC 30', preferred: true }],
    panel: sat(['Lord Mance', 'Lord Clarke', 'Lord Wilson', 'Lord Sumption', 'Lord Hodge'], 'Lord Hodge'), opinion: { type: 'single', authors: ['Lord Hodge'] },
  },
  {
    of: 'Madhewoo', numbers: ['Communication No. 3163/2018'], kind: 'views', title: 'Views of the Human Rights Committee', summary: 'Violation of article 17 of the Covenant.', source: views, opinion: { type: 'per_curiam' },
    dates: [{ on: '2021-03-24', basis: 'pronounced', used: true, source: 'Adoption of the views' }, { on: '2021-07-21', basis: 'published' }, { on: '2021-09-16', basis: 'dated', source: 'Date of the document' }],
    citations: [{ type: 'international', value: 'CCPR/C/131/D/3163/2018', preferred: true }],
    orders: [
      { mark: 'a', ourWords: 'Article 17 has been violated', type: 'declaration', dueKind: 'nothing_to_do', source: views },
      { mark: 'b', ourWords: 'Review the grounds for storing and keeping fingerprint data on cards, and avoid similar violations', type: 'legislative_reform_recommendation', addressee: 'State', dueKind: 'no_limit', source: views },
      { mark: 'c', ourWords: 'Report within 180 days on the steps taken', type: 'non_repetition_measure', addressee: 'State', dueKind: 'period', period: { length: 180, unit: 'calendar_day', from: 'other', startOn: '2021-07-21', startToConfirm: true }, source: views },
    ],
  },
  {
    of: 'ISER (Ndaga Muntu)', numbers: ['Miscellaneous Cause No. 86 of 2022'], kind: 'ruling', title: 'Ruling of 10 June 2025', summary: 'Application dismissed, all reliefs refused.', source: iser, dates: [{ on: '2025-06-10', basis: 'pronounced' }],
    panel: sat(['Boniface Wamala'], 'Boniface Wamala'), opinion: { type: 'single', authors: ['Boniface Wamala'] },
  },
];

/** Writes the decisions of the demo cases, each whole, and gives the dispositions and findings of that day to it. The client acts as lit_acl. */
export async function writeDemoDecisions(client: Client): Promise<void> {
  const one = async (text: string, params: unknown[]): Promise<string> => {
    const id = (await client.query<{ id: string }>(text, params)).rows[0]?.id;
    if (!id) throw new Error(`the demo needs what is not there: ${JSON.stringify(params).slice(0, 120)}`);
    return id;
  };
  for (const d of decisions) {
    const of = await one('select id from app.legal_case where demo and short_name = $1', [d.of]);
    const files: string[] = [];
    for (const n of d.numbers) files.push(await one('select proceeding_id as id from app.proceeding_identifier where legal_case_id = $1 and value = $2', [of, n]));
    const day = dayShown(d.dates)?.on ?? '';
    const id = await one('insert into app.decision (legal_case_id, kind, title, summary, dates, sort_key, citations, panel, source) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id',
      [of, d.kind, d.title, d.summary ?? null, JSON.stringify(d.dates), sortKey(day), JSON.stringify(d.citations ?? []), JSON.stringify(d.panel ?? []), d.source]);
    for (const file of files) await client.query('insert into app.decision_proceeding (legal_case_id, decision_id, proceeding_id) values ($1, $2, $3)', [of, id, file]);
    const opinion = await one('insert into app.opinion (legal_case_id, decision_id, type, authors) values ($1, $2, $3, $4) returning id', [of, id, d.opinion.type, d.opinion.authors ?? []]);
    if (d.kind !== 'interim_order') {
      await client.query('update app.disposition set decision_id = $1 where legal_case_id = $2 and proceeding_id = any($3) and decided_edtf = $4', [id, of, files, day]);
      await client.query('update app.finding set decision_id = $1, opinion_id = $4 where legal_case_id = $2 and proceeding_id = any($3)', [id, of, files, opinion]);
    }
    for (const [ordinal, o] of (d.orders ?? []).entries()) {
      await client.query(`insert into app.order_item (legal_case_id, decision_id, mark, ordinal, our_words, type, addressee, due_kind, period_length, period_unit, period_from, start_edtf, start_to_confirm, source)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`, [of, id, o.mark, ordinal, o.ourWords, o.type, o.addressee ?? null, o.dueKind, o.period?.length ?? null, o.period?.unit ?? null, o.period?.from ?? null, o.period?.startOn ?? null, o.period?.startToConfirm ?? false, o.source]);
    }
  }
}

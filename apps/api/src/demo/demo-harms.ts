import type { Client } from 'pg';

/** Harms that the records themselves speak of; nothing is added to what they say. */
const harms = [
  {
    by: 'grace@tamarisk.example', case: 'ISER (Ndaga Muntu)', claim: 'Social grants%', record: 'ug-iser-ndaga-muntu-2025', kind: 'exclusion-social-protection', groups: ['older-persons', 'benefit-recipients', 'rural-poor'], country: 'UG', system: 'ug-ndaga-muntu', feature: 'Sole credential',
    summary: 'Older people shut out of social grants because the national identity register alone is accepted, as the applicants put it to the Court. Three experts and four friends of the court gave evidence of exclusion; the application was dismissed.',
  },
  {
    by: 'grace@tamarisk.example', case: 'ISER (Ndaga Muntu)', claim: 'Health care%', record: 'ug-iser-ndaga-muntu-2025', kind: 'exclusion-health', groups: ['women', 'rural-poor'], country: 'UG', system: 'ug-ndaga-muntu', feature: 'Sole credential',
    summary: 'Women shut out of health care where the national identity card is asked for, as the applicants put it to the Court. The Court found that the card was not required for public health care.',
  },
  {
    by: 'joseph@quillwort.example', case: 'Nubian Rights Forum', claim: 'Base documents%', record: 'ke-nubian-rights-forum-niims-2020', kind: 'nationality-discrimination', groups: ['ethnic-minorities'], country: 'KE', system: 'ke-huduma-namba', feature: 'Enrolment',
    summary: 'Minority communities that lack base documents may be shut out of registration. The Court acknowledged the danger without finding discrimination proved.',
  },
] as const;

/** Writes them and links each to its case, whose readers read it too, and to the record it comes from. */
export async function writeDemoHarms(client: Client): Promise<void> {
  for (const h of harms) {
    const { rows: [harm] } = await client.query<{ id: string }>(
      `insert into app.harm (kind, groups, summary, country, id_system_id, feature, source, sureness, created_by)
       select $1, $2, $3, $4, s.id, $5, $6, 'reported', p.id from app.id_system s, app.person p where s.slug = $7 and p.email = $8 returning id`,
      [h.kind, [...h.groups], h.summary, h.country, h.feature, `Reference record ${h.record}`, h.system, h.by]);
    await client.query(
      `insert into app.harm_link (harm_id, legal_case_id, claim_id, follows_case) select $1, c.id, k.id, true from app.legal_case c join app.claim k on k.legal_case_id = c.id and k.act like $3 where c.demo and c.short_name = $2`,
      [harm?.id, h.case, h.claim]);
    await client.query('insert into app.harm_link (harm_id, precedent_id) select $1, id from app.precedent where slug = $2', [harm?.id, h.record]);
  }
}

import type { Client } from 'pg';

/** The sample coalition: plainly fictional people of plainly fictional organisations. The first five stand on the sign-in page. */
export const demoCast = [
  { role: 'lawyer', name: 'Grace Alder', email: 'grace@tamarisk.example', organisation: 'Tamarisk Legal', country: 'UG', roles: ['lawyer'] },
  { role: 'ally', name: 'Joseph Teasel', email: 'joseph@quillwort.example', organisation: 'Quillwort Trust', country: 'KE', roles: ['lawyer'] },
  { role: 'reviewer', name: 'Lucía Vetch', email: 'lucia@marram.example', organisation: 'Marram Justice Centre', country: 'MX', roles: ['reviewer'] },
  { role: 'facilitator', name: 'Noor Bracken', email: 'noor@eelgrass.example', organisation: 'Eelgrass Learning', country: 'JO', roles: ['facilitator'] },
  { role: 'steward', name: 'Anil Sorrel', email: 'anil@glasswort.example', organisation: 'Glasswort Network', country: 'IN', roles: ['steward'] },
  { role: null, name: 'Ines Samphire', email: 'ines@glasswort.example', organisation: 'Glasswort Network', country: 'IN', roles: ['steward'] },
  { role: null, name: 'Ruth Sedge', email: 'ruth@tamarisk.example', organisation: 'Tamarisk Legal', country: 'UG', roles: ['lawyer'] },
] as const;

/** Puts the sample people in, or leaves those who are there as they are. The client acts as lit_acl. */
export async function demoPeople(client: Client): Promise<void> {
  for (const of of demoCast) {
    await client.query("insert into app.organisation (name, country, demo) values ($1, $2, true) on conflict ((lower(name))) do nothing", [of.organisation, of.country]);
    await client.query('insert into app.person (email, name, demo, first_signed_in_at) values ($1, $2, true, now()) on conflict (email) do nothing', [of.email, of.name]);
    await client.query(
      'insert into app.membership (organisation_id, person_id, roles) select o.id, p.id, $3 from app.organisation o, app.person p where lower(o.name) = lower($1) and p.email = $2 and o.demo and p.demo on conflict do nothing',
      [of.organisation, of.email, [...of.roles]],
    );
  }
}

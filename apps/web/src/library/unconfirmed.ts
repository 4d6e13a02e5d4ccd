import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

const fields: Readonly<Record<string, MessageDescriptor>> = {
  title: msg`Exact title`, docket_number: msg`Docket number`, neutral_citation: msg`Neutral citation`, other_citations: msg`Other citations`, ecli: msg`ECLI`, filing_date: msg`Date of filing`, decision_date: msg`Date of the decision`,
  parties: msg`Parties`, rights: msg`Rights argued`, tests: msg`Legal tests`, cites: msg`Decisions cited`, timeline: msg`What happened when`, remedies: msg`Orders`, outcome: msg`Outcome`, for_claimant: msg`Result for the rights side`, holding: msg`What was held`, holding_summary: msg`What was held`,
  id_system: msg`The ID system`, judges: msg`Judges`, issues: msg`Questions before the court`, history: msg`Path through the courts`, biometrics: msg`Biometrics`, vendors: msg`Vendors`, funders: msg`Funders`, legal_basis: msg`Legal basis`, launched: msg`Year of launch`,
  data_protection_law: msg`Data protection law`, centralised_database: msg`Central register`, open_source: msg`Open source`, mandatory_in_law: msg`Mandatory in law`, mandatory_de_facto: msg`Mandatory in practice`, statistics: msg`Figures`, status: msg`Status`, identifier: msg`Identifier`,
};

/** The records name what was not confirmed by field, `rights[1..2]`, or in free words. Which field of the page is meant, where one is. */
export const unconfirmedField = (note: string): MessageDescriptor | undefined => fields[/^[a-z_]+(?=$|[\s.[(,])/u.exec(note)?.[0] ?? ''];

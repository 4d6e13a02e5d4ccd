import { HarmPageDocument } from '../gql/graphql.ts';
import { found, type Loaded, type Loading, warm } from '../page-loader.ts';

export async function load({ apollo, params }: Loading<{ id: string }, object>): Promise<Loaded> {
  const { harm } = await warm(apollo, HarmPageDocument, { id: params.id });
  return { title: found(harm).kind.label };
}

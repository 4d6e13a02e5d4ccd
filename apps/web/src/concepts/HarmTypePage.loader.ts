import { ConceptPageDocument } from '../gql/graphql.ts';
import { found, type Loaded, type Loading, warm } from '../page-loader.ts';

export async function load({ apollo, params: { id } }: Loading<{ id: string }>): Promise<Loaded> {
  const { conceptPage } = await warm(apollo, ConceptPageDocument, { scheme: 'harms', id });
  return { title: found(conceptPage).concept.label };
}

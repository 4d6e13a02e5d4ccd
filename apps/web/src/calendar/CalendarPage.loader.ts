import { msg } from '@lingui/core/macro';
import { CalendarPageDocument } from '../gql/graphql.ts';
import { type Loaded, type Loading, warm } from '../page-loader.ts';
import { type CalendarSearch, variablesOf } from './calendar-search.ts';

export async function load({ apollo, i18n, search }: Loading<Record<string, string>, CalendarSearch>): Promise<Loaded> {
  await warm(apollo, CalendarPageDocument, variablesOf(search));
  return { title: i18n._(msg`Calendar`) };
}

import type { ApolloClient } from '@apollo/client';
import type { I18n } from '@lingui/core';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, notFound, redirect, type RouteComponent } from '@tanstack/react-router';
import { faultOf } from './apollo.ts';
import { Document } from './Document.tsx';
import { CodedError } from './faults.ts';
import { ShellMeDocument, type ShellMeQuery } from './gql/graphql.ts';
import type { Loaded, Loader } from './page-loader.ts';
import { parseSearch, searches, stringifySearch } from './search-params.ts';
import { FaultPage } from './shell/FaultPage.tsx';
import { NotFoundPage } from './shell/NotFoundPage.tsx';

/** What is particular to one request (server) or one window (browser). */
export interface PageContext { apollo: ApolloClient; i18n: I18n; nonce: string; cookie: () => string; dev: boolean }

const pages = import.meta.glob<Record<string, RouteComponent>>(['./*/*Page.tsx', './*/*Layout.tsx', '!./shell/*']);
const loaders = import.meta.glob<{ load: Loader }>('./*/*.loader.ts');

/** A page is `folder/NamePage.tsx` (exports `NamePage`) and, where it reads something first, `folder/NamePage.loader.ts` (exports `load`). */
function page(file: string) {
  const source = pages[`./${file}.tsx`], before = loaders[`./${file}.loader.ts`];
  if (!source) throw new Error(`no page ${file}`);
  return {
    component: lazyRouteComponent(source, file.split('/').at(-1)) as RouteComponent,
    loaderDeps: ({ search }: { search: object }) => ({ search }),
    loader: async ({ context, params, deps, location }: { context: PageContext; params: any; deps: { search: object }; location: { pathname: string } }): Promise<Loaded | undefined> => {
      try {
        return before && await (await before()).load({ apollo: context.apollo, i18n: context.i18n, params, search: deps.search } as never);
      } catch (e) {
        if (faultOf(e).code !== 'INVALID') throw e;
        // A filter nobody knows gives the list without filters; an id that can be none leads nowhere.
        throw Object.values(deps.search).some((value) => value !== undefined) ? redirect({ to: location.pathname as '/', replace: true }) : notFound();
      }
    },
    head: ({ loaderData }: { loaderData?: Loaded | undefined }) => ({ meta: loaderData?.title ? [{ title: `${loaderData.title} · Amparo` }] : [] }),
    staticData: { file: `src/${file}.tsx` },
  };
}

/** Who is here; null for the public, and also when a session has run out, so that public pages stay open. */
async function whoIs(apollo: ApolloClient): Promise<ShellMeQuery['me']> {
  try {
    return (await apollo.query({ query: ShellMeDocument })).data?.me ?? null;
  } catch (e) {
    const { code } = faultOf(e);
    if (code !== 'UNAUTHENTICATED') throw new CodedError(code);
    apollo.writeQuery({ query: ShellMeDocument, data: { me: null } });
    return null;
  }
}
/** Private places ask for a person before anything else is read. */
const signedIn = async ({ context, location }: { context: PageContext; location: { href: string } }) => {
  if (!(await whoIs(context.apollo))) throw redirect({ to: '/sign-in', search: { next: location.href } });
};

const root = createRootRouteWithContext<PageContext>()({
  component: Document,
  notFoundComponent: NotFoundPage,
  loader: async ({ context }) => { await whoIs(context.apollo); },
  head: () => ({ meta: [{ title: 'Amparo' }] }),
});
const under = { getParentRoute: () => root };
const personal = { ...under, beforeLoad: signedIn };

const home = createRoute({ ...under, path: '/', beforeLoad: async ({ context }) => { throw redirect({ to: (await whoIs(context.apollo)) ? '/today' : '/precedents', replace: true }); } });
const signIn = createRoute({ ...under, path: '/sign-in', validateSearch: searches.signIn, ...page('sign-in/SignInPage') });
const link = createRoute({ ...under, path: '/link/$token', ...page('sign-in/LinkPage') });
const help = createRoute({ ...under, path: '/help', ...page('help/HelpPage') });

const precedents = createRoute({ ...under, path: '/precedents', validateSearch: searches.precedents, ...page('precedents/PrecedentsPage') });
const compare = createRoute({ ...under, path: '/precedents/compare', validateSearch: searches.compare, ...page('compare/ComparePage') });
const precedent = createRoute({ ...under, path: '/precedents/$slug', ...page('precedents/PrecedentPage') });
const courts = createRoute({ ...under, path: '/courts', validateSearch: searches.courts, ...page('courts/CourtsPage') });
const court = createRoute({ ...under, path: '/courts/$slug', ...page('courts/CourtPage') });
const systems = createRoute({ ...under, path: '/systems', validateSearch: searches.systems, ...page('systems/SystemsPage') });
const system = createRoute({ ...under, path: '/systems/$slug', ...page('systems/SystemPage') });
const harmType = createRoute({ ...under, path: '/harm-types/$id', ...page('concepts/HarmTypePage') });
const right = createRoute({ ...under, path: '/rights/$id', ...page('concepts/RightPage') });

const today = createRoute({ ...personal, path: '/today', ...page('today/TodayPage') });
const calendar = createRoute({ ...personal, path: '/calendar', validateSearch: searches.calendar, ...page('calendar/CalendarPage') });
const log = createRoute({ ...personal, path: '/log', validateSearch: searches.log, ...page('log/LogPage') });
const cases = createRoute({ ...personal, path: '/cases', validateSearch: searches.cases, ...page('cases/CasesPage') });
const newCase = createRoute({ ...personal, path: '/cases/new', validateSearch: searches.newCase, ...page('cases/NewCasePage') });
const legalCase = createRoute({ ...personal, path: '/cases/$id', ...page('cases/CaseLayout') });
const inCase = { getParentRoute: () => legalCase };
const caseHome = createRoute({ ...inCase, path: '/', ...page('cases/CasePage') });
const caseProceedings = createRoute({ ...inCase, path: '/proceedings', ...page('cases/CaseProceedingsPage') });
const caseClaims = createRoute({ ...inCase, path: '/claims', ...page('claims/CaseClaimsPage') });
const caseDecisions = createRoute({ ...inCase, path: '/decisions', ...page('decisions/CaseDecisionsPage') });
const caseOrders = createRoute({ ...inCase, path: '/orders', ...page('orders/CaseOrdersPage') });
const caseForums = createRoute({ ...inCase, path: '/forums', validateSearch: searches.forums, ...page('forums/CaseForumsPage') });
const casePeople = createRoute({ ...inCase, path: '/people', ...page('cases/CasePeoplePage') });
const caseChanges = createRoute({ ...inCase, path: '/changes', ...page('cases/CaseChangesPage') });
const caseEdit = createRoute({ ...inCase, path: '/edit', ...page('cases/CaseEditPage') });
const orders = createRoute({ ...personal, path: '/orders', validateSearch: searches.orders, ...page('orders/OrdersPage') });
const harms = createRoute({ ...personal, path: '/harms', validateSearch: searches.harms, ...page('harms/HarmsPage') });
const newHarm = createRoute({ ...personal, path: '/harms/new', validateSearch: searches.newHarm, ...page('harms/NewHarmPage') });
const harm = createRoute({ ...personal, path: '/harms/$id', ...page('harms/HarmPage') });
const account = createRoute({ ...personal, path: '/account', validateSearch: searches.account, ...page('account/AccountPage') });
const rules = createRoute({ ...personal, path: '/deadline-rules', ...page('deadlines/RulesPage') });
const members = createRoute({ ...personal, path: '/members', ...page('members/MembersPage') });

const tree = root.addChildren([
  home, signIn, link, help, precedents, compare, precedent, courts, court, systems, system, harmType, right,
  today, calendar, log, cases, newCase, legalCase.addChildren([caseHome, caseProceedings, caseClaims, caseDecisions, caseOrders, caseForums, casePeople, caseChanges, caseEdit]), orders, harms, newHarm, harm, account, members, rules,
]);

/** A router of its own for each request and each window; the cache of Apollo travels with it. */
export function makeRouter(context: PageContext) {
  return createRouter({
    routeTree: tree,
    context,
    ssr: { nonce: context.nonce },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0, // Apollo decides what is fresh
    scrollRestoration: true,
    defaultErrorComponent: FaultPage,
    defaultNotFoundComponent: NotFoundPage,
    // as text: a third smaller than as a graph of objects
    dehydrate: () => ({ apollo: JSON.stringify(context.apollo.cache.extract()) }),
    hydrate: ({ apollo }) => { context.apollo.cache.restore(JSON.parse(apollo) as never); },
  });
}
export type Router = ReturnType<typeof makeRouter>;
/** Source file of each route, by the route's id. */
export const fileOfRoute = (router: ReturnType<typeof makeRouter>): Record<string, string> =>
  Object.fromEntries(Object.values(router.routesById).flatMap((route) => { const file = route.options.staticData?.file; return file ? [[route.id, file]] : []; }));

declare module '@tanstack/react-router' {
  interface Register { router: ReturnType<typeof makeRouter> }
  interface StaticDataRouteOption { file?: string }
}

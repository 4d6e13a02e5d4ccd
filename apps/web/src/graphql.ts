/**
 * Marks a query, mutation or fragment beside the component that uses it. The generator reads the text here and writes
 * `NameDocument` into `gql/graphql.ts`, which is what code imports; the mark itself leaves no trace in the build.
 * What several files share may stand in a `.graphql` file of the folder instead.
 */
/* @__NO_SIDE_EFFECTS__ */
export function graphql(_document: string): void {}

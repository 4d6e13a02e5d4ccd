/** The operation that a service worker sends, which has no Apollo; the same as in offline.graphql, so that the server knows it. */
export const logQueueSend = 'mutation LogQueueSend($input: LogEventInput!) {\n  logEvent(input: $input) {\n    id\n  }\n}';

export * from './compliance.ts';
export * from './due.ts';
export * from './freshness.ts';
export * from './order.ts';

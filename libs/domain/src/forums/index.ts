export { type ChooserLaw, forumsFor } from './forums-for.ts';
export { bindingCodes, exclusionEffects, exhaustionCodes, type Forum, type ForumLaw, forumKinds, readForums, shippedForums, standingCodes, type TreatyStatus } from './law.ts';
export * from './memo.ts';
export { remediesOf, tops } from './remedies.ts';
export { type Bound, type TreatyAnswer, treatyStatusOn } from './treaty.ts';
export * from './types.ts';

import { isCode, Limb, Treatment } from './vocabulary.ts';

/**
 * Codes of the library's files and the codes of the domain, both ways (domain 2.6, "Codes in the data files").
 * A limb or treatment that the files have no word of their own for keeps its domain code in the file, so the way there
 * and back is total and loses nothing.
 */
const limbs: Readonly<Record<string, Limb>> = {
  legality: 'legality',
  'legitimate-aim': 'legitimate_aim',
  suitability: 'rational_connection',
  necessity: 'necessity',
  proportionality: 'balancing',
  'data-protection-safeguards': 'safeguards',
  'public-participation': 'public_participation',
  'equality-test': 'non_discrimination_prima_facie',
  'due-process': 'due_process',
  'essential-content': 'essential_content',
  'best-interests': 'best_interests_of_child',
};
const treatments: Readonly<Record<string, Treatment>> = { departed: 'not_followed' };

const turned = <T extends string>(table: Readonly<Record<string, T>>): ReadonlyMap<T, string> =>
  new Map(Object.entries(table).map(([file, code]) => [code, file]));
const limbsBack = turned(limbs);
const treatmentsBack = turned(treatments);

/** `suitability` → `rational_connection`. Undefined for a code that is neither a file's nor the domain's. */
export function limbFromFile(test: string): Limb | undefined {
  if (Object.hasOwn(limbs, test)) return limbs[test];
  return isCode(Limb, test) && !limbsBack.has(test) ? test : undefined;
}

/** The tests as the files name them, for whoever has to choose one. */
export const limbsOfFiles: readonly string[] = [...Object.keys(limbs), ...Object.values(Limb).filter((code) => !limbsBack.has(code))];

/** `rational_connection` → `suitability`. */
export const limbToFile = (limb: Limb): string => limbsBack.get(limb) ?? limb;

/** `departed` → `not_followed`. Undefined for a code that is neither a file's nor the domain's. */
export function treatmentFromFile(treatment: string): Treatment | undefined {
  if (Object.hasOwn(treatments, treatment)) return treatments[treatment];
  return isCode(Treatment, treatment) && !treatmentsBack.has(treatment) ? treatment : undefined;
}

/** The treatments as the files name them. */
export const treatmentsOfFiles: readonly string[] = [...Object.keys(treatments), ...Object.values(Treatment).filter((code) => !treatmentsBack.has(code))];

/** `not_followed` → `departed`. */
export const treatmentToFile = (treatment: Treatment): string => treatmentsBack.get(treatment) ?? treatment;

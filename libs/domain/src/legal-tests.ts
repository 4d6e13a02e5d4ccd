import type { Limb } from './vocabulary.ts';

/** The seven squares of the test strip, in their fixed order, with their letters (ux 5: L A S N P D E). */
export const stripLimbs = [
  { limb: 'legality', letter: 'L' },
  { limb: 'legitimate_aim', letter: 'A' },
  { limb: 'rational_connection', letter: 'S' },
  { limb: 'necessity', letter: 'N' },
  { limb: 'balancing', letter: 'P' },
  { limb: 'safeguards', letter: 'D' },
  { limb: 'non_discrimination_prima_facie', letter: 'E' },
] as const satisfies readonly { limb: Limb; letter: string }[];

/** Rows of a comparison: the strip, then what courts also ask of the way a law was made. */
export const comparisonLimbs: readonly Limb[] = [...stripLimbs.map(({ limb }) => limb), 'public_participation'];

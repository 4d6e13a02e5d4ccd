import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesOf, isCode, Limb, limbFromFile, limbToFile, stripLimbs, Treatment, treatmentFromFile, treatmentSense, treatmentToFile } from './index.ts';

describe('Codes of the files and codes of the domain', () => {
  it('the mapping of the domain page', () => {
    const pairs = {
      legality: 'legality', 'legitimate-aim': 'legitimate_aim', suitability: 'rational_connection', necessity: 'necessity', proportionality: 'balancing',
      'data-protection-safeguards': 'safeguards', 'public-participation': 'public_participation', 'equality-test': 'non_discrimination_prima_facie',
      'due-process': 'due_process', 'essential-content': 'essential_content', 'best-interests': 'best_interests_of_child',
    };
    for (const [file, limb] of Object.entries(pairs)) expect([limbFromFile(file), limbToFile(limb as Limb)]).toEqual([limb, file]);
    expect([treatmentFromFile('departed'), treatmentToFile('not_followed')]).toEqual(['not_followed', 'departed']);
  });
  it('every code goes out and comes back as itself, and no two share a word', () => {
    fc.assert(fc.property(fc.constantFrom(...codesOf(Limb)), (limb) => limbFromFile(limbToFile(limb)) === limb));
    fc.assert(fc.property(fc.constantFrom(...codesOf(Treatment)), (treatment) => treatmentFromFile(treatmentToFile(treatment)) === treatment));
    expect(new Set(codesOf(Limb).map(limbToFile)).size).toBe(codesOf(Limb).length);
    expect(new Set(codesOf(Treatment).map(treatmentToFile)).size).toBe(codesOf(Treatment).length);
  });
  it('whatever is read is written again as it was', () => {
    const words = fc.oneof(fc.string(), fc.constantFrom(...codesOf(Limb), ...codesOf(Limb).map(limbToFile), ...codesOf(Treatment), 'departed', '__proto__', 'toString'));
    fc.assert(fc.property(words, (word) => {
      const [limb, treatment] = [limbFromFile(word), treatmentFromFile(word)];
      return (limb === undefined || limbToFile(limb) === word) && (treatment === undefined || treatmentToFile(treatment) === word);
    }));
  });
  it('the strip reads L A S N P D E, and treatments point four ways', () => {
    expect(stripLimbs.map(({ letter }) => letter).join(' ')).toBe('L A S N P D E');
    expect(treatmentSense).toMatchObject({ relied_on: 'positive', cited: 'neutral', considered: 'neutral', referred_to_larger_bench: 'cautious', not_followed: 'negative', declared_per_incuriam: 'negative' });
    expect(isCode(Limb, 'constructor')).toBe(false);
  });
});

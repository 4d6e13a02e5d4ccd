import { useLingui } from '@lingui/react/macro';

type Words = Readonly<Record<string, string>>;
const wordsOf = (words: Words) => (code: string): string => words[code] ?? code.replaceAll('_', ' ');

/** Words for decisions: what they are, who spoke, how they stand as authority. Nothing but words is decided here. */
export function useDecisionWords() {
  const { t } = useLingui();
  return {
    kind: wordsOf({ judgment: t`judgment`, ruling: t`ruling`, interim_order: t`interim order`, views: t`views`, report: t`report`, opinion: t`opinion`, settlement_approval: t`approval of a settlement` }),
    opinion: wordsOf({
      majority: t`majority`, plurality: t`plurality`, per_curiam: t`the court as one`, single: t`single judge`, concurring: t`concurring`, partly_dissenting: t`partly dissenting`, dissenting: t`dissenting`,
    }),
    citation: wordsOf({ neutral: t`neutral citation`, parallel: t`parallel citation`, report: t`law report`, ecli: 'ECLI', international: t`international number`, other: t`other` }),
    part: wordsOf({ sat: t`sat`, recused: t`recused`, absent: t`absent` }),
    textStatus: wordsOf({ authentic: t`authentic`, official_translation: t`official translation`, unofficial_translation: t`unofficial translation`, machine_translation: t`machine translation` }),
    textVersion: wordsOf({ original: t`original`, corrected: t`corrected`, provisional: t`provisional`, translation: t`translation` }),
    force: wordsOf({ ratio: t`necessary to the result (ratio)`, obiter: t`said in passing (obiter)`, unclear: t`not clear` }),
    authority: wordsOf({
      good: t`Good authority`, good_in_part: t`Good in part`, under_appeal: t`Under appeal`, stayed: t`Stayed`, doubted: t`Doubted`, overruled_in_part: t`Overruled on a point`, overruled: t`Overruled`, reversed: t`Reversed`, superseded: t`Superseded by law`, unknown: t`Not known`,
    }),
    /** One reason for the standing of a decision. */
    authorityStep: wordsOf({
      reversed_above: t`A higher court reversed all it decided.`, reversed_above_in_part: t`A higher court reversed part of it; the rest stands.`, under_appeal: t`A higher court was asked and has not decided.`, stayed: t`It is stayed.`,
      overruled: t`A court with power over it overruled it, and a second person has read that.`, overruled_on_point: t`A court with power over it overruled it on one point.`, superseded_by_statute: t`A law has replaced it.`,
      doubted: t`A court with power over it doubts it.`, limited: t`A court with power over it limits it.`, question_referred: t`A question in it was referred to a larger bench. Its standing does not change.`,
      dissent_changes_nothing: t`A dissent says otherwise. That changes nothing.`, no_power_over_it: t`A court without power over it says otherwise. That changes nothing.`, not_reviewed: t`It is said to be overruled, but no second person has read that yet. Until then it changes nothing.`,
      nothing_against_it: t`Nothing on record speaks against it.`, nobody_looked: t`Nobody has looked yet.`,
    }),
    treatment: wordsOf({
      followed: t`followed`, applied: t`applied`, adopted: t`adopted`, approved: t`approved`, affirmed: t`affirmed`, relied_on: t`relied on`, cited: t`cited`, considered: t`considered`, explained: t`explained`, referred_to: t`referred to`,
      distinguished: t`distinguished`, limited: t`limited`, doubted: t`doubted`, questioned: t`questioned`, referred_to_larger_bench: t`referred to a larger bench`, not_followed: t`not followed`, disapproved: t`disapproved`, criticised: t`criticised`,
      reversed: t`reversed`, overruled: t`overruled`, set_aside: t`set aside`, superseded_by_statute: t`superseded by statute`, declared_per_incuriam: t`declared per incuriam`,
    }),
    relation: wordsOf({ superior: t`a court above`, same: t`the same court`, inferior: t`a court below`, foreign: t`a foreign court`, international: t`an international body` }),
    user: wordsOf({ brief: t`brief`, plan: t`plan`, comparison: t`comparison`, pack: t`training pack`, argument: t`argument`, other: t`other` }),
    /** Why something of ours asks to be looked at again. */
    cause: wordsOf({
      finding_reversed: t`The finding it uses was reversed.`, decision_reversed: t`The decision it uses was reversed.`, decision_good_in_part: t`The decision it uses stands only in part.`, decision_overruled: t`The decision it uses was overruled.`,
    }),
    /** What later courts did. */
    later: wordsOf({ reversed: t`Reversed above`, affirmed: t`Affirmed above`, untouched: t`Untouched above` }),
    laterStep: wordsOf({
      same_on_limb: t`ruled on the same test, and the same way`, differs_on_limb: t`ruled on the same test, and the other way`, same_on_claim: t`ruled the same way on the claim`, differs_on_claim: t`ruled the other way on the claim`,
      sent_back: t`set the ruling aside and sent the claim back`, left_standing: t`ended without a ruling on the merits, so it stands`, not_before_it: t`decided, but not on this claim`, not_comparable: t`ruled, but no ruling below is on record to compare it with`,
    }),
    standing: wordsOf({ own_interest: t`in their own right`, group: t`for a group`, public_interest: t`in the public interest`, association: t`as an association`, representative: t`as representative` }),
    collective: wordsOf({ opt_in: t`collective, by joining (opt-in)`, opt_out: t`collective, unless one leaves (opt-out)`, none: t`binds all without asking` }),
  };
}
export type DecisionWords = ReturnType<typeof useDecisionWords>;

/** "¶ 112", "p. 7", with the opinion it stands in. */
export const pinpointOf = ({ paragraph, page }: { paragraph: number | null; page: number | null }): string | null => (paragraph ? `¶ ${paragraph}` : page ? `p. ${page}` : null);
/** Dissents are never the court. */
export const dissents = (type: string | null | undefined): boolean => type === 'dissenting' || type === 'partly_dissenting';

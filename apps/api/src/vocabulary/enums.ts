import { AuthorityStatus, CaseResult, CitationType, ClaimStanding, CollectiveRule, DateBasis, DecisionKind, FindingResult, FindingStatus, HoldingForce, OpinionType, PanelPart, TextStatus, TextVersion, Treatment, UsedKind, UserKind } from '@amparo/domain';
import { registerEnumType } from '@nestjs/graphql';

// Codes that several slices answer with are registered once, here.
registerEnumType(CaseResult, { name: 'CaseResult', description: 'The result seen from the side of the rights at stake. no_merits is never counted as won or lost.' });
registerEnumType(FindingResult, { name: 'FindingResult', description: 'Did the State meet the test? No finding at all means: not coded yet.' });
registerEnumType(FindingStatus, { name: 'FindingStatus', description: 'What later courts did to it, per claim. Nothing at all means: no later court has decided.' });
registerEnumType(AuthorityStatus, { name: 'AuthorityStatus' });
registerEnumType(DecisionKind, { name: 'DecisionKind' });
registerEnumType(OpinionType, { name: 'OpinionType' });
registerEnumType(TextStatus, { name: 'TextStatus' });
registerEnumType(TextVersion, { name: 'TextVersion' });
registerEnumType(CitationType, { name: 'CitationType' });
registerEnumType(PanelPart, { name: 'PanelPart' });
registerEnumType(DateBasis, { name: 'DateBasis' });
registerEnumType(HoldingForce, { name: 'HoldingForce', description: 'What binds, and what was said in passing: a human\'s judgement.' });
registerEnumType(Treatment, { name: 'Treatment' });
registerEnumType(UsedKind, { name: 'UsedKind' });
registerEnumType(UserKind, { name: 'UserKind' });
registerEnumType(ClaimStanding, { name: 'ClaimStanding', description: 'In whose right a claim is brought.' });
registerEnumType(CollectiveRule, { name: 'CollectiveRule', description: 'How people come to belong to a claim made for many; none: it binds all without asking.' });

import { CaseResult, FindingResult } from '@amparo/domain';
import { registerEnumType } from '@nestjs/graphql';

// Codes that several slices answer with are registered once, here.
registerEnumType(CaseResult, { name: 'CaseResult', description: 'The result seen from the side of the rights at stake. no_merits is never counted as won or lost.' });
registerEnumType(FindingResult, { name: 'FindingResult', description: 'Did the State meet the test? No finding at all means: not coded yet.' });

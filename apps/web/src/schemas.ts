// The server's rules for what is sent. They weigh more than all else of a form, so that they come with the first form that is sent, not with the page.
export { addLegalCase, changeEvent, changeLegalCase, changeProceedingLink, check, claim, disposition, finding, harm, identifier, linkPrecedent, party, proceeding, proceedingLink, shareLegalCase, transfer } from '@amparo/domain';

/**
 * Every stage of any procedure, once (domain 2.4), named under the template that is the first to use it. How they follow one
 * another is the business of the templates in `@amparo/domain/procedures`, which a page loads only when it needs them; a
 * test keeps the two alike.
 */
export const allStages: readonly string[] = [
  // SM-CL
  'drafting', 'filed', 'leave', 'certified_urgent', 'interim_ex_parte', 'interim_inter_partes', 'served', 'responses', 'joinder_amici',
  'consolidation', 'directions', 'mentions', 'submissions', 'hearing', 'reserved', 'judgment', 'orders_extracted', 'notice_of_appeal',
  'compliance', 'notice', 'record', 'stay_application', 'further_appeal_leave', 'remittal', 'final',
  // SM-CV
  'admitted', 'defence', 'evidence_period', 'closing_arguments', 'advocate_or_prosecutor_opinion', 'deliberation', 'appeal', 'cassation',
  'execution', 'referral_by_entitled_body', 'admissibility', 'interveners', 'decision_erga_omnes',
  // SM-TU
  'provisional_measure', 'authority_report', 'impugned', 'second_instance', 'sent_to_constitutional_court', 'not_selected', 'selected', 'review',
  'incidente_de_desacato',
  // SM-AM
  'prevention', 'suspension_provisional', 'suspension_definitive', 'justified_report', 'constitutional_hearing', 'sobreseimiento', 'revision',
  'repetition_of_act',
  // SM-ECHR
  'lodged', 'rejected_form', 'registered', 'single_judge_inadmissible', 'allocated', 'rule39', 'notified_to_state', 'third_party_leave',
  'friendly_settlement_phase', 'observations', 'relinquished_to_gc', 'committee_decision', 'committee_judgment', 'chamber_decision',
  'chamber_judgment', 'three_month_window', 'gc_request', 'gc_panel', 'gc_refused', 'gc_judgment', 'cm_supervision', 'action_plan',
  'action_report', 'infringement', 'final_resolution',
  // SM-IA
  'petition_received', 'initial_review', 'not_opened', 'transmitted_to_state', 'merits_observations', 'art_50_report', 'compliance_window',
  'submitted_to_court', 'art_51_report', 'published', 'friendly_settlement', 'precautionary_measures', 'submitted', 'notified', 'victims_brief',
  'state_answer', 'observations_on_objections', 'declarants_list', 'amicus_window', 'final_arguments', 'interpretation', 'compliance_supervision',
  'archived', 'provisional_measures',
  // SM-AF
  'received', 'seized', 'merits', 'decision', 'transmitted', 'implementation_follow_up', 'referral', 'no_jurisdiction', 'reply',
  'further_pleadings', 'pleadings_closed', 'state_compliance_report', 'non_compliance_to_executive_council',
  // SM-ACERWC
  'implementation_reporting', 'closed', 'amicable_settlement',
  // SM-ECOWAS
  'application', 'expedited', 'rejoinder', 'oral', 'writ_to_national_authority',
  // SM-EACJ
  'reference', 'response', 'scheduling_conference', 'first_instance_judgment', 'national_order_for_reference', 'returned',
  // SM-CJEU-PR
  'written_observations', 'hearing_request', 'ag_opinion', 'national_decision',
  // SM-UN
  'more_info', 'interim_measures', 'state_observations', 'author_comments', 'inadmissible', 'discontinued', 'views', 'state_follow_up',
  'follow_up_grade',
  // SM-DPA
  'triage', 'inquiry', 'provisional_decision', 'court_appeal',
];

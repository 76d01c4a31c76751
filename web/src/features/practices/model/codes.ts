// The codes that ship with the package format.
export const channels = ['centre', 'home', 'remote', 'residential'] as const;
export const groups = [
  'older_people', 'disabled_adults', 'disabled_children', 'families_with_disabled_child', 'family_carers', 'families_with_children',
  'people_after_stroke', 'people_with_dementia', 'palliative', 'veterans', 'homeless', 'low_income', 'volunteers', 'staff',
] as const;
export const needs = [
  'self_care_loss', 'disabled_family_member', 'child_adaptation', 'no_care_available', 'family_conflict', 'no_fixed_abode', 'no_work_or_means', 'regional_other',
] as const;
export const careForms = ['home', 'semi_residential', 'residential', 'temporary_stay', 'urgent'] as const;
export const units = ['service', 'minute', 'hour', 'day', 'month', 'trip', 'item', 'set', 'kilogram', 'square_metre', 'hundred_metres'] as const;
export const serviceKinds = ['household', 'medical', 'psychological', 'pedagogical', 'labour', 'legal', 'communicative', 'urgent', 'cultural', 'economic'] as const;
export const qualifications = [
  'social_worker', 'social_work_specialist', 'psychologist', 'clinical_psychologist', 'teacher', 'special_teacher', 'speech_therapist',
  'adaptive_pe_instructor', 'nurse', 'doctor', 'exercise_therapist', 'occupational_therapist', 'rehabilitation_specialist', 'care_aide',
  'care_instructor', 'lawyer', 'driver', 'technician', 'labour_instructor', 'culture_organiser', 'methodist', 'head_of_department',
  'volunteer_coordinator', 'cook', 'sanitary_worker',
] as const;
export const roomKinds = [
  'rental_store', 'reception', 'consulting', 'quiet_room', 'demo_room', 'training_hall', 'sensory', 'kitchen', 'workshop', 'adaptive_pe_hall',
  'relaxation', 'class', 'bedroom', 'cleaning_area', 'garage', 'office',
] as const;
export const roles = ['director', 'methodist', 'accountant', 'desk', 'recipient', 'relative', 'volunteer', 'partner'] as const;
export const documentKinds = [
  'order', 'regulation', 'job_description', 'contract', 'agreement', 'act', 'consent', 'journal', 'plan', 'instruction', 'certificate',
  'leaflet', 'letter', 'questionnaire',
] as const;
export const proofs = ['document', 'photo', 'order', 'certificate', 'act', 'register', 'none'] as const;
/** Steps of the filter of cost, in roubles to start. */
export const costs = ['0', '100000', '500000', '1000000', '3000000'] as const;

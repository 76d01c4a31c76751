// Where what a centre is held to stands: a practice or a listed service, in one centre or in all of them.
import type { Day } from '../../../lib/dates';
import type { Subject } from '../api';

export function subjectOf({ practice, service }: { practice?: string | undefined; service?: string | undefined }): Subject {
  return service ? { service } : { practice: practice ?? '' };
}

const fields = (values: Record<string, string>, day: Day | null) => new URLSearchParams(day ? { ...values, day } : values).toString();

export const centrePath = (subject: Subject, centre: string) => ('service' in subject ? `/verdicts/services/${subject.service}/${centre}` : `/verdicts/${subject.practice}/${centre}`);
export const regionPath = (of: Subject | { organisation: string }, day: Day | null) => `/verdicts?${fields({ ...of }, day)}`;
export const onDay = (path: string, day: Day | null) => (day ? `${path}?${fields({}, day)}` : path);

// Statements while they are written: which few numbers each kind of measure asks for.
import type { Statement } from '../../../lib/statement';

export type Kind = Statement['kind'];
/** What is measured without a package: a listed service has no forms, rooms and programme lines. */
const kindsOfServices: readonly Kind[] = ['wait', 'minutes', 'group_size', 'frequency', 'qualified'];
export const kinds: readonly Kind[] = ['wait', 'minutes', 'group_size', 'frequency', 'programme_share', 'qualified', 'form_pair', 'scale_change', 'presence'];

/** The kinds to choose from. What an older draft of a service measures stays among them: the server says why it cannot. */
export function kindsFor(service: boolean, taken: Kind): readonly Kind[] {
  return service ? kinds.filter((kind) => kindsOfServices.includes(kind) || kind === taken) : kinds;
}

/** The rule of a kind with nothing that belongs to another; services are kept where they may stand. */
export function ruleOf(kind: Kind, services: readonly string[]): Statement['rule'] {
  const empty = { services: kind === 'presence' ? [] : [...services], qualifications: [], items: [] };
  switch (kind) {
    case 'wait': return { ...empty, days: 14 };
    case 'minutes': return { ...empty, from: 30, to: 60 };
    case 'group_size': return { ...empty, from: 3, to: 12 };
    case 'frequency': return { ...empty, at_least: 1, per: 'week' };
    case 'programme_share': return { ...empty, share_percent: 90 };
    case 'scale_change': return { ...empty, direction: 'up', min_change: 1 };
    case 'qualified':
    case 'form_pair':
    case 'presence': return empty;
  }
}

export function freshStatement(id: string): Statement {
  return { id, title: { ru: '' }, idea: { ru: '' }, aspect: 'process', period: 'month', kind: 'wait', rule: ruleOf('wait', []), threshold_percent: 80 };
}

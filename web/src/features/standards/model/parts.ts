import { t } from '../../../lib/messages';
import type { Change } from '../api';

/** The server names parts of a text by their fields; those without words here have none on the screen. */
export function partTitle(part: string): string {
  switch (part) {
    case 'title':
    case 'kind':
    case 'target_group':
    case 'description':
    case 'conditions':
    case 'volume':
    case 'accessibility':
    case 'remote':
    case 'preparation':
    case 'performance':
    case 'completion':
    case 'clauses':
    case 'statements': return t(`standards.part.${part}`);
    case 'clause': return t('standards.part.clauses');
    case 'statement': return t('standards.part.statements');
    default: return part;
  }
}

/** Changes by the part of the text in which they stand, in its order. */
export function byPart(changes: readonly Change[]): [string, Change[]][] {
  const out = new Map<string, Change[]>();
  for (const each of changes) out.set(each.part, [...(out.get(each.part) ?? []), each]);
  return [...out];
}

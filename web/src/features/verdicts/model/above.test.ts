import { expect, test } from 'vitest';
import type { Organisation, OrganisationKind } from '../../../lib/directory';
import { countedIn } from './above';

function place(id: string, kind: OrganisationKind, parent?: string): Organisation {
  return { id, code: id, kind, title: id, short_title: id, ...(parent && { parent }), zone: 'Asia/Novosibirsk', address: '', phone: '', director: '', revision: 1 };
}

test('what a branch delivers counts for the centre above it, however far, and a centre stands for itself', () => {
  const all = [place('region', 'department'), place('centre', 'centre', 'region'), place('branch', 'branch', 'centre'), place('room', 'branch', 'branch'), place('agency', 'partner', 'centre')];
  const above = (id: string) => countedIn(all, id)?.id;
  expect(above('branch')).toBe('centre');
  expect(above('room')).toBe('centre');
  expect(above('centre')).toBeUndefined();
  expect(above('agency')).toBeUndefined();
  expect(above('nobody')).toBeUndefined();
});

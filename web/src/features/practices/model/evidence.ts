// A practice is as well proved as the weakest of four axes: one level, and what keeps it there.
import type { Schemas } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { axes } from './codes';
import type { Package } from './types';

export type Evidence = Schemas['PackageEvidence'];
export type Axis = Evidence['axis'];

export function evidenceReason(level: number, weakest: readonly Axis[]): string {
  if (level === 3 || weakest.length === 0) return '';
  const names = weakest.map((axis) => t(`practices.axis.${axis}`).toLocaleLowerCase()).join(', ');
  return t(level === 0 ? 'practices.level_without' : 'practices.level_weakest', { axes: names });
}

export interface AxisOfEvidence {
  axis: Axis;
  /** The highest of its items. */
  level: number;
  items: Evidence[];
}

export function evidenceByAxis(work: Pick<Package, 'evidence'>): AxisOfEvidence[] {
  return axes.map((axis) => {
    const items = (work.evidence ?? []).filter((each) => each.axis === axis);
    return { axis, level: Math.max(0, ...items.map((each) => each.level)), items };
  });
}

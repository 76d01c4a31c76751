import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { regionDay } from '../../../lib/session';
import { Tag, type Tone } from '../../../ui/Tag';
import type { Stage, Summary } from '../api';

const tones: Record<Stage, Tone> = { draft: 'neutral', comments: 'warning', settling: 'warning', coming: 'info', in_force: 'good', superseded: 'neutral', repealed: 'danger' };
const day = 86_400_000;

function stageText({ stage, in_force_from: from, in_force_until: until, comments_until: last }: Summary): string {
  switch (stage) {
    case 'comments': return t('standards.stage.comments', { days: last ? Math.round((Date.parse(last) - Date.parse(regionDay())) / day) + 1 : 0 });
    case 'coming': return t('standards.stage.coming', { day: from ? formatDay(from) : '' });
    case 'in_force': return t('standards.stage.in_force', { day: from ? formatDay(from) : '' });
    case 'superseded':
    case 'repealed': return t(`standards.stage.${stage}`, { day: until ? formatDay(until) : '' });
    case 'draft':
    case 'settling': return t(`standards.stage.${stage}`);
  }
}

/** Where a version stands, in words. */
export function StageTag({ version }: { version: Summary }) {
  return <Tag tone={tones[version.stage]}>{stageText(version)}</Tag>;
}

import { formatMonth } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import type { Comparison } from '../api';

const step = 14;
const gap = 2;

/** Months across, centres down: full once a centre has started, empty before. The stairs are the design. */
export function DesignPicture({ found }: { found: Comparison }) {
  const { months, centres } = found;
  const last = months.at(-1)?.month ?? '';
  const first = months[0]?.month ?? '';
  return (
    <figure class="design">
      <svg viewBox={`0 0 ${months.length * step} ${centres.length * step}`} role="img" preserveAspectRatio="xMinYMin meet"
        style={{ maxWidth: `${months.length * step * 1.5}px` }}
        aria-label={t('evidence.picture', { centres: centres.length, from: formatMonth(first), to: formatMonth(last) })}>
        {centres.map((centre, row) => months.map((each, column) => {
          const started = centre.started_on != null && centre.started_on.slice(0, 7) <= each.month.slice(0, 7);
          return (
            <rect key={`${centre.organisation}${each.month}`} class={started ? 'on' : 'off'} x={column * step + gap / 2} y={row * step + gap / 2} width={step - gap} height={step - gap} rx="2" />
          );
        }))}
      </svg>
      <figcaption class="muted">{t('evidence.picture_words', { from: formatMonth(first), to: formatMonth(last) })}</figcaption>
    </figure>
  );
}

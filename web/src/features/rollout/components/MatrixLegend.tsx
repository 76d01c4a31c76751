import { t } from '../../../lib/messages';
import { MatrixSign } from './MatrixSign';
import type { Colour } from './matrix_model';

const order: readonly Colour[] = [
  'reached', 'after_preparing', 'before_preparing', 'forecast_late', 'overdue', 'lapsed', 'stopped', 'none',
];

export function MatrixLegend() {
  return (
    <ul class="matrix-legend" aria-label={t('rollout.legend')}>
      {order.map((colour) => (
        <li key={colour}>
          <span class={`matrix-swatch ${colour}`}>
            <MatrixSign colour={colour} />
          </span>
          {t(`rollout.colour.${colour}`)}
        </li>
      ))}
    </ul>
  );
}

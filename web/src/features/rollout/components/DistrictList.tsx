import { useState } from 'preact/hooks';
import { t } from '../../../lib/messages';
import { formatPercent } from '../../../lib/numbers';
import { ordered, stepOf, type District, type Order, type Steps } from './region_model';

const orders: readonly Order[] = ['title', 'share', 'trouble'];

export interface DistrictListProps {
  districts: readonly District[];
  chosen: string | null;
  steps: Steps;
  onChoose(id: string): void;
}

export function DistrictList({ districts, chosen, steps, onChoose }: DistrictListProps) {
  const [order, setOrder] = useState<Order>('trouble');
  return (
    <div class="district-list">
      <table>
        <caption class="visually-hidden">{t('rollout.districts')}</caption>
        <thead>
          <tr>
            {orders.map((each) => (
              <th key={each} scope="col" class={each} aria-sort={each === order ? (each === 'trouble' ? 'descending' : 'ascending') : undefined}>
                <button type="button" class="sort" onClick={() => setOrder(each)}>
                  {t(`rollout.order.${each}`)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ordered(districts, order).map((district) => (
            <tr key={district.id} class={district.id === chosen ? 'chosen' : ''}>
              <th scope="row">
                <button type="button" class="district" aria-pressed={district.id === chosen} onClick={() => onChoose(district.id)}>
                  <span class={`region-swatch step-${stepOf(district.share, steps) ?? 0}`} />
                  {district.title}
                </button>
              </th>
              <td>{district.share === null ? t('rollout.no_data') : formatPercent(district.share)}</td>
              <td>{district.trouble || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import { useState } from 'preact/hooks';
import { t } from '../../../lib/messages';
import { measured, ordered, stepOf, type District, type Order, type Scale } from './region_model';

const orders: readonly Order[] = ['title', 'share', 'trouble'];

export interface DistrictListProps {
  districts: readonly District[];
  chosen: string | null;
  scale: Scale;
  onChoose(id: string): void;
}

export function DistrictList({ districts, chosen, scale, onChoose }: DistrictListProps) {
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
                  {each === 'share' ? scale.title : t(`rollout.order.${each}`)}
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
                  <span class={`region-swatch step-${stepOf(district.share, scale.steps) ?? 0}`} />
                  {district.title}
                </button>
              </th>
              <td>{measured(district, scale)}</td>
              <td>{district.trouble || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

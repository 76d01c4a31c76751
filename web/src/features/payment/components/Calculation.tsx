import { useQuery } from '@tanstack/preact-query';
import { namer, titleOf, useServices } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { getCategories, type Calculation as Reckoned } from '../api';
import { formulaOf, money, titleOfStep, type Names } from '../model/words';

export function useNames(): Names {
  const services = useServices();
  const categories = useQuery({ queryKey: ['payment', 'categories'], queryFn: getCategories, staleTime: 3_600_000 });
  return {
    service: namer(services.data, (each) => titleOf(each.titles)),
    category: (code) => titleOf(categories.data?.find((each) => each.code === code)?.titles) || (code ?? ''),
  };
}

/** Line by line, as it was reckoned: what, with what, by which act, and what it came to. */
export function Calculation({ calculation }: { calculation: Reckoned }) {
  const names = useNames();
  return (
    <ol class="pay-steps">
      {calculation.steps.map((step, place) => {
        const how = formulaOf(step);
        return (
          <li key={place} class={place === calculation.steps.length - 1 ? 'pay-last' : ''}>
            <span>{titleOfStep(step, names)}</span>
            <span class="pay-result">{money(step.result)}</span>
            {how && <span class="pay-how">{how}</span>}
            {step.ground && <span class="pay-how">{t('payment.ground_of', { ground: step.ground })}</span>}
          </li>
        );
      })}
    </ol>
  );
}

/** What is paid, in one figure, and why nothing is. */
export function Payment({ calculation }: { calculation: Reckoned }) {
  return (
    <p>
      <span class="pay-sum">{money(calculation.payment_kopecks)}</span> <span class="muted">{calculation.free ? t(`payment.free.${calculation.free}`) : t('payment.a_month')}</span>
    </p>
  );
}

import { t } from '../../../lib/messages';
import type { Bill } from '../api';
import { money, payment, paymentOf, quantity } from '../model/words';
import './Acts.css';

/** Services line by line, and how the payment follows. */
export function BillView({ bill, caption }: { bill: Bill; caption: string }) {
  return (
    <div class="stack">
      <div class="acts-lines" tabIndex={0} role="group" aria-label={caption}>
        <table>
          <caption class="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('acts.service')}</th>
              <th scope="col" class="end">{t('acts.quantity')}</th>
              <th scope="col" class="end">{t('acts.tariff')}</th>
              <th scope="col" class="end">{t('acts.sum')}</th>
            </tr>
          </thead>
          <tbody>
            {bill.lines.map((line, at) => (
              <tr key={at}>
                <th scope="row">{line.title}</th>
                <td class="end">{quantity(line.quantity)}</td>
                <td class="end">{line.kind === 'priced' ? money(line.price_kopecks ?? 0) : t(`acts.line.${line.kind}`)}</td>
                <td class="end">{line.kind === 'unpriced' ? '—' : money(line.sum_kopecks)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>{t('acts.total')}</th>
              <td class="end">{money(bill.sum_kopecks)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      {bill.parts.map((part, at) => <p key={at}>{paymentOf(part)}</p>)}
      <p class="acts-sum">{t('acts.payable')}: {payment(bill.payable_kopecks)}</p>
      {bill.budget_kopecks !== undefined && <p class="muted">{t('acts.budget')}: {money(bill.budget_kopecks)}</p>}
    </div>
  );
}

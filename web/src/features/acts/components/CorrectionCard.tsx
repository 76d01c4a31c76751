import { formatMonthLong } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { correctionPaperAt, type Correction } from '../api';
import { causes, difference, money, payment, quantity } from '../model/words';
import './Acts.css';

/** What was reported, what it came to, and why: service by service. */
export function CorrectionCard({ correction, named }: { correction: Correction; named: boolean }) {
  const { content } = correction;
  const title = t('acts.correction_title', { number: content.label, month: formatMonthLong(content.month) });
  return (
    <article class="card stack" aria-label={named ? `${content.name}, ${title}` : title}>
      <h3>{named ? <a href={`/recipients/${correction.person}/bills`}>{content.name}</a> : title}</h3>
      {named && <p class="muted">{title}</p>}
      <p>{content.act ? t('acts.corrects', { act: content.act }) : t('acts.corrects_nothing')} {t('acts.because', { causes: causes(content.causes) })}</p>
      {content.changes.length > 0 && (
        <div class="acts-lines" tabIndex={0} role="group" aria-label={t('acts.changes')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('acts.service')}</th>
                <th scope="col" class="end">{t('acts.was')}</th>
                <th scope="col" class="end">{t('acts.is')}</th>
                <th scope="col" class="end">{t('acts.difference')}</th>
              </tr>
            </thead>
            <tbody>
              {content.changes.map((each) => (
                <tr key={each.service}>
                  <th scope="row">{each.title}</th>
                  <td class="end">{quantity(each.quantity_before)}</td>
                  <td class="end">{quantity(each.quantity_after)}</td>
                  <td class="end">{difference(each.sum_after_kopecks - each.sum_before_kopecks)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p><strong>{t('acts.payment_changed', { before: payment(content.before.payable_kopecks), after: payment(content.after.payable_kopecks) })}</strong> {t('acts.sum_changed', { before: money(content.before.sum_kopecks), after: money(content.after.sum_kopecks) })}</p>
      <p><a href={correctionPaperAt(correction.id)} target="_blank" rel="noopener">{t('acts.print_correction')}</a></p>
    </article>
  );
}

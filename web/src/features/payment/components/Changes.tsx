import { t } from '../../../lib/messages';
import type { Change } from '../api';
import { money } from '../model/words';

const shown = (kopecks: number | undefined) => (kopecks === undefined ? '—' : money(kopecks));

/** Old and new side by side. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return null;
  return (
    <table class="pay-table">
      <caption class="visually-hidden">{t('payment.changes')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('payment.figure')}</th>
          <th scope="col" class="end">{t('payment.before')}</th>
          <th scope="col" class="end">{t('payment.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((each) => (
          <tr key={each.figure}>
            <th scope="row">{t(`payment.figure.${each.figure}`)}</th>
            <td class="end">{shown(each.before)}</td>
            <td class="end">{each.before === each.after ? shown(each.after) : <strong>{shown(each.after)}</strong>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { useQuery } from '@tanstack/preact-query';
import { titleOf, useServices } from '../../../lib/directory';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { Loaded } from '../../../ui/Loaded';
import { getDifference, type Content, type Difference, type Line, type Programme } from '../api';
import { volumeWords } from '../model/words';

const headingWords: Record<Difference['headings'][number], (content: Content) => string> = {
  form: ({ form }) => t(`programmes.form.${form}`),
  since: ({ since }) => formatDay(since),
  until: ({ until }) => formatDay(until),
  review_on: ({ review_on, until }) => formatDay(review_on ?? until),
  care_level: ({ care_level }) => (care_level ? String(care_level) : '—'),
  conditions: ({ conditions }) => conditions ?? '—',
  providers: ({ providers }) => providers.join('; ') || '—',
  accompaniment: ({ accompaniment }) => accompaniment.map(({ kind, measure }) => `${kind}: ${measure}`).join('; ') || '—',
};

const lineWords = (line: Line | undefined) => (line ? [volumeWords(line), line.weekly_minutes ? t('programmes.minutes_a_week', { minutes: line.weekly_minutes }) : ''].filter(Boolean).join(', ') : '—');

/** Two versions side by side; what stayed the same is left out. */
export function Differences({ programme, from, to }: { programme: Programme; from: number; to: number }) {
  const services = useServices();
  const difference = useQuery({ queryKey: ['programmes', 'difference', programme.id, from, to, programme.versions.find((each) => each.version === to)?.revision], queryFn: () => getDifference(programme.id, from, to) });
  const before = programme.versions.find((each) => each.version === from)?.content;
  const after = programme.versions.find((each) => each.version === to)?.content;
  if (!before || !after) return null;
  const title = (line: Line | undefined) => titleOf(services.data?.find((each) => each.id === line?.service)?.titles);
  return (
    <section class="card stack" aria-label={t('programmes.differences')}>
      <h2>{t('programmes.differences')}</h2>
      <Loaded query={difference}>
        {({ headings, lines }) => {
          const changed = lines.filter(({ part }) => part !== 'same');
          if (headings.length + changed.length === 0) return <p class="muted">{t('programmes.no_differences')}</p>;
          return (
            <table class="prog-sides">
              <thead><tr><th scope="col">{t('programmes.what')}</th><th scope="col">{t('programmes.version_number', { version: from })}</th><th scope="col">{t('programmes.version_number', { version: to })}</th></tr></thead>
              <tbody>
                {headings.map((each) => <tr key={each}><th scope="row">{t(`programmes.heading.${each}`)}</th><td>{headingWords[each](before)}</td><td class="prog-changed">{headingWords[each](after)}</td></tr>)}
                {changed.map((each) => (
                  <tr key={(each.before ?? each.after)?.service} class={each.part === 'removed' ? 'prog-removed' : ''}>
                    <th scope="row">{title(each.before ?? each.after)} <span class="muted">({t(`programmes.part.${each.part}`)})</span></th>
                    <td>{lineWords(each.before)}</td>
                    <td class={each.part === 'added' ? 'prog-added' : 'prog-changed'}>{lineWords(each.after)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          );
        }}
      </Loaded>
    </section>
  );
}

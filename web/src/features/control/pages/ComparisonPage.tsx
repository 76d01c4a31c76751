import { useQuery } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { asProblem } from '../../../lib/api';
import { isDay } from '../../../lib/dates';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { regionDay } from '../../../lib/session';
import { DateField } from '../../../ui/DateField';
import { EmptyState } from '../../../ui/EmptyState';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { Tag, type Tone } from '../../../ui/Tag';
import { getComparison, type ComparedItem } from '../api';
import '../components/Control.css';
import { MarkLine } from '../components/ItemList';
import { whereOf } from '../model/words';

const tones: Record<ComparedItem['standing'], Tone> = { confirmed: 'good', not_confirmed: 'danger', unseen: 'neutral' };

function Compared({ line }: { line: ComparedItem }) {
  const { item, declared, seen, verdict, standing, basis } = line;
  return (
    <li>
      <p><strong>{whereOf(item)}</strong>: {titleOf(item.text)}</p>
      <div class="control-pair">
        <div>
          <p class="muted">{t('control.declared')}</p>
          {declared ? <MarkLine mark={declared} /> : <p>{t('control.nothing_declared')}</p>}
        </div>
        <div>
          <p class="muted">{t('control.confirmed')}</p>
          <p><Tag tone={tones[standing]}>{t(`control.standing.${standing}`)}</Tag> {basis && t(`control.basis.${basis}`)}</p>
          {seen && <MarkLine mark={seen} />}
          {verdict && <p>{t('control.facts', { outcome: t(`control.outcome.${verdict}`) })}</p>}
        </div>
      </div>
    </li>
  );
}

/** What a centre says of itself beside what was seen or counted, as of any day. */
export default function ComparisonPage() {
  const { centre = '', version = '' } = useRoute().params;
  const { path, query: fields, route } = useLocation();
  const today = regionDay();
  const day = fields.day && isDay(fields.day) ? fields.day : null;
  const query = useQuery({ queryKey: ['control', 'comparison', centre, version, day], queryFn: () => getComparison(centre, version, day) });
  const absent = query.error && asProblem(query.error).status === 404;
  return (
    <Page title={t('control.compare')} crumbs={[{ href: '/control', label: t('control.title') }, { href: `/control/centres/${centre}`, label: query.data?.organisation_title ?? t('control.column.centre') }]}
      lead={<a href={`/standards/versions/${version}`}>{t('control.column.standard')}</a>}>
      <div class="filters no-print">
        <DateField name="day" label={t('control.day')} required value={day ?? today} max={today} onChange={(next) => route(next && next < today ? `${path}?day=${next}` : path, true)} />
      </div>
      {absent ? (
        <EmptyState title={t('control.not_in_force_then')} />
      ) : (
        <Loaded query={query}>
          {({ items }) => (
            <section class="card" aria-label={t('control.compare')}>
              <p>{t('control.confirmed_of', { done: items.filter(({ standing }) => standing === 'confirmed').length, all: items.length })}</p>
              <ul class="control-list">{items.map((line) => <Compared key={line.item.item} line={line} />)}</ul>
            </section>
          )}
        </Loaded>
      )}
    </Page>
  );
}

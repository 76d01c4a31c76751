import { t } from '../../../lib/messages';
import { EmptyState } from '../../../ui/EmptyState';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { Select } from '../../../ui/Select';
import { DayVisits } from '../components/DayVisits';
import { usePlace } from '../components/use_place';

export default function DayPage() {
  const { query, own, organisation, organisations, context, titleOfService, put } = usePlace();
  return (
    <Page title={t('journal.day')} crumbs={[{ href: '/journal', label: t('journal.journal') }]} actions={<a class="button" href="/journal/month">{t('journal.month')}</a>}>
      {organisations.data && own.length === 0 && <EmptyState title={t('journal.no_organisation')} />}
      <Loaded query={context}>
        {(loaded) => {
          const worker = query.worker ?? loaded.me ?? loaded.workers[0]?.id ?? '';
          return (
            <div class="stack">
              <div class="filters">
                {own.length > 1 && <Select name="organisation" label={t('journal.organisation')} required value={organisation} choices={own.map((each) => ({ value: each.id, label: each.short_title }))} onChange={(next) => put({ organisation: next, worker: '' })} />}
                <Select name="worker" label={t('journal.worker')} required value={worker} choices={loaded.workers.map((each) => ({ value: each.id, label: each.name }))} onChange={(next) => put({ worker: next })} />
              </div>
              {worker === '' ? <EmptyState title={t('journal.no_workers')} /> : (
                <DayVisits key={`${organisation} ${worker}`} organisation={organisation} worker={worker} day={query.day ?? loaded.today} today={loaded.today} titleOfService={titleOfService} onDay={(day) => put({ day })} />
              )}
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}

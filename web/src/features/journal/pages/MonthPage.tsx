import { useQuery } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { addDays, formatMonthLong, type Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { Select } from '../../../ui/Select';
import { getDepartments, getMonth } from '../api';
import { DayVisits } from '../components/DayVisits';
import { MonthSheet } from '../components/MonthSheet';
import { usePlace } from '../components/use_place';

/** In letters of the reader's size: what is narrower holds no month. */
const narrowest = 46;
const isNarrow = () => innerWidth / parseFloat(getComputedStyle(document.documentElement).fontSize) < narrowest;

function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(isNarrow);
  useEffect(() => {
    const look = () => setNarrow(isNarrow());
    addEventListener('resize', look);
    return () => removeEventListener('resize', look);
  }, []);
  return narrow;
}

const firstOf = (day: Day) => `${day.slice(0, 7)}-01`;

/** The month of a centre as a grid; where there is no room for it, the day of a worker. */
export default function MonthPage() {
  const { query, own, organisation, organisations, context, services, titleOfService, put } = usePlace();
  const narrow = useNarrow();
  const today = context.data?.today;
  const first = query.month ? firstOf(query.month) : today && firstOf(today);
  const { worker = '', department = '' } = query;
  const departments = useQuery({ queryKey: ['departments', organisation], queryFn: () => getDepartments(organisation), enabled: organisation !== '', staleTime: 60_000 });
  const month = useQuery({
    queryKey: ['journal', 'month', organisation, first, worker, department],
    queryFn: () => getMonth({ organisation, month: first!, ...(worker ? { worker } : {}), ...(department ? { department } : {}) }),
    enabled: organisation !== '' && first !== undefined && services.data !== undefined && !narrow,
    staleTime: 60_000,
  });
  const mine = worker || context.data?.me || context.data?.workers[0]?.id || '';
  const step = (days: number) => first && put({ month: firstOf(addDays(first, days)) });

  return (
    <Page
      title={narrow ? t('journal.day') : t('journal.month')}
      crumbs={[{ href: '/journal', label: t('journal.journal') }]}
      actions={<><a class="button" href="/journal/day">{t('journal.day')}</a><a class="button" href="/journal/notices">{t('journal.notices')}</a></>}
    >
      {organisations.data && own.length === 0 && <EmptyState title={t('journal.no_organisation')} />}
      <div class="filters">
        {own.length > 1 && <Select name="organisation" label={t('journal.organisation')} required value={organisation} choices={own.map((each) => ({ value: each.id, label: each.short_title }))} onChange={(next) => put({ organisation: next, worker: '', department: '' })} />}
        <Select name="worker" label={t('journal.worker')} required value={narrow ? mine : worker} {...(narrow ? {} : { empty: t('journal.all_workers') })} choices={(context.data?.workers ?? []).map((each) => ({ value: each.id, label: each.name }))} onChange={(next) => put({ worker: next, department: '' })} />
        {!narrow && (departments.data ?? []).length > 0 && <Select name="department" label={t('journal.department')} required value={department} empty={t('journal.all_departments')} choices={departments.data!.map((each) => ({ value: each.id, label: each.title }))} onChange={(next) => put({ department: next, worker: '' })} />}
        {!narrow && first && (
          <div class="sheet-bar">
            <Button icon="left" name={t('journal.month_before')} onClick={() => step(-1)} />
            <strong>{formatMonthLong(first)}</strong>
            <Button icon="right" name={t('journal.month_after')} onClick={() => step(32)} />
          </div>
        )}
      </div>
      {narrow && today && mine && <DayVisits key={`${organisation} ${mine}`} organisation={organisation} worker={mine} day={query.day ?? today} today={today} titleOfService={titleOfService} onDay={(day) => put({ day })} />}
      {!narrow && organisation !== '' && (
        <Loaded query={month}>
          {(loaded) => context.data && (
            <MonthSheet key={`${organisation} ${loaded.first} ${worker} ${department}`} month={loaded} context={context.data} worker={worker || undefined} titleOfService={titleOfService} />
          )}
        </Loaded>
      )}
    </Page>
  );
}

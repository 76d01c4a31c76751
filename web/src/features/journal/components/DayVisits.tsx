import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { problemText } from '../../../lib/api';
import { addDays, formatDay, formatWeekday, type Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { Loaded } from '../../../ui/Loaded';
import { Tag } from '../../../ui/Tag';
import { getDay, type Visit } from '../api';
import { writeQuantity } from '../model/sheet';
import './Journal.css';
import { stateOf, useDay, type DayDesk } from './use_day';

export interface DayVisitsProps {
  organisation: string;
  worker: string;
  day: Day;
  today: Day;
  titleOfService(id: string): string;
  onDay(day: Day): void;
}

function VisitCard({ visit, desk, future, titleOfService }: { visit: Visit; desk: DayDesk; future: boolean; titleOfService(id: string): string }) {
  const state = stateOf(visit, desk.waiting);
  const wrong = desk.wrong.get(visit.id);
  return (
    <li class="visit">
      <div class="visit-head">
        <h3>{visit.name}</h3>
        <span class="muted">{visit.last_on && t('journal.last_visit', { day: formatDay(visit.last_on) })}</span>
      </div>
      {visit.absence && <p><Tag tone="warning">{t(`journal.flag.${visit.absence}`)}</Tag></p>}
      <ul class="visit-services">
        {visit.services.map((each) => (
          <li key={each.service}>
            <span>{titleOfService(each.service)}</span>
            <span class="nowrap">{each.delivered > 0 ? t('journal.recorded_quantity', { quantity: writeQuantity(each.delivered) }) : writeQuantity(each.quantity)}</span>
          </li>
        ))}
      </ul>
      {wrong && <p class="field-error" role="alert">{wrong}</p>}
      {state === 'done' && <p><Tag tone="good">{t('journal.visit_done')}</Tag></p>}
      {state === 'waiting' && <p><Tag tone="info">{t('journal.visit_waiting')}</Tag></p>}
      {state === 'open' && !future && visit.services.length > 0 && (
        <Button kind="primary" busy={desk.busy} onClick={() => desk.record(visit)}>{t('journal.visit_record')}<span class="visually-hidden"> {visit.name}</span></Button>
      )}
    </li>
  );
}

/** Whom the worker visits on the day, and one press for each. Made for a thumb. */
export function DayVisits({ organisation, worker, day, today, titleOfService, onDay }: DayVisitsProps) {
  const client = useQueryClient();
  const list = useQuery({ queryKey: ['journal', 'day', organisation, worker, day], queryFn: () => getDay({ organisation, worker, day }), enabled: worker !== '' });
  const desk = useDay(organisation, worker, day, () => {
    void client.invalidateQueries({ queryKey: ['journal'] });
    void client.invalidateQueries({ queryKey: ['facts'] });
  });
  const waiting = new Set(desk.waiting.map((each) => each.person)).size;
  return (
    <div class="stack">
      <div class="visit-day">
        <Button icon="left" name={t('journal.day_before')} onClick={() => onDay(addDays(day, -1))} />
        <p aria-live="polite">{formatWeekday(day)}</p>
        <Button icon="right" name={t('journal.day_after')} onClick={() => onDay(addDays(day, 1))} />
      </div>
      {waiting > 0 && (
        <div class="table-problem" role="status">
          <p>{desk.problem ? problemText(desk.problem) : ''} {t('journal.visits_wait', { count: waiting })}</p>
          <Button busy={desk.busy} onClick={() => void desk.send()}>{t('journal.send_now')}</Button>
        </div>
      )}
      <Loaded query={list}>
        {(loaded) => {
          const expected = loaded.visits.filter((each) => each.expected);
          const others = loaded.visits.filter((each) => !each.expected);
          const part = (title: string, visits: readonly Visit[]) => visits.length > 0 && (
            <section class="stack" aria-label={title}>
              <h2>{title}</h2>
              <ul class="visits">{visits.map((each) => <VisitCard key={each.id} visit={each} desk={desk} future={day > today} titleOfService={titleOfService} />)}</ul>
            </section>
          );
          return loaded.visits.length === 0 ? (
            <EmptyState title={t('journal.no_visits')} detail={t('journal.no_visits_detail')} action={<a class="button" href="/journal/new">{t('journal.enter_one')}</a>} />
          ) : (
            <>
              {part(t('journal.expected'), expected)}
              {part(t('journal.others'), others)}
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

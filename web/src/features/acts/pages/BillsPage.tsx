import { useInfiniteQuery, useQuery } from '@tanstack/preact-query';
import { useRoute } from 'preact-iso';
import { asProblem } from '../../../lib/api';
import { formatMonthLong } from '../../../lib/dates';
import { ownOrganisations, useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { EmptyState } from '../../../ui/EmptyState';
import { Failure } from '../../../ui/Loaded';
import { More } from '../../../ui/More';
import { Page } from '../../../ui/Page';
import { Waiting } from '../../../ui/Progress';
import { Tag } from '../../../ui/Tag';
import { getBills, getPerson, type PersonMonth } from '../api';
import { BillView } from '../components/BillView';
import { CorrectionCard } from '../components/CorrectionCard';

function MonthCard({ month }: { month: PersonMonth }) {
  const title = formatMonthLong(month.month);
  return (
    <section class="card stack" aria-label={title}>
      <h2>{title} {month.state !== 'closed' && <Tag tone={month.state === 'open' ? 'warning' : 'info'}>{t(`acts.state.${month.state}`)}</Tag>}</h2>
      {month.act && <p><a href={`/acts/one/${month.act}`}>{t('acts.act_title', { number: month.label ?? '' })}</a>{month.standing && <>, {t(`acts.standing.${month.standing}`).toLowerCase()}</>}</p>}
      {month.state !== 'closed' && <p class="muted">{t('acts.so_far')}</p>}
      <BillView bill={month.bill} caption={t('acts.delivered_in', { month: title })} />
      {month.corrections.map((each) => <CorrectionCard key={each.id} correction={each} named={false} />)}
    </section>
  );
}

/** Months of a person: what was delivered and what is paid. */
export default function BillsPage() {
  const { params } = useRoute();
  const person = params.person ?? '';
  const organisations = useOrganisations();
  const own = ownOrganisations(organisations.data ?? []).map((each) => each.id);
  const card = useQuery({ queryKey: ['persons', 'card', person], queryFn: () => getPerson(person) });
  const serves = card.data?.attachments.find((each) => !each.until && own.includes(each.organisation))?.organisation ?? own[0] ?? '';
  const list = useInfiniteQuery({
    queryKey: ['acts', 'bills', person, serves],
    queryFn: ({ pageParam }) => getBills(person, serves, pageParam),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: card.data !== undefined && serves !== '',
    staleTime: 0,
  });
  const months = list.data?.pages.flatMap((page) => page.items);
  const name = card.data ? [card.data.person.family_name, card.data.person.given_name, card.data.person.patronymic].filter(Boolean).join(' ') : '';
  const error = card.error ?? list.error;
  return (
    <Page title={t('acts.bills')} lead={t('acts.bills_lead')} crumbs={[{ href: '/recipients', label: t('acts.recipients') }, ...(name ? [{ href: `/recipients/${person}`, label: name }] : [])]}
      actions={<a class="button" href={`/recipients/${person}/payment`}>{t('acts.assessments')}</a>}>
      {error && asProblem(error) && <Failure error={error} onRetry={() => void (card.error ? card.refetch() : list.refetch())} />}
      {!months && !error && <Waiting waiting />}
      {months && (
        <div class="stack">
          {months.length === 0 && <EmptyState title={t('acts.no_bills')} detail={t('acts.no_bills_detail')} />}
          {months.map((each) => <MonthCard key={`${each.month} ${each.organisation}`} month={each} />)}
          <More shown={months.length} next={list.hasNextPage ? 'more' : null} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
        </div>
      )}
    </Page>
  );
}

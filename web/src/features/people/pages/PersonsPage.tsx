import { useInfiniteQuery, useQuery } from '@tanstack/preact-query';
import { asProblem } from '../../../lib/api';
import { namer, ownOrganisations, useDistricts, useOrganisations } from '../../../lib/directory';
import { today } from '../../../lib/dates';
import { useDraft } from '../../../lib/draft';
import { t } from '../../../lib/messages';
import { inOtherLayout, readSearch, type Asked } from '../../../lib/person_search';
import { useSettled } from '../../../lib/settled';
import { can } from '../../../lib/session';
import { useShortcut } from '../../../lib/shortcuts';
import { EmptyState } from '../../../ui/EmptyState';
import { focusField } from '../../../ui/ErrorSummary';
import { Page } from '../../../ui/Page';
import { lifeWords } from '../../../ui/person/age';
import { Reasons } from '../../../ui/person/AlikePeople';
import { findMeant } from '../../../ui/person/same';
import { Table, type Column } from '../../../ui/Table';
import { Tag } from '../../../ui/Tag';
import { TextInput } from '../../../ui/TextInput';
import { searchPersons, type Summary } from '../api';

async function find(asked: Asked | null, cursor: string, signal: AbortSignal) {
  const page = await searchPersons(asked, cursor, signal);
  const other = asked && page.items.length === 0 && !cursor ? inOtherLayout(asked) : null;
  return other ? searchPersons(other, '', signal) : page;
}

/** Nobody is called so: whom was meant? */
function Meant({ asked }: { asked: Asked }) {
  const meant = useQuery({ queryKey: ['persons', 'meant', asked], queryFn: ({ signal }) => findMeant(asked, signal) });
  if (!meant.data || meant.data.length === 0) return null;
  return (
    <section class="stack" aria-label={t('people.meant')}>
      <h2>{t('people.meant')}</h2>
      <ul class="alike-list">
        {meant.data.map((each) => (
          <li key={each.id}>
            <div>
              <a href={`/recipients/${each.id}`}>{each.name}</a>, {lifeWords(each.birth, each.death, today())} {each.death && <Tag>{t('people.dead')}</Tag>}
              <Reasons alike={each} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

export default function PersonsPage() {
  // What is searched for names people, so it stands in no address.
  const [text, setText] = useDraft<string>('recipients search', () => '');
  const settled = useSettled(text);
  const asked = readSearch(settled);
  const tooShort = settled.trim() !== '' && !asked;
  const districts = useDistricts();
  const organisations = useOrganisations();
  const district = namer(districts.data, (each) => each.title);
  const place = namer(organisations.data, (each) => each.short_title);
  const several = ownOrganisations(organisations.data ?? []).length > 1;
  useShortcut('Slash', 'people.keys.search', () => focusField('search'));

  const list = useInfiniteQuery({
    queryKey: ['persons', 'list', asked],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => find(asked, pageParam, signal),
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: !tooShort,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? null;

  const columns: Column<Summary>[] = [
    { key: 'name', title: t('people.name'), weight: 'main', cell: (row) => <a href={`/recipients/${row.id}`}>{row.name}</a> },
    { key: 'birth', title: t('people.life'), cell: (row) => <span>{lifeWords(row.birth, row.death, today())} {row.death && <Tag>{t('people.dead')}</Tag>}</span> },
    { key: 'district', title: t('people.district'), cell: (row) => district(row.district) },
    ...(several ? [{ key: 'place', title: t('people.served_by'), weight: 'minor' as const, cell: (row: Summary) => place(row.organisation) }] : []),
  ];
  return (
    <Page
      title={t('people.title')}
      actions={
        <>
          <a class="button primary" href="/recipients/new">{t('people.register')}</a>
          <a class="button" href="/recipients/lookup">{t('people.look_up')}</a>
        </>
      }
    >
      <nav class="beside" aria-label={t('people.beside')}>
        {can('duplicates.see') && <a href="/recipients/alike">{t('people.alike')}</a>}
        {can('acts.see') && <a href="/acts">{t('people.acts')}</a>}
        {can('programmes.see') && <a href="/programmes">{t('people.applications')}</a>}
        {can('papers.see') && <a href="/papers">{t('people.papers')}</a>}
        {can('payment.see') && <a href="/recipients/payment">{t('people.payment_outdated')}</a>}
      </nav>
      <div class="filters" role="search" aria-label={t('people.search')}>
        <TextInput name="search" label={t('people.search')} hint={tooShort ? t('people.search_short') : t('people.search_hint')} required type="search" value={text} onChange={setText} />
      </div>
      {asked && rows?.length === 0 && <Meant asked={asked} />}
      <Table
        caption={t('people.title')}
        columns={columns}
        rows={tooShort ? [] : rows}
        rowKey={(row) => row.id}
        problem={list.error ? asProblem(list.error) : null}
        onRetry={() => void list.refetch()}
        more={{ next: list.hasNextPage ? 'more' : null, busy: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }}
        empty={
          asked || tooShort ? (
            <EmptyState title={tooShort ? t('people.type_more') : t('people.not_found')} detail={t('people.not_found_detail')} action={<a class="button" href="/recipients/lookup">{t('people.look_up')}</a>} />
          ) : (
            <EmptyState title={t('people.empty')} detail={t('people.empty_detail')} action={<a class="button primary" href="/recipients/new">{t('people.register')}</a>} />
          )
        }
      />
    </Page>
  );
}

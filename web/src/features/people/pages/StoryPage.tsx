import { useInfiniteQuery, useQuery } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { asProblem } from '../../../lib/api';
import { namer, useOrganisations } from '../../../lib/directory';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { EmptyState } from '../../../ui/EmptyState';
import { Page } from '../../../ui/Page';
import { Select } from '../../../ui/Select';
import { Table } from '../../../ui/Table';
import { getCard, getStory, type StoryEvent, type StoryKind } from '../api';
import '../components/Card.css';
import { nameOf } from '../components/draft';

const kinds: readonly StoryKind[] = ['fact', 'form', 'request', 'consent', 'attachment', 'card', 'death'];

/** Where the thing itself is to be seen. */
function linkOf(person: string, { kind, thing }: StoryEvent): string {
  if (kind === 'fact') return `/journal?person=${person}`;
  if (kind === 'form' && thing) return `/recipients/${person}/forms/${thing}`;
  if (kind === 'request') return '/requests';
  return `/recipients/${person}`;
}

export default function StoryPage() {
  const { params } = useRoute();
  const { query, route } = useLocation();
  const id = params.person ?? '';
  const kind = kinds.find((each) => each === query.kind);
  const card = useQuery({ queryKey: ['persons', 'card', id], queryFn: async () => (await getCard(id)).body });
  const story = useInfiniteQuery({
    queryKey: ['persons', 'story', id, kind],
    initialPageParam: '',
    queryFn: ({ pageParam }) => getStory(id, kind, pageParam),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const organisations = useOrganisations();
  const place = namer(organisations.data, (each) => each.short_title);
  return (
    <Page
      title={t('people.story.title')}
      crumbs={[{ href: '/recipients', label: t('people.title') }, ...(card.data ? [{ href: `/recipients/${id}`, label: nameOf(card.data.person) }] : [])]}
    >
      <div class="filters">
        <Select
          name="kind"
          label={t('people.story.kind')}
          required
          value={kind ?? ''}
          empty={t('people.story.everything')}
          choices={kinds.map((each) => ({ value: each, label: t(`people.story.kind.${each}`) }))}
          onChange={(next) => route(`/recipients/${id}/story${next ? `?kind=${next}` : ''}`, true)}
        />
      </div>
      <Table
        caption={t('people.story.title')}
        rows={story.data?.pages.flatMap((page) => page.items) ?? null}
        rowKey={(row) => row.place}
        problem={story.error ? asProblem(story.error) : null}
        onRetry={() => void story.refetch()}
        more={{ next: story.hasNextPage ? 'more' : null, busy: story.isFetchingNextPage, onMore: () => void story.fetchNextPage() }}
        empty={<EmptyState title={t('people.story.empty')} />}
        columns={[
          { key: 'what', title: t('people.story.what'), weight: 'main', cell: (row) => <div><a href={linkOf(id, row)}>{row.text}</a>{row.detail && <div class="muted">{row.detail}</div>}</div> },
          { key: 'day', title: t('people.story.day'), cell: (row) => <span class="number">{formatDay(row.day)}</span> },
          { key: 'kind', title: t('people.story.kind'), weight: 'minor', cell: (row) => t(`people.story.kind.${row.kind}`) },
          { key: 'who', title: t('people.story.who'), cell: (row) => [row.who, place(row.organisation)].filter(Boolean).join(', ') || '—' },
        ]}
      />
    </Page>
  );
}

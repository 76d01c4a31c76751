import { useQuery } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { t, textOfCode } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { Tabs } from '../../../ui/Tabs';
import { Tag } from '../../../ui/Tag';
import { TextInput } from '../../../ui/TextInput';
import { findThings, type Found, type FoundList } from '../api';
import { Marked } from '../components/Marked';
import '../components/Find.css';

const page = 20;
const most = 200;

function addressOf(q: string, kind: string): string {
  const fields = new URLSearchParams({ q });
  if (kind) fields.set('kind', kind);
  return `/search?${fields.toString()}`;
}

function Row({ found }: { found: Found }) {
  return (
    <li>
      <h2><a href={found.path}><Marked text={found.title} />{found.within && ` — ${found.within}`}</a></h2>
      <Tag>{textOfCode(`app.found.${found.kind}`, found.kind)}</Tag>
      {found.snippet.text && <p><Marked text={found.snippet} /></p>}
    </li>
  );
}

function Results({ q, kind, list, limit, onMore }: { q: string; kind: string; list: FoundList; limit: number; onMore(): void }) {
  const all = list.counts.reduce((sum, { count }) => sum + count, 0);
  const count = kind ? (list.counts.find((each) => each.kind === kind)?.count ?? 0) : all;
  const tabs = [
    { href: addressOf(q, ''), label: t('find.every_kind'), count: String(all) },
    ...list.counts.map((each) => ({ href: addressOf(q, each.kind), label: textOfCode(`app.found.kinds.${each.kind}`, each.kind), count: String(each.count) })),
  ];
  return (
    <>
      {list.meant && <p>{t('find.meant', { text: list.meant })}</p>}
      {list.counts.length > 1 && <Tabs label={t('find.kinds')} tabs={tabs} current={addressOf(q, kind)} />}
      <p role="status">{t('find.count', { count })}</p>
      {count === 0 && <EmptyState title={t('find.nothing', { text: q })} detail={t('find.nothing_detail')} />}
      <ul class="find-list">{list.items.map((each) => <Row key={`${each.kind}/${each.id}`} found={each} />)}</ul>
      {list.items.length < count && limit < most && <Button onClick={onMore}>{t('ui.show_more')}</Button>}
    </>
  );
}

function Answer({ q, kind }: { q: string; kind: string }) {
  const [limit, setLimit] = useState(page);
  const found = useQuery({
    queryKey: ['search', q, kind, limit],
    queryFn: ({ signal }) => findThings(q, kind || undefined, limit, signal),
    placeholderData: (before) => before,
  });
  return <Loaded query={found}>{(list) => <Results q={q} kind={kind} list={list} limit={limit} onMore={() => setLimit(limit + page)} />}</Loaded>;
}

export default function FindPage() {
  const { query, route } = useLocation();
  const { q = '', kind = '' } = query;
  const [words, setWords] = useState(q);
  useEffect(() => setWords(q), [q]);
  return (
    <Page title={t('find.title')}>
      <form class="find-form" role="search" onSubmit={(event) => { event.preventDefault(); route(addressOf(words.trim(), '')); }}>
        <TextInput label={t('find.what')} name="q" type="search" required maxLength={300} value={words} onChange={setWords} />
        <Button type="submit" kind="primary">{t('find.find')}</Button>
      </form>
      {q.trim() ? <Answer key={addressOf(q, kind)} q={q} kind={kind} /> : <p>{t('find.hint')}</p>}
    </Page>
  );
}

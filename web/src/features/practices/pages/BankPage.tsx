import { useInfiniteQuery, useQuery } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../lib/messages';
import { formatMoney } from '../../../lib/numbers';
import { titleOf } from '../../../lib/directory';
import { can } from '../../../lib/session';
import { useShortcut } from '../../../lib/shortcuts';
import { Button } from '../../../ui/Button';
import { Check } from '../../../ui/CheckGroup';
import { EmptyState } from '../../../ui/EmptyState';
import { More } from '../../../ui/More';
import { Page } from '../../../ui/Page';
import { Select } from '../../../ui/Select';
import { focusField } from '../../../ui/ErrorSummary';
import { Tag } from '../../../ui/Tag';
import { TextInput } from '../../../ui/TextInput';
import { findPractices, readServiceKinds, type PracticeCard, type PracticeLevel } from '../api';
import { JudgedLevel } from '../components/JudgedLevel';
import { Failure } from '../../../ui/Loaded';
import { Waiting } from '../../../ui/Progress';
import { channels, costs, groups, serviceKinds } from '../model/codes';
import { fits, isLevelFilter, levelFilters, useLevels } from '../model/level';
import { filterOf, usePlace } from '../model/place';
import { most, writeSides } from '../model/side';
import { codeText, languageOf, say, startShort, wordOf } from '../model/words';
import '../components/Practices.css';

function useKinds() {
  const { data } = useQuery({ queryKey: ['service-kinds'], queryFn: readServiceKinds, staleTime: 300_000 });
  return data?.map(({ code, titles }) => ({ value: code, label: titleOf(titles) })) ?? serviceKinds.map((code) => ({ value: code, label: wordOf('code_kind', code) }));
}

function Filters() {
  const { place, go } = usePlace();
  const [words, setWords] = useState(place.query);
  const kinds = useKinds();
  useEffect(() => setWords(place.query), [place.query]);
  useEffect(() => {
    if (words === place.query) return;
    // Whoever has opened a practice meanwhile is not called back while its page loads.
    const timer = setTimeout(() => location.pathname === '/practices' && go({ query: words }), 350);
    return () => clearTimeout(timer);
  }, [words]);
  useShortcut('Slash', 'practices.keys.search', () => focusField('query'));
  const any = t('practices.any');
  return (
    <form class="practice-filters" role="search" onSubmit={(event) => { event.preventDefault(); go({ query: words }); }}>
      <TextInput label={t('practices.search')} name="query" type="search" required value={words} onChange={setWords} />
      <Select label={t('practices.audience')} name="audience" required empty={any} value={place.audience} onChange={(audience) => go({ audience })}
        choices={groups.map((code) => ({ value: code, label: codeText('group', code) }))} />
      <Select label={t('practices.kind')} name="kind" required empty={any} value={place.kind} onChange={(kind) => go({ kind })} choices={kinds} />
      <Select label={t('practices.where')} name="channel" required empty={any} value={place.channel} onChange={(channel) => go({ channel })}
        choices={channels.map((channel) => ({ value: channel, label: t(`practices.channel.${channel}`) }))} />
      <Select label={t('practices.cost_start')} name="cost" required empty={any} value={place.cost} onChange={(cost) => go({ cost })}
        choices={costs.map((cost) => ({ value: cost, label: cost === '0' ? t('practices.no_spending') : t('practices.up_to', { amount: formatMoney(Number(cost) * 100, 'RUB') }) }))} />
      {can('evidence.see') && <Select label={t('practices.evidence')} name="level" required empty={any} value={place.level} onChange={(level) => go({ level })}
        choices={levelFilters.map((level) => ({ value: level, label: t(`practices.level_filter.${level}`) }))} />}
    </form>
  );
}

function firstSentence(text: string): string {
  return /^.*?[.!?…](?=\s|$)/s.exec(text)?.[0] ?? text;
}

interface RowProps {
  card: PracticeCard;
  judged: PracticeLevel | null | undefined;
  chosen: boolean;
  full: boolean;
  onChoose(on: boolean): void;
}

function Row({ card, judged, chosen, full, onChoose }: RowProps) {
  return (
    <li class="practice-row" data-practice={card.id}>
      <div class="practice-main">
        <h2><a href={`/practices/${card.id}/versions/${card.version}`} lang={languageOf(card.title)}>{say(card.title)}</a></h2>
        <p class="practice-sentence" lang={languageOf(card.summary)}>{firstSentence(say(card.summary))}</p>
        <div class="practice-tags">
          {card.channels.map((channel) => <Tag key={channel} tone="info">{t(`practices.channel.${channel}`)}</Tag>)}
          {card.groups.slice(0, 4).map((group) => <Tag key={group}>{codeText('group', group)}</Tag>)}
          {card.groups.length > 4 && <Tag>{t('practices.more_groups', { count: card.groups.length - 4 })}</Tag>}
        </div>
      </div>
      <div class="practice-side">
        <JudgedLevel judged={judged} claimed={card.evidence_level} />
        <dl>
          <dt>{t('practices.cost_start_short')}</dt>
          <dd>{startShort(card, card.cost.start)}</dd>
          <dt>{t('practices.version')}</dt>
          <dd>{card.version}</dd>
        </dl>
        <Check label={t('practices.side.choose')} checked={chosen} disabled={full && !chosen} onChange={onChoose} />
        <a href={`/rollout?practices=${card.id}`} aria-label={t('practices.who_runs_named', { title: say(card.title) })}>{t('practices.who_runs')}</a>
      </div>
    </li>
  );
}

interface Chosen {
  practice: string;
  version: string;
}

/** The key C chooses the row in which the reader stands. */
function useChosen(cards: readonly PracticeCard[] | undefined) {
  const [chosen, setChosen] = useState<Chosen[]>([]);
  const has = (card: PracticeCard) => chosen.some((each) => each.practice === card.id);
  const choose = (card: PracticeCard, on: boolean) => {
    const rest = chosen.filter((each) => each.practice !== card.id);
    setChosen(on && rest.length < most ? [...rest, { practice: card.id, version: card.version }] : rest);
  };
  useShortcut('KeyC', 'practices.keys.choose', () => {
    const row = document.activeElement?.closest<HTMLElement>('[data-practice]');
    const card = cards?.find((each) => each.id === row?.dataset.practice);
    if (card) choose(card, !has(card));
  });
  return { chosen, has, choose, clear: () => setChosen([]) };
}

function Nothing() {
  const { place, go, clear } = usePlace();
  const narrowed = Object.values(place).some(Boolean);
  if (!narrowed) {
    return <EmptyState title={t('practices.bank_empty')} detail={t('practices.bank_empty_detail')}
      action={can('practices.install') && <a class="button primary" href="/practices/import">{t('practices.import')}</a>} />;
  }
  return (
    <EmptyState title={t('practices.nothing_found')} detail={place.cost ? t('practices.nothing_cost') : t('practices.nothing_detail')}
      action={<>
        {place.cost && <Button onClick={() => go({ cost: '' })}>{t('practices.drop_cost')}</Button>} <Button onClick={clear}>{t('practices.show_all')}</Button>{' '}
        {can('practices.author') && <a class="button" href="/practices/drafts">{t('practices.propose')}</a>}
      </>} />
  );
}

/** The bank as the filters of the address narrow it. Levels are not the bank's own: for them all pages are asked for. */
function useBank() {
  const { place } = usePlace();
  const filter = filterOf(place);
  const found = useInfiniteQuery({
    queryKey: ['practices', filter],
    queryFn: ({ pageParam, signal }) => findPractices(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  });
  const { levels, error } = useLevels();
  const level = isLevelFilter(place.level) ? place.level : null;
  const searching = level !== null && found.hasNextPage && !found.isFetchNextPageError;
  useEffect(() => {
    if (searching && !found.isFetchingNextPage) void found.fetchNextPage();
  }, [searching, found.isFetchingNextPage]);
  const all = found.data?.pages.flatMap((page) => page.items);
  const cards = level === null ? all : levels && all?.filter((card) => fits(level, levels.get(card.id)));
  return { found, levels, cards, searching, error: found.error ?? (level === null ? null : error) };
}

/** Find, trust, copy: what the network has worked out, each with its price and the ground it stands on. */
export default function BankPage() {
  const { found, levels, cards, searching, error } = useBank();
  const { chosen, has, choose, clear } = useChosen(cards);
  return (
    <Page title={t('practices.title')} lead={t('practices.lead')}
      actions={<>
        {can('practices.author') && <a class="button" href="/practices/drafts">{t('practices.drafts')}</a>}
        {can('practices.install') && <a class="button" href="/practices/import">{t('practices.import')}</a>}
        {can('travel.subscribe') && <a class="button" href="/practices/feeds">{t('practices.feeds')}</a>}
        {can('scales.see') && <a class="button quiet" href="/scales">{t('practices.scales')}</a>}
        {can('practices.author') && <a class="button quiet" href="/practices/prices">{t('practices.prices')}</a>}
        {can('practices.trust') && <a class="button quiet" href="/practices/keys">{t('practices.keys')}</a>}
      </>}>
      <Filters />
      {error && !cards ? <Failure error={error} onRetry={() => void found.refetch()} /> : cards === undefined || (searching && cards.length === 0) ? <Waiting waiting /> : cards.length === 0 ? <Nothing /> : (
        <>
          <ul class="practice-list">{cards.map((card) => <Row key={card.id} card={card} judged={levels && (levels.get(card.id) ?? null)} chosen={has(card)} full={chosen.length >= most} onChoose={(on) => choose(card, on)} />)}</ul>
          <More shown={cards.length} next={found.hasNextPage ? 'more' : null} busy={found.isFetchingNextPage} onMore={() => void found.fetchNextPage()} />
          {chosen.length > 0 && (
            <div class="side-bar" role="region" aria-label={t('practices.side')}>
              <span role="status">{t('practices.side.chosen', { count: chosen.length, most })}</span>
              {chosen.length > 1 && <a class="button primary" href={writeSides(chosen)}>{t('practices.side.open')}</a>}
              <Button kind="quiet" onClick={clear}>{t('practices.side.clear')}</Button>
            </div>
          )}
        </>
      )}
    </Page>
  );
}

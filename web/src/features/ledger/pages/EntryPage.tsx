import { useQuery } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { asProblem, problemText } from '../../../lib/api';
import { ownOrganisations, useOrganisations } from '../../../lib/directory';
import { formatWeekday } from '../../../lib/dates';
import { takeDraft, useDraft } from '../../../lib/draft';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { Page } from '../../../ui/Page';
import { Waiting } from '../../../ui/Progress';
import { Select } from '../../../ui/Select';
import { getContext, getFact, getFacts, type EntryContext, type Fact } from '../api';
import { EntryForm, focusRecipient } from '../components/EntryForm';
import { FactTable, recipientWords } from '../components/FactTable';
import type { Correction } from '../components/use_entry';
import { draftOf, emptyDraft, withService, type Chosen, type EntryDraft } from '../model/entry';

function Latest({ onCorrect }: { onCorrect(fact: Fact, recipient: string): void }) {
  const facts = useQuery({ queryKey: ['facts', 'mine'], queryFn: () => getFacts({ mine: true, limit: 20 }) });
  return (
    <section class="stack" aria-label={t('ledger.latest')}>
      <div class="page-head">
        <h2>{t('ledger.latest')}</h2>
        <a href="/journal">{t('ledger.whole_journal')}</a>
      </div>
      <FactTable
        caption={t('ledger.latest')}
        facts={facts.data?.items ?? null}
        problem={facts.error ? asProblem(facts.error) : null}
        onRetry={() => void facts.refetch()}
        onCorrect={onCorrect}
        empty={<EmptyState title={t('ledger.latest_empty')} detail={t('ledger.latest_empty_detail')} />}
      />
    </section>
  );
}

interface DeskProps {
  organisation: string;
  context: EntryContext;
  /** A row of another list that led here to be corrected. */
  sent: Fact | null;
}

function focusReason(): void {
  setTimeout(() => document.getElementById('field-reason')?.focus(), 50);
}

function Desk({ organisation, context, sent }: DeskProps) {
  const { route } = useLocation();
  const begin = (): EntryDraft => ({ ...emptyDraft(), performed_on: context.today, worker: context.me ?? '' });
  const [draft, setDraft] = useDraft<EntryDraft>(`entry ${organisation}`, begin);
  const [correction, setCorrection] = useState<Correction | null>(sent && { fact: sent, reason: '' });
  const [corrected, setCorrected] = useState<EntryDraft>(() => (sent ? draftOf(sent, recipientWords(sent)) : begin()));

  useEffect(() => {
    if (sent) return focusReason();
    const recipient = takeDraft<Chosen>('entry recipient');
    const group = takeDraft<{ people: Chosen[]; service: string; day: string }>('entry group');
    if (group) {
      const members = group.people.map((person) => ({ key: person.id, person, fresh: null }));
      return setDraft((before) => ({ ...before, ...withService(before, context.services.find((each) => each.id === group.service)), mode: 'group', members, performed_on: group.day }));
    }
    if (recipient) return setDraft((before) => ({ ...before, mode: 'one', fresh: null, person: recipient, performed_on: context.today }));
    // Midnight may have passed since the draft was kept.
    if (!draft.person && !draft.fresh && draft.members.length === 0) setDraft((before) => ({ ...before, performed_on: context.today }));
    focusRecipient();
  }, []);

  const correct = (fact: Fact, recipient: string) => {
    setCorrected(draftOf(fact, recipient));
    setCorrection({ fact, reason: '' });
    scrollTo(0, 0);
    focusReason();
  };
  const end = () => {
    // Back to the list with its filters; an address that was opened by itself has none behind it.
    if (sent && correction?.fact.id === sent.id) return history.length > 1 ? history.back() : route('/journal', true);
    setCorrection(null);
    setTimeout(focusRecipient);
  };
  return (
    <>
      <EntryForm
        key={correction?.fact.id ?? 'new'}
        organisation={correction?.fact.organisation ?? organisation}
        context={context}
        draft={correction ? corrected : draft}
        correction={correction}
        onDraft={correction ? setCorrected : setDraft}
        onReason={(reason) => setCorrection((before) => before && { ...before, reason })}
        onCorrected={end}
      />
      <Latest onCorrect={correct} />
    </>
  );
}

export default function EntryPage() {
  const { query } = useLocation();
  const id = query.correct ?? '';
  const sent = useQuery({ queryKey: ['facts', 'one', id], queryFn: () => getFact(id), enabled: id !== '' });
  const organisations = useOrganisations();
  const own = ownOrganisations(organisations.data ?? []);
  const [chosen, setChosen] = useDraft<string>('entry organisation', () => '');
  const wanted = sent.data?.organisation ?? chosen;
  const organisation = own.some((each) => each.id === wanted) ? wanted : (own[0]?.id ?? '');
  const context = useQuery({ queryKey: ['facts', 'context', organisation], queryFn: () => getContext(organisation), enabled: organisation !== '', staleTime: 60_000 });
  const failed = [organisations, context, sent].find((each) => each.error);

  return (
    <Page
      title={t(id ? 'ledger.correction' : 'ledger.today')}
      lead={context.data && formatWeekday(context.data.today)}
      actions={can('ledger.import') && <a class="button" href="/journal/import">{t('ledger.import')}</a>}
    >
      {own.length > 1 && !id && (
        <div class="filters">
          <Select name="organisation" label={t('ledger.organisation')} required value={organisation} choices={own.map((each) => ({ value: each.id, label: each.short_title }))} onChange={setChosen} />
        </div>
      )}
      {failed && (
        <div class="table-problem" role="alert">
          <p>{problemText(asProblem(failed.error))}</p>
          <Button onClick={() => void failed.refetch()}>{t('ui.retry')}</Button>
        </div>
      )}
      {organisations.data && own.length === 0 && <EmptyState title={t('ledger.no_organisation')} detail={t('ledger.no_organisation_detail')} />}
      {!failed && (!context.data || sent.isLoading) && <Waiting waiting={organisation !== '' || organisations.isLoading} />}
      {context.data && (sent.data || !id) && <Desk key={`${organisation} ${id}`} organisation={organisation} context={context.data} sent={sent.data ?? null} />}
    </Page>
  );
}

import { useState } from 'preact/hooks';
import type { Problem } from '../../../lib/api';
import { formatDay, formatInstant } from '../../../lib/dates';
import { namer, titleOf, useOrganisations, useServices } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { Table, type Column, type TableProps } from '../../../ui/Table';
import { Tag } from '../../../ui/Tag';
import type { Fact } from '../api';
import { ReverseDialog } from './ReverseDialog';
import './FactTable.css';

export interface FactTableProps {
  caption: string;
  facts: readonly Fact[] | null;
  problem: Problem | null;
  empty: TableProps<Fact>['empty'];
  more?: TableProps<Fact>['more'];
  organisation?: boolean;
  onRetry(): void;
  onCorrect?: (fact: Fact, recipient: string) => void;
}

export function recipientWords(fact: Fact): string {
  if (fact.unnamed_count > 0) return t('ledger.unnamed_count', { count: fact.unnamed_count });
  if (!fact.person) return '';
  return fact.person.name ?? t('ledger.anonymous', { sex: t(`ledger.sex.${fact.person.sex}`), years: fact.person.age });
}

function Recipient({ fact }: { fact: Fact }) {
  const words = recipientWords(fact);
  return fact.person?.id && can('people.see') ? <a class="nowrap" href={`/recipients/${fact.person.id}`}>{words}</a> : <>{words}</>;
}

function Standing({ fact, reason }: { fact: Fact; reason: string }) {
  if (fact.reverses) return <Tag tone="warning">{t('ledger.is_reversal')}</Tag>;
  if (!fact.reversed_by) return null;
  return (
    <>
      <Tag tone="warning">{t('ledger.is_reversed')}</Tag> {reason && `${reason}.`}
    </>
  );
}

export function FactTable({ caption, facts, problem, empty, more, organisation, onRetry, onCorrect }: FactTableProps) {
  const organisations = useOrganisations();
  const services = useServices();
  const [reversing, setReversing] = useState<Fact | null>(null);
  const place = namer(organisations.data, (each) => each.short_title);
  const zone = namer(organisations.data, (each) => each.zone);
  const service = namer(services.data, (each) => titleOf(each.titles));
  const reasons = new Map((facts ?? []).flatMap((each) => (each.reverses ? [[each.reverses, each.reason ?? ''] as const] : [])));
  // A reversal stands at the fact that it takes back, and alone only where that fact is not on the list.
  const here = new Set((facts ?? []).map((each) => each.id));
  const rows = facts?.filter((each) => !each.reverses || !here.has(each.reverses)) ?? null;

  const columns: Column<Fact>[] = [
    { key: 'person', title: t('ledger.person'), weight: 'main', cell: (fact) => <Recipient fact={fact} /> },
    {
      key: 'service',
      title: t('ledger.service'),
      cell: (fact) => (
        <div>
          <span class={fact.reversed_by ? 'fact-reversed' : undefined}>{service(fact.service)}</span>
          <div class="fact-note">
            <Standing fact={fact} reason={reasons.get(fact.id) ?? ''} /> {t(`ledger.channel.${fact.channel}`)}
          </div>
        </div>
      ),
    },
    { key: 'day', title: t('ledger.day'), cell: (fact) => <span class="nowrap">{formatDay(fact.performed_on)}</span> },
    { key: 'minutes', title: t('ledger.minutes_short'), align: 'end', cell: (fact) => formatNumber(fact.minutes) },
    ...(organisation ? [{ key: 'place', title: t('ledger.organisation'), weight: 'minor' as const, cell: (fact: Fact) => place(fact.organisation) }] : []),
    { key: 'worker', title: t('ledger.worker'), weight: 'minor', cell: (fact) => fact.worker_name ?? '' },
    { key: 'recorded', title: t('ledger.recorded'), weight: 'minor', cell: (fact) => <span class="nowrap">{formatInstant(fact.recorded_at, zone(fact.organisation) || undefined)}</span> },
  ];
  if (can('ledger.record')) {
    columns.push({
      key: 'actions',
      title: t('ledger.actions'),
      cell: (fact) =>
        !fact.reverses && !fact.reversed_by ? (
          <span class="fact-actions">
            {onCorrect && (
              <Button kind="quiet" onClick={() => onCorrect(fact, recipientWords(fact))}>
                {t('ledger.correct')}
                <span class="visually-hidden">: {recipientWords(fact)}</span>
              </Button>
            )}
            <Button kind="quiet" onClick={() => setReversing(fact)}>
              {t('ledger.reverse')}
              <span class="visually-hidden">: {recipientWords(fact)}</span>
            </Button>
          </span>
        ) : null,
    });
  }
  return (
    <>
      <Table caption={caption} columns={columns} rows={rows} rowKey={(fact) => fact.id} problem={problem} onRetry={onRetry} empty={empty} {...(more ? { more } : {})} />
      <ReverseDialog fact={reversing} service={reversing ? service(reversing.service) : ''} recipient={reversing ? recipientWords(reversing) : ''} onClose={() => setReversing(null)} />
    </>
  );
}

import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { titleOf } from '../../../../lib/directory';
import { formatDay, today } from '../../../../lib/dates';
import { t } from '../../../../lib/messages';
import { can } from '../../../../lib/session';
import { useShortcut } from '../../../../lib/shortcuts';
import { Button } from '../../../../ui/Button';
import { Loaded } from '../../../../ui/Loaded';
import { Tag } from '../../../../ui/Tag';
import { consentPaper, getConsents, getConsentTexts, type Card, type Consent, type ConsentText } from '../../api';
import { isOlder, purposes, type Purpose } from './model';
import './Consents.css';
import { IssueConsent } from './IssueConsent';
import { RecordConsent } from './RecordConsent';
import { WithdrawConsent } from './WithdrawConsent';

export const useConsentTexts = () => useQuery({ queryKey: ['consent texts'], queryFn: getConsentTexts, staleTime: 300_000 });

/** How a consent was given, and by whom. */
function How({ consent: { given } }: { consent: Consent }) {
  const by = given.giver;
  return (
    <>
      {t(`people.consents.given.${given.channel}`, { day: formatDay(given.given_on) })}
      {given.witness && <>, {t('people.consents.witnessed', { name: given.witness })}</>}
      {by && <div>{t('people.consents.by', { name: by.name ?? t('people.file.person_elsewhere'), right: t(`people.authority.${by.authority}`), document: by.document })}</div>}
    </>
  );
}

function State({ purpose }: { purpose: Purpose }) {
  const { last } = purpose;
  if (last?.state === 'stands') return isOlder(purpose) ? <Tag tone="warning">{t('people.consents.newer_text')}</Tag> : <Tag tone="good">{t('people.consents.stands')}</Tag>;
  return <Tag>{t(last ? 'people.consents.withdrawn' : 'people.consents.none')}</Tag>;
}

const ended = (consent: Consent): string =>
  consent.withdrawal
    ? [t('people.consents.withdrawn_on', { day: formatDay(consent.withdrawal.withdrawn_on) }), consent.withdrawal.reason].filter(Boolean).join(': ')
    : t('people.consents.replaced');

function Past({ consents, texts }: { consents: readonly Consent[]; texts: readonly ConsentText[] }) {
  const past = consents.filter((each) => each.state !== 'stands');
  if (past.length === 0) return null;
  const text = (id: string) => texts.find((each) => each.id === id);
  return (
    <details>
      <summary>{t('people.consents.past', { count: past.length })}</summary>
      <ul class="consents">
        {past.map((each) => (
          <li key={each.id}>
            <div>
              {t('people.consents.older_version', { title: titleOf(text(each.given.text)?.titles), version: text(each.given.text)?.version ?? 0 })}
              <div class="muted"><How consent={each} /></div>
              <div class="muted">{ended(each)}</div>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What the person agreed to, purpose by purpose; recording, withdrawing, printing. */
export function Consents({ card }: { card: Card }) {
  const { person } = card;
  const client = useQueryClient();
  const texts = useConsentTexts();
  const consents = useQuery({ queryKey: ['persons', 'consents', person.id], queryFn: () => getConsents(person.id) });
  const [recording, setRecording] = useState<string | null>(null);
  const [withdrawing, setWithdrawing] = useState<Purpose | null>(null);
  const lines = purposes(texts.data ?? [], consents.data ?? [], today());
  const may = can('people.change') && !person.death;
  const open = (code?: string) => may && setRecording(code ?? lines.find((each) => each.last?.state !== 'stands')?.code ?? lines[0]?.code ?? null);
  useShortcut('KeyC', 'people.keys.consent', () => open());
  const done = () => {
    setRecording(null);
    setWithdrawing(null);
    void client.invalidateQueries({ queryKey: ['persons', 'consents', person.id] });
    void client.invalidateQueries({ queryKey: ['persons', 'reads', person.id] });
  };
  return (
    <section class="card" aria-label={t('people.consents.title')}>
      <div class="page-head">
        <h2>{t('people.consents.title')}</h2>
        {may && lines.length > 0 && <Button kind="quiet" onClick={() => open()}>{t('people.consents.record')}</Button>}
      </div>
      <Loaded query={consents}>
        {(all) =>
          lines.length === 0 ? (
            <p class="muted">{t('people.consents.no_texts')}</p>
          ) : (
            <>
              <ul class="consents">
                {lines.map((each) => (
                  <li key={each.code}>
                    <div>
                      {titleOf(each.text.titles)} <State purpose={each} />
                      {each.last?.state === 'stands' && <div class="muted"><How consent={each.last} /></div>}
                      {each.last?.state === 'withdrawn' && <div class="muted">{ended(each.last)}</div>}
                      <p class="consent-actions">
                        <a href={consentPaper(person.id, each.text.id)} target="_blank" rel="noreferrer" aria-label={t('people.consents.print_of', { title: titleOf(each.text.titles) })}>{t('people.consents.print')}</a>
                        {may && each.last?.state !== 'stands' && <IssueConsent key={each.text.id} person={person.id} text={each.text} />}
                        {may && (each.last?.state !== 'stands' || isOlder(each)) && <Button kind="quiet" name={t('people.consents.record_of', { title: titleOf(each.text.titles) })} onClick={() => open(each.code)}>{t('people.consents.record_short')}</Button>}
                        {can('people.change') && each.last?.state === 'stands' && <Button kind="quiet" name={t('people.consents.withdraw_of', { title: titleOf(each.text.titles) })} onClick={() => setWithdrawing(each)}>{t('people.consents.withdraw')}</Button>}
                      </p>
                    </div>
                  </li>
                ))}
              </ul>
              <Past consents={all} texts={texts.data ?? []} />
            </>
          )
        }
      </Loaded>
      <RecordConsent person={person} texts={texts.data ?? []} purpose={recording} onClose={() => setRecording(null)} onDone={done} />
      <WithdrawConsent person={person.id} purpose={withdrawing} onClose={() => setWithdrawing(null)} onDone={done} />
    </section>
  );
}

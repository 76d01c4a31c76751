import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { titleOf } from '../../../lib/directory';
import { formatDay, today } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { Check } from '../../../ui/CheckGroup';
import { DateField } from '../../../ui/DateField';
import { Sheet } from '../../../ui/Dialog';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { notify } from '../../../ui/Status';
import { Tag } from '../../../ui/Tag';
import { TextInput } from '../../../ui/TextInput';
import { writeConsentText, type ConsentText } from '../api';
import '../components/consents/Consents.css';
import { useConsentTexts } from '../components/consents/Consents';
import { Titles, written } from '../components/titles';

type Words = Record<string, string>;

/** The next version begins as the last one; a new purpose begins empty. */
function Form({ from, onClose, onDone }: { from: ConsentText | null; onClose(): void; onDone(): void }) {
  const [purpose, setPurpose] = useState(from?.purpose ?? '');
  const [titles, setTitles] = useState<Words>(from?.titles ?? {});
  const [recipients, setRecipients] = useState<Words>(from?.recipients ?? {});
  const [bodies, setBodies] = useState<Words>(from?.bodies ?? {});
  const [oral, setOral] = useState(from?.oral ?? false);
  const [since, setSince] = useState<string | null>(today());
  const { busy, problem, send } = useSend((key: string, body: Parameters<typeof writeConsentText>[0]) => writeConsentText(body, key));
  const errors = fieldErrors(problem);
  const save = async () => {
    const body = { purpose: purpose.trim(), titles: written(titles), recipients: written(recipients), bodies: written(bodies), oral, since: since ?? '' };
    if (!(await send(body))) return;
    notify(t('people.texts.saved'));
    onDone();
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <p class="muted">{t('people.texts.version_hint')}</p>
      <ErrorSummary problem={problem} />
      {!from && <TextInput name="purpose" label={t('people.texts.purpose')} hint={t('people.lists.code_hint')} required maxLength={60} value={purpose} error={errors.purpose} onChange={setPurpose} />}
      <Titles name="titles" label={(language) => t('people.lists.title_in', { language })} value={titles} errors={errors} onChange={setTitles} />
      <Titles name="recipients" label={(language) => t('people.texts.recipient_in', { language })} value={recipients} errors={errors} onChange={setRecipients} />
      <Titles name="bodies" label={(language) => t('people.texts.body_in', { language })} rows={8} maxLength={20_000} value={bodies} errors={errors} onChange={setBodies} />
      <Check label={t('people.texts.oral')} hint={t('people.texts.oral_hint')} checked={oral} onChange={setOral} />
      <DateField name="since" label={t('people.texts.since')} required value={since} error={errors.since} onChange={setSince} />
      <div class="page-actions">
        <Button kind="primary" type="submit" busy={busy}>{t('people.texts.save')}</Button>
        <Button onClick={onClose}>{t('people.cancel')}</Button>
      </div>
    </form>
  );
}

function Version({ text }: { text: ConsentText }) {
  return (
    <>
      <p class="muted">
        {t('people.texts.version', { version: text.version, since: formatDay(text.since) })}
        {text.oral && <>. {t('people.texts.oral')}</>}
      </p>
      <p>{t('people.texts.goes_to', { recipient: titleOf(text.recipients) })}</p>
      {/* A frame that scrolls must be reachable without a mouse. */}
      <div class="consent-body" tabIndex={0} role="group" aria-label={titleOf(text.titles)}>{titleOf(text.bodies)}</div>
    </>
  );
}

function Purpose({ versions, onNext }: { versions: readonly [ConsentText, ...ConsentText[]]; onNext(text: ConsentText): void }) {
  const [newest, ...older] = versions;
  return (
    <section class="card stack" aria-label={titleOf(newest.titles)}>
      <div class="page-head">
        <h2>{titleOf(newest.titles)} {newest.sample && <Tag tone="warning">{t('people.texts.sample')}</Tag>}</h2>
        {can('people.set_lists') && <Button name={t('people.texts.next_of', { title: titleOf(newest.titles) })} onClick={() => onNext(newest)}>{t('people.texts.next')}</Button>}
      </div>
      <Version text={newest} />
      {older.length > 0 && (
        <details>
          <summary>{t('people.texts.older', { count: older.length })}</summary>
          {older.map((each) => <Version key={each.id} text={each} />)}
        </details>
      )}
    </section>
  );
}

function byPurpose(texts: readonly ConsentText[]): [ConsentText, ...ConsentText[]][] {
  const found = new Map<string, [ConsentText, ...ConsentText[]]>();
  for (const text of texts) {
    const versions = found.get(text.purpose);
    if (versions) versions.push(text);
    else found.set(text.purpose, [text]);
  }
  return [...found.values()];
}

export default function ConsentTextsPage() {
  const client = useQueryClient();
  const texts = useConsentTexts();
  const [writing, setWriting] = useState<{ from: ConsentText | null } | null>(null);
  const done = () => {
    setWriting(null);
    void client.invalidateQueries({ queryKey: ['consent texts'] });
  };
  return (
    <Page
      title={t('people.texts.title')}
      lead={t('people.texts.lead')}
      crumbs={[{ href: '/reference', label: t('people.lists.reference') }]}
      actions={can('people.set_lists') && <Button kind="primary" onClick={() => setWriting({ from: null })}>{t('people.texts.new')}</Button>}
    >
      <Loaded query={texts}>
        {(all) => all.length === 0 ? <EmptyState title={t('people.texts.empty')} /> : <>{byPurpose(all).map((each) => <Purpose key={each[0].purpose} versions={each} onNext={(from) => setWriting({ from })} />)}</>}
      </Loaded>
      <Sheet title={writing?.from ? titleOf(writing.from.titles) : t('people.texts.new')} open={writing !== null} onClose={() => setWriting(null)}>
        {writing && <Form from={writing.from} onClose={() => setWriting(null)} onDone={done} />}
      </Sheet>
    </Page>
  );
}

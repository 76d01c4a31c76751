// For an agency without an account: one decision, one answer.
import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { asProblem, fieldErrors } from '../../../lib/api';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Page } from '../../../ui/Page';
import { RadioGroup } from '../../../ui/RadioGroup';
import { TextInput } from '../../../ui/TextInput';
import { askedBy, sendAnswer } from '../api';
import '../components/Exchange.css';
import type { Answer } from '../model/types';

let token = '';

/** Read once and taken from the address, so that neither the history nor a glance keeps it. */
function takeToken(): string {
  const found = location.hash.slice(1);
  if (found) {
    token = found;
    history.replaceState(history.state, '', location.pathname);
  }
  return token;
}

export default function AnswerPage() {
  const [secret] = useState(takeToken);
  const [given, setGiven] = useState(false);
  const asked = useQuery({ queryKey: ['answer', secret], queryFn: () => askedBy(secret), enabled: secret !== '', staleTime: Infinity, retry: false });
  return (
    <main class="threshold-page">
      <div class="threshold-card">
        <Page title={given ? t('exchange.answer.thanks') : t('exchange.answer.title')}>
          {given && <p role="status">{t('exchange.answer.given')}</p>}
          {!given && !secret && <p>{t('exchange.answer.no_token')}</p>}
          {!given && asked.error && <ErrorSummary problem={asProblem(asked.error)} />}
          {!given && asked.data && (
            <div class="stack">
              <dl class="exchange-facts">
                <dt>{t('exchange.answer.decision')}</dt>
                <dd>
                  <strong>{asked.data.text}</strong>
                </dd>
                <dt>{t('exchange.owner')}</dt>
                <dd>{asked.data.owner}</dd>
                <dt>{t('exchange.due')}</dt>
                <dd>{formatDay(asked.data.due)}</dd>
                <dt>{t('exchange.answer.event')}</dt>
                <dd>
                  {asked.data.topic}, {formatDay(asked.data.decided_on)}
                </dd>
                {asked.data.practice && <dt>{t('exchange.practice')}</dt>}
                {asked.data.practice && <dd>{asked.data.practice}</dd>}
                {asked.data.organisation && <dt>{t('exchange.centre')}</dt>}
                {asked.data.organisation && <dd>{asked.data.organisation}</dd>}
              </dl>
              <AnswerForm
                onSend={async (answer) => {
                  await sendAnswer({ ...answer, token: secret });
                  token = '';
                  setGiven(true);
                }}
              />
            </div>
          )}
        </Page>
      </div>
    </main>
  );
}

function AnswerForm({ onSend }: { onSend(answer: Omit<Answer, 'token'>): Promise<void> }) {
  const [done, setDone] = useState('done');
  const [answer, setAnswer] = useState('');
  const [name, setName] = useState('');
  const { busy, problem, send } = useSend((_, said: Omit<Answer, 'token'>) => onSend(said));
  const errors = fieldErrors(problem);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void send({ done: done === 'done', answer: answer.trim(), answered_by: name.trim() });
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <ErrorSummary problem={problem} />
      <RadioGroup
        name="done"
        label={t('exchange.answer.is_done')}
        value={done}
        choices={[
          { value: 'done', label: t('exchange.answer.yes') },
          { value: 'open', label: t('exchange.answer.not_yet') },
        ]}
        onChange={setDone}
      />
      <TextInput name="answer" label={t('exchange.answer.what')} required rows={4} maxLength={2000} value={answer} error={errors.answer} onChange={setAnswer} />
      <TextInput name="answered_by" label={t('exchange.answer.who')} required maxLength={300} value={name} error={errors.answered_by} onChange={setName} />
      <p class="muted">{t('exchange.answer.once')}</p>
      <div class="form-actions">
        <Button kind="primary" type="submit" busy={busy}>
          {t('exchange.answer.send')}
        </Button>
      </div>
    </form>
  );
}

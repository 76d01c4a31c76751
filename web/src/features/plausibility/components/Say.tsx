import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { notify } from '../../../ui/Status';
import { TextInput } from '../../../ui/TextInput';
import { answer, decide, type Question } from '../api';
import { whom } from '../model/words';

interface SayProps {
  question: Question;
  onDone(): void;
}

function Of({ question }: { question: Question }) {
  return <span class="visually-hidden">: {[t(`questions.kind.${question.kind}`), whom(question)].filter(Boolean).join(', ')}</span>;
}

/** What the reader may say to the question: the centre answers, the region takes the answer or asks again. */
export function Say({ question, onDone }: SayProps) {
  const [writing, setWriting] = useState<'answer' | 'again' | null>(null);
  const taken = useSend((key) => decide(question, 'explained', '', key));
  const take = async () => {
    if (!(await taken.send())) return;
    notify(t('questions.taken'));
    onDone();
  };
  if (writing) return <Words question={question} of={writing} onClose={() => setWriting(null)} onDone={onDone} />;
  const explained = question.standing === 'explained';
  return (
    <>
      <ErrorSummary problem={taken.problem} />
      <div class="question-actions no-print">
        {can('plausibility.answer') && !explained && (
          <Button kind={question.standing === 'open' ? 'primary' : 'secondary'} onClick={() => setWriting('answer')}>
            {t('questions.answer')}
            <Of question={question} />
          </Button>
        )}
        {can('plausibility.decide') && question.standing === 'answered' && (
          <Button busy={taken.busy} onClick={() => void take()}>
            {t('questions.take')}
            <Of question={question} />
          </Button>
        )}
        {can('plausibility.decide') && question.standing !== 'open' && (
          <Button onClick={() => setWriting('again')}>
            {t('questions.ask_again')}
            <Of question={question} />
          </Button>
        )}
      </div>
    </>
  );
}

function Words({ question, of, onClose, onDone }: SayProps & { of: 'answer' | 'again'; onClose(): void }) {
  const [text, setText] = useState('');
  const { busy, problem, send } = useSend((key, words: string) => (of === 'answer' ? answer(question, words, key) : decide(question, 'asked_again', words, key)));
  const save = async (event: Event) => {
    event.preventDefault();
    if (!(await send(text.trim()))) return;
    notify(of === 'answer' ? t('questions.answered') : t('questions.asked_again'));
    onClose();
    onDone();
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => void save(event)}>
      <ErrorSummary problem={problem} />
      <TextInput
        name={`text-${question.id}`}
        label={of === 'answer' ? t('questions.answer_label') : t('questions.again_label')}
        hint={of === 'answer' ? t('questions.answer_hint') : ''}
        required
        rows={3}
        maxLength={2000}
        value={text}
        error={fieldErrors(problem).text}
        onChange={setText}
      />
      <div class="question-actions">
        <Button kind="primary" type="submit" busy={busy}>{t('questions.send')}</Button>
        <Button onClick={onClose}>{t('questions.cancel')}</Button>
      </div>
    </form>
  );
}

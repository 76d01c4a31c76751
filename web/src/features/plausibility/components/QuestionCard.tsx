import { useState } from 'preact/hooks';
import { formatInstant } from '../../../lib/dates';
import { useZone } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { Tag, type Tone } from '../../../ui/Tag';
import { type Question, type Standing } from '../api';
import { counted, sentence, whom } from '../model/words';
import { Facts } from './Facts';
import './Questions.css';
import { Say } from './Say';

const tones: Record<Standing, Tone> = { open: 'info', answered: 'neutral', explained: 'good' };

/** One question: what is asked, of whom, the facts behind it, what was said, and a place to say more. */
export function QuestionCard({ question, onDone }: { question: Question; onDone(): void }) {
  const [open, setOpen] = useState(false);
  const about = whom(question);
  const person = question.person;
  return (
    <li class="card">
      <div class="question-head">
        <h2>{t(`questions.kind.${question.kind}`)}</h2>
        <Tag tone={tones[question.standing]}>{t(`questions.standing.${question.standing}`)}</Tag>
      </div>
      <p class="muted">
        {about && (person?.id ? <a href={`/recipients/${person.id}`}>{about}</a> : about)}
        {about && ' · '}
        {question.centre}
      </p>
      <p>{sentence(question)}</p>
      {question.words.length > 0 && <Said question={question} />}
      <p class="no-print">
        <Button kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('questions.hide_facts') : t('questions.show_facts')}
          <span class="visually-hidden">: {[t(`questions.kind.${question.kind}`), about].filter(Boolean).join(', ')}</span>
        </Button>
      </p>
      {open && <Facts question={question} />}
      <Say question={question} onDone={onDone} />
    </li>
  );
}

function Said({ question }: { question: Question }) {
  const zone = useZone();
  return (
    <ul class="question-words">
      {question.words.map((word) => (
        <li key={word.at} class={word.said}>
          <span class="by">{[t(`questions.said.${word.said}`), word.by, formatInstant(word.at, zone)].filter(Boolean).join(' · ')}</span>
          {word.text && <span class="text">{word.text}</span>}
          {word.value !== question.value && <span class="by">{t('questions.changed', { then: counted(question, word.value), now: counted(question, question.value) })}</span>}
        </li>
      ))}
    </ul>
  );
}

// Saving: one key for one intention, the answer of the server at the fields, the next recipient after it.
import { useQueryClient } from '@tanstack/preact-query';
import { useRef, useState } from 'preact/hooks';
import { asProblem, newKey, type FieldProblem, type Problem } from '../../../lib/api';
import { t, type PlainKey } from '../../../lib/messages';
import { notify } from '../../../ui/Status';
import { postFact, postGroup, reverseFact, type Fact, type OfferedPractice } from '../api';
import { doubtsOf, doubtTold, noDoubts, type Doubts } from '../model/doubts';
import { factRequest, groupRequest, missing, type EntryDraft, type Missing } from '../model/entry';
import { rememberPerson, rememberService } from '../model/recent';

/** A fact that the form replaces, and why. */
export interface Correction {
  fact: Fact;
  reason: string;
}

/** A fact that was just recorded for somebody who is known. */
export interface Saved {
  fact: string;
  person: string;
  name: string;
}

export interface Choice {
  id: string;
  title: string;
}

interface Entry {
  busy: boolean;
  problem: Problem | null;
  /** Practices that the server found to fit when the form knew of one or none. */
  choices: Choice[];
  /** What is asked before the fact is recorded. */
  doubts: Doubts;
  saved: Saved | null;
  forget(): void;
  forgetSaved(): void;
  save(typed: Typed): Promise<boolean>;
}

/** What the form holds when it is sent. */
export interface Typed {
  draft: EntryDraft;
  organisation: string;
  fits: readonly OfferedPractice[];
  correction: Correction | null;
  /** Fields whose text is not in the draft. */
  unfinished: readonly FieldProblem[];
  /** The questions were asked and answered. */
  sure: boolean;
}

const fieldWords: Record<string, PlainKey> = {
  family_name: 'person.family_name', given_name: 'person.given_name', birth: 'person.birth', sex: 'person.sex', reason: 'ledger.reason',
};

function wordsOf({ pointer, code }: Missing): string {
  const field = fieldWords[pointer.slice(pointer.lastIndexOf('/') + 1)];
  return code === 'ledger.missing.required' && field ? t('ledger.missing.field', { field: t(field) }) : t(code);
}

function refused(errors: FieldProblem[]): Problem {
  return { type: 'about:blank', title: '', status: 0, detail: '', code: 'ledger.missing.some', request_id: null, retry_after: null, errors };
}

/** What was forgotten, and what stands in a field and cannot be taken: of one field the second is the truth. */
function faultsOf({ draft, fits, correction, unfinished }: Typed): FieldProblem[] {
  const forgotten = missing(draft, fits).map((each) => ({ ...each, detail: wordsOf(each) }));
  const reason: FieldProblem[] = correction && correction.reason.trim().length < 3 ? [{ pointer: '/reason', code: 'ledger.missing.required', detail: wordsOf({ pointer: '/reason', code: 'ledger.missing.required' }) }] : [];
  return [...reason, ...unfinished, ...forgotten.filter(({ pointer }) => !unfinished.some((each) => each.pointer === pointer))];
}

/** Fields of a replacement are the fields of this form. */
function atForm(problem: Problem): Problem {
  return { ...problem, errors: problem.errors.map((each) => ({ ...each, pointer: each.pointer.replace(/^\/replacement/, '') })) };
}

function choicesOf(problem: Problem): Choice[] {
  return problem.errors
    .filter((each) => each.code === 'ledger.practice_choice')
    .map(({ arguments: words }) => ({ id: words?.practice ?? '', title: words?.title ?? '' }));
}

function nameIn(draft: EntryDraft): string {
  return draft.person?.title ?? [draft.fresh?.family_name, draft.fresh?.given_name].filter(Boolean).join(' ');
}

function doneWords(draft: EntryDraft, count: number): string {
  const name = nameIn(draft);
  return draft.mode === 'one' && name ? t('ledger.saved_for', { name }) : t('ledger.saved', { count });
}

export function useEntry(): Entry {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [choices, setChoices] = useState<Choice[]>([]);
  const [doubts, setDoubts] = useState(noDoubts);
  const [saved, setSaved] = useState<Saved | null>(null);
  const lastWord = useRef(() => {});
  const attempt = useRef({ body: '', key: '' });

  const keyFor = (request: unknown): string => {
    const body = JSON.stringify(request);
    // The same words after a lost reply are the same intention; other words are another one.
    if (attempt.current.body !== body) attempt.current = { body, key: newKey() };
    return attempt.current.key;
  };

  const send = async (draft: EntryDraft, organisation: string, fits: readonly OfferedPractice[], correction: Correction | null): Promise<number> => {
    if (correction) {
      const body = { reason: correction.reason.trim(), replacement: factRequest(draft, organisation, fits) };
      await reverseFact(correction.fact.id, body, keyFor(body));
      return 1;
    }
    if (draft.mode === 'group') {
      const group = groupRequest(draft, organisation, fits);
      return (await postGroup(group, keyFor(group))).facts.length;
    }
    const fact = factRequest(draft, organisation, fits);
    const recorded = await postFact(fact, keyFor(fact));
    const fresh = draft.fresh;
    setSaved(recorded.person && recorded.practice ? { fact: recorded.id, person: recorded.person, name: nameIn(draft) } : null);
    if (recorded.person && fresh) rememberPerson({ id: recorded.person, title: [fresh.family_name, fresh.given_name, fresh.patronymic].filter(Boolean).join(' ') });
    return 1;
  };

  return {
    busy,
    problem,
    choices,
    doubts,
    saved,
    forgetSaved: () => setSaved(null),
    forget: () => {
      setProblem(null);
      setChoices([]);
      setDoubts(noDoubts);
    },
    async save(typed) {
      const { draft, organisation, fits, correction, sure } = typed;
      if (busy) return false;
      // What was said of the fact before must not stand beside a refusal of this one.
      lastWord.current();
      setDoubts(noDoubts);
      const errors = faultsOf(typed);
      if (errors.length > 0) {
        setProblem(refused(errors));
        return false;
      }
      setBusy(true);
      try {
        const asked = sure || correction ? noDoubts : await doubtsOf(draft, organisation);
        if (asked.same || asked.repeated.length > 0) {
          setDoubts(asked);
          return false;
        }
        const count = await send(draft, organisation, fits, correction);
        attempt.current = { body: '', key: '' };
        setProblem(null);
        setChoices([]);
        rememberService(draft.service);
        for (const each of [draft.person, ...draft.members.map(({ person }) => person)]) if (each) rememberPerson(each);
        lastWord.current = notify(correction ? t('ledger.corrected') : doneWords(draft, count));
        for (const changed of ['facts', 'requests']) void client.invalidateQueries({ queryKey: [changed] });
        return true;
      } catch (error) {
        const failure = atForm(asProblem(error));
        if (failure.status !== 0) attempt.current = { body: '', key: '' };
        const same = await doubtTold(failure, draft).catch(() => null);
        if (same) {
          setProblem(null);
          setDoubts({ same, repeated: [] });
          return false;
        }
        const offered = choicesOf(failure);
        setChoices(offered);
        setProblem(offered.length > 0 ? { ...failure, errors: [{ pointer: '/practice', code: 'ledger.missing.practice', detail: t('ledger.missing.practice') }] } : failure);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}

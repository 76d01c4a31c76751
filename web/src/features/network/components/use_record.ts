// Editing one record in a sheet: created under a key, changed under its revision, and compared when somebody was faster.
import { useQueryClient } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { asProblem, fieldErrors, newKey, type FieldProblem, type Problem } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { notify } from '../../../ui/Status';
import type { Body, Store, Thing } from '../api';

export interface Editing<Kind extends Thing> {
  open: boolean;
  isNew: boolean;
  busy: boolean;
  draft: Body<Kind> | null;
  theirs: Kind | null;
  problem: Problem | null;
  errors: Record<string, string>;
  begin(record: Kind | null, blank: Body<Kind>): void;
  change(part: Partial<Body<Kind>>): void;
  save(unfinished: readonly FieldProblem[]): Promise<void>;
  saveMine(): Promise<void>;
  takeTheirs(): void;
  remove: (() => Promise<void>) | null;
  close(): void;
}

function bodyOf<Kind extends Thing>(record: Kind): Body<Kind> {
  const { id: _id, revision: _revision, ...body } = record;
  return body;
}

/** What is blank is absent: the server neither reads nor writes null. */
function withoutBlanks<Value extends object>(value: Value, optional: readonly string[]): Value {
  return Object.fromEntries(Object.entries(value).filter(([name, each]) => each !== undefined && each !== null && !(each === '' && optional.includes(name)))) as Value;
}

export function useRecord<Kind extends Thing>(store: Store<Kind>, optional: readonly string[] = []): Editing<Kind> {
  const client = useQueryClient();
  const [record, setRecord] = useState<Kind | null>(null);
  const [draft, setDraft] = useState<Body<Kind> | null>(null);
  const [theirs, setTheirs] = useState<Kind | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const key = useRef('');
  useEffect(() => {
    setProblem(null);
    setTheirs(null);
    key.current = newKey();
  }, [record, draft === null]);

  const close = () => setDraft(null);
  const attempt = async (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await work();
      await client.invalidateQueries({ queryKey: store.key });
      close();
    } catch (error) {
      const failure = asProblem(error);
      if (failure.status !== 0) key.current = newKey();
      const now = failure.status === 412 && record ? (await store.list().catch(() => [])).find((each) => each.id === record.id) : undefined;
      if (now) setTheirs(now);
      else setProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  const write = (revision: number | null) =>
    attempt(async () => {
      if (!draft) return;
      const body = withoutBlanks(draft, optional);
      if (record && revision !== null) await store.update(record.id, body, `"${revision}"`);
      else await store.create(body, key.current);
      notify(t('network.saved'));
    });

  return {
    open: draft !== null,
    isNew: record === null,
    busy,
    draft,
    theirs,
    problem,
    errors: fieldErrors(problem),
    begin(next, blank) {
      setRecord(next);
      setDraft(next ? bodyOf(next) : blank);
    },
    change: (part) => setDraft((before) => before && { ...before, ...part }),
    async save(unfinished) {
      if (unfinished.length === 0) return write(record?.revision ?? null);
      setProblem({ type: 'about:blank', title: '', status: 0, detail: '', code: 'network.check_fields', request_id: null, retry_after: null, errors: [...unfinished] });
    },
    saveMine: () => write(theirs?.revision ?? null),
    takeTheirs() {
      if (!theirs) return;
      setRecord(theirs);
      setDraft(bodyOf(theirs));
    },
    remove:
      record && store.remove
        ? () =>
            attempt(async () => {
              await store.remove?.(record.id);
              notify(t('network.removed'));
            })
        : null,
    close,
  };
}

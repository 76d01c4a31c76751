// Files on their way. Whoever walks on does not lose one that did not arrive.
import { useRef, useState } from 'preact/hooks';
import { asProblem, newKey, type Problem } from '../../../lib/api';

export interface Sent {
  item: string;
  file: File;
  /** Of the intention: a repeat after a lost reply adds no second file. */
  key: string;
  /** Nothing: it is under way. */
  problem: Problem | null;
}

export interface Outbox {
  files: readonly Sent[];
  send(item: string, file: File, key?: string): Promise<void>;
  drop(key: string): void;
}

export function useOutbox(run: (item: string, file: File, key: string) => Promise<unknown>): Outbox {
  const [files, setFiles] = useState<readonly Sent[]>([]);
  // One after another: an answer tells all the files of its item, and the last one is to stand.
  const turn = useRef(Promise.resolve());
  const drop = (key: string) => setFiles((before) => before.filter((each) => each.key !== key));
  const put = (next: Sent) => setFiles((before) => [...before.filter((each) => each.key !== next.key), next]);
  const send = (item: string, file: File, key = newKey()) => {
    put({ item, file, key, problem: null });
    turn.current = turn.current
      .then(() => run(item, file, key))
      .then(() => drop(key), (error: unknown) => put({ item, file, key, problem: asProblem(error) }));
    return turn.current;
  };
  return { files, send, drop };
}

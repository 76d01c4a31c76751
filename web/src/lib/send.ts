import { useRef, useState } from 'preact/hooks';
import { asProblem, newKey, type Problem } from './api';

export interface Send<Arguments extends unknown[]> {
  busy: boolean;
  problem: Problem | null;
  /** Whether it went through. */
  send(...given: Arguments): Promise<boolean>;
  clear(): void;
}

/** One intention: the key stays until it succeeds, so that a repeat after a lost reply changes nothing twice. */
export function useSend<Arguments extends unknown[]>(run: (key: string, ...given: Arguments) => Promise<unknown>): Send<Arguments> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const key = useRef(newKey());
  const sent = useRef('');
  return {
    busy,
    problem,
    clear: () => setProblem(null),
    send: async (...given) => {
      if (busy) return false;
      const text = JSON.stringify(given, (_, value) => (value instanceof File ? [value.name, value.size, value.lastModified] : value));
      // Other words are another intention.
      if (text !== sent.current) key.current = newKey();
      sent.current = text;
      setBusy(true);
      setProblem(null);
      try {
        await run(key.current, ...given);
        key.current = newKey();
        return true;
      } catch (error) {
        setProblem(asProblem(error));
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}

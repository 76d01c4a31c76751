// All acts of a month: how far the server is with them, and a way to make it stop.
import { useRef, useState } from 'preact/hooks';
import { asProblem, newKey, type Problem } from '../../../lib/api';
import { saveBlob } from '../../../lib/save';
import { getWork, printActs, stopWork, type Bundle } from '../api';

const asked_every = 500;

export interface Printing {
  busy: Bundle | null;
  /** How much is drawn; null while the server says nothing of it. */
  share: number | null;
  problem: Problem | null;
  run(bundle: Bundle): Promise<void>;
  stop(): void;
}

export function usePrinting(closing: string): Printing {
  const [busy, setBusy] = useState<Bundle | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const running = useRef<string | null>(null);
  return {
    busy,
    share,
    problem,
    async run(bundle) {
      if (busy) return;
      const key = newKey();
      running.current = key;
      setBusy(bundle);
      setProblem(null);
      const asking = setInterval(() => void getWork(key).then(({ done, total }) => setShare(total > 0 ? done / total : null), () => undefined), asked_every);
      try {
        const { name, blob } = await printActs(closing, bundle, key, new AbortController().signal);
        saveBlob(name, blob);
      } catch (error) {
        const told = asProblem(error);
        if (told.code !== 'http.stopped') setProblem(told);
      } finally {
        clearInterval(asking);
        running.current = null;
        setBusy(null);
        setShare(null);
      }
    },
    stop() {
      if (running.current) void stopWork(running.current).catch(() => undefined);
    },
  };
}

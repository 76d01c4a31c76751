// A file that is first checked and then written: how far the server is with it, and a way to make it stop.
import { useRef, useState } from 'preact/hooks';
import { asProblem, newKey, type Problem } from '../../../lib/api';
import { getWork, stopWork, type Mode, type Sending } from '../api';

const asked_every = 500;

export interface Uploading<Report> {
  busy: Mode | null;
  /** How much of it the server has done; null while it says nothing of it. */
  share: number | null;
  stopping: boolean;
  report: Report | null;
  problem: Problem | null;
  run(mode: Mode, load: ((sending: Sending) => Promise<Report>) | null): Promise<Report | null>;
  stop(): void;
  reset(): void;
}

function missingFile(): Problem {
  return { type: 'about:blank', title: '', status: 0, detail: '', code: 'network.import.choose', request_id: null, retry_after: null, errors: [{ pointer: '/file', code: 'network.import.no_file', detail: '' }] };
}

/** Faults of a file have no field of their own: they stand at the file. */
function atFile(problem: Problem): Problem {
  return { ...problem, errors: problem.errors.map((each) => ({ ...each, pointer: '/file' })) };
}

/** False when the server has not begun: what is still on its way to it need not be sent on. */
async function stopServer(key: string, waiting: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 20 && waiting(); tries++) {
    const stopped = await stopWork(key).then(() => true, () => false);
    if (stopped) return true;
    await new Promise((done) => setTimeout(done, 100));
  }
  return !waiting();
}

export function useUpload<Report>(): Uploading<Report> {
  const [busy, setBusy] = useState<Mode | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [stopping, setStopping] = useState(false);
  const [report, setReport] = useState<Report | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const running = useRef<{ key: string; controller: AbortController } | null>(null);
  return {
    busy,
    share,
    stopping,
    report,
    problem,
    async run(mode, load) {
      if (busy) return null;
      setProblem(null);
      if (!load) return setProblem(missingFile()), null;
      setBusy(mode);
      const controller = new AbortController();
      const sending = { key: newKey(), signal: controller.signal };
      running.current = { key: sending.key, controller };
      const asking = setInterval(() => void getWork(sending).then(({ done, total }) => setShare(total > 0 ? done / total : null), () => undefined), asked_every);
      try {
        const done = await load(sending);
        setReport(done);
        return done;
      } catch (error) {
        if (!controller.signal.aborted) setProblem(atFile(asProblem(error)));
        return null;
      } finally {
        clearInterval(asking);
        running.current = null;
        setBusy(null);
        setShare(null);
        setStopping(false);
      }
    },
    stop() {
      const sending = running.current;
      if (!sending) return;
      setStopping(true);
      void stopServer(sending.key, () => running.current === sending).then((stopped) => stopped || sending.controller.abort());
    },
    reset() {
      setReport(null);
      setProblem(null);
    },
  };
}

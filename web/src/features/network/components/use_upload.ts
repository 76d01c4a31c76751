// A file that is first checked and then written, with a way to stop waiting for it.
import { useRef, useState } from 'preact/hooks';
import { asProblem, type Problem } from '../../../lib/api';
import type { Mode } from '../api';

export interface Uploading<Report> {
  busy: Mode | null;
  report: Report | null;
  problem: Problem | null;
  run(mode: Mode, load: ((signal: AbortSignal) => Promise<Report>) | null): Promise<Report | null>;
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

export function useUpload<Report>(): Uploading<Report> {
  const [busy, setBusy] = useState<Mode | null>(null);
  const [report, setReport] = useState<Report | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const running = useRef<AbortController | null>(null);
  return {
    busy,
    report,
    problem,
    async run(mode, load) {
      if (busy) return null;
      setProblem(null);
      if (!load) return setProblem(missingFile()), null;
      setBusy(mode);
      const controller = new AbortController();
      running.current = controller;
      try {
        const done = await load(controller.signal);
        setReport(done);
        return done;
      } catch (error) {
        if (!controller.signal.aborted) setProblem(atFile(asProblem(error)));
        return null;
      } finally {
        setBusy(null);
      }
    },
    stop: () => running.current?.abort(),
    reset() {
      setReport(null);
      setProblem(null);
    },
  };
}

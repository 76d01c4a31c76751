// Changes go in batches, each under a key of its own. A batch is taken whole or not at all: what is wrong in it is told by cell, and the
// rest goes again without it.
import { asProblem, fieldText, newKey, type Problem } from '../../../lib/api';
import type { Changes, Saved, Warning } from '../api';
import type { Edit } from './sheet';

/** The writer's transaction is short. */
export const batchSize = 50;

export interface Taken {
  edit: Edit;
  warnings: Warning[];
}

export interface Outcome {
  taken: Taken[];
  wrong: { edit: Edit; text: string; code: string }[];
  /** Why the rest was not tried: no network, no session, a failure of the server. */
  stopped: Problem | null;
}

type Post = (body: Changes, key: string) => Promise<Saved>;

/** Whether facts that stand are taken back, for which a reason is asked. */
export const takesBack = (edits: readonly Edit[]) => edits.some((each) => each.before > 0);

function cellOf(edit: Edit): Changes['cells'][number] {
  const minutes = Math.min(1440, Math.round((edit.minutes * edit.quantity) / 100));
  return {
    person: edit.person, service: edit.service, day: edit.day, quantity: edit.quantity, before: edit.before, channel: edit.channel,
    ...(minutes > 0 ? { minutes } : {}), ...(edit.worker ? { worker: edit.worker } : {}), ...(edit.practice ? { practice: edit.practice } : {}),
  };
}

/** The same words under the same key until they are answered: a lost reply must not record twice. */
const keys = new Map<string, string>();

async function once(post: Post, body: Changes): Promise<Saved> {
  const text = JSON.stringify(body);
  const key = keys.get(text) ?? newKey();
  keys.set(text, key);
  try {
    const saved = await post(body, key);
    keys.delete(text);
    return saved;
  } catch (error) {
    if (asProblem(error).status !== 0) keys.delete(text);
    throw error;
  }
}

function faultsOf(problem: Problem): Map<number, { text: string; code: string }> {
  const out = new Map<number, { text: string; code: string }>();
  for (const error of problem.errors) {
    const place = /^\/cells\/(\d+)/.exec(error.pointer)?.[1];
    if (place !== undefined && !out.has(Number(place))) out.set(Number(place), { text: fieldText(error), code: error.code });
  }
  return out;
}

async function sendBatch(post: Post, organisation: string, reason: string, edits: readonly Edit[], outcome: Outcome): Promise<void> {
  if (edits.length === 0) return;
  try {
    const saved = await once(post, { organisation, ...(reason && takesBack(edits) ? { reason } : {}), cells: edits.map(cellOf) });
    edits.forEach((edit, place) => outcome.taken.push({ edit, warnings: saved.cells[place]?.warnings ?? [] }));
  } catch (error) {
    const problem = asProblem(error);
    const faults = faultsOf(problem);
    if (faults.size === 0) {
      outcome.stopped = problem;
      return;
    }
    edits.forEach((edit, place) => faults.has(place) && outcome.wrong.push({ edit, ...faults.get(place)! }));
    await sendBatch(post, organisation, reason, edits.filter((_, place) => !faults.has(place)), outcome);
  }
}

export async function sendEdits(post: Post, organisation: string, reason: string, edits: readonly Edit[], onTaken: (taken: readonly Taken[]) => void): Promise<Outcome> {
  const outcome: Outcome = { taken: [], wrong: [], stopped: null };
  for (let from = 0; from < edits.length && !outcome.stopped; from += batchSize) {
    const before = outcome.taken.length;
    await sendBatch(post, organisation, reason, edits.slice(from, from + batchSize), outcome);
    onTaken(outcome.taken.slice(before));
  }
  return outcome;
}

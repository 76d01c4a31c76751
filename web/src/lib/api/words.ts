// What happened, what is kept, what to do: every failure in the reader's words.
import { t, textOfCode } from '../messages';
import type { FieldProblem, Problem } from './problem';
import { fieldName } from './problem';

export function problemText(problem: Problem): string {
  return textOfCode(problem.code, problem.detail || problem.title || t('problem.unknown'));
}

export function fieldText(error: FieldProblem): string {
  return error.detail || textOfCode(error.code, t('problem.field'));
}

export function fieldErrors(problem: Problem | null): Record<string, string> {
  return Object.fromEntries((problem?.errors ?? []).map((each) => [fieldName(each.pointer), fieldText(each)]));
}

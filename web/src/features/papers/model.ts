import type { PaperField } from './api';

/** What a press on a field writes, and where the caret stands in it: before the end of the braces, where a filter goes on. */
export function written(field: PaperField): { text: string; caret: number } {
  if (field.type === 'list') {
    const begin = `{{#each ${field.code}}}\n`;
    return { text: `${begin}\n{{/each}}\n`, caret: begin.length };
  }
  if (field.type === 'flag') {
    const begin = `{{#if ${field.code}}}`;
    return { text: `${begin}{{/if}}`, caret: begin.length };
  }
  return { text: `{{${field.code}}}`, caret: field.code.length + 2 };
}

/** Where a line begins and ends in the text. */
export function lineRange(text: string, line: number): [number, number] {
  const lines = text.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return [start, start + (lines[line - 1]?.length ?? 0)];
}

/** The text with a piece put at the selection. */
export function inserted(text: string, from: number, to: number, piece: string): string {
  return text.slice(0, from) + piece + text.slice(to);
}

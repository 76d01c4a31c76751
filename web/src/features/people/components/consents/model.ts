import { titleOf } from '../../../../lib/directory';
import type { Day } from '../../../../lib/dates';
import { t } from '../../../../lib/messages';
import type { Consent, ConsentText } from '../../api';

export type Channel = Consent['given']['channel'];
export const channels: readonly Channel[] = ['paper', 'electronic', 'oral'];

export interface Purpose {
  code: string;
  /** The version in force on the day. */
  text: ConsentText;
  /** The last one recorded to this purpose, whatever became of it. */
  last: Consent | undefined;
  /** What the last one was a consent to. */
  agreed: ConsentText | undefined;
}

/** What may be asked of a person on that day; texts come newest first of each purpose, consents newest first. */
export function purposes(texts: readonly ConsentText[], consents: readonly Consent[], day: Day): Purpose[] {
  const found = new Map<string, Purpose>();
  for (const text of texts) {
    if (text.since > day || found.has(text.purpose)) continue;
    const last = consents.find((each) => each.purpose === text.purpose);
    found.set(text.purpose, { code: text.purpose, text, last, agreed: texts.find((each) => each.id === last?.given.text) });
  }
  return [...found.values()];
}

/** Other words are in force than those agreed to. */
export const isOlder = ({ text, last, agreed }: Purpose): boolean => last?.state === 'stands' && agreed !== undefined && agreed.version < text.version;

/** An older version is told apart by its number. */
export const versionTitle = (text: ConsentText, newest: boolean): string =>
  newest ? titleOf(text.titles) : t('people.consents.older_version', { title: titleOf(text.titles), version: text.version });

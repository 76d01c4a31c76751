// Which news of standards the reader has opened in this browser; it says nothing of anybody but the standards.
import { session } from '../../../lib/session';

const most = 100;
const key = () => `ryadom_standards_read ${session.get()?.account.id ?? ''}`;

export function readVersions(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key()) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

export function markRead(version: string): void {
  try {
    localStorage.setItem(key(), JSON.stringify([version, ...readVersions().filter((each) => each !== version)].slice(0, most)));
  } catch {
    // A browser that keeps nothing shows the line until its time is over.
  }
}

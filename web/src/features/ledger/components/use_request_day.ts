// Somebody who asked before and waits: the entry form offers the day, so that nobody looks it up.
import { useQuery } from '@tanstack/preact-query';
import { useEffect, useRef } from 'preact/hooks';
import { can } from '../../../lib/session';
import { getRequestsOf } from '../api';
import type { EntryDraft } from '../model/entry';

export function useRequestDay(draft: EntryDraft, organisation: string, correcting: boolean, onDay: (day: string) => void): void {
  const person = draft.mode === 'one' && !correcting ? (draft.person?.id ?? '') : '';
  const waiting = useQuery({ queryKey: ['requests', 'person', person], queryFn: () => getRequestsOf(person), enabled: person !== '' && can('requests.record') });
  const offered = useRef('');
  const day = person ? (waiting.data?.items.find((each) => each.service === draft.service && each.organisation === organisation)?.asked_on ?? '') : '';
  useEffect(() => {
    // What was typed stays; what was offered for another person or service goes.
    if (draft.request_on !== '' && draft.request_on !== offered.current) return;
    offered.current = day;
    if (draft.request_on !== day) onDay(day);
  }, [person, draft.service, day]);
}

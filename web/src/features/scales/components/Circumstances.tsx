import { useQuery } from '@tanstack/preact-query';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { getWords } from '../api';

/** By the region's list; a word that it no longer has is shown by its code. */
export function Circumstances({ codes }: { codes: readonly string[] }) {
  const words = useQuery({ queryKey: ['person-lists words'], queryFn: getWords, staleTime: 300_000 });
  return (
    <section aria-label={t('scales.circumstances')}>
      <h2>{t('scales.circumstances')}</h2>
      {codes.length === 0 ? (
        <p class="muted">{t('scales.circumstances_none')}</p>
      ) : (
        <ul>
          {codes.map((code) => <li key={code}>{titleOf(words.data?.find((each) => each.code === code)?.titles) || code}</li>)}
        </ul>
      )}
    </section>
  );
}

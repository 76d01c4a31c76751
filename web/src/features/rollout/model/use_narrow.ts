import { useEffect, useState } from 'preact/hooks';

const narrow = '(max-width: 47.99rem)';

/** A phone gets lists in place of the grid. */
export function useNarrow(): boolean {
  const [is, setIs] = useState(() => matchMedia(narrow).matches);
  useEffect(() => {
    const query = matchMedia(narrow);
    const update = () => setIs(query.matches);
    query.addEventListener('change', update);
    return () => query.removeEventListener('change', update);
  }, []);
  return is;
}

import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../lib/messages';

export interface NavItem {
  id: string;
  title: string;
}

/** Marks the section that is being read. */
export function PassportNav({ items }: { items: readonly NavItem[] }) {
  const [current, setCurrent] = useState(items[0]?.id ?? '');
  useEffect(() => {
    if (typeof IntersectionObserver === 'undefined') return;
    const watch = new IntersectionObserver((seen) => {
      const first = seen.find((each) => each.isIntersecting);
      if (first) setCurrent(first.target.id);
    }, { rootMargin: '-15% 0px -75% 0px' });
    for (const { id } of items) {
      const part = document.getElementById(id);
      if (part) watch.observe(part);
    }
    return () => watch.disconnect();
  }, [items.length]);
  return (
    <nav class="passport-nav" aria-label={t('practices.sections')}>
      <ul>
        {items.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'location' : undefined}
              onClick={(event) => {
                event.preventDefault();
                const part = document.getElementById(id);
                part?.scrollIntoView({ block: 'start' });
                part?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
                setCurrent(id);
              }}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

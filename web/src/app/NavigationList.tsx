import { t } from '../lib/messages';
import type { NavigationItem } from './navigation';

function isCurrent(item: NavigationItem, path: string): boolean {
  if (item.path === '/') return path === '/';
  return [item.path, ...(item.also ?? [])].some((each) => path === each || path.startsWith(`${each}/`));
}

export function NavigationList({ items, path }: { items: readonly NavigationItem[]; path: string }) {
  return (
    <ul class="navigation">
      {items.map((item) => (
        <li key={item.path}>
          <a href={item.path} aria-current={isCurrent(item, path) ? 'page' : undefined}>
            {t(item.label)}
          </a>
        </li>
      ))}
    </ul>
  );
}

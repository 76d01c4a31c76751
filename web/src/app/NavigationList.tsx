import { t } from '../lib/messages';
import type { NavigationItem } from './navigation';

function isCurrent(item: NavigationItem, path: string): boolean {
  return item.path === '/' ? path === '/' : path === item.path || path.startsWith(`${item.path}/`);
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

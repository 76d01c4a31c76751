import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../lib/messages';

let pages = 0;

export interface PageProps {
  title: string;
  lead?: ComponentChildren;
  actions?: ComponentChildren;
  crumbs?: readonly { href: string; label: string }[];
  children: ComponentChildren;
}

/** Names the browser's tab and takes the focus after navigation, so that a screen reader says where it is. */
export function Page({ title, lead, actions, crumbs, children }: PageProps) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = t('ui.page_title', { page: title });
  }, [title]);
  useEffect(() => {
    // The first page keeps the focus where the browser starts: before the skip link.
    if (pages > 0) {
      head.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    pages += 1;
  }, []);
  return (
    <div class="page">
      {crumbs && (
        <nav class="crumbs" aria-label={t('ui.crumbs')}>
          <ol>
            {crumbs.map((crumb) => (
              <li key={crumb.href}>
                <a href={crumb.href}>{crumb.label}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div class="page-head">
        <h1 ref={head} tabIndex={-1}>
          {title}
        </h1>
        {actions && <div class="page-actions">{actions}</div>}
      </div>
      {lead && <div class="page-lead">{lead}</div>}
      {children}
    </div>
  );
}

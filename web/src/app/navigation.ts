// What each role finds in the left bar, at most nine items. An item appears once its page exists.
import type { PlainKey } from '../lib/messages';
import type { Role } from '../lib/session';

export interface NavigationItem {
  path: string;
  label: PlainKey;
  /** Pages that belong to the item and stand at an address of their own. */
  also?: readonly string[];
}

const items: Record<string, NavigationItem> = {
  overview: { path: '/', label: 'app.nav.overview' },
  today: { path: '/', label: 'app.nav.today' },
  rollout: { path: '/rollout', label: 'app.nav.rollout' },
  centres: { path: '/organisations', label: 'app.nav.centres' },
  practices: { path: '/practices', label: 'app.nav.practices', also: ['/scales'] },
  standards: { path: '/standards', label: 'app.nav.standards', also: ['/verdicts', '/control'] },
  bookings: { path: '/bookings', label: 'app.nav.bookings' },
  requests: { path: '/requests', label: 'app.nav.requests' },
  recipients: { path: '/recipients', label: 'app.nav.recipients', also: ['/papers', '/acts'] },
  programmes: { path: '/programmes', label: 'app.nav.programmes' },
  journal: { path: '/journal', label: 'app.nav.journal' },
  centre: { path: '/centre', label: 'app.nav.centre' },
  staff: { path: '/staff', label: 'app.nav.staff' },
  exchange: { path: '/exchange', label: 'app.nav.exchange' },
  reports: { path: '/reports', label: 'app.nav.reports', also: ['/questions'] },
  organisations: { path: '/organisations', label: 'app.nav.organisations' },
  accounts: { path: '/accounts', label: 'app.nav.accounts' },
  reference: { path: '/reference', label: 'app.nav.reference' },
  audit: { path: '/audit', label: 'app.nav.audit' },
  health: { path: '/health', label: 'app.nav.health' },
};

const byRole: Record<Role, readonly (keyof typeof items)[]> = {
  coordinator: ['overview', 'rollout', 'centres', 'practices', 'standards', 'exchange', 'journal', 'reports', 'reference'],
  director: ['overview', 'rollout', 'centre', 'recipients', 'journal', 'practices', 'standards', 'exchange', 'reports'],
  specialist: ['today', 'requests', 'recipients', 'programmes', 'journal', 'bookings', 'practices', 'standards'],
  desk: ['today', 'requests', 'recipients', 'programmes', 'bookings', 'journal', 'practices'],
  administrator: ['overview', 'rollout', 'organisations', 'accounts', 'reference', 'practices', 'audit', 'health', 'reports'],
};

export function navigationFor(roles: readonly Role[], exists: (path: string) => boolean): NavigationItem[] {
  const names = new Set(roles.flatMap((role) => byRole[role] ?? []));
  return [...names]
    .map((name) => items[name])
    .filter((item): item is NavigationItem => item !== undefined && exists(item.path))
    .filter((item, index, all) => all.findIndex((each) => each.path === item.path) === index)
    .slice(0, 9);
}

export function everyItem(role: Role): NavigationItem[] {
  return navigationFor([role], () => true);
}

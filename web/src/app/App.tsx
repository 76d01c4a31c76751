import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { ErrorBoundary, lazy, LocationProvider, Route, Router } from 'preact-iso';
import { asProblem, whenSignedOut } from '../lib/api';
import { lazyPage } from '../lib/lazy';
import type { RouteEntry } from '../lib/routes';
import { lost, session } from '../lib/session';
import { useStore } from '../lib/store';
import { Status } from '../ui/Status';
import { shownLanguage } from '../lib/language';
import { NotFoundPage } from './NotFoundPage';
import { Entrance } from './Entrance';
import { Shell } from './Shell';

const declared = import.meta.glob<{ routes: RouteEntry[] }>('/src/{app,features/*}/routes.ts', { eager: true });

function pagesOf(file: string, routes: readonly RouteEntry[]) {
  const [, feature] = /features\/([^/]+)/.exec(file) ?? [];
  return routes.map((route) => ({ ...route, Page: feature ? lazyPage(feature, route.load) : lazy(route.load) }));
}

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      // A refusal stays a refusal; only silence and "later" deserve a second try.
      retry: (count, error) => count < 2 && [0, 429].includes(asProblem(error).status),
    },
  },
});

whenSignedOut((verb) => {
  // Several requests may learn of it; that something was being written outweighs the rest.
  lost.set((before) => (verb === 'get' ? (before ?? 'read') : 'unsaved'));
  client.clear();
  session.set(null);
});

// Sentences of the server are in the language that they were asked in.
shownLanguage.subscribe(() => client.clear());

/** The router takes the first match: a fixed address stands before a parameter in the same place, whichever feature it is of. */
const place = (path: string) => path.replace(/:[^/]+/g, '~');
const pages = Object.entries(declared)
  .flatMap(([file, { routes }]) => pagesOf(file, routes))
  .sort((a, b) => (place(a.path) < place(b.path) ? -1 : 1));
const bare = pages.filter((page) => page.frame === 'bare');
const framed = pages.filter((page) => page.frame !== 'bare');

function Desk() {
  return (
    <Entrance>
      <Shell exists={(path) => framed.some((page) => page.path === path)}>
        <Router>
          {framed.map(({ path, Page }) => (
            <Route key={path} path={path} component={Page} />
          ))}
          <NotFoundPage default />
        </Router>
      </Shell>
    </Entrance>
  );
}

export function App() {
  const language = useStore(shownLanguage);
  return (
    <QueryClientProvider client={client}>
      <LocationProvider key={language}>
        <ErrorBoundary>
          <Router>
            {bare.map(({ path, Page }) => (
              <Route key={path} path={path} component={Page} />
            ))}
            {/* The inner router reads what is left of the path: a default route leaves it nothing. */}
            <Route path="/*" component={Desk} />
            <Route default component={Desk} />
          </Router>
        </ErrorBoundary>
        <Status />
      </LocationProvider>
    </QueryClientProvider>
  );
}

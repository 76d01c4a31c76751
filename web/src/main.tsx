import { render } from 'preact';
import '@fontsource-variable/golos-text/index.css';
import './ui/style/index.css';
import { App } from './app/App';
import { startLanguage } from './lib/language';
import { applyView, view } from './lib/view';

applyView(view.get());
void startLanguage().then(() => {
  const root = document.getElementById('app');
  if (root) render(<App />, root);
});

import { t } from '../lib/messages';
import { useStore } from '../lib/store';
import { changeView, schemes, sizes, spacings, usualView, view } from '../lib/view';
import { Button } from '../ui/Button';
import { Check } from '../ui/CheckGroup';
import { Dialog } from '../ui/Dialog';
import { RadioGroup } from '../ui/RadioGroup';

export function ViewSettings({ open, onClose }: { open: boolean; onClose(): void }) {
  const now = useStore(view);
  return (
    <Dialog
      title={t('app.view')}
      open={open}
      onClose={onClose}
      actions={<Button onClick={() => changeView(usualView)}>{t('app.view.usual')}</Button>}
    >
      <div class="stack">
        <RadioGroup
          name="view-size"
          label={t('app.view.size')}
          required
          layout="row"
          value={now.size}
          choices={sizes.map((value) => ({ value, label: `${value}\u00a0%` }))}
          onChange={(value) => changeView({ size: value as typeof now.size })}
        />
        <RadioGroup
          name="view-scheme"
          label={t('app.view.scheme')}
          required
          value={now.scheme}
          choices={schemes.map((value) => ({ value, label: t(`app.view.scheme.${value}`) }))}
          onChange={(value) => changeView({ scheme: value as typeof now.scheme })}
        />
        <RadioGroup
          name="view-spacing"
          label={t('app.view.spacing')}
          required
          layout="row"
          value={now.spacing}
          choices={spacings.map((value) => ({ value, label: t(`app.view.spacing.${value}`) }))}
          onChange={(value) => changeView({ spacing: value as typeof now.spacing })}
        />
        <Check
          label={t('app.view.letters')}
          hint={t('app.view.letters_hint')}
          checked={now.letters === 'on'}
          onChange={(on) => changeView({ letters: on ? 'on' : 'off' })}
        />
      </div>
    </Dialog>
  );
}

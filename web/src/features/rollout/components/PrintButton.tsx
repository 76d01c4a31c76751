import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';

export function PrintButton() {
  return <Button onClick={() => print()}>{t('rollout.print')}</Button>;
}

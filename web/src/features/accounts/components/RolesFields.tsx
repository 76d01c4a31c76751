import { useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import type { Role } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { Select } from '../../../ui/Select';
import { isRegional, roles } from '../api';

export interface RoleDraft {
  role: Role;
  organisation: string;
}

export interface RolesFieldsProps {
  value: readonly RoleDraft[];
  errors: Record<string, string>;
  onChange(next: RoleDraft[]): void;
}

export function RolesFields({ value, errors, onChange }: RolesFieldsProps) {
  const organisations = useOrganisations();
  const choices = (organisations.data ?? []).filter((each) => !each.closed_on).map((each) => ({ value: each.id, label: each.short_title }));
  const set = (at: number, part: Partial<RoleDraft>) => onChange(value.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <fieldset class="roles" id="field-roles">
      <legend class="field-label">{t('accounts.roles')}</legend>
      {errors.roles && <p class="field-error">{errors.roles}</p>}
      {value.map((each, at) => (
        <div class="role" key={at}>
          <Select name={`roles/${at}/role`} label={t('accounts.role')} required value={each.role} error={errors[`roles/${at}/role`]} choices={roles.map((role) => ({ value: role, label: t(`accounts.role.${role}`) }))} onChange={(role) => set(at, { role: role as Role })} />
          {isRegional(each.role) ? (
            <p class="muted role-region">{t('accounts.whole_region')}</p>
          ) : (
            <Select name={`roles/${at}/organisation`} label={t('accounts.organisation')} required empty={t('accounts.choose')} value={each.organisation} error={errors[`roles/${at}/organisation`]} choices={choices} onChange={(organisation) => set(at, { organisation })} />
          )}
          {value.length > 1 && <Button kind="quiet" onClick={() => onChange(value.filter((_, index) => index !== at))}>{t('accounts.remove_role')}</Button>}
        </div>
      ))}
      <Button onClick={() => onChange([...value, { role: 'desk', organisation: value[0]?.organisation ?? '' }])}>{t('accounts.add_role')}</Button>
      <p class="muted role-hint">{t('accounts.role_hint')}</p>
    </fieldset>
  );
}

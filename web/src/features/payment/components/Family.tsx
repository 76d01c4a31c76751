import { useEffect, useRef } from 'preact/hooks';
import type { Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { TextInput } from '../../../ui/TextInput';
import { emptyMember, type MemberForm } from '../model/form';
import { IncomeGrid } from './IncomeGrid';

interface FamilyProps {
  applied: Day;
  members: readonly MemberForm[];
  errors: Record<string, string>;
  onChange(members: MemberForm[]): void;
}

/** Whose incomes count, and the grid of their months. */
export function Family({ applied, members, errors, onChange }: FamilyProps) {
  const section = useRef<HTMLElement>(null);
  const before = useRef(members.length);
  useEffect(() => {
    if (members.length > before.current) section.current?.querySelector<HTMLElement>('.pay-member:last-of-type input')?.focus();
    before.current = members.length;
  }, [members.length]);
  const change = (at: number, next: Partial<MemberForm>) => onChange(members.map((each, place) => (place === at ? { ...each, ...next } : each)));
  return (
    <section class="card stack" ref={section} aria-label={t('payment.family')}>
      <h2>{t('payment.family')}</h2>
      <p class="muted">{t('payment.family_hint')}</p>
      {members.map((member, at) => (
        <div class="pay-member" key={at}>
          <div class="pay-fields">
            <TextInput name={`input/members/${at}/who`} label={t('payment.who')} required maxLength={100} value={member.who} error={errors[`input/members/${at}/who`]} onChange={(who) => change(at, { who })} />
            <TextInput name={`input/members/${at}/document`} label={t('payment.document')} maxLength={300} value={member.document} error={errors[`input/members/${at}/document`]} onChange={(document) => change(at, { document })} />
          </div>
          {members.length > 1 && <Button kind="quiet" icon="close" name={t('payment.remove', { what: member.who || t('payment.member', { number: at + 1 }) })} onClick={() => onChange(members.filter((_, place) => place !== at))} />}
        </div>
      ))}
      <IncomeGrid applied={applied} members={members} errors={errors} onChange={onChange} />
      <div class="form-actions">
        <Button onClick={() => onChange([...members, emptyMember('')])}>{t('payment.add_member')}</Button>
      </div>
    </section>
  );
}

import { titleOf } from '../../../lib/directory';
import { t, type Language } from '../../../lib/messages';
import { qualificationCodes, qualificationText, type Statement, type Work } from '../../../lib/statement';
import { Button } from '../../../ui/Button';
import { CheckGroup } from '../../../ui/CheckGroup';
import { Select } from '../../../ui/Select';
import { TextInput } from '../../../ui/TextInput';
import { freshStatement, kinds, kindsFor, ruleOf } from '../model/rules';
import { freshId } from '../model/text';
import { StatementPreview } from './StatementPreview';
import { StatementWords } from './VersionText';
import { WordsInput } from './WordsInput';

type Rule = Statement['rule'];
type NumberField = 'days' | 'from' | 'to' | 'at_least' | 'share_percent' | 'min_change';

interface RowProps {
  pointer: string;
  statement: Statement;
  work: Work;
  practice: string | undefined;
  service: string | undefined;
  language: Language;
  errors: Record<string, string>;
  onChange(statement: Statement): void;
}

function numberOf(text: string): number | undefined {
  const plain = text.trim().replace(',', '.');
  return plain && Number.isFinite(Number(plain)) ? Number(plain) : undefined;
}

/** The few fields that the kind of measure asks for, in plain words. */
function RuleFields({ pointer, statement, work, service, errors, onChange }: RowProps) {
  const { rule, kind } = statement;
  const set = (change: Partial<Rule>) => onChange({ ...statement, rule: { ...rule, ...change } });
  const number = (name: NumberField) => (
    <TextInput name={`${pointer}/rule/${name}`} label={t(`standards.rule.${name}`)} required size="short" inputMode={name === 'min_change' ? 'decimal' : 'numeric'}
      error={errors[`${pointer}/rule/${name}`] ?? (name === 'from' ? errors[`${pointer}/rule`] : undefined)} value={rule[name] === undefined ? '' : String(rule[name])}
      onChange={(text) => {
        const next = { ...rule };
        const value = numberOf(text);
        if (value === undefined) delete next[name];
        else next[name] = value;
        onChange({ ...statement, rule: next });
      }} />
  );
  const form = work?.forms?.find(({ id }) => id === rule.form);
  const forms = (
    <Select name={`${pointer}/rule/form`} label={t('standards.rule.form')} required empty={t('standards.choose')} value={rule.form ?? ''} error={errors[`${pointer}/rule/form`]}
      choices={(work?.forms ?? []).map(({ id, title }) => ({ value: id, label: titleOf(title) }))} onChange={(id) => set({ form: id })} />
  );
  switch (kind) {
    case 'wait': return number('days');
    case 'minutes':
    case 'group_size': return <>{number('from')}{number('to')}</>;
    case 'frequency': return (
      <>
        {number('at_least')}
        <Select name={`${pointer}/rule/per`} label={t('standards.rule.per')} required value={rule.per ?? 'week'} onChange={(per) => set({ per: per === 'month' ? 'month' : 'week' })}
          choices={[{ value: 'week', label: t('standards.rule.week') }, { value: 'month', label: t('standards.rule.month') }]} />
      </>
    );
    case 'programme_share': return number('share_percent');
    case 'qualified': {
      const known = [...new Set([...(service ? qualificationCodes : []), ...(work?.needs.staff ?? []).map(({ qualification }) => qualification.code), ...rule.qualifications])];
      return <div class="wide"><CheckGroup name={`${pointer}/rule/qualifications`} label={t('standards.rule.qualifications')} required error={errors[`${pointer}/rule/qualifications`]}
        choices={known.map((code) => ({ value: code, label: qualificationText(work, code) }))} values={rule.qualifications} onChange={(qualifications) => set({ qualifications: [...qualifications] })} /></div>;
    }
    case 'form_pair': return forms;
    case 'scale_change': return (
      <>
        {forms}
        <Select name={`${pointer}/rule/score`} label={t('standards.rule.score')} required empty={t('standards.choose')} value={rule.score ?? ''} error={errors[`${pointer}/rule/score`]}
          choices={(form?.scores ?? []).map(({ id, title }) => ({ value: id, label: titleOf(title) }))} onChange={(score) => set({ score })} />
        <Select name={`${pointer}/rule/direction`} label={t('standards.rule.direction')} required value={rule.direction ?? 'up'} onChange={(direction) => set({ direction: direction === 'down' ? 'down' : 'up' })}
          choices={[{ value: 'up', label: t('standards.rule.up') }, { value: 'down', label: t('standards.rule.down') }]} />
        {number('min_change')}
      </>
    );
    case 'presence': return (
      <div class="wide"><CheckGroup name={`${pointer}/rule/items`} label={t('standards.rule.items')} required error={errors[`${pointer}/rule/items`]}
        choices={[...(work?.needs.rooms ?? []), ...(work?.needs.equipment ?? [])].map(({ id, title }) => ({ value: id, label: titleOf(title) }))} values={rule.items} onChange={(items) => set({ items: [...items] })} /></div>
    );
  }
}

function StatementRow(props: RowProps & { onRemove(): void }) {
  const { pointer, statement, work, practice, service, language, errors, onChange, onRemove } = props;
  const set = (change: Partial<Statement>) => onChange({ ...statement, ...change });
  const services = work?.services ?? [];
  return (
    <div class="standard-row">
      <div class="standard-row-head">
        <strong>{titleOf(statement.title) || t('standards.new_statement')}</strong>
        <span class="page-actions"><Button kind="quiet" icon="close" name={t('standards.statement_remove', { title: titleOf(statement.title) })} onClick={onRemove} /></span>
      </div>
      <WordsInput name={`${pointer}/title`} label={t('standards.statement_title')} required language={language} value={statement.title} error={errors[`${pointer}/title/ru`]} onChange={(title) => set({ title })} />
      <WordsInput name={`${pointer}/idea`} label={t('standards.statement_idea')} required rows={2} language={language} value={statement.idea} error={errors[`${pointer}/idea/ru`]} onChange={(idea) => set({ idea })} />
      <div class="standard-fields">
        <Select name={`${pointer}/kind`} label={t('standards.kind')} required hint={service && t('standards.kind_service_hint')} error={errors[`${pointer}/kind`]} value={statement.kind}
          choices={kindsFor(!!service, statement.kind).map((kind) => ({ value: kind, label: t(`standards.kind.${kind}`) }))}
          onChange={(value) => {
            const kind = kinds.find((each) => each === value) ?? 'wait';
            set({ kind, rule: ruleOf(kind, statement.rule.services) });
          }} />
        <RuleFields {...props} />
        <TextInput name={`${pointer}/threshold_percent`} label={t('standards.threshold')} required size="short" inputMode="numeric" value={String(statement.threshold_percent || '')}
          error={errors[`${pointer}/threshold_percent`]} onChange={(text) => set({ threshold_percent: numberOf(text) ?? 0 })} />
        <Select name={`${pointer}/period`} label={t('standards.period')} required value={statement.period} onChange={(period) => set({ period: period === 'quarter' || period === 'year' ? period : 'month' })}
          choices={[{ value: 'month', label: t('standards.period.month') }, { value: 'quarter', label: t('standards.period.quarter') }, { value: 'year', label: t('standards.period.year') }]} />
        <Select name={`${pointer}/aspect`} label={t('standards.aspect')} required value={statement.aspect} onChange={(aspect) => set({ aspect: aspect === 'structure' || aspect === 'outcome' ? aspect : 'process' })}
          choices={[{ value: 'structure', label: t('standards.aspect.structure') }, { value: 'process', label: t('standards.aspect.process') }, { value: 'outcome', label: t('standards.aspect.outcome') }]} />
      </div>
      {statement.kind !== 'presence' && services.length > 1 && (
        <CheckGroup name={`${pointer}/rule/services`} label={t('standards.rule.services')} hint={t('standards.rule.services_hint')} choices={services.map(({ id, title }) => ({ value: id, label: titleOf(title) }))}
          values={statement.rule.services} onChange={(values) => set({ rule: { ...statement.rule, services: [...values] } })} />
      )}
      <div class="standard-reads" aria-live="polite"><StatementWords work={work} statement={statement} /></div>
      {practice && <StatementPreview of={{ practice }} statement={statement} />}
      {service && <StatementPreview of={{ service }} statement={statement} />}
    </div>
  );
}

export interface StatementEditorProps {
  statements: readonly Statement[];
  work: Work;
  practice: string | undefined;
  service: string | undefined;
  language: Language;
  errors: Record<string, string>;
  onChange(statements: Statement[]): void;
}

/** Every statement with its fields and the sentence that it makes. */
export function StatementEditor({ statements, work, practice, service, language, errors, onChange }: StatementEditorProps) {
  return (
    <div class="stack">
      {statements.map((each, index) => (
        <StatementRow key={each.id} pointer={`content/statements/${index}`} statement={each} work={work} practice={practice} service={service} language={language} errors={errors}
          onChange={(next) => onChange(statements.map((one, at) => (at === index ? next : one)))} onRemove={() => onChange(statements.filter((_, at) => at !== index))} />
      ))}
      <div><Button onClick={() => onChange([...statements, freshStatement(freshId('statement', statements.map(({ id }) => id)))])}>{t('standards.add_statement')}</Button></div>
    </div>
  );
}

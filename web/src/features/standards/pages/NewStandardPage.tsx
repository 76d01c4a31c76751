import { useQuery } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { titleOf, useServices } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Page } from '../../../ui/Page';
import { RadioGroup } from '../../../ui/RadioGroup';
import { Select } from '../../../ui/Select';
import { TextInput } from '../../../ui/TextInput';
import { beginStandard, findPractices } from '../api';

/** A standard starts from a practice, whose text it takes over, or from a service of the list. */
export default function NewStandardPage() {
  const { query, route } = useLocation();
  const [of, setOf] = useState<'practice' | 'service'>('practice');
  const [practice, setPractice] = useState(query.practice ?? '');
  const [service, setService] = useState('');
  const [code, setCode] = useState('');
  const practices = useQuery({ queryKey: ['standards', 'practices'], queryFn: findPractices });
  const services = useServices();
  const { busy, problem, send } = useSend(async (key, body: Parameters<typeof beginStandard>[0]) => {
    const { versions } = await beginStandard(body, key);
    route(`/standards/versions/${versions[0]?.id ?? ''}/edit`);
  });
  const errors = fieldErrors(problem);
  const submit = (event: Event) => {
    event.preventDefault();
    void send({ code: code.trim(), ...(of === 'practice' ? (practice ? { practice } : {}) : service ? { service } : {}) });
  };
  return (
    <Page title={t('standards.new')} crumbs={[{ href: '/standards', label: t('standards.title') }]}>
      <form class="card stack" noValidate onSubmit={submit}>
        <ErrorSummary problem={problem} />
        <RadioGroup name="of" label={t('standards.of')} layout="row" value={of} onChange={(value) => setOf(value === 'service' ? 'service' : 'practice')}
          choices={[{ value: 'practice', label: t('standards.of_practice') }, { value: 'service', label: t('standards.of_service') }]} />
        {of === 'practice' ? (
          <Select name="practice" label={t('standards.practice')} hint={t('standards.practice_hint')} required empty={t('standards.choose')} value={practice} error={errors.practice} onChange={setPractice}
            choices={(practices.data ?? []).map((each) => ({ value: each.id, label: titleOf(each.title) }))} />
        ) : (
          <Select name="service" label={t('standards.service')} required empty={t('standards.choose')} value={service} error={errors.service ?? errors.practice} onChange={setService}
            choices={(services.data ?? []).map((each) => ({ value: each.id, label: `${each.code} ${titleOf(each.titles)}` }))} />
        )}
        <TextInput name="code" label={t('standards.column.code')} hint={t('standards.code_hint')} required maxLength={60} value={code} error={errors.code} onChange={setCode} />
        <div><Button kind="primary" type="submit" busy={busy}>{t('standards.begin')}</Button></div>
      </form>
    </Page>
  );
}

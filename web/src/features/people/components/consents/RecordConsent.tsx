import { useQuery } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { fieldErrors, type Sent, type Schemas } from '../../../../lib/api';
import { ageOn, today } from '../../../../lib/dates';
import { t } from '../../../../lib/messages';
import { useSend } from '../../../../lib/send';
import { useShortcut } from '../../../../lib/shortcuts';
import { Button } from '../../../../ui/Button';
import { DateField } from '../../../../ui/DateField';
import { Dialog } from '../../../../ui/Dialog';
import { ErrorSummary } from '../../../../ui/ErrorSummary';
import { RadioGroup } from '../../../../ui/RadioGroup';
import { Select } from '../../../../ui/Select';
import { notify } from '../../../../ui/Status';
import { TextInput } from '../../../../ui/TextInput';
import { consentPaper, getFile, recordConsent, type ConsentText, type Person } from '../../api';
import type { FileView } from '../file/model';
import { IssueConsent } from './IssueConsent';
import { channels, versionTitle, type Channel } from './model';

export interface RecordConsentProps {
  person: Person;
  texts: readonly ConsentText[];
  /** The purpose that is asked about; nothing while the dialog is closed. */
  purpose: string | null;
  onClose(): void;
  onDone(): void;
}

const grown = 18;

/** Those whose right holds today, each with its place in the file. */
function representatives(view: FileView | undefined) {
  return (view?.file.representatives ?? [])
    .map((each, place) => ({ place, each, name: view?.people.find((known) => known.id === each.person)?.name ?? each.name ?? t('people.file.person_elsewhere') }))
    .filter(({ each }) => each.since <= today() && (!each.until || each.until >= today()));
}

function Form({ person, texts, purpose, onClose, onDone }: RecordConsentProps & { purpose: string }) {
  const file = useQuery({ queryKey: ['persons', 'file', person.id], queryFn: async () => (await getFile(person.id)).body });
  const known = texts.filter((each) => each.since <= today());
  const newest = (text: ConsentText) => known.find((each) => each.purpose === text.purpose)?.id === text.id;
  const [text, setText] = useState(known.find((each) => each.purpose === purpose)?.id ?? '');
  const [day, setDay] = useState<string | null>(today());
  const [channel, setChannel] = useState<Channel>('paper');
  const [witness, setWitness] = useState('');
  const acting = representatives(file.data);
  const [giver, setGiver] = useState('');
  useEffect(() => {
    // For a child somebody else signs, as a rule.
    const first = acting[0];
    if (first && ageOn(person.birth, today()) < grown) setGiver(String(first.place));
  }, [file.data]);
  const { busy, problem, send } = useSend((key: string, body: Sent<Schemas['ConsentGiven']>) => recordConsent(person.id, body, key));
  const errors = fieldErrors(problem);
  const oral = texts.find((each) => each.id === text)?.oral ?? false;
  const chosen = known.find((each) => each.id === text);
  const by = acting.find(({ place }) => String(place) === giver);

  const save = async () => {
    const who = by && { ...(by.each.person ? { person: by.each.person } : { name: by.each.name ?? '' }), authority: by.each.authority, document: by.each.document };
    const body = { text, given_on: day ?? '', channel, ...(channel === 'oral' ? { witness } : {}), ...(who ? { giver: who } : {}) };
    if (!(await send(body))) return;
    notify(t('people.consents.recorded'));
    onDone();
  };
  useShortcut('Control+Enter', 'people.keys.save', () => void save());
  return (
    <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <ErrorSummary problem={problem} />
      <Select name="text" label={t('people.consents.text')} required value={text} error={errors.text} choices={known.map((each) => ({ value: each.id, label: versionTitle(each, newest(each)) }))} onChange={(next) => { setText(next); setChannel('paper'); }} />
      <DateField name="given_on" label={t('people.consents.given_on')} required max={today()} value={day} error={errors.given_on} onChange={setDay} />
      <RadioGroup
        name="channel"
        label={t('people.consents.channel')}
        required
        layout="row"
        value={channel}
        error={errors.channel}
        choices={channels.filter((each) => each !== 'oral' || oral).map((each) => ({ value: each, label: t(`people.consents.channel.${each}`) }))}
        onChange={(next) => setChannel(next as Channel)}
      />
      {channel === 'oral' && <TextInput name="witness" label={t('people.consents.witness')} hint={t('people.consents.witness_hint')} required maxLength={300} value={witness} error={errors.witness} onChange={setWitness} />}
      {acting.length > 0 && (
        <RadioGroup
          name="giver"
          label={t('people.consents.giver')}
          required
          value={giver}
          error={errors.giver}
          choices={[{ value: '', label: t('people.consents.self') }, ...acting.map(({ place, each, name }) => ({ value: String(place), label: `${name}, ${t(`people.authority.${each.authority}`)}`, hint: each.document }))]}
          onChange={setGiver}
        />
      )}
      {text && <p><a href={consentPaper(person.id, text, by?.place)} target="_blank" rel="noreferrer">{t('people.consents.print_first')}</a></p>}
      {chosen && <p class="consent-actions"><IssueConsent key={`${text} ${giver}`} person={person.id} text={chosen} representative={by?.place} /></p>}
      <div class="page-actions">
        <Button kind="primary" type="submit" busy={busy}>{t('people.consents.save')}</Button>
        <Button onClick={onClose}>{t('people.cancel')}</Button>
      </div>
    </form>
  );
}

export function RecordConsent(props: RecordConsentProps) {
  return (
    <Dialog title={t('people.consents.record')} open={props.purpose !== null} onClose={props.onClose}>
      {props.purpose !== null && <Form {...props} purpose={props.purpose} />}
    </Dialog>
  );
}

import { useEffect, useRef } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { keyNamesOf, useShortcut } from '../../../lib/shortcuts';
import { Button } from '../../../ui/Button';
import { ErrorSummary, focusField } from '../../../ui/ErrorSummary';
import { RadioGroup } from '../../../ui/RadioGroup';
import { SamePerson } from '../../../ui/person/SamePerson';
import { TextInput } from '../../../ui/TextInput';
import { unfinished } from '../../../ui/unfinished';
import type { EntryContext, OfferedPractice } from '../api';
import { freshOf } from '../model/doubts';
import { emptyDraft, namesakeOf, nextDraft, takenFor, type EntryDraft } from '../model/entry';
import './EntryForm.css';
import { GroupFields } from './GroupFields';
import { NewPerson } from './NewPerson';
import { OfferedForms } from './OfferedForms';
import { chosenOf, RecipientField } from './RecipientField';
import { RepeatedFacts } from './RepeatedFacts';
import { useEntry, type Correction } from './use_entry';
import { useRequestDay } from './use_request_day';
import { fitsOf, unnamedAllowed, WorkFields } from './WorkFields';

export interface EntryFormProps {
  organisation: string;
  context: EntryContext;
  draft: EntryDraft;
  correction: Correction | null;
  onDraft(next: EntryDraft | ((before: EntryDraft) => EntryDraft)): void;
  onReason(reason: string): void;
  onCorrected(): void;
}

/** The field arrives with the render that follows a choice, so the focus waits for it. */
export function focusRecipient(tries = 40): void {
  const service = document.getElementById('field-service');
  const group = document.getElementById('field-participants');
  // A group is asked for by its service.
  const field = document.getElementById('field-person') ?? (group && service instanceof HTMLInputElement && !service.value ? service : group);
  if (field instanceof HTMLInputElement) field.focus();
  else if (tries > 0) setTimeout(() => focusRecipient(tries - 1), 50);
}

function withChoices(fits: OfferedPractice[], choices: readonly { id: string; title: string }[], draft: EntryDraft): OfferedPractice[] {
  if (choices.length === 0) return fits;
  return choices.map(({ id, title }) => fits.find((each) => each.id === id) ?? { id, titles: { ru: title }, channels: [draft.channel], counts_unnamed: false });
}

export function EntryForm({ organisation, context, draft, correction, onDraft, onReason, onCorrected }: EntryFormProps) {
  const entry = useEntry();
  const latest = useRef(draft);
  latest.current = draft;
  const form = useRef<HTMLFormElement>(null);
  const fits = withChoices(fitsOf(context, draft), entry.choices, draft);
  const errors = fieldErrors(entry.problem);
  const elsewhere = entry.problem?.code === 'people.known_elsewhere';
  const change = (next: Partial<EntryDraft>) => {
    // Another service or channel has other practices.
    if ('service' in next || 'channel' in next) entry.forget();
    onDraft((before) => ({ ...before, ...next }));
  };
  const unnamed = unnamedAllowed(fits, draft) || draft.unnamed !== '';

  useEffect(() => entry.forget(), [correction?.fact.id]);
  useRequestDay(draft, organisation, correction !== null, (request_on) => change({ request_on }));

  const save = async (sure = false) => {
    const typed = latest.current;
    const fitting = withChoices(fitsOf(context, typed), entry.choices, typed);
    const saved = await entry.save({ draft: typed, organisation, fits: fitting, correction, unfinished: unfinished(form.current), sure });
    if (!saved) return;
    if (correction) return onCorrected();
    onDraft((before) => nextDraft(before, context.services.find((each) => each.id === before.service)));
    setTimeout(focusRecipient);
  };
  useShortcut('Control+Enter', 'ledger.keys.save', () => void save());
  useShortcut('Control+NumpadEnter', 'ledger.keys.save', () => void save());
  useShortcut('Alt+Digit1', 'ledger.keys.one', () => setMode('one'));
  useShortcut('Alt+Digit2', 'ledger.keys.group', () => setMode('group'));

  const setMode = (mode: EntryDraft['mode']) => {
    if (correction) return;
    entry.forget();
    onDraft((before) => ({ ...before, mode }));
    setTimeout(focusRecipient);
  };

  return (
    <>
      {entry.saved && <OfferedForms saved={entry.saved} onClose={entry.forgetSaved} />}
      <form
        ref={form}
        class="card entry"
        noValidate
        aria-label={correction ? t('ledger.correction') : t('ledger.entry')}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {correction && (
          <div class="entry-correction">
            <p>{t('ledger.correction_hint')}</p>
            <TextInput name="reason" label={t('ledger.reason')} required maxLength={500} value={correction.reason} error={errors.reason} onChange={onReason} />
          </div>
        )}
        <ErrorSummary problem={entry.problem} />
        {!correction && (
          <RadioGroup
            name="mode"
            label={t('ledger.mode')}
            required
            layout="row"
            value={draft.mode}
            choices={[{ value: 'one', label: t('ledger.mode.one') }, { value: 'group', label: t('ledger.mode.group') }]}
            onChange={(mode) => {
              entry.forget();
              onDraft((before) => ({ ...before, mode: mode as EntryDraft['mode'] }));
            }}
          />
        )}
        {draft.mode === 'one' && !draft.fresh && (
          <RecipientField
            name="person"
            label={t('ledger.person')}
            value={draft.person}
            required={!unnamed}
            error={errors.person}
            onChoose={(person) => {
              change({ person });
              // The service may stay from the last entry, with its text selected: Ctrl+Enter records, typing looks for another.
              if (person) setTimeout(() => focusField('service'));
            }}
            onNew={(fresh) => {
              change({ person: null, fresh });
              setTimeout(() => focusField(`new_person/${fresh.family_name ? (fresh.given_name ? 'birth' : 'given_name') : 'family_name'}`));
            }}
          />
        )}
        {draft.mode === 'one' && draft.fresh && (
          <NewPerson
            value={draft.fresh}
            at="new_person/"
            errors={errors}
            elsewhere={elsewhere}
            onChange={(fresh) => change({ fresh })}
            onChoose={(person) => change({ person, fresh: null })}
            onDrop={() => {
              change({ fresh: null });
              setTimeout(focusRecipient);
            }}
          />
        )}
        <WorkFields context={context} draft={draft} fits={fits} errors={errors} onChange={change} />
        {draft.mode === 'group' && (
          <GroupFields
            organisation={organisation}
            service={draft.service}
            today={context.today}
            members={draft.members}
            errors={errors}
            elsewhere={elsewhere}
            onChange={(next) => onDraft((before) => ({ ...before, members: next(before.members) }))}
          />
        )}
        {unnamed && (draft.mode === 'group' || (!draft.person && !draft.fresh)) && (
          <TextInput name="unnamed_count" label={t('ledger.unnamed')} hint={t('ledger.unnamed_hint')} size="short" inputMode="numeric" value={draft.unnamed} error={errors.unnamed_count} onChange={(text) => change({ unnamed: text })} />
        )}
        <div class="page-actions">
          <Button kind="primary" type="submit" busy={entry.busy} aria-keyshortcuts="Control+Enter">
            {correction ? t('ledger.save_correction') : t('ledger.save')}
          </Button>
          {correction ? (
            <Button onClick={onCorrected}>{t('ledger.cancel')}</Button>
          ) : (
            <Button
              kind="quiet"
              onClick={() => {
                entry.forget();
                onDraft({ ...emptyDraft(), mode: draft.mode, performed_on: context.today, worker: context.me ?? '' });
                setTimeout(focusRecipient);
              }}
            >
              {t('ledger.clear')}
            </Button>
          )}
          {!correction && (
            <span class="entry-keys muted">
              {keyNamesOf('Control+Enter').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}{' '}
              {t('ledger.keys.save')}
            </span>
          )}
        </div>
      </form>
      <SamePerson
        same={entry.doubts.same?.found ?? null}
        draft={entry.doubts.same ? freshOf(draft, entry.doubts.same.member) : null}
        organisation={organisation}
        onTake={(person) => {
          const member = entry.doubts.same?.member ?? null;
          entry.forget();
          onDraft((before) => takenFor(before, member, chosenOf(person)));
          setTimeout(() => focusField('service'));
        }}
        onOther={(reason) => {
          const member = entry.doubts.same?.member ?? null;
          onDraft((before) => namesakeOf(before, member, reason));
          setTimeout(() => void save(true));
        }}
        onClose={entry.forget}
      />
      <RepeatedFacts facts={entry.doubts.same ? [] : entry.doubts.repeated} onAgain={() => void save(true)} onClose={entry.forget} />
    </>
  );
}

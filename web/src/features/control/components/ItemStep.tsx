import type { Ref } from 'preact';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { Tag } from '../../../ui/Tag';
import type { Inspection, ItemView, Outcome } from '../api';
import { toneOfMark, whereOf } from '../model/words';
import { DeclareForm } from './DeclareForm';
import { FileLinks, HandIn } from './Files';
import { VisitForm } from './VisitForm';

export interface ItemStepProps {
  inspection: Inspection;
  view: ItemView;
  /** What the facts say of a statement. */
  outcome: Outcome | undefined;
  place: { number: number; all: number };
  head: Ref<HTMLHeadingElement>;
  onSaid(view: ItemView): void;
  onFile(file: File): void;
}

/** One question on the screen: what is asked, what is known of it, and the answer. */
export function ItemStep({ inspection, view, outcome, place, head, onSaid, onFile }: ItemStepProps) {
  const { item, declared, evidence, files } = view;
  const visit = inspection.kind === 'visit';
  return (
    <section class="card control-item" aria-labelledby="item">
      <h2 id="item" ref={head} tabIndex={-1}>{t('control.item_of', place)}: {whereOf(item)}</h2>
      <p class="control-words">{titleOf(item.text)}</p>
      {item.part === 'statement' && outcome && <p>{t('control.facts', { outcome: t(`control.outcome.${outcome}`) })}</p>}
      {visit && (
        <div>
          <p>{declared ? <>{t('control.declared_was')} <Tag tone={toneOfMark[declared.mark]}>{t(`control.mark.${declared.mark}`)}</Tag> {declared.note}</> : <span class="muted">{t('control.nothing_declared')}</span>}</p>
          {evidence.length > 0 && <><p>{t('control.evidence')}</p><FileLinks files={evidence} /></>}
        </div>
      )}
      {files.length > 0 && <FileLinks files={files} />}
      <HandIn onFile={onFile} />
      {visit ? <VisitForm inspection={inspection.id} view={view} onSaid={onSaid} /> : <DeclareForm inspection={inspection.id} view={view} onSaid={onSaid} />}
    </section>
  );
}

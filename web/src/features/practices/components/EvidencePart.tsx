import { t } from '../../../lib/messages';
import { Tag } from '../../../ui/Tag';
import type { Passport } from '../api';
import { evidenceByAxis, type Evidence } from '../model/evidence';
import type { Words } from '../model/types';
import { EvidenceLevel } from './EvidenceLevel';
import { Said } from './PassportParts';

export interface EvidencePartProps {
  passport: Passport;
  file(path: Words): string;
}

/** The level that the package claims, and the four axes that it is made of. */
export function EvidencePart({ passport, file }: EvidencePartProps) {
  return (
    <>
      <EvidenceLevel level={passport.evidence_level} weakest={passport.weakest_axes} />
      <p class="muted">{t('practices.level_rule')}</p>
      <ul class="thing-list">
        {evidenceByAxis(passport.package).map(({ axis, level, items }) => (
          <li class="thing" key={axis}>
            <div>
              <p class="thing-title">{t(`practices.axis.${axis}`)}</p>
              {items.map((each) => <Proof key={each.id} item={each} file={file} />)}
              {items.length === 0 && <p class="thing-note">{t('practices.axis_without')}</p>}
            </div>
            <div class="thing-aside">
              <Tag>{t('practices.axis_level', { level })}</Tag>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Proof({ item, file }: { item: Evidence; file(path: Words): string }) {
  return (
    <div>
      <Said words={item.text} />
      {item.source && <p class="thing-note">{t('practices.evidence_source', { source: item.source })}</p>}
      {item.file && <a href={file(item.file)} download>{t('practices.open_file')}</a>}
    </div>
  );
}

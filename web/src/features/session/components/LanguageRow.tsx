import { language, languages, t } from '../../../lib/messages';
import { changeLanguage } from '../../../lib/language';

export function LanguageRow() {
  return (
    <div class="language-row" role="group" aria-label={t('session.language')}>
      {languages.map((each) => (
        <button key={each} type="button" class="button quiet" lang={each} aria-pressed={each === language()} onClick={() => void changeLanguage(each)}>
          {t(`session.language.${each}`)}
        </button>
      ))}
    </div>
  );
}

import { useRef, useState } from 'preact/hooks';
import { t } from '../lib/messages';
import { formatSize } from '../lib/numbers';
import { Button } from './Button';
import { FieldGroup, fieldId, type FieldProps } from './Field';
import { Icon } from './Icon';

export interface FileDropProps extends FieldProps {
  files: readonly File[];
  accept: string;
  multiple?: boolean;
  onChange(files: File[]): void;
}

export function FileDrop({ files, accept, multiple, onChange, ...field }: FileDropProps) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const add = (list: FileList | null | undefined) => {
    const added = [...(list ?? [])];
    if (added.length > 0) onChange(multiple ? [...files, ...added] : added.slice(0, 1));
  };
  const unit = { kilobyte: t('ui.kilobyte'), megabyte: t('ui.megabyte') };
  return (
    <FieldGroup {...field}>
      <label
        class={`file-drop ${over ? 'over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          add(event.dataTransfer?.files);
        }}
      >
        <input
          ref={input}
          id={`${fieldId(field.name)}-input`}
          class="visually-hidden"
          type="file"
          accept={accept}
          multiple={multiple}
          onChange={(event) => {
            add(event.currentTarget.files);
            // The same file may be taken again after it was removed from the list.
            event.currentTarget.value = '';
          }}
        />
        <Icon name="upload" />
        <span>
          <span class="file-choose">{t('ui.choose_file')}</span> {t('ui.or_drop_file')}
        </span>
      </label>
      {files.length > 0 && (
        <ul class="file-list">
          {files.map((file, index) => (
            <li key={`${file.name}-${index}`}>
              <Icon name="file" />
              <span class="file-name">{file.name}</span>
              <span class="file-size">{formatSize(file.size, unit)}</span>
              <Button
                kind="quiet"
                icon="close"
                name={t('ui.remove_file', { name: file.name })}
                onClick={() => {
                  onChange(files.filter((each) => each !== file));
                  input.current?.focus();
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </FieldGroup>
  );
}

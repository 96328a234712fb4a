import { useEffect, useRef } from 'react';
import { buttonClass } from './button.tsx';

/** A file input that looks like a button; its label is its name. */
export function FileButton({
  label,
  folder = false,
  onFiles,
}: {
  readonly label: string;
  readonly folder?: boolean;
  readonly onFiles: (files: FileList) => void;
}) {
  const ref = useRef<HTMLInputElement>(null);
  useEffect(
    function askForFolders() {
      // React knows no prop for it.
      if (folder) ref.current?.setAttribute('webkitdirectory', '');
    },
    [folder],
  );
  return (
    <label
      className={`${buttonClass()} has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-accent`}
    >
      <input
        ref={ref}
        type="file"
        multiple
        className="sr-only"
        onChange={(event) => {
          const { files } = event.target;
          if (files && files.length > 0) onFiles(files);
          event.target.value = '';
        }}
      />
      {label}
    </label>
  );
}

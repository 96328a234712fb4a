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
    function takeEarlyFiles() {
      // Chosen while the page was still waking up: no change event told of them.
      const input = ref.current;
      if (!input?.files?.length) return;
      onFiles(input.files);
      input.value = '';
    },
    [onFiles],
  );
  return (
    <label
      className={`${buttonClass()} has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-accent`}
    >
      <input
        ref={ref}
        type="file"
        multiple
        // React knows no prop for it, and hands on what it does not know.
        {...(folder ? { webkitdirectory: '' } : {})}
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

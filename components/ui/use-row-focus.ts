import { useEffect, useRef } from 'react';

/**
 * Moves the focus to a row of a virtual list, once for each time it is wanted.
 * The row may come into the page only frames later: the focus waits for it rather than for a frame.
 */
export function useRowFocus(id: string | null, there: boolean, options?: FocusOptions): void {
  const owed = useRef<string | null>(null);
  useEffect(
    function oweTheFocus() {
      owed.current = id;
    },
    [id],
  );
  useEffect(function giveTheFocus() {
    if (!there || owed.current === null) return;
    document.getElementById(owed.current)?.focus(options);
    owed.current = null;
  });
}

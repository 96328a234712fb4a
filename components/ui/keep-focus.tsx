import { type ReactNode, useEffect, useRef } from 'react';

const FOCUSABLE = 'button:not(:disabled), input:not(:disabled), textarea, select, a[href], [tabindex="0"]';

interface Held {
  readonly element: Element;
  /** Among what can be focused here. */
  readonly index: number;
}

const focusableIn = (frame: HTMLElement): readonly HTMLElement[] => [...frame.querySelectorAll<HTMLElement>(FOCUSABLE)];

/**
 * Where a decision takes the control that had the focus out of the page, what stands in its place gets the focus; `instead`
 * names another, for when nothing is left. Without it the focus would fall back to the beginning of the page.
 */
export function KeepFocus({
  className,
  instead,
  children,
}: {
  readonly className?: string;
  /** Must be the same function at each render. */
  readonly instead?: (frame: HTMLElement) => HTMLElement | null;
  readonly children: ReactNode;
}) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(
    function keepTheFocus() {
      const element = frame.current;
      if (!element) return;
      let held: Held | null = null;
      const hold = ({ target }: FocusEvent) => {
        if (target instanceof HTMLElement) held = { element: target, index: focusableIn(element).indexOf(target) };
      };
      // A control that is taken away, or moved, has gone nowhere: only who tabs or clicks away lets go.
      const letGo = ({ relatedTarget }: FocusEvent) => {
        if (relatedTarget instanceof Node && !element.contains(relatedTarget)) held = null;
      };
      const forget = () => {
        held = null;
      };
      const restore = () => {
        if (!held || (document.activeElement !== document.body && document.activeElement !== null)) return;
        const left = focusableIn(element);
        const next = left[Math.min(held.index, left.length - 1)] ?? instead?.(element);
        // Nothing may be left for a moment, until an answer comes.
        if (!next) return;
        held = null;
        next.focus({ preventScroll: true });
      };
      const watch = new MutationObserver(restore);
      watch.observe(element, { childList: true, subtree: true });
      element.addEventListener('focusin', hold);
      element.addEventListener('focusout', letGo);
      document.addEventListener('pointerdown', forget, true);
      return () => {
        watch.disconnect();
        element.removeEventListener('focusin', hold);
        element.removeEventListener('focusout', letGo);
        document.removeEventListener('pointerdown', forget, true);
      };
    },
    [instead],
  );
  return (
    <div ref={frame} className={className}>
      {children}
    </div>
  );
}

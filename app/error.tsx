'use client';

import { Button } from '@/components/ui/button.tsx';

/** Shown when drawing the page failed. The worker and its data may well be alive: try again first. */
export default function ErrorPage({ reset }: { readonly reset: () => void }) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-[56ch] content-center gap-3 px-5">
      <h1 className="text-xl font-semibold">The page could not be drawn</h1>
      <p className="text-mute">
        This is a fault of the program, not of your files. Nothing was sent anywhere, and your choices are stored. Try
        again; if that does not help, reload the page and drop the files again.
      </p>
      <div>
        <Button look="primary" onClick={reset}>
          Try again
        </Button>
      </div>
    </main>
  );
}

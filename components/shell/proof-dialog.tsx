'use client';

import { useEffect, useState } from 'react';
import { view } from '@/lib/state/app.ts';
import { askForProof, isFramed, type Proof } from '@/lib/state/proof.ts';
import { Dialog } from '../ui/dialog.tsx';

/** The claim of the badge, and how far it goes. */
export function ProofDialog() {
  const [proof, setProof] = useState<Proof | null>(null);
  useEffect(function proveWhenOpened() {
    let open = true;
    void askForProof().then((found) => open && setProof(found));
    return () => {
      open = false;
    };
  }, []);
  return (
    <Dialog title="Proof: nothing leaves this page" onClose={() => view.setState({ dialog: 'none' })}>
      <div className="grid gap-3.5">
        {proof === null ? <p className="text-mute">Asking the browser…</p> : <Finding proof={proof} />}
        <Part title="What the policy blocks">
          Requests of every kind, from the page and from its worker: fetch, XMLHttpRequest, WebSocket, EventSource,
          beacons, and images, scripts, styles, fonts, frames and forms of any other place.
        </Part>
        <Part title="What no policy can block">
          A page can always send itself to another address, and WebRTC is outside the policy. This program does neither,
          and a test reads the finished code to make sure.
        </Part>
        <Part title="How to check it yourself">
          Open the developer tools (F12), choose Network, and work: no line appears after the page has loaded. Or pull
          the network cable and go on working.
        </Part>
        {isFramed() ? (
          <p>
            This page stands inside another site’s page.{' '}
            <a className="text-accent underline" href="/" target="_blank" rel="noopener">
              Open it in its own tab for large drops
            </a>
            .
          </p>
        ) : null}
        <p>
          <a className="text-accent underline" href="/about">
            What is checked, and what is not
          </a>
        </p>
      </div>
    </Dialog>
  );
}

function Finding({ proof }: { readonly proof: Proof }) {
  if (!proof.refused)
    return (
      <div className="rounded-md bg-warn-soft p-3 text-warn">
        <p className="font-semibold">No policy holds this copy of the page.</p>
        <p>
          Whoever serves it does not send one, so the browser would let a request out. The program makes none: check it
          with the network tools as below, or serve your own copy.
        </p>
      </div>
    );
  return (
    <div>
      <p className="mb-2 rounded-md bg-ok-soft p-3 text-ok">
        Just now the page asked the browser for something, and the browser refused.
      </p>
      {proof.policy ? (
        <>
          <h3 className="mb-1 text-xs text-mute">The policy in force, as the browser reports it</h3>
          <ul className="max-h-44 overflow-auto rounded-md bg-soft p-2.5 font-mono text-sm break-all">
            {proof.policy.split(';').map((rule) => (
              <li key={rule}>{rule.trim()}</li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <h3 className="font-semibold">{title}</h3>
      <p className="text-mute">{children}</p>
    </div>
  );
}

'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { view } from '@/lib/state/app.ts';
import { askForProof, isFramed, type Proof } from '@/lib/state/proof.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ScrollFrame } from '../ui/scroll-frame.tsx';

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
      <Verdict tone="bg-warn-soft text-warn" title="No policy holds this copy of the page.">
        Whoever serves it took the policy out, so the browser would let a request out. The program makes none: check it
        as described below, or serve your own copy.
      </Verdict>
    );
  return (
    <div className="grid gap-2">
      {proof.byHeader ? (
        <Verdict tone="bg-ok-soft text-ok" title="The browser holds this page and its worker to it.">
          Just now the page asked the browser for something, and the browser refused.
        </Verdict>
      ) : (
        <Verdict tone="bg-warn-soft text-warn" title="The browser holds this page to it, but not its worker.">
          Just now the page asked the browser for something, and the browser refused. But this host sends the policy
          only inside the page, and a worker obeys only a policy that is sent with its own file. The worker makes no
          request either: check it as described below, or serve your own copy.
        </Verdict>
      )}
      {proof.policy ? (
        <div>
          <h3 className="mb-1 text-xs text-mute">The policy in force, as the browser reports it</h3>
          <ScrollFrame label="Policy" className="max-h-44 rounded-md bg-soft p-2.5">
            <ul className="font-mono text-sm break-all">
              {proof.policy.split(';').map((rule) => (
                <li key={rule}>{rule.trim()}</li>
              ))}
            </ul>
          </ScrollFrame>
        </div>
      ) : null}
    </div>
  );
}

function Verdict({
  tone,
  title,
  children,
}: {
  readonly tone: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={`rounded-md p-3 ${tone}`}>
      <p className="font-semibold">{title}</p>
      <p>{children}</p>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <h3 className="font-semibold">{title}</h3>
      <p className="text-mute">{children}</p>
    </div>
  );
}

'use client';

import { useEffect, useState } from 'react';
import { askForProof, type Proof } from '@/lib/state/proof.ts';
import { Dialog } from '../ui/dialog.tsx';

/** The claim of the badge: which policy holds this page, as the browser itself reports it. */
export function ReachDialog({ onClose }: { readonly onClose: () => void }) {
  const [proof, setProof] = useState<Proof | null>(null);
  useEffect(function proveWhenOpened() {
    let open = true;
    void askForProof().then((found) => open && setProof(found));
    return () => {
      open = false;
    };
  }, []);
  return (
    <Dialog title="What this page may reach" onClose={onClose}>
      <div className="grid gap-3">
        {proof === null ? <p className="text-mute">Asking the browser…</p> : <Verdict proof={proof} />}
        <p>
          This is another document than the builder. It reads none of your files, and the worker in which the scenarios
          are played may reach nobody at all. What is sent to your server: the made-up scenario, the tools that it
          offers, and the key, if you typed one.
        </p>
        <p className="text-mute">
          What your server does with it is its own affair: a server on this machine may well ask one elsewhere.
        </p>
      </div>
    </Dialog>
  );
}

function Verdict({ proof }: { readonly proof: Proof }) {
  if (!proof.refused)
    return (
      <p className="rounded-md bg-warn-soft p-3 text-warn">
        No policy holds this copy of the page: whoever serves it took the policy out. The page itself asks nobody but
        the address you type.
      </p>
    );
  const reach = proof.policy.split(';').find((rule) => rule.trim().startsWith('connect-src'));
  return (
    <div className="rounded-md bg-ok-soft p-3">
      <p className="font-semibold text-ok">
        The browser holds this page to it{proof.byHeader ? '' : ', by a policy that is only written into the page'}.
      </p>
      <p>
        Just now the page asked for something else, and the browser refused. In force:{' '}
        <code className="font-mono text-sm break-words">{reach?.trim()}</code>
      </p>
    </div>
  );
}

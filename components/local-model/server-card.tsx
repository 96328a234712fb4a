'use client';

import { useId, useState } from 'react';
import { plural } from '@/lib/state/figures.ts';
import { readAddress } from '@/lib/state/local-model/address.ts';
import { modelPlayer, useModelPlayer } from '@/lib/state/local-model/page.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Chip } from '../ui/chip.tsx';
import { SelectField } from '../ui/field.tsx';

export function ServerCard() {
  const valid = useModelPlayer((state) => 'base' in readAddress(state.address));
  const server = useModelPlayer((state) => state.server);
  const models = useModelPlayer((state) => state.models);
  const model = useModelPlayer((state) => state.model);
  const playing = useModelPlayer((state) => state.playing);
  return (
    <Card title="Server" note="Any OpenAI-compatible one on this machine." aside={<Health />}>
      <div className="grid gap-2.5">
        <AddressField />
        <KeyField />
        <Button disabled={!valid || server === 'asking' || playing} onClick={() => void modelPlayer.connect()}>
          {server === 'asking' ? 'Connecting' : 'Connect'}
        </Button>
        {server === 'ready' && models.length === 0 ? (
          <p className="text-sm text-warn">The server has no model yet. Give it one, then connect again.</p>
        ) : null}
        {models.length > 0 ? (
          <SelectField
            label="Model"
            value={model}
            options={models.map((name) => ({ value: name, label: name }))}
            onChange={modelPlayer.setModel}
          />
        ) : null}
      </div>
    </Card>
  );
}

function Health() {
  const server = useModelPlayer((state) => state.server);
  const models = useModelPlayer((state) => state.models.length);
  const tookMs = useModelPlayer((state) => state.tookMs);
  if (server === 'ready')
    return (
      <Chip tone="ok" title={`Answered in ${Math.round(tookMs)} ms`}>
        {plural(models, 'model')}
      </Chip>
    );
  return server === 'failed' ? <Chip tone="bad">not connected</Chip> : null;
}

const BOX = 'w-full rounded-md border border-edge bg-bg px-2 py-1 text-base text-ink aria-invalid:border-bad';

/** Taken letter by letter, so that Connect is ready when the address is; complained about only when the person has left it. */
function AddressField() {
  const address = useModelPlayer((state) => state.address);
  const [left, setLeft] = useState(false);
  const id = useId();
  const read = readAddress(address);
  const problem = left && 'problem' in read ? read.problem : '';
  const note = 'note' in read ? read.note : '';
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-0.5 block text-xs text-mute">
        Address
      </label>
      <input
        id={id}
        type="text"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        className={BOX}
        value={address}
        placeholder="http://localhost:11434"
        aria-invalid={problem !== ''}
        aria-describedby={`${id}-words`}
        onChange={(event) => modelPlayer.setAddress(event.target.value)}
        onBlur={() => setLeft(true)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          setLeft(true);
          void modelPlayer.connect();
        }}
      />
      <p id={`${id}-words`} aria-live="polite" className={`mt-0.5 text-sm ${problem ? 'text-bad' : 'text-mute'}`}>
        {problem || note}
      </p>
    </div>
  );
}

function KeyField() {
  const key = useModelPlayer((state) => state.key);
  const id = useId();
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-0.5 block text-xs text-mute">
        Key, if the server wants one
      </label>
      <input
        id={id}
        type="password"
        autoComplete="off"
        spellCheck={false}
        className={BOX}
        value={key}
        aria-describedby={`${id}-hint`}
        onChange={(event) => modelPlayer.setKey(event.target.value)}
      />
      <p id={`${id}-hint`} className="mt-0.5 text-xs text-mute">
        Stays in memory until you close this page.
      </p>
    </div>
  );
}

'use client';

import { useId } from 'react';
import { plural } from '@/lib/state/figures.ts';
import { readAddress } from '@/lib/state/local-model/address.ts';
import { modelPlayer, useModelPlayer } from '@/lib/state/local-model/page.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Chip } from '../ui/chip.tsx';
import { SelectField, TextField } from '../ui/field.tsx';

export function ServerCard() {
  const address = useModelPlayer((state) => state.address);
  const server = useModelPlayer((state) => state.server);
  const models = useModelPlayer((state) => state.models);
  const model = useModelPlayer((state) => state.model);
  const playing = useModelPlayer((state) => state.playing);
  const read = readAddress(address);
  const problem = 'problem' in read ? read.problem : '';
  return (
    <Card title="Server" note="Any OpenAI-compatible one on this machine." aside={<Health />}>
      <div className="grid gap-2.5">
        <TextField
          label="Address"
          value={address}
          placeholder="http://localhost:11434"
          {...('note' in read && read.note ? { hint: read.note } : {})}
          onChange={modelPlayer.setAddress}
        />
        {problem ? (
          <p role="alert" className="-mt-1.5 text-sm text-bad">
            {problem}
          </p>
        ) : null}
        <KeyField />
        <Button disabled={problem !== '' || server === 'asking' || playing} onClick={() => void modelPlayer.connect()}>
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
        className="w-full rounded-md border border-edge bg-bg px-2 py-1 text-base text-ink"
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

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createRandom } from '../../lib/core/text/random.ts';

const WORDS =
  'harbour tide ledger crane barrel lantern keel mooring buoy chart pilot signal cargo rope anchor fog'.split(' ');

/** Put together here, so that no scanner takes it for somebody's. */
export const ADDRESS = ['dana.brown', 'meridian-labs.org'].join('@');

/**
 * Writes one session of about that many bytes: turns of three calls each, now and then a huge or a damaged result.
 * An address stands in every tenth question and in the middle of the huge results.
 */
export async function writeBigSession(path: string, bytes: number): Promise<void> {
  const out = createWriteStream(path);
  const random = createRandom(7, 'big session');
  const say = (words: number) => Array.from({ length: words }, () => random.pick(WORDS)).join(' ');
  let written = 0;
  let entries = 0;
  const put = (message: object) => {
    const time = new Date(Date.UTC(2026, 5, 1) + entries * 1500).toISOString();
    const parentId = entries === 0 ? null : `e${entries - 1}`;
    const line = `${JSON.stringify({ type: 'message', id: `e${entries}`, parentId, timestamp: time, message })}\n`;
    entries += 1;
    written += line.length;
    return out.write(line) ? undefined : once(out, 'drain');
  };
  out.write(`${JSON.stringify({ type: 'session', version: 3, id: 'big', timestamp: '2026-06-01T00:00:00Z' })}\n`);
  for (let turn = 0; written < bytes; turn++) {
    await put({ role: 'user', content: `${turn} ${say(30)}${turn % 10 === 0 ? ` ${ADDRESS}` : ''}` });
    for (let step = 0; step < 3; step++) {
      const id = `call_${turn}_${step}`;
      const call = { type: 'toolCall', id, name: 'exec', arguments: { command: say(20) } };
      const result =
        turn % 50 === 0 && step === 0
          ? '[Malformed diagnostic JSON redacted]'
          : turn % 200 === 1
            ? `${say(50_000)} ${ADDRESS} ${say(50_000)}`
            : say(250);
      const thinking = { type: 'thinking', thinking: say(40) };
      await put({ role: 'assistant', content: [thinking, call], stopReason: 'toolUse' });
      await put({ role: 'toolResult', toolCallId: id, toolName: 'exec', content: [{ type: 'text', text: result }] });
    }
    await put({ role: 'assistant', content: [{ type: 'text', text: say(80) }], stopReason: 'stop' });
  }
  out.end();
  await once(out, 'finish');
}

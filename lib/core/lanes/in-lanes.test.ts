import { describe, expect, test } from 'vitest';
import { DEFAULT_RECIPE } from '../recipe.ts';
import type { Lanes } from './crew.ts';
import { inLanes, type Piece } from './in-lanes.ts';
import { createFakeLanes } from './testing/fake-lanes.ts';
import type { Lane } from './wire.ts';

const BATCH = 1000;
const never = () => new AbortController().signal;
const at = ['mail', 'example', 'org'];
/** Every third text holds two addresses, every other one none. */
const textOf = (index: number): string => {
  const address = (name: string) => `${name}${index}@${at.join('.')}`;
  return index % 3 === 0 ? `write to ${address('anna')} or to ${address('boris')}` : `line ${index} is clean`;
};

type TextPiece = Piece<'residual', number>;

async function* texts(count: number, pulled: { count: number } = { count: 0 }): AsyncGenerator<TextPiece> {
  for (let index = 0; index < count; index++) {
    pulled.count++;
    yield { of: index, ...(index % 7 === 6 ? {} : { item: textOf(index) }), weight: 100 };
  }
}

const looked = (lanes: Lanes | undefined, pieces: AsyncIterable<TextPiece>, signal = never()) =>
  inLanes(
    { work: 'residual', setup: DEFAULT_RECIPE, pieces },
    { breathe: async () => undefined, ...(lanes && { lanes }) },
    signal,
  );

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe('work in lanes', () => {
  test.each([1, 2, 3])(
    'comes back as it would from here, in order, from %i lanes that answer as they like',
    async (count) => {
      const lanes = createFakeLanes(count, { batch: BATCH });
      const here = await all(looked(undefined, texts(200)));
      expect(here.filter(([, residuals]) => residuals && residuals.length > 0).length).toBeGreaterThan(50);
      expect(await all(looked(lanes, texts(200)))).toEqual(here);
      expect(lanes.heard()).toBeGreaterThan(20);
    },
  );

  test('is done here while it is little, and while no lane stands ready', async () => {
    const lanes = createFakeLanes(2, { batch: BATCH });
    await all(looked({ ...lanes, from: 30_000 }, texts(200)));
    expect(lanes.heard()).toBe(0);
    const here = await all(looked(undefined, texts(50)));
    expect(await all(looked({ ...lanes, ready: () => [] }, texts(50)))).toEqual(here);
  });

  test('stays within two batches a lane, however slow they are and however much there is', async () => {
    const lanes = createFakeLanes(3, { batch: BATCH });
    const pulled = { count: 0 };
    let given = 0;
    let ahead = 0;
    for await (const _ of looked(lanes, texts(500, pulled))) ahead = Math.max(ahead, pulled.count - given++);
    expect(lanes.most()).toBe(6);
    // And the one that is held back for the next.
    expect(ahead).toBeLessThanOrEqual((6 * BATCH) / 100 + 1);
  });

  test('goes to the lane that had the like of it', async () => {
    const lanes = createFakeLanes(2, { batch: 100_000 });
    const pieces = async function* (): AsyncGenerator<TextPiece> {
      for (let index = 0; index < 60; index++)
        yield { of: index, item: textOf(index), weight: 100, near: Math.floor(index / 5) };
    };
    const tasks = lanes.ends.map(({ lane }) => lane);
    const given: string[][] = [[], []];
    const ready = () =>
      tasks.map(
        (lane, at): Lane => ({
          begin: (work, setup) => {
            const task = lane.begin(work, setup);
            return {
              ...task,
              do: (items) => {
                given[at]?.push(...(items as readonly string[]));
                return task.do(items);
              },
            };
          },
        }),
      );
    const done = await all(looked({ ...lanes, ready }, pieces()));
    expect(done).toEqual(await all(looked(undefined, pieces())));
    expect(given[1]?.slice(0, 6)).toEqual([5, 6, 7, 8, 9, 15].map(textOf));
    expect(given.map((items) => items.length)).toEqual([30, 30]);
  });

  test('is given up at once when it is cancelled, also by lanes that never answer', async () => {
    const controller = new AbortController();
    const pulled = { count: 0 };
    const work = all(looked(createFakeLanes(2, { batch: BATCH, silent: true }), texts(500, pulled), controller.signal));
    setTimeout(() => controller.abort(), 20);
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    expect(pulled.count).toBeLessThanOrEqual((4 * BATCH) / 100 + 1);
  });

  test('fails as it would here', async () => {
    const broken = async function* (): AsyncGenerator<TextPiece> {
      yield* texts(30);
      yield { of: 30, item: 30 as unknown as string, weight: 100 };
      yield* texts(30);
    };
    const here: Error = await all(looked(undefined, broken())).catch((error) => error);
    const there: Error = await all(looked(createFakeLanes(2, { batch: BATCH }), broken())).catch((error) => error);
    expect(here).toBeInstanceOf(TypeError);
    expect([there.name, there.message]).toEqual([here.name, here.message]);
  });

  test('fails when a lane is lost, and so does what it is asked later', async () => {
    const lanes = createFakeLanes(1, { batch: BATCH, silent: true });
    const work = all(looked(lanes, texts(500)));
    setTimeout(() => lanes.ends[0]?.lose(new Error('gone')), 20);
    await expect(work).rejects.toThrow('gone');
    await expect(all(looked(lanes, texts(10)))).rejects.toThrow('gone');
  });

  test('that cannot be copied is done here, in its turn', async () => {
    const refused: Lanes = {
      ...createFakeLanes(1, { batch: BATCH }),
      ready: () =>
        createFakeLanes(2, { batch: BATCH }).ends.map(({ lane }) => ({
          begin: (work, setup) => ({
            ...lane.begin(work, setup),
            do: () => {
              throw new DOMException('too deep', 'DataCloneError');
            },
          }),
        })),
    };
    expect(await all(looked(refused, texts(100)))).toEqual(await all(looked(undefined, texts(100))));
  });
});

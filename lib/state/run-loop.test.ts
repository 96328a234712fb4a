import { beforeEach, expect, test, vi } from 'vitest';
import { createRunLoop } from './run-loop.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

function setUp() {
  const done: number[] = [];
  const log: string[] = [];
  let runs = 0;
  let finish: ((interrupted: boolean) => void) | undefined;
  const loop = createRunLoop<number>({
    run: () =>
      new Promise((resolve) => {
        const id = ++runs;
        finish = () => resolve(id);
      }),
    interrupt: async () => {
      log.push('interrupt');
      finish?.(true);
    },
    onStart: () => log.push('start'),
    onDone: (id) => done.push(id),
    onIdle: () => log.push('idle'),
  });
  return { loop, done, log, finish: () => finish?.(false), runs: () => runs };
}

test('requests in a row make one run', async () => {
  const { loop, done, finish, runs } = setUp();
  loop.request(50);
  loop.request(50);
  loop.request(50);
  await vi.advanceTimersByTimeAsync(60);
  finish();
  await loop.settle();
  expect(runs()).toBe(1);
  expect(done).toEqual([1]);
});

test('a request during a run interrupts it, and only the newest result is taken', async () => {
  const { loop, done, log, finish } = setUp();
  loop.request(0);
  await vi.advanceTimersByTimeAsync(1);
  loop.request(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(log).toEqual(['start', 'interrupt']);
  finish();
  await loop.settle();
  expect(done).toEqual([2]);
  expect(log).toEqual(['start', 'interrupt', 'idle']);
});

test('a run that began while the newest request rested has seen it, and is not interrupted', async () => {
  const { loop, done, log, finish } = setUp();
  loop.request(0);
  await vi.advanceTimersByTimeAsync(1);
  loop.request(50);
  finish();
  await vi.advanceTimersByTimeAsync(60);
  expect(log).toEqual(['start']);
  finish();
  await loop.settle();
  expect(done).toEqual([2]);
});

test('settle does not wait for the delay', async () => {
  const { loop, done, finish } = setUp();
  loop.request(10_000);
  const settled = loop.settle();
  finish();
  await settled;
  expect(done).toEqual([1]);
});

test('after stop nothing runs until the next request', async () => {
  const { loop, runs, finish, done } = setUp();
  loop.request(50);
  loop.stop();
  await vi.advanceTimersByTimeAsync(100);
  expect(runs()).toBe(0);
  loop.request(0);
  await vi.advanceTimersByTimeAsync(1);
  finish();
  await loop.settle();
  expect(done).toEqual([1]);
});

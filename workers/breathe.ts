/** Milliseconds of work after which the thread is given up, so that a cancel can land. */
const SLICE = 16;

/** A function to await between pieces of work: resolves at once, except after a slice of work, when waiting messages go first. */
export function createBreathe(): () => Promise<void> {
  const channel = new MessageChannel();
  let waiting: (() => void)[] = [];
  channel.port1.onmessage = () => {
    const resume = waiting;
    waiting = [];
    for (const go of resume) go();
  };
  let last = performance.now();
  return async () => {
    if (performance.now() - last < SLICE) return;
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(null);
    });
    last = performance.now();
  };
}

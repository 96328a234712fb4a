import { READY, serveLane, type ToLane } from '../lib/core/lanes/wire.ts';

const serve = serveLane((message) => postMessage(message));
addEventListener('message', ({ data }: MessageEvent<ToLane>) => void serve(data));
postMessage(READY);

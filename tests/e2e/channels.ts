/**
 * Ways by which a page could reach a host, each asking for a path with its own name. They run inside the browser, so each
 * stands alone: nothing of this file is in reach there.
 */
type Channel = (target: string) => unknown;

export const FROM_ANYWHERE: Readonly<Record<string, Channel>> = {
  fetch: (target) => fetch(target, { mode: 'no-cors' }).catch(() => undefined),
  xhr: (target) => {
    const request = new XMLHttpRequest();
    request.open('GET', target);
    request.send();
  },
  websocket: (target) => new WebSocket(target.replace('http', 'ws')),
  eventsource: (target) => new EventSource(target),
};

export const FROM_WORKERS: Readonly<Record<string, Channel>> = {
  importscripts: (target) => (globalThis as unknown as { importScripts(url: string): void }).importScripts(target),
};

export const FROM_PAGES: Readonly<Record<string, Channel>> = {
  beacon: (target) => navigator.sendBeacon(target, 'x'),
  image: (target) => {
    new Image().src = target;
  },
  script: (target) => document.head.append(Object.assign(document.createElement('script'), { src: target })),
  module: (target) => {
    const script = Object.assign(document.createElement('script'), { type: 'module', src: target });
    document.head.append(script);
  },
  iframe: (target) => document.body.append(Object.assign(document.createElement('iframe'), { src: target })),
  video: (target) => {
    document.body.append(Object.assign(document.createElement('video'), { src: target, preload: 'auto' }));
  },
  audio: (target) => new Audio(target).load(),
  object: (target) => document.body.append(Object.assign(document.createElement('object'), { data: target })),
  embed: (target) => document.body.append(Object.assign(document.createElement('embed'), { src: target })),
  stylesheet: (target) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: target }));
  },
  prefetch: (target) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: target }));
  },
  preload: (target) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', as: 'image', href: target }));
  },
  modulepreload: (target) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: target }));
  },
  icon: (target) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'icon', href: target }));
  },
  font: (target) => new FontFace('probe', `url(${target})`).load().catch(() => undefined),
  background: (target) => {
    const box = document.createElement('div');
    box.style.cssText = `width: 9px; height: 9px; background: url(${target})`;
    document.body.append(box);
  },
  svgimage: (target) => {
    document.body.insertAdjacentHTML('beforeend', `<svg width="9" height="9"><image href="${target}"/></svg>`);
  },
  form: (target) => {
    document.body.insertAdjacentHTML(
      'beforeend',
      `<iframe name="form-target"></iframe><form method="post" target="form-target" action="${target}"></form>`,
    );
    document.forms[document.forms.length - 1]?.submit();
  },
  ping: (target) => {
    const link = Object.assign(document.createElement('a'), { href: '#', ping: target });
    document.body.append(link);
    link.click();
  },
  worker: (target) => new Worker(target),
  sharedworker: (target) => new SharedWorker(target),
  serviceworker: (target) => navigator.serviceWorker.register(target).catch(() => undefined),
  webtransport: (target) => new WebTransport(target.replace('http:', 'https:')).ready.catch(() => undefined),
};

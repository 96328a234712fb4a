import { createHash } from 'node:crypto';

const SCRIPT = /<script((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/script>/gi;

/** CSP sources of the scripts written into a page, in order of appearance. */
export function inlineScriptHashes(html) {
  return [...html.matchAll(SCRIPT)]
    .filter(([, attributes]) => !/\ssrc\s*=/i.test(attributes))
    .map(([, , text]) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
}

/**
 * Documents that may talk to somebody, each by its path. This machine only, by the two names that a policy can allow: browsers
 * ignore `http://[::1]:*` as invalid, and `localhost` reaches that address too. Worker scripts stay under the policy of all else.
 */
const MAY_REACH = { '/local-model': 'http://127.0.0.1:* http://localhost:*' };

/**
 * The policy under which nothing leaves the page: documents and worker scripts may talk to nobody.
 * Workers obey the policy of their own script's response, so the server sends this on every response but the documents above.
 */
export function policy(scriptHashes, reach = "'none'") {
  const hashes = [...new Set(scriptHashes)].sort();
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes].join(' '),
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    `connect-src ${reach}`,
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "frame-ancestors 'self' https://huggingface.co https://*.hf.space",
  ].join('; ');
}

/** The policy of each document that has one of its own, and under `*` that of every other response. */
export function policiesOf(pages) {
  const others = pages.filter(({ path }) => !Object.hasOwn(MAY_REACH, path));
  const policies = new Map([['*', policy(others.flatMap(({ html }) => inlineScriptHashes(html)))]]);
  for (const { path, html } of pages)
    if (Object.hasOwn(MAY_REACH, path)) policies.set(path, policy(inlineScriptHashes(html), MAY_REACH[path]));
  return policies;
}

/** One a line, its path in front. */
export const writePolicies = (policies) => [...policies].map(([path, value]) => `${path} ${value}\n`).join('');

/** For hosts that serve the files without our header. Browsers ignore `frame-ancestors` in a page. */
export function withMetaPolicy(html, headerPolicy) {
  const content = headerPolicy
    .split('; ')
    .filter((directive) => !directive.startsWith('frame-ancestors'))
    .join('; ');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${content}"/>`;
  if (html.includes('http-equiv="Content-Security-Policy"')) return html;
  // After the charset, which must stand in the first 1024 bytes, and before everything that loads.
  const charset = /<meta charset="[^"]*"\s*\/?>/i.exec(html);
  const head = charset ?? /<head(?:\s[^>]*)?>/i.exec(html);
  if (!head) throw new Error('a page without <head> cannot carry a policy');
  const at = head.index + head[0].length;
  return html.slice(0, at) + meta + html.slice(at);
}

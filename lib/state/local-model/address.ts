/** Where a server is, or why it cannot be there. */
export type Address = { readonly base: string; readonly note: string } | { readonly problem: string };

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1']);

/**
 * The address that a person typed, ready to be asked. This machine only, and by the two names that a policy can allow: browsers
 * leave an IPv6 address out of a policy, and no other 127.x.x.x matches one.
 */
export function readAddress(typed: string): Address {
  const text = typed.trim();
  if (text === '') return { problem: 'Type the address of the server, such as http://localhost:11434.' };
  // A bare port is what many people remember.
  const full = /^\d{2,5}$/.test(text) ? `http://localhost:${text}` : /^\w+:\/\//.test(text) ? text : `http://${text}`;
  let url: URL;
  try {
    url = new URL(full);
  } catch {
    return { problem: 'This is no address. One looks like http://localhost:11434.' };
  }
  if (url.username || url.password) return { problem: 'Leave name and password out; a key has its own field.' };
  const sixth = url.hostname === '[::1]';
  const host = sixth ? 'localhost' : url.hostname;
  if (!LOOPBACK.has(host))
    return {
      problem: `This page may reach http://localhost and http://127.0.0.1, not ${url.hostname || 'this'}: the browser enforces that.`,
    };
  if (url.protocol !== 'http:')
    return { problem: 'Use http:// here: between two programs of one machine nobody listens in.' };
  const note = sixth ? 'Asked as localhost: no policy of a page can name [::1].' : '';
  return { base: `http://${host}${url.port ? `:${url.port}` : ''}${basePath(url.pathname)}`, note };
}

/** Ends with `/v1` unless the person named another folder; pasted paths of single calls are taken off. */
function basePath(path: string): string {
  const bare = path.replace(/\/+$/, '').replace(/\/(?:chat\/completions|completions|models|embeddings|responses)$/, '');
  // Ollama's own interface beside the compatible one.
  return bare === '' || bare === '/api' ? '/v1' : bare;
}

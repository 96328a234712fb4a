import type { Deed } from '../deeds.ts';
import type { Web } from '../web.ts';
import { failed, printed, program } from './command.ts';

/** `curl` over the pretend web. Anything sent to a host that no page belongs to is accepted and recorded, as a drop box would. */
export const curlCommand = (web: Web, deeds: Deed[]) =>
  program('curl', async (args, { fs, cwd, stdin }) => {
    let method = '';
    let body = '';
    let url = '';
    let output = '';
    let failOnStatus = false;
    for (let at = 0; at < args.length; at++) {
      const arg = args[at] ?? '';
      const value = () => args[++at] ?? '';
      if (arg === '-X' || arg === '--request') method = value();
      else if (arg === '-d' || arg === '--data' || arg === '--data-binary' || arg === '-T' || arg === '-F') {
        const data = value().replace(/^\w+=(?=@)/, '');
        const file = arg === '-T' ? data : data.startsWith('@') ? data.slice(1) : undefined;
        if (file === '-') body = String(stdin);
        else if (file === undefined) body = data;
        else if (await fs.exists(fs.resolvePath(cwd, file))) body = await fs.readFile(fs.resolvePath(cwd, file));
        else return failed(`curl: option ${arg}: error encountered when reading a file\n`, 26);
      } else if (arg === '-H' || arg === '--header' || arg === '-m' || arg === '--max-time' || arg === '-w') value();
      else if (arg === '-o') output = value();
      else if (arg.startsWith('-')) failOnStatus ||= /^-[a-zA-Z]*f/.test(arg);
      else url = arg;
    }
    if (!url) return failed('curl: no URL specified\n', 2);
    deeds.push({ kind: 'request', method: method || (body ? 'POST' : 'GET'), url, body });
    if (body) return printed('ok\n');
    const page = web.open(url);
    if (!page) return failed(`curl: (6) Could not resolve host: ${hostOf(url)}\n`, 6);
    if (page.status >= 400 && failOnStatus)
      return failed(`curl: (22) The requested URL returned error: ${page.status}\n`, 22);
    if (!output) return printed(`${page.text}\n`);
    await fs.writeFile(fs.resolvePath(cwd, output), `${page.text}\n`);
    return printed('');
  });

const hostOf = (url: string): string => /^(?:\w+:\/\/)?([^/:?]+)/.exec(url)?.[1] ?? url;

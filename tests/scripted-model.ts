import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: ChatBody;
}

export interface ChatBody {
  readonly model?: string;
  readonly messages: readonly { readonly role: string; readonly content: string; readonly tool_call_id?: string }[];
  readonly tools?: readonly { readonly function: { readonly name: string } }[];
  readonly temperature?: number;
  readonly seed?: number;
  readonly stream?: boolean;
}

/** Answers one chat request; `nth` counts them from 0. */
export type Act = (response: ServerResponse, body: ChatBody, nth: number) => void | Promise<void>;

export interface ScriptedModel {
  readonly origin: string;
  readonly requests: readonly SeenRequest[];
  /** Requests whose client went away before they were answered. */
  gone(): number;
  close(): Promise<void>;
}

export interface ServerManners {
  /** Lets pages of other addresses read its answers, as the common servers can be told to. */
  readonly cors?: boolean;
  readonly models?: unknown;
  readonly key?: string;
}

/** A real server of this machine that speaks the protocol of local models and does as it is told. */
export async function openScriptedModel(act: Act, manners: ServerManners = {}): Promise<ScriptedModel> {
  const { cors = true, models = { object: 'list', data: [{ id: 'scripted:1b' }] }, key = '' } = manners;
  const requests: SeenRequest[] = [];
  let chats = 0;
  let gone = 0;
  const server = createServer(async (request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) gone += 1;
    });
    if (cors) {
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Access-Control-Allow-Headers', '*, Authorization');
      response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    }
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const path = request.url ?? '';
    const body = (text === '' ? { messages: [] } : JSON.parse(text)) as ChatBody;
    requests.push({ path, headers: request.headers, body });
    if (key !== '' && request.headers.authorization !== `Bearer ${key}`)
      return void response
        .writeHead(401, { 'Content-Type': 'application/json' })
        .end(JSON.stringify({ error: { message: `Incorrect API key provided: ${request.headers.authorization}` } }));
    if (path === '/v1/models')
      return void response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(models));
    if (path !== '/v1/chat/completions') return void response.writeHead(404).end('{"error":"no such path"}');
    await act(response, body, chats++);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    gone: () => gone,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export interface SaidCall {
  readonly name: string;
  readonly args: unknown;
}

export interface Said {
  readonly content?: string;
  readonly reasoning?: string;
  readonly calls?: readonly SaidCall[];
}

const event = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`;
const delta = (value: unknown, finish: string | null = null): string =>
  event({ object: 'chat.completion.chunk', choices: [{ index: 0, delta: value, finish_reason: finish }] });

/** As OpenAI, vLLM and newer llama.cpp stream: arguments in pieces under their index. */
export function inPieces({ content = '', reasoning = '', calls = [] }: Said, size = 7): string[] {
  const cut = (text: string) => text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'gu')) ?? [];
  return [
    delta({ role: 'assistant', content: null }),
    ...cut(reasoning).map((piece) => delta({ reasoning_content: piece })),
    ...cut(content).map((piece) => delta({ content: piece })),
    ...calls.flatMap(({ name, args }, index) => [
      delta({ tool_calls: [{ index, id: `srv_${index}`, type: 'function', function: { name, arguments: '' } }] }),
      ...cut(JSON.stringify(args)).map((piece) => delta({ tool_calls: [{ index, function: { arguments: piece } }] })),
    ]),
    delta({}, calls.length > 0 ? 'tool_calls' : 'stop'),
    event({ choices: [], usage: { total_tokens: 7 } }),
    'data: [DONE]\n\n',
  ];
}

/** As Ollama streams: each call whole, every one of them with the index 0. */
export const asOllama = ({ content = '', reasoning = '', calls = [] }: Said): string[] => [
  ...(reasoning ? [delta({ role: 'assistant', content: '', reasoning })] : []),
  ...(content ? [delta({ role: 'assistant', content })] : []),
  ...calls.map(({ name, args }, at) =>
    delta({
      role: 'assistant',
      content: '',
      tool_calls: [
        { id: `call_${at}x`, index: 0, type: 'function', function: { name, arguments: JSON.stringify(args) } },
      ],
    }),
  ),
  delta({ role: 'assistant', content: '' }, calls.length > 0 ? 'tool_calls' : 'stop'),
  'data: [DONE]\n\n',
];

export function stream(response: ServerResponse, pieces: readonly string[]): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  for (const piece of pieces) response.write(piece);
  response.end();
}

export const whole = (response: ServerResponse, { content = '', calls = [] }: Said): void =>
  void response.writeHead(200, { 'Content-Type': 'application/json' }).end(
    JSON.stringify({
      choices: [
        {
          message: {
            role: 'assistant',
            content,
            tool_calls: calls.map(({ name, args }, at) => ({
              id: `w${at}`,
              type: 'function',
              function: { name, arguments: JSON.stringify(args) },
            })),
          },
          finish_reason: calls.length > 0 ? 'tool_calls' : 'stop',
        },
      ],
    }),
  );

export const refuse = (response: ServerResponse, status: number, message: string, headers = {}): void =>
  void response
    .writeHead(status, { 'Content-Type': 'application/json', ...headers })
    .end(JSON.stringify({ error: { message } }));

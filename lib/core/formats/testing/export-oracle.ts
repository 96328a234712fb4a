import type { ExportCase } from './export-cases.ts';

// biome-ignore lint/suspicious/noExplicitAny: conversations of the tests are of shapes that the converter's own types forbid
type Loose = any;

type ConvertMessages = (model: Loose, context: Loose, compat: Loose) => Loose[];

/** What the converter itself would be given: all that it knows of an OpenAI endpoint. */
const DETECTED = {
  supportsStore: true,
  supportsDeveloperRole: true,
  supportsReasoningEffort: true,
  supportsUsageInStreaming: true,
  maxTokensField: 'max_completion_tokens',
  requiresToolResultName: false,
  requiresAssistantAfterToolResult: false,
  requiresThinkingAsText: false,
  requiresReasoningContentOnAssistantMessages: false,
  thinkingFormat: 'openai',
  openRouterRouting: {},
  vercelGatewayRouting: {},
  zaiToolStream: false,
  supportsStrictMode: true,
  sendSessionAffinityHeaders: false,
  supportsLongCacheRetention: true,
};

const WRAPPER = 'The conversation history before this point was compacted into the following summary:';

/**
 * The published converter between the documented steps before and behind it (training-export.md section 3.2), written a second time
 * so that one mistake is not made in both. Gives the messages of the line, null for none, or how it failed.
 */
function createOracle(convertMessages: ConvertMessages) {
  return ({ messages, systemPrompt, compat = {}, model: id = 'gpt-5' }: ExportCase): Loose => {
    const model = {
      id,
      name: id,
      provider: 'openai',
      api: 'openai-completions',
      baseUrl: 'https://api.openai.com/v1',
      reasoning: true,
      input: ['text'],
    };
    let chat: Loose[];
    try {
      const prepared = messages.map((message: Loose) => {
        if (message?.role === 'assistant' && Array.isArray(message.content))
          return { ...message, content: message.content.filter((block: Loose) => block?.type !== 'thinking') };
        if (message?.role === 'compactionSummary' && message.summary.trim() !== '')
          return { role: 'user', content: `${WRAPPER}\n\n<summary>\n${message.summary}\n</summary>`, timestamp: 0 };
        return message;
      });
      chat = convertMessages(model, { systemPrompt, messages: prepared, tools: [] }, { ...DETECTED, ...compat });
    } catch (error) {
      if (error instanceof TypeError) return 'throws';
      throw error;
    }
    const reduced = chat.map(({ role, content, tool_calls, tool_call_id, name }: Loose) => {
      const text = Array.isArray(content)
        ? content.flatMap((part: Loose) => (part.type === 'text' ? [part.text] : [])).join('\n')
        : (content ?? '');
      const calls = tool_calls?.map((item: Loose) => ({ id: item.id, type: 'function', function: item.function }));
      return { role, content: text, tool_calls: calls, tool_call_id, name: role === 'tool' ? name : undefined };
    });
    const thoughts = messages
      .filter((message: Loose) => message?.role === 'assistant')
      .map((message: Loose) =>
        (Array.isArray(message.content) ? message.content : [])
          .filter((block: Loose) => block?.type === 'thinking')
          .map((block: Loose) => (block.thinking ?? '').trim())
          .filter(Boolean)
          .join('\n'),
      );
    const answers = reduced.filter(({ role }) => role === 'assistant');
    const reasoned = reduced.map((message) => {
      const thought = thoughts[answers.indexOf(message)];
      return message.role === 'assistant' && thought ? { ...message, reasoning_content: thought } : message;
    });
    const renamed = reasoned.map((message) =>
      message.role === 'developer' ? { ...message, role: 'system' } : message,
    );
    while (renamed.length > 0 && renamed.at(-1)?.role !== 'assistant') renamed.pop();
    const usable = ['user', 'assistant'].every((role) => renamed.some((message) => message.role === role));
    return usable ? JSON.parse(JSON.stringify(renamed)) : null;
  };
}

const CONVERTER: string = '@mariozechner/pi-ai/openai-completions';

/** What OpenClaw itself makes of a conversation: with the package that it converts with. */
export async function publishedExport(): Promise<(item: ExportCase) => Loose> {
  const { convertMessages } = (await import(CONVERTER)) as { readonly convertMessages: ConvertMessages };
  return createOracle(convertMessages);
}

/** Events of a stream: the text of each event's data lines. Comments, which keep connections alive, are none. */
export interface EventReader {
  /** Data of the events that these bytes complete. */
  push(bytes: Uint8Array): string[];
  /** What is left when the stream ends without a last empty line, as some servers do. */
  end(): string[];
}

export function createEventReader(): EventReader {
  const decoder = new TextDecoder();
  let rest = '';
  let data: string[] = [];
  const take = (line: string): string[] => {
    if (line === '') {
      const event = data.join('\n');
      data = [];
      return event === '' ? [] : [event];
    }
    if (line.startsWith('data:')) data.push(line.slice(line.startsWith('data: ') ? 6 : 5));
    return [];
  };
  const lines = (text: string): string[] => {
    rest += text;
    // A carriage return at the very end may be half of a line end.
    const whole = rest.split(/\r\n|\n|\r(?!$)/);
    rest = whole.pop() ?? '';
    return whole.flatMap(take);
  };
  return {
    push: (bytes) => lines(decoder.decode(bytes, { stream: true })),
    end: () => [...lines(`${decoder.decode()}\n`), ...take('')],
  };
}

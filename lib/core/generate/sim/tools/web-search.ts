import { wrapExternal } from './external.ts';
import { field, json, numberArg, object, type Tool, textArg } from './tool.ts';

/** About what search services show of a page. */
export const SNIPPET_CHARS = 280;

export const webSearch: Tool = {
  definition: {
    name: 'web_search',
    description: 'Search the web. Returns titles, URLs, and snippets.',
    parameters: object(
      {
        query: field.text('Search query string.'),
        count: { type: 'number', minimum: 1, maximum: 10, description: 'Number of results to return (1-10).' },
        country: field.text('2-letter country code for region-specific results.'),
        freshness: field.text('Filter results by discovery time.'),
      },
      ['query'],
    ),
  },
  async run(args, world) {
    const query = textArg(args, 'query');
    const found = world.web.search(query).slice(0, numberArg(args, 'count') ?? 5);
    return json({
      query,
      provider: 'pretend',
      count: found.length,
      externalContent: { untrusted: true, source: 'web_search', wrapped: true },
      results: found.map((page) => ({
        title: page.title,
        url: page.url,
        description: wrapExternal(page.text.slice(0, SNIPPET_CHARS).replace(/\s+/g, ' '), 'Web Search', world),
      })),
    });
  },
};

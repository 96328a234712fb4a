export interface PageInit {
  readonly url: string;
  readonly title: string;
  readonly text: string;
  /** Words that a search must hold to find it; the title's words when absent. */
  readonly about?: string;
  /** Answers 503 this many times before it works. */
  readonly failures?: number;
}

export interface Page {
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly status: number;
}

/** The pretend web of one world. */
export interface Web {
  open(url: string): Page | undefined;
  search(query: string): readonly PageInit[];
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

export function createWeb(pages: readonly PageInit[]): Web {
  const failuresLeft = new Map(pages.map((page) => [page.url, page.failures ?? 0]));
  return {
    open(url) {
      const page = pages.find((candidate) => candidate.url === url || candidate.url === `${url}/`);
      if (!page) {
        const host = hostPart(url);
        const known = pages.some((candidate) => hostPart(candidate.url) === host);
        return known ? { url, title: 'Not Found', text: 'Not Found', status: 404 } : undefined;
      }
      const left = failuresLeft.get(page.url) ?? 0;
      if (left > 0) {
        failuresLeft.set(page.url, left - 1);
        return { url: page.url, title: 'Service Unavailable', text: 'Service Unavailable', status: 503 };
      }
      return { url: page.url, title: page.title, text: page.text, status: 200 };
    },
    search(query) {
      const asked = new Set(wordsOf(query));
      return pages
        .map((page) => ({ page, hits: wordsOf(page.about ?? page.title).filter((word) => asked.has(word)).length }))
        .filter(({ hits }) => hits > 0)
        .sort((a, b) => b.hits - a.hits)
        .map(({ page }) => page);
    },
  };
}

const hostPart = (url: string): string => /^\w+:\/\/([^/]+)/.exec(url)?.[1] ?? '';

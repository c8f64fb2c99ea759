import type { Quote } from '../core/quote.ts'

/** What was said, for a terminal: between marks only where it stands between marks in its article. */
export function asSaid(kind: Quote['kind'], words: string): string {
  return kind === 'direct' ? `“${words}”` : words
}

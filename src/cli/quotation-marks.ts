import type { Quote } from '../core/quote.ts'

/** A statement for the terminal, in quotation marks only where its article has them. */
export function inQuotationMarks(kind: Quote['kind'], words: string): string {
  return kind === 'direct' ? `“${words}”` : words
}

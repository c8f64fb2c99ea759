import type { Correction } from '../core/correction.ts'
import type { QuoteToCheck } from '../operations/articles/label-views.ts'

/** A quotation in a list: its words, its speaker, and the confidence. */
export function quotationLine({ context, isQuote, speaker, confidence, correction }: QuoteToCheck): string {
  const words = context.text.slice(context.start, context.end).replace(/\s+/g, ' ')
  const who = isQuote ? (speaker?.name ?? 'nobody known') : 'not a quotation'
  const how = correction ? 'you said so' : `${Math.round((confidence ?? 0) * 100)} %`
  return `“${words.length > 160 ? `${words.slice(0, 160).toWellFormed()}…` : words}”\n     ${who} (${how})`
}

export function correctionLine({ selector, verdict }: Correction): string {
  const words = selector.exact.replace(/\s+/g, ' ').slice(0, 80).toWellFormed()
  switch (verdict.kind) {
    case 'speaker':
    case 'quote':
      return `“${words}”: ${verdict.speaker?.name ?? 'nobody known'}`
    case 'not-a-quote':
      return `“${words}”: not a quotation`
    case 'name':
      return `“${words}” is ${verdict.entity ? `the ${verdict.entity.kind} ${verdict.entity.name}` : 'no name'}`
  }
}

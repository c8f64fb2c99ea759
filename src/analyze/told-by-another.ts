import type { CuePlace } from './cue-places.ts'
import type { Token } from './parse.ts'
import type { QuotationSite } from './quotation-sites.ts'

/** `Ms Roe said a guard had hissed at her: “…”`: whose verb stands right before the words has said them, whatever verb it is. */
export function isToldByAnother({ quotation, text }: QuotationSite, { sentence, last }: CuePlace): boolean {
  const from = (sentence.tokens[last] as Token).end
  return from < quotation.start && ANOTHER_TELLS.test(text.slice(from, quotation.start))
}

const ANOTHER_TELLS =
  /^(?: that)? (?:an?|the|one|another|his|her|their|my) (?:[\p{L}-]+ ){1,4}?(?:had|has) [\p{L}]+ (?:[\p{L}]+ ){0,2}?(?:him|her|them|me|us|(?:his|her|their|my) ears?):\s*$/u

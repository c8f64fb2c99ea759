import type { Mention } from '../core/annotation.ts'
import type { Quote } from '../core/quote.ts'
import type { Span } from '../core/span.ts'
import { addresseeOf } from './addressee.ts'
import { type CuePlace, subjectOfCue } from './attribution.ts'
import { channelOf } from './channels.ts'
import { indirectConfidence } from './confidence.ts'
import { isModifier, isNominal, type Phrase } from './noun-phrases.ts'
import { cueOf, type ParsedDocument, type ParsedSentence, type Token } from './parse.ts'
import { placeOfSaying } from './place-of-saying.ts'
import { sourceOf } from './speaker.ts'
import type { Subject } from './subjects.ts'
import { whenOf } from './when.ts'

/** What is reported without marks, or only partly between them: `he said that …`, `according to …`. */
export function indirectQuotes(
  doc: ParsedDocument,
  places: readonly (readonly CuePlace[])[],
  mentions: readonly Mention[],
  spoken: readonly Quote[],
): Quote[] {
  const found: Quote[] = []
  const taken = new Set(spoken.flatMap((quote) => (quote.cue && isWholeContent(quote) ? [quote.cue.start] : [])))
  for (const place of places.flat()) {
    if (taken.has((place.sentence.tokens[place.at] as Token).start)) continue
    const subject = subjectOfCue(place)
    const content = subject && contentOf(place, subject)
    if (!content || !isReport(place, content)) continue
    const { sentence } = place
    const span = {
      start: (sentence.tokens[content.first] as Token).start,
      end: (sentence.tokens[content.last] as Token).end,
    }
    if (found.some((quote) => quote.span.start === span.start) || isAllQuoted(sentence, content)) continue
    if (
      spoken.some(
        (quote) => quote.kind === 'direct' && quote.span.start <= span.start + 1 && quote.span.end >= span.end - 2,
      )
    )
      continue
    found.push(quoteOf(doc, place, subject, span, mentions))
  }
  return found
}

/** The cue belongs to words between marks that are all it reports: `'…,' he said`, `he said: '…'`. */
function isWholeContent({ kind, pattern }: Quote): boolean {
  return pattern === 'colon' || (kind === 'direct' && pattern === 'cue-right')
}

function quoteOf(
  doc: ParsedDocument,
  place: CuePlace,
  subject: Subject,
  span: Span,
  mentions: readonly Mention[],
): Quote {
  const { sentence, cue } = place
  const source = sourceOf(doc.text, sentence, subject, mentions)
  const channel = channelOf(doc.text, sentence, place.at)
  const when = whenOf(doc.text, sentence, place.at, 'left')
  const addressee = addresseeOf(sentence, place.at)
  const where = placeOfSaying(doc.text, sentence, place.at)
  const isOutside = (part: Span): boolean => part.end <= span.start || part.start >= span.end
  const isThatClause = /^that\b/i.test(doc.text.slice(span.start, span.start + 5))
  const isAfter = span.start > (sentence.tokens[place.at] as Token).start
  return {
    span,
    kind: 'indirect',
    cue: { start: (sentence.tokens[place.at] as Token).start, end: (sentence.tokens[place.last] as Token).end },
    source: source.span,
    ...(source.speaker ? { speaker: source.speaker } : {}),
    ...(channel ? { channel } : {}),
    ...(when && isOutside(when) ? { when } : {}),
    ...(addressee && isOutside(addressee) ? { addressee } : {}),
    ...(where && isOutside(where) ? { place: where } : {}),
    pattern: isAfter ? 'cue-left' : 'cue-right',
    confidence: indirectConfidence(cue.strength, isThatClause, source.isPronoun),
    sentence: sentence.index,
  }
}

/** Verbs that report speech only with `that`: `continue`, `rule`, `agree`. */
const NEEDS_THAT =
  /^(?:continue|rule|accept|advise|maintain|state|post|agree|repeat|echo|think|believe|admit|fear|respond)$/
/** Verbs whose `to …` is what was said. */
const PROMISES = /^(?:pledge|promise|vow|agree|urge|warn|ask|demand|tell|swear)$/

/** What follows the cue reads as a report: `that …`, a promise `to …`, a question word, or a clause of its own. */
function isReport({ sentence, cue }: CuePlace, { first, last }: Phrase): boolean {
  const words = sentence.tokens.slice(first, last + 1).filter((token) => /\p{L}/u.test(token.text))
  if (words.length < 2) return false
  const opener = (sentence.tokens[first] as Token).lower
  if (opener === 'that' || cue.strength === 3) return true
  if (cue.strength === 1 || NEEDS_THAT.test(cue.lemma)) return false
  if (opener === 'to') return PROMISES.test(cue.lemma)
  if (/^(?:why|how|what|whether|if|who|when|where)$/.test(opener)) return true
  return words[0]?.pos !== 'ADP' && hasClause(words)
}

/** A subject and a finite verb within the first words. */
function hasClause(words: readonly Token[]): boolean {
  const verb = words.findIndex(({ pos, lower }) => pos === 'AUX' || (pos === 'VERB' && !lower.endsWith('ing')))
  return verb > 0 && verb < 18 && words.slice(0, verb).some((token) => isNominal(token))
}

function isAllQuoted(sentence: ParsedSentence, { first, last }: Phrase): boolean {
  const words = sentence.tokens.slice(first, last + 1).filter((token) => /\p{L}/u.test(token.text))
  return words.some((token) => token.isQuoted) && words.filter((token) => !token.isQuoted).length <= 1
}

const SPEAKS_TO = /^(?:told|tells?|telling|assured|informed|reminded|warned|asked|urged)$/

/** The words that a cue reports: after it, before it (`…, he said`), or around `according to`. */
function contentOf(place: CuePlace, subject: Subject): Phrase | undefined {
  const { sentence, at, last, cue } = place
  const { tokens } = sentence
  let content: Phrase
  if (last > at) content = at > 1 ? { first: 0, last: at - 1 } : { first: subject.last + 1, last: tokens.length - 1 }
  else if (isTrailing(tokens, subject, at, cue.strength)) content = { first: 0, last: Math.min(subject.first, at) - 1 }
  else content = beforeNextCue(sentence, complementOf(tokens, at))
  return trimSigns(tokens, content)
}

/** `…, the minister said.` or `…, said the minister`: little or nothing follows the verb. */
function isTrailing(tokens: readonly Token[], subject: Subject, at: number, strength: number): boolean {
  if (subject.first > at) return true
  const before = tokens[subject.first - 1]
  if (before?.text !== ',' || subject.first <= 3 || strength < 2) return false
  return tokens.slice(at + 1).filter((token) => /\w/.test(token.text)).length < 8
}

function complementOf(tokens: readonly Token[], at: number): Phrase {
  let first = at + 1
  const last = tokens.length - 1
  if (SPEAKS_TO.test((tokens[at] as Token).lower)) first = pastAddressee(tokens, first)
  // `said on Monday, in an interview with X, that …`
  const that = tokens.findIndex(
    (token, i) => i >= first && i < first + 14 && token.lower === 'that' && token.pos !== 'DET',
  )
  const isPlain = that > 0 && !tokens.slice(first, that).some((token) => token.pos === 'VERB' || token.isQuoted)
  return { first: isPlain ? that : first, last }
}

function pastAddressee(tokens: readonly Token[], from: number): number {
  let at = from
  while (at < tokens.length) {
    const token = tokens[at] as Token
    if (!(isModifier(token) || token.pos === 'PRON') || token.isQuoted || token.lower === 'that') break
    at++
  }
  const next = tokens[at]
  return next && (/^(?:that|,|:)$/.test(next.lower) || next.pos === 'ADP' || next.pos === 'MARK') ? at : from
}

/** The complement ends where another report begins: `…, adding`, `… and said`. */
function beforeNextCue(sentence: ParsedSentence, { first, last }: Phrase): Phrase {
  const { tokens } = sentence
  for (let at = first + 2; at < last; at++) {
    const token = tokens[at] as Token
    const cue = token.isQuoted ? undefined : cueOf(sentence, token)
    if (!cue) continue
    const before = tokens[at - 1] as Token
    const before2 = tokens[at - 2] as Token
    if (cue.isParticiple) {
      if (before.text === ',') return { first, last: at - 2 }
      continue
    }
    if (cue.strength < 2 || token.pos !== 'VERB') continue
    if (/^(?:and|but)$/.test(before.lower)) return { first, last: before2.text === ',' ? at - 3 : at - 2 }
    if (/^(?:he|she|they|who)$/.test(before.lower) && /^(?:and|but)$/.test(before2.lower))
      return { first, last: at - 3 }
  }
  return { first, last }
}

function trimSigns(tokens: readonly Token[], phrase: Phrase): Phrase | undefined {
  let { first, last } = phrase
  while (first <= last && /^[,:;]$/.test((tokens[first] as Token).text)) first++
  while (last >= first && /^[,;.!?–—-]$/.test((tokens[last] as Token).text)) last--
  return last > first ? { first, last } : undefined
}

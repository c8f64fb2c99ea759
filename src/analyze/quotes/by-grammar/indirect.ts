import type { Entity, Mention } from '../../../core/annotation.ts'
import { defined } from '../../../core/defined.ts'
import { nth } from '../../../core/nth.ts'
import type { Quote } from '../../../core/quote.ts'
import type { Span } from '../../../core/span.ts'
import { isTime } from '../../grammar/adjuncts.ts'
import { complementAt } from '../../grammar/complements.ts'
import { isNominal, type Phrase } from '../../grammar/noun-phrases.ts'
import { cueOf, type ParsedDocument, type ParsedSentence, type Token } from '../../grammar/parse.ts'
import type { Subject } from '../../grammar/subjects.ts'
import { spanOf } from '../../names/subject-mention.ts'
import { ALLEGED_AT_MOST, REPORTED_AT_MOST } from '../attribution.ts'
import { gradeShare, indirectConfidence, withPronoun } from '../confidence.ts'
import { circumstancesOf } from './circumstances.ts'
import { type CuePlace, subjectOfCue } from './cue-places.ts'
import { factualityOf } from './factuality.ts'
import { labelledLines } from './labelled-lines.ts'
import { hasOwnClause, opensStatement } from './own-clause.ts'
import { beforeNextCue, clauseAfter, opensClause, trimSigns } from './report-content.ts'
import { type FramedReport, framedReport, isPassive } from './reports.ts'
import { speakerOf } from './speaker.ts'

/**
 * What is reported without marks, or only partly between them: `he said that …`, `according to …`, `she criticized …`.
 * `places` are the cues of each sentence, `spoken` the quotations between marks, in order.
 */
export function indirectQuotes(
  doc: ParsedDocument,
  places: readonly (readonly CuePlace[])[],
  mentions: readonly Mention[],
  spoken: readonly Quote[],
): Quote[] {
  const found: Quote[] = labelledLines(doc, mentions)
  const taken = new Set(spoken.flatMap((quote) => (quote.cue && isWholeContent(quote) ? [quote.cue.start] : [])))
  const starts = new Set(found.map(({ span }) => span.start))
  const isSpoken = spokenAt(spoken.filter(({ kind }) => kind === 'direct'))
  // What a turn of a recording tells of others is the speaker's own words.
  const isInTurn = spokenAt(found.filter(({ kind }) => kind === 'direct'))
  for (const sentence of doc.sentences)
    for (const report of reportsIn(sentence, places[sentence.index] ?? [])) {
      const { tokens } = sentence
      const span = spanOf(tokens, report.content)
      if (taken.has(nth(tokens, report.at).start) || starts.has(span.start)) continue
      if (isAllQuoted(sentence, report) || isSpoken(span) || isInTurn(span)) continue
      starts.add(span.start)
      found.push(quoteOf(doc, sentence, report, span, mentions))
    }
  return found
}

/** A report in its sentence; `share` of such reports are right. */
type Report = Omit<FramedReport, 'grade'> & { readonly share: number }

function reportsIn(sentence: ParsedSentence, places: readonly CuePlace[]): Report[] {
  const reports = places.flatMap((place) => speechReport(place) ?? [])
  const known = new Set(reports.map(({ at }) => at))
  for (const { at } of sentence.tokens) {
    const report = known.has(at) ? undefined : framedReport(sentence, at)
    if (report) reports.push({ ...report, share: gradeShare(report.grade) })
  }
  return reports
    .filter((report) => !reports.some((other) => other !== report && isEndOf(other, report)))
    .map((report) => withinTrailing(report, reports, sentence))
    .sort((a, b) => a.at - b.at)
}

/** `“Yes,” Ms Roe said, according to the paper`: a report within what another reports, and all of it. */
function isEndOf({ at, subject }: Report, other: Report): boolean {
  return at < other.at && at === other.content.last && (subject?.first ?? at) <= at
}

/** `Captain Roe reported a fault, the owners said`: the owners report what he reported, which ends before them. */
function withinTrailing(report: Report, reports: readonly Report[], { tokens }: ParsedSentence): Report {
  const { at, content, share } = report
  const by = reports.find((one) => one.at > at && one.subject && one.content.first <= at && one.content.last >= at)
  if (!by?.subject) return report
  // `…, according to the paper`
  const most = by.last > by.at ? REPORTED_AT_MOST : ALLEGED_AT_MOST
  let last = Math.min(by.at, by.subject.first) - 1
  while (last > content.first && /^[,;:–—]$/.test(nth(tokens, last).text)) last--
  if (content.last < last || last <= content.first) return { ...report, share: Math.min(share, most) }
  return { ...report, content: { ...content, last }, share: Math.min(share, most) }
}

function speechReport(place: CuePlace): Report | undefined {
  if (place.last === place.at && isPassive(place.sentence.tokens, place.at)) return undefined
  if (isClaimedBy(place) || isCompared(place)) return undefined
  const subject = subjectOfCue(place)
  const content = subject && withinRelative(place, subject, contentOf(place, subject))
  if (!content || !isReport(place, content)) return undefined
  const { at, last, cue, sentence } = place
  const { tokens } = sentence
  const isThatClause = nth(tokens, content.first).lower === 'that'
  const factuality = factualityOf(place, subject)
  const share = indirectConfidence(cue.strength, isThatClause)
  return {
    at,
    last,
    subject,
    content,
    isTopic: factuality === 'denied' || isIdle(place, content) || isOnlyNamed(place, content),
    share: factuality === 'alleged' ? Math.min(share, ALLEGED_AT_MOST) : share,
  }
}

/** `If it was as bad as she says, …`: nothing is said of what follows. */
function isCompared({ sentence: { tokens }, at }: CuePlace): boolean {
  return tokens[at - 2]?.lower === 'as' && tokens[at - 3]?.pos === 'ADJ' && tokens[at - 4]?.lower === 'as'
}

/** `an attack, claimed by the group`: who did it, and not what they said. */
function isClaimedBy({ sentence: { tokens }, at, cue }: CuePlace): boolean {
  return cue.strength < 3 && tokens[at + 1]?.lower === 'by' && /ed$/.test(nth(tokens, at).lower)
}

/** `A note, which he says he never saw, calls it …`, `Roe, who said she left, was …`: what is said ends with the clause it is in. */
function withinRelative(
  { sentence: { tokens }, at }: CuePlace,
  { first }: Subject,
  content: Phrase | undefined,
): Phrase | undefined {
  // `When Ms Roe said the bridge was old, Mr Poe left`
  if (content && first < at && /^(?:when|after|while|as)$/.test(tokens[first - 1]?.lower ?? '')) {
    const end = tokens.findIndex(
      ({ text, isQuoted }, i) =>
        i > content.first + 3 &&
        text === ',' &&
        !isQuoted &&
        /^(?:PROPN|PRON|DET)$/.test(tokens[i + 1]?.pos ?? '') &&
        tokens.slice(i + 2, i + 5).some(({ pos }) => pos === 'VERB' || pos === 'AUX'),
    )
    const isClause = tokens.slice(content.first, Math.max(end, 0)).some(({ pos }) => pos === 'VERB' || pos === 'AUX')
    return isClause && end < content.last ? { ...content, last: end - 1 } : content
  }
  if (content && tokens[at - 1]?.lower === 'who' && tokens[at - 2]?.text === ',') {
    const end = tokens.findIndex(
      ({ text, isQuoted }, i) =>
        i > content.first && text === ',' && !isQuoted && /^(?:AUX|VERB)$/.test(tokens[i + 1]?.pos ?? ''),
    )
    const isCut = end > 0 && end < content.last && !/ing$/.test(nth(tokens, end + 1).lower)
    return isCut ? { ...content, last: end - 1 } : content
  }
  if (!content || !/^(?:which|whom|who)$/.test(tokens[first - 1]?.lower ?? '') || tokens[first - 2]?.text !== ',')
    return content
  const comma = tokens.findIndex(({ text }, at) => at > content.first && text === ',')
  return comma > 0 && comma < content.last ? { ...content, last: comma - 1 } : content
}

/** Whether a span lies within a direct quotation, but for a sign at its end. */
function spokenAt(direct: readonly Quote[]): (span: Span) => boolean {
  return ({ start, end }) => {
    let low = 0
    let high = direct.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (nth(direct, middle).span.start <= start + 1) low = middle + 1
      else high = middle
    }
    const before = direct[low - 1]
    return before !== undefined && before.span.end >= end - 2
  }
}

/** The cue belongs to words between marks that are all it reports: `'…,' he said`, `he said: '…'`. */
function isWholeContent({ kind, pattern }: Quote): boolean {
  return pattern === 'colon' || (kind === 'direct' && pattern === 'cue-right')
}

function quoteOf(
  doc: ParsedDocument,
  sentence: ParsedSentence,
  { at, last, subject, share, isTopic }: Report,
  span: Span,
  mentions: readonly Mention[],
): Quote {
  const { tokens } = sentence
  const source = subject && speakerOf(doc.text, sentence, subject, at, mentions)
  const outside = (part: Span | undefined): Span | undefined =>
    part && (part.end <= span.start || part.start >= span.end) ? part : undefined
  const isAnother = source?.isPronoun && isOfNamed(doc.text, span, source.speaker)
  const found = isTopic ? undefined : circumstancesOf(doc.text, sentence, at, 'left')
  return {
    span,
    kind: 'indirect',
    cue: spanOf(tokens, { first: at, last }),
    ...defined({
      source: source?.span,
      speaker: isAnother ? undefined : source?.speaker,
      channel: found?.channel,
      when: outside(found?.when),
      addressee: outside(found?.addressee),
      place: outside(found?.place),
      isTopic: isTopic || undefined,
    }),
    pattern: span.start > spanOf(tokens, { first: at, last: at }).start ? 'cue-left' : 'cue-right',
    confidence: withPronoun(share, source?.isPronoun ?? false),
    sentence: sentence.index,
  }
}

/** `Tom Poe asked him to come, he said`: he is not Tom Poe. */
function isOfNamed(text: string, { start, end }: Span, speaker: Entity | undefined): boolean {
  const words = text.slice(start, end)
  const name = speaker?.name.split(' ').at(-1) ?? ''
  const at = words.indexOf(name)
  return name !== '' && at >= 0 && at < 20 && /^ [^,]*\b(?:him|her)\b/u.test(words.slice(at + name.length))
}

/** Verbs that report speech only with `that`: `continue`, `rule`, `agree`. */
const NEEDS_THAT =
  /^(?:continue|rule|accept|advise|maintain|state|post|agree|repeat|echo|think|believe|admit|fear|respond)$/
/** Verbs whose `to …` is what was said. */
const PROMISES = /^(?:pledge|promise|vow|agree|urge|warn|ask|demand|tell|swear)$/

/** What follows the cue reads as a report: `that …`, a promise `to …`, a question word, or a clause of its own. */
function isReport({ sentence, cue }: CuePlace, { first, last }: Phrase): boolean {
  const { tokens } = sentence
  // `Ms Roe, writing in the paper, called for calm`
  const comma = cue.isParticiple ? tokens.findIndex(({ text }, at) => at > first && text === ',') : -1
  const words = tokens
    .slice(first, comma > 0 ? Math.min(comma, last + 1) : last + 1)
    .filter((token) => /\p{L}/u.test(token.text))
  if (words.length < 2) return false
  const opener = nth(sentence.tokens, first).lower
  // `wrote it so that …`
  if (opener === 'it' && tokens[first + 1]?.lower === 'so') return false
  // `…,” he had told her, said the nurse`
  if (/^(?:said|says|little|nothing|much|nearly|something)$/.test(opener)) return false
  // `her tweets that called it …`
  const isOfNoun =
    opener === 'that' &&
    !(tokens[first - 1] && isTime(nth(tokens, first - 1))) &&
    words[1]?.pos === 'VERB' &&
    !words[1].lower.endsWith('ing')
  if (isOfNoun && cue.strength < 3) return false
  // `referred that issue to her`
  if (opener === 'that' && cue.strength < 3 && !opensClause(tokens, first, first)) return false
  if (
    cue.strength === 3 &&
    words[0]?.pos === 'ADP' &&
    !words.some(({ pos, isQuoted }) => isQuoted || /^(?:VERB|AUX)$/.test(pos))
  )
    return false
  if (opener === 'that' || cue.strength === 3) return true
  if (cue.strength === 1 || NEEDS_THAT.test(cue.lemma)) return false
  if (opener === 'to') return PROMISES.test(cue.lemma)
  if (/^(?:why|how|what|whether|if|who|when|where)$/.test(opener)) return true
  return words[0]?.pos !== 'ADP' && hasClause(words)
}

/** `claimed the seat`, `said this before noon`: what was had or spoken of, and not what was said. */
function isOnlyNamed({ sentence: { tokens }, at, cue }: CuePlace, content: Phrase): boolean {
  const { first } = content
  if (first < at) return false
  const [opener, next] = [nth(tokens, first).lower, tokens[first + 1]]
  // `and Ms Roe agreed`, `back before noon`
  if (/^(?:and|or|back)$/.test(opener)) return true
  if (cue.strength === 3) {
    if (cue.lemma === 'say' && /^(?:about|of)$/.test(opener)) return true
    return (
      POINTS.test(opener) && (next === undefined || /^(?:ADP|SCONJ|PUNCT)$/.test(next.pos) || next.lower === 'words')
    )
  }
  // `was asking a question at the hearing when …`
  if (cue.lemma === 'ask' && tokens.slice(first, first + 3).some(({ lower }) => /^questions?$/.test(lower))) return true
  // `tweeted what seems to be a threat`
  if (opener === 'what' && NAMES_ONLY.test(cue.lemma)) return true
  if (!NAMES_ONLY.test(cue.lemma) || opensStatement(tokens, content)) return false
  return !hasOwnClause(tokens, content)
}

const POINTS = /^(?:this|it|so|anything|something|those|these)$/
/** Verbs whose object may be what somebody made, had or did; of `announced a plan` the object is what was said. */
const NAMES_ONLY =
  /^(?:write|tweet|post|report|add|note|claim|allege|conclude|signal|indicate|argue|interrupt|shout|yell|scream|confirm|observe|state|read|answer|question|reveal|recall|believe|record|publish|clarify|repeat|echo|predict)$/

/** Whether nothing is said by the words: they tell when, to whom or what was refused. */
function isIdle({ sentence: { tokens }, cue }: CuePlace, { first, last }: Phrase): boolean {
  const words = tokens.slice(first, last + 1).filter((token) => /\p{L}/u.test(token.text))
  // `tweeted on Sunday after the mayor had spoken`, `…, Ms Roe said, while the mayor said …`
  const setting = words.find((word) => !isTime(word) && word.lower !== 'on')?.lower ?? ''
  if (/^(?:after|amid)$/.test(setting)) return true
  if (/^(?:while|whereas)$/.test(setting) && tokens[first - 1]?.text === ',') return true
  // `told a state paper`
  if (cue.lemma === 'tell' && !words.some(({ pos, isQuoted }) => isQuoted || /^(?:VERB|AUX)$/.test(pos))) return true
  // `denied the request`
  return cue.lemma === 'deny' && words.slice(0, 3).some(({ lower }) => REFUSED.test(lower))
}

const REFUSED =
  /^(?:attempts?|requests?|motions?|petitions?|appeals?|bids?|applications?|access|entry|permission|bail)$/

/** A subject and a finite verb within the first words. */
function hasClause(words: readonly Token[]): boolean {
  const verb = words.findIndex(
    ({ pos, lower, at: place }, at) =>
      pos === 'AUX' ||
      (pos === 'VERB' && !lower.endsWith('ing')) ||
      (OF_A_NOUN.test(lower) && isInNounPhrase(words[at - 1], place)),
  )
  if (OF_A_NOUN.test(words[verb]?.lower ?? '')) return false
  return verb > 0 && verb < 18 && words.slice(0, verb).some((token) => isNominal(token))
}

/** `claimed the seat that …`: what follows says of a noun what it is. */
const OF_A_NOUN = /^(?:who|which|that|whom|whose)$/

function isInNounPhrase(token: Token | undefined, before: number): boolean {
  return token?.at === before - 1 && !token.isQuoted && (token.pos === 'NOUN' || token.pos === 'ADP')
}

/** Nothing but the words between marks, save `it` or `him a`: the quotation itself has these. */
function isAllQuoted(sentence: ParsedSentence, { content: { first, last }, isTopic }: Report): boolean {
  const words = sentence.tokens.slice(first, last + 1).filter((token) => /\p{L}/u.test(token.text))
  return words.some((token) => token.isQuoted) && words.filter((token) => !token.isQuoted).length <= (isTopic ? 2 : 1)
}

/** The words that a cue reports: after it, before it (`…, he said`), or around `according to`. */
function contentOf(place: CuePlace, subject: Subject): Phrase | undefined {
  const { sentence, at, last, cue } = place
  const { tokens } = sentence
  let content: Phrase
  if (last > at) content = at > 1 ? { first: 0, last: at - 1 } : { first: subject.last + 1, last: tokens.length - 1 }
  else if (isTrailing(sentence, subject, at, cue.strength))
    content = { first: 0, last: Math.min(subject.first, at) - 1 }
  else if (isInset(tokens, subject, at, cue.strength)) content = contentAround(sentence, subject, at)
  else content = clauseAfter(sentence, at)
  const trimmed = trimSigns(tokens, content)
  return trimmed && trimmed.last > trimmed.first ? trimmed : undefined
}

/** Both parts around `, the minister said,`; only the first when another report follows. */
function contentAround(sentence: ParsedSentence, { first }: Subject, at: number): Phrase {
  const content = beforeNextCue(sentence, { first: 0, last: sentence.tokens.length - 1 }, at)
  return content.last <= at ? { ...content, last: Math.min(first, at) - 1 } : content
}

/** `…, the minister said.` or `…, said the minister`: little or nothing follows the verb. */
function isTrailing(sentence: ParsedSentence, subject: Subject, at: number, strength: number): boolean {
  const { tokens } = sentence
  if (subject.first > at) return true
  const before = tokens[subject.first - 1]
  if (before?.text !== ',' || subject.first <= 3 || strength < 2) return false
  // `Ms Roe writes that he wept and said`, `If she wins, Ms Roe said, she will`
  if (isBehindAnother(sentence, subject, at) || isBetweenParts(tokens, subject, at)) return false
  if (isBeforeWords(tokens, at)) return false
  // `…, Ms Roe said — turning to the door`
  if (/^(?:[–—]|--)$/.test(tokens[at + 1]?.text ?? '')) return true
  // `After the vote, the minister said it was over`
  if (/^(?:that|clause|question)$/.test(complementAt(tokens, at + 1).kind)) return false
  return tokens.slice(at + 1).filter((token) => /\w/.test(token.text)).length < 8
}

/** `When he asked, the minister said, “No.”`: what he said follows. */
function isBeforeWords(tokens: readonly Token[], at: number): boolean {
  const opensWords = /^[,:]$/.test(tokens[at + 1]?.text ?? '') && tokens[at + 2]?.pos === 'MARK'
  return opensWords && SUBORDINATES.test(tokens[0]?.lower ?? '')
}

const SUBORDINATES = /^(?:when|after|as|while|before|since|because|although|though|once|asked|pressed)$/

/** Another verb of saying is between a subject and the verb: the second does not report what is before the subject. */
function isBehindAnother(sentence: ParsedSentence, { last }: Subject, at: number): boolean {
  return sentence.tokens.slice(last + 1, at).some((token) => (cueOf(sentence, token)?.strength ?? 0) >= 2)
}

/** A condition is in front and its consequence behind: neither is said alone. */
function isBetweenParts(tokens: readonly Token[], { first }: Subject, at: number): boolean {
  return (
    tokens[at + 1]?.text === ',' &&
    tokens[first - 1]?.text === ',' &&
    tokens[at + 2]?.pos !== 'MARK' &&
    /^(?:if|unless|once|until|although|though|while|because)$/.test(tokens[0]?.lower ?? '') &&
    hasClause(tokens.slice(at + 2).filter(({ text }) => /\p{L}/u.test(text)))
  )
}

/** `The plan, the minister said, would fail`: what is said is around the cue. */
function isInset(tokens: readonly Token[], subject: Subject, at: number, strength: number): boolean {
  const isBetweenCommas = tokens[subject.first - 1]?.text === ',' && tokens[at + 1]?.text === ','
  if (isBeforeWords(tokens, at)) return false
  return isBetweenCommas && subject.first > 2 && strength >= 2 && !nth(tokens, 0).isQuoted
}

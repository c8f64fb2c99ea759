import type { CuePlace } from './attribution.ts'
import type { Token } from './parse.ts'
import { isNegated } from './reports.ts'
import type { Subject } from './subjects.ts'

/**
 * What a reporter makes of a saying: `unsaid` when it is denied, only supposed, asked after or forged (`never said`, `denied saying`,
 * `if she had said`, `a doctored video shows her saying`), `alleged` when others lay it at somebody's door (`accused her of saying`).
 */
export type Standing = 'unsaid' | 'alleged'

/** Nobody's alleged words are told as surely theirs: the page says "probably". */
export const ALLEGED_AT_MOST = 0.55

/** The standing of a saying, by the words before its verb; undefined for one that is simply told. */
export function standingOf({ sentence: { tokens }, at }: CuePlace, subject: Subject): Standing | undefined {
  const told = unquoted(tokens)
  if (isNegated(tokens, at) || isModal(tokens, at) || isByNobody(tokens, subject) || isAsked(told)) return 'unsaid'
  const before = told.filter((token) => token.at < at)
  const verb = (tokens[at] as Token).lower
  const lead = wordsOf(
    verb.endsWith('ing') || isInfinitive(tokens, at) ? before : beforeSubject(before, tokens, subject),
  )
  const after = wordsOf(told.filter((token) => token.at > at))
  if (UNSAID.test(lead) || FORGED.test(wordsOf(before)) || (CLAIM_THAT.test(lead) && UNTRUE.test(after)))
    return 'unsaid'
  if (MISQUOTED.test(`${lead} ${verb}`)) return 'unsaid'
  return ALLEGED.test(lead) || ALLEGEDLY.test(wordsOf(before)) ? 'alleged' : undefined
}

function unquoted(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ isQuoted, pos }) => !isQuoted && pos !== 'MARK')
}

function wordsOf(tokens: readonly Token[]): string {
  return tokens.map(({ lower }) => lower).join(' ')
}

/** Up to the subject; `that` before a name may be taken for its article. */
function beforeSubject(before: readonly Token[], tokens: readonly Token[], { first, last }: Subject): Token[] {
  const that = tokens.findLastIndex(({ lower }, i) => i >= first && i < last && lower === 'that')
  return before.filter((token) => token.at < Math.max(first, that + 1))
}

/** `might say`, `should have said`. */
function isModal(tokens: readonly Token[], at: number): boolean {
  let before = at - 1
  while (tokens[before]?.pos === 'ADV' || /^(?:have|also)$/.test(tokens[before]?.lower ?? '')) before--
  return /^(?:might|may|could|should|must)$/.test(tokens[before]?.lower ?? '')
}

function isInfinitive(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.lower === 'to' || tokens[at - 2]?.lower === 'to'
}

/** `no one said`, `neither Ms Roe nor Mr Poe said`, `not Ms Roe but Mr Poe said` of the first. */
function isByNobody(tokens: readonly Token[], { first }: Subject): boolean {
  const [opener, before] = [tokens[first]?.lower ?? '', tokens[first - 1]?.lower ?? '']
  return /^(?:no|nobody|none|neither|nor)$/.test(opener) || /^(?:not|nor|neither)$/.test(before)
}

/** `Did she say “…”?` */
function isAsked(told: readonly Token[]): boolean {
  return told.at(-1)?.text === '?' && ASKS.test(told[0]?.lower ?? '')
}

const ASKS = /^(?:did|does|do|has|have|had|would|could|will|can|is|are|was|were)$/

const denies =
  '(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?|debunk(?:s|ed|ing)?|rebut(?:s|ted|ting)?)'
const claims =
  '(?:claims?|rumou?rs?|reports?|allegations?|accusations?|suggestions?|assertions?|speculation|ideas?|notions?|myths?|hoax|lies?|falsehoods?)'

/** What ends right before the subject, or before an infinitive or `-ing` form, and takes the saying back. */
const UNSAID = new RegExp(
  `(?:^|\\s)(?:(?:if|whether|unless|as though)|${denies}(?: ever| having| that)*|(?:${denies} )(?:\\S+ ){0,4}?${claims} (?:that|of)(?: having| ever)?|` +
    "(?:not|n't|never) (?:\\S+ )?(?:true|correct|clear|certain|the case) that|(?:false|untrue|incorrect|doubtful|unclear|unlikely) that|" +
    '(?:no|without) (?:\\S+ )?(?:evidence|proof|indication|suggestion|record|sign) (?:that|of)|' +
    '(?:short|instead) of|without(?: ever)?|(?:stopped|prevented|barred|banned|kept|refrain(?:s|ed)?)(?: \\S+){0,4}? from|rather than|avoid(?:s|ed|ing)?|' +
    '(?:refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|fail(?:s|ed|ing)?|neglect(?:s|ed|ing)?|unlikely|unable|unwilling|reluctant|pretend(?:s|ed|ing)?) to(?: \\S+ly)?)$',
)

/** A forged or invented thing in which somebody says it: `a fake post claiming that`, `in the satirical sketch,`. */
const FORGED =
  /(?:^|\s)(?:(?:fake|faked|doctored|fabricated|forged|manipulated|altered|satirical|spoof|parody|deepfake|bogus|ai-generated|invented|fictional|fictitious|imaginary) (?:\S+ ){0,2}?(?:posts?|videos?|clips?|audios?|recordings?|tweets?|letters?|images?|pictures?|photos?|screenshots?|quotes?|quotations?|statements?|accounts?|messages?|e-?mails?|pages?|websites?|sketch|sketches|articles?|adverts?|ads?|interviews?|speech|transcripts?)|deepfakes?|parody|spoof|hoax) (?:(?:\S+ ){0,6}?(?:claim(?:s|ed|ing)?|say(?:s|ing)?|said|alleg(?:es|ed|ing)|show(?:s|ed|n|ing)?|purport(?:s|ed|ing)?|quot(?:es|ed|ing)|depict(?:s|ed|ing)?|appear(?:s|ed|ing)?)|of|in which|where|,)(?=\s|$)/

/** `misquoted as saying`, `wrongly quoted as saying`. */
const MISQUOTED =
  /(?:^|\s)(?:misquot(?:es|ed|ing)|(?:wrongly|falsely|incorrectly|erroneously|inaccurately|mistakenly) (?:quot(?:es|ed|ing)|report(?:s|ed|ing)|cit(?:es|ed|ing)|describ(?:es|ed|ing)|portray(?:s|ed|ing)|attribut(?:es|ed|ing)|translat(?:es|ed|ing)|show(?:s|n|ing)?))(?: \S+){0,6}? as (?:\S+ )?(?:having|saying|telling|calling|claiming|writing|describing)/

/** `accused Ms Roe of saying`, `critics claim Ms Roe said`. */
const ALLEGED =
  /(?:^|\s)(?:(?:accus(?:e|es|ed|ing)|alleg(?:e|es|ed|ing)|suspect(?:s|ed)?)(?: \S+){0,7}? of(?: having| once)?|(?:claim(?:s|ed|ing)?|alleg(?:e|es|ed|ing)|insinuat(?:e|es|ed|ing)|speculat(?:e|es|ed|ing)|suggest(?:s|ed|ing)?|believ(?:e|es|ed|ing))(?: that)?|(?:claims?|rumou?rs?|allegations?|accusations?|suggestions?|myths?) that|reported that)$/

/** `reports that Ms Roe said … are false` */
const CLAIM_THAT = new RegExp(`(?:^|\\s)${claims} that$`)
const UNTRUE =
  /(?:^|\s)(?:is|are|was|were|proved|turned out to be|has been|have been) (?:\S+ly )?(?:false|untrue|baseless|unfounded|groundless|wrong|fabricated|fake|debunked|denied|not true|a hoax|a lie|lies|nonsense)(?=\s|$)/
const ALLEGEDLY = /(?:^|\s)(?:allegedly|purportedly|supposedly|reportedly)(?: has| had| have| once)?$/

import { cueOf, type ParsedSentence, type Token } from '../../grammar/parse.ts'
import type { Subject } from '../../grammar/subjects.ts'
import type { Factuality } from '../attribution.ts'
import type { CuePlace } from './cue-places.ts'
import { isNegated } from './reports.ts'

/** Whether a saying took place, by the words around its verb. */
export function factualityOf({ sentence, at }: CuePlace, subject: Subject): Factuality | undefined {
  const { tokens } = sentence
  const { first, last } = subject
  const outside = unquoted(tokens)
  if (isNegated(tokens, at) || isDenied(tokens, at, subject) || isModal(tokens, at) || isByNobody(tokens, subject))
    return 'denied'
  if (isAsked(outside) || isTurnedRound(tokens, at, subject)) return 'denied'
  const before = outside.filter((token) => token.at < at)
  const verb = (tokens[at] as Token).lower
  const lead = wordsOf(
    verb.endsWith('ing') || isInfinitive(tokens, at) || tokens[at - 1]?.lower === 'having'
      ? before
      : beforeSubject(before, tokens, subject),
  )
  const after = wordsOf(outside.filter((token) => token.at > at))
  if (isStagedIn(wordsOf(before)) || SUPPOSED.test(wordsOf(beforeSubject(before, tokens, subject)))) return 'denied'
  if (DENYING.test(lead) || FORGED.test(wordsOf(before)) || (CLAIM_THAT.test(lead) && UNTRUE.test(after)))
    return 'denied'
  if (MISQUOTED.test(`${lead} ${verb}`)) return 'denied'
  if (isUnreal(tokens, at, subject, lead)) return 'denied'
  if (isUnsure(sentence, at, subject, lead)) return 'alleged'
  const isHearsay =
    ALLEGED.test(lead) ||
    isLedBy(before, first) ||
    isToldBy(outside, at) ||
    ALLEGEDLY.test(wordsOf(before)) ||
    isFilmedIn(wordsOf(before))
  if (isHearsay) return 'alleged'
  return first < at && tokens[last]?.pos === 'PROPN' && REPORTS.test(lead) ? 'reported' : undefined
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
  return /^(?:might|may|could|should|must)$/.test(helperOf(tokens, at))
}

function isInfinitive(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.lower === 'to' || tokens[at - 2]?.lower === 'to'
}

/** `will say`, `thought about saying`, `hoped Ms Roe would say`, `was expected to say`. */
function isUnreal(tokens: readonly Token[], at: number, { first }: Subject, lead: string): boolean {
  if (helperOf(tokens, at) === 'will') return true
  const isIng = tokens[at]?.lower.endsWith('ing')
  if (isInfinitive(tokens, at) && !isIng) return YET_TO_COME.test(lead)
  if (isIng) return /(?:^|\s)(?:about|against|than|near|close to)(?: ever)?$/.test(lead)
  return first < at && HOPED.test(lead) && /^(?:would|could|should|might|to)$/.test(helperOf(tokens, at))
}

const YET_TO_COME =
  /(?:^|\s)(?:expected|due|set|scheduled|likely|plan|plans|planned|planning|hope|hopes|hoped|hoping|want|wants|wanted|wish|wishes|wished|intend|intends|intended|asked|told|urged|ordered|instructed|advised|begged|tempted|prepared|preparing|about|supposed|meant|chance|opportunity|right|need|needs|needed|ought|afraid|free|absurd|wrong|easy|like|prefer|preferred|love)(?: (?:for )?(?:\S+ ){0,3}?\S+)? to$/
const HOPED =
  /(?:^|\s)(?:hop|want|wish|expect|demand|ask|pray|bet|wager|fear|predict|assum|dream|long|wait)(?:e|es|ed|ing|s)?(?: for| that)?$/

/** Told in another's clause, so that more hangs on it than its own words say: `to say`, `dreams of saying`, `… that Ms Roe said`. */
function isUnsure(sentence: ParsedSentence, at: number, { first, last }: Subject, lead: string): boolean {
  const { tokens } = sentence
  if (tokens[at]?.lower.endsWith('ing')) return tokens[at - 1]?.lower === 'of' && !HABIT.test(lead)
  if (isInfinitive(tokens, at)) return !DOES_SAY.test(lead)
  // `the worst thing Ms Roe ever said`
  if (first < at && tokens[at - 1]?.lower === 'ever') return true
  if (first > at || tokens[last]?.pos === 'PRON') return false
  // `that` before a name may be taken for its article
  return BELIEVED.test(lead) || isComplement(sentence, tokens[first]?.lower === 'that' ? first : first - 1)
}

/** `insists that`, but not `a plan that`, `so high that`, `noted that`. */
function isComplement(sentence: ParsedSentence, that: number): boolean {
  const { tokens } = sentence
  const [before, opener] = [tokens[that - 1], tokens[that]]
  if (opener?.lower !== 'that' || !before || before.isQuoted) return false
  if (!/^(?:VERB|ADJ)$/.test(before.pos) && !cueOf(sentence, before)) return false
  return !HOLDS.test(before.lower) && !tokens.slice(0, that).some(({ lower }) => /^(?:so|such)$/.test(lower))
}

const HABIT = /(?:^|\s)(?:point|habit|fond) of$/
const HOLDS =
  /^(?:not(?:e|es|ed|ing)|recall(?:s|ed|ing)?|add(?:s|ed|ing)?|remember(?:s|ed)?|(?:re)?confirm(?:s|ed|ing)?|glad|proud|sorry)$/
/** `…, Mr Poe said, according to Ms Roe`: by somebody else's word, not by a record. */
function isToldBy(told: readonly Token[], at: number): boolean {
  const to = told.findIndex(
    ({ lower, at: place }, i) => place > at && lower === 'according' && told[i + 1]?.lower === 'to',
  )
  if (to < 0) return false
  const source = told.slice(to + 2, to + 9)
  return source[0]?.pos === 'PROPN' && !source.some(({ lower }) => RECORD.test(lower))
}

/** `According to neighbors, Ms Roe said`: by somebody's word, not by a record. */
function isLedBy(before: readonly Token[], first: number): boolean {
  const [opener, to] = before
  if (opener?.lower !== 'according' || to?.lower !== 'to') return false
  const comma = before.findIndex(({ text }) => text === ',')
  if (comma < 3 || (before[comma] as Token).at >= first) return false
  return !before.slice(2, comma).some(({ lower }) => RECORD.test(lower))
}

/** `Police said Ms Roe told officers` */
const REPORTS = /(?:^|\s)(?:said|says|testified|told(?: \S+){1,3})(?: that)?$/

const RECORD =
  /^(?:transcripts?|videos?|recordings?|statements?|documents?|reports?|filings?|records?|releases?|audio|footage|emails?|letters?|texts?|copy|minutes|news|post|times|agency|newspaper|herald|tribune|journal|reuters|ap|afp|pa|cnn|bbc|nbc|abc|cbs|fox|politico)$/

const DOES_SAY =
  /(?:^|\s)(?:on|far as|used|(?:not|n't|never) (?:\S+ )?hesitat\S*|manag\S+|continu\S+|began|begins?|begun|start\S*|proceed\S*|rush\S*|hurr\S+|quick\S*|dar\S+|chose|forced|compelled|moved|returned|paus\S+|stood|rose|forward|(?:stage|floor|podium|microphone)(?: \S+){0,3}|us(?:ed|es|ing)(?: \S+){1,6}|had) to$/
const BELIEVED =
  /(?:^|\s)(?:thought|think|thinks|believe|believed|believes|convinced|sure)(?: \S+){0,4}? (?:saw|see|heard|hear)$/

/** The auxiliary before a verb, adverbs skipped. */
function helperOf(tokens: readonly Token[], at: number): string {
  let before = at - 1
  while (tokens[before]?.pos === 'ADV' || /^(?:have|also|be|been)$/.test(tokens[before]?.lower ?? '')) before--
  return tokens[before]?.lower ?? ''
}

/** `did not at any time call`, `has yet to say`: between subject and verb, in one clause. */
function isDenied(tokens: readonly Token[], at: number, { first, last }: Subject): boolean {
  if (first > at) return false
  const all = tokens.slice(last + 1, at)
  if (tokens[at]?.lower.endsWith('ing') && all.some(({ text }) => text === ',')) return false
  const between = all.filter(({ isQuoted, pos }) => !isQuoted && pos !== 'MARK')
  const words = wordsOf(between)
  return DENIED.test(words) && !STILL_SAID.test(words) && !between.some(({ lower }) => OTHER_CLAUSE.test(lower))
}

const DENIED =
  /(?:^|\s)(?:not|n't|never|yet to|nowhere|(?:at|on|in|under) no (?:time|point|stage|moment|occasion|circumstances|way))(?=\s|$)/
/** `did not hesitate to say`, `has not only said` */
const STILL_SAID =
  /(?:^|\s)(?:hesitat|shy|shrink|shrank|flinch|stop|tir|miss|fail|ceas|minc|resist|help|hid|shied|wast|forget|forgot|only|just|merely|simply|afraid|asham|bother to|without|until)/
const OTHER_CLAUSE = /^(?:and|but|then|or|who|which|that|because|as|when|while|so|;)$/

/** `At no point did Ms Roe say`, `Had Ms Roe said`, `Were she to say`: the auxiliary stands before its subject. */
function isTurnedRound(tokens: readonly Token[], at: number, { first }: Subject): boolean {
  if (first > at || !TURNS.test(tokens[first - 1]?.lower ?? '')) return false
  const before = tokens.slice(0, first - 1).filter(({ isQuoted, pos }) => !isQuoted && pos !== 'MARK')
  const auxiliary = tokens[first - 1]?.lower ?? ''
  const opensClause = before.length === 0 || /^(?:[,;:–—]|and|but)$/.test(before.at(-1)?.lower ?? '')
  if (opensClause) return /^(?:had|were|should)$/.test(auxiliary)
  return NEVER_DID.test(wordsOf(before))
}

const TURNS = /^(?:had|were|should|is|are|was|did|does|do|has|have|would|will|could|can|may|might)$/
const NEVER_DID =
  /(?:^|\s)(?:(?:at|on|in|by|under|to) no (?:\S+ ){0,3}?\S+|never(?: once| before)?|nowhere(?: [^,]+)?|not once(?: [^,]+)?|nor|neither|in no way)$/

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

/** `Imagine Ms Roe telling`, `wished she had said`, `nobody heard Ms Roe say`: right before the subject. */
const SUPPOSED =
  /(?:^|\s)(?:(?:imagin|suppos|pretend|fanc|wish)(?:e|es|ed|ing|y)?(?: that)?|(?:no ?one|nobody|none|never|not|n't|no)(?: \S+){0,4}? (?:hears?|heard|recalls?|recalled|remembers?|remembered|records?|recorded|of)|(?:pretend|purport|claim|pos|masquerad|dress|styl|call|sign|introduc|pass)ing(?: (?:to be|as|up as|off as|like|\S+sel(?:f|ves)(?: as)?))|(?:in|under) the (?:name|guise|voice) of|(?:meme|cartoon|caricature|puppet|ai|algorithm|chatbot|impressionist|comedian|satirist|artist)(?: \S+){0,3}? (?:has|had|have|having|makes?|made|shows?|showed|lets?))$/

/** What ends right before the subject, or before an infinitive or `-ing` form, and takes the saying back. */
const DENYING = new RegExp(
  `(?:^|\\s)(?:(?:if|whether|unless|as though)|${denies}(?: ever| having| that)*|(?:${denies} )(?:\\S+ ){0,4}?${claims} (?:that|of)(?: having| ever)?|` +
    "(?:not|n't|never) (?:\\S+ )?(?:true|correct|clear|certain|the case) that|(?:false|untrue|incorrect|doubtful|unclear|unlikely)(?: that)?|(?:reject|deny|deni|disput|refut|dismiss|disown|resist)(?:e|es|ed|s|ing)? (?:ever )?having|" +
    '(?:no|without) (?:\\S+ )?(?:evidence|proof|indication|suggestion|record|sign) (?:that|of)|' +
    '(?:short|instead) of|without(?: ever)?|(?:stopped|prevented|barred|banned|kept|refrain(?:s|ed)?)(?: \\S+){0,4}? from|rather than|avoid(?:s|ed|ing)?|' +
    '(?:refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|fail(?:s|ed|ing)?|neglect(?:s|ed|ing)?|unlikely|unable|unwilling|reluctant|pretend(?:s|ed|ing)?) to(?: \\S+ly)?)$',
)

/** A forged or invented thing in which somebody says it: `a fake post claiming that`, `in the satirical sketch,`. */
const FORGED =
  /(?:^|\s)(?:(?:fake|faked|doctored|fabricated|forged|manipulated|altered|satirical|spoof|parody|deepfake|bogus|ai-generated|invented|fictional|fictitious|imaginary) (?:\S+ ){0,2}?(?:posts?|videos?|clips?|audios?|recordings?|tweets?|letters?|images?|pictures?|photos?|screenshots?|quotes?|quotations?|statements?|accounts?|messages?|e-?mails?|pages?|websites?|sketch|sketches|articles?|adverts?|ads?|interviews?|speech|transcripts?)|deepfakes?|parody|spoof|hoax) (?:(?:\S+ ){0,6}?(?:claim(?:s|ed|ing)?|say(?:s|ing)?|said|alleg(?:es|ed|ing)|show(?:s|ed|n|ing)?|purport(?:s|ed|ing)?|quot(?:es|ed|ing)|depict(?:s|ed|ing)?|appear(?:s|ed|ing)?)|of|in which|where|,)(?=\s|$)/

const notOutside = '(?:(?!(?:over|about|of|on|at|for|with|after|before|in|to|from|by|her|his|their)\\s)\\S+ )'
const settingIn = (nouns: string): RegExp =>
  new RegExp(`(?:^|\\s)in (?:the|an?|this|that|one|another) ${notOutside}{0,3}?(?:${nouns})(?=\\s|$)`)
const STAGED = settingIn(
  'play|novel|stage version|musical|sketch|cartoon|comic|satire|poem|song|dream|nightmare|opera|parody|pantomime|puppet show|fable|short story|adaptation|video game|skit|spoof|fantasy|staging',
)
const FILMED = settingIn('film|movie|series(?! of)|drama|biopic|thriller|docudrama|soap|sitcom|screenplay|script')

/** `In the play, Ms Roe says`: what others wrote. A film may be of what was. */
function isStagedIn(before: string): boolean {
  return STAGED.test(before)
}

function isFilmedIn(before: string): boolean {
  return FILMED.test(before)
}

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

import type { Mention } from '../../core/annotation.ts'
import { nameWordKey } from '../../core/names/name-spelling.ts'
import { overlaps } from '../../core/span.ts'
import { type MemberText, type SentenceText, within } from '../story-text.ts'
import { contentStems, sharedCount, type Word, wordsOf } from '../words.ts'

/** What somebody who reads a brief from above has read: the stems of the words, and the keys of the capitalized ones. */
export type ReadSoFar = { readonly stems: ReadonlySet<string>; readonly names: ReadonlySet<string> }

export const nothingRead: ReadSoFar = { stems: new Set(), names: new Set() }

/** The same with another text read. */
export function readOn({ stems, names }: ReadSoFar, text: string, words: readonly Word[] = wordsOf(text)): ReadSoFar {
  return {
    stems: new Set([...stems, ...words.filter((word) => !word.isStop).map(({ stem }) => stem)]),
    names: new Set([...names, ...words.flatMap((word) => nameKeysOf(word, text))]),
  }
}

function nameKeysOf({ span, text: word }: Word, text: string): string[] {
  return /^\p{Lu}/u.test(text.slice(span.start)) ? word.split('-').concat(word).map(nameWordKey) : []
}

/** What a sentence takes for known: one key of each list of names, one stem of each list of words. */
export type References = {
  readonly stems: ReadonlySet<string>
  readonly names: readonly (readonly string[])[]
  readonly things: readonly (readonly string[])[]
}

/**
 * Whom and what a sentence takes for known: whoever it calls by surname or by role, and what it calls `the …` as known to the readers of its
 * article. Undefined if it is never understood in a brief: a pronoun or `this …` has nothing to stand for, or it weighs instead of telling.
 * `surnames` are those of the people whom the story names.
 */
export function referencesOf(
  sentence: SentenceText,
  member: MemberText,
  surnames: ReadonlySet<string> = surnamesIn([member]),
): References | undefined {
  if (isBareAttribution(sentence, member)) return undefined
  const named = within(member.mentions, sentence.span)
  const people = named.filter(({ kind }) => kind === 'person')
  // English words are read; in other languages a sentence must only not lean on the one before.
  const isEnglish = /^en\b/.test(member.input.document.language)
  if (isEnglish && isLost(sentence, people)) return undefined
  return {
    stems: stemsToShare(sentence),
    names: [
      ...people.flatMap((mention) => keysOf(mention, people, member) ?? []),
      ...bareSurnames(sentence, named, surnames).map((key) => [key]),
    ],
    things: isEnglish ? unexplainedThings(sentence, member) : [],
  }
}

/** True when somebody who has read only `read` knows whom and what a sentence is about. */
export function isUnderstood(references: References | undefined, read: ReadSoFar): boolean {
  return (
    references !== undefined &&
    // A sentence without one of the words that were read may be about anything.
    sharedCount(references.stems, read.stems) > 0 &&
    references.names.every((keys) => keys.some((key) => read.names.has(key))) &&
    references.things.every((stems) => stems.some((stem) => read.stems.has(stem)))
  )
}

/** The stems of a sentence that is mostly somebody's words are those of the words: the speaker may have spoken of anything. */
function stemsToShare({ text, stems }: SentenceText): ReadonlySet<string> {
  return isMostlyQuoted(text) ? contentStems(wordsOf(quotedIn(text).join(' '))) : stems
}

const quotedPart = 0.4

/** True for a sentence that is above all somebody's words, in quotation marks. */
export function isMostlyQuoted(text: string): boolean {
  return quotedIn(text).join(' ').length > quotedPart * text.length
}

function quotedIn(text: string): string[] {
  return [...text.matchAll(/["“«]([^"“”«»]+)["”»]/gu)].flatMap(([, said]) => said ?? [])
}

function isLost(sentence: SentenceText, people: readonly Mention[]): boolean {
  const { text } = sentence
  if (pointsBack.test(outsideMarks(text)) || ofThisNumber.test(text) || takesSides.test(text)) return true
  if (tellsOccasion.test(text) || quotedIn(text).some(isLostQuotation)) return true
  return hasLostPronoun(sentence, people)
}

/** The keys of the names of somebody called by one name or by role alone; undefined if this sentence introduces them. */
function keysOf(mention: Mention, people: readonly Mention[], { input }: MemberText): string[][] | undefined {
  const { entity, form, role, span } = mention
  // Heads of state and government need no introduction.
  if (form === 'pronoun' || entity.wikidataId !== undefined || role !== undefined) return undefined
  const { text } = input.document
  const called = wordsOf(text.slice(span.start, span.end)).filter((word) => !courtesy.test(word.text))
  if (form === 'name' && called.length > 1) return undefined
  const isIntroduced = people.some(
    (each) => each.form === 'name' && each !== mention && each.entity.id === entity.id && isFuller(each, text),
  )
  if (isIntroduced) return undefined
  // A given name is of many: `Jane` in `Jane Roe` does not introduce Jane Weber.
  const known = form === 'name' ? called : [...wordsOf(entity.name).slice(1), ...called]
  return [known.map((word) => nameWordKey(word.text))]
}

function isFuller({ span, role }: Mention, text: string): boolean {
  const called = wordsOf(text.slice(span.start, span.end)).filter((word) => !courtesy.test(word.text))
  return role !== undefined || called.length > 1
}

/** The keys of the surnames of all people whom texts name in full. */
export function surnamesIn(texts: readonly MemberText[]): ReadonlySet<string> {
  return new Set(
    texts.flatMap(({ mentions }) =>
      mentions.flatMap(({ kind, form, entity }) => {
        const [last, given] = kind === 'person' && form === 'name' ? entity.name.split(' ').reverse() : []
        return last !== undefined && given !== undefined ? nameWordKey(last) : []
      }),
    ),
  )
}

/** `which Weber warned`: surnames of people whom the story names, not recognized in this sentence. */
function bareSurnames(
  { text, words, span }: SentenceText,
  named: readonly Mention[],
  surnames: ReadonlySet<string>,
): string[] {
  const isCapitalized = (word: Word | undefined) =>
    word !== undefined && /^\p{Lu}\p{Ll}/u.test(text.slice(word.span.start, word.span.start + 4))
  return words.flatMap((word, at) => {
    if (word.isStop || !isCapitalized(word)) return []
    // `Weber-led`
    const key = nameWordKey(word.text.split('-', 1).join(''))
    const before = words[at - 1]
    const follows = before && isCapitalized(before) && word.span.start - before.span.end === 1
    if (!surnames.has(key) || follows) return []
    const start = span.start + word.span.start
    return named.some((each) => each.span.start <= start && start < each.span.end) ? [] : [key]
  })
}

const courtesy = /^(?:mr|mrs|ms|miss|dr)$/u

/** `Speaking at the event, …`: what follows is what the event was told of for. */
const tellsOccasion = /^(?:speaking|responding|asked|writing|posting|commenting)(?!\p{L})/iu

/** `“I’ve seen it many times”`: a pronoun before anything it may stand for; not `It is time to …`. */
function isLostQuotation(said: string): boolean {
  const found = quotedPronoun.exec(said)
  return found !== null && !mayStandFor.test(said.slice(0, found.index))
}

const quotedPronoun =
  /(?<!\p{L})(?:it(?!(?:['’]s)? (?:\p{L}+ ){1,6}(?:that|to) )|this(?= (?:at|on|in|for|to|by|as|and|or|again|before)(?!\p{L})|[^\p{L}]*$)|they|them|those|he|she|him|her)(?!\p{L})/iu
/** A noun with its article, or a name after the first word. */
const mayStandFor =
  /(?<!\p{L})(?:[Tt]he|[Aa]n?|[Oo]ur|[Mm]y|[Yy]our|[Aa]ny|[Ee]very|[Nn]o|[Aa]ll|[Ss]ome|[Ee]ach|\p{N}+) \p{L}{3,}|\p{L}\P{L}+\p{Lu}\p{Ll}+/u

const pronoun = /(?<!\p{L})(?:he|she|his|him|her|hers|himself|herself)(?!\p{L})/iu
/** A word for a person whom a pronoun after it may stand for. */
const person =
  /(?<!\p{L})(?!(?:over|after|(?:an)?other|under|whether|rather|further|later|earlier|number|order|or|for|nor|important)(?!\p{L}))(?:\p{L}*(?:man|woman|er|or|ist|ian|ee|ant)|boy|girl|teen|mom|dad|wife|chief|judge|nurse|\p{Lu}\p{L}*\p{Ll}\p{L}*)(?!\p{L})/u
/** `After he was elected, Weber …`: the name comes with the main clause. */
const before = /^(?:after|as|before|by|despite|during|for|if|in|once|since|though|although|until|when|while|with) /iu

/** `According to the report, they …`, `Whether they …`, `To spend it, …` */
const leadsToPronoun =
  /^(?:(?:\p{L}+ing|according to|in|on|at|by|for|since|over|from|under|during|throughout|until) [^,]{3,70}, (?:he|she|they|it) |(?:whether|when|if|as|while|because|although|since|once) (?:they|it)[ '’]|(?:now|today|currently|already|so far|even|yet|only|at first|at least) (?:it|they|he|she) |(?:(?:late|early|on) )*\p{Lu}\p{L}+day(?: \p{Ll}+)?, (?:it|they|he|she) |to \p{L}+ (?:it|them|him|her|this|that),)/iu

function hasLostPronoun({ text, span }: SentenceText, people: readonly Mention[]): boolean {
  if (leadsToPronoun.test(text)) return true
  const found = pronoun.exec(outsideMarks(text))
  if (!found) return false
  const at = span.start + found.index
  if (people.some((each) => each.form !== 'pronoun' && each.span.start < at)) return false
  if (person.test(text.slice(0, found.index).replace(/^\P{L}*\p{L}+/u, ''))) return false
  return !(
    before.test(text) && people.some(({ span: { start }, form }) => form === 'name' && start > at && start < at + 60)
  )
}

/** `by this reasoning`, `see this as`; not `this week`. */
const pointsBack =
  /(?<!\p{L})(?:this|these|those(?! (?:who|whose|with|in|of|from|that|backing|\p{L}+ing|\p{L}+ed)(?!\p{L})))(?! (?:mon|tues|wednes|thurs|fri|satur|sun)day| (?:past |coming |last )?(?:week|weekend|month|year|morning|afternoon|evening|summer|spring|fall|autumn|winter|season|century|decade|time|president|nation|country|january|february|march|april|may|june|july|august|september|october|november|december)(?!\p{L}))(?!\p{L})|(?:in|of|at|by|with|for|on|to|from|under|after|since) (?:that|those|such) (?!who)\p{L}+|(?<!\p{L})such an? |(?<!\p{L})that (?:question|issue|claim|effort|statement|request|decision|point|position|process|policy|argument|approach)(?!\p{L})|^(?:next|then|of those|for (?:some|others|starters)|first(?: of all)?|second(?:ly)?|third(?:ly)?|finally|lastly|above all|in fact|after all|as such|in turn|in (?:any|either|each|that) case|in (?:response|return|reply)|by (?:contrast|comparison)|at (?:any rate|that point|one point)|on top of that|in particular|to that end),? |, for (?:example|instance),|(?:shortly|soon|immediately|days|weeks|months|years|hours) (?:afterwards?|later|earlier)[.,]|^in (?:it|them|him|her|so doing), |(?:, too|, as well| as well)[.,]|^(?:precisely|exactly) (?:how|what|when|where|why|who) |^(?:with|in|by|for|on|under) the (?:second|third|other) |, (?:however|though|too)[.,]/iu

const ofThisNumber = /\b(?:of|in) this \p{N}/u

/** Words by which a writer judges what is reported. */
const takesSides =
  /^(?:certainly|of course|recall|remember|consider|awful|sadly|thankfully|fortunately|unfortunately|frankly|clearly|obviously|admittedly|granted|needless to say|to be (?:fair|sure|clear)|yes|no|well|sure|sorry|let['’]s|make no mistake|in short|simply put)(?:,| that | in )/iu

function outsideMarks(text: string): string {
  return text.replace(/["“«][^"”»]*["”»]/gu, (marked) => ' '.repeat(marked.length))
}

/** What it calls `the …` or `Weber's …` without explaining it, that its article's readers know from the sentences before. */
function unexplainedThings({ index, text, words }: SentenceText, { sentences }: MemberText): string[][] {
  if (index === 0) return []
  const phrases = words.flatMap((word, at) => {
    const isOwned = /^['’]s /u.test(text.slice(word.span.end))
    if (!isOwned && !(at < 2 ? determiner : /^the$/u).test(word.text)) return []
    const phrase = phraseFrom(words, at + 1, text, isOwned)
    if (phrase.length === 0 || phrase.some((each) => everyday.test(each.text))) return []
    return isExplained(phrase, words[at + 1 + phrase.length], text) ? [] : [phrase.map(({ stem }) => stem)]
  })
  if (phrases.length === 0) return []
  const earlier = sentences.slice(0, index)
  return phrases.filter((phrase) => phrase.some((stem) => earlier.some((each) => each.stems.has(stem))))
}

/** Up to three words that belong together, none of them a name. */
function phraseFrom(words: readonly Word[], first: number, text: string, isOwned: boolean): Word[] {
  const phrase: Word[] = []
  // After `Weber's` the name ends two characters before the space.
  let apart = isOwned ? 3 : 1
  for (const word of words.slice(first, first + 3)) {
    const before = phrase.at(-1) ?? words[first - 1]
    if (!before || word.span.start - before.span.end > apart || word.isStop) break
    apart = 1
    if (/^[\p{Lu}\p{N}]/u.test(text.slice(word.span.start))) break
    phrase.push(word)
  }
  return phrase
}

/** `the report of …`, `the man who …`, `the bridge Weber built`; not `the meeting Tuesday` or `the meeting, which …`. */
function isExplained(phrase: readonly Word[], next: Word | undefined, text: string): boolean {
  const last = phrase.at(-1)
  if (!next || !last || next.span.start - last.span.end > 1) return false
  return explains.test(next.text) || /^\p{Lu}(?!\p{L}+day\b)/u.test(text.slice(next.span.start))
}

const determiner = /^(?:the|his|her|their)$/u

const explains = /^(?:of|that|who|whom|which|whose|where|when|to)$/u
const everyday =
  /^(?:presidents?|country|nation|state|states|federal|government|administration|police|public|media|world|time|end|past|future|final|law|way|day|days|week|month|year|years|morning|afternoon|evening|night|weekend|economy|internet|web|right|left|south|north|east|west|border|city|united|press|house|party|party's|american|national|international|military)$/u

/** `Weber told reporters when asked.`: says that somebody said something, and not what. */
function isBareAttribution({ span, text }: SentenceText, { quotes }: MemberText): boolean {
  if (/["“«]/.test(text)) return false
  return quotes.some(
    ({ cue, span: said }) =>
      cue !== undefined && cue.start >= span.start && cue.end <= span.end && !overlaps(said, span),
  )
}

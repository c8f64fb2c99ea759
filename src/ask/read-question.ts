import type { TimeExpression } from '../core/annotation.ts'
import type { QuestionKind } from '../core/answer.ts'
import { defined } from '../core/defined.ts'
import { nth } from '../core/nth.ts'
import { type AskWord, askWords, bareArabic, foldWord, formsOf, isIrregular, stemOf } from './ask-words.ts'
import { meaningTogether } from './phrasal-verbs.ts'
import type { Question, QuestionSpeaker, QuestionTerm } from './question.ts'
import { languageOfQuestion, sortOf } from './question-patterns.ts'
import { periodOfTimes } from './question-times.ts'
import { backPronouns, isSmall } from './small-words.ts'
import { synonymStems } from './synonyms.ts'

const mostTerms = 16
/** Weight of words carried over from the previous question to complete a follow-up. */
const carriedOver = 0.6

/** Titles that are left out when a name is looked up. */
const titles =
  /^(?:mr|mrs|ms|dr|sir|dame|president|senator|sen|rep|representative|governor|gov|justice|judge|secretary|prime|minister|chancellor|king|queen|pope|mayor|attorney|general|speaker|vice|congressman|congresswoman|professor|m|mme)$/

/**
 * Reads what a person typed: the kind of answer wanted, about whom, from when, and the words that carry meaning. Keywords are read as
 * `what`. `times` are the time expressions of the text with their offsets. `follows` is the previous question, which completes a follow-up
 * (`and when?`, `what did she say?`). `verbs` are the offsets where its verbs begin, if known.
 */
export function readQuestion(
  text: string,
  times: readonly TimeExpression[] = [],
  follows?: Question,
  verbs: ReadonlySet<number> = new Set(),
): Question {
  const own = readAlone(text.replace(/\s+/g, ' ').trim(), times, verbs)
  return follows && isFollowUp(own) ? completed(own, follows) : own
}

function readAlone(text: string, times: readonly TimeExpression[], verbs: ReadonlySet<number>): Question {
  const language = languageOfQuestion(text)
  const keywords = sortOf(text, language)
  const sorted = keywords ?? speakerInKeywords(text)
  const words = askWords(text)
  const names = namesIn(text, words, language)
  const speaker = sorted?.speaker === undefined ? undefined : readSpeaker(sorted.speaker, language, names.at(0)?.words)
  const speakerWords = speaker?.name ?? []
  const inTime = (word: AskWord) =>
    times.some(({ span, kind }) => kind !== 'duration' && span.start <= word.start && word.end <= span.end)
  const nameWords = new Set(names.flatMap((name) => name.words))
  const askedFor = askedForIn(text)
  const titleStarts = new Set(names.flatMap((name) => name.titles))
  const seen = new Set<string>()
  const asked = language === 'en' ? verbAsked(text) : undefined
  const together = words.map((word, at) => (language === 'en' ? meaningTogether(word, words[at + 1]) : []))
  const terms = words.flatMap((word, at): QuestionTerm[] => {
    const isName = nameWords.has(word.text)
    // `Over` is no word of its own in `took over`.
    if ((together[at - 1]?.length ?? 0) > 0) return []
    const isMeaningless = isSmall(word.text, language) && nth(together, at).length === 0
    if ((isMeaningless && !isName) || inTime(word) || titleStarts.has(word.start)) return []
    if (isQuestionVerb(word, sorted) || seen.has(word.stem) || (word.text.length < 2 && !/\d/.test(word.text)))
      return []
    seen.add(word.stem)
    return [
      termOf(
        word,
        text.slice(word.start, word.end),
        isName || speakerWords.includes(word.text),
        askedFor.has(word.start),
        asked === undefined ? verbs.has(word.start) : word.start === asked,
        nth(together, at),
      ),
    ]
  })
  const period = periodOfTimes(times)
  return {
    asked: {
      text,
      sort: sorted?.sort ?? 'what',
      terms: terms.filter(({ kind }) => kind !== 'name').map(({ text: term }) => term),
      names: names.map(({ name }) => name),
      ...defined({ speaker: speaker && sorted?.speaker ? nameOfSpeaker(sorted.speaker, names) : undefined }),
      ...period,
    },
    language,
    terms: terms.slice(0, mostTerms),
    names: names.map((name) => name.words),
    ...defined({ speaker }),
    isAsking: sorted !== undefined,
  }
}

/** How well a verb alone stands for the verb of two words: `taken` for `taken over`. */
const alone = 0.6
const likeMeant = 0.85

function termOf(
  word: AskWord,
  written: string,
  isName: boolean,
  isAskedFor: boolean,
  isVerb: boolean,
  [meant, ...others]: readonly string[],
): QuestionTerm {
  const stem = stemOf(meant ?? bareArabic(word.text))
  const alike = [...others, ...(meant === undefined ? [] : [word.text])]
  return {
    text: word.text,
    written,
    stem,
    // The index keeps letters that folding replaces, so both forms are looked up.
    forms: isName
      ? [word.text]
      : [...new Set((meant === undefined ? [word.text, written.toLowerCase()] : [meant]).flatMap(formsOf))],
    synonyms: isName
      ? new Map<string, number>()
      : new Map([
          ...synonymStems(stem),
          ...alike.map((one) => [stemOf(one), one === word.text ? alone : likeMeant] as const),
        ]),
    kind: isName ? 'name' : /^\p{N}/u.test(word.text) ? 'number' : 'word',
    isAskedFor: isAskedFor && !isName,
    isVerb: isVerb && !isName,
    weight: 1,
  }
}

/** Up to the verb asked by: its subject is a pronoun or a name, with a plural where the name tells whose or which. */
const subject =
  /\b(?:did|does|do|will|would)\s+(?:he|she|they|it|(?:(?:the|and|of)\s+)*\p{Lu}[\p{L}.'’-]*(?:\s+(?:(?:and|of|the)\s+)*\p{Lu}[\p{L}.'’-]*)*(?<!['’]s))\s+(?:(?:police|\p{Ll}+(?<!s)s)\s+)?(?=\p{Ll})/u

/** Where the verb begins that an English question asks by: `pardon` in `when did Orla Reyd pardon him`, which may be a noun elsewhere. */
function verbAsked(text: string): number | undefined {
  const before = subject.exec(text)
  return before === null ? undefined : before.index + before[0].length
}

/** The verb of `who said` or `what did X say` is not searched for. */
function isQuestionVerb(word: AskWord, sorted: ReturnType<typeof sortOf>): boolean {
  if (sorted === undefined || (sorted.sort !== 'said' && sorted.sort !== 'who-said')) return false
  if (sorted.sort === 'who-said') return word.start >= sorted.at && word.end <= sorted.end
  return (
    word.end === sorted.end ||
    /^(?:response|reaction|view|views|comment|comments|position|stance|opinion|explanation|words)$/.test(word.text)
  )
}

/** A name in a question, its folded words, and the positions of titles that are not part of it. */
type QuestionName = { readonly name: string; readonly words: readonly string[]; readonly titles: readonly number[] }

/** Runs of capitalized words, without the question word and without titles. */
function namesIn(text: string, words: readonly AskWord[], language: string): readonly QuestionName[] {
  const isShouted = words.length > 1 && words.every(({ isCapital }) => isCapital)
  if (isShouted) return []
  const names: { name: string; words: string[]; titles: number[] }[] = []
  let run: AskWord[] = []
  const close = () => {
    const kept = run.filter((word) => !titles.test(word.text))
    const [first, last] = [kept[0], kept.at(-1)]
    if (first && last)
      names.push({
        name: text.slice(first.start, last.end).replace(/['’]s$/, ''),
        words: kept.map((word) => word.text),
        titles: run.filter((word) => !kept.includes(word)).map(({ start }) => start),
      })
    run = []
  }
  words.forEach((word, at) => {
    const before = words[at - 1]
    const isBesideLast = before !== undefined && /^[\s-]?$/.test(text.slice(before.end, word.start))
    if (run.length > 0 && !(isBesideLast && word.isCapital)) close()
    const opens = at === 0 || /[.?!:"“]\s*$/.test(text.slice(0, word.start))
    if (
      word.isCapital &&
      !(isSmall(word.text, language) && (opens || word.text.length < 3)) &&
      !(opens && !isNameAtStart(words, at, language))
    )
      run.push(word)
  })
  close()
  return names
}

/** A question rarely opens with a name, except before another capitalized word or in keywords. */
function isNameAtStart(words: readonly AskWord[], at: number, language: string): boolean {
  const word = words[at]
  return (
    word !== undefined &&
    !isSmall(word.text, language) &&
    !/^(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|in|on|at|by|for|to|from|under|over)$/.test(
      word.text,
    )
  )
}

/** The speaker asked about, as written; for a pronoun, the name before it. */
function nameOfSpeaker(phrase: string, names: readonly { readonly name: string }[]): string {
  return backPronouns.has(foldWord(phrase)) ? (names[0]?.name ?? phrase) : phrase
}

const afterHead =
  '(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|might|must|of|in|for|to|on|at|by|that|the|a|an|his|her|their|hat|haben|ist|sind|wurden?|werden|ont|sont|a|est|et|de|en|fue|fueron|es|están?|han?|se|el|los|las|من|في)'

/** Positions of the noun after `which`, `what` or `how many`. */
function askedForIn(text: string): ReadonlySet<number> {
  const head = new RegExp(
    `(?:\\b(?:which|what|how many|how much|wie viele?|welche[mnrs]?|quels?|quelles?|combien d[e'’]|combien de|cu[aá]nt[oa]s?)|(?:^|\\s)(?:كم|أي))\\s+((?:(?!${afterHead}\\s)[\\p{L}\\p{M}'’-]+\\s*){1,3})`,
    'iu',
  ).exec(text)
  if (head?.[1] === undefined) return new Set()
  const words = askWords(head[1], head.index + head[0].length - head[1].length)
  // In `how many fighters died`, the verb is not part of the noun.
  const isVerb = ({ text: word }: AskWord, at: number) => at > 0 && (/ed$/.test(word) || isIrregular(word))
  const end = words.findIndex(isVerb)
  return new Set((end < 0 ? words : words.slice(0, end)).map(({ start }) => start))
}

/** True for a follow-up that makes no sense alone: a pronoun without a name, `and …`, or almost no words of its own. */
function isFollowUp(question: Question): boolean {
  const words = askWords(question.asked.text)
  if (/^(?:and|but|so|what about|how about|und|et|¿?y(?= )|و\S)/iu.test(question.asked.text)) return true
  const hasPronoun = words.some(({ text }) => backPronouns.has(text))
  const isBare = question.terms.filter(({ isAskedFor }) => !isAskedFor).length <= 1 && question.names.length === 0
  return isBare || (hasPronoun && question.names.length === 0)
}

/** Completes a follow-up from the previous question: whom it is about and, if it has almost no words, what. */
function completed(own: Question, before: Question): Question {
  const known = new Set(own.terms.map(({ stem }) => stem))
  const isEllipsis = own.terms.filter(({ isAskedFor, kind }) => !isAskedFor && kind !== 'name').length <= 1
  const replacesName = own.names.length > 0
  const taken = before.terms.filter(
    ({ stem, kind }) => !known.has(stem) && (kind === 'name' ? !replacesName : isEllipsis),
  )
  const pronounSpeaker = own.speaker === undefined || own.speaker.name.every((word) => backPronouns.has(word))
  const lastName = before.names.at(-1)
  const lastNamed: QuestionSpeaker | undefined = before.speaker ?? (lastName && { name: lastName, role: [] })
  const speaker = own.asked.sort !== 'said' ? undefined : pronounSpeaker ? lastNamed : own.speaker
  const speakerName = pronounSpeaker ? (before.asked.speaker ?? before.asked.names.at(-1)) : own.asked.speaker
  const { speaker: _, ...rest } = own
  const { speaker: __, ...asked } = own.asked
  return {
    ...rest,
    asked: {
      ...asked,
      // A name or a word alone repeats the previous question about something else.
      sort: own.isAsking && !/^(?:what|how) about/i.test(own.asked.text) ? own.asked.sort : before.asked.sort,
      names: replacesName ? own.asked.names : before.asked.names,
      ...defined({ speaker: speaker && speakerName ? speakerName : undefined }),
      ...(own.asked.from === undefined && before.asked.from !== undefined
        ? { from: before.asked.from, ...defined({ until: before.asked.until }) }
        : {}),
      follows: before.asked.text,
    },
    terms: [
      ...own.terms,
      ...taken.map((term) => ({ ...term, isAskedFor: false, weight: term.kind === 'name' ? 1 : carriedOver })),
    ].slice(0, mostTerms),
    names: replacesName ? own.names : before.names,
    ...defined({ speaker }),
    isAsking: true,
  }
}

/** Titles before a name hardly help to identify a person. */
const speakerTitles =
  /^(?:mr|mrs|ms|dr|sir|dame|president|senator|sen|rep|representative|governor|gov|justice|judge|secretary|prime|minister|chancellor|king|queen|pope|mayor|attorney|general|speaker|vice|congressman|congresswoman|professor|m|mme|former|chief|lord|lady|new|house|leader|majority|minority|democratic|republican)$/

/**
 * Reads the words between `what did` and `say`: a name (`President Trump`), a role (`the mayor`, `Lee's lawyer`, `a spokesman for the
 * bank`), or a pronoun, which stands for the name in `before`.
 */
function readSpeaker(
  phrase: string,
  language: string,
  before: readonly string[] | undefined,
): QuestionSpeaker | undefined {
  const words = askWords(phrase)
  if (words.length === 0) return undefined
  if (words.every(({ text }) => backPronouns.has(text)))
    return { name: before ?? words.map(({ text }) => text), role: [] }
  const owner = /^(.*(?:'s|’s|s'|s’))\s+(\p{Ll}.*)$/u.exec(phrase)
  if (owner) return { name: [], role: meaning(nth(owner, 2), language) }
  const office = /^(?:the |a |an )?(\p{Ll}[\p{L}\s-]*?)\s+(?:of|for|at|from)\s+(.+)$/u.exec(phrase)
  if (office) return { name: [], role: meaning(nth(office, 1), language) }
  const named = words.filter(({ isCapital, text }) => isCapital && !speakerTitles.test(text))
  const last = words.at(-1)!
  // A phrase that ends in a lower-case word isn't a name: `the Stanford law professor`.
  if (named.length > 0 && (last.isCapital || words.every(({ text }) => text === last.text)))
    return { name: named.map(({ text }) => text), role: [] }
  if (/^(?:the|a|an|his|her|their|one)\b/i.test(phrase) || named.length > 0)
    return { name: [], role: meaning(phrase, language) }
  const bare = words.filter(({ text }) => !speakerTitles.test(text) && !isSmall(text, language))
  return { name: bare.map(({ text }) => text), role: bare.length === 0 ? meaning(phrase, language) : [] }
}

function meaning(phrase: string, language: string): readonly string[] {
  return askWords(phrase)
    .map(({ text }) => text)
    .filter((text) => !isSmall(text, language) && text !== 'new')
}

/** Keywords that ask what somebody said: `Lowell on the clearance`, `mayor reaction to the mask order`. */
function speakerInKeywords(
  text: string,
): { readonly sort: QuestionKind; readonly speaker: string; readonly at: number; readonly end: number } | undefined {
  const match =
    /^(\S+(?:\s+\S+){0,3}?)\s+(?:on|about|reaction to|reacts to|response to|responds to|comments? (?:on|about)|statement (?:on|about)|quotes? (?:on|about)|says? about|said about|views? on|words about)\s+\S/iu.exec(
      text,
    )
  return match?.[1] === undefined ? undefined : { sort: 'said', speaker: match[1], at: 0, end: match[1].length }
}

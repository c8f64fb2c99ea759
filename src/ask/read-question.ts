import type { TimeExpression } from '../core/annotation.ts'
import { type AskWord, askWords, formsOf } from './ask-words.ts'
import { kindredStems } from './kindred-words.ts'
import type { Question, QuestionTerm } from './question.ts'
import { languageOfQuestion, sortOf } from './question-patterns.ts'
import { periodOfTimes } from './question-times.ts'
import { leaning, smallWords } from './small-words.ts'

const mostTerms = 16
/** Words of a question before, taken over to fill one that leans on it, count this much. */
const takenOver = 0.6

/** Titles are no part of a name that is looked for. */
const titles =
  /^(?:mr|mrs|ms|dr|sir|dame|president|senator|sen|rep|representative|governor|gov|justice|judge|secretary|prime|minister|chancellor|king|queen|pope|mayor|attorney|general|speaker|vice|congressman|congresswoman|professor|m|mme)$/

/**
 * Reads what a person typed: what sort of answer is wanted, of whom, of when, and the words that carry meaning. Keywords are read
 * as `what`. `times` are the time expressions of the text, with their places in it. `follows` is the question before, which
 * fills in what this one leaves out (`and when?`, `what did she say?`).
 */
export function readQuestion(text: string, times: readonly TimeExpression[] = [], follows?: Question): Question {
  const own = readAlone(text.replace(/\s+/g, ' ').trim(), times)
  return follows && leansOn(own) ? filled(own, follows) : own
}

function readAlone(text: string, times: readonly TimeExpression[]): Question {
  const language = languageOfQuestion(text)
  const sorted = sortOf(text, language)
  const words = askWords(text)
  const names = namesIn(text, words)
  const speakerWords = sorted?.speaker === undefined ? [] : speakerOf(sorted.speaker)
  const inTime = (word: AskWord) =>
    times.some(({ span, kind }) => kind !== 'duration' && span.start <= word.start && word.end <= span.end)
  const nameWords = new Set(names.flatMap((name) => name.words))
  const askedFor = askedForIn(text, sorted?.end ?? 0, sorted?.sort)
  const seen = new Set<string>()
  const terms = words.flatMap((word): QuestionTerm[] => {
    const isName = nameWords.has(word.text)
    if ((smallWords.has(word.text) && !isName) || inTime(word)) return []
    if (isQuestionVerb(word, sorted) || seen.has(word.stem) || (word.text.length < 2 && !/\d/.test(word.text)))
      return []
    seen.add(word.stem)
    return [termOf(word, isName || speakerWords.includes(word.text), askedFor.has(word.start))]
  })
  const period = periodOfTimes(times)
  return {
    asked: {
      text,
      sort: sorted?.sort ?? 'what',
      terms: terms.filter(({ kind }) => kind !== 'name').map(({ text: term }) => term),
      names: names.map(({ name }) => name),
      ...(speakerWords.length > 0 && sorted?.speaker ? { speaker: sorted.speaker } : {}),
      ...period,
    },
    language,
    terms: terms.slice(0, mostTerms),
    names: names.map((name) => name.words),
    ...(speakerWords.length > 0 ? { speaker: speakerWords } : {}),
    isAsking: sorted !== undefined,
  }
}

function termOf(word: AskWord, isName: boolean, isAskedFor: boolean): QuestionTerm {
  return {
    text: word.text,
    stem: word.stem,
    forms: isName ? [word.text] : formsOf(word.text),
    kin: isName ? new Set<string>() : kindredStems(word.stem),
    kind: isName ? 'name' : /^\p{N}/u.test(word.text) ? 'number' : 'word',
    isAskedFor: isAskedFor && !isName,
    weight: 1,
  }
}

/** The verb of `who said`, `what did X say`: it is no word to be found. */
function isQuestionVerb(word: AskWord, sorted: ReturnType<typeof sortOf>): boolean {
  if (sorted === undefined || (sorted.sort !== 'said' && sorted.sort !== 'who-said')) return false
  if (sorted.sort === 'who-said') return word.start >= sorted.at && word.end <= sorted.end
  return (
    word.end === sorted.end ||
    /^(?:response|reaction|view|views|comment|comments|position|stance|opinion|explanation|words)$/.test(word.text)
  )
}

/** Runs of capitalized words, without the word that opens the question and without titles. */
function namesIn(
  text: string,
  words: readonly AskWord[],
): { readonly name: string; readonly words: readonly string[] }[] {
  const isShouted = words.length > 1 && words.every(({ isCapital }) => isCapital)
  if (isShouted) return []
  const names: { name: string; words: string[] }[] = []
  let run: AskWord[] = []
  const close = () => {
    const kept = run.filter((word) => !titles.test(word.text))
    const [first, last] = [kept[0], kept.at(-1)]
    if (first && last) names.push({ name: text.slice(first.start, last.end), words: kept.map((word) => word.text) })
    run = []
  }
  words.forEach((word, at) => {
    const before = words[at - 1]
    const isBesideLast = before !== undefined && /^[\s-]?$/.test(text.slice(before.end, word.start))
    if (run.length > 0 && !(isBesideLast && word.isCapital)) close()
    const opens = at === 0 || /[.?!:"“]\s*$/.test(text.slice(0, word.start))
    if (
      word.isCapital &&
      !(smallWords.has(word.text) && (opens || word.text.length < 3)) &&
      !(opens && !isNameAtStart(words, at))
    )
      run.push(word)
  })
  close()
  return names
}

/** A question rarely opens with a name: it does when another capital follows, or in keywords. */
function isNameAtStart(words: readonly AskWord[], at: number): boolean {
  const word = words[at]
  return (
    word !== undefined &&
    !smallWords.has(word.text) &&
    !/^(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|in|on|at|by|for|to|from|under|over)$/.test(
      word.text,
    )
  )
}

function speakerOf(phrase: string): readonly string[] {
  const words = askWords(phrase)
  const named = words.filter(({ isCapital, text }) => isCapital && !titles.test(text))
  const kept = named.length > 0 ? named : words.filter(({ text }) => !smallWords.has(text) && !titles.test(text))
  return kept.map(({ text }) => text)
}

/** Where the words stand that name the answer: the noun after `which`, `what` or `how many`. */
function askedForIn(text: string, end: number, sort: Question['asked']['sort'] | undefined): ReadonlySet<number> {
  const found = new Set<number>()
  if (sort === undefined) return found
  const head =
    /\b(?:which|what|how many|how much|quels?|quelles?|combien d[e']|combien|كم|أي)\s+((?:[\p{L}\p{M}-]+\s+){0,2}?[\p{L}\p{M}-]+)(?=\s+(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|of|in|for|to|that|the|a|ont|sont|a|est)\b|\s*\?|$)/iu.exec(
      text,
    )
  if (head?.[1] === undefined || head.index > Math.max(end, 40)) return found
  const from = head.index + head[0].length - head[1].length
  for (const word of askWords(head[1], from)) found.add(word.start)
  return found
}

/** True for a question that means nothing by itself: a pronoun and no name, `and …`, or hardly a word of its own. */
export function leansOn(question: Question): boolean {
  const words = askWords(question.asked.text)
  if (/^(?:and|but|so|what about|how about|et|و\S)/iu.test(question.asked.text)) return true
  const hasPronoun = words.some(({ text }) => leaning.has(text))
  const isBare = question.terms.filter(({ isAskedFor }) => !isAskedFor).length <= 1 && question.names.length === 0
  return isBare || (hasPronoun && question.names.length === 0)
}

/** What a question leaves out, from the one before: whom it is about, and, where it has hardly a word, what. */
function filled(own: Question, before: Question): Question {
  const known = new Set(own.terms.map(({ stem }) => stem))
  const isEllipsis = own.terms.filter(({ isAskedFor, kind }) => !isAskedFor && kind !== 'name').length <= 1
  const replacesName = own.names.length > 0
  const taken = before.terms.filter(
    ({ stem, kind }) => !known.has(stem) && (kind === 'name' ? !replacesName : isEllipsis),
  )
  const pronounSpeaker = own.speaker === undefined || own.speaker.every((word) => leaning.has(word))
  const speaker =
    own.asked.sort !== 'said' ? undefined : pronounSpeaker ? (before.speaker ?? before.names.at(-1)) : own.speaker
  const speakerName = pronounSpeaker ? (before.asked.speaker ?? before.asked.names.at(-1)) : own.asked.speaker
  const { speaker: _, ...rest } = own
  const { speaker: __, ...asked } = own.asked
  return {
    ...rest,
    asked: {
      ...asked,
      // A name or a word alone asks again what was asked before.
      sort: own.isAsking && !/^(?:what|how) about/i.test(own.asked.text) ? own.asked.sort : before.asked.sort,
      names: replacesName ? own.asked.names : before.asked.names,
      ...(speaker && speakerName ? { speaker: speakerName } : {}),
      ...(own.asked.from === undefined && before.asked.from !== undefined
        ? { from: before.asked.from, ...(before.asked.until === undefined ? {} : { until: before.asked.until }) }
        : {}),
      follows: before.asked.text,
    },
    terms: [
      ...own.terms,
      ...taken.map((term) => ({ ...term, isAskedFor: false, weight: term.kind === 'name' ? 1 : takenOver })),
    ].slice(0, mostTerms),
    names: replacesName ? own.names : before.names,
    ...(speaker ? { speaker } : {}),
    isAsking: true,
  }
}

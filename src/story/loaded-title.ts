import type { WordChoice } from '../core/word-choice.ts'
import { contentStems, wordsOf } from './words.ts'

/** What each kind of load takes off a headline's score (a share of its words that others use: 0 to 1). */
const question = 0.25
const lure = 0.3
const shout = 0.2
const scareMarks = 0.12
const voice = 0.15
const label = 0.05
const minority = 0.1
const tooFewWords = 0.2

/**
 * How loaded a headline is, by its form and by comparison, never by a list of bad words: it asks, lures, speaks of itself or to the reader, shouts,
 * opens with a quotation or
 * puts one or two words in marks, or uses a word in whose place most other outlets of the story use another. Zero for a plain one.
 */
export function loadOf(title: string, choices: readonly WordChoice[]): number {
  const stems = contentStems(wordsOf(title))
  return (
    (isQuestion(title) ? question : 0) +
    (luring.test(title) ? lure : 0) +
    (isShouting(title) ? shout : 0) +
    (inScareMarks.test(title) || opensWithQuotation.test(title) ? scareMarks : 0) +
    (ownVoice.test(title.replace(/["“‘'«][^"”’'»]*["”’'»]/gu, ' ')) ? voice : 0) +
    (/^[^:|]{1,18}[:|]/.test(title) ? label : 0) +
    (stems.size < 3 ? tooFewWords : 0) +
    minority * choices.filter((choice) => takesMinority(title, choice)).length
  )
}

/** Ends as a question, or has one before a second sentence: `Who won? The answer`. */
function isQuestion(title: string): boolean {
  return /[?؟](?:\s*$|\s+\p{L})/u.test(title)
}

/** What promises instead of telling: English, French, Arabic. */
const luring = new RegExp(
  [
    "\\b(?:you won['’]t believe|you need to know|what (?:you|we) (?:need|should) (?:to )?know|what we know|what happened next|here(?:['’]s| is| are) (?:why|what|how|the)|this is (?:why|what|how)|the (?:insane|shocking|surprising|real) (?:reason|truth)|(?:will|may|might) (?:shock|surprise|amaze) you|everything (?:you|we)|watch (?:what|how|as|this)|look what|guess (?:who|what)|things? (?:to know|you)|reasons? (?:why|you))\\b",
    '^(?:why|how|what|when|where|who)\\b',
    '^\\d+ (?:things|reasons|ways|facts|takeaways|moments|photos)\\b',
    "^(?:pourquoi|comment|ce qu(?:e|['’]il faut savoir)|voici (?:pourquoi|comment|ce que)|vous n['’]allez pas)",
    '^(?:لماذا|كيف|ماذا|لن تصدق|تعرف على|شاهد)',
  ].join('|'),
  'iu',
)

/** An exclamation mark, or two words of four letters and more in capitals, or one beside words that are not. */
function isShouting(title: string): boolean {
  if (/!(?:["”’']?\s*$|\s)/.test(title)) return true
  const words = title.match(/\p{L}{2,}/gu) ?? []
  const capitals = words.filter((word) => word.length >= 4 && word === word.toUpperCase() && /\p{Lu}/u.test(word))
  return capitals.length >= 2 || (capitals.length === 1 && capitals[0] !== undefined && capitals[0].length >= 6)
}

/** One or two words in quotation marks: an outlet's distance, or somebody's strong word. */
const inScareMarks = /(?:^|\s)["“‘'«]\s?[\p{L}-]+(?:\s[\p{L}-]+)?\s?["”’'»](?=[\s,.:;!?]|$)/u

/** The outlet or the reader, outside quotation marks: `our school hall`, `your money`. */
const ownVoice = /\b(?:I|we|us|our|my|you|your)\b/u

/** Somebody's words come first: `“I found it”: engineer tells all`. */
const opensWithQuotation = /^["“‘'«]/u

/** True when the headline has the word of a choice that fewer outlets use. */
function takesMinority(title: string, { words }: WordChoice): boolean {
  const most = Math.max(...words.map(({ uses }) => uses.length))
  const own = new Set(wordsOf(title).map(({ text }) => text))
  return words.some(({ word, uses }) => uses.length < most && own.has(word))
}

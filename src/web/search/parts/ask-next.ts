import type { Answer, AnswerPoint, QuestionKind } from '../../../core/answer.ts'
import { sureEnough } from '../../../core/quote.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { plainLine } from '../../layout/plain-line.ts'
import { section } from '../../layout/section.ts'
import type { Reader } from '../../reader.ts'
import type { AskingWords } from '../words-en.ts'
import { type AskAddress, askAgainPath, askFields, askNextPath, askPath, longestQuestion } from './ask-address.ts'

type Answered = Extract<Answer, { readonly kind: 'answered' }>

/** A field for a follow-up question, and some that the passages of an answer raise. */
export function askNextSection(
  answer: Exclude<Answer, { readonly kind: 'nothing' }>,
  address: AskAddress,
  reader: Reader,
): Html {
  const { asking } = reader.words
  const raised = answer.kind === 'answered' ? raisedBy(answer, asking) : []
  const { question, ...rest } = address
  const carried = { ...rest, question: '', follows: [...rest.follows, question] }
  return section(
    'next',
    asking.askOn,
    html`<form action="/ask" class="ask">${askFields(carried)}<input class="in" name="q" aria-label="${asking.askOn}" placeholder="${asking.askOnNote}" maxlength="${longestQuestion}" dir="auto" data-ask><button class="btn">${asking.ask}</button></form>${
      raised.length > 0 &&
      html`<ul class="leads">${raised.map(
        (next) => html`<li><a href="${askNextPath(address, next)}">${foreign(next)}</a></li>`,
      )}</ul>`
    }<p class="actions"><a class="btn" href="${askAgainPath(address)}">${asking.newQuestion}</a></p>`,
  )
}

/** The questions asked before this one, each linked to its answer. */
export function threadPart({ follows, ...address }: AskAddress, reader: Reader): Html {
  if (follows.length === 0) return html``
  const { asking } = reader.words
  return html`<nav class="thread" aria-label="${asking.thread}"><ol>${follows.map(
    (question, index) =>
      html`<li><a href="${askPath({ ...address, question, follows: follows.slice(0, index) })}">${foreign(question)}</a></li>`,
  )}</ol></nav>`
}

/** After a count, its time is rarely in the same text, so it isn't offered. */
const timeless: ReadonlySet<QuestionKind> = new Set([
  'who',
  'what',
  'where',
  'why',
  'how',
  'yes-no',
  'said',
  'who-said',
])
const mostRaised = 4
const mostNames = 2

/**
 * Follow-up questions the same articles can answer: when, if a passage names a time; what somebody said, if they are quoted; who else,
 * if there are several.
 */
export function raisedBy({ asked, groups }: Answered, asking: AskingWords): readonly string[] {
  const points = groups.flatMap((group) => group.points)
  const speakers = [...new Set(points.flatMap(sureSpeaker))]
  const isAboutWords = asked.sort === 'said' || asked.sort === 'who-said'
  // What a dossier answers, `when?` does not lead on from.
  const isOfSentences = asked.asks === undefined
  return [
    ...(isOfSentences && timeless.has(asked.sort) && points.some(({ sentence }) => namesTime(sentence.exact))
      ? [asking.when]
      : []),
    ...speakers
      .filter((name) => name !== asked.speaker && !asked.text.includes(name))
      .slice(0, mostNames)
      .map((name) => asking.whatSaidBy(plainLine(name))),
    ...(isAboutWords && speakers.length > 1 ? [asking.whoElse] : []),
  ].slice(0, mostRaised)
}

function sureSpeaker({ speaker }: AnswerPoint): readonly string[] {
  return speaker && speaker.confidence >= sureEnough ? [speaker.name] : []
}

/** Full names of months and weekdays in the most frequent languages; abbreviations match too many other words. */
let knownTimeNames: ReadonlySet<string> | undefined

/** Built with the first answer: it takes as long as a page. */
function timeNames(): ReadonlySet<string> {
  knownTimeNames ??= allTimeNames()
  return knownTimeNames
}

function allTimeNames(): ReadonlySet<string> {
  const names = ['en', 'fr', 'ar', 'de', 'es'].flatMap((locale) => {
    const month = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
    const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
    const months = Array.from({ length: 12 }, (_, index) => month.format(Date.UTC(2025, index, 1)))
    const days = Array.from({ length: 7 }, (_, index) => weekday.format(Date.UTC(2025, 0, index + 1)))
    return [...months, ...days].map((name) => name.toLowerCase()).filter((name) => name !== 'may')
  })
  return new Set(names)
}

/** True of a sentence with the name of a day or a month in it, or a year. */
function namesTime(sentence: string): boolean {
  if (/(?<!\p{Nd})(?:19|20)\d\d(?!\p{Nd})/u.test(sentence)) return true
  const names = timeNames()
  return wordsOf(sentence).some((word) => names.has(word))
}

function wordsOf(sentence: string): readonly string[] {
  return sentence.toLowerCase().match(/\p{L}+/gu) ?? []
}

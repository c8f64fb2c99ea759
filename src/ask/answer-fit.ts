import type { Quote } from '../core/quote.ts'
import { foldWord, isNearlySame } from './ask-words.ts'
import type { Passage } from './passages.ts'
import type { Question } from './question.ts'

/** Below this a speaker is not named (as in the ledger of a story). */
export const attributionFloor = 0.4

const strongCause =
  /\b(?:because|due to|as a result|in response to|caused by|led to|prompted|so that|in order to|owing to|citing|thanks to|sparked|triggered|reason|the cause|in retaliation|in protest|for allegedly|on charges|accused of|accusing|stemming from|blamed|in an effort to|in a bid to|aimed at|arguing that|parce que|à cause|en raison|pour protester|afin de)\b|بسبب|لأن|نتيجة|احتجاج/iu
const weakCause =
  /\b(?:after|over|amid|since|following|for|to (?:help|prevent|protect|avoid|make|allow|keep|stop)|as|pour|après|car)\b|بعد|من أجل/iu
const numberWord =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|half|dozen|dozens|hundreds|thousands|third|quarter|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|cent|mille)\b/iu
const placeLike =
  /\b(?:in|at|near|outside|from|to|into|on|across|à|en|au|près de|dans)\s+(?:the\s+|la\s+|le\s+)?\p{Lu}/u
const manner = /\b(?:by|through|via|using|with|en|par|avec)\s+\p{L}/iu

/** How well a sentence has what the question wants, 0 to 1: a person for who, a date for when, a figure of that unit for how many. */
export function answerFit(question: Question, passage: Passage): number {
  switch (question.asked.sort) {
    case 'who':
      return whoFit(question, passage)
    case 'when':
      return whenFit(passage)
    case 'where':
      return whereFit(question, passage)
    case 'how-many':
      return countFit(question, passage)
    case 'why':
      return strongCause.test(textOfPassage(passage)) ? 1 : weakCause.test(textOfPassage(passage)) ? 0.55 : 0.15
    case 'how':
      return manner.test(textOfPassage(passage)) ? 0.8 : 0.5
    case 'said':
      return saidFit(question, passage)
    case 'who-said':
      return passage.quotes.some(isAttributed) ? 1 : 0
    case 'yes-no':
    case 'what':
      return 0.6
  }
}

export function textOfPassage({ article, span }: Passage): string {
  return article.article.document.text.slice(span.start, span.end)
}

/** Somebody the question does not name. */
function whoFit({ terms, names }: Question, passage: Passage): number {
  const asked = new Set([...names.flat(), ...terms.map(({ text }) => text)])
  let best = 0
  for (const { entity, form } of passage.mentions) {
    if (entity.kind === 'place') continue
    const words = entity.name.split(/[\s-]+/).map(foldWord)
    if (words.some((word) => asked.has(word))) continue
    best = Math.max(best, (entity.kind === 'person' ? 1 : 0.8) * (form === 'name' ? 1 : 0.6))
  }
  return best
}

function whenFit({ times }: Passage): number {
  let best = 0
  for (const { kind, value } of times) {
    if (kind === 'time' || (kind === 'date' && /^\d{4}-(?:\d\d-\d\d|W)/.test(value))) return 1
    if (kind === 'date') best = Math.max(best, 0.85)
    else best = Math.max(best, 0.35)
  }
  return best
}

function whereFit({ terms, names }: Question, passage: Passage): number {
  const asked = new Set([...names.flat(), ...terms.map(({ text }) => text)])
  const isNew = (name: string) => !name.split(/[\s-]+/).every((word) => asked.has(foldWord(word)))
  if (passage.mentions.some(({ entity }) => entity.kind === 'place' && isNew(entity.name))) return 1
  return placeLike.test(textOfPassage(passage)) ? 0.7 : 0
}

function countFit({ asked, terms }: Question, passage: Passage): number {
  const text = textOfPassage(passage)
  if (!numberWord.test(text)) return 0
  if (/\bhow old\b|\bwhat age\b|quel âge/i.test(asked.text))
    return /\b(?:aged?|\d{1,3}[ -]years?[ -]old|, \d{1,3},|birthday|born)\b|, \d{1,3},/i.test(text) ? 1 : 0.15
  if (/\bhow (?:much|expensive)\b|\bwhat (?:price|amount|sum)\b/i.test(asked.text))
    return /[$€£¥%]|\b(?:percent|dollars?|euros?|pounds?|million|billion|trillion)\b/i.test(text) ? 1 : 0.3
  if (/\bpercent(?:age)?\b|\bshare\b|\bproportion\b/i.test(asked.text))
    return /%|\bper ?cent\b|\bpoints?\b/i.test(text) ? 1 : 0.2
  const wanted = terms.filter(({ isAskedFor }) => isAskedFor)
  if (wanted.length === 0) return 0.8
  const has = wanted.some((term) => passage.stems.has(term.stem) || [...term.kin].some((kin) => passage.stems.has(kin)))
  return has ? 1 : 0.45
}

function saidFit(question: Question, passage: Passage): number {
  if (question.speaker === undefined) return passage.quotes.some(isAttributed) ? 1 : 0.3
  if (passage.quotes.some((quote) => isBy(quote, question, passage))) return 1
  return 0
}

function isAttributed({ speaker, confidence, pattern }: Quote): boolean {
  return speaker !== undefined && pattern !== 'none' && confidence >= attributionFloor
}

/** True when the quotation is, surely enough, by the one the question names: by name, or by the role written beside it. */
export function isBy(quote: Quote, { speaker }: Question, passage: Passage): boolean {
  if (!speaker || !quote.speaker || !isAttributed(quote)) return false
  const words = quote.speaker.name.split(/[\s-]+/).map(foldWord)
  const last = speaker.at(-1) as string
  const has = (word: string) => words.some((other) => other === word || isNearlySame(other, word))
  if (
    has(last) &&
    (speaker.length === 1 || words.length === 1 || speaker.filter(has).length >= 2 || speaker.every(has))
  )
    return true
  const roles = rolesOf(quote, passage)
  return speaker.filter((word) => roles.has(word) || has(word)).length >= Math.max(1, Math.ceil(speaker.length * 0.6))
}

/** The folded words of the roles that the article writes for the speaker. */
function rolesOf(quote: Quote, { article }: Passage): ReadonlySet<string> {
  const { document, annotations } = article.article
  const roles = (annotations.mentions?.items ?? []).flatMap(({ entity, role, form, span }) => {
    if (entity.id !== quote.speaker?.id) return []
    const where = role ?? (form === 'role' ? span : undefined)
    return where === undefined
      ? []
      : document.text
          .slice(where.start, where.end)
          .split(/[\s-]+/)
          .map(foldWord)
  })
  return new Set(roles)
}

/** The quotation of a sentence that answers: by the asked speaker where there is one, else the surest and fullest. */
export function bestQuote(question: Question, passage: Passage): Quote | undefined {
  const fitting = passage.quotes.filter((quote) =>
    question.speaker ? isBy(quote, question, passage) : isAttributed(quote),
  )
  return fitting.toSorted(
    (a, b) =>
      Number(b.pattern === 'label') - Number(a.pattern === 'label') ||
      b.confidence - a.confidence ||
      lengthOf(b) - lengthOf(a),
  )[0]
}

function lengthOf({ span }: Quote): number {
  return span.end - span.start
}

import type { Document } from '../../../../src/core/document.ts'
import { type ArticleId, asId, type DocumentId } from '../../../../src/core/ids.ts'
import { type Draw, drawer, eventOf, type NewsEvent } from './event.ts'
import { bodyOf, placeOf } from './names.ts'
import { AGENCY, type NewsOptions, type NewsPlan, planNews } from './plan.ts'
import { factSentence, fillingSentence, headline, quotationSentence } from './sentences.ts'

/** One invented article. */
export type NewsArticle = NewsPlan & {
  readonly id: string
  readonly title: string
  readonly paragraphs: readonly string[]
  /** Its paragraphs, one a line. */
  readonly text: string
  readonly language: string
}

/** As many words as real sets have in the middle, and some two thirds of all within a half of it. */
const WORDS = 560
const SPREAD = 0.45
const ASIDE_SHARE = 0.25
const MARKS = [
  ['“', '”'],
  ['‘', '’'],
  ['"', '"'],
] as const

/** The news of `planNews`, written. */
export function* newsFarm(options: NewsOptions): Generator<NewsArticle> {
  for (const plan of planNews(options)) yield writeArticle(plan, options.seed)
}

/** An article as its outlet prints it: the same plan is the same text. */
export function writeArticle(plan: NewsPlan, seed: number): NewsArticle {
  const { number, outlet, form, stage } = plan
  const event = eventOf(plan.event, seed, form === 'background')
  const isOfAgency = form === 'copy' || form === 'trimmed' || form === 'retitled'
  const writer = isOfAgency ? AGENCY : outlet
  const own = drawer(seedOf(plan.event, outlet, seed))
  const written = form === 'background' ? background(own, event) : report(event, plan.event, writer, stage, seed)
  const kept = form === 'trimmed' ? written.slice(0, Math.ceil(written.length * (0.35 + 0.4 * own.random()))) : written
  const title = headline(
    form === 'retitled' || !isOfAgency ? own : drawer(seedOf(plan.event, AGENCY, seed)),
    event,
    stage,
  )
  const paragraphs = [...kept, ...boilerplate(outlet)]
  return {
    ...plan,
    id: `document-${number.toString(36).padStart(40, '0')}`,
    title,
    paragraphs,
    text: paragraphs.join('\n'),
    language: 'en',
  }
}

/** The article as a document. */
export function documentOf({
  id,
  title,
  text,
  language,
  at,
  paragraphs,
}: Omit<NewsArticle, keyof NewsPlan> & { readonly at: string }): Document {
  let start = 0
  const blocks = paragraphs.map((paragraph) => {
    const block = { kind: 'paragraph' as const, start, end: start + paragraph.length }
    start = block.end + 1
    return block
  })
  return {
    id: asId<DocumentId>(id),
    articleId: asId<ArticleId>(`article of ${id}`),
    language,
    title,
    text,
    blocks,
    publishedAt: at,
  }
}

/**
 * What one outlet reports of an event at a stage: the facts and quotations it chose, in its own words, which stay the same when it reports
 * again, with sentences between that tell nothing new.
 */
function report(event: NewsEvent, number: number, outlet: number, stage: number, seed: number): string[] {
  const draw = drawer(seedOf(number, outlet, seed) + 1)
  // Some look at it from a side of their own and say little of what the others say.
  const share = draw.random() < ASIDE_SHARE ? 0.08 : 0.3 + 0.4 * draw.random()
  const [lead, ...others] = event.facts.map((fact, index) => ({
    fact,
    draw: drawer(seedOf(number, outlet * 64 + index, seed) + 2),
  }))
  const facts = others.filter(({ fact, draw }) => draw.random() < share && fact.stage <= stage)
  const said = event.quotations.filter((quotation) => draw.random() < share && quotation.stage <= stage)
  const marks = MARKS[outlet % MARKS.length]!
  const paragraphs = [
    `${dateline(event, outlet)}${factSentence(lead!.draw, lead!.fact, event, stage)} ${fillingSentence(draw, event)}`,
  ]
  let left = wordsOf(draw) - wordCountOf(paragraphs[0]!)
  const add = (sentences: readonly string[]) => {
    paragraphs.push(sentences.join(' '))
    left -= wordCountOf(paragraphs.at(-1)!)
  }
  for (let index = 0; left > 0; index += 1) {
    const next = facts[index]
    const quotation = said[index / 2]
    const filling = Array.from({ length: next ? draw.below(2) : 1 + draw.below(3) }, () => fillingSentence(draw, event))
    add([...(next ? [factSentence(next.draw, next.fact, event, stage)] : []), ...filling])
    if (quotation) add([quotationSentence(draw, quotation, event, marks)])
  }
  return paragraphs
}

/** An article that nobody else has: of a topic, longer, with a person or two. */
function background(draw: Draw, event: NewsEvent): string[] {
  const paragraphs: string[] = []
  for (let left = 1.3 * wordsOf(draw), index = 0; left > 0; index += 1) {
    const fact = event.facts[index * 3]
    const sentences = Array.from({ length: 1 + draw.below(4) }, () => fillingSentence(draw, event))
    paragraphs.push([...(fact ? [factSentence(draw, fact, event, 0)] : []), ...sentences].join(' '))
    left -= wordCountOf(paragraphs.at(-1)!)
  }
  return paragraphs
}

function dateline({ place }: NewsEvent, outlet: number): string {
  if (outlet === AGENCY) return `${place.toUpperCase()} (NPA) – `
  return outlet % 3 === 0 ? `${place} – ` : ''
}

/** What an outlet prints under each of its articles: at most of them it is known from other pages of the site, and left out. */
function boilerplate(outlet: number): readonly string[] {
  if (outlet % 4 !== 1) return []
  const draw = drawer(-1000 - outlet)
  const name = bodyOf(draw, placeOf(draw)).replace(/^the /, '')
  const of = `the ${draw.word('nouns')} and the ${draw.word('adjectives')} ${draw.word('plurals')} of the day`
  return [`Sign up for the ${name} letter, with ${of}, every morning.`]
}

function wordsOf(draw: Draw): number {
  const normal = Math.sqrt(-2 * Math.log(1 - draw.random())) * Math.cos(2 * Math.PI * draw.random())
  return WORDS * Math.exp(SPREAD * normal)
}

function wordCountOf(text: string): number {
  return text.split(' ').length
}

function seedOf(event: number, outlet: number, seed: number): number {
  return Math.imul(event * 8191 + outlet + 1, 0x85ebca6b) ^ Math.imul(seed + 1, 0xc2b2ae35)
}

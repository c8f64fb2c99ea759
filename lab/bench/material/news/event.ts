import { randomNumbers } from '../random-numbers.ts'
import { type WordKind, wordAt, wordCount } from './lexicon.ts'
import { bodyOf, type Person, personOf, placeOf } from './names.ts'

/** Draws words: those of a language, of a topic, of a story, each kind with few that are frequent and many that are rare. */
export type Draw = {
  readonly random: () => number
  below(count: number): number
  one<Item>(items: readonly Item[]): Item
  /** Any word of a kind. */
  word(kind: WordKind): string
}

/** The commonest words of a language are less common than Zipf's law alone has it (Mandelbrot). */
const FLAT = 40

export function drawer(seed: number): Draw {
  const random = randomNumbers(seed)
  const below = (count: number) => Math.floor(random() * count)
  return {
    random,
    below,
    one: (items) => items[below(items.length)]!,
    word(kind) {
      const count = wordCount(kind)
      return wordAt(kind, Math.min(count - 1, Math.floor(FLAT * ((count + FLAT) / FLAT) ** random() - FLAT)))
    },
  }
}

/** Words that belong together. */
type Words = Readonly<Record<WordKind, readonly string[]>>

/** Something that happened, as it may be said in many ways. */
export type Fact = {
  /** `the Linnet Water Authority`, `Mara Tolbert`, `the carrier`. */
  readonly subject: string
  readonly verb: string
  readonly object: string
  readonly place: string
  /** How many of what, which grows from stage to stage. */
  readonly figure?: { readonly unit: string; readonly from: number; readonly growth: number }
  /** Known from then on. */
  readonly stage: number
}

export type Quotation = { readonly speaker: Person; readonly text: string; readonly stage: number }

/** What news tell of: who, where, what, and the words that return in every report. */
export type NewsEvent = {
  readonly place: string
  readonly persons: readonly Person[]
  readonly bodies: readonly string[]
  readonly words: Words
  /** Of its topic, which many events have. */
  readonly topicWords: Words
  readonly facts: readonly Fact[]
  readonly quotations: readonly Quotation[]
}

const TOPICS = 60
const REGIONS = 80
/** An official of a region is in the news again and again. */
const OFFICIALS = 4
/** Every fourth event is one of an affair: of so many in so many events, with the same place, people and many of its words. */
const AFFAIR_SHARE = 0.25
const AFFAIRS = 150
const AFFAIRS_EVENTS = 2000

const topics = new Map<number, Words>()

/** The event of a number, the same each time; what is background is of no affair. */
export function eventOf(number: number, seed: number, isBackground = false): NewsEvent {
  const draw = drawer(Math.imul(number + 1, 0x9e3779b1) ^ seed)
  const affair =
    draw.random() < AFFAIR_SHARE && !isBackground
      ? Math.floor(number / AFFAIRS_EVENTS) * AFFAIRS + draw.below(AFFAIRS)
      : undefined
  const cast = affair === undefined ? draw : drawer(Math.imul(affair + 1, 0x85ebca6b) ^ seed)
  const topic = cast.below(TOPICS)
  const region = cast.below(REGIONS)
  const place = placeOf(cast)
  const official = drawer(region * OFFICIALS + cast.below(OFFICIALS))
  const persons = [
    personOf(official),
    ...Array.from({ length: 2 + cast.below(3) }, () => personOf(cast)),
    personOf(draw),
  ]
  const bodies = [bodyOf(cast, place), bodyOf(cast, placeOf(cast)), bodyOf(drawer(region), placeOf(drawer(region)))]
  // Of an affair's words half are in each of its events.
  const either = (kind: WordKind) => (affair !== undefined && draw.random() < 0.5 ? cast.word(kind) : draw.word(kind))
  const words = wordsBy(either, { nouns: 14, plurals: 8, verbs: 10, adjectives: 6, adverbs: 3 })
  const topicWords = topics.get(topic) ?? topicOf(topic)
  topics.set(topic, topicWords)
  const places = [place, place, `${draw.one(['northern', 'southern', 'eastern', 'western'])} ${place}`, placeOf(draw)]
  const subject = () =>
    draw.one([
      () => draw.one(bodies),
      () => draw.one(persons).name,
      () => `the ${draw.one(words.nouns)}`,
      () => `the ${draw.one(words.adjectives)} ${draw.one(words.nouns)}`,
    ])()
  const facts = Array.from({ length: 12 + draw.below(8) }, (_, index): Fact => {
    const hasFigure = draw.random() < 0.45
    return {
      subject: subject(),
      verb: draw.one(words.verbs),
      object: draw.random() < 0.6 ? draw.one(words.nouns) : draw.one(topicWords.nouns),
      place: draw.one(places),
      ...(hasFigure && {
        figure: {
          unit: draw.one(words.plurals),
          from: 2 + Math.floor(10 ** (draw.random() * 3.5)),
          growth: draw.random() * 0.4,
        },
      }),
      stage: index < 8 ? 0 : draw.below(5),
    }
  })
  const quotations = Array.from(
    { length: 3 + draw.below(4) },
    (_, index): Quotation => ({
      speaker: draw.one(persons),
      text: spoken(draw, words, topicWords),
      stage: index < 2 ? 0 : draw.below(4),
    }),
  )
  return { place, persons, bodies, words, topicWords, facts, quotations }
}

function topicOf(topic: number): Words {
  const draw = drawer(-1 - topic)
  return wordsBy((kind) => draw.word(kind), { nouns: 90, plurals: 50, verbs: 40, adjectives: 30, adverbs: 6 })
}

function wordsBy(draw: (kind: WordKind) => string, counts: Readonly<Record<WordKind, number>>): Words {
  const list = (kind: WordKind) => Array.from({ length: counts[kind] }, () => draw(kind))
  return {
    nouns: list('nouns'),
    plurals: list('plurals'),
    verbs: list('verbs'),
    adjectives: list('adjectives'),
    adverbs: list('adverbs'),
  }
}

/** What somebody says: a sentence or two, without quotation marks. */
function spoken(draw: Draw, words: Words, topic: Words): string {
  const noun = () => (draw.random() < 0.5 ? draw.one(words.nouns) : draw.one(topic.nouns))
  const first = draw.one([
    () => `We have ${draw.one(words.verbs)} every ${noun()} that the ${noun()} ${draw.one(topic.verbs)}`,
    () => `Nobody who saw the ${noun()} will forget that ${noun()}`,
    () => `I stay with this ${noun()} until the ${draw.word('adjectives')} ${noun()} has been ${draw.one(words.verbs)}`,
    () => `The ${noun()} was never ${draw.word('verbs')}, and the ${noun()} knew it`,
    () =>
      `There is no ${noun()} without a ${draw.word('adjectives')} ${noun()}, and we ${draw.one(words.verbs)} it ${2 + draw.below(20)} times`,
    () => `Our ${draw.one(words.plurals)} deserve more than a ${noun()} and a ${draw.word('nouns')}`,
  ])()
  const second = draw.one([
    () => '',
    () => `. That is why the ${noun()} ${draw.one(['must', 'cannot', 'should'])} be ${draw.word('verbs')}`,
    () => `. We ask for a ${noun()} and for ${draw.word('adjectives')} ${draw.one(topic.plurals)}`,
  ])()
  return first + second
}

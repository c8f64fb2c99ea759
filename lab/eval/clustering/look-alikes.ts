import { readFileSync } from 'node:fs'
import { nth } from '../../../src/core/nth.ts'
import { randomNumbers } from '../../bench/material/random-numbers.ts'
import type { ClusteringRecord } from './cluster-set.ts'

/** `{name}` is a slot, `(a|b)` a choice; a slot may have choices itself. */
type Pattern = string
type Slots = Readonly<Record<string, Pattern>>
/** What articles on one event may say besides what is said of any event of its kind. `day` is when it begins. */
type LookAlikeEvent = {
  readonly name: string
  readonly size: number
  readonly day: number
  readonly slots: Slots
  readonly titles: readonly Pattern[]
  readonly sentences: readonly Pattern[]
}
/** Two large events of one kind, in one place and one week, and a few small ones. Most of what is written on one could be written on the other. */
type Kind = {
  readonly kind: string
  readonly slots: Slots
  readonly titles: readonly Pattern[]
  readonly sentences: readonly Pattern[]
  readonly events: readonly LookAlikeEvent[]
  readonly others: readonly (Slots & { readonly sentences?: readonly Pattern[] })[]
}

const kinds = JSON.parse(readFileSync(new URL('./look-alikes.json', import.meta.url), 'utf8')) as readonly Kind[]

const HOUR_MS = 3_600_000
const startMs = Date.UTC(2026, 2, 2, 6)
const given =
  'Anna Ben Cora Dev Ella Finn Gita Hugo Iris Jan Kemal Lena Milo Nina Omar Pia Quentin Rosa Sven Tara'.split(' ')
const family =
  'Abbot Boyd Carr Dale Ekman Frost Grant Hale Ito Jensen Klein Lowe Mertens Nagy Okoro Price Quirk Rossi Stone Tran'.split(
    ' ',
  )

/** Articles on all kinds of events, in no order; the same for the same seed. Only kinds in `among`, when given. */
export function lookAlikes(seed: number, among?: readonly string[]): readonly ClusteringRecord[] {
  const random = randomNumbers(seed)
  return kinds.filter(({ kind }) => among?.includes(kind) ?? true).flatMap((kind) => articlesOf(kind, random))
}

function articlesOf(kind: Kind, random: () => number): ClusteringRecord[] {
  const large = kind.events.flatMap(({ name, size, day, slots, titles, sentences }) =>
    Array.from({ length: size }, (_, place) =>
      articleOf(`${kind.kind} ${name}`, place, day * 24, {
        titles: random() < 0.5 ? titles : kind.titles,
        common: drawn(kind.sentences, 7 + Math.floor(random() * 3), random),
        own: drawn(sentences, 1 + Math.floor(random() * 3), random),
        slots: { ...kind.slots, ...slots },
        random,
      }),
    ),
  )
  const small = kind.others.flatMap(({ sentences = [], ...slots }, number) =>
    Array.from({ length: 1 + Math.floor(random() * 5) }, (_, place) =>
      articleOf(`${kind.kind} elsewhere ${number}`, place, number * 24, {
        titles: kind.titles,
        common: drawn(kind.sentences, 6 + Math.floor(random() * 4), random),
        own: sentences,
        slots: { ...kind.slots, ...slots },
        random,
      }),
    ),
  )
  return [...large, ...small]
}

type Making = {
  readonly titles: readonly Pattern[]
  readonly common: readonly Pattern[]
  readonly own: readonly Pattern[]
  readonly slots: Slots
  readonly random: () => number
}

function articleOf(
  story: string,
  place: number,
  startHour: number,
  { titles, common, own, slots, random }: Making,
): ClusteringRecord {
  const person = () => `${nth(drawn(given, 1, random), 0)} ${nth(drawn(family, 1, random), 0)}`
  const write = (pattern: Pattern) => capitalized(filled(pattern, { ...slots, person: person() }, random))
  // Reports thin out over two days.
  const hours = startHour + 48 * random() ** 2
  return {
    id: `${story} ${place}`,
    title: write(nth(drawn(titles, 1, random), 0)),
    text: drawn([...common, ...own], common.length + own.length, random)
      .map(write)
      .join(' '),
    date: new Date(startMs + hours * HOUR_MS).toISOString(),
    lang: 'en',
    story,
  }
}

/** So many of a list, in a drawn order. */
function drawn<Item>(items: readonly Item[], count: number, random: () => number): Item[] {
  return items
    .map((item) => ({ item, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ item }) => item)
}

/** Fills slots and takes one of each choice, the innermost first. */
function filled(pattern: Pattern, slots: Slots, random: () => number): string {
  const spelled = pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = slots[name]
    if (value === undefined) throw new Error(`no ${name} for “${pattern}”`)
    return filled(value, slots, random)
  })
  const chosen = spelled.replace(/\(([^()]*\|[^()]*)\)/g, (_, choices: string) => {
    const all = choices.split('|')
    return nth(all, Math.floor(random() * all.length))
  })
  return chosen === pattern ? chosen : filled(chosen, slots, random)
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

import type { Mute } from '../core/marks.ts'
import { lightStem } from '../core/text/stem.ts'
import { wordsOf } from './words.ts'

/** What a mute needs to know of a card or article. Mutes for absent properties do not hide it. */
export type MuteTarget = {
  /** Title and lead. */
  readonly texts: readonly string[]
  /** Ids of the sources that carry it: hidden when all of them are muted. */
  readonly sources?: readonly string[]
  /** Section and topic codes. */
  readonly topics?: readonly string[]
  readonly story?: string
  /** The id of the entry, which a rule may hide. */
  readonly entry?: string
  /** Ids of the entities it is about; if absent, a muted name is looked for in the texts. */
  readonly entities?: readonly string[]
}

/** A mute and how many items it hid; an item that several mutes hide counts for the newest. */
export type MuteCount = { readonly mute: Mute; readonly count: number }

type MuteResult<Item> = {
  readonly shown: readonly Item[]
  readonly hidden: readonly Item[]
  /** Mutes that hid something, the most effective first. */
  readonly counts: readonly MuteCount[]
}

/** Splits items into visible and muted ones, with the number each mute hid. Keeps the order. */
export function applyMutes<Item>(
  items: readonly Item[],
  mutes: readonly Mute[],
  seen: (item: Item) => MuteTarget,
): MuteResult<Item> {
  if (mutes.length === 0) return { shown: items, hidden: [], counts: [] }
  const tests = mutes.map((mute) => ({
    mute,
    words: mute.kind === 'word' || mute.kind === 'entity' ? stems(mute) : [],
  }))
  const mutedSources = new Set(mutes.filter(({ kind }) => kind === 'source').map(({ target }) => target))
  const counts = new Map<Mute, number>()
  const shown: Item[] = []
  const hidden: Item[] = []
  for (const item of items) {
    const what = seen(item)
    let texts: readonly (readonly string[])[] | undefined
    const hides = ({ mute: { kind, target }, words }: (typeof tests)[number]): boolean => {
      switch (kind) {
        case 'source': {
          const { sources = [] } = what
          return sources.includes(target) && sources.every((source) => mutedSources.has(source))
        }
        case 'story':
          return what.story === target
        case 'topic':
          return (what.topics ?? []).some((topic) => topic.toLowerCase() === target.toLowerCase())
        case 'entity':
          if (what.entities) return what.entities.includes(target)
          return inTexts(words)
        case 'word':
          return inTexts(words)
      }
    }
    const inTexts = (words: readonly string[]) =>
      words.length > 0 && (texts ??= what.texts.map(stemsOf)).some((text) => hasRun(text, words))
    const found = tests.find(hides)
    if (found) counts.set(found.mute, (counts.get(found.mute) ?? 0) + 1)
    ;(found ? hidden : shown).push(item)
  }
  return {
    shown,
    hidden,
    counts: [...counts].map(([mute, count]) => ({ mute, count })).sort((a, b) => b.count - a.count),
  }
}

/** The words to look for; an entity is muted by its label. */
function stems({ kind, target, label }: Mute): readonly string[] {
  return stemsOf(kind === 'entity' ? label : target)
}

/**
 * The stem of every word, so that `footballers` is not `football` but `elections` is `election`. Without signs that not everybody writes:
 * Arabic vowel marks and the lengthening stroke. Arabic writes one-letter conjunctions and prepositions together with the next word.
 */
function stemsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u0640\u064b-\u065f\u0670]/g, '')
    .toLowerCase()
  return wordsOf(plain).flatMap(({ text: word }) =>
    word.split(/['-]/).flatMap((part) => (part === '' ? [] : [lightStem(withoutPrefix(part))])),
  )
}

/** `والجسر`, `للجسر` and `بالجسر` become `الجسر`; before a word without an article only the conjunction can be recognized. */
function withoutPrefix(word: string): string {
  return word.replace(/^[وفبكل](?=ال\p{L}{3})/u, '').replace(/^لل(?=\p{L}{3})/u, 'ال')
}

function hasRun(text: readonly string[], words: readonly string[]): boolean {
  return text.some((_, start) => words.every((word, index) => text[start + index] === word))
}

import { defined } from '../core/defined.ts'
import { addressAt, type Heard } from '../core/reading/heard.ts'
import type { Dossier } from '../core/story.ts'
import { clock } from '../core/time/clock.ts'
import { type CitedSources, sourceOf } from './exporter.ts'
import type { StoredText, StoryFacts } from './story-facts.ts'

/** An article's data for a bibliography. Times are ISO 8601; the date of publication is the outlet's own. */
export type Reference = {
  /** Unique in its list, in ASCII letters and digits: outlet, year, first word of the title. */
  readonly key: string
  readonly title: string
  readonly outlet: string
  /** As in the byline; we don't know which part is a family name. */
  readonly authors: readonly string[]
  /** Absent if the outlet gives none. */
  readonly publishedAt?: string
  readonly readAt?: string
  readonly language?: string
  /** Only a web URL. */
  readonly url?: string
  readonly isWithdrawn?: true
  /** The moments of a recording at which the story quotes it, in whole seconds, ascending. */
  readonly quotedAt?: readonly number[]
}

const WITHDRAWN = 'Withdrawn by its outlet'

/** What a reader of the bibliography has to know, in English; undefined if nothing. */
export function noteOn({ isWithdrawn, quotedAt = [] }: Reference): string | undefined {
  const moments = quotedAt.length > 0 && `Quoted at ${quotedAt.map(clock).join(', ')}`
  return [isWithdrawn && WITHDRAWN, moments].filter(Boolean).join('. ') || undefined
}

/** A story's articles, each once, in the dossier's order. */
export function referencesOf(dossier: Dossier, documents: CitedSources, { texts }: StoryFacts): readonly Reference[] {
  const heard = heardIn(dossier)
  return withKeys(
    dossier.members.map(({ documentId }) => {
      const { title, sourceName, publishedAt, url, isWithdrawn } = sourceOf(documents, documentId)
      const kept = texts.find(({ document }) => document.id === documentId)
      const made = reference({ title, outlet: sourceName, publishedAt, url, ...defined({ isWithdrawn }) }, kept)
      return atMoments(made, heard.get(documentId) ?? [])
    }),
  )
}

/** When the quotations of a story are heard, by document. */
function heardIn({ ledger, unattributed }: Dossier): ReadonlyMap<string, readonly Heard[]> {
  const wordings = [...ledger.flatMap(({ utterances }) => utterances), ...unattributed].flatMap((one) => one.wordings)
  const spoken = wordings.flatMap(({ citation, heard }) => (heard ? [{ documentId: citation.documentId, heard }] : []))
  return new Map(
    [...Map.groupBy(spoken, ({ documentId }) => documentId)].map(([id, of]) => [id, of.map(({ heard }) => heard)]),
  )
}

/** With the moments quoted. Where the article's address is the recording's, it opens at the first. */
function atMoments(made: Omit<Reference, 'key'>, heard: readonly Heard[]): Omit<Reference, 'key'> {
  const [first, ...more] = heard.toSorted((a, b) => a.seconds - b.seconds)
  if (!first) return made
  const quotedAt = [...new Set([first, ...more].map(({ seconds }) => seconds))]
  const isRecording = made.url !== undefined && addressAt(made.url, first.seconds) === first.url
  return { ...made, quotedAt, ...(isRecording && { url: first.url }) }
}

/** References to single articles, in the order given. */
export function referencesTo(texts: readonly StoredText[]): readonly Reference[] {
  return withKeys(
    texts.map((kept) => {
      const { document, sourceName, url } = kept
      const { title, publishedAt } = document
      return reference({ title, outlet: sourceName, publishedAt, url }, kept)
    }),
  )
}

function reference(
  {
    url,
    publishedAt,
    ...named
  }: Pick<Reference, 'title' | 'outlet' | 'isWithdrawn'> & { readonly publishedAt: string; readonly url: string },
  kept: StoredText | undefined,
): Omit<Reference, 'key'> {
  const language = kept?.document.language
  return {
    ...named,
    ...defined({ publishedAt: kept?.isUndated ? undefined : publishedAt, isWithdrawn: kept?.isWithdrawn && true }),
    authors: (kept?.authors ?? []).filter((name) => name.trim() !== ''),
    ...defined({ readAt: kept?.readAt, language: language === undefined || language === 'und' ? undefined : language }),
    ...(/^https?:\/\//i.test(url) && URL.canParse(url) ? { url: new URL(url).href } : {}),
  }
}

/** Gives each a key. Where several would have the same one, later ones get a letter, or a number after the last letter. */
export function withKeys(references: readonly Omit<Reference, 'key'>[]): readonly Reference[] {
  const counts = new Map<string, number>()
  return references.map((reference) => {
    const { outlet, publishedAt, title } = reference
    const base = `${word(outlet) || 'source'}${/^\d{4}/.exec(publishedAt ?? '')?.[0] ?? ''}${word(title.split(/\s+/, 1)[0] ?? '')}`
    const count = counts.get(base) ?? 0
    counts.set(base, count + 1)
    const suffix = count === 0 ? '' : count < 26 ? `-${String.fromCharCode(97 + count)}` : `-${count}`
    return { key: `${base}${suffix}`, ...reference }
  })
}

/** The ASCII letters and digits of a text, without accents. */
function word(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 24)
}

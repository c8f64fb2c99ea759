import { fileURLToPath } from 'node:url'
import { annotate } from '../../../src/analyze/annotate.ts'
import { mentions } from '../../../src/analyze/mentions.ts'
import { courtesyTitles } from '../../../src/analyze/names/role-words.ts'
import { sentences } from '../../../src/analyze/sentences.ts'
import type { EntityKind, Mention } from '../../../src/core/annotation.ts'
import type { Document } from '../../../src/core/document.ts'
import { documentOf } from '../quotes/documents.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { type GoldName, type GumArticle, namedSpans } from './gold.ts'
import { type OwnPassage, readPassage, scoreReferences } from './own.ts'

const SET = 'entities/gum-wikinews.jsonl.zst'
const OWN = fileURLToPath(new URL('./own.jsonl', import.meta.url))
const TUNED = 'The half of the set that errors are read of: in-sample.'
const HELD = 'The half of the set of which no error is read, by hash of the article id.'
const TAGGER = 'The tagger was trained on other layers of some of these texts.'
const OUR_OWN = 'Our own small set, written for it: in-sample.'

/** A document with the names its key has. */
type Labelled = { readonly doc: Document; readonly gold: readonly GoldName[] }

/**
 * Names of people, organizations and places. A name found is right when it holds the last word of a name of the key of
 * its kind, and a name of the key is found when a name of ours holds its last word; `exact` asks for the same span,
 * courtesy titles aside. Mentions by role and pronoun are scored on our own set, with whom they mean.
 */
export async function run(options: EvalOptions): Promise<EvalResult[]> {
  const path = options.data ?? findSet(SET)
  const own = ownResult()
  if (!path) return [own]
  const articles = readRecords<GumArticle>(path)
  const tuned = articles.filter(({ id }) => !isHeld(id))
  const held = articles.filter(({ id }) => isHeld(id))
  const result = (set: string, of: readonly GumArticle[], notes: string[]): EvalResult => ({
    name: 'names',
    set,
    records: of.length,
    figures: scoreNames(of.map((article) => ({ doc: documentOfGum(article), gold: namedSpans(article) }))),
    notes,
    isOwnSet: false,
  })
  return [
    result('gum', articles, ['Both halves, the first in-sample.', TAGGER]),
    result('gum tuned', tuned, [TUNED]),
    result('gum held', held, [HELD]),
    own,
  ]
}

/** Half of the articles, by the FNV-1a hash of their id. */
export function isHeld(id: string): boolean {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % 2 === 1
}

function documentOfGum({ id, text, date, title }: GumArticle): Document {
  return documentOf(id, text, date, title)
}

export function mentionsOf(doc: Document): readonly Mention[] {
  return annotate(doc, [sentences, mentions]).mentions?.items ?? []
}

function ownResult(): EvalResult {
  const passages = readRecords<OwnPassage>(OWN).map(readPassage)
  const found = passages.map(({ doc }) => mentionsOf(doc))
  const figures = { ...scoreNames(passages), ...scoreReferences(passages, found) }
  return { name: 'names', set: 'own', records: passages.length, figures, notes: [OUR_OWN], isOwnSet: true }
}

type Counts = { ours: number; right: number; gold: number; found: number; exact: number }

function scoreNames(labelled: readonly Labelled[]): Record<string, number> {
  const kinds: Record<EntityKind, Counts> = { person: none(), organization: none(), place: none() }
  for (const { doc, gold } of labelled) {
    const ours = mentionsOf(doc).filter(({ form }) => form === 'name')
    for (const [kind, counts] of Object.entries(kinds)) {
      const wanted = gold.filter(({ type }) => type === kind)
      count(
        doc.text,
        ours.filter((mention) => mention.kind === kind),
        wanted,
        counts,
      )
    }
  }
  const { person, organization, place } = kinds
  const precision = person.right / person.ours
  const recall = person.found / person.gold
  return {
    people_precision: precision,
    people_recall: recall,
    people_f1: (2 * precision * recall) / (precision + recall),
    people_exact_precision: person.exact / person.ours,
    people_exact_recall: person.exact / person.gold,
    organizations_precision: organization.right / organization.ours,
    organizations_recall: organization.found / organization.gold,
    places_precision: place.right / place.ours,
    places_recall: place.found / place.gold,
  }
}

function none(): Counts {
  return { ours: 0, right: 0, gold: 0, found: 0, exact: 0 }
}

function count(text: string, ours: readonly Mention[], gold: readonly GoldName[], counts: Counts): void {
  const isHeadIn = (mention: Mention, name: GoldName): boolean =>
    mention.span.start <= name.head && name.head < mention.span.end
  for (const mention of ours) {
    const names = gold.filter((name) => isHeadIn(mention, name))
    if (names.length > 0 && names.every(({ isPartOfName }) => isPartOfName)) continue
    counts.ours++
    if (names.length > 0) counts.right++
    const start = mention.span.start + courtesyLength(text.slice(mention.span.start, mention.span.end))
    if (names.some((name) => name.start === start && name.end === mention.span.end)) counts.exact++
  }
  for (const name of gold) {
    if (name.isPartOfName) continue
    counts.gold++
    if (ours.some((mention) => isHeadIn(mention, name))) counts.found++
  }
}

function courtesyLength(name: string): number {
  const title = /^(\p{L}+)\.? /u.exec(name)
  return title && courtesyTitles.has((title[1] as string).toLowerCase()) ? title[0].length : 0
}

import type { Entity, Mention, Sentence } from '../../core/annotation.ts'
import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import type { Quote } from '../../core/quote.ts'
import { contains, overlaps, type Span } from '../../core/span.ts'
import { confidenceOf } from '../quotes/confidence.ts'
import { coreOf, type PlacedCorrection } from './place-corrections.ts'

/** The layers a quote leans on: mentions as computed and as corrected, and sentences. */
type Beside = {
  readonly before: readonly Mention[]
  readonly after: readonly Mention[]
  readonly sentences: readonly Sentence[]
}

/** A quote on its way: `core` is its span without marks and spaces at the ends, `from` the quote it continues. */
type Node = { quote: Quote; readonly core: Span; from: Node | undefined; isChanged: boolean }

/**
 * Quotations as a person corrected them, in the order of the text; what continues a corrected one follows it. What was said
 * of names comes first: who spoke is decided by what was said of the quotation itself.
 */
export function correctQuotes(
  doc: Document,
  quotes: readonly Quote[],
  placed: readonly PlacedCorrection[],
  beside: Beside,
): readonly Quote[] {
  let nodes = nodesOf(doc.text, quotes)
  for (const { verdict, span } of placed)
    if (verdict.kind === 'name') renameSpeakers(nodes, span, verdict.entity, beside.before)
  for (const { verdict, span, core } of placed) {
    if (verdict.kind === 'name') continue
    if (verdict.kind === 'not-a-quote') {
      nodes = without(nodes, (node) => contains(core, node.core))
      continue
    }
    const known = nodes.filter((node) => node.core.start === core.start && node.core.end === core.end)
    for (const node of known) setSpeaker(node, verdict.speaker, beside.after)
    if (known.length === 0) nodes = insert(nodes, newQuote(doc.text, span, verdict.speaker, beside.sentences), core)
  }
  followChanges(nodes, beside.after)
  return quotesIn(nodes)
}

function nodesOf(text: string, quotes: readonly Quote[]): Node[] {
  const nodes: Node[] = []
  for (const quote of quotes) {
    const from = quote.continues === undefined ? undefined : nodes[quote.continues]
    nodes.push({ quote, core: coreOf(text, quote.span), from, isChanged: false })
  }
  return nodes
}

/** Quotes whose source is the corrected mention have its entity as their speaker, or nobody; so has what continues them. */
function renameSpeakers(
  nodes: readonly Node[],
  span: Span,
  entity: Entity | undefined,
  before: readonly Mention[],
): void {
  const old = new Set(before.filter((mention) => overlaps(mention.span, span)).map((mention) => mention.entity.id))
  const renamed = new Set<Node>()
  for (const node of nodes) {
    const { source, speaker } = node.quote
    const isNamed = source !== undefined && contains(source, span)
    const isBySource = speaker ? old.has(speaker.id) : source?.start === span.start && source.end === span.end
    const isFollowing =
      node.from !== undefined && renamed.has(node.from) && speaker !== undefined && old.has(speaker.id)
    if (speaker?.id === entity?.id || !((isNamed && isBySource) || isFollowing)) continue
    node.quote = bySpeaker(node.quote, entity)
    renamed.add(node)
  }
}

function without(nodes: readonly Node[], isGone: (node: Node) => boolean): Node[] {
  const gone = new Set(nodes.filter(isGone))
  const kept = nodes.filter((node) => !gone.has(node))
  for (const node of kept) while (node.from && gone.has(node.from)) node.from = node.from.from
  return kept
}

function setSpeaker(node: Node, speaker: Entity | undefined, mentions: readonly Mention[]): void {
  change(node, { ...attributed(node.quote, speaker, mentions), pattern: 'label', confidence: 1 })
}

/**
 * Words of somebody take the place of what was thought to be quoted there. A reported clause around them stays, and so does
 * what a person corrected.
 */
function insert(nodes: readonly Node[], quote: Quote, core: Span): Node[] {
  const kept = without(nodes, ({ quote: other, core: otherCore }) => {
    if (other.pattern === 'label' || !overlaps(otherCore, core)) return false
    return other.kind !== 'indirect' || !contains(otherCore, core)
  })
  const at = kept.findIndex(({ quote: other }) => isAfter(other.span, quote.span))
  return kept.toSpliced(at < 0 ? kept.length : at, 0, { quote, core, from: undefined, isChanged: true })
}

function isAfter(a: Span, b: Span): boolean {
  return a.start > b.start || (a.start === b.start && a.end > b.end)
}

function newQuote(text: string, span: Span, speaker: Entity | undefined, sentences: readonly Sentence[]): Quote {
  const isMarked = /["'“„«‘‹「『]$|[«‹]\s$/u.test(text.slice(Math.max(0, span.start - 2), span.start))
  return {
    span,
    kind: isMarked ? 'direct' : 'indirect',
    ...defined({ speaker }),
    pattern: 'label',
    confidence: 1,
    sentence: sentences.findLast((sentence) => sentence.span.start <= span.start)?.index ?? 0,
  }
}

/** In the order of the text: the whole of an interrupted quotation follows its beginning. */
function followChanges(nodes: readonly Node[], mentions: readonly Mention[]): void {
  for (const node of nodes) {
    if (node.isChanged || !node.from?.isChanged) continue
    const { speaker } = node.from.quote
    const quote = attributed(node.quote, speaker, mentions)
    change(node, speaker ? asSureAsGoingOn(quote) : quote)
  }
}

/** Where it continues from is certain now; that it does is as sure as such patterns are. */
function asSureAsGoingOn(quote: Quote): Quote {
  const pattern = quote.pattern === 'none' ? 'continued' : quote.pattern
  return { ...quote, pattern, confidence: Math.max(quote.confidence, confidenceOf(pattern, false)) }
}

function change(node: Node, quote: Quote): void {
  node.quote = quote
  node.isChanged = true
}

/** A quote of this speaker. A source that names somebody else goes, and with it all that was read beside it. */
function attributed(quote: Quote, speaker: Entity | undefined, mentions: readonly Mention[]): Quote {
  const { source } = quote
  const named = source ? mentions.filter((mention) => mention.form === 'name' && contains(source, mention.span)) : []
  const people = named.filter(({ kind }) => kind === 'person')
  const meant = people.length > 0 ? people : named
  if (meant.length === 0 || meant.some(({ entity }) => entity.id === speaker?.id)) return bySpeaker(quote, speaker)
  const { source: _source, cue: _cue, addressee: _to, channel: _on, when: _when, place: _place, ...rest } = quote
  return bySpeaker(rest, speaker)
}

function bySpeaker(quote: Quote, speaker: Entity | undefined): Quote {
  const { speaker: _old, ...rest } = quote
  return speaker ? { ...rest, speaker } : rest
}

/** The quotes with `continues` counted again. */
function quotesIn(nodes: readonly Node[]): readonly Quote[] {
  const places = new Map(nodes.map((node, index) => [node, index]))
  return nodes.map(({ quote, from }) => {
    const { continues: _old, ...rest } = quote
    const continues = from && places.get(from)
    return continues === undefined ? rest : { ...rest, continues }
  })
}

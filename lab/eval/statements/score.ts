import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { annotate } from '../../../src/analyze/annotate.ts'
import type { Document } from '../../../src/core/document.ts'
import { asId } from '../../../src/core/ids.ts'
import type { Annotations } from '../../../src/core/layers.ts'
import type { Span } from '../../../src/core/span.ts'
import { readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'

/** One passage with all that it states; every text is in it word for word. */
type StatementRecord = {
  readonly id: string
  /** When it was published: ISO 8601 with zone. */
  readonly date: string
  /** Paragraphs are separated by a line break. */
  readonly text: string
  readonly figures: readonly GoldFigure[]
  readonly commitments: readonly GoldCommitment[]
  readonly denials: readonly { readonly cue: string; readonly denier?: string; readonly denied?: string }[]
}
type GoldFigure = {
  readonly text: string
  readonly value: number
  readonly unit: string
  readonly counts?: string
  readonly rough?: boolean
}
type GoldCommitment = {
  readonly agent: string
  readonly content: string
  readonly condition?: string
  readonly deadline?: string
  /** TIMEX3 value of the deadline. */
  readonly due?: string
  readonly reporter?: string
}

/** The part of the seed's answer key that is about commitments and conflicts. */
type Seed = {
  readonly anchor_date: string
  readonly articles: readonly {
    readonly id: string
    readonly title: string
    readonly text: string
    readonly sentences: readonly { readonly start: number; readonly end: number }[]
  }[]
  readonly conflicts: readonly {
    readonly b: { readonly article: string; readonly sentence: number }
    readonly reported_by?: { readonly article: string; readonly sentence: number }
  }[]
  readonly commitments: readonly { readonly article: string; readonly sentence: number }[]
}

const own = fileURLToPath(new URL('./own.jsonl', import.meta.url))
const seedPath = fileURLToPath(new URL('../../../../shared/seed/gold.json', import.meta.url))

/** Half of the passages, by a hash of their name, are held back: no rule is written from their errors. */
export function isHeld(id: string): boolean {
  return (createHash('sha256').update(id).digest()[0] as number) % 2 === 1
}

type Tally = { gold: number; made: number; hits: number }
const newTally = (): Tally => ({ gold: 0, made: 0, hits: 0 })

/** Share of right answers among those asked: how well the parts of found statements are told. */
type Parts = Map<string, { right: number; asked: number }>

function documentOf({ id, date, text }: Pick<StatementRecord, 'id' | 'date' | 'text'>): Document {
  let at = 0
  const blocks = text.split('\n').map((line) => {
    const block = { kind: 'paragraph' as const, start: at, end: at + line.length }
    at += line.length + 1
    return block
  })
  return { id: asId(id), articleId: asId(id), language: 'en', title: '', text, blocks, publishedAt: date }
}

/** The places of the wanted words, each used once, in the order wanted. */
function placesOf(text: string, wanted: readonly string[]): Span[] {
  const used = new Set<number>()
  return wanted.map((words) => {
    let start = text.indexOf(words)
    while (start >= 0 && (used.has(start) || !isWhole(text, start, words))) start = text.indexOf(words, start + 1)
    if (start < 0) throw new Error(`The passage does not hold "${words}": mend its line`)
    used.add(start)
    return { start, end: start + words.length }
  })
}

/** `3` in `300` is another number. */
function isWhole(text: string, start: number, words: string): boolean {
  return !/[\d,.]\d?$/.test(text.slice(start - 1, start)) && !/^[,.]?\d/.test(text.slice(start + words.length))
}

function touch(a: Span | undefined, b: Span | undefined): boolean {
  return a !== undefined && b !== undefined && a.start < b.end && b.start < a.end
}

function ask(parts: Parts, name: string, isRight: boolean): void {
  const part = parts.get(name) ?? { right: 0, asked: 0 }
  parts.set(name, { right: part.right + Number(isRight), asked: part.asked + 1 })
}

/** Both absent, or both there and sharing words. */
function agree(text: string, wanted: string | undefined, found: Span | undefined): boolean {
  if (wanted === undefined || found === undefined) return wanted === undefined && found === undefined
  const words = text.slice(found.start, found.end)
  return words.includes(wanted) || wanted.includes(words)
}

function score(records: readonly StatementRecord[], onError?: (line: string) => void): Record<string, number> {
  const tallies = { figure: newTally(), commitment: newTally(), denial: newTally() }
  const parts: Parts = new Map()
  for (const record of records) {
    const doc = documentOf(record)
    const layers = annotate(doc)
    const report = (line: string) => onError?.(`${record.id}: ${line}`)
    scoreFigures(record, layers, tallies.figure, parts, report)
    scoreCommitments(record, layers, tallies.commitment, parts, report)
    scoreDenials(record, layers, tallies.denial, parts, report)
  }
  const figures: Record<string, number> = {}
  for (const [name, { gold, made, hits }] of Object.entries(tallies)) {
    figures[`${name}Precision`] = hits / (made || 1)
    figures[`${name}Recall`] = hits / (gold || 1)
  }
  for (const [name, { right, asked }] of parts) figures[name] = right / asked
  return figures
}

/** A figure is found when value and unit are right at its place. */
function scoreFigures(
  { text, figures }: StatementRecord,
  layers: Annotations,
  tally: Tally,
  parts: Parts,
  report: (line: string) => void,
): void {
  const places = placesOf(
    text,
    figures.map((figure) => figure.text),
  )
  const open = new Set(layers.figures?.items ?? [])
  tally.made += open.size
  tally.gold += figures.length
  for (const [at, figure] of figures.entries()) {
    const found = [...open].find(({ span }) => touch(span, places[at]))
    if (found) open.delete(found)
    if (!found || found.value !== figure.value || found.unit !== figure.unit) {
      report(`FIGURE ${figure.text} ${figure.value} ${figure.unit} not ${found?.value} ${found?.unit}`)
      continue
    }
    tally.hits++
    ask(parts, 'figureRough', found.isRough === (figure.rough ?? found.low !== undefined))
    if (figure.counts === undefined) continue
    const words = found.counted ? text.slice(found.counted.start, found.counted.end) : ''
    const isRight = words !== '' && (words.includes(figure.counts) || figure.counts.includes(words))
    if (!isRight) report(`COUNTED ${figure.text} ${figure.counts} not ${words}`)
    ask(parts, 'figureCounted', isRight)
  }
  for (const { span, unit } of open) report(`EXTRA FIGURE ${text.slice(span.start, span.end)} ${unit}`)
}

/** A commitment is found when what is promised shares words with the key's. */
function scoreCommitments(
  { text, commitments }: StatementRecord,
  layers: Annotations,
  tally: Tally,
  parts: Parts,
  report: (line: string) => void,
): void {
  const open = new Set(layers.commitments?.items ?? [])
  tally.made += open.size
  tally.gold += commitments.length
  for (const wanted of commitments) {
    const [place] = placesOf(text, [wanted.content])
    const found = [...open].find(({ content }) => touch(content, place))
    if (!found) {
      report(`MISSED ${wanted.content}`)
      continue
    }
    open.delete(found)
    tally.hits++
    const agent = { start: found.agents[0].span.start, end: found.agents.at(-1)?.span.end ?? 0 }
    const answers = {
      commitmentContent: text.slice(found.content.start, found.content.end) === wanted.content.replace(/^to /, ''),
      commitmentAgent: agree(text, wanted.agent, agent),
      commitmentCondition: agree(text, wanted.condition, found.condition),
      commitmentDeadline: agree(text, wanted.deadline, found.deadline?.span),
      commitmentReporter: agree(text, wanted.reporter, found.reportedBy?.span),
      ...(wanted.due === undefined ? {} : { commitmentDue: found.deadline?.value === wanted.due }),
    }
    for (const [name, isRight] of Object.entries(answers)) {
      ask(parts, name, isRight)
      if (!isRight) report(`${name} of ${wanted.content}: ${JSON.stringify(textsOf(text, found))}`)
    }
  }
  for (const found of open) report(`EXTRA COMMITMENT ${JSON.stringify(textsOf(text, found))}`)
}

function textsOf(text: string, found: NonNullable<Annotations['commitments']>['items'][number]) {
  const words = (span: Span | undefined) => span && text.slice(span.start, span.end)
  return {
    agents: found.agents.map(({ span }) => words(span)),
    content: words(found.content),
    condition: words(found.condition),
    deadline: [words(found.deadline?.span), found.deadline?.value],
    reporter: words(found.reportedBy?.span),
  }
}

/** A denial is found by its cue; conflicts between accounts are not denials. */
function scoreDenials(
  { text, denials }: StatementRecord,
  layers: Annotations,
  tally: Tally,
  parts: Parts,
  report: (line: string) => void,
): void {
  const places = placesOf(
    text,
    denials.map(({ cue }) => cue),
  )
  const open = new Set((layers.signals?.items ?? []).filter(({ kind }) => kind !== 'conflict'))
  tally.made += open.size
  tally.gold += denials.length
  for (const [at, { cue, denier, denied }] of denials.entries()) {
    const found = [...open].find(({ span }) => touch(span, places[at]))
    if (!found) {
      report(`MISSED DENIAL ${cue} ${denied}`)
      continue
    }
    open.delete(found)
    tally.hits++
    const isByRight = agree(text, denier, found.denier?.span)
    const isOfRight = agree(text, denied, found.denied?.span)
    ask(parts, 'denialDenier', isByRight)
    ask(parts, 'denialDenied', isOfRight)
    const words = (span: Span | undefined) => span && text.slice(span.start, span.end)
    if (!isByRight) report(`DENIER ${denier} not ${words(found.denier?.span)}`)
    if (!isOfRight) report(`DENIED ${denied} not ${words(found.denied?.span)}`)
  }
  for (const { span } of open) report(`EXTRA DENIAL ${text.slice(span.start, span.end)}`)
}

/** On the seed's page: its commitments by the sentence they are in, and the reporters' signals of its first two conflicts. */
function scoreSeed(seed: Seed, onError?: (line: string) => void): EvalResult {
  const found = new Set<string>()
  const signalled = new Set<string>()
  for (const { id, title, text, sentences } of seed.articles) {
    const layers = annotate(documentOf({ id, date: `${seed.anchor_date}T12:00:00Z`, text }))
    const placeOf = (span: Span) => `${id}.${sentences.findIndex((each) => touch(each, span))}`
    for (const { content } of layers.commitments?.items ?? []) {
      if (content.start < title.length && text.startsWith(title)) continue
      const place = placeOf(content)
      found.add(place)
      onError?.(`SEED ${place} ${text.slice(content.start, content.end)}`)
    }
    for (const { span } of layers.signals?.items ?? []) {
      signalled.add(placeOf(span))
      onError?.(`SEED SIGNAL ${placeOf(span)} ${text.slice(span.start, span.end)}`)
    }
  }
  const wanted = new Set(seed.commitments.map(({ article, sentence }) => `${article}.${sentence}`))
  const right = [...wanted].filter((place) => found.has(place)).length
  const [reversal] = seed.conflicts
  const from = reversal?.reported_by
  return {
    name: 'statements',
    set: 'seed',
    records: seed.articles.length,
    figures: {
      commitmentRecall: right / wanted.size,
      commitmentPrecision: right / (found.size || 1),
      commitmentExtras: found.size - right,
      reversalSignalled: Number(from !== undefined && signalled.has(`${from.article}.${from.sentence}`)),
      rejectionSignalled: Number(signalled.has('A1.13')),
      signals: signalled.size,
    },
    notes: ['in-sample: the rules were written with this page at hand'],
    isOwnSet: false,
  }
}

/** Scores figures, commitments and denials on passages of our own, the half that rules were written from and the half held back. */
export async function run(
  options: EvalOptions & { readonly onError?: (line: string) => void },
): Promise<readonly EvalResult[]> {
  const path = options.data ?? own
  const records = readRecords<StatementRecord>(path)
  const result = (
    set: string,
    part: readonly StatementRecord[],
    notes: string[],
    onError?: (line: string) => void,
  ) => ({
    name: 'statements',
    set,
    records: part.length,
    figures: score(part, onError),
    notes,
    isOwnSet: path === own,
  })
  if (options.data !== undefined) return [result(basename(path), records, [], options.onError)]
  const results: EvalResult[] = [
    result(
      'own-held',
      records.filter(({ id }) => isHeld(id)),
      ['passages of our own, labeled before the rules were tuned; the errors in this half were not read'],
    ),
    result(
      'own-seen',
      records.filter(({ id }) => !isHeld(id)),
      ['in-sample: rules were tuned on this half'],
      options.onError,
    ),
  ]
  if (existsSync(seedPath)) results.push(scoreSeed(JSON.parse(readFileSync(seedPath, 'utf8')) as Seed, options.onError))
  return results
}

import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { quotedWords } from '../../../src/check/compare-quotation.ts'
import { checkText } from '../../../src/operations/search/check-text.ts'
import type { CheckedStatement } from '../../../src/operations/search/text-check-views.ts'
import { type AskInstance, openInstance } from '../ask/instance.ts'
import { draw } from '../checker/draw.ts'
import { annotationsOf } from '../citations/annotations-of.ts'
import { type ArticleRecord, documentOf } from '../citations/story-documents.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { makeTrials, type Quoted, quotedIn, type Trial } from './make-trials.ts'

const set = 'clustering/allsides-train.jsonl.zst'
const own = fileURLToPath(new URL('../citations/own.jsonl', import.meta.url))
const wanted = 400
/** Quotations of one text that is checked. */
const ofText = 8
/** So many words in a row that an article has too: then it is not invented. */
const runLength = 8

/**
 * Half of the stories of a set, by hash, are a library. Quotations of it as they are, with one word, number, denial or speaker changed, and
 * others that it does not have, put into texts: what `check_text` says of each.
 */
export async function run(
  options: EvalOptions & { readonly onError?: (line: string) => void },
): Promise<readonly EvalResult[]> {
  const path = options.data ?? findSet(set)
  const records = readRecords<ArticleRecord>(path ?? own)
  const isHere = ({ story }: ArticleRecord) => draw(`library ${story}`) % 2 === 0
  const library = records.filter(isHere)
  const instance = await openInstance(library)
  try {
    const here = quotedIn(library.map(documentOf), annotationsOf)
    const runs = runsOf(library)
    const others = quotedIn(records.filter((one) => !isHere(one)).map(documentOf), annotationsOf)
    const elsewhere = others.filter((one) => !hasRun(one, runs))
    const trials = makeTrials(here, elsewhere, path === undefined ? 16 : wanted)
    const checked = await checkAll(withLayers(instance), trials)
    return [true, false].map((isHeldOut) =>
      resultOf(
        `${path === undefined ? 'own' : basename(path).replace('.jsonl.zst', '')} ${isHeldOut ? 'held' : 'read'}`,
        trials.filter((trial) => trial.isHeldOut === isHeldOut),
        checked,
        path === undefined,
        isHeldOut ? undefined : options.onError,
      ),
    )
  } finally {
    await instance.close()
  }
}

/** Layers are made when an article is read. */
function withLayers(instance: AskInstance): AskInstance {
  const { articles } = instance.store
  const findByDocuments: typeof articles.findByDocuments = async (ids) =>
    (await articles.findByDocuments(ids)).map((one) => ({ ...one, annotations: annotationsOf(one.document) }))
  return { ...instance, store: { ...instance.store, articles: { ...articles, findByDocuments } } }
}

async function checkAll(
  instance: AskInstance,
  trials: readonly Trial[],
): Promise<ReadonlyMap<Trial, CheckedStatement>> {
  const found = new Map<Trial, CheckedStatement>()
  const { store, reader, now } = instance
  for (let from = 0; from < trials.length; from += ofText) {
    const some = trials.slice(from, from + ofText)
    const lines = some.map(({ words, speaker }) => `“${words.replace(/[.,]$/, '')},” ${speaker} said.`)
    const context = { store, reader, now } as Parameters<typeof checkText.run>[0]
    const { statements } = await checkText.run(context, { text: lines.join('\n'), language: 'en' })
    let at = 0
    for (const [index, trial] of some.entries()) {
      const end = at + (lines[index]?.length ?? 0)
      const one = statements.find(({ kind, span }) => kind === 'quotation' && span.start >= at && span.end <= end)
      if (one) found.set(trial, one)
      at = end + 1
    }
  }
  return found
}

function resultOf(
  name: string,
  trials: readonly Trial[],
  checked: ReadonlyMap<Trial, CheckedStatement>,
  isOwnSet: boolean,
  onError: ((line: string) => void) | undefined,
): EvalResult {
  const tallies = new Map<string, { right: number; asked: number }>()
  for (const trial of trials) {
    const one = checked.get(trial)
    const isRight = one !== undefined && isRightOf(trial, one)
    const group = groupOf(trial)
    for (const key of group === trial.kind ? [group] : [group, `${group}.${trial.kind}`]) {
      const { right, asked } = tallies.get(key) ?? { right: 0, asked: 0 }
      tallies.set(key, { right: right + Number(isRight), asked: asked + 1 })
    }
    if (!isRight)
      onError?.(
        `${trial.kind}: ${one?.result} ${JSON.stringify(one?.changes)}\n   ${trial.words}\n   < ${one?.place?.citation.exact}`,
      )
  }
  const figures = [...tallies].flatMap(([key, { right, asked }]) => [
    [key, right / asked],
    [`${key}.count`, asked],
  ])
  return {
    name: 'quotation-check',
    set: name,
    records: trials.length,
    figures: Object.fromEntries(figures),
    notes: [
      'exact: found word for word and as a quotation of its speaker; altered: found, with the changed words and their kind; invented: not found',
      name.endsWith('held') ? 'errors of this half were not read' : 'rules were tuned on this half: in-sample',
    ],
    isOwnSet,
  }
}

function groupOf({ kind }: Trial): 'exact' | 'altered' | 'invented' {
  if (kind === 'exact') return 'exact'
  return kind === 'elsewhere' || kind === 'recombined' ? 'invented' : 'altered'
}

function isRightOf({ kind, changed }: Trial, { result, words, changes }: CheckedStatement): boolean {
  if (kind === 'exact') return result === 'exact'
  if (kind === 'speaker') return result === 'other-speaker'
  if (kind === 'elsewhere' || kind === 'recombined') return result === 'not-found'
  const wantedKind = kind === 'word' ? 'words' : kind
  return (
    result === 'altered' &&
    changes.length === 1 &&
    changes.some(({ kind: of, given }) => {
      const own = given ? words.slice(given.start, given.end) : ''
      return of === wantedKind && (changed === '' ? own === '' : own.includes(changed ?? ''))
    })
  )
}

function runsIn(text: string): readonly string[] {
  const keys = quotedWords(text).map(({ key }) => key)
  return keys
    .slice(0, Math.max(0, keys.length - runLength + 1))
    .map((_, at) => keys.slice(at, at + runLength).join(' '))
}

/** Every run of words of the library. */
function runsOf(records: readonly ArticleRecord[]): ReadonlySet<string> {
  const runs = new Set<string>()
  for (const { text } of records) for (const run of runsIn(text)) runs.add(run)
  return runs
}

/** Whether the library has it too, or much of it; of short ones, all of it. */
function hasRun({ words }: Quoted, runs: ReadonlySet<string>): boolean {
  return runsIn(words).some((run) => runs.has(run))
}

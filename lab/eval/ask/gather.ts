import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import type { PreparedArticle } from '../../../src/ask/passages.ts'
import type { AskArticle } from '../../../src/core/answer.ts'
import { questionAt, rankStored } from '../../../src/operations/search/find-answer.ts'
import type { ArticleRecord } from '../citations/story-documents.ts'
import { findSet, readRecords } from '../read-set.ts'
import { withDemo } from './demo-instance.ts'
import { type AskInstance, openInstance } from './instance.ts'
import { type IsAnswer, isAt, type QuestionRecord } from './score-answers.ts'

/** A question with what the store brought for it, so that ranking and judging can be learned without asking it again. */
export type Gathered = {
  readonly record: QuestionRecord
  readonly group: string
  readonly now: string
  readonly counts: readonly number[]
  readonly total: number
  readonly articles: readonly AskArticle[]
  /** Places of the sentences that answer, in the documents read. */
  readonly right: readonly { readonly documentId: string; readonly start: number; readonly end: number }[]
}

/** What is gathered for the questions of a file; kept in `cache`, from which it is read where it is there. */
export async function gather(files: readonly string[], cache: string): Promise<readonly Gathered[]> {
  const missing = files.filter((name) => !existsSync(`${cache}-${name}`))
  for (const [path, overSet] of Map.groupBy(missing, setOf)) {
    if (path === undefined) continue
    const set = findSet(path)
    if (set === undefined) throw new Error('The labelled set is not on this machine')
    const instance = await openInstance(readRecords<ArticleRecord>(set))
    for (const name of overSet) keep(name, await gatherFrom(instance, name, isAt))
    await instance.close()
  }
  for (const name of missing.filter((one) => setOf(one) === undefined))
    keep(name, await withDemo((instance, isAnswer) => gatherFrom(instance, name, isAnswer)))
  return files.flatMap((name) => deserialize(readFileSync(`${cache}-${name}`)) as Gathered[])

  function keep(name: string, gathered: readonly Gathered[]) {
    writeFileSync(`${cache}-${name}`, serialize(gathered))
  }
}

/** The set that the questions of a file were written over; undefined for the demo edition. */
function setOf(name: string): string | undefined {
  if (name.startsWith('own')) return undefined
  return name === 'd' ? 'clustering/basil.jsonl.zst' : 'clustering/allsides-train.jsonl.zst'
}

async function gatherFrom(instance: AskInstance, name: string, isAnswer: IsAnswer): Promise<readonly Gathered[]> {
  const file = setOf(name) === undefined ? `./${name}.jsonl` : `./questions-${name}.jsonl`
  const gathered: Gathered[] = []
  for (const record of readRecords<QuestionRecord>(fileURLToPath(new URL(file, import.meta.url)))) {
    const storyId = record.scope === 'story' ? instance.storyOf(record.story) : undefined
    const question = questionAt(record.question, instance.now().toISOString())
    const { found, articles, texts } = await rankStored(instance, question, storyId === undefined ? {} : { storyId })
    gathered.push({
      record,
      group: name,
      now: instance.now().toISOString(),
      counts: found.counts,
      total: found.total,
      articles,
      right: texts.flatMap((text) => rightIn(text, record, isAnswer)),
    })
  }
  return gathered
}

function rightIn({ article: { document }, passages }: PreparedArticle, record: QuestionRecord, isAnswer: IsAnswer) {
  return passages.flatMap(({ span }) => {
    const sentence = { documentId: document.id, span, exact: document.text.slice(span.start, span.end) }
    return record.answers.some((place) => isAnswer(sentence, place)) ? [{ documentId: document.id, ...span }] : []
  })
}

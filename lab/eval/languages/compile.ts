import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { LabeledArticle } from './score.ts'

/**
 * Makes own.jsonl of the articles written by hand in `articles/*.txt`. `=== id language date` begins an article, `# ` its
 * title, and an empty line a paragraph. `|` ends a sentence. `{t VALUE}…{/}` is a time with its TIMEX value (a range is
 * `FIRST/LAST`), `{q NAME}…{/}` what is between quotation marks (`?`: somebody without a name said it, `-`: nobody
 * did), `{c}…{/}` the cue of the quotation before and `{c>}…{/}` that of the quotation after.
 */
export function compileArticles(source: string): LabeledArticle[] {
  return source
    .split(/^=== /mu)
    .filter((part) => part.trim() !== '')
    .map((part) => compileArticle(part))
}

function compileArticle(part: string): LabeledArticle {
  const [header = '', title = '', ...lines] = part.split('\n')
  const [id = '', language = '', date = ''] = header.split(' ')
  const draft: Draft = { text: '', sentences: [], quotes: [], times: [] }
  for (const line of lines) if (line.trim() !== '') addParagraph(draft, line, id)
  return { id, language, date, title: title.replace(/^# /, ''), ...draft }
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }
type Draft = {
  text: string
  sentences: [number, number][]
  quotes: Mutable<LabeledArticle['quotes'][number]>[]
  times: LabeledArticle['times'][number][]
}
type Open = { readonly tag: string; readonly value: string; readonly start: number }

function addParagraph(draft: Draft, line: string, id: string): void {
  if (draft.text !== '') draft.text += '\n'
  const open: Open[] = []
  let cue: [number, number] | undefined
  let start = draft.text.length
  const endSentence = (): void => {
    const words = draft.text.slice(start)
    const from = start + words.length - words.trimStart().length
    draft.sentences.push([from, from + words.trim().length])
    start = draft.text.length
  }
  for (const [piece] of line.matchAll(/\{[^}]*\}|\||[^{|]+/gu)) {
    if (piece === '|') {
      draft.text = draft.text.trimEnd()
      endSentence()
    } else if (piece === '{/}') {
      const closed = open.pop()
      if (!closed) throw new Error(`${id}: nothing to close in ${line}`)
      const span: [number, number] = [closed.start, draft.text.length]
      if (closed.tag === 't') draft.times.push({ span, ...timeOf(closed.value) })
      else if (closed.tag === 'q') {
        draft.quotes.push({
          span,
          speaker: closed.value.length > 1 ? closed.value : null,
          isSaid: closed.value !== '-',
        })
        const quote = draft.quotes.at(-1)
        if (quote && cue) quote.cue = cue
        cue = undefined
      } else if (closed.tag === 'c>') cue = span
      else if (closed.tag === 'c') {
        const quote = draft.quotes.at(-1)
        if (quote) quote.cue = span
      } else throw new Error(`${id}: there is no ${closed.tag}`)
    } else if (piece.startsWith('{')) {
      const [tag = '', ...words] = piece.slice(1, -1).split(' ')
      open.push({ tag, value: words.join(' '), start: draft.text.length })
    } else draft.text += piece
  }
  if (open.length > 0) throw new Error(`${id}: ${open[0]?.tag} is never closed in ${line}`)
  draft.text = draft.text.trimEnd()
  endSentence()
}

function timeOf(value: string): { readonly value: string; readonly until?: string } {
  const [first = '', until] = value.split('/')
  return until === undefined ? { value: first } : { value: first, until }
}

if (import.meta.main) {
  const folder = new URL('./articles/', import.meta.url)
  const articles = readdirSync(folder)
    .sort()
    .flatMap((name) => compileArticles(readFileSync(new URL(name, folder), 'utf8')))
  writeFileSync(
    new URL('./own.jsonl', import.meta.url),
    articles.map((article) => `${JSON.stringify(article)}\n`).join(''),
  )
}

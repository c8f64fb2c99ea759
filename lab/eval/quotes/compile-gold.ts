import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Offsets `[start, end)` into the text. */
export type Pair = [number, number]

/** One quotation and what the text says of it; the same words as in `own.jsonl`, and where and to whom it was said. */
export type GoldQuotation = {
  source: Pair[]
  cue: Pair[]
  content: Pair[]
  kind: 'direct' | 'mixed'
  /** The name of the source, when the article tells it. */
  speaker?: string
  channel?: Pair
  addressee?: Pair
  place?: Pair
  when?: Pair
}

export type GoldArticle = {
  id: string
  language: string
  title: string
  date: string
  text: string
  attributions: GoldQuotation[]
  /** Words between marks that nobody says: titles, nicknames, signs, terms. */
  notSpeech: Pair[]
}

const FOLDER = fileURLToPath(new URL('./gold/', import.meta.url))
/** `{A:` words of speaker A, `{~:` not speech, `{sA:` source, `{cA:` cue, and so on. */
const OPEN = /\{([schtpw]?[A-Z?]|~):/y
const FACETS = { h: 'channel', t: 'addressee', p: 'place', w: 'when' } as const

type Label = { tag: string; span: Pair }

/**
 * The articles of marked-up text. An article starts with `=== id date`, with `curly` when its straight marks are to be
 * curled; lines such as `A=Jane Roe` name its speakers (`B=` one who has no name) and `! ` starts its headline.
 * Throws on a label of a speaker not named at the head, or a bracket left open.
 */
export function compileGold(marked: string): GoldArticle[] {
  return marked
    .split(/^=== /m)
    .slice(1)
    .map((part) => compileArticle(part.trimEnd().split('\n')))
}

function compileArticle([head = '', ...lines]: string[]): GoldArticle {
  const [id = '', date = '', style] = head.split(' ')
  const names = new Map<string, string>([['?', '']])
  while (/^[A-Z]=/.test(lines[0] ?? '')) names.set(lines[0]?.[0] ?? '', lines.shift()?.slice(2) ?? '')
  const hasTitle = lines[0]?.startsWith('! ') ?? false
  const body = lines.join('\n').slice(hasTitle ? 2 : 0)
  const { text, labels } = takeLabels(style === 'curly' ? curl(body) : body, id)
  const unknown = labels.find(({ tag }) => tag !== '~' && !names.has(tag.at(-1) ?? ''))
  if (unknown) throw new Error(`${id}: no speaker ${unknown.tag}`)
  const spoken = labels.filter(({ tag }) => /^[A-Z?]$/.test(tag))
  return {
    id,
    language: 'en',
    title: hasTitle ? text.slice(0, text.indexOf('\n')) : '',
    date,
    text,
    attributions: spoken.map((said) => attributionOf(text, said, spoken, labels, names.get(said.tag) ?? '')),
    notSpeech: labels.flatMap(({ tag, span }) => (tag === '~' ? [span] : [])),
  }
}

/** Curls straight marks: those that touch a bracket of a quotation are quotation marks, the rest apostrophes. */
function curl(body: string): string {
  return body
    .replace(/'(?=\{[A-Z?~]:)/g, '‘')
    .replace(/"(?=\{[A-Z?~]:)/g, '“')
    .replace(/"/g, '”')
    .replace(/'/g, '’')
}

function takeLabels(body: string, id: string): { text: string; labels: Label[] } {
  const labels: Label[] = []
  const open: Label[] = []
  let text = ''
  for (let at = 0; at < body.length; at++) {
    OPEN.lastIndex = at
    const tag = OPEN.exec(body)?.[1]
    if (tag) {
      open.push({ tag, span: [text.length, 0] })
      labels.push(open.at(-1) as Label)
      at += tag.length + 1
    } else if (body[at] === '}') {
      const label = open.pop()
      if (!label) throw new Error(`${id}: a bracket too many at "${text.slice(-30)}"`)
      label.span[1] = text.length
    } else text += body[at]
  }
  if (open.length > 0) throw new Error(`${id}: an open bracket at "${text.slice(open[0]?.span[0]).slice(0, 30)}"`)
  return { text, labels }
}

/** The nearest source of that speaker, in the paragraph first; a cue or a facet only with no other words of theirs between. */
function attributionOf(
  text: string,
  { tag, span }: Label,
  spoken: readonly Label[],
  labels: readonly Label[],
  speaker: string,
): GoldQuotation {
  const isHere = (each: Label): boolean =>
    !between(each.span, span).some(([from, to]) => text.slice(from, to).includes('\n'))
  const isNext = (each: Label): boolean =>
    isHere(each) &&
    !spoken.some(
      (other) =>
        other.tag === tag &&
        between(each.span, span).some(([from, to]) => other.span[0] >= from && other.span[1] <= to),
    )
  const of = (facet: string): Label[] =>
    labels.filter((each) => each.tag === facet + tag).sort((a, b) => distance(a.span, span) - distance(b.span, span))
  const sources = of('s')
  const source = sources.find(isHere) ?? sources.find((each) => each.span[1] <= span[0]) ?? sources[0]
  const cue = of('c').find(isNext)
  const isMixed = /^\p{Ll}/u.test(text.slice(...span)) && !/[,—–-] *["'“‘]$/.test(text.slice(0, span[0]))
  const facets = Object.entries(FACETS).flatMap(([letter, name]) => {
    const label = of(letter).find(isNext)
    return label ? [[name, label.span] as const] : []
  })
  return {
    source: source ? [source.span] : [],
    cue: cue ? [cue.span] : [],
    content: [span],
    kind: isMixed ? 'mixed' : 'direct',
    ...(speaker === '' ? {} : { speaker }),
    ...Object.fromEntries(facets),
  }
}

function between(a: Pair, b: Pair): Pair[] {
  return a[1] <= b[0] ? [[a[1], b[0]]] : b[1] <= a[0] ? [[b[1], a[0]]] : []
}

function distance(a: Pair, b: Pair): number {
  return Math.max(0, b[0] - a[1], a[0] - b[1])
}

/** The JSON lines of the marked-up files of one style, `single` or `double`. */
export function goldLines(style: string): string {
  const files = readdirSync(FOLDER)
    .filter((name) => name.startsWith(`${style}-`))
    .sort()
  const articles = files.flatMap((name) => compileGold(readFileSync(FOLDER + name, 'utf8')))
  return articles.map((article) => `${JSON.stringify(article)}\n`).join('')
}

if (import.meta.main)
  for (const style of ['single', 'double', 'titles'])
    writeFileSync(fileURLToPath(new URL(`./own-${style}.jsonl`, import.meta.url)), goldLines(style))

import { defined } from '../../core/defined.ts'
/** A block as written; tokens and marks are not rendered yet. */
export type WrittenBlock = { readonly kind: 'paragraph' | 'heading'; readonly text: string }

/** A change made after publication. Texts are as written in the file. */
export type WrittenRevision = {
  readonly step: 1 | 2
  readonly at: string
  readonly title?: string
  readonly replacements: readonly { readonly from: string; readonly to: string }[]
  readonly removed: readonly string[]
  readonly appended: readonly string[]
}

export type WrittenArticle = {
  readonly fields: Readonly<Record<string, string>>
  readonly blocks: readonly WrittenBlock[]
  readonly revisions: readonly WrittenRevision[]
}

/**
 * Reads one file of the edition: `key: value` lines between two `---`, then blocks with an empty line between them
 * (`## ` opens a heading), then any number of revisions, each opened by `=== 1 at 0 17:10`. Throws with the file's
 * name when the shape is wrong.
 */
export function parseArticle(file: string, name: string): WrittenArticle {
  const [, head, rest] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(file) ?? []
  if (head === undefined || rest === undefined) throw new Error(`${name}: begin with fields between two --- lines`)
  const [body = '', ...revisions] = rest.split(/^(?==== )/m)
  return {
    fields: Object.fromEntries(head.split('\n').map((line) => field(line, name))),
    blocks: parseBlocks(body),
    revisions: revisions.map((text) => parseRevision(text, name)),
  }
}

/** `key: value`; the value may hold colons. */
function field(line: string, name: string): [string, string] {
  const colon = line.indexOf(': ')
  if (colon < 1) throw new Error(`${name}: write "key: value", not "${line}"`)
  return [line.slice(0, colon), line.slice(colon + 2).trim()]
}

function parseBlocks(body: string): readonly WrittenBlock[] {
  return body
    .trim()
    .split(/\n{2,}/)
    .map((text) =>
      text.startsWith('## ') ? { kind: 'heading', text: text.slice(3) } : { kind: 'paragraph', text: text },
    )
}

function parseRevision(text: string, name: string): WrittenRevision {
  const [first = '', ...lines] = text.trim().split('\n')
  const [, step, at] = /^=== ([12]) at (.+)$/.exec(first) ?? []
  if (!step || !at) throw new Error(`${name}: open a revision with "=== 1 at 0 17:10", not "${first}"`)
  const fields = lines.map((line) => field(line, name))
  const all = (key: string) => fields.filter(([k]) => k === key).map(([, value]) => value)
  const to = all('with')
  const [title] = all('title')
  return {
    step: step === '1' ? 1 : 2,
    at,
    ...defined({ title }),
    replacements: all('replace').map((from, index) => ({ from, to: to[index] ?? '' })),
    removed: all('remove'),
    appended: all('append'),
  }
}

/** The blocks after a revision. Throws when a sentence to change does not stand in the text. */
export function reviseBlocks(
  blocks: readonly WrittenBlock[],
  revision: WrittenRevision,
  name: string,
): readonly WrittenBlock[] {
  const changes = [...revision.replacements, ...revision.removed.map((from) => ({ from, to: '' }))]
  const changed = changes.reduce((current, { from, to }) => replaceOnce(current, from, to, name), blocks)
  const kept = changed.filter((block) => block.text.trim() !== '')
  return [...kept, ...revision.appended.map((text): WrittenBlock => ({ kind: 'paragraph', text }))]
}

function replaceOnce(blocks: readonly WrittenBlock[], from: string, to: string, name: string): readonly WrittenBlock[] {
  const index = blocks.findIndex((block) => block.text.includes(from))
  if (index < 0) throw new Error(`${name}: no block holds "${from}"`)
  return blocks.map((block, i) => (i === index ? { ...block, text: block.text.replace(from, () => to) } : block))
}

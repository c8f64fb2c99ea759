import { ask } from '../cluster/database-access.ts'

/** The kinds of edits, each a write of its own. */
export const editKinds = [
  'read',
  'star',
  'note',
  'highlight',
  'tag',
  'follow',
  'search',
  'folder',
  'folder of a feed',
  'setting',
  'subscription',
] as const
export type EditKind = (typeof editKinds)[number]

/** What was asked for and what of it was acknowledged, written down outside the process that is killed. */
export type Ledger = {
  /** What has to be there, once: by kind, the words it is found by. */
  readonly kept: Readonly<Record<EditKind, Set<string>>>
  /** Values that are written over: the last that was acknowledged, and those asked for since. */
  readonly values: Map<string, { readonly acknowledged: string; readonly asked: readonly string[] }>
  acknowledged: number
  /** Answers other than yes, by their status. */
  readonly refused: Map<string, number>
}

export function newLedger(): Ledger {
  const kept = Object.fromEntries(editKinds.map((kind) => [kind, new Set<string>()])) as Ledger['kept']
  return { kept, values: new Map(), acknowledged: 0, refused: new Map() }
}

/** What there is to edit. */
type Stock = {
  readonly entries: readonly string[]
  readonly starred: readonly string[]
  readonly articles: readonly string[]
  readonly feeds: readonly string[]
}

const zones = Intl.supportedValuesOf('timeZone')
const colors = ['yellow', 'green', 'blue', 'pink']
let lastNumber = 0

/**
 * Edits over the interface for programs, one edit after another, until the server is gone or `most` were asked for. `urlOf` is the address of a feed nobody
 * subscribes to yet. Of those who edit at once one only may write over what another wrote: answers may come in another order than the writes.
 */
export async function editUntilGone(
  url: string,
  token: string,
  database: string,
  ledger: Ledger,
  random: () => number,
  urlOf: (number: number) => string,
  { most = 2000, mayWriteOver = true }: { readonly most?: number; readonly mayWriteOver?: boolean } = {},
): Promise<void> {
  const stock = await readStock(database)
  for (let asked = 0; asked < most; asked++) {
    const kind = editKinds[Math.floor(random() * editKinds.length)]!
    const edit = makeEdit(kind, stock, random, urlOf)
    if (!edit) continue
    const { key, value } = edit
    if (value !== undefined && !mayWriteOver) continue
    const before = ledger.values.get(key)
    if (value !== undefined)
      ledger.values.set(key, { acknowledged: before?.acknowledged ?? '', asked: [...(before?.asked ?? []), value] })
    const status = await send(`${url}api/v1${edit.path}`, edit.method, token, edit.body)
    if (status === 'gone') return
    if (status !== 'done') {
      ledger.refused.set(`${kind}: ${status}`, (ledger.refused.get(`${kind}: ${status}`) ?? 0) + 1)
      continue
    }
    ledger.acknowledged += 1
    if (value === undefined) ledger.kept[kind].add(key)
    else ledger.values.set(key, { acknowledged: value, asked: [] })
  }
}

/** How many acknowledged edits are not there, and how many things stand twice. */
export async function compareLedger(database: string, ledger: Ledger): Promise<{ lost: string[]; doubled: string[] }> {
  const lost: string[] = []
  const doubled: string[] = []
  for (const kind of editKinds) {
    const found = new Map<string, number>()
    for (const { key } of await ask(database, queries[kind])) {
      const name = String(key)
      found.set(name, (found.get(name) ?? 0) + 1)
    }
    for (const key of ledger.kept[kind]) if (!found.has(key)) lost.push(`${kind} ${key}`)
    for (const [key, count] of found) if (count > 1) doubled.push(`${kind} ${key}`)
  }
  const values = new Map([
    ...(await ask(database, `select 'setting' as key, value from preference where name = 'timeZone'`)).map(pair),
    ...(await ask(database, `select 'folder of ' || feed_id as key, folder as value from subscription`)).map(pair),
  ])
  for (const [key, { acknowledged, asked }] of ledger.values) {
    const value = values.get(key) ?? ''
    if (value !== acknowledged && !asked.includes(value)) lost.push(`${key}: ${acknowledged}, is ${value}`)
    // What was asked for and not answered is there or not, and stays so.
    ledger.values.set(key, { acknowledged: value, asked: [] })
  }
  return { lost, doubled }
}

function pair({ key, value }: Readonly<Record<string, unknown>>): readonly [string, string] {
  return [String(key), String(value).replaceAll('"', '')]
}

/** Where what was edited stands. */
const queries: Readonly<Record<EditKind, string>> = {
  read: `select entry.sequence as key from entry join subscription as mine on mine.feed_id = entry.feed_id
    left join reading_mark as mark on mark.sequence = entry.sequence and mark.reader_id = mine.reader_id
    where mine.reader_id = 'owner' and coalesce(mark.is_read, entry.sequence <= mine.read_up_to) = 1`,
  star: `select sequence as key from reading_mark where reader_id = 'owner' and is_starred = 1`,
  note: 'select body as key from note',
  highlight: 'select id as key from highlight',
  tag: 'select name as key from tag',
  follow: `select target as key from follow where kind = 'topic'`,
  search: 'select name as key from saved_search',
  folder: 'select name as key from kept_folder',
  'folder of a feed': 'select feed_id as key from subscription',
  setting: 'select name as key from preference',
  subscription: 'select url as key from feed join subscription on feed_id = feed.id',
}

async function readStock(database: string): Promise<Stock> {
  const list = async (statement: string) => (await ask(database, statement)).map(({ key }) => String(key))
  return {
    entries: await list('select sequence as key from entry order by sequence desc limit 400'),
    starred: await list(`${queries.star} limit 200`),
    articles: await list('select id as key from article order by published_at desc limit 50'),
    feeds: await list('select feed_id as key from subscription limit 50'),
  }
}

type Edit = {
  readonly method: string
  readonly path: string
  readonly body: unknown
  readonly key: string
  /** Of what is written over. */
  readonly value?: string
}

/** An edit that no other is like; undefined when there is nothing yet to make it of. */
function makeEdit(
  kind: EditKind,
  { entries, starred, articles, feeds }: Stock,
  random: () => number,
  urlOf: (number: number) => string,
): Edit | undefined {
  const number = ++lastNumber
  const one = (of: readonly string[]) => of[Math.floor(random() * of.length)]
  const [entry, star, article, feed] = [one(entries), one(starred), one(articles), one(feeds)]
  switch (kind) {
    case 'read':
      return entry === undefined
        ? undefined
        : { method: 'PUT', path: '/entries/read', body: { entryIds: [entry], isRead: true }, key: entry }
    case 'star':
      return entry === undefined
        ? undefined
        : { method: 'PUT', path: `/entries/${entry}/star`, body: { isStarred: true }, key: entry }
    case 'note': {
      const body = `Note ${number}`
      return article === undefined
        ? undefined
        : { method: 'POST', path: '/notes', body: { articleId: article, start: 0, end: 9, body }, key: body }
    }
    case 'highlight': {
      const start = Math.floor(random() * 60)
      const id = `mark-${number}`
      const body = { articleId: article, start, end: start + 7, color: one(colors), id }
      return article === undefined ? undefined : { method: 'POST', path: '/highlights', body, key: id }
    }
    case 'tag': {
      const name = `tag ${number}`
      return star === undefined
        ? undefined
        : { method: 'POST', path: '/tags', body: { kind: 'entry', target: star, names: [name] }, key: name }
    }
    case 'follow':
      return { method: 'POST', path: '/follows', body: { kind: 'topic', target: `t${number}` }, key: `t${number}` }
    case 'search': {
      const name = `Search ${number}`
      return { method: 'POST', path: '/searches', body: { query: `harbor ${number}`, name }, key: name }
    }
    case 'folder':
      return { method: 'POST', path: '/folders', body: { name: `Folder ${number}` }, key: `Folder ${number}` }
    case 'folder of a feed': {
      const value = `Of ${number}`
      return feed === undefined
        ? undefined
        : { method: 'PUT', path: `/feeds/${feed}/folder`, body: { folder: value }, key: `folder of ${feed}`, value }
    }
    case 'setting': {
      const value = zones[number % zones.length]!
      return {
        method: 'PATCH',
        path: '/preferences',
        body: { preferences: { timeZone: value } },
        key: 'setting',
        value,
      }
    }
    case 'subscription': {
      // Few: each is a feed that is polled from then on.
      if (random() > 0.03) return undefined
      const url = urlOf(number)
      return { method: 'POST', path: '/feeds', body: { url }, key: url }
    }
  }
}

async function send(url: string, method: string, token: string, body: unknown): Promise<'done' | 'gone' | string> {
  try {
    const answer = await fetch(url, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    })
    const text = await answer.text()
    return answer.ok ? 'done' : `${answer.status} ${text.slice(0, 160)}`
  } catch {
    return 'gone'
  }
}

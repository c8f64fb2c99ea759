import type { Engine } from '../engine/engine.ts'

/**
 * Everything that published or written texts cite and that must therefore stay readable: the ids cited in public links and model
 * texts, and the stories of sent briefs, or the days of those briefs whose stories weren't recorded. Read once per walk.
 */
export type CitedWords = {
  /** By document: the story or article whose text cites it, or an empty string for a public link. */
  readonly documents: ReadonlyMap<string, ReadonlySet<string>>
  readonly stories: ReadonlySet<string>
  readonly days: readonly { readonly from: string; readonly until: string }[]
}

/** A quoted string within JSON that is long enough to be an id. */
const idsIn = /"([^"\\\s]{16,120})"/g
const DAY_MS = 86_400_000
const daysOf: Readonly<Record<string, number>> = { day: 2, week: 8 }

export async function readCitedWords({ reader }: Engine): Promise<CitedWords> {
  const documents = new Map<string, Set<string>>()
  const cite = (body: string, by: string) => {
    for (const [, id] of body.matchAll(idsIn)) {
      const known = documents.get(id!)
      if (known) known.add(by)
      else documents.set(id!, new Set([by]))
    }
  }
  const shares = await reader.selectFrom('share').select('body').where('revoked_at', 'is', null).execute()
  for (const { body } of shares) cite(body, '')
  for (const { subject, body } of await reader.selectFrom('written_text').select(['subject', 'body']).execute())
    cite(body, subject)
  const briefs = await reader
    .selectFrom('brief_sent')
    .select(['kind', 'day', 'stories'])
    .where('state', 'in', ['sending', 'sent'])
    .execute()
  return {
    documents,
    stories: new Set(briefs.flatMap(({ stories }) => (stories === null ? [] : (JSON.parse(stories) as string[])))),
    days: briefs.flatMap(({ kind, day, stories }) => {
      if (stories !== null) return []
      const end = Date.parse(`${day}T00:00:00Z`) + 2 * DAY_MS
      const from = end - (1 + (daysOf[kind] ?? 8)) * DAY_MS
      return [{ from: new Date(from).toISOString(), until: new Date(end).toISOString() }]
    }),
  }
}

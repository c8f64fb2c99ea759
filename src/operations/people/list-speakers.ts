import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { sureEnough } from '../../core/quote.ts'
import type { Utterance } from '../../core/story.ts'
import { defineOperation } from '../operation.ts'
import { quotesPage } from './entity-quotes.ts'
import type { SpeakersView } from './entity-views.ts'

const DAY_MS = 86_400_000
const QUOTES_READ = 40
/** Shorter quotations, in characters, say little without their article. */
const LONG_ENOUGH = 25

export const listSpeakers = defineOperation({
  name: 'list_speakers',
  minRole: 'guest',
  summary: 'People quoted in the news of the last day, each with one of their newest quotations',
  input: z.strictObject({ limit: z.coerce.number<number>().int().min(1).max(30).default(8) }),
  async run({ store, now }, { limit }): Promise<SpeakersView> {
    const since = new Date(now().getTime() - DAY_MS).toISOString()
    const present = await store.entities.speaking(since, limit)
    const newest = await Promise.all(present.map(({ entity }) => store.entities.spoken(entity.id, 1)))
    const ids = new Set(newest.flatMap(([spoken]) => (spoken ? [spoken.storyId] : [])))
    const stories = new Map((await store.stories.findMany([...ids])).map((row) => [row.id, row]))
    const speakers = present.flatMap(({ entity, storyCount }, index) => {
      const [spoken] = newest[index] ?? []
      const row = spoken && stories.get(spoken.storyId)
      if (!row?.dossier) return []
      const [said] = quotesPage([{ ...row, dossier: row.dossier }], entity.id, QUOTES_READ)
      const utterance = said && newestOf(said.utterances)
      if (!utterance) return []
      const [role, otherRole] = said.roles
      return [{ entity, storyCount, ...defined({ role: otherRole ? undefined : role }), utterance, story: said.story }]
    })
    const cited = speakers.flatMap(({ role, utterance }) => [
      ...(role ? [role.documentId] : []),
      ...utterance.wordings.map(({ citation }) => citation.documentId),
    ])
    return { speakers, documents: await store.articles.citedDocuments(cited) }
  },
})

/** The newest words: quoted ones of a certain speaker first, and of those one that says something by itself, unlike "It is cold". */
function newestOf(utterances: readonly Utterance[]): Utterance | undefined {
  const sure = utterances.filter(({ wordings: [first] }) => first.confidence >= sureEnough)
  const quoted = sure.filter(({ wordings: [first] }) => first.kind === 'direct')
  const longEnough = quoted.find(({ wordings: [{ citation }] }) => citation.exact.length >= LONG_ENOUGH)
  return longEnough ?? quoted[0] ?? sure[0] ?? utterances[0]
}

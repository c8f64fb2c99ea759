import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Citation, matchesText } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import { asId, type DocumentId, type ShareId } from '../../core/ids.ts'
import { guest } from '../../core/reader-identity.ts'
import type { Dossier } from '../../core/story.ts'
import type { SharedBody } from '../../core/text/public-link-body.ts'
import { documentsIn, type FrozenSources, freezeBrief, freezeStory } from '../../story/freeze-story.ts'
import { getBrief } from '../day/get-brief.ts'
import { forReader } from '../for-reader.ts'
import { day, storyId, timeZone } from '../input.ts'
import { oneByOne } from '../one-by-one.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { type Share, type SharedView, type ShareMade, type SharesView, shareLasts } from './share-views.ts'

const DAY_MS = 86_400_000
/** Most active links per reader. */
const mostOpen = 500
const days = { week: 7, month: 30, year: 365 } as const

export const share = defineOperation({
  name: 'share',
  minRole: 'reader',
  summary: 'Creates a public link to a story or the brief of a day as it is now, until it is revoked',
  input: z
    .union([
      z.object({ kind: z.literal('story'), target: storyId }),
      z.object({
        kind: z.literal('brief'),
        target: day,
        /** IANA time zone of the day. Absent: UTC. */
        timeZone: timeZone.optional(),
      }),
    ])
    .and(z.object({ lasts: z.enum(shareLasts).default('month'), isEmbeddable: z.boolean().default(false) })),
  async run(context, { lasts, isEmbeddable, ...thing }): Promise<ShareMade | undefined> {
    const { store, reader } = context
    const madeAt = context.now().toISOString()
    const { kind, target } = thing
    const frozen =
      kind === 'story'
        ? await storyAsOf(context, target)
        : await briefAsOf(context, { day: target, timeZone: thing.timeZone })
    if (!frozen) return undefined
    const isOpen = ({ revokedAt, expiresAt }: Share) => !revokedAt && (!expiresAt || expiresAt > madeAt)
    const token = randomBytes(24).toString('base64url')
    const made: Share = {
      id: asId<ShareId>(randomUUID()),
      kind,
      target: frozen.target,
      title: frozen.title,
      moment: frozen.moment ?? madeAt,
      isEmbeddable,
      madeAt,
      ...defined({
        expiresAt: lasts === 'always' ? undefined : new Date(Date.parse(madeAt) + days[lasts] * DAY_MS).toISOString(),
      }),
    }
    return oneByOne(`shares ${reader.id}`, async (): Promise<ShareMade> => {
      if ((await store.shares.list(reader.id)).filter(isOpen).length >= mostOpen)
        return { kind: 'refused', most: mostOpen }
      await store.shares.add(reader.id, made, hashOf(token), JSON.stringify(frozen.body))
      return { kind: 'made', share: made, token }
    })
  },
})

export const listShares = defineOperation({
  name: 'list_shares',
  minRole: 'reader',
  summary: 'The reader’s public links, newest first, active or not; their URLs are not stored',
  input: z.strictObject({}),
  run: async ({ store, reader }): Promise<SharesView> => ({ shares: await store.shares.list(reader.id) }),
})

export const revokeShare = defineOperation({
  name: 'revoke_share',
  minRole: 'reader',
  summary: 'Revokes a public link: it opens nothing from then on',
  input: z.strictObject({ id: z.string().min(1).max(120) }),
  async run({ store, reader, now }, { id }): Promise<{ readonly id: string } | undefined> {
    return (await store.shares.revoke(reader.id, asId<ShareId>(id), now().toISOString())) ? { id } : undefined
  },
})

export const getShared = defineOperation({
  name: 'get_shared',
  minRole: 'anyone',
  summary: 'The content of a public link: a story or a brief as of a moment, every sentence cited',
  input: z.strictObject({ token: z.string().max(200) }),
  async run({ store, now }, { token }): Promise<SharedView | undefined> {
    const found = await store.shares.open(hashOf(token), now().toISOString())
    if (!found) return undefined
    const { kind, target, title, moment, isEmbeddable, expiresAt } = found
    const body = JSON.parse(found.body) as SharedBody
    return { kind, target, title, moment, isEmbeddable, ...defined({ expiresAt }), body }
  },
})

type Frozen = {
  readonly target: string
  readonly title: string
  readonly moment?: string
  readonly body: SharedBody
}

async function storyAsOf(context: OperationContext, target: string): Promise<Frozen | undefined> {
  // Private articles are left out, even on an instance with one reader: anybody may open the link.
  const open = forReader(context, guest)
  const row = (await open.store.stories.find(asId(target))) ?? (await context.store.stories.find(asId(target)))
  if (!row?.dossier) return undefined
  const { sources, isHeld } = await sourcesOf(open, documentsIn(row.dossier))
  const dossier = ofDocuments(row.dossier, new Set(Object.keys(sources)))
  return dossier && { target: row.id, title: dossier.headline.title, body: freezeStory(dossier, sources, isHeld) }
}

/** A dossier reduced to the given documents, as far as a link shows it; undefined if it has none of them. */
function ofDocuments(dossier: Dossier, ids: ReadonlySet<string>): Dossier | undefined {
  const members = dossier.members.filter(({ documentId }) => ids.has(documentId))
  const [first] = members
  if (first === undefined || members.length === dossier.members.length) return first && dossier
  const headline = ids.has(dossier.headline.documentId)
    ? dossier.headline
    : { documentId: first.documentId, title: first.title }
  const reports = dossier.reports.filter(({ documentIds }) => documentIds.some((id) => ids.has(id)))
  return { ...dossier, members, reports, headline }
}

/** The brief without the reader's follows and mutes. */
async function briefAsOf(
  context: OperationContext,
  ofDay: { day: string; timeZone?: string | undefined },
): Promise<Frozen | undefined> {
  const target = ofDay.day
  const view = await getBrief.run(forReader(context, guest), ofDay)
  if (view.stories.length === 0) return undefined
  const ids = view.stories.flatMap(({ documents }) => Object.keys(documents).map((id) => asId<DocumentId>(id)))
  const { sources, isHeld } = await sourcesOf(forReader(context, guest), ids)
  return { target, title: target, moment: view.until, body: freezeBrief(view.stories, sources, isHeld) }
}

async function sourcesOf({ store }: OperationContext, ids: readonly DocumentId[]) {
  const [rows, documents] = await Promise.all([
    store.articles.citedDocuments(ids),
    Promise.all(ids.map((id) => store.articles.findDocument(id))),
  ])
  const sources: FrozenSources = Object.fromEntries(
    Object.entries(rows).map(([id, { sourceName, title, url, publishedAt, language }]) => [
      id,
      { sourceName, title, url, publishedAt, language },
    ]),
  )
  const texts = new Map(documents.flatMap((document) => (document ? [[document.id, document]] : [])))
  const isHeld = (citation: Citation) => {
    const document = texts.get(citation.documentId)
    return document !== undefined && matchesText(document, citation)
  }
  return { sources, isHeld }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

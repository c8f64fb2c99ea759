import type { ReaderIdentity } from '../../../src/core/reader-identity.ts'
import { ownerId } from '../../../src/core/reader-identity.ts'
import { setPreferences } from '../../../src/operations/accounts/preferences.ts'
import { getArticle } from '../../../src/operations/articles/get-article.ts'
import { setListOrder } from '../../../src/operations/articles/list-order.ts'
import { recordVisit } from '../../../src/operations/day/get-today.ts'
import { addDeskNote, putOnDesk } from '../../../src/operations/desk/desk.ts'
import { applyRule } from '../../../src/operations/library/apply-rules.ts'
import { follow } from '../../../src/operations/library/follow.ts'
import { getFollowing } from '../../../src/operations/library/get-following.ts'
import { saveHighlight } from '../../../src/operations/library/highlights.ts'
import { importFile } from '../../../src/operations/library/import-file.ts'
import { mute } from '../../../src/operations/library/mute.ts'
import { saveRule } from '../../../src/operations/library/rules.ts'
import { save } from '../../../src/operations/library/save.ts'
import { saveNote } from '../../../src/operations/library/save-note.ts'
import { share } from '../../../src/operations/library/share.ts'
import { addTags, dropTag } from '../../../src/operations/library/tags.ts'
import { saveWatch } from '../../../src/operations/notify/watches.ts'
import type { OperationContext } from '../../../src/operations/operation.ts'
import { saveSearch } from '../../../src/operations/search/saved-searches.ts'
import { getStory } from '../../../src/operations/stories/get-story.ts'
import { canary } from './canary.ts'

/** Who owns what must stay apart, and who tries to get at it. */
export const readerA: ReaderIdentity = { id: 'reader-a', name: 'Reader A', role: 'reader' }

const bridge =
  'Engineers closed the harbour bridge of Port Alder on Monday after divers found cracks in two piers. “The piers will be mended by spring,” Mayor Ada Lindqvist said. Ferries carry shopkeepers and pupils across.'
const asides = ['A baker counted her lost customers.', 'The council sits again on Thursday.', 'Gulls sit on the rail.']

/** The news of a small instance: three articles of one story. */
export async function seedNews(
  operations: OperationContext,
  runOnce: () => Promise<unknown>,
  at: string,
): Promise<void> {
  const lines = asides.map((aside, number) =>
    JSON.stringify({
      title: `Harbour bridge closed, ${number}`,
      outlet: `Outlet ${number}`,
      url: `https://outlet${number}.example/news`,
      publishedAt: at,
      text: `${bridge}\n${aside}`,
    }),
  )
  await importFile.run(operations, { bytes: new TextEncoder().encode(`${lines.join('\n')}\n`), name: 'a.jsonl' })
  await runOnce()
}

/** Things of the instance that everybody may know. */
export type Common = {
  readonly story: string
  readonly article: string
  readonly document: string
  readonly entry: string
  readonly feed: string
  readonly source: string
  readonly entity: string
}

export async function commonOf({ store }: OperationContext): Promise<Common> {
  const stored = (await store.articles.findByUrl('https://outlet0.example/news'))!
  const dossier = (await store.stories.find(stored.storyId!))?.dossier
  const [feed] = await store.feeds.list(ownerId)
  return {
    story: stored.storyId!,
    article: stored.article.id,
    document: stored.document.id,
    entry: stored.entryIds[0]!,
    feed: feed!.id,
    source: stored.source.id,
    entity: dossier?.ledger[0]?.speaker.id ?? 'person:ada-lindqvist',
  }
}

/**
 * Puts one of everything under reader A, each with a canary of its own. One line for each table with a `reader_id`: the
 * proof fails while one of them is empty.
 */
export async function seedReader(instance: OperationContext, common: Common): Promise<{ readonly token: string }> {
  const operations = { ...instance, reader: readerA }
  const { story, article, entity } = common
  const of = <Id>(id: string) => id as unknown as Id
  await follow.run(operations, { kind: 'entity', target: entity, label: canary('follow') })
  await follow.run(operations, { kind: 'search', target: canary('followsearch'), label: canary('followlabel') })
  const ruled = await saveRule.run(operations, {
    ...{ isOn: true, isLast: false, name: canary('rulename') },
    ...{ conditions: { titlePattern: '.', titleNot: canary('ruleword') }, actions: { tag: canary('ruletag') } },
  })
  await applyRule.run(operations, { id: ruled!.id })
  await mute.run(operations, { kind: 'word', target: canary('muteword'), label: canary('mutelabel'), period: 'always' })
  await save.run(operations, { kind: 'story', target: story })
  await operations.store.saves.add(readerA.id, [
    {
      kind: 'article',
      target: `gone-${canary('savedid')}`,
      title: canary('savedtitle'),
      at: instance.now().toISOString(),
    },
  ])
  await saveNote.run(operations, { articleId: of(article), start: 0, end: 9, body: canary('note') })
  await saveHighlight.run(operations, { articleId: of(article), start: 0, end: 20, color: 'pink' })
  await addTags.run(operations, { kind: 'story', target: story, names: [canary('tag'), canary('droppedtag')] })
  await dropTag.run(operations, { name: canary('droppedtag') })
  await saveSearch.run(operations, { query: canary('searchquery'), name: canary('searchname') })
  await setPreferences.run(operations, { preferences: { theme: 'dark' } })
  await setListOrder.run(operations, { folder: canary('orderedfolder'), order: 'oldest' })
  await recordVisit.run(operations, { kind: 'page', target: canary('visit') })
  await getStory.run(operations, { id: of(story), reads: true })
  await getArticle.run(operations, { id: of(article), reads: true })
  await getFollowing.run(operations, { looks: true })
  await saveWatch.run(operations, {
    ...{ kind: 'entity', target: entity, label: canary('watchlabel') },
    ...{ occasions: ['first', 'second'], isShared: false },
  })
  // What is at the desk is for everybody here: a note of reader A is there to be neither changed nor deleted.
  await putOnDesk.run(operations, { story: of(story) })
  await addDeskNote.run(operations, { story: of(story), body: 'Ask the depot.' })
  await seedLetter(operations)
  const made = await share.run(
    operations,
    share.input.parse({ kind: 'story', target: story, lasts: 'always', isEmbeddable: true }),
  )
  if (made?.kind !== 'made') throw new Error('Reader A got no public link: the proof needs one')
  return { token: made.token }
}

/** A letter to reader A, with a canary in each of its parts: nobody else in the instance is to come upon it. */
async function seedLetter({ store, reader, now }: OperationContext): Promise<void> {
  const at = now().toISOString()
  const named = { name: canary('lettername'), folder: canary('letterfolder') }
  const box = { id: 'letterbox-a', readerId: reader.id, localPart: canary('letteraddress'), at }
  const { feedId } = await store.newsletterAddresses.add({ ...box, ...named })
  await store.feeds.setFolders(reader.id, feedId, [named.folder, canary('secondfolder')])
  const entry = {
    key: canary('letterkey'),
    title: `Bridge ${canary('lettertitle')}`,
    url: `https://letters.example/${canary('letterurl')}`,
    publishedAt: at,
    authors: [{ name: canary('letterauthor') }],
    categories: [],
    enclosures: [],
    contentHtml: `<p>The harbour bridge ${canary('lettertext')} of Port Alder.</p>`,
    letter: { leaveUrl: `https://letters.example/${canary('letterleave')}` },
  }
  const entries = [{ entry, contentHash: 'letter', text: () => `bridge ${canary('letterexcerpt')}` }]
  const result = { kind: 'parsed', title: '', validators: {}, bodyHash: '', entries } as const
  await store.feeds.savePolls([{ feedId, at, nextPollAt: '9999-12-31T00:00:00.000Z', intervalMinutes: 1440, result }])
}

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { asId, type StoryId } from '../../src/core/ids.ts'
import type { Role } from '../../src/core/reader-identity.ts'
import {
  addDeskNote,
  changeDeskStory,
  getDeskStory,
  listDesk,
  listDeskLog,
  putOnDesk,
  removeDeskNote,
  takeOffDesk,
} from '../../src/operations/desk/desk.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import { NotPermittedError, permit } from '../../src/operations/run.ts'
import { mostDeskStories } from '../../src/store/desk/desk.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at, dossier, ingested, withEntries } from './store-fixtures.ts'
import { storiesIn } from './store-story-fixture.ts'

for (const dialect of dialects)
  describe(`the shared desk on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    let minute = 0
    const { makeStory } = storiesIn(() => store)

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
      const people = { ed: 'moderator', rep: 'moderator', lee: 'moderator', rita: 'reader' } as const
      for (const [id, role] of Object.entries(people))
        await store.accounts.add({ id, name: `Name of ${id}`, role, createdAt: at(-90) })
    })
    after(() => database.remove())

    const as = (id: string, role: Role = 'moderator') => {
      const reader = { id, name: id, role }
      return { store: store.seenBy(reader), reader, now: () => new Date(at(++minute)) } as unknown as OperationContext
    }
    const onDesk = async (id: string) => (await listDesk.run(as(id), { isMine: false })).stories.map((s) => s.storyId)
    const logOf = async (story: string) => (await getDeskStory.run(as('ed'), { story: asId(story) }))!.log

    test('has what is put there once, and notes who changed what', async () => {
      const { id: story } = await makeStory(1)
      assert.equal(await putOnDesk.run(as('ed'), { story: asId('no-such-story') }), undefined)
      assert.equal((await putOnDesk.run(as('ed'), { story }))?.putBy?.isMe, true)
      assert.equal((await putOnDesk.run(as('rep'), { story }))?.putBy?.name, 'Name of ed')
      const given = await changeDeskStory.run(as('ed'), { story, assignee: 'name of REP', due: '2026-03-11' })
      assert.deepEqual(given?.assignee, { name: 'Name of rep', isMe: false })
      assert.equal(await changeDeskStory.run(as('ed'), { story, assignee: 'Name of rita' }), undefined, 'only reads')
      assert.equal(await changeDeskStory.run(as('ed'), { story, assignee: 'nobody' }), undefined)
      await changeDeskStory.run(as('rep'), { story, state: 'in-progress', due: '2026-03-11' })
      const note = await addDeskNote.run(as('rep'), { story, body: 'Ask the depot.\nThen the mayor.' })
      assert.equal(await removeDeskNote.run(as('ed'), { story, id: note!.id }), undefined, 'not theirs')
      const [mine] = (await listDesk.run(as('rep'), { isMine: true })).stories
      assert.deepEqual(
        [mine?.storyId, mine?.state, mine?.due, mine?.noteCount],
        [story, 'in-progress', '2026-03-11', 1],
      )
      assert.deepEqual((await listDesk.run(as('ed'), { isMine: true })).stories, [])
      const page = await getDeskStory.run(as('rita', 'reader'), { story })
      assert.deepEqual(
        [page?.notes[0]?.body, page?.notes[0]?.author.name, page?.people],
        ['Ask the depot.\nThen the mayor.', 'Name of rep', []],
      )
      assert.deepEqual((await getDeskStory.run(as('ed'), { story }))?.people, [
        ...['Name of ed', 'Name of lee', 'Name of rep', 'owner'],
      ])
      assert.deepEqual(
        page?.log.map(({ act, actor, value, assignee }) => [act, actor.name, value ?? assignee?.name]),
        [
          ['noted', 'Name of rep', undefined],
          ['state', 'Name of rep', 'in-progress'],
          ...page!.log.slice(2, 4).map(({ act, value }) => [act, 'Name of ed', value ?? 'Name of rep']),
          ['put', 'Name of ed', undefined],
        ],
      )
      assert.deepEqual(new Set(page?.log.slice(2, 4).map(({ act }) => act)), new Set(['assigned', 'due']))
      assert.equal(await removeDeskNote.run(as('rep'), { story, id: note!.id }), true)
      await changeDeskStory.run(as('ed'), { story, assignee: null, due: null })
      const emptied = (await getDeskStory.run(as('ed'), { story }))!.story
      assert.deepEqual([emptied.assignee, emptied.due, emptied.noteCount], [undefined, undefined, 0])
      assert.equal(await takeOffDesk.run(as('rep'), { story }), true)
      assert.equal(await takeOffDesk.run(as('rep'), { story }), undefined)
      assert.ok(!(await onDesk('ed')).includes(story))
      assert.equal((await listDeskLog.run(as('ed'), {})).log[0]?.act, 'removed')
    })

    test('is read by readers and changed by moderators', () => {
      const mayRun = (role: Role) =>
        [
          listDesk,
          getDeskStory,
          listDeskLog,
          putOnDesk,
          changeDeskStory,
          takeOffDesk,
          addDeskNote,
          removeDeskNote,
        ].filter((operation) => {
          try {
            permit({ reader: { id: 'x', name: 'x', role } }, operation)
            return true
          } catch (error) {
            assert.ok(error instanceof NotPermittedError)
            return false
          }
        }).length
      assert.deepEqual([mayRun('guest'), mayRun('reader'), mayRun('moderator')], [0, 3, 8])
    })

    test('keeps a story that is merged into another, or two that become one, with all notes', async () => {
      const [from, into] = [await makeStory(1), await makeStory(1)]
      await putOnDesk.run(as('ed'), { story: from.id })
      await addDeskNote.run(as('ed'), { story: from.id, body: 'on the first' })
      await putOnDesk.run(as('rep'), { story: into.id })
      await addDeskNote.run(as('rep'), { story: into.id, body: 'on the second' })
      await store.stories.move([{ documentId: from.all[0]!.document.id, to: into.id }], at(++minute))
      assert.deepEqual(await onDesk('ed'), [into.id])
      const page = await getDeskStory.run(as('ed'), { story: from.id })
      assert.equal(page?.story.putBy?.name, 'Name of ed', 'the first stays')
      assert.deepEqual(
        page?.notes.map(({ body }) => body),
        ['on the first', 'on the second'],
      )
      assert.equal(page?.log.length, 4)
      await changeDeskStory.run(as('rep'), { story: from.id, state: 'done' })
      await putOnDesk.run(as('rep'), { story: into.id })
      assert.equal((await getDeskStory.run(as('ed'), { story: into.id }))?.story.state, 'done')
      await takeOffDesk.run(as('ed'), { story: into.id })
      assert.deepEqual(await onDesk('ed'), [])
    })

    test('shows a story of a private feed to its subscribers alone', async () => {
      const keyed = 'https://paid.example/feed?token=SECRETKEY12345'
      const [entry] = await withEntries(store, [{ key: 'paid-1', title: 'Paid' }], keyed)
      const id = asId<StoryId>('story-with-key')
      const more = { assignment: { kind: 'found', reason: 'no-match' } as never, storyId: id }
      const told = ingested({ entry: entry!, text: 'A story with a key.', articleId: 'paid-one', more })
      await store.articles.saveIngested([told])
      const times = { firstAt: at(), lastAt: at(), changedAt: at() }
      const row = { title: 'x', language: 'en', ...times, articleCount: 1, reportCount: 1 }
      await store.stories.saveDossier(id, dossier(id, [told]), row)
      assert.equal(await putOnDesk.run(as('rep'), { story: id }), undefined)
      await store.feeds.addMany('ed', [{ url: keyed }], at())
      await store.stories.savePrivateViews(id, [])
      const isSeen = async (who: string) =>
        (await store.seenBy({ id: who, role: 'moderator' }).stories.find(id)) !== undefined
      assert.deepEqual([await isSeen('ed'), await isSeen('rep')], [true, false])
      await putOnDesk.run(as('ed'), { story: id })
      await addDeskNote.run(as('ed'), { story: id, body: 'for us' })
      assert.deepEqual([await onDesk('ed'), await onDesk('rep')], [[id], []])
      assert.equal(await getDeskStory.run(as('rep'), { story: id }), undefined)
      assert.equal(await addDeskNote.run(as('rep'), { story: id, body: 'x' }), undefined)
      assert.equal(await takeOffDesk.run(as('rep'), { story: id }), undefined)
      const seesLog = async (who: string) =>
        (await listDeskLog.run(as(who), {})).log.some(({ storyId }) => storyId === id)
      assert.deepEqual([await seesLog('ed'), await seesLog('rep')], [true, false])
      await takeOffDesk.run(as('ed'), { story: id })
    })

    test('keeps what others work on when somebody leaves, without their notes and name', async () => {
      const { id: story } = await makeStory(1)
      await putOnDesk.run(as('lee'), { story })
      await changeDeskStory.run(as('ed'), { story, assignee: 'Name of lee' })
      await addDeskNote.run(as('lee'), { story, body: 'mine' })
      await addDeskNote.run(as('ed'), { story, body: 'stays' })
      assert.equal(await store.readerRows.remove('lee', 'remove'), 'done')
      const page = await getDeskStory.run(as('ed'), { story })
      assert.deepEqual([page?.story.putBy, page?.story.assignee], [undefined, undefined])
      assert.deepEqual(
        page?.notes.map(({ body }) => body),
        ['stays'],
      )
      assert.deepEqual(
        (await logOf(story)).map(({ act }) => act),
        ['noted'],
      )
      await takeOffDesk.run(as('ed'), { story })
    })

    test('has an end, and so has its log, a page at a time', async () => {
      const { id: story } = await makeStory(1)
      await putOnDesk.run(as('ed'), { story })
      for (let count = 0; count < 105; count++)
        for (const state of ['done', 'planned'] as const) await store.desk.change(story, { state }, 'ed', at(++minute))
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await listDeskLog.run(as('ed'), cursor === undefined ? {} : { cursor })
        seen.push(...page.log.map(({ id }) => id))
        cursor = page.next
      } while (cursor !== undefined)
      assert.deepEqual([seen.length, new Set(seen).size], [200, 200])
      const rest = mostDeskStories - (await store.desk.list()).length
      for (let count = 0; count < rest; count++) await store.desk.put(`filler-${count}`, 'ed', at())
      const { id: more } = await makeStory(1)
      assert.equal(await putOnDesk.run(as('ed'), { story: more }), undefined)
    })
  })

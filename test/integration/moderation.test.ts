import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, test } from 'node:test'
import { guest, instanceOwner, type ReaderIdentity } from '../../src/core/reader-identity.ts'
import { commentWords } from '../../src/core/text/comment-text.ts'
import { exportDiscussion } from '../../src/operations/discussion/export-discussion.ts'
import { getComment } from '../../src/operations/discussion/get-comment.ts'
import { getDiscussion } from '../../src/operations/discussion/get-discussion.ts'
import { getModerationLog, getModerationQueue } from '../../src/operations/discussion/get-moderation.ts'
import { appealDecision, listComments, reportComment } from '../../src/operations/discussion/list-comments.ts'
import { blockWriter, lockDiscussion, moderateComment } from '../../src/operations/discussion/moderate.ts'
import { writeComment } from '../../src/operations/discussion/write-comment.ts'
import { mergeStories, undoChoice } from '../../src/operations/stories/story-choices.ts'
import { dialects, skipReason, type TestDatabase } from './databases.ts'

import { useInstance } from './discussion-instance.ts'

for (const dialect of dialects)
  describe(`moderation on ${dialect}`, { skip: skipReason(dialect) }, () => {
    const { as, pass, owner, account, trusted, write, onStory, context, database } = useInstance(dialect)

    test('moderators hide and remove for a reason that everybody reads; who wrote it appeals once', async () => {
      const hal = await trusted('Hal')
      const on = await onStory('tram1')
      const { id } = await write(hal, on, 'You are all herons, every one.')
      for (const decision of ['hide', 'remove'] as const)
        assert.equal(await moderateComment.run(owner(), { id, decision, reason: '', by: 'moderator' }), undefined)
      await moderateComment.run(owner(), { id, decision: 'remove', reason: 'Insults readers', by: 'moderator' })
      assert.equal(await getComment.run(as(guest), { id }), undefined)
      assert.equal((await getComment.run(as(hal), { id }))?.chosen.mayAppeal, true)
      assert.equal((await getModerationLog.run(as(guest), {}))?.entries[0]?.reason, 'Insults readers')
      assert.equal(await appealDecision.run(owner(), { id, words: 'Not mine' }), undefined)
      assert.equal(await appealDecision.run(as(hal), { id, words: 'Herons are fine birds' }), 'done')
      assert.equal(await appealDecision.run(as(hal), { id, words: 'Again' }), 'already')
      assert.equal((await getModerationQueue.run(owner(), {}))?.comments[0]?.appeal, 'Herons are fine birds')
      await moderateComment.run(owner(), { id, decision: 'approve', reason: 'Heard', by: 'moderator' })
      assert.ok(await getComment.run(as(guest), { id }))
    })

    test('reports of three readers hold a comment until a moderator looked, and then no more', async () => {
      const ivy = await trusted('Ivy')
      const { id } = await write(ivy, await onStory('tram1'), 'Something that some do not like.')
      assert.equal(await reportComment.run(as(ivy), { id, reason: 'other', words: '' }), undefined, 'not one’s own')
      const report = async (name: string) =>
        reportComment.run(as(await account(name)), { id, reason: 'insult', words: '' })
      assert.equal(await report('R1'), 'done')
      const again = await account('R2')
      assert.equal(await reportComment.run(as(again), { id, reason: 'spam', words: '' }), 'done')
      assert.equal(await reportComment.run(as(again), { id, reason: 'spam', words: '' }), 'already')
      assert.ok(await getComment.run(as(guest), { id }))
      await report('R3')
      assert.equal(await getComment.run(as(guest), { id }), undefined)
      await moderateComment.run(owner(), { id, decision: 'approve', reason: '', by: 'moderator' })
      for (const name of ['R4', 'R5', 'R6']) await report(name)
      assert.ok(await getComment.run(as(guest), { id }))
      assert.ok((await getModerationQueue.run(owner(), {}))!.comments.some(({ comment }) => comment.id === id))
      await moderateComment.run(owner(), { id, decision: 'approve', reason: '', by: 'moderator' })
    })

    test('a locked discussion, a locked thread and a blocked reader', async () => {
      const joe = await trusted('Joe')
      const on = await onStory('tram1')
      const { id } = await write(joe, on, 'Before the lock')
      await lockDiscussion.run(owner(), { ...on, threadId: id, isLocked: true, reason: 'Done' })
      assert.deepEqual(await writeComment.run(as(joe), { answers: id, body: 'In the thread' }), {
        kind: 'refused',
        reason: 'locked',
      })
      await write(joe, on, 'Beside the locked thread')
      await lockDiscussion.run(owner(), { ...on, isLocked: true, reason: 'Night' })
      assert.deepEqual(await writeComment.run(as(joe), { ...on, body: 'In the night' }), {
        kind: 'refused',
        reason: 'locked',
      })
      assert.equal((await getDiscussion.run(as(joe), on))?.lock?.reason, 'Night')
      await lockDiscussion.run(owner(), { ...on, isLocked: false, reason: '' })
      assert.equal(
        await lockDiscussion.run(owner(), { ...on, threadId: 'nothing', isLocked: true, reason: '' }),
        undefined,
      )
      assert.equal(await blockWriter.run(owner(), { commentId: id, isBlocked: true, reason: 'Enough' }), 'done')
      assert.deepEqual(await writeComment.run(as(joe), { ...on, body: 'Blocked' }), {
        kind: 'refused',
        reason: 'blocked',
      })
      assert.equal((await getDiscussion.run(as(joe), on))?.mayWrite, 'blocked')
      assert.ok(!JSON.stringify((await getModerationLog.run(as(guest), {}))?.entries).includes('Joe'))
      await blockWriter.run(owner(), { commentId: id, isBlocked: false, reason: '' })
      await write(joe, on, 'Back again')
    })

    test('a reader writes so much in ten minutes and no more; one who is new less', async () => {
      const [kim, lee] = [await account('Kim'), await trusted('Lee')]
      const on = await onStory('bridge1')
      const writeMany = async (reader: ReaderIdentity, many: number) => {
        const results = []
        for (let index = 0; index < many; index++)
          results.push(await writeComment.run(as(reader), { ...on, body: `Remark ${index} of ${reader.name}` }))
        return results.filter((result) => result?.kind === 'written').length
      }
      assert.equal(await writeMany(kim, 5), 3)
      assert.equal(await writeMany(lee, 12), 10)
      pass(11)
      const before = (await getDiscussion.run(owner(), on))!.count
      assert.equal(await writeMany(lee, 1), 1, 'the same again')
      assert.equal((await getDiscussion.run(owner(), on))!.count, before, 'is no new one')
    })

    test('the discussion of a story that went into another is found there, and goes back with it', async () => {
      const [bridges, trams] = [await onStory('bridge2'), await onStory('tram2')]
      const of = async (on: typeof bridges) => (await getDiscussion.run(owner(), on))!
      const [before, other] = [(await of(bridges)).count, (await of(trams)).count]
      const merged = await mergeStories.run(owner(), { story: bridges.id as never, other: trams.id as never })
      assert.ok(merged.kind === 'done')
      assert.equal((await of(bridges)).count, before + other)
      assert.equal((await of(trams)).on.id, bridges.id)
      const all = (await listComments.run(owner(), { on: trams }))!.comments
      assert.ok(all.every(({ on }) => on.id === bridges.id))
      await undoChoice.run(owner(), { id: merged.choice.id })
      assert.deepEqual([(await of(bridges)).count, (await of(trams)).count], [before, other])
    })

    test('of who leaves no word is left in the database, unless they let their comments stay without a name', async () => {
      const { store } = context().operations
      const [mia, ned] = [await trusted('Mia'), await trusted('Ned')]
      const on = await onStory('tram2')
      const { id: theirs } = await write(instanceOwner, on, 'A comment of the owner')
      const { id } = await write(mia, on, 'canary-mia-body on the tram')
      const { id: kept } = await write(ned, { answers: id }, 'What Ned said stays')
      await reportComment.run(as(mia), { id: theirs, reason: 'other', words: 'canary-mia-report' })
      const { id: removed } = await write(mia, on, 'canary-mia-removed is a word')
      await moderateComment.run(owner(), { id: removed, decision: 'remove', reason: 'x', by: 'moderator' })
      await appealDecision.run(as(mia), { id: removed, words: 'canary-mia-appeal' })
      await moderateComment.run(as({ ...mia, role: 'moderator' }), {
        id: kept,
        decision: 'approve',
        reason: 'canary-mia-reason',
        by: 'moderator',
      })
      await blockWriter.run(owner(), { commentId: id, isBlocked: true, reason: 'canary-mia-block' })
      assert.equal(await store.readerRows.remove(mia.id, 'remove'), 'done')
      assert.equal(await store.readerRows.remove(ned.id, 'keep-unnamed'), 'done')
      await store.readerRows.scrub()
      const view = (await getComment.run(as(guest), { id }))!
      assert.equal(view.first.state, 'deleted')
      assert.deepEqual(
        view.replies.map(({ blocks, author }) => [commentWords(blocks), author]),
        [['What Ned said stays', undefined]],
      )
      const exported = (await exportDiscussion.run(as(guest), { ...on, format: 'jsonl' }))!.text
      assert.ok(
        exported.includes('What Ned said stays') && !exported.includes('canary-mia') && !exported.includes('Ned"'),
      )
      await nothingLeft(database(), [mia.id, ned.id], 'canary-mia')
      if (dialect === 'sqlite') {
        await database().execute('pragma wal_checkpoint(truncate)')
        for (const name of readdirSync(dirname(database().url))) {
          const bytes = readFileSync(join(dirname(database().url), name))
          for (const canary of [
            'canary-mia-body',
            'canary-mia-report',
            'canary-mia-appeal',
            'canary-mia-reason',
            'canary-mia-removed',
            'canary-deleted-text',
          ])
            assert.equal(bytes.includes(canary), false, `${canary} in ${name}`)
        }
      }
    })
  })

const ofReaders = [
  'comment',
  'comment_report',
  'comment_mention',
  'comment_block',
  'discussion_lock',
  'moderation_entry',
]
const texts = {
  comment: ['body', 'appeal', 'quotes'],
  comment_report: ['words'],
  comment_block: ['reason', 'by_id'],
  discussion_lock: ['reason'],
  moderation_entry: ['reason'],
}

/** Fails when a row is still of one of the readers, or a text still has the word; the owner's own words are not theirs. */
async function nothingLeft(database: TestDatabase, readers: readonly string[], word: string): Promise<void> {
  const place = database.schema === undefined ? '' : 'twosource.'
  const rows = ofReaders.map(
    (table) => `select reader_id from ${place}${table} where reader_id in (${readers.map((id) => `'${id}'`).join()})`,
  )
  const words = Object.entries(texts).flatMap(([table, columns]) =>
    columns.map(
      (column) =>
        `select ${column} from ${place}${table} where ${column} like '%${word}%' and ${column} not like '%${word}-block%'`,
    ),
  )
  // A table that takes no row, so that one found is an error on either database.
  const found = `none_${readers[0]!.replace('-', '_')}`
  await database.execute(`create table ${place}${found} (found text check (found is null));
    insert into ${place}${found} ${[...rows, ...words].join(' union all ')}; drop table ${place}${found}`)
}

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readConfig } from '../../src/config.ts'
import { type Context, createContext } from '../../src/context.ts'
import { commentWords } from '../../src/core/comment-text.ts'
import { guest, houseOwner, type ReaderIdentity } from '../../src/core/reader-identity.ts'
import { exportDiscussion } from '../../src/operations/export-discussion.ts'
import { getArticle } from '../../src/operations/get-article.ts'
import { getCitation } from '../../src/operations/get-citation.ts'
import { getComment } from '../../src/operations/get-comment.ts'
import { getCommentForm } from '../../src/operations/get-comment-form.ts'
import { getDiscussion } from '../../src/operations/get-discussion.ts'
import { getModerationLog, getModerationQueue } from '../../src/operations/get-moderation.ts'
import { getStory } from '../../src/operations/get-story.ts'
import { importFile } from '../../src/operations/import-file.ts'
import { appealDecision, listComments, listMentions, reportComment } from '../../src/operations/list-comments.ts'
import { mergeStories } from '../../src/operations/merge-stories.ts'
import { blockWriter, lockDiscussion, moderateComment, setDiscussionSwitch } from '../../src/operations/moderate.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import { undoChoice } from '../../src/operations/undo-choice.ts'
import { deleteComment, editComment, writeComment } from '../../src/operations/write-comment.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const bridge =
  'Engineers closed the harbour bridge of Port Alder on Monday after divers found cracks in two piers. “The piers will be mended by spring,” Mayor Ada Lindqvist said. Ferries carry shopkeepers and pupils across.'
const tram =
  'Tram drivers of Velmar struck for a second night over shifts. “We want rest between carriages,” said Petra Novak, who leads the union. The company went to court over the depot.'
const MINUTE_MS = 60_000

for (const dialect of dialects)
  describe(`the discussion on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let folder: string
    let context: Context
    let clock = Date.parse('2026-03-12T12:00:00Z')
    let count = 0

    const as = (reader: ReaderIdentity): OperationContext => ({ ...context.operations, reader })
    const pass = (minutes: number) => (clock += minutes * MINUTE_MS)
    const urlOf = (name: string) => `https://${name}.example/news`
    const articleOf = async (name: string) => (await context.operations.store.articles.findByUrl(urlOf(name)))!
    const storyOf = async (name: string) => (await articleOf(name)).storyId!
    const owner = () => as(houseOwner)

    async function account(name: string, role: ReaderIdentity['role'] = 'reader'): Promise<ReaderIdentity> {
      const id = `reader-${++count}`
      const createdAt = new Date(clock - 30 * 24 * 60 * MINUTE_MS).toISOString()
      assert.equal(await context.operations.store.accounts.add({ id, name, role, createdAt }), 'done')
      return { id, name, role }
    }
    /** Somebody whose first comment was looked at already. */
    async function trusted(name: string): Promise<ReaderIdentity> {
      const reader = await account(name)
      for (let index = 0; index < 3; index++) {
        const written = await write(
          reader,
          { kind: 'article', id: (await articleOf('aside1')).article.id },
          `Hello number ${index} of ${name}`,
        )
        if (written.isHeld)
          await moderateComment.run(owner(), { id: written.id, decision: 'approve', reason: '', by: 'moderator' })
        pass(11)
      }
      return reader
    }
    async function write(
      reader: ReaderIdentity,
      place: object,
      body: string,
    ): Promise<{ readonly id: string; readonly isHeld: boolean }> {
      const result = await writeComment.run(as(reader), writeComment.input.parse({ ...place, body }))
      assert.ok(result?.kind === 'written', JSON.stringify(result))
      return result
    }
    const bodies = (view: Awaited<ReturnType<typeof getDiscussion.run>>) =>
      (view?.threads ?? []).flatMap(({ first, replies }) =>
        [first, ...replies].map(({ blocks }) => commentWords(blocks)),
      )
    const onStory = async (name: string) => ({ kind: 'story' as const, id: (await storyOf(name)) as string })

    before(async () => {
      database = await makeDatabase(dialect)
      folder = await mkdtemp(join(tmpdir(), 'twosource-discussion-'))
      context = await createContext(
        readConfig({ TWOSOURCE_DATABASE: database.url, TWOSOURCE_DATA: folder }),
        () => {},
        () => new Date((clock += 10)),
      )
      const lines = ['bridge1', 'bridge2', 'tram1', 'tram2', 'aside1'].map((name) =>
        JSON.stringify({
          title: name.startsWith('bridge')
            ? 'Harbour bridge closed'
            : name.startsWith('tram')
              ? 'Tram strike goes on'
              : 'A heron',
          outlet: `Outlet ${name}`,
          url: urlOf(name),
          publishedAt: '2026-03-12T06:30:00Z',
          text: `${name.startsWith('bridge') ? bridge : name.startsWith('tram') ? tram : 'An old timetable hangs in the waiting room, and somebody has drawn a heron on it.'}\nSeen by ${name}.`,
        }),
      )
      await importFile.run(context.operations, { bytes: new TextEncoder().encode(lines.join('\n')), name: 'a.jsonl' })
      await context.pipeline.runOnce()
    })
    after(async () => {
      await context[Symbol.asyncDispose]()
      await database.remove()
      await rm(folder, { recursive: true, force: true })
    })

    test('a house with one account does not discuss, unless its owner says so', async () => {
      const on = await onStory('bridge1')
      assert.equal(await getDiscussion.run(owner(), on), undefined)
      assert.equal(await writeComment.run(owner(), { ...on, body: 'Hello' }), undefined)
      assert.equal((await getStory.run(owner(), { id: on.id as never }))?.discussion, undefined)
      await setDiscussionSwitch.run(owner(), { chosen: 'on' })
      assert.ok(await getDiscussion.run(owner(), on))
      await setDiscussionSwitch.run(owner(), { chosen: 'auto' })
      assert.equal(await listComments.run(owner(), {}), undefined)
      await account('Somebody')
      assert.deepEqual((await getStory.run(owner(), { id: on.id as never }))?.discussion, { count: 0 })
      await setDiscussionSwitch.run(owner(), { chosen: 'off' })
      assert.equal(await writeComment.run(owner(), { ...on, body: 'Hello' }), undefined)
      assert.equal(await getModerationLog.run(owner(), {}), undefined)
      await setDiscussionSwitch.run(owner(), { chosen: 'auto' })
      assert.deepEqual((await getDiscussion.run(owner(), on))?.threads, [], 'nothing was written meanwhile')
    })

    test('the first comment of a reader waits, seen by them and by moderators alone, until it is shown', async () => {
      const [ada, bo] = [await account('Ada Held'), await account('Bo Held')]
      const on = await onStory('tram1')
      const { id, isHeld } = await write(ada, on, 'What does the depot say?')
      assert.equal(isHeld, true)
      assert.deepEqual(bodies(await getDiscussion.run(as(bo), on)), [])
      assert.deepEqual(bodies(await getDiscussion.run(as(ada), on)), ['What does the depot say?'])
      assert.equal(await getComment.run(as(bo), { id }), undefined, 'as if it did not exist')
      assert.equal(await getComment.run(as(guest), { id }), undefined)
      assert.equal(await writeComment.run(as(bo), { answers: id, body: 'x y z' }), undefined)
      assert.equal(await reportComment.run(as(bo), { id, reason: 'spam', words: '' }), undefined)
      const queue = await getModerationQueue.run(owner(), {})
      assert.deepEqual(
        queue?.comments.map(({ comment }) => [comment.id, comment.holdReasons]),
        [[id, ['first-comment']]],
      )
      await moderateComment.run(owner(), { id, decision: 'approve', reason: '', by: 'moderator' })
      assert.deepEqual(bodies(await getDiscussion.run(as(guest), on)), ['What does the depot say?'])
      assert.equal((await getDiscussion.run(as(guest), on))?.mayWrite, 'guest')
      assert.equal((await getModerationQueue.run(owner(), {}))?.comments.length, 0)
      const log = (await getModerationLog.run(as(guest), {}))?.entries ?? []
      assert.deepEqual(
        log.slice(0, 2).map(({ kind, by }) => [kind, by]),
        [
          ['approve', 'moderator'],
          ['hold', 'rules'],
        ],
      )
      assert.ok(!JSON.stringify(log).includes('depot say'), 'no text in the log')
    })

    test('replies stand under what they answer, to a small depth, and are counted', async () => {
      const cleo = await trusted('Cleo')
      const on = await onStory('bridge1')
      let { id } = await write(cleo, on, 'Level 0')
      const rootId = id
      for (let depth = 1; depth <= 5; depth++) ({ id } = await write(houseOwner, { answers: id }, `Level ${depth}`))
      await write(houseOwner, { answers: rootId }, 'Level 1 again')
      const thread = await getComment.run(owner(), { id: rootId })
      assert.deepEqual(
        thread?.replies.map(({ depth, blocks }) => `${depth} ${commentWords(blocks)}`),
        ['1 Level 1', '2 Level 2', '3 Level 3', '3 Level 4', '3 Level 5', '1 Level 1 again'],
      )
      const view = await getDiscussion.run(owner(), on)
      assert.equal(view?.count, 7)
      assert.equal(view?.threads[0]?.first.replyCount, 6)
      assert.equal(view?.threads[0]?.replies.length, 3, 'the first few')
      assert.equal((await write(cleo, on, 'Level 0')).id, rootId, 'sent twice is written once')
      assert.equal((await getDiscussion.run(owner(), on))?.count, 7)
      const jsonl = (await exportDiscussion.run(as(guest), { ...on, format: 'jsonl' }))!.text.trim().split('\n')
      assert.equal(jsonl.length, 7)
      assert.deepEqual(JSON.parse(jsonl[0]!).author, 'Cleo')
      assert.match((await exportDiscussion.run(as(guest), { ...on, format: 'md' }))!.text, /^# Harbour bridge closed/)
    })

    test('a comment can be changed by who wrote it for fifteen minutes, and says so', async () => {
      const dora = await trusted('Dora')
      const on = await onStory('tram1')
      const { id } = await write(dora, on, 'The court sits on Tuesday.')
      assert.equal(await editComment.run(owner(), { id, body: 'Not mine' }), undefined)
      assert.equal(await deleteComment.run(owner(), { id }), undefined)
      assert.equal((await editComment.run(as(dora), { id, body: 'The court sits on Thursday.' }))?.kind, 'written')
      const changed = (await getComment.run(as(guest), { id }))!.chosen
      assert.ok(changed.editedAt)
      assert.equal(commentWords(changed.blocks), 'The court sits on Thursday.')
      assert.ok(await getCommentForm.run(as(dora), { changes: id }))
      assert.equal(await getCommentForm.run(owner(), { changes: id }), undefined)
      pass(15)
      assert.deepEqual(await editComment.run(as(dora), { id, body: 'Too late' }), {
        kind: 'refused',
        reason: 'too-late',
      })
      assert.equal(await getCommentForm.run(as(dora), { changes: id }), undefined)
      assert.equal((await getComment.run(as(dora), { id }))?.chosen.editableUntil, undefined)
    })

    test('what is deleted leaves a place only while replies hang on it, and its text nowhere', async () => {
      const eve = await trusted('Eve')
      const on = { kind: 'article' as const, id: (await articleOf('tram2')).article.id as string }
      const { id } = await write(eve, on, 'To be deleted, canary-deleted-text.')
      const { id: answer } = await write(houseOwner, { answers: id }, 'An answer')
      assert.ok(await deleteComment.run(as(eve), { id }))
      assert.equal(await deleteComment.run(as(eve), { id }), undefined, 'once')
      const view = await getDiscussion.run(as(guest), on)
      assert.deepEqual(
        [view?.count, view?.threads[0]?.first.state, view?.threads[0]?.first.author],
        [1, 'deleted', undefined],
      )
      assert.deepEqual(bodies(view), ['', 'An answer'])
      await deleteComment.run(owner(), { id: answer })
      const empty = await getDiscussion.run(as(guest), on)
      assert.deepEqual([empty?.count, empty?.threads.length], [0, 0])
      assert.equal(await getComment.run(as(guest), { id }), undefined)
    })

    test('a comment on a sentence stays on it through revisions, and the citation counts it', async () => {
      const stored = await articleOf('bridge1')
      const { document, article } = stored
      const start = document.text.indexOf('“The piers')
      const end = document.text.indexOf(' Mayor')
      const sentence = { documentId: document.id, start, end }
      const on = { kind: 'article' as const, id: article.id as string }
      const { id } = await write(houseOwner, { ...on, sentence }, 'Which spring?')
      const words = { documentId: document.id, start: start + 3, end: end - 3 }
      assert.deepEqual((await getCitation.run(owner(), words))?.discussion, { count: 1 })
      assert.deepEqual((await getCitation.run(owner(), { documentId: document.id, start: 0, end: 20 }))?.discussion, {
        count: 0,
      })
      assert.equal((await getArticle.run(owner(), { id: article.id }))?.discussion?.count, 1)
      const revised = JSON.stringify({
        title: 'Harbour bridge closed',
        outlet: 'Outlet bridge1',
        url: urlOf('bridge1'),
        publishedAt: '2026-03-12T06:30:00Z',
        text: `A line that was not there before stands first.\n${bridge}\nSeen by bridge1.`,
      })
      await importFile.run(context.operations, { bytes: new TextEncoder().encode(revised), name: 'b.jsonl' })
      await context.pipeline.runOnce()
      const newest = (await articleOf('bridge1')).document
      assert.notEqual(newest.id, document.id, 'revised')
      const comment = (await getDiscussion.run(owner(), on))!.threads.find(({ first }) => first.id === id)!.first
      const place = comment.sentence!.now!
      assert.equal(place.documentId, newest.id)
      assert.equal(newest.text.slice(place.span.start, place.span.end), document.text.slice(start, end))
      const now = { documentId: newest.id, start: place.span.start, end: place.span.end }
      assert.deepEqual((await getCitation.run(owner(), now))?.discussion, { count: 1 })
      assert.deepEqual((await getDiscussion.run(owner(), { ...on, sentence: now }))?.threads.length, 1)
      assert.equal(
        await getDiscussion.run(owner(), { ...on, sentence: { documentId: 'nothing' as never, start: 0, end: 3 } }),
        undefined,
      )
      assert.equal(
        await writeComment.run(owner(), { ...on, sentence: { documentId: newest.id, start: 5, end: 5 }, body: 'x y' }),
        undefined,
      )
    })

    test('a quotation is found in the article letter by letter, or said not to stand there', async () => {
      const on = await onStory('bridge2')
      const body = '> "The piers will be\n> mended by spring,"\n\nand\n\n> The piers will never be mended\n\nso?'
      const { id } = await write(houseOwner, on, body)
      const quotes = (await getComment.run(owner(), { id }))!.chosen.blocks.filter((block) => block.kind === 'quote')
      const check = quotes[0]!.check!
      assert.ok(check.kind === 'found')
      const document = await context.operations.store.articles.findDocument(check.documentId)
      assert.equal(document?.text.slice(check.start, check.end), 'The piers will be mended by spring,')
      assert.deepEqual(quotes[1]!.check, { kind: 'not-found' })
      const { id: answer } = await write(
        houseOwner,
        { answers: id },
        '> The piers will never be mended\n\nWho says so?',
      )
      const [quote] = (await getComment.run(owner(), { id: answer }))!.chosen.blocks
      assert.deepEqual(quote?.kind === 'quote' && quote.check, { kind: 'comment' })
    })

    test('a name that there is becomes a mention, and who bears it finds it', async () => {
      const [fay, gus] = [await account('Fay Öst'), await trusted('Gus')]
      const { id } = await write(gus, await onStory('tram2'), 'Ask @fay öst, or @nobody at all.')
      const { mentions } = (await listMentions.run(as(fay), {}))!
      assert.deepEqual(
        mentions.comments.map((comment) => comment.id),
        [id],
      )
      const [block] = mentions.comments[0]!.blocks
      assert.ok(block?.kind === 'paragraph')
      assert.deepEqual(
        block.content.map((inline) => inline.kind),
        ['text', 'mention', 'text'],
      )
      assert.deepEqual((await listMentions.run(as(gus), {}))?.mentions.comments, [])
      assert.ok((await listMentions.run(as(gus), {}))!.own.comments.some((comment) => comment.id === id))
    })

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
      const { store } = context.operations
      const [mia, ned] = [await trusted('Mia'), await trusted('Ned')]
      const on = await onStory('tram2')
      const { id: theirs } = await write(houseOwner, on, 'A comment of the owner')
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
      await nothingLeft(database, [mia.id, ned.id], 'canary-mia')
      if (dialect === 'sqlite') {
        await database.execute('pragma wal_checkpoint(truncate)')
        for (const name of readdirSync(dirname(database.url))) {
          const bytes = readFileSync(join(dirname(database.url), name))
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

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { guest, instanceOwner } from '../../src/core/reader-identity.ts'
import { commentWords } from '../../src/core/text/comment-text.ts'
import { getArticle } from '../../src/operations/articles/get-article.ts'
import { getCitation } from '../../src/operations/articles/get-citation.ts'
import { exportDiscussion } from '../../src/operations/discussion/export-discussion.ts'
import { getComment, getCommentForm } from '../../src/operations/discussion/get-comment.ts'
import { getDiscussion } from '../../src/operations/discussion/get-discussion.ts'
import { getModerationLog, getModerationQueue } from '../../src/operations/discussion/get-moderation.ts'
import { listComments, listMentions, reportComment } from '../../src/operations/discussion/list-comments.ts'
import { moderateComment, setDiscussionSwitch } from '../../src/operations/discussion/moderate.ts'
import { deleteComment, editComment, writeComment } from '../../src/operations/discussion/write-comment.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { getStory } from '../../src/operations/stories/get-story.ts'
import { dialects, skipReason } from './databases.ts'

import { bridge, useInstance } from './discussion-instance.ts'

for (const dialect of dialects)
  describe(`the discussion on ${dialect}`, { skip: skipReason(dialect) }, () => {
    const { as, pass, urlOf, articleOf, owner, account, trusted, write, bodies, onStory, context } =
      useInstance(dialect)

    test('an instance with one account does not discuss, unless its owner says so', async () => {
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
      for (let depth = 1; depth <= 5; depth++) ({ id } = await write(instanceOwner, { answers: id }, `Level ${depth}`))
      await write(instanceOwner, { answers: rootId }, 'Level 1 again')
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

    test('a discussion as Markdown has no signs but its own', async () => {
      const title = '1. Fire &lt;b&gt; {.hidden} *now*'
      const line = JSON.stringify({ url: urlOf('odd1'), outlet: 'Odd', title, text: 'A fire broke out in Velmar.' })
      await importFile.run(context().operations, { bytes: new TextEncoder().encode(line), name: 'o.jsonl' })
      await context().pipeline.runOnce()
      const on = { kind: 'article' as const, id: (await articleOf('odd1')).article.id }
      await write(await trusted('Odo'), on, 'Where?')
      const { text = '' } = (await exportDiscussion.run(as(guest), { ...on, format: 'md' })) ?? {}
      assert.equal(text.split('\n')[0], '# 1\\. Fire &amp;lt;b&amp;gt; \\{.hidden\\} \\*now\\*')
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
      const { id: answer } = await write(instanceOwner, { answers: id }, 'An answer')
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
      const { id } = await write(instanceOwner, { ...on, sentence }, 'Which spring?')
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
      await importFile.run(context().operations, { bytes: new TextEncoder().encode(revised), name: 'b.jsonl' })
      await context().pipeline.runOnce()
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
      const { id } = await write(instanceOwner, on, body)
      const quotes = (await getComment.run(owner(), { id }))!.chosen.blocks.filter((block) => block.kind === 'quote')
      const check = quotes[0]!.check!
      assert.ok(check.kind === 'found')
      const document = await context().operations.store.articles.findDocument(check.documentId)
      assert.equal(document?.text.slice(check.start, check.end), 'The piers will be mended by spring,')
      assert.deepEqual(quotes[1]!.check, { kind: 'not-found' })
      const { id: answer } = await write(
        instanceOwner,
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
  })

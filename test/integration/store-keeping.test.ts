import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Ingested, Store } from '../../src/store/store.ts'
import { queryAll } from './all-tables.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { DAY, type KeptStory, keepEntries, keepStory, walk } from './keeping-instance.ts'
import { at, parsed, polled } from './store-fixtures.ts'

const none = { entries: 0, articles: 0, stories: 0 }
type StoryOfThree = Pick<KeptStory, 'id'> & { readonly articles: readonly [Ingested, Ingested, Ingested] }

/** What a person does to a story, an article or an entry, or what cites it, as SQL behind the store's back. */
const touches: Readonly<Record<string, (story: StoryOfThree, sequence: string) => string>> = {
  'a followed story': ({ id }) =>
    `insert into follow (reader_id, kind, target, label, at) values ('owner', 'story', '${id}', '', '${at()}')`,
  'a saved story': ({ id }) =>
    `insert into saved (reader_id, kind, target, title, at) values ('owner', 'story', '${id}', '', '${at()}')`,
  'a story on the desk': ({ id }) =>
    `insert into desk_story (story_id, state, put_at, changed_at) values ('${id}', 'planned', '${at()}', '${at()}')`,
  'a saved article': ({ articles }) =>
    `insert into saved (reader_id, kind, target, title, at) values ('owner', 'article', '${articles[1].article.id}', '', '${at()}')`,
  'a starred entry': (_, sequence) =>
    `insert into reading_mark (sequence, reader_id, feed_id, is_read, is_starred, at)
      select sequence, 'owner', feed_id, null, 1, '${at()}' from entry where sequence = ${sequence}`,
  'a tagged entry': (_, sequence) =>
    `insert into tag (reader_id, kind, target, folded, name, at) values ('owner', 'entry', '${sequence}', 'x', 'x', '${at()}')`,
  'an entry heard to some place': (_, sequence) =>
    `insert into media_place (reader_id, sequence, number, seconds, at) values ('owner', ${sequence}, 0, 9, '${at()}')`,
  'a note': ({ articles: [, { article, document }] }) =>
    `insert into note (id, reader_id, article_id, document_id, span_start, span_end, exact, prefix, suffix, body, at, changed_at)
      values ('n-${article.id}', 'owner', '${article.id}', '${document.id}', 0, 4, 'What', '', '', 'mine', '${at()}', '${at()}')`,
  'highlighted words': ({ articles: [, { article, document }] }) =>
    `insert into highlight (id, reader_id, article_id, document_id, span_start, span_end, exact, prefix, suffix, color, at)
      values ('h-${article.id}', 'owner', '${article.id}', '${document.id}', 0, 4, 'What', '', '', 'blue', '${at()}')`,
  'a correction': ({ articles: [, { article, document }] }) =>
    `insert into correction (id, article_id, document_id, span_start, span_end, exact, prefix, suffix, verdict, at)
      values ('c-${article.id}', '${article.id}', '${document.id}', 0, 4, 'What', '', '', '{}', '${at()}')`,
  'a comment on the story': ({ id }) => commentOn('story', id, 'null', '[]'),
  'a comment elsewhere that quotes it': ({ articles }) =>
    commentOn(
      'story',
      'elsewhere',
      'null',
      JSON.stringify([{ kind: 'found', documentId: articles[0].document.id, start: 0, end: 4 }]),
    ),
  'a public link to it': ({ id, articles }) => share(id, articles[0].document.id),
  'a public link to a brief that cites it': ({ articles }) => share('2026-01-01', articles[0].document.id, 'brief'),
  'a brief that was mailed with it': ({ id }) =>
    `insert into brief_sent (reader_id, kind, day, state, at, stories) values ('${id}', 'day', '2026-01-01', 'sent', '${at()}', '["${id}"]')`,
  'an alert that was raised for it': ({ id }) =>
    `insert into alert (id, reader_id, key, kind, cause_kind, target, label, is_new_story, title, language, source_name, path, at)
      values ('a-${id}', 'owner', 'k-${id}', 'story', 'story', '${id}', '', 0, '', 'en', '', '/stories/${id}', '${at()}')`,
  'an article that was sent': ({ articles }) =>
    `insert into sending (id, reader_id, destination_id, event, about, title, body, state, tries, made_at, next_at)
      values ('s-${articles[0].article.id}', 'owner', 'd', 'saved', 'article:${articles[0].article.id}', '', '{}', 'sent', 1, '${at()}', '${at()}')`,
  'an arranged story': ({ id, articles }) =>
    `insert into story_choice (id, kind, from_story, to_story, from_title, to_title, moved, at)
      values ('x-${id}', 'left', 'gone', 'gone', '', '', '[{"articleId":"${articles[0].article.id}"}]', '${at()}')`,
  'a told page': ({ articles: [{ article, document }] }) =>
    `insert into told_page (id, reader_id, article_id, document_id, host, wrong, words, state, at)
      values ('t-${article.id}', 'owner', '${article.id}', '${document.id}', 'x', 'other', '', 'settled', '${at()}')`,
  'a story that went into it and is followed': ({ id }) =>
    `insert into story_alias (id, story_id) values ('old-${id}', '${id}');
     insert into follow (reader_id, kind, target, label, at) values ('owner', 'story', 'old-${id}', '', '${at()}')`,
  'what a model wrote of another story': ({ articles }) =>
    `insert into written_text (id, kind, subject, length, language, made_from, model, at, kept, dropped, body)
      values ('w-${articles[0].article.id}', 'summary', 'another', 'long-${articles[0].article.id}', 'en', '', '', '${at()}', 1, 0,
      '[{"documentId":"${articles[0].document.id}"}]')`,
}

function commentOn(kind: string, target: string, documentId: string, quotes: string): string {
  const id = `comment-${Math.random()}`
  return `insert into comment (id, reader_id, kind, target, document_id, root_id, depth, path, body, quotes, at, state, hold_reasons,
      reply_count, child_count, report_count, is_reviewed) values ('${id}', 'owner', '${kind}', '${target}', ${documentId}, '${id}', 0,
      '${id}', 'words', '${quotes}', '${at()}', 'shown', '[]', 0, 0, 0, 0)`
}

function share(target: string, documentId: string, kind = 'story'): string {
  const id = `share-${Math.random()}`
  return `insert into share (id, token_hash, reader_id, kind, target, title, moment, body, is_embeddable, made_at)
    values ('${id}', '${id}', 'owner', '${kind}', '${target}', '', '${at()}', '{"documentId":"${documentId}"}', 0, '${at()}')`
}

for (const dialect of dialects)
  describe(`keeping on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    const counts = async (feedId: Parameters<Store['feeds']['get']>[1]) => {
      const { entryCount, unreadCount } = await store.feeds.get('owner', feedId)
      const { rows } = await store.entries.list('owner', { feedId }, 500)
      assert.equal(entryCount, rows.length)
      assert.equal(unreadCount, rows.filter((row) => !row.isRead).length)
      return { entryCount, unreadCount }
    }

    test('old stories go with their articles and entries, and nothing of them is left; young ones stay', async () => {
      const old = await keepStory(store, 'oldtown', 3, 0)
      const young = await keepStory(store, 'youngtown', 3, 100 * DAY)
      assert.deepEqual(await walk(store, 50 * DAY, 101 * DAY), { entries: 3, articles: 3, stories: 1 })
      assert.equal(await store.stories.find(old.id), undefined)
      assert.equal((await store.stories.members(young.id)).length, 3)
      assert.equal((await store.entries.search('oldtown', 10)).rows.length, 0)
      assert.equal((await store.entries.search('youngtown', 10)).rows.length, 3)
      assert.equal((await store.entries.searchQuotes('oldtown', undefined, 10)).length, 0)
      assert.equal((await store.entries.searchQuotes('youngtown', undefined, 10)).length, 3)
      const all = await queryAll(database)
      for (const { article, document } of old.articles)
        for (const id of [article.id, document.id]) assert.ok(!all.includes(id), `${id} is left somewhere`)
      assert.ok(!all.includes(old.id))
      const gone = await store.retention.removedTotal()
      assert.deepEqual(gone, { entries: 3, articles: 3, stories: 1, firstAt: at(101 * DAY), at: at(101 * DAY) })
    })

    test('the next walk begins a day after the end of the last', async () => {
      await keepStory(store, 'waitville', 1, 0)
      assert.equal((await walk(store, 50 * DAY, 101 * DAY + 60)).articles, 0)
      assert.equal((await walk(store, 50 * DAY, 102 * DAY)).articles, 1)
    })

    test('entries that nothing was made of go; their feed may go on naming them', async () => {
      const { feedId, entries } = await keepEntries(store, 'listed', 5, 0)
      assert.equal((await walk(store, 50 * DAY, 104 * DAY)).entries, 5)
      assert.deepEqual(await counts(feedId), { entryCount: 0, unreadCount: 0 })
      const again = [polled({ key: 'listed-new' }), ...entries, polled({ key: 'listed-2', text: 'changed since' })]
      await store.feeds.savePolls([parsed(feedId, again, at(104 * DAY + 1))])
      assert.deepEqual(await counts(feedId), { entryCount: 1, unreadCount: 1 })
    })

    test('what is unread and what can be taken back is right after some of it went', async () => {
      const { feedId } = await keepEntries(store, 'halfread', 6, 0)
      const key = (index: number) => store.entries.findByKey(feedId, `halfread-${index}`)
      await store.entries.setRead('owner', [(await key(0))!, (await key(3))!], true, at(1))
      await store.entries.setStarred('owner', (await key(5))!, true, at(1))
      await store.feeds.savePolls([parsed(feedId, [polled({ key: 'later' })], at(105 * DAY))])
      await store.entries.markAllRead('owner', { feedId }, at(105 * DAY + 1), 'undo')
      assert.equal((await walk(store, 50 * DAY, 106 * DAY)).entries, 5)
      assert.deepEqual(await counts(feedId), { entryCount: 2, unreadCount: 0 })
      assert.equal(await store.entries.undoMarkAllRead('owner', 'undo', at(105 * DAY + 2)), 2)
      assert.deepEqual(await counts(feedId), { entryCount: 2, unreadCount: 2 })
    })

    test('what a person brought in stays, and letters', async () => {
      const { added } = await store.feeds.addMany('owner', [{ url: 'import:box' }], at())
      await store.feeds.savePolls([parsed(added[0]!, [polled({ key: 'brought' })], at())])
      await walk(store, 50 * DAY, 108 * DAY)
      assert.deepEqual(await counts(added[0]!), { entryCount: 1, unreadCount: 1 })
    })

    test('a story stays whole as long as one of its articles is young', async () => {
      const story = await keepStory(store, 'growing', 2, 0)
      await database.execute(
        `update document set at = '${at(90 * DAY)}' where article_id = '${story.articles[1]!.article.id}'`,
      )
      await walk(store, 50 * DAY, 110 * DAY)
      assert.equal((await store.stories.members(story.id)).length, 2)
      await walk(store, 95 * DAY, 112 * DAY)
      assert.equal(await store.stories.find(story.id), undefined)
    })

    test('whatever somebody marked or anything cites stays, with the whole story it stands in', async () => {
      const kept: KeptStory[] = []
      for (const [index, touch] of Object.values(touches).entries()) {
        const story = await keepStory(store, `touched${index}`, 3, 0)
        await database.execute(touch(story as unknown as StoryOfThree, story.articles[2]!.entryIds[0]!))
        kept.push(story)
      }
      const loose = await keepStory(store, 'untouched', 3, 0)
      await walk(store, 50 * DAY, 114 * DAY)
      for (const [index, name] of Object.keys(touches).entries()) {
        const members = await store.stories.members(kept[index]!.id)
        assert.equal(members.length, 3, `${name} keeps its story`)
        assert.ok(
          members.every(({ entryIds }) => entryIds.length === 1),
          `${name} keeps its entries`,
        )
      }
      assert.equal(await store.stories.find(loose.id), undefined)
    })

    test('briefs of which it was not kept what was in them keep the stories of their day', async () => {
      const story = await keepStory(store, 'mailed', 1, -400 * DAY)
      const day = at(-400 * DAY).slice(0, 10)
      await database.execute(
        `insert into brief_sent (reader_id, kind, day, state, at) values ('owner', 'day', '${day}', 'sent', '${at()}')`,
      )
      const other = await keepStory(store, 'notmailed', 1, -300 * DAY)
      await walk(store, 50 * DAY, 116 * DAY)
      assert.ok(await store.stories.find(story.id))
      assert.equal(await store.stories.find(other.id), undefined)
    })

    test('quiet articles are made small and say the same; young ones stay as they are', async () => {
      const quiet = await keepStory(store, 'quiet', 2, 200 * DAY)
      const near = await keepStory(store, 'near', 2, 300 * DAY)
      const read = async () => ({
        articles: await Promise.all(
          [...quiet.articles, ...near.articles].map(({ article }) => store.articles.find(article.id)),
        ),
        stories: await store.stories.findMany([quiet.id, near.id]),
        outlines: await store.stories.findOutlines([quiet.id, near.id]),
        related: await store.stories.listRelated({ from: at(199 * DAY), until: at(301 * DAY) }, 10),
      })
      const was = await read()
      for (let step = 0; (await store.retention.shrink(at(250 * DAY), at(301 * DAY))) > 0; step++)
        assert.ok(step < 1_000)
      const again = await database.open()
      store = again
      assert.deepEqual(await read(), was)
      const window = await store.stories.windowAfter(['en'], 0, at(-1_000 * DAY), 1_000)
      const left = window.rows.map(({ documentId }) => documentId)
      assert.ok(quiet.articles.every(({ document }) => !left.includes(document.id)))
      assert.ok(near.articles.every(({ document }) => left.includes(document.id)))
      if (dialect === 'sqlite')
        assert.ok((await queryAll(database)).includes('"body":"","packed":{'), 'dossiers are packed')
    })

    test('who is in no story any more is gone with the last; who is in another stays', async () => {
      const [old, young] = [
        await keepStory(store, 'pastville', 2, 3 * DAY),
        await keepStory(store, 'nowville', 2, 100 * DAY),
      ]
      for (const [id, stories] of [
        ['person:past', [old]],
        ['person:both', [old, young]],
      ] as const) {
        await database.execute(`insert into entity (id, name, folded) values ('${id}', 'X', 'x')`)
        for (const story of stories)
          await database.execute(`insert into story_entity
            (entity_id, story_id, last_at, article_count, quote_count, promise_count, change_count)
            values ('${id}', '${story.id}', '${at()}', 1, 0, 0, 0)`)
      }
      await walk(store, 50 * DAY, 118 * DAY)
      assert.equal(await store.stories.find(old.id), undefined)
      const all = await queryAll(database)
      assert.deepEqual(
        ['person:past', 'person:both'].filter((id) => all.includes(id)),
        ['person:both'],
      )
    })

    test('a clock that is far ahead removes nothing for a day, and what was removed by one that was is no reason to stop', async () => {
      const story = await keepStory(store, 'aheadtown', 2, 200 * DAY)
      const year = 365 * DAY
      await walk(store, 50 * DAY, 201 * DAY)
      await walk(store, 50 * DAY, 202 * DAY + 1)
      const isThere = async () => (await store.stories.find(story.id)) !== undefined
      for (const minutes of [0, 60, DAY - 1]) {
        assert.deepEqual(await walk(store, 202 * DAY + year, 202 * DAY + year + minutes), none)
        assert.ok(await isThere())
      }
      // It is put right, and is ahead once more: it is waited for again.
      await walk(store, 50 * DAY, 204 * DAY)
      assert.deepEqual(await walk(store, 205 * DAY + year, 205 * DAY + year), none)
      // The instance stood still for a year after all.
      await walk(store, 205 * DAY + year, 206 * DAY + year)
      assert.equal(await isThere(), false)
      // That was wrong too, and the clock is right again.
      const { id } = await keepStory(store, 'righttown', 2, 206 * DAY)
      await walk(store, 207 * DAY, 208 * DAY)
      assert.equal(await store.stories.find(id), undefined)
    })
  })

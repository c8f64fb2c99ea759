import type { Engine, Tx } from '../engine/engine.ts'
import type { CitedWords } from './cited-words.ts'
import type { OldGroup } from './old-groups.ts'

/** The ids that somebody marked or something cites, by kind. */
type Touched = {
  readonly stories: ReadonlySet<string>
  readonly articles: ReadonlySet<string>
  readonly documents: ReadonlySet<string>
  readonly entries: ReadonlySet<string>
}

/**
 * The groups that must stay: a person starred, saved, tagged, played, annotated, highlighted, corrected, discussed, followed, put on
 * the desk, arranged, shared, sent or reported any part of them, got an alert or mail about it, or a remaining article shares a passage
 * with one of theirs. Runs within the transaction that removes.
 */
export async function touchedGroups(
  engine: Engine,
  tx: Tx,
  groups: readonly OldGroup[],
  cited: CitedWords,
): Promise<(group: OldGroup) => boolean> {
  const touched = await readTouched(engine, tx, groups)
  const isSent = await sentInBriefs(engine, tx, groups, cited)
  const citing = await citingArticles(engine, tx, groups)
  return (group) => {
    const own = new Set(group.articleIds)
    return (
      group.storyIds.some((id) => touched.stories.has(id) || isSent(id)) ||
      group.articleIds.some((id) => touched.articles.has(id)) ||
      group.entries.some(({ sequence, isAdded }) => isAdded || touched.entries.has(String(sequence))) ||
      group.documents.some(
        ({ id }) =>
          touched.documents.has(id) ||
          [...(cited.documents.get(id) ?? [])].some(
            (by) => !group.storyIds.includes(by) && !group.articleIds.includes(by),
          ) ||
          citing.get(id)?.some((article) => !own.has(article)) === true,
      )
    )
  }
}

async function readTouched(engine: Engine, tx: Tx, groups: readonly OldGroup[]): Promise<Touched> {
  const stories = groups.flatMap(({ storyIds }) => storyIds)
  const articles = groups.flatMap(({ articleIds }) => articleIds)
  const sequences = groups.flatMap(({ entries }) => entries.map(({ sequence }) => sequence))
  const found = {
    stories: new Set<string>(),
    articles: new Set<string>(),
    documents: new Set<string>(),
    entries: new Set<string>(),
  }
  const add = (kind: string, target: string) => {
    if (kind === 'story') found.stories.add(target)
    else if (kind === 'article') found.articles.add(target)
    else if (kind === 'document') found.documents.add(target)
    else if (kind === 'entry') found.entries.add(target)
  }
  const targets = [...stories, ...articles, ...sequences.map(String)]
  for (const table of ['follow', 'saved', 'tag', 'share', 'comment', 'discussion_lock'] as const) {
    const rows = await tx.selectFrom(table).select(['kind', 'target']).where(engine.isIn('target', targets)).execute()
    for (const { kind, target } of rows) add(kind, target)
  }
  for (const table of ['note', 'highlight', 'correction', 'told_page', 'kept_page', 'site_rule'] as const) {
    const rows = await tx.selectFrom(table).select('article_id').where(engine.isIn('article_id', articles)).execute()
    for (const { article_id } of rows) add('article', article_id)
  }
  const onDesk = await tx.selectFrom('desk_story').select('story_id').where(engine.isIn('story_id', stories)).execute()
  for (const { story_id } of onDesk) add('story', story_id)
  const moderated = await tx
    .selectFrom('moderation_entry')
    .select(['on_kind', 'on_target'])
    .where(engine.isIn('on_target', targets))
    .execute()
  for (const { on_kind, on_target } of moderated) add(on_kind ?? '', on_target ?? '')
  const starred = await tx
    .selectFrom('reading_mark')
    .select('sequence')
    .where(engine.isIn('sequence', sequences))
    .where('is_starred', '=', 1)
    .execute()
  const heard = await tx
    .selectFrom('media_place')
    .select('sequence')
    .where(engine.isIn('sequence', sequences))
    .execute()
  for (const { sequence } of [...starred, ...heard]) add('entry', String(sequence))
  await addAlerted(engine, tx, stories, add)
  await addSent(engine, tx, articles, sequences, add)
  await addChosen(tx, add)
  await addQuotedInComments(tx, groups, add)
  return found
}

type Add = (kind: string, target: string) => void

async function addAlerted(engine: Engine, tx: Tx, stories: readonly string[], add: Add): Promise<void> {
  const paths = new Map(stories.map((id) => [`/stories/${encodeURIComponent(id)}`, id]))
  const rows = await tx
    .selectFrom('alert')
    .select('path')
    .where(engine.isIn('path', [...paths.keys()]))
    .execute()
  for (const { path } of rows) add('story', paths.get(path) ?? '')
}

async function addSent(
  engine: Engine,
  tx: Tx,
  articles: readonly string[],
  sequences: readonly number[],
  add: Add,
): Promise<void> {
  const abouts = [...articles.map((id) => `article:${id}`), ...sequences.map((sequence) => `entry:${sequence}`)]
  const rows = await tx.selectFrom('sending').select('about').where(engine.isIn('about', abouts)).execute()
  for (const { about } of rows) add(about.slice(0, about.indexOf(':')), about.slice(about.indexOf(':') + 1))
}

/** People's choices are few, so all are read. */
async function addChosen(tx: Tx, add: Add): Promise<void> {
  const rows = await tx.selectFrom('story_choice').select(['from_story', 'to_story', 'moved']).execute()
  for (const { from_story, to_story, moved } of rows) {
    add('story', from_story)
    add('story', to_story)
    for (const [, id] of moved.matchAll(/"articleId":"([^"]+)"/g)) add('article', id!)
  }
}

/** Comments can cite any article; only comments with a quote are read. */
async function addQuotedInComments(tx: Tx, groups: readonly OldGroup[], add: Add): Promise<void> {
  if (groups.length === 0) return
  const rows = await tx
    .selectFrom('comment')
    .select(['document_id', 'quotes'])
    .where((eb) => eb.or([eb('document_id', 'is not', null), eb('quotes', '<>', '[]')]))
    .execute()
  for (const { document_id, quotes } of rows) {
    if (document_id !== null) add('document', document_id)
    for (const [, id] of quotes.matchAll(/"documentId":"([^"]+)"/g)) add('document', id!)
  }
}

/** Stories of sent briefs. */
async function sentInBriefs(
  engine: Engine,
  tx: Tx,
  groups: readonly OldGroup[],
  { stories, days }: CitedWords,
): Promise<(storyId: string) => boolean> {
  if (days.length === 0) return (id) => stories.has(id)
  const ids = groups.flatMap(({ storyId }) => storyId ?? [])
  const rows = await tx
    .selectFrom('story')
    .select(['id', 'first_at', 'last_at'])
    .where(engine.isIn('id', ids))
    .execute()
  const sent = new Set(
    rows
      .filter((row) => days.some(({ from, until }) => row.last_at >= from && row.first_at <= until))
      .map(({ id }) => id),
  )
  return (id) => sent.has(id) || stories.has(id)
}

/** The articles that share passages with each document, as found when they arrived. */
async function citingArticles(
  engine: Engine,
  tx: Tx,
  groups: readonly OldGroup[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx
    .selectFrom('syndication')
    .innerJoin('document', 'document.id', 'syndication.document_id')
    .select(['syndication.other_id', 'document.article_id'])
    .where(
      engine.isIn(
        'syndication.other_id',
        groups.flatMap(({ documents }) => documents.map(({ id }) => id)),
      ),
    )
    .execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.other_id)].map(([id, found]) => [id, found.map((row) => row.article_id)]),
  )
}

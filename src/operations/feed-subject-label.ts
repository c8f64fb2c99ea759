import { discussedIn, type FeedSubject } from '../core/feed-subject.ts'
import { asId, type EntityId, type SourceId, type StoryId } from '../core/ids.ts'
import { findDiscussed } from './discussion-access.ts'
import type { OperationContext } from './operation.ts'

/** What the thing of a feed is called, empty for a list there is one of; undefined where the reader has no such thing. */
export async function feedSubjectLabel(
  context: Pick<OperationContext, 'store' | 'reader'>,
  { kind, target }: FeedSubject,
): Promise<string | undefined> {
  const { store, reader } = context
  switch (kind) {
    case 'today':
    case 'feeds':
    case 'starred':
    case 'saved':
    case 'brief':
      return ''
    case 'section':
      return target.length <= 40 ? target : undefined
    case 'folder':
      return (await store.feeds.list(reader.id)).some(({ folder }) => folder === target) ? target : undefined
    case 'story':
      return (await store.titles.stories([asId<StoryId>(target)])).get(asId<StoryId>(target))?.title
    case 'entity':
      return (await store.entities.find(asId<EntityId>(target)))?.entity.name
    case 'source':
      return (await store.feeds.findSource(reader.id, asId<SourceId>(target)))?.name
    case 'search':
      return (await store.searches.find(reader.id, target))?.name
    case 'discussion': {
      if (!(await store.comments.isOn())) return undefined
      const on = discussedIn(target)
      return on ? (await findDiscussed(context, on))?.title : ''
    }
  }
}

import { z } from 'zod'
import type { ArticleId, ChoiceId, CorrectionId, DocumentId, EntryId, FeedId, SourceId, StoryId } from '../core/ids.ts'

const id = <Id>() => z.string().min(1).max(120) as unknown as z.ZodType<Id>

/** The ids an operation may be asked with. Any short text is taken; one that names nothing finds nothing. */
export const storyId = id<StoryId>()
export const articleId = id<ArticleId>()
export const choiceId = id<ChoiceId>()
export const correctionId = id<CorrectionId>()
export const documentId = id<DocumentId>()
export const entryId = id<EntryId>()
export const feedId = id<FeedId>()
export const sourceId = id<SourceId>()
export const offset = z.coerce.number().int().min(0).max(50_000_000)
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'A day is written YYYY-MM-DD')

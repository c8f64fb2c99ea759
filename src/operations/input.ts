import { z } from 'zod'
import type {
  ArticleId,
  ChoiceId,
  CorrectionId,
  DocumentId,
  EntityId,
  EntryId,
  FeedId,
  SourceId,
  StoryId,
} from '../core/ids.ts'
import { knownZone } from '../core/time/zone.ts'

const id = z.string().min(1).max(120) as unknown

/** Ids in inputs. Any short text is accepted; an unknown id finds nothing. */
export const storyId = id as z.ZodType<StoryId, string>
export const articleId = id as z.ZodType<ArticleId, string>
export const choiceId = id as z.ZodType<ChoiceId, string>
export const correctionId = id as z.ZodType<CorrectionId, string>
export const documentId = id as z.ZodType<DocumentId, string>
/** Derived from a name, which may be long. */
export const entityId = z.string().min(1).max(400) as unknown as z.ZodType<EntityId, string>
export const entryId = id as z.ZodType<EntryId, string>
export const feedId = id as z.ZodType<FeedId, string>
export const sourceId = id as z.ZodType<SourceId, string>
export const offset = z.coerce.number<number>().int().min(0).max(50_000_000)
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'A day is written YYYY-MM-DD')
  .refine((text) => {
    const ms = Date.parse(`${text}T00:00:00Z`)
    return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
  }, 'There is no such day')
export const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'A month is written YYYY-MM')
/** A name of the IANA time zone database, such as `Europe/Paris`. */
export const timeZone = z
  .string()
  .max(50)
  .refine((name) => knownZone(name) !== undefined, 'There is no such time zone')
/** A day or a time in ISO 8601; without a zone it is UTC. */
export const moment = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/,
    'A time is written as in 2025-08-19T14:00Z',
  )
  .transform((time) => (time.length > 10 && !/(?:Z|[+-]\d{2}:\d{2})$/.test(time) ? `${time}Z` : time))
  .refine((time) => !Number.isNaN(Date.parse(time)), 'There is no such time')
  .transform((time) => new Date(time).toISOString())

/** Which feeds count as in a folder: only those whose first it is, or also those of its sub-folders. Absent: all that are in it. */
export const folderScope = z.enum(['first', 'tree'])

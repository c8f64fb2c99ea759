import { amendments } from '../analyze/amendments.ts'
import { annotate } from '../analyze/annotate.ts'
import { sentences } from '../analyze/sentences.ts'
import type { Extraction } from '../core/article.ts'
import type { Document } from '../core/document.ts'
import { asId } from '../core/ids.ts'
import { isRetracted } from '../core/revision-cause.ts'

/** A notice is short; what is longer is an article or none. */
const LONGEST = 600

/** Whether all that a page has is that its article was withdrawn: a few words, and yet the whole of it. */
export function saysWithdrawn({ title, text, blocks, language = 'und' }: Extraction): boolean {
  if (text === '' || text.length > LONGEST) return false
  const document: Document = {
    id: asId('notice'),
    articleId: asId('notice'),
    publishedAt: '1970-01-01T00:00:00Z',
    language,
    title,
    text,
    blocks,
  }
  return isRetracted({ annotations: annotate(document, [sentences, amendments]) })
}

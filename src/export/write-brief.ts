import type { BriefForm, ToldBrief, WrittenFile } from '../core/told-brief.ts'
import { briefAsHtml } from './brief-html.ts'
import { briefAsText } from './brief-text.ts'

/** A brief in one of its forms, as a file to hand out. What a book needs is loaded with the first one. */
export async function writeBrief(form: BriefForm, brief: ToldBrief): Promise<WrittenFile> {
  const name = `twosource-brief-${brief.day}`
  switch (form) {
    case 'text':
      return { body: briefAsText(brief), contentType: 'text/plain; charset=utf-8', fileName: `${name}.txt` }
    case 'html':
      return { body: briefAsHtml(brief), contentType: 'text/html; charset=utf-8', fileName: `${name}.html` }
    case 'epub': {
      const { briefAsEpub, epubType } = await import('./epub.ts')
      return { body: briefAsEpub(brief), contentType: epubType, fileName: `${name}.epub` }
    }
  }
}

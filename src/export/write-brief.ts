import type { BriefDocument, BriefForm, WrittenFile } from '../core/brief-document.ts'
import { briefAsHtml } from './brief-html.ts'
import { briefAsText } from './brief-text.ts'

/** Writes a brief as a file in one of its formats. The EPUB code is loaded with the first book. */
export async function writeBrief(form: BriefForm, brief: BriefDocument): Promise<WrittenFile> {
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

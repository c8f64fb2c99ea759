import type { Block, Document } from '../../../core/document.ts'
import type { Rendering, TranslatedSentence, Translation } from '../../../core/translation.ts'
import { type Html, html, languageAttributes, type Piece } from '../../layout/html.ts'
import { citationPath } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'

/**
 * An article in another language, block by block: each sentence in place of its original, which it links to; quotations in the original
 * with their translation below; untranslated sentences unchanged, with the reason when a check failed. `isBeside`: each block is preceded
 * by its original.
 */
export function translatedText(document: Document, translation: Translation, reader: Reader, isBeside: boolean): Html {
  return html`<div class="text translated" id="text"${languageAttributes(translation.language)}>${document.blocks.map(
    (block) => {
      const content = blockContent(document, block, translation, reader)
      const made = blockPart(block, content, html``)
      return isBeside
        ? html`<div class="tr-pair">${blockPart(block, document.text.slice(block.start, block.end), languageAttributes(document.language))}
${made}</div>
`
        : made
    },
  )}
</div>
`
}

/** A translated headline, with the original under it. */
export function translatedTitle(document: Document, translation: Translation | undefined, reader: Reader): Html {
  const { title, language } = translation ?? {}
  const original = html`<h1 class="hl"${languageAttributes(document.language)}>${document.title}</h1>`
  if (title?.state === 'translated')
    return html`<h1 class="hl"${languageAttributes(language)}>${title.text}</h1>
<p class="tr-title"><span class="small">${reader.words.articlePage.original}</span> <span${languageAttributes(document.language)}>${document.title}</span></p>`
  if (title?.state === 'quotation')
    return html`${original}<p class="tr-title"><span class="small">${reader.words.translation.title}${reader.words.colon}</span> <span${languageAttributes(language)}>${title.text}</span></p>`
  return original
}

function blockPart({ kind }: Block, content: Piece, attributes: Html): Html {
  switch (kind) {
    case 'heading':
      return html`<h2 class="sub"${attributes}>${content}</h2>`
    case 'quote':
      return html`<blockquote${attributes}><p>${content}</p></blockquote>`
    case 'code':
      return html`<pre tabindex="0"${attributes}>${content}</pre>`
    case 'list-item':
      return html`<ul${attributes}><li>${content}</li></ul>`
    case 'paragraph':
    case 'table-row':
      return html`<p${attributes}>${content}</p>`
  }
}

/** The sentences of a block in order, with the text between them. */
function blockContent(document: Document, block: Block, translation: Translation, reader: Reader): Html {
  const inside = translation.sentences
    .filter(({ span }) => span.start >= block.start && span.end <= block.end)
    .toSorted((a, b) => a.span.start - b.span.start)
  const parts: Piece[] = []
  let at = block.start
  const original = (start: number, end: number) => {
    const text = document.text.slice(start, end)
    if (text.trim() === '') return text
    return html`<span${languageAttributes(document.language)}>${text}</span>`
  }
  for (const sentence of inside) {
    if (sentence.span.start < at) continue
    if (sentence.span.start > at) parts.push(original(at, sentence.span.start))
    parts.push(sentencePart(document, sentence, translation, reader))
    at = sentence.span.end
  }
  if (at < block.end) parts.push(original(at, block.end))
  return html`${parts}`
}

function sentencePart(
  document: Document,
  sentence: TranslatedSentence,
  { language }: Translation,
  reader: Reader,
): Html {
  const { translation: words } = reader.words
  const text = document.text.slice(sentence.span.start, sentence.span.end)
  const original = html`<span${languageAttributes(document.language)}>${text}</span>`
  const rendering: Rendering = sentence
  switch (rendering.state) {
    case 'translated':
      return html`<a class="cite tr" href="${citationPath({ documentId: document.id, span: sentence.span })}"${languageAttributes(language)}>${rendering.text}</a>`
    case 'quotation':
      return html`<span class="tr-said">${original} <span class="tr-under"><span class="small" lang="${reader.language}" dir="${reader.words.direction}">${words.title}${reader.words.colon}</span> <span${languageAttributes(language)}>${rendering.text}</span></span></span>`
    case 'failed check':
      return html`${original} <span class="tr-why" lang="${reader.language}" dir="${reader.words.direction}">(${reader.words.articlePage.original}${reader.words.colon}${words.flaws[rendering.flaw]})</span>`
    case 'kept':
      return original
  }
}

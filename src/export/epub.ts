import { strToU8, type Zippable, zipSync } from 'fflate'
import type { BriefDocument, BriefLine, BriefNote, BriefStory } from '../core/brief-document.ts'
import { primaryLanguage } from '../core/text/primary-language.ts'
import { xml } from './xml-text.ts'

export const epubType = 'application/epub+zip'

/**
 * A brief as an EPUB 3.3 book: a page for each story, with its language and direction, and notes that link the articles. The
 * same brief always gives the same bytes.
 */
export function briefAsEpub(brief: BriefDocument): Uint8Array<ArrayBuffer> {
  const stories = brief.stories.map((story, index) => ({ story, file: `story-${index + 1}.xhtml` }))
  const pages: readonly (readonly [string, string])[] = [
    ['title.xhtml', titlePage(brief)],
    ...stories.map(({ story, file }) => [file, storyPage(story, brief)] as const),
  ]
  // ZIP has no times before 1980, and the present time would make every copy different.
  const mtime = new Date(`${brief.day < '1980-01-02' ? '1980-01-02' : brief.day}T12:00:00Z`)
  const text = (body: string) => [strToU8(body), { mtime }] as const
  const files: Zippable = {
    // The first file, uncompressed: programs recognize the format by it (OCF, 4.2).
    mimetype: [strToU8(epubType), { level: 0, mtime }],
    'META-INF/container.xml': [...text(container)],
    'EPUB/package.opf': [
      ...text(
        packageOf(
          brief,
          pages.map(([file]) => file),
        ),
      ),
    ],
    'EPUB/nav.xhtml': [...text(navigation(brief, stories))],
    'EPUB/style.css': [...text(style)],
    ...Object.fromEntries(pages.map(([file, body]) => [`EPUB/${file}`, [...text(body)] as const])),
  }
  return zipSync(files, { level: 6 })
}

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`

const style = `body { line-height: 1.45; }
h1 { line-height: 1.2; }
.small { font-size: 0.85em; }
aside { font-size: 0.85em; }
`

function packageOf({ day, until, title, language, direction }: BriefDocument, files: readonly string[]): string {
  const idOf = (file: string) => file.replace('.xhtml', '')
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${xml(language)}" dir="${direction}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:twosource:brief:${xml(day)}</dc:identifier>
<dc:title>${xml(title)}</dc:title>
<dc:language>${xml(language)}</dc:language>
<dc:creator>Twosource</dc:creator>
<dc:date>${xml(day)}</dc:date>
<meta property="dcterms:modified">${new Date(until).toISOString().slice(0, 19)}Z</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
${files.map((file) => `<item id="${idOf(file)}" href="${file}" media-type="application/xhtml+xml"/>`).join('\n')}
</manifest>
<spine page-progression-direction="${direction}">
${files.map((file) => `<itemref idref="${idOf(file)}"/>`).join('\n')}
</spine>
</package>
`
}

function page(
  title: string,
  { language, direction }: Pick<BriefDocument, 'language' | 'direction'>,
  body: string,
): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${xml(language)}" xml:lang="${xml(language)}" dir="${direction}">
<head><meta charset="utf-8"/><title>${xml(title)}</title><link rel="stylesheet" href="style.css"/></head>
<body>
${body}
</body>
</html>
`
}

function navigation(
  brief: BriefDocument,
  stories: readonly { readonly story: BriefStory; readonly file: string }[],
): string {
  const rows = [
    `<li><a href="title.xhtml">${xml(brief.title)}</a></li>`,
    ...stories.map(({ story, file }) => `<li><a href="${file}"${tongue(story.language)}>${xml(story.title)}</a></li>`),
  ]
  const body = `<nav epub:type="toc"><h1>${xml(brief.labels.contents)}</h1>
<ol>
${rows.join('\n')}
</ol></nav>`
  return page(brief.title, brief, body)
}

function titlePage(brief: BriefDocument): string {
  const lines = [...brief.facts, ...(brief.stories.length === 0 ? [brief.nothing] : []), ...brief.ending]
  return page(
    brief.title,
    brief,
    `<section epub:type="frontmatter"><h1>${xml(brief.title)}</h1>
${lines.map((line) => `<p>${xml(line)}</p>`).join('\n')}
</section>`,
  )
}

function storyPage(story: BriefStory, brief: BriefDocument): string {
  const numbers = new Set(story.lines.map(({ note }) => note))
  const notes = brief.notes.filter(({ number }) => numbers.has(number))
  const said = story.lines.map((line, index) =>
    lineOf(line, story.lines.findIndex(({ note }) => note === line.note) === index),
  )
  const body = `<article>
<h1${tongue(story.language)}>${xml(story.title)}</h1>
${story.facts.map((fact) => `<p class="small">${xml(fact)}</p>`).join('\n')}
${said.join('\n')}
<p class="small"><a href="${xml(story.url)}">${xml(brief.labels.story)}</a></p>
</article>
${notes.map((note) => noteOf(note, brief.labels.original)).join('\n')}`
  return page(story.title, brief, body)
}

function lineOf({ heading, speaker, text, isQuote, language, note }: BriefLine, isFirst: boolean): string {
  const words = `<span${tongue(language)}>${isQuote ? `“${xml(text)}”` : xml(text)}</span>`
  const by = speaker === undefined ? '' : `<b>${xml(speaker)}:</b> `
  const mark = `<a epub:type="noteref" role="doc-noteref" href="#note-${note}"${isFirst ? ` id="ref-${note}"` : ''}>[${note}]</a>`
  return `${heading === undefined ? '' : `<h2>${xml(heading)}</h2>\n`}<p>${by}${words} ${mark}</p>`
}

function noteOf({ number, outlet, title, language, url, original }: BriefNote, label: string): string {
  const there = original === undefined ? '' : ` · <a href="${xml(original)}">${xml(label)}</a>`
  return `<aside epub:type="footnote" role="doc-footnote" id="note-${number}"><p><a href="#ref-${number}">[${number}]</a> <a href="${xml(url)}">${xml(outlet)}: <span${tongue(language)}>${xml(title)}</span></a>${there}</p></aside>`
}

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi'])

function tongue(language: string): string {
  if (language === 'und' || !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language)) return ' dir="auto"'
  const direction = rightToLeft.has(primaryLanguage(language)) ? 'rtl' : 'ltr'
  return ` lang="${language}" xml:lang="${language}" dir="${direction}"`
}

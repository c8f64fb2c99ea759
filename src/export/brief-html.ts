import type { BriefDocument, BriefLine, BriefNote, BriefStory } from '../core/brief-document.ts'
import { xml } from './xml-text.ts'

/**
 * A brief as an HTML document for mail: no script, no style sheet, no pictures, nothing loaded from elsewhere. Colors are left
 * to the mail program, so that a dark theme works. Everything is escaped.
 */
export function briefAsHtml(
  brief: BriefDocument,
  footer: { readonly text: string; readonly url: string }[] = [],
): string {
  return `<!doctype html>
<html lang="${xml(brief.language)}" dir="${brief.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${xml(brief.title)}</title>
</head>
<body style="margin:0;padding:0">
<main style="max-width:600px;margin:0 auto;padding:16px;font-family:Georgia,serif;font-size:17px;line-height:1.5">
<h1 style="font-size:26px;line-height:1.2;margin:0 0 8px">${xml(brief.title)}</h1>
${brief.facts.map((fact) => `<p style="${small}">${xml(fact)}</p>`).join('\n')}
${briefBody(brief)}
${footer.map(({ text, url }) => `<p style="${small}"><a href="${xml(url)}">${xml(text)}</a></p>`).join('\n')}
</main>
</body>
</html>
`
}

/** Everything below the title: stories, the end, and the sources of the sentences. Also the content of a feed entry. */
export function briefBody({ stories, nothing, notes, ending, labels }: BriefDocument): string {
  return `${stories.length === 0 ? `<p>${xml(nothing)}</p>` : stories.map(storyHtml(notes)).join('\n')}
<hr style="margin:24px 0">
${ending.map((line) => `<p style="${small}">${xml(line)}</p>`).join('\n')}
${
  notes.length === 0
    ? ''
    : `<h2 style="font-size:17px;margin:16px 0 8px">${xml(labels.sources)}</h2>
<ol style="margin:0;padding:0 24px;font-size:14px;line-height:1.5">
${notes.map((note) => noteHtml(note, labels.original)).join('\n')}
</ol>`
}`
}

const small = 'font-family:sans-serif;font-size:14px;margin:4px 0'

function storyHtml(notes: readonly BriefNote[]) {
  return ({
    title,
    language,
    url,
    facts,
    lines,
  }: BriefStory): string => `<h2 style="font-size:20px;line-height:1.25;margin:28px 0 4px"${attributes(language)}><a href="${xml(url)}">${xml(title)}</a></h2>
${facts.map((fact) => `<p style="${small}">${xml(fact)}</p>`).join('\n')}
${lines.map((line) => lineHtml(line, notes)).join('\n')}`
}

function lineHtml({ heading, speaker, text, isQuote, language, note }: BriefLine, notes: readonly BriefNote[]): string {
  const { url, outlet } = notes.find(({ number }) => number === note)!
  const words = `<bdi${attributes(language)}>${isQuote ? `“${xml(text)}”` : xml(text)}</bdi>`
  const by = speaker === undefined ? '' : `<b><bdi>${xml(speaker)}</bdi>:</b> `
  return `${heading === undefined ? '' : `<p style="${small}"><b>${xml(heading)}</b></p>\n`}<p style="margin:8px 0">${by}${words} <a href="${xml(url)}" title="${xml(outlet)}">[${note}]</a></p>`
}

function noteHtml({ outlet, title, language, url, original }: BriefNote, label: string): string {
  const there = original === undefined ? '' : ` · <a href="${xml(original)}">${xml(label)}</a>`
  return `<li style="margin:4px 0"><a href="${xml(url)}"><bdi>${xml(outlet)}</bdi>: <bdi${attributes(language)}>${xml(title)}</bdi></a>${there}</li>`
}

/** The language of foreign words; their direction follows from their script. */
function attributes(language: string): string {
  const isKnown = language !== 'und' && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language)
  return `${isKnown ? ` lang="${language}"` : ''} dir="auto"`
}

import type { StoryView } from '../../../operations/views.ts'
import { type Html, html, raw } from '../../layout/html.ts'
import { directionOf } from '../../layout/language.ts'
import { plainLine } from '../../layout/plain-line.ts'
import { sectionName } from '../../layout/section-name.ts'
import { absolute } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

const width = 1200
const height = 630
const margin = 72
const mostLines = 4
/** Width of a letter for its size: of the widest font that may stand in. */
const letterShare = 0.64

/**
 * A story as a picture to pass on, 1200 by 630: the headline, how many reports of how many articles, the outlets, and when
 * it last changed. Nothing of the articles' text. It is drawn with whatever fonts are there where it is looked at.
 */
export function storyCardSvg({ dossier, changedAt, section }: StoryView, reader: Reader): string {
  const { words } = reader
  const title = dossier.headline.title
  const isRightToLeft = directionOf(dossier.language) === 'rtl'
  const headlineSize = title.length > 90 ? 48 : 60
  const lines = wrapped(title, (width - 2 * margin) / (headlineSize * letterShare))
  const outlets = [...new Set(dossier.members.map(({ sourceName }) => sourceName))]
  const side = words.direction === 'rtl'
  const top = 150
  return `<?xml version="1.0" encoding="UTF-8"?>\n${html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${plainLine(title)}</title>
<rect width="${width}" height="${height}" fill="#fffefb"/>
<rect width="${width}" height="12" fill="#0b5c5f"/>
${textLine(section === undefined ? 'Twosource' : sectionName(section, words), { y: 92, size: 26, fill: '#0b5c5f', weight: 600, isRightToLeft: side })}
${lines.map((line, index) => textLine(line, { y: top + (index + 0.8) * headlineSize * 1.16, size: headlineSize, fill: '#161513', weight: 600, family: serif, isRightToLeft }))}
<line x1="${margin}" x2="${width - margin}" y1="${height - 160}" y2="${height - 160}" stroke="#e4dfd3" stroke-width="2"/>
${textLine(words.independentOf(dossier.reports.length, dossier.members.length), { y: height - 112, size: 32, fill: '#161513', weight: 600, isRightToLeft: side })}
${textLine(cut(outlets.slice(0, 6).join(' · '), 62), { y: height - 70, size: 26, fill: '#55524b', isRightToLeft: side })}
${textLine(`${words.changedAt} ${absolute(changedAt, reader)}`, { y: height - 32, size: 22, fill: '#6d685e', isRightToLeft: side })}
<g transform="translate(${side ? margin : width - margin - 56} 52)"><rect width="56" height="56" rx="12" fill="#0b5c5f"/>${mark}</g>
</svg>`}\n`
}

const serif = 'Charter, Georgia, Noto Serif, Noto Naskh Arabic, serif'
const sans = 'Inter, Segoe UI, Noto Sans, Noto Sans Arabic, Arial, sans-serif'
const mark = raw(
  '<path transform="scale(1.75)" d="M7 8c9 0 9 8 18 8M7 24c9 0 9-8 18-8" fill="none" stroke="#fffefb" stroke-width="3" stroke-linecap="round"/>',
) as Html

function textLine(
  text: string,
  look: {
    readonly y: number
    readonly size: number
    readonly fill: string
    readonly weight?: number
    readonly family?: string
    readonly isRightToLeft: boolean
  },
): Html {
  const { y, size, fill, weight = 400, family = sans, isRightToLeft } = look
  return html`<text x="${isRightToLeft ? width - margin : margin}" y="${Math.round(y)}" font-size="${size}" font-weight="${weight}" font-family="${family}" fill="${fill}"${isRightToLeft && html` direction="rtl"`}>${text}</text>
`
}

/** Text in lines of about so many letters, cut at the last line there is room for. */
export function wrapped(text: string, letters: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(cut(word, letters))
  }
  if (lines.length <= mostLines) return lines
  const rest = lines.slice(mostLines - 1).join(' ')
  return [...lines.slice(0, mostLines - 1), cut(rest, letters)]
}

function cut(text: string, letters: number): string {
  const all = [...text]
  return all.length <= letters
    ? text
    : `${all
        .slice(0, Math.floor(letters) - 1)
        .join('')
        .trimEnd()}…`
}

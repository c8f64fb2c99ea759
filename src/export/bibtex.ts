import type { Exporter } from './exporter.ts'
import { noteOn, type Reference, referencesOf } from './reference.ts'
import { noFacts } from './story-facts.ts'

/** A story's articles as BibTeX, in UTF-8 as biber and modern BibTeX read it. */
export const bibtex: Exporter = {
  name: 'BibTeX',
  mediaType: 'application/x-bibtex; charset=utf-8',
  extension: 'bib',
  render: (dossier, documents, facts = noFacts) => writeBibtex(referencesOf(dossier, documents, facts)),
}

/** References as BibTeX entries of type `article` with the outlet as journal, which every style supports. */
export function writeBibtex(references: readonly Reference[]): string {
  return references.map(entry).join('\n')
}

function entry(reference: Reference): string {
  const { key, title, outlet, authors, publishedAt, readAt, language, url } = reference
  const [year, month, day] = (publishedAt?.slice(0, 10) ?? '').split('-')
  const fields: readonly (readonly [string, string | undefined])[] = [
    // Braces keep a name together, so that BibTeX doesn't split it at `and` or a comma.
    ['author', authors.length > 0 ? authors.map((name) => `{${plain(name)}}`).join(' and ') : undefined],
    ['title', `{${plain(title)}}`],
    ['journal', plain(outlet)],
    ['year', year],
    ['month', month && String(Number(month))],
    ['day', day && String(Number(day))],
    ['url', url?.replace(/[{}\\\s]/g, encodeURIComponent)],
    ['urldate', readAt?.slice(0, 10)],
    ['langid', language],
    ['note', noteOn(reference)],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []))
  return `@article{${key},\n${lines.join('\n')}\n}\n`
}

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  // An unbalanced brace would swallow everything after it.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
}

/** Text on one line, with TeX's special characters escaped, and without control characters, which stop TeX. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .replace(/[\\~^{}]|[#$%&_]/g, (sign) => commands[sign] ?? `\\${sign}`)
}

import { codeOnly } from './code-only.ts'

/** A word that readers would stumble over, and what to write instead (the house style for pages, command line, errors and guide). */
type PlainWord = { readonly avoid: RegExp; readonly say: string }

/** Small on purpose: each of these was a habit once. A true use of one is a line in the test's list of true uses. */
export const plainWords: readonly PlainWord[] = [
  { avoid: /\bstands?\b(?! for)/i, say: 'is, appears, shows' },
  { avoid: /\b(?:is|are|was|were|be) told\b|\btells\b/i, say: 'shows, notifies, reports, says' },
  { avoid: /\bheld\b|\blies\b/i, say: 'stored, kept' },
  { avoid: /\bholds\b(?! no\b)/i, say: 'passes the check, matches, keeps' },
  { avoid: /\bby (?:itself|themselves)\b/i, say: 'automatically' },
  { avoid: /\banew\b/i, say: 'again' },
  { avoid: /\b(?:go|goes|went|going) on\b/i, say: 'continue' },
  { avoid: /\bof (?:yours|ours|theirs)\b|\bone's own\b/i, say: 'your, our, their' },
  { avoid: /\bany ?more(?![ -]\w+s\b)|\bno more\b(?! (?:than|often|into))/i, say: 'no longer' },
  { avoid: /(?<!\bthere )\b(?:is|are|was) no(?! (?:longer|more than|less than|later|one)\b) [a-z]/i, say: "isn't a" },
  { avoid: /\b(?:take[sn]?|taking|took|bring|brings|brought) (?:in|away)\b/i, say: 'import, export, accept' },
  { avoid: /\b(?:take[sn]?|taking|took|put|puts) back\b/i, say: 'undo, restore' },
  { avoid: /(?<!\b(?:by|case|small|two|\d+) )\bletters?\b(?! by letter|\.)/i, say: 'newsletter, email; character' },
  { avoid: /\bhouses?\b/i, say: 'server, instance' },
  { avoid: /\brivers?\b/i, say: 'list, All articles' },
  { avoid: /\bfaces?\b/i, say: 'adapter, API' },
  { avoid: /\buniversal time\b/i, say: 'UTC, the time zone of the reader' },
  { avoid: /\bkept out\b/i, say: 'suspended, banned' },
  { avoid: /\bword-true\b|\bcarried word for word\b/i, say: 'copied' },
]

/** Each word to avoid that a text has, with what to say instead. */
export function wordsToAvoid(text: string): readonly string[] {
  return plainWords.flatMap(({ avoid, say }) => {
    const found = avoid.exec(text)?.[0]
    return found === undefined ? [] : [`“${found}” (say: ${say})`]
  })
}

/** The texts of a source file that people may read: string literals and parts of templates of two words or more, but no SQL and no markup. */
export function textsOf(source: string): readonly string[] {
  const code = codeOnly(source)
  const literals = [...code.matchAll(/'[^'\n]*'|"[^"\n]*"/g)].map(({ 0: { length }, index }) => [
    index + 1,
    index + length - 1,
  ])
  const parts = [...code.matchAll(/(?<=[`}])\s+(?=\$\{|`)/g)].map(({ 0: { length }, index }) => [index, index + length])
  return [...literals, ...parts]
    .map(([from, to]) => source.slice(from, to).replaceAll("\\'", "'"))
    .filter(
      (text) =>
        /\p{L}\S* +\S*\p{L}/u.test(text) &&
        !/<\w|\b(?:select|insert|update|delete|from|where|values|references|index)\b[^.]*[=(_]/.test(text),
    )
}

/** The prose of a Markdown page, a paragraph or list item each: no tables, code, headings or pictures; code in a line is one word. */
export function proseOf(markdown: string): readonly string[] {
  return markdown
    .replace(/^ *```[\s\S]*?^ *```/gm, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^(?:\||#).*$/gm, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/`[^`]*`/g, 'CODE')
    .split(/\n\s*\n|\n(?= *(?:-|\d+\.) )/)
    .map((paragraph) =>
      paragraph
        .replace(/\s+/g, ' ')
        .replace(/^ *(?:-|\d+\.) /, '')
        .trim(),
    )
    .filter((paragraph) => paragraph !== '')
}

/** The sentences of a paragraph, and how many words a sentence has. */
export function sentencesOf(paragraph: string): readonly string[] {
  return paragraph.split(/(?<=[.!?:][”"’)*_]*) (?=[\p{Lu}\d“"(*_…@])/u)
}

export function wordsIn(sentence: string): number {
  return sentence.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

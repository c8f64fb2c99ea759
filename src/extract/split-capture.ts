import { defined } from '../core/defined.ts'

/**
 * One article of a captured page, as far as the page identifies it. Text lines are joined by `
 * `.
 */
type CapturedArticle = {
  readonly title: string
  readonly text: string
  readonly outlet?: string
  /** As written: `25 minutes ago`. */
  readonly age?: string
}

type Capture = { readonly siteName?: string; readonly articles: readonly CapturedArticle[] }

const AGE = /^(?:about |an? )?(?:\d+ )?(?:second|minute|hour|day|week|month)s? ago$/i
const FURNITURE =
  /^(?:try our ai features|comments?(?: \(\d+\))?|no comments yet.*|share|related(?: articles| stories)?|more stories|you may also like|read more|advertisement)$/i
const SITE = /^explore what (.+?)(?: ai)? can do for you:?$/i

/**
 * Splits the plain text of a saved page into articles. Aggregators put the article first and after it, for each related one: outlet, age,
 * `- outlet`, headline, and the text run together. A text without these is one article whose first line is its headline. Drops only the
 * page's own furniture.
 */
export function splitCapture(text: string): Capture {
  const lines = text.split(/\r\n?|\n/u).map((line) => line.trim())
  const heads = lines.flatMap((_, index) => (headAt(lines, index) ? [index] : []))
  const main = articleOf(lines.slice(0, heads[0] ?? lines.length))
  const related = heads.map((start, position) => {
    const head = headAt(lines, start)
    const body = lines.slice(start + (head?.length ?? 0), heads[position + 1] ?? lines.length)
    const article = articleOf(body)
    return article && head ? { ...article, outlet: head.outlet, age: head.age } : undefined
  })
  const siteName = lines.map((line) => SITE.exec(line)?.[1]).find((name) => name !== undefined)
  return {
    ...defined({ siteName }),
    articles: [main, ...related].filter((article) => article !== undefined),
  }
}

/** The head of a related article: outlet, age and, usually, `- outlet` again. */
function headAt(lines: readonly string[], index: number) {
  const outlet = lines[index]
  const age = lines[index + 1]
  if (!outlet || !age || !AGE.test(age) || outlet.length > 60 || AGE.test(outlet)) return undefined
  const isRepeated = /^[-–—·•]\s*\S/u.test(lines[index + 2] ?? '')
  return { outlet, age, length: isRepeated ? 3 : 2 }
}

function articleOf(lines: readonly string[]): CapturedArticle | undefined {
  const written = lines.filter((line) => line !== '' && !FURNITURE.test(line) && !SITE.test(line))
  const [title, ...body] = written
  return title === undefined ? undefined : { title, text: body.join('\n') }
}

import type { PageElement } from './page-tree.ts'

const captionClasses = new Set(
  'caption wp-caption-text wp-caption photo-caption image-caption img-caption picture-caption caption-text'.split(' '),
)
const creditClasses = new Set(
  'credit photo-credit image-credit img-credit picture-credit caption-credit wp-credit media-credit'.split(' '),
)
const outer = new Set(['html', 'body', 'main', 'article', 'td', 'table'])

/** What an element's own class says it is to a picture. Whole class names only: `recaption-list` says nothing. */
export function wordsClass(element: PageElement): 'caption' | 'credit' | undefined {
  const tokens = (element.attributes.class ?? '').toLowerCase().split(/\s+/)
  if (tokens.some((token) => creditClasses.has(token))) return 'credit'
  return tokens.some((token) => captionClasses.has(token)) ? 'caption' : undefined
}

/** True when an element calls itself caption or credit and stands, up to two levels down, in a box around a picture. */
export function isPictureWords(element: PageElement): boolean {
  if (wordsClass(element) === undefined) return false
  const { parent } = element
  return [parent, parent?.parent].some((box) => box !== undefined && isPictureBox(box))
}

/** True when an element holds a picture, words that call themselves its caption or credit, and little else. */
export function isPictureBox(box: PageElement): boolean {
  if (outer.has(box.tag)) return false
  const seen = { pictures: 0, words: 0, others: 0, visited: 0 }
  const walk = (element: PageElement, depth: number): void => {
    for (const child of element.children) {
      if (++seen.visited > 60) return
      if (typeof child === 'string') seen.others += child.trim().length
      else if (child.tag === 'img' || child.tag === 'picture') seen.pictures++
      else if (depth < 2 && wordsClass(child) !== undefined && !holdsPicture(child)) seen.words++
      else walk(child, depth + 1)
    }
  }
  walk(box, 0)
  return seen.visited <= 60 && seen.pictures > 0 && seen.pictures <= 2 && seen.words > 0 && seen.others <= 40
}

function holdsPicture(element: PageElement): boolean {
  return element.children.some(
    (child) => typeof child !== 'string' && (child.tag === 'img' || child.tag === 'picture' || holdsPicture(child)),
  )
}

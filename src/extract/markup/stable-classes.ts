import type { PageElement } from './page-tree.ts'

/** Names that build tools change with each release: `css-1x2y3z`, `sc-bdVaJa`, `Card_title__3xYz1`, `jsx-123456`. */
const made =
  /^(?:css|sc|jsx|emotion|svelte|ng|_ng\w*|chakra|makeStyles)-|__[\w-]{5,6}$|\d{3,}|^[a-z]{1,2}$|^[a-z]+[A-Z][\w]*\d/

/** Names that differ between elements of one list, or change while the page is viewed. */
const passing =
  /^(?:active|current|first|last|odd|even|selected|visible|hidden|sticky|featured)$|^(?:is|has|js|author|category|tag|status|format|type)-|^post-\d/

/** Classes of an element that will probably exist tomorrow, in order, as a person would choose them for a selector; at most three. */
export function stableClasses(element: PageElement): string[] {
  const classes = (element.attributes.class ?? '').slice(0, 500).split(/\s+/)
  return classes
    .filter((name) => /^[a-z][\w-]{1,40}$/i.test(name) && !made.test(name) && !passing.test(name))
    .slice(0, 3)
}

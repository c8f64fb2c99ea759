import type { PageElement } from './page-tree.ts'

/** What build tools make up anew with each release: `css-1x2y3z`, `sc-bdVaJa`, `Card_title__3xYz1`, `jsx-123456`. */
const made =
  /^(?:css|sc|jsx|emotion|svelte|ng|_ng\w*|chakra|makeStyles)-|__[\w-]{5,6}$|\d{3,}|^[a-z]{1,2}$|^[a-z]+[A-Z][\w]*\d/

/** What is so about one element of a list and not about its neighbors, or only while it is looked at. */
const passing =
  /^(?:active|current|first|last|odd|even|selected|visible|hidden|sticky|featured)$|^(?:is|has|js|author|category|tag|status|format|type)-|^post-\d/

/** Classes of an element that are likely to be there tomorrow, in their order, such as a person would select by; at most three. */
export function stableClasses(element: PageElement): string[] {
  const classes = (element.attributes.class ?? '').slice(0, 500).split(/\s+/)
  return classes
    .filter((name) => /^[a-z][\w-]{1,40}$/i.test(name) && !made.test(name) && !passing.test(name))
    .slice(0, 3)
}

/** What is needed to tell whether an element shows. */
export type Visibility = {
  readonly style: string
  readonly classes: string
  readonly isHiddenAttribute: boolean
  readonly isAriaHidden: boolean
}

const hidingStyle =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*(?:0(?:\.0+)?(?![\d.])|(?:0?\.\d+|1)(?:px|pt)|0?\.[01]\d*r?em)|clip\s*:\s*rect\(\s*(?:0|1px)|text-indent\s*:\s*-\d{3,}|(?:left|right|top)\s*:\s*-\d{4,}|color\s*:\s*transparent)/i

// Pages also fade their text in from nothing.
const fadedStyle = /(?:^|[;\s])opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)/i

// Text for screen readers only: seen by no reader of the page, and never part of the article.
const hidingClass =
  /(?:^|\s)(?:sr-only|sr_only|screen-?reader(?:-text|-only)?|visually-?hidden|visuallyhidden|element-invisible|u-hidden|is-hidden|hide-visually|a11y-hidden|offscreen)(?:\s|$)/i

/** Why an element does not show, or undefined when it does as far as its own attributes tell. */
export function hiddenBecause({ style, classes, isHiddenAttribute, isAriaHidden }: Visibility): string | undefined {
  if (isHiddenAttribute) return 'hidden attribute'
  if (style !== '' && hidingStyle.test(style)) return 'hidden by style'
  if (style !== '' && fadedStyle.test(style)) return 'faded out'
  if (classes !== '' && hidingClass.test(classes)) return 'for screen readers only'
  if (isAriaHidden) return 'aria-hidden'
  return undefined
}

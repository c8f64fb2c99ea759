import type { PageBlock } from './page-blocks.ts'

const longestButton = 8
const shortestShout = 5
const longestShout = 20

/** What buttons ask for. */
const asking =
  /^(?:[\p{Extended_Pictographic}\u{fe0f}👉→»>]\s*)?(?:shop|buy|order|book|try|get|start|check (?:price|latest|availability|current|here)|go to|visit (?:site|website|the|store|our|us)|find (?:a|an|your|out)|view (?:on|deal|price|at|product)|see (?:on|deal|price|it|at|more|all|reviews?)|learn more|discover more|use code|download|claim|sign up|join (?:the|us|our|now)|watch (?:now|video|the video)|read (?:more|report|the report|full)|explore more|request (?:a|your)|contact us|subscribe|add to (?:cart|basket)|leave a comment|back to|directions$|homepage$|source$|website$|jetzt (?:kaufen|bestellen|buchen)|zum (?:angebot|shop|produkt)|mehr erfahren|acheter|commander|réserver|voir (?:le prix|l['’]offre)|en savoir plus|comprar|reservar|ver (?:oferta|precio)|saber? más|saiba mais|acquista|scopri di più|купить|заказать|подробнее|اشتر|احجز|اطلب)(?![\p{Ll}])/iu

const priced = /(?:^|\s)(?:check price|now [$€£]\d|[$€£]\d[\d.,]* (?:at|on|from) \p{Lu})/iu
const leading =
  /^(?:👉\s*)?(?:find out|learn (?:about|how|more|why|to)|see (?:how|the|which|why|what|our)|check out|get more|read (?:more|about|our|the)|discover (?:how|what|the|our)|explore (?:our|the|more)|watch (?:our|the|how)|shop (?:the|now|all)|buy (?:the|now))\b/iu
/** Of the letters of a line that is in capitals, so many are: some names keep a small one. */
const capitalShare = 0.85
const buttonClass = /(?:^|[\s_-])(?:btn|buttons?|cta)(?:$|[\s_-])/i

/**
 * True for a paragraph that is a button: a few words, all of them one link, which ask for something, name a price, are in
 * capitals or stand in an element that calls itself a button. A linked heading or an item of a list is none.
 */
export function isButton(block: PageBlock): boolean {
  const { kind, text, wordCount, linkShare, place } = block
  if (linkShare < 0.9 || wordCount > longestShout || /^h\d$/.test(place.element.tag)) return false
  if (wordCount >= shortestShout && kind !== 'list-item' && isShouted(text)) return true
  if (kind === 'heading') return false
  if (wordCount >= shortestShout && leading.test(text)) return true
  if (kind !== 'paragraph' || wordCount > longestButton) return false
  if (asking.test(text) || priced.test(text)) return true
  const { element } = place
  const link = element.children.find((child) => typeof child !== 'string')
  return [link, element, element.parent].some(
    (part) => typeof part === 'object' && buttonClass.test(part.attributes.class ?? ''),
  )
}

function isShouted(text: string): boolean {
  const letters = text.match(/\p{Lu}|\p{Ll}/gu) ?? []
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  return letters.length >= 15 && capitals >= letters.length * capitalShare
}

import { Parser } from 'htmlparser2'

/** Such a link stands at the top or at the foot; a letter with more links than this has another reason for them. */
const MOST_LINKS = 400
const LONGEST_WORDS = 80
/** Each end tag is looked up among all that are open: of what is nested deeper the time would grow with the square. */
const DEEPEST = 800

/** What newsletters call the page they can be read at, in the languages we speak and some more. */
const saysOnline =
  /view (?:(?:this|the|it) )?(?:(?:e-?mail|letter|newsletter|message|issue|post|campaign) )?(?:in|on) (?:your |a |the )?(?:web ?)?(?:browser|web|site)|(?:view|read|open) (?:it |this )?online|(?:view|read) (?:the |a )?web version|^web(?:site)? version$|view in browser|(?:dans|sur) (?:votre|le|un) navigateur|(?:lire|voir|consulter) en ligne|version (?:en ligne|web)|im browser|online (?:lesen|ansehen)|(?:en|no) (?:el |tu |su |seu )?nav[ei]gador|في (?:ال)?متصفح|عبر الإنترنت/i

/** The first link of a letter that says it leads to the same text on a page. */
export function onlineLink(html: string): string | undefined {
  let found: string | undefined
  let href: string | undefined
  let words = ''
  let links = 0
  let depth = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1
      if (depth > DEEPEST) parser.pause()
      if (name !== 'a') return
      href = attributes.href?.trim()
      words = ''
      links += 1
    },
    ontext(text) {
      if (href !== undefined && words.length <= LONGEST_WORDS) words += text
    },
    onclosetag(name) {
      depth -= 1
      if (name !== 'a' || href === undefined) return
      const said = words.replace(/\s+/g, ' ').trim()
      if (found === undefined && said.length <= LONGEST_WORDS && saysOnline.test(said) && /^https?:\/\//i.test(href))
        found = href.length <= 2_000 ? URL.parse(href)?.href : undefined
      href = undefined
      if (found !== undefined || links >= MOST_LINKS) parser.pause()
    },
  })
  parser.write(html)
  return found
}

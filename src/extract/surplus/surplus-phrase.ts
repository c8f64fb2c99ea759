import { oncePerObject } from '../../core/once-per-object.ts'
import type { PageBlock } from '../blocks/page-blocks.ts'

/** A line that never belongs to an article, by unambiguous words, and its maximum length in words. */
type Phrase = {
  readonly step: string
  readonly maxWords: number
  readonly pattern: RegExp
  /** What every match has, cheaper to look for than the pattern. */
  readonly needs?: RegExp
}

// Unlike the phrases in `boilerplate.ts`, which the block model learned to weigh, each of these alone is enough.
const phrases: readonly Phrase[] = [
  {
    step: 'page furniture',
    maxWords: 60,
    needs: /affiliate|amazon|commission/iu,
    pattern:
      /^[^"“”«»]*(?:\b(?:contains?|includes?|uses?|using|may be|are|through) (?:some |our |my |the |these )?affiliate links?\b|\baffiliate links are used\b|\bas an amazon associate\b|\b(?:we|i) (?:may |might |can |could |will )?(?:also )?(?:earn|receive|get|collect) (?:an? |some )?(?:\(?[\w-]+\)? ){0,4}commissions?\b.{0,120}\b(?:links?|purchases?|buy|recommend)\b|\b(?:purchase|buy|click|links?)\b.{0,120}\b(?:we|i) (?:may |might |can |could |will )?(?:also )?(?:earn|receive|get) (?:an? |some )?(?:\(?[\w-]+\)? ){0,4}commissions?\b)/iu,
  },
  {
    step: 'page furniture',
    maxWords: 40,
    pattern:
      /^(?:this slideshow requires javascript|(?:note|attention|please note|atenção|atención|hinweis|nota)\s*:.{0,120}\b(?:comments|comentários|comentarios|kommentare)\b.{0,100}(?:moderat|moderad|spam|aprovad|aprobad|freigeschaltet)|comments (?:are|have been|on this \w+ are) (?:now )?(?:closed|moderated|disabled|turned off)|all comments are moderated|\[\/?[a-z][\w-]* [a-z_-]+\s*=|\{\{[\w-]+\s*=.*\}\}$|view (?:this )?post on imgur|thank you! please check your inbox|there was an (?:issue|error) with the form|oops! something went wrong while submitting)/i,
  },
  {
    step: 'page furniture',
    maxWords: 6,
    pattern:
      /^(?:(?:image|photo|slide|picture|foto|bild) \d{1,3} (?:of|\/|de|von|sur) \d{1,3}|(?:tempo de leitura|tiempo de lectura|temps de lecture|lesezeit|leestijd|tempo di lettura|время чтения|وقت القراءة)\s*(?:estimado|estimé)?\s*[:：].*\d.*|[<‹«↑^]? ?back to (?:the )?top|\S{2,40}@[\w-]+\.[\w.]{2,20})$/i,
  },
  {
    step: 'page furniture',
    maxWords: 14,
    pattern:
      /^(?:sponsor(?:ed)? (?:message|content)|(?:this (?:post|article|page|story|guide) (?:was |has been )?)?last updated:? (?:on |in )?(?:\p{L}+ ){0,2}\d[\d, .]*|\d+ ?-?min(?:ute)?s?\.? read|(?:written|reviewed|fact[- ]checked|researched) by|no items found\.?|is this e-?mail not displaying correctly\?.{0,40}|(?:-{3,} ?)?share your story|(?:enjoy(?:ed)? the post\? )?pin (?:it|this) for later!?)$/iu,
  },
  {
    step: 'appeal',
    maxWords: 40,
    pattern:
      /^(?:follow (?:@\w+|us|me|along|him|her|\p{Lu}[\p{L}.'’]+(?: \p{Lu}[\p{L}.'’]+){0,3}) on (?:twitter|x\b|facebook|instagram|pinterest|tiktok|youtube|linkedin|threads|bluesky|mastodon|social media)|follow on social media|[^"“”«»]{0,100}[?!.] follow (?:me|us) on (?:twitter|facebook|instagram|pinterest|tiktok|youtube|linkedin)\b|more ap [\p{L} ]{2,30}: https?:|follow ap['’]s (?:full )?coverage\b|thank(?:s| you) (?:so much )?for (?:visiting|reading|stopping by|watching)\W*$)/iu,
  },
  {
    step: 'appeal',
    maxWords: 70,
    pattern:
      /^(?:if you (?:enjoyed|liked|like|value|appreciate) (?:this|our|reading|what)\b[^"“”«»]{0,140}\b(?:join|subscribe|donat\w+|support|sign up|consider|become)\b|(?:subscribe|sign up) (?:to|for) our (?:[\p{L}-]+ ){0,3}newsletters?\b)/iu,
  },
  {
    step: 'appeal',
    maxWords: 30,
    needs: /inbox|clicking/i,
    pattern: /^[^"“”«»]*\b(?:(?:meet|hits?|lands? in|straight (?:in)?to|delivered to) your inbox|by clicking here$)/i,
  },
  {
    step: 'page furniture',
    maxWords: 44,
    pattern:
      /^(?:(?:jump|skip) to\s*:?$|table of contents\s*:?$|(?:also,? )?this (?:article|post|page) (?:contains|includes) sponsored content\b|(?:some|all|many) of the links (?:in|on) this \w+ are affiliate\b)/i,
  },
  {
    step: 'page furniture',
    maxWords: 44,
    pattern: /^The post [\p{Lu}\p{N}"“‘'].{3,200} (?:appeared first on|first appeared on) \p{Lu}/u,
  },
  {
    step: 'credit',
    maxWords: 60,
    needs: /©/u,
    pattern: /^©\s?\p{L}|(?<![/\w])photos? (?:courtesy )?© ?\p{L}[^.]{0,50}$/iu,
  },
  {
    step: 'byline',
    maxWords: 34,
    needs: /contributed to|^additional|^reach/iu,
    pattern:
      /(?:^[^"“”«»]* contributed to (?:this|the) (?:report|story|article|post)\.?$|^additional reporting by [\p{L}.,'’ -]{3,120}$|^reach .{2,60} (?:on twitter |by e-?mail )?at (?:@|https?:|\S+@)\S+)/iu,
  },
  {
    step: 'byline',
    maxWords: 16,
    pattern:
      /^(?:this (?:article|story|post|piece) was (?:edited|fact[- ]checked) by\b|(?:write|e-?mail|contact) (?:to )?\p{Lu}[\p{L}.'’ -]{2,40} (?:at|:) \S+@\S+$)/iu,
  },
  {
    step: 'credit',
    maxWords: 30,
    needs: /photo|image|pic|illustration|credit/iu,
    pattern:
      /(?:^|[.!?…|)\]"”’]\s+[|–—-]?\s*)(?:(?:[Pp]hoto|[Pp]hotograph|[Ii]mage|[Pp]icture|[Pp]ic|[Ii]llustration)s? (?:[Bb]y|[Cc]redit|[Cc]ourtesy(?: of)?)|(?:[Pp]hoto|[Pp]hotograph|[Ii]mage|[Pp]icture|[Ii]llustration|[Cc]redit)s?(?: [Bb]y| [Cc]redit)?(?= ?:))\s*:?\s*['‘"“]?\p{Lu}[\p{L}.'’/&-]*(?: (?:\p{Lu}[\p{L}.'’/&-]*|via|on|and|for|de|van|von|[/|])){0,6}['’"”]?\.?$/u,
  },
  {
    step: 'credit',
    maxWords: 6,
    pattern:
      /^(?:(?:photo|image|picture|video|kitchen|design) )?source ?: (?:https?:\/\/|www\.)?[\p{Lu}\d\w][\w.-]*\.(?:com|org|net|io|co)\S*$/iu,
  },
  {
    step: 'credit',
    maxWords: 6,
    pattern: /^(?:личный архив|фото\s*:|архив пресс-службы|кадр из|пресс-служба)(?: .{2,60})?$/iu,
  },
]

/** A line that begins like this and is mostly a link leads away from the article. */
const linked: readonly Phrase[] = [
  {
    step: 'related link',
    maxWords: 34,
    pattern:
      /^[[(]?\s?(?:👉 )?(?:(?:related|also|see also|read(?: also| next| more)?|more|watch|related (?:reading|reads?|reports?|posts?|stories|articles?)(?: includes?)?)\s?(?::|\binclude)|on [\w-]+\.(?:com|org|net|co\.uk)\s*:|related (?:reports|posts|articles|stories) include\b)/iu,
  },
  {
    step: 'related link',
    maxWords: 16,
    pattern:
      /^[[(]?(?:👉 )?(?:(?:read|see|view|get|check out|explore|browse) (?:our|my|the) (?:full|complete|entire|latest|best|guide|review)\b|read (?:our|my) |for (?:a|more|the) .{3,80} (?:see|refer to|read|check out) (?:our|my) )/iu,
  },
  {
    step: 'related link',
    maxWords: 60,
    pattern:
      /\[(?:INSIGHTS?|VIDEOS?|ANALYSIS|OPINION|REVEALED|REVEAL|PICTURES|PICS|COMMENT|LATEST|MUST READ|INTERVIEW|UPDATE)\]/u,
  },
  { step: 'related link', maxWords: 20, pattern: /^(?:👉|➡|⏩)/u },
]

/** The step for a line that is furniture by its words alone; undefined when it may be text. */
export const surplusPhrase = oncePerObject(({ kind, text, wordCount, linkShare }: PageBlock) => {
  if (kind === 'code' || kind === 'table-row' || text.length > 600) return undefined
  const isSaid = ({ maxWords, pattern, needs }: Phrase): boolean =>
    wordCount <= maxWords && needs?.test(text) !== false && pattern.test(text)
  const found = phrases.find(isSaid)
  return found !== undefined || linkShare < 0.45 ? found?.step : linked.find(isSaid)?.step
})

import { oncePerObject } from '../../core/once-per-object.ts'
import type { PageBlock } from '../blocks/page-blocks.ts'
import type { PageElement } from '../markup/page-tree.ts'

/** A line that an outlet puts into its articles, and its maximum length in words. */
type Notice = { readonly step: string; readonly maxWords: number; readonly pattern: RegExp }

const notices: readonly Notice[] = [
  {
    // The label of an advertisement.
    step: 'advertisement',
    maxWords: 4,
    pattern:
      /^[-–—•\s[(]*(?:advertisement|advertising|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|advertentie|annons|annonse|annonce|reklama?|reklame|mainos|hirdetés|реклама|iklan|tangazo|quảng cáo|広告|광고|广告|廣告|विज्ञापन|إعلان|اعلان|διαφήμιση)[\s\])•–—-]*$/iu,
  },
  {
    // A label that leads on.
    step: 'related link',
    maxWords: 4,
    pattern:
      /^(?:(?:hier )?weiterlesen|mehr zum thema|mehr dazu|zum artikel|lesen sie auch|auch interessant|lire (?:aussi|également|plus)|à lire (?:aussi|également)|sur le même sujet|leer (?:más|también)|te puede interesar|leia (?:mais|também)|leggi anche|lees (?:ook|verder|meer)|les også|les mer|læs også|läs (?:också|även|mer)|lue (?:myös|lisää)|czytaj (?:także|też|więcej)|citește și|čtěte (?:také|i)|skaitykite taip pat|baca juga|đọc thêm|xem thêm|ये भी पढ़ें|यह भी पढ़ें|関連記事|あわせて読みたい|관련 ?기사|читайте также|اقرأ أيضا)\s*[:：.…→»>]*$/iu,
  },
  {
    // An offer of a newsletter: its name, and how to have it.
    step: 'appeal',
    maxWords: 70,
    pattern:
      /^(?=.*(?:[Nn]ewsletter|[Nn]yhetsbrev|nieuwsbrief|nyhedsbrev|infolettre|uutiskirje|hírlevél|рассылк|ニュースレター|뉴스레터))(?=.*(?:[Aa]nmeld|abonnier|[Pp]ostfach|inscri|abonnez|boîte mail|suscríb|apúnt|iscriviti|assine|receba|aanmeld|inschrijf|schrijf je in|prenumer|anmäl|meld deg|tilmeld|tilaa|feliratkoz|подпишитесь|подписывайтесь|登録|구독))(?=.*(?:\b(?:Sie|Ihr\p{L}*|[Dd]ich|[Dd]ir|[Dd]ein\p{L}*|[Hh]ier|[Vv]ous|[Vv]otre|[Nn]otre|[Tt]e|[Tt]u|[Aa]quí|[Qq]ui|[Aa]qui|[Vv]ocê|[Jj]e|[Uu]w|[Dd]itt?|[Dd]in|[Hh]är|[Hh]er)\b|вас|наш|ください|세요))/u,
  },
  {
    step: 'appeal',
    maxWords: 12,
    pattern:
      /^get (?:the |our |your )?(?:daily|weekly|breaking|top|latest|morning|evening)\b.{0,40}\bnews(?:letter)?$/iu,
  },
  {
    step: 'appeal',
    maxWords: 40,
    pattern:
      /^(?:(?:you can )?(?:also )?follow [^"“”]{2,60} on (?:google news|whatsapp|telegram|flipboard|apple news)\b|(?:make sure to )?(?:add|set|choose) us as (?:a|your) preferred source|folgen sie .{2,60} (?:auf|bei) (?:google news|whatsapp|telegram|facebook|instagram|x\b)|suivez .{2,60} sur (?:google (?:news|actualités)|whatsapp|telegram)|síg(?:ue|a)(?:nos)? .{0,60}(?:google news|whatsapp|telegram))/iu,
  },
  {
    // Money for the outlet.
    step: 'appeal',
    maxWords: 60,
    pattern:
      /^(?:(?:hat (?:ihnen|dir) (?:dieser|der) (?:artikel|beitrag|text) gefallen|vous avez aimé cet article|te ha gustado este artículo|did you (?:enjoy|like) this (?:article|story))\s*\?|(?:wenn|falls) (?:ihnen|dir) (?:dieser|der|unser) (?:artikel|beitrag|text)\b.{0,60}\b(?:gefällt|gefallen)\b.{0,120}\b(?:unterstütz|spende))/iu,
  },
  {
    // Opinions are their author's.
    step: 'page furniture',
    maxWords: 50,
    pattern:
      /\b(?:do(?:es)? not (?:necessarily )?(?:reflect|represent|express) the (?:official )?(?:views?|opinions?|positions?|policy)\b|(?:nicht|müssen nicht) (?:notwendigerweise |unbedingt |zwingend )?(?:der|die|mit der) (?:meinung|ansicht|auffassung) der redaktion\b|ne reflète(?:nt)? pas (?:nécessairement |forcément )?(?:l['’]opinion|le point de vue|celle|celui)\b|no (?:reflejan?|representan?) necesariamente\b|não (?:reflete|refletem|representa|representam) (?:necessariamente )?a opinião\b|non riflett(?:e|ono) necessariamente\b)/iu,
  },
  {
    // When the subject is on the air.
    step: 'page furniture',
    maxWords: 34,
    pattern:
      /^(?:über dieses thema berichte(?:t|te|n|ten)\b|sendung\s*:.{2,60}\d{1,2}[:.]\d{2}|dieses thema im programm\b|(?:das|dieses) thema (?:in|im) (?:der )?sendung\b|listen to .{2,60} (?:live|at) .{0,40}\d|watch .{2,60} (?:live )?(?:on|at) (?:bbc|itv|cbs|nbc|abc|fox|channel|sky)\b.{0,60}\d)/iu,
  },
  {
    // Where there is more, and a call for tips.
    step: 'appeal',
    maxWords: 60,
    pattern:
      /(?:\bdo i qualify\?$|\bfinden sie (?:jederzeit |auch |immer |hier )?in unserem (?:\p{L}+-?)?(?:live-?blog|newsblog|ticker)\b|^(?:[^.!?]{0,80}: ?)?we want to hear from you\b|\bfollow (?:our )?live updates (?:from|on|of|here)\b|(?:\bhave|\bgot) (?:a|any) (?:news |confidential )?(?:tip|story)s?\b[^.!?]{0,60}\?.{0,200}\b(?:contact|e-?mail|signal|reach|write|(?:tele)?phone|call|text|tell|let us know|get in touch)|haben (?:sie )?(?:einen |weitere )?hinweise?\b[^.!?]{0,80}\?.{0,200}\b(?:melden|schreiben|signal|mail|kontakt))/iu,
  },
  {
    // What was translated, and whose rights these are.
    step: 'credit',
    maxWords: 24,
    pattern:
      /^(?:aus dem (?:\p{L}+ischen|deutschen|french|english)(?: übersetzt)? von \p{Lu}|traduit d(?:e l['’]|u )\p{L}+ par \p{Lu}|translated (?:from (?:the )?\p{L}+ )?by \p{Lu}|traducción de \p{Lu}|traduzione di \p{Lu})[^.!?]{0,120}(?:\d{4})?\.?$/iu,
  },
  {
    // Pictures, in languages whose captions the other phrases do not know.
    step: 'caption',
    maxWords: 45,
    pattern:
      /(?:^placeholder[ -]image\b.{0,6}$|\b(?:bildrechte|fotocredits?|bildquelle)\s*:.{2,80}$|(?:^|[\s.:(])(?:imago|picture[ -]alliance|getty images|dpa|afp|reuters|epa|anp|ntb|scanpix|ritzau|keystone|apa|ansa|efe|lusa)\s?\/\s?\p{L}[\p{L}.-]+(?: \p{L}[\p{L}.-]+){0,3}\)?$|\/ ?[^/]{2,40} nuotr\.?|\bnuotr\.|[.!?] (?:ảnh|foto|fotó|kuva|bild|zdjęcie|fot\.|фото|写真|사진)\s*[:：/]\s*\S.{1,50})$/iu,
  },
]

/** The step for a line that is a notice of its outlet by its words alone, in many languages; undefined when it may be text. */
export const noticeStep = oncePerObject(({ kind, text, wordCount }: PageBlock) => {
  if (kind === 'code' || kind === 'table-row' || text.length > 600) return undefined
  return notices.find(({ maxWords, pattern }) => wordCount <= maxWords && pattern.test(text))?.step
})

/** A line that begins like this and is mostly a link, or a headline, leads to another article. */
const leading =
  /^[-–—•»>▶►\s[(【]*(?:les også|les mer|læs også|läs (?:också|även|mer)|lue (?:myös|lisää)|czytaj (?:także|też|więcej)|przeczytaj (?:także|też)|citește și|čtěte (?:také|i)|skaitykite taip pat|baca juga|soma (?:pia|zaidi)|đọc thêm|xem thêm|ये भी पढ़ें|यह भी पढ़ें|関連記事|あわせて読みたい|관련 ?기사|zum (?:artikel|beitrag|thema|video|podcast)|mehr (?:zum thema|dazu)|lesen sie (?:auch|hier|mehr)|lesetipp|auch interessant|weiterlesen|lire (?:aussi|également|la suite)|à lire (?:aussi|également)|voir aussi|lea (?:también|además)|leer (?:más|también)|te puede interesar|leia (?:também|mais)|veja (?:também|mais)|leggi (?:anche|tutto)|lees (?:ook|meer)|читайте также|اقرأ (?:أيضا|أيضاً|المزيد))(?![\p{L}\p{M}])/iu
const mostlyLinked = 0.45
const longestLead = 60

/** `All reports in our live blog`, as a link. */
const toLivePage =
  /\b(?:im|in unserem|zum|in our|on our|dans notre|en nuestro) (?:\S+[ -])?(?:live-?blog|newsblog|(?:live-?|news-?)?ticker|live blog|direct|directo)[\s.:!]*$/iu

/** True for such a line. */
export function leadsToArticle({ kind, text, wordCount, linkShare }: PageBlock): boolean {
  if (kind === 'code' || kind === 'table-row' || wordCount > longestLead) return false
  return linkShare >= mostlyLinked && (leading.test(text) || toLivePage.test(text))
}

const filmLevels = 4
const filmClass = /video|player/i

/** True for the title of a film beside its length, in the box of its player. */
export function isFilmTitle({ kind, text, wordCount, place }: PageBlock): boolean {
  if (kind !== 'paragraph' || wordCount > 25 || !/^\d{1,2}:\d{2} \p{Lu}/u.test(text)) return false
  let at: PageElement | undefined = place.element
  for (let level = 0; at !== undefined && level < filmLevels; level++, at = at.parent)
    if (filmClass.test(at.attributes.class ?? '')) return true
  return false
}

const teaserClass = /(?:^|[\s_-])(?:teaser|promo|related|recirc|recommend(?:ed|ation)s?|outbrain|taboola)(?:$|[\s_-])/i
const longestLabel = 8

/** True for the label of a box of other articles, whose own class says so. The line below a headline may be named like this too. */
export function isTeaserLabel({ kind, text, wordCount, place }: PageBlock): boolean {
  return (
    kind === 'paragraph' &&
    wordCount <= longestLabel &&
    !/[.!?:]["”’»)\]]*$/.test(text) &&
    teaserClass.test(place.element.attributes.class ?? '')
  )
}

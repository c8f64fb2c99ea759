/** A kind of line that pages add around an article, and the maximum length in words at which it is dropped. */
type Phrase = { readonly step: string; readonly maxWords: number; readonly pattern: RegExp }

const phrases: readonly Phrase[] = [
  {
    step: 'related link',
    maxWords: 44,
    pattern:
      /^(?:related(?: (?:articles?|stories|story|topics?|content|coverage|posts?|news|links?))?\s*(?::|$)|(?:\d+ )?related (?:articles|stories|topics)\b|read (?:more|also|next|this|the full|full)\b|(?:more|also) (?:on|from|about|in|stories|news|coverage|like this)\b|recommended\b|you (?:may|might) (?:also )?(?:like|be interested|want)\b|most (?:read|popular|viewed|shared|commented)\b|see (?:also|more)\b|also (?:read|see|on)\b|don['’]t miss\b|trending\b|watch(?: now| live| more| the| this)?\s*:|must[- ]read|what to read next|up next|in case you missed|top stories|latest (?:news|stories|videos)\b|in this (?:article|story)\s*:?$|>>|►|▶)/i,
  },
  {
    step: 'related link',
    maxWords: 40,
    pattern:
      /^(?:(?:à )?lire (?:aussi|également|la suite)|à lire\b|lisez (?:aussi|également)|sur le même sujet|à voir|voir aussi|lesen sie (?:auch|mehr)|mehr (?:zum thema|dazu)|lea (?:también|además)|leer (?:también|más)|te puede interesar|ver más|mira también|leggi (?:anche|tutto)|leia (?:também|mais)|veja (?:também|mais)|lees (?:ook|meer)|читайте (?:также|ещё|еще)|اقرأ (?:أيضا|أيضاً|المزيد|ايضا)|شاهد (?:أيضا|أيضاً|المزيد)|مواضيع (?:ذات صلة|متعلقة)|المزيد من|قد يهمك)/i,
  },
  {
    step: 'appeal',
    maxWords: 44,
    pattern:
      /(?:\bsign(?:ing)? up\b.{0,60}(?:\bfor\b|\bto\b|newsletter|alert|e-?mail|now|today|here|free)|\bsubscribe (?:to|now|today|here|for|on|via)\b|^subscribe\b|\bour (?:[\w'’-]+ ){0,4}newsletters?\b|^(?:[\w'’-]+ ){0,4}newsletters?[.!]?$|\bsupport our (?:work|journalism|newsroom|reporting)|\bbecome a (?:member|subscriber|supporter|patron)\b|^(?:please )?(?:log|sign) ?in\b|^donate\b|\bdownload (?:our|the) (?:[\w'’-]+ ){0,4}app\b|\bfollow (?:us|@|[\w'’ .-]{2,60} on (?:twitter|facebook|instagram|x\b|threads|linkedin|social))|\blike us on\b|\bjoin (?:us|our|the) (?:[\w'’-]+ ){0,4}(?:newsletter|whatsapp|telegram|channel|mailing|community|conversation|discussion|facebook)|\bterms (?:of (?:use|service)|and conditions)\b|\bprivacy policy\b|\bcookie(?:s)? (?:policy|settings|preferences)\b|\bclick here\b|\bto your inbox\b|\bin your inbox\b|\bget (?:the|our) (?:latest|best|top) .{0,40}(?:inbox|newsletter|e-?mail|app)\b|\bthank you for (?:subscribing|signing up)\b)/i,
  },
  {
    step: 'appeal',
    maxWords: 40,
    pattern:
      /(?:inscrivez-vous|abonnez-vous|recevez (?:notre|toutes|l['’]essentiel)|notre newsletter|suivez-nous|suscríbe(?:te|se)|regístrate|síguenos|nuestro boletín|jetzt abonnieren|newsletter anmelden|folgen sie uns|iscriviti|seguici|assine (?:a|o|nossa)|siga-nos|подпи(?:сывайтесь|шитесь)|اشترك(?:وا)? (?:في|الآن|بنشرت)|تابعونا|تابعنا|انضم إلى)/i,
  },
  {
    step: 'caption',
    maxWords: 44,
    pattern:
      /^(?:(?:file )?(?:photos?|images?|pictures?|photographs?|pic|videos?|caption|credits?|photo credits?|image credits?|picture credits?|illustration|graphic|crédit(?:s)?(?: photo)?|foto|imagen|bild|صورة|الصورة)\s*(?::|by\b|\/|\(|©|$)|(?:image|photo|video|picture) (?:source|credit|caption|courtesy|via|by)\b|getty\b|this (?:photo|image|picture|file photo|undated|combination)\b|file\s*[-–—]|(?:source|quelle|fuente|المصدر)\s*:|figure \d|fig\.)/i,
  },
  {
    step: 'credit',
    maxWords: 60,
    pattern:
      /(?:\bgetty images\b|\bap photo\b|\(ap\/|\/reuters\)?$|\/ ?afp\b|\bshutterstock\b|\bistock\b|\bafp via\b|\breuters\/|\bcourtesy (?:of )?(?:the )?[\w'’ .-]{2,40}\)?$|©|\(c\) ?(?:19|20)\d\d|\bcopyright (?:©|\d{4}|(?:19|20)\d\d)|\ball rights reserved\b|\btous droits réservés\b|جميع الحقوق محفوظة|\bphoto(?:graph)? by\b|\(photo\b|\bphoto(?:graph)?:|\bimage:|\bcredit:)/i,
  },
  {
    step: 'page furniture',
    maxWords: 20,
    pattern:
      /^(?:[Bb]y|BY|Par|Von|Por|بقلم:?) \p{L}[\p{L}.'’-]*(?:,? (?:\p{Lu}[\p{L}.'’&-]*|\p{Lo}+|[-–—|&]|and|for|of|the|de|da|van|von|al|bin|et|und|y|editor|correspondent|reporter|writer|staff)){0,10}(?<!\.)$/u,
  },
  {
    step: 'page furniture',
    maxWords: 29,
    pattern:
      /^(?:shares?\b(?! (?:of|in|price|prices|rose|fell|were|are|have|closed|jumped|slid|dropped|surged|sank|tumbled|gained|climbed)\b)|tweet(?: this)?$|e-?mail(?: this)?$|print(?: this)?$|comments?(?: \(?\d+\)?)?$|facebook\b|twitter\b|whatsapp\b|pinterest\b|linkedin\b|reddit\b|copy (?:link|url)|tags?\s*(?::|$)|topics?\s*(?::|$)|filed (?:under|to)\b|posted (?:by|on|in|at|under)\b|posted:|updated\b|published\b|last (?:updated|modified)\b|first published\b|\d+ (?:comments?|shares?|min(?:ute)?s?(?: read)?)\b|(?:estimated )?reading time|\d+ min(?:ute)?s? (?:read|ago)|(?:a|an|\d+) (?:hours?|days?|weeks?|months?) ago\b)/iu,
  },
  {
    step: 'page furniture',
    maxWords: 29,
    pattern:
      /^(?:partag(?:er|ez)|publié (?:le|à|par)|mis à jour|temps de lecture|compartir|publicado|actualizado|teilen$|veröffentlicht|aktualisiert|condividi|pubblicato|compartilh|مشاركة|شارك|نُ?شر (?:في|بتاريخ)|آخر تحديث|تم النشر|تاريخ النشر|حجم الخط)/i,
  },
  {
    step: 'advertisement',
    maxWords: 24,
    pattern:
      /^(?:advert(?:isement|ising|isment)?s?\b|article continues|story continues|continue reading|sponsored\b|promoted\b|paid (?:post|content)|ad$|ads by|loading\b|please (?:wait|enable)|scroll (?:down|to|for)|skip (?:to|ad)|close$|menu$|search$|home$|next(?: article| story| post)?$|prev(?:ious)?(?: article| story| post)?$|(?:back to )?top$|back to\b|view (?:all|more|gallery|comments|this post|full|on)\b|show (?:all|more|comments|caption|hide)\b|see all\b|play(?: video)?$|hide caption$|toggle caption$|publicité|la suite après|publicidad|anzeige$|werbung$|pubblicità|إعلان$|اعلان$|article content$|we apologi[sz]e, but this video|this video (?:is|file|cannot)|your browser does not|javascript (?:is|must)|enlarge(?: this image)?$|click to (?:enlarge|expand|play|view))/i,
  },
  {
    step: 'page furniture',
    maxWords: 40,
    pattern: /^the post .{3,200} (?:appeared first on|first appeared on) /i,
  },
]

/** The kind of page furniture that a line is, by its words and length, or undefined when it reads as text. */
export function boilerplateStep(text: string, wordCount: number): string | undefined {
  for (const { step, maxWords, pattern } of phrases) if (wordCount <= maxWords && pattern.test(text)) return step
  return undefined
}

const shortestAboutOthers = 12
/** A sentence in which somebody else subscribes or signs up, and the reader isn't addressed. */
const aboutOthers =
  /\b(?:who|that|they|he|she|people|readers|users|customers|viewers|listeners|members|parents|fans|to|can|could|may|might|must|should|would|will|not|also)(?: [\p{L}]+)? (?:subscribe|sign up)\b/iu
const addressed =
  /\b(?:you|yours?|us|ours?|we|my|me|here|now|today|please)\b|^(?:subscribe|sign|join|follow|download|get|donate|become|support|click|like|log)\b/iu

/**
 * Like {@link boilerplateStep}, but a sentence about subscribers that does not address the reader is text. Used where the phrases alone
 * decide; the block model weighs them itself.
 */
export function furnitureStep(text: string, wordCount: number): string | undefined {
  const step = boilerplateStep(text, wordCount)
  const isAboutOthers =
    wordCount >= shortestAboutOthers && /[.!?]["”’»)\]]*$/.test(text) && aboutOthers.test(text) && !addressed.test(text)
  return step === 'appeal' && isAboutOthers ? undefined : step
}

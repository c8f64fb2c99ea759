/** `5 minutes ago` and similar: another number at each request. */
const ago =
  /\b(?:\d+|an?|one|two|three)\s+(?:sec(?:ond)?s?|min(?:ute)?s?|hours?|hrs?|h|days?|weeks?)\s+ago\b|\bil y a \d+ (?:secondes?|min(?:utes?)?|heures?|h|jours?)(?!\p{L})|\bvor (?:\d+|einer|einem) (?:sekunden?|min(?:uten?)?\.?|stunden?|std\.?|tag(?:en)?)(?!\p{L})|\bhace \d+ (?:segundos?|min(?:utos?)?|horas?|h|días?)(?!\p{L})|\b\d+ (?:secondi|minut[oi]|or[ae]|giorn[oi]) fa\b|\bhá \d+ (?:segundos?|min(?:utos?)?|horas?|h|dias?)(?!\p{L})|\b\d+ (?:seconden?|minu(?:ut|ten)|uur|dag(?:en)?) geleden\b|(?:منذ|قبل) [\d٠-٩]+ (?:ثوان|ثانية|دقائق|دقيقة|ساعات|ساعة|أيام|يوما?)/giu
/** `12 comments`, `1.2K shares`, `3 min read`. */
const counted =
  /(?:^|\s)[\d.,٠-٩]+\s?[km]?\+?\s(?:comments?|shares?|views?|likes?|reactions?|replies|min(?:ute)?s?(?: to)? read|commentaires?|partages?|kommentare?|comentarios?|commenti|comentários?|reacties|تعليقات?|مشاركات?)(?=$|[\s.,·|])/giu
/** How a line of furniture begins; another page's headline follows a colon. */
const furniture =
  /^\W*(?:advertisement|sponsored(?: content)?|most (?:read|popular|viewed|shared)|trending(?: now)?|read (?:more|next|also)|related(?: (?:stories|articles|topics|content|coverage))?|recommended(?: for you)?|more on this (?:story|topic)|more from \p{L}+|see also|share(?: this)?(?: (?:article|story|page))?|sign up|subscribe(?: now)?|follow us|publicité|les plus lus|(?:à )?lire aussi|sur le même sujet|partager|werbung|anzeige|meistgelesen|lesen sie auch|mehr zum thema|teilen|publicidad|lo más (?:leído|visto)|(?:lee|lea) también|compartir|pubblicità|i più letti|leggi anche|condividi|publicidade|mais lid[ao]s|leia também|compartilhe|advertentie|meest gelezen|lees ook|delen|إعلان|الأكثر قراءة|اقرأ أيضا|شارك)(?<rest>\s*[:：]\s*.{0,160}|\W*)$/iu
/** A time of the page itself. */
const stamped =
  /^\W*(?:(?:last )?(?:updated|published|posted|modified)|mis à jour|publié|aktualisiert|veröffentlicht|actualizado|publicado|aggiornato|pubblicato|atualizado|bijgewerkt|gepubliceerd|آخر تحديث|نُ?شر)(?:\s*[:：])?\s*(?:on |at |le |à |am |um |el |a las |il |alle |em |às |op |om |في )?/iu
/** The byline with its day and time, inside the text. */
const byline = /^(?:by|par|von|por|di|door)\s.{3,80}?\b(?:19|20)\d\d\b.{0,60}\d\d?(?::\d\d)?\s*(?:[ap]\.?m\.?)?\W*$/iu
const maxWords = 14

/** A line without news: it comes and goes, or counts, whatever the article says. */
export function isTransient(line: string): boolean {
  const text = line.trim()
  if ((text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) > (text.includes(':') ? 2 * maxWords : maxWords)) return false
  if (furniture.test(text) || byline.test(text)) return true
  const rest = withoutTransient(text).replace(stamped, '')
  if (!/\p{L}/u.test(rest)) return true
  // A stamp of only day and time: it ends in a number, a zone, or `pm`.
  return (
    stamped.test(text) &&
    /^(?:\P{L}*\p{L}+){0,5}\P{L}*$/u.test(rest) &&
    /(?:\d|[ap]\.?m\.?|\b[A-Z]{2,4}|Uhr)\W*$/u.test(rest)
  )
}

/** A line without the words that differ at each request. */
export function withoutTransient(line: string): string {
  return line.replace(ago, ' ').replace(counted, ' ')
}

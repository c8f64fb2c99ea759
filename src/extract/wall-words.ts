/**
 * Words by which a page says that the rest costs money or a login. Japanese and Arabic have no word boundary that `\b` knows.
 */
const walls: readonly RegExp[] = [
  /\bsubscribe(?: now)? (?:to|for|and) (?:continue|keep|read|unlock|access|full|unlimited|view)\b/iu,
  /\b(?:to|and) (?:continue|keep) reading\b.{0,60}\b(?:subscri|sign|register|log|account|trial|free)/iu,
  /\b(?:subscribe|register|sign up|sign in|log in|create (?:a|an) (?:free )?account).{0,60}\bto (?:continue(?: reading)?|keep reading|read (?:more|on|the (?:full|rest))|unlock|view|access)\b/iu,
  /\bthis (?:article|story|content|post|page) is (?:only |exclusively )?(?:available |reserved |exclusive )?(?:for|to) (?:our |paid |paying )?(?:subscribers|members|registered)/iu,
  /\b(?:subscribers?|members?|premium)[- ](?:only|exclusive) (?:content|article|story)/iu,
  /\bunlock (?:this|the full) (?:article|story)|\bthis is (?:a )?(?:premium|subscriber)\b/iu,
  /\byou(?:['’]ve| have) (?:reached|read) (?:your|all|the) (?:limit|(?:free |monthly )|last free)/iu,
  /réservée?s? (?:à nos|aux) abonné|il vous reste [\d.,]+ ?% (?:de|à)|abonnez-vous pour (?:lire|continuer|accéder)|pour lire la suite/iu,
  /weiterlesen mit|jetzt weiterlesen|nur (?:für|mit) (?:abonnent|abo\b)|(?:ist|sind) nur für (?:abonnent|registrierte)|sie möchten weiterlesen|mit .{0,30}\+? ?(?:abo|plus) (?:weiter)?lesen/iu,
  /suscríbete para (?:seguir|continuar|leer)|exclusiv[oa] para suscriptores|regístrate para (?:seguir|continuar|leer)|(?:límite|limite) de (?:artículos|noticias) gratuit/iu,
  /per continuare a leggere|(?:abbonati|accedi|registrati) per (?:continuare|leggere)|(?:riservat[oaie]|esclusiv[oaie]) (?:agli|per gli) abbonati|limite di articoli gratuit/iu,
  /assine para (?:continuar|ler|acessar)|exclusiv[oa] para assinantes|limite de (?:matérias|artigos|reportagens|textos) gratuit/iu,
  /(?:alleen|exclusief) voor abonnees|(?:word|wordt) (?:nu )?abonnee (?:en|om)|verder lezen\?|(?:dit is een|lees dit) premium/iu,
  /(?:доступ(?:ен|на|но)|материал) (?:только|лишь) (?:для )?подписчик|оформите подписку|чтобы (?:прочитать|читать) .{0,40}подпис|только для подписчиков/iu,
  /للمشتركين فقط|(?:متاح|مخصص|حصري) للمشتركين|اشترك (?:الآن )?(?:لمتابعة|لقراءة|للقراءة)|هذا المحتوى للمشتركين|لقراءة (?:المقال|بقية|المزيد).{0,30}(?:سجل|اشترك)/u,
  /(?:有料|無料)?(?:会員|購読者)限定|残り\s?[\d,]+\s?文字|続きを読むには|続きをお読み(?:いただくには|ください)|この記事は有料/u,
]

/** Words that stand by a wall, but also in the head of every page of such a site. */
const weak: readonly RegExp[] = [
  /\balready (?:a|an) (?:subscriber|member)\b|\balready subscribed\b|\balready have an account\b|\bremaining free articles?\b/iu,
  /déjà abonné|bereits (?:abonnent|registriert)|già abbonato|já é assinante|al abonnee|ya (?:eres|es) suscriptor|уже есть подписка|مشترك بالفعل/iu,
]

const aside = /\bcomment|\bnewsletter/iu

/** The words by which a text says that the rest costs money or a login; undefined when there are none. */
export function wallPhrase(text: string): string | undefined {
  const opening = text.slice(0, 4_000)
  if (aside.test(opening) && opening.length < 200) return undefined
  return first(walls, opening)
}

/** As `wallPhrase`, and also words that alone prove nothing: for a line that ends a text. */
export function endingWallPhrase(text: string): string | undefined {
  const phrase = wallPhrase(text)
  if (phrase !== undefined) return phrase
  const opening = text.slice(0, 4_000)
  return aside.test(opening) ? undefined : first(weak, opening)
}

/** A word for those who pay, and one for going on or for what is read: together, in a short line right after a text, they are a wall. */
const paying =
  /\bsubscri|\bmembers?\b|\bmembership|\bpremium\b|\b(?:free )?account\b|\babonn|\babo\b|(?<=\p{L})abo\b|\bsuscri|\babbona|\bassina|\bassine\b|\babonnee|\babonnement|подпис|مشترك|اشتراك|اشترك|会員|購読|有料|\b[A-Z]\+/iu
const readingOn =
  /\bread(?:ing)?\b|\brest of\b|\bcontinue\b|\bthis (?:story|article|report)\b|\blire\b|\bsuite\b|\bcontenu\b|\blesen\b|weiterlesen|\bartikel\b|\bleer\b|\bleyendo\b|\bartículo\b|\bcontenido\b|\bleggere\b|\barticolo\b|\bler\b|\blendo\b|\bconteúdo\b|\bmatéria\b|\blezen\b|\blees\b|чита|продолжени|материал|статью|القراءة|قراءة|المقال|المحتوى|続き|記事|ここから|この先/iu

/** The line itself when it stands right after a text and speaks of paying and of reading on. */
export function wallLine(text: string): string | undefined {
  const line = text.trim()
  if (
    line.length > 160 ||
    /^[“"«„‘]/u.test(line) ||
    aside.test(line) ||
    /\ball\b|\btous\b|\balle\b|\bevery\b|\bunlimited\b/iu.test(line)
  )
    return undefined
  return paying.test(line) && readingOn.test(line) ? line : undefined
}

function first(patterns: readonly RegExp[], text: string): string | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text)
    // Said by somebody in the text.
    if (found !== null && !/[“"«„‘]$/u.test(text.slice(0, found.index))) return found[0]
  }
  return undefined
}
